"""`talks-tui read`: what an article bears, kept in the inbox, accepted only by name; `--json` writes nothing."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from store.reading.article import Article
from store.reading.lexicon import Lexicon
from store.reading.proposals import ArticleReading, Exchange, Figure, Proposal
from tests.commandline.running import Run
from tests.store.articles import PROPOSALS, TEXT, proposal


@pytest.fixture
def proposed(monkeypatch: pytest.MonkeyPatch) -> list[Proposal]:
    """Let the reader propose what the test puts into this list, whatever the article."""
    found: list[Proposal] = list(PROPOSALS)

    def read(article: Article, _lexicon: Lexicon) -> ArticleReading:
        return ArticleReading(article, tuple(found))

    monkeypatch.setattr("tui.commandline.reading.read_article", read)
    return found


@pytest.fixture
def written(tmp_path: Path, proposed: Sequence[Proposal]) -> str:
    """Return the path of an article."""
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


def test_proposals_are_listed_with_words_line_speaker_and_match(run: Run, written: str) -> None:
    done = run("read", written, "--published", "2025-06-27", columns=160)
    assert (done.code, done.err) == (0, "")
    assert done.lines[0].startswith("An update on the exchanges · Fri 27 Jun 2025 (given")
    for title in ("ROUNDS", "OWED, OFFERED OR ASKED", "HANDED OVER", "SAID ABOUT WHEN", "POSITIONS"):
        assert title in done.lines
    place = next(number for number, line in enumerate(done.lines) if line.startswith("  X1"))
    assert done.lines[place] == "  X1   Russia → Ukraine: 6,061 remains, cumulative, no date"
    below = " ".join(" ".join(done.lines[place + 1 : place + 4]).split())
    assert "the spokesman said.» line 3 · Dmitry Peskov (Kremlin), paraphrase differs: C09 6,060 → 6,061" in below
    assert "5 proposals wait in the inbox; nothing is saved by itself" in done.lines[-1]
    assert "C09" not in run("log").out


def test_named_items_alone_are_accepted_and_undone(run: Run, written: str) -> None:
    done = run("read", written, "--published", "2025-06-27", "--yes", "x1, D1", columns=200)
    assert done.code == 0
    assert done.lines[-1].startswith("accepted X1, D1 from 005: 1 source, 1 claim, 1 signal · undo: talks-tui undo")
    assert "6,061" in run("show", "C09").out
    assert run("undo").out.startswith("undone: 005 accepted X1, D1")
    assert "6,061" not in run("show", "C09").out


@pytest.mark.parametrize("named", ["all", "commitment", "C", "X1,all", "*", "commitments", "X1-X9"])
def test_nothing_is_accepted_by_its_kind(run: Run, written: str, named: str) -> None:
    done = run("read", written, "--published", "2025-06-27", "--yes", named)
    assert done.code == 2
    assert done.out == ""
    assert "name each one, as in --yes C1,X2" in done.err
    assert run("log").out.count("accept") == 0


def test_item_that_is_not_there_is_refused(run: Run, written: str) -> None:
    done = run("read", written, "--published", "2025-06-27", "--yes", "X9")
    assert done.code == 2
    assert "there is no item X9 in this reading; it holds: R1, C1, X1, D1, P1" in done.err
    assert run("read", written, "--yes", " , ").code == 2


def test_article_already_read_says_so(run: Run, written: str) -> None:
    run("read", written, "--published", "2025-06-27", "--yes", "X1")
    again = run("read", written, environment={"TALKS_AUTHOR": "ben"}, columns=160)
    assert any("already read on 2026-11-22 by ann" in line for line in again.lines)
    assert any("this very text is source 005" in line for line in again.lines)
    assert any(line.endswith("accepted as N2.1") for line in again.lines)
    assert "4 proposals wait" in again.lines[-1]


def test_unknown_day_is_said_and_refused_at_acceptance(run: Run, written: str) -> None:
    assert "day not known" in run("read", written).out
    done = run("read", written, "--yes", "X1")
    assert done.code == 2
    assert "no day" in done.err


def test_day_in_words_is_read_against_the_evidence(run: Run, written: str) -> None:
    assert "Fri 27 Jun 2025" in run("read", written, "--published", "27 June 2025").out
    for words, why in (("June", "more than one day"), ("nonsense", "not a day"), ("from June on", "--published")):
        done = run("read", written, "--published", words)
        assert (done.code, done.out) == (2, "")
        assert why in done.err


def test_json_writes_nothing_and_needs_no_store(run_nowhere: Run, written: str, tmp_path: Path) -> None:
    done = run_nowhere("read", written, "--published", "2025-06-27", "--json")
    assert (done.code, done.err) == (0, "")
    sheet = json.loads(done.out)
    assert [len(sheet[name]) for name in ("rounds", "commitments", "exchanges", "date_signals", "positions")] == [1] * 5
    assert all(words in TEXT for record in sheet["exchanges"] for words in record["evidence"])
    assert sheet["published"]["best"] == "2025-06-27"
    assert not (tmp_path / "data").exists()


def test_json_leaves_a_store_as_it_was(run: Run, written: str) -> None:
    assert run.store is not None
    before = run.store.read_bytes()
    assert run("read", written, "--json").code == 0
    assert run.store.read_bytes() == before
    refused = run("read", written, "--json", "--yes", "X1")
    assert (refused.code, refused.out) == (2, "")
    assert "--json never writes" in refused.err


def test_json_of_a_damaged_store_is_read_without_its_words(run: Run, written: str) -> None:
    assert run.store is not None
    run.store.write_text("no store", "utf-8")
    done = run("read", written, "--json")
    assert done.code == 0
    assert "read without the words of the store" in done.err


def test_standard_input_is_read(run: Run, proposed: Sequence[Proposal]) -> None:
    done = run("read", "-", "--published", "2025-06-27", "--title", "Mine", "--publisher", "me", typed=TEXT)
    assert done.code == 0
    assert done.lines[0].startswith("Mine · me · Fri 27 Jun 2025")


@pytest.mark.parametrize(
    ("named", "code", "why"),
    [("", 2, "name a file"), ("missing.txt", 4, "cannot be read"), (".", 4, "cannot be read")],
)
def test_what_cannot_be_read_is_said(run: Run, proposed: Sequence[Proposal], named: str, code: int, why: str) -> None:
    done = run("read", named)
    assert (done.code, done.out) == (code, "")
    assert why in done.err
    assert len(done.err.splitlines()) == 1


def test_hostile_text_is_shown_and_never_acts(run: Run, tmp_path: Path, proposed: list[Proposal]) -> None:
    text = "\x1b]52;c;AAAA\x07[/][red]\u202e evil\n"
    proposed[:] = [
        proposal("X1", Exchange("remains", "Russia", "Ukraine", figure=Figure(9), qualifier="\x1b[2J"), 1, text)
    ]
    path = tmp_path / "article.txt"
    path.write_text(text, "utf-8")
    for arguments in (("--published", "2025-06-27"), ("--published", "2025-06-27", "--yes", "X1"), ("--json",)):
        done = run("read", str(path), *arguments)
        assert done.code == 0
        assert not {"\x1b", "\x07", "\u202e"} & set(done.out + done.err)
    assert "[/][red]" in run("read", str(path)).out


def test_same_report_is_named(run: Run, written: str) -> None:
    done = run("read", written, "--published", "2025-06-27", "--same-as", "000", columns=160)
    assert any("taken for a rewriting of 000" in line for line in done.lines)
    assert run("read", written, "--same-as", "C09").code == 2


def test_nearly_the_same_article_is_offered_as_one_origin(run: Run, written: str, tmp_path: Path) -> None:
    run("read", written, "--published", "2025-06-27", "--yes", "X1")
    other = tmp_path / "other.txt"
    shutil.copy(written, other)
    other.write_text(TEXT + "\n", "utf-8")
    done = run("read", str(other), "--published", "2025-06-27", columns=160)
    assert any("nearly the same as 005 (same): --same-as 005" in line for line in done.lines)


def test_words_are_listed_taught_and_undone(run: Run) -> None:
    assert "Москва = Russia" in run("words", "actor").out
    added = run("words", "add", "unit", "fighter", "soldier/prisoners")
    assert added.out.startswith("'fighter' is read as unit soldier/prisoners from now on · undo: talks-tui undo")
    listed = run("words", "unit").lines
    assert listed[-1] == "unit    fighter = soldier/prisoners  added"
    assert "unit    prisoner = prisoner/prisoners  shipped" in listed
    assert run("undo").code == 0
    assert run("words", "unit").lines == listed[:-1]
    missing = run("words", "verb")
    assert missing.code == 3
    assert "there are actor, agree" in missing.err


@pytest.mark.parametrize("typed", [("add",), ("add", "unit", "x"), ("actor", "unit"), ("add", "unit", "x", "y", "z")])
def test_words_that_make_no_sense_are_refused(run: Run, typed: tuple[str, ...]) -> None:
    done = run("words", *typed)
    assert (done.code, done.out) == (2, "")
    assert "words add" in done.err
