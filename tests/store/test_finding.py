"""Finding: words everywhere in the store, as known on a day, whatever is written and undone."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.domain.finding import Hit, holds, ranked
from store.domain.requests import BoardQuery
from store.repository import Repository
from store.repository.choices import Choices
from tests.conftest import TODAY
from tests.store.articles import article, kept
from tests.store.records import ANA, BASE, claim, commitment, judge, line, owed, rows, said, taken


def found(repository: Repository, words: str, day: str | None = None) -> dict[str, list[str]]:
    """Look for words; return the labels by kind."""
    query = BoardQuery(TODAY, date.fromisoformat(day) if day else None)
    groups = Choices(repository).find(words, query).groups
    return {group.kind: [hit.label for hit in group.hits] for group in groups}


def test_every_kind_of_thing_is_found(repository: Repository) -> None:
    assert found(repository, "remains")["commitment"] == ["C10", "C09", "C14"]
    remains = found(repository, "REMAINS")
    assert {"commitment", "round", "exchange", "gate", "claim", "report", "discrepancy"} <= remains.keys()
    assert found(repository, "peskov")["actor"] == ["peskov"]
    assert "signal" in found(repository, "peskov")
    assert found(repository, "istanbul")["track"] == ["IST25"]
    assert found(repository, "prisoner exchange no new talks")["source"] == ["001"]
    assert "position" in found(repository, "unconditional ceasefire")


def test_labels_lead_the_list(repository: Repository) -> None:
    for label, kind in (("C09", "commitment"), ("r3", "round"), ("D1", "claim"), ("000", "source"), ("G1", "gate")):
        assert next(iter(found(repository, label)[kind])) == label.upper()
    assert found(repository, "X05")["discrepancy"][0] == "X05"


def test_nothing_later_than_the_day_is_found(repository: Repository) -> None:
    assert "C14" not in found(repository, "remains", "2025-06-23")["commitment"]
    assert "000" not in found(repository, "000", "2025-06-23").get("source", ())
    early, late = found(repository, "prisoners", "2025-06-02"), found(repository, "prisoners")
    assert len(early.get("claim", ())) < len(late["claim"])
    judge(repository, "C10", "stalled")
    assert "journal" in found(repository, "stalled")
    assert "journal" not in found(repository, "stalled", "2025-06-23")


def test_what_is_written_is_found_and_what_is_undone_is_not(repository: Repository) -> None:
    claim(repository, "C10", "79", words="handed over at Novaya Guta")
    assert found(repository, "novaya guta")["claim"]
    repository.undo(ANA)
    assert "claim" not in found(repository, "novaya guta")
    repository.redo(ANA)
    assert found(repository, "guta nov")["claim"]
    number = kept(repository).id
    word = next(word for word in article().text.split() if word.isalpha() and len(word) > 6)
    assert found(repository, word)["article"] == [str(number)]
    assert "article" not in found(repository, word, "2025-06-01")


def test_alphabets_and_accents_do_not_matter(empty: Repository) -> None:
    taken(
        empty, *BASE, commitment("C1", what="Список"), owed("O1", "C1"),
        said("S1", "C1", words="Передано у Щёлкове, Київ; Iğdır yolunda"),
        said("S2", "C1", words="Łódź, søndag, đakovo, ВЕЛИКИЙ"),
        line("source", "s3", origin="x", published="2025-06-11", basis="stated", title="İSTANBUL Üzerine"),
    )  # fmt: skip
    for words in ("щелкове", "ЩЁЛКОВЕ", "киів", "київ", "igdir", "IĞDIR", "передано киев"[:8]):
        assert found(empty, words)["claim"] == ["S1"], words
    for words in ("lodz", "ŁÓD", "sondag", "dakovo", "великий", "великии"):
        assert found(empty, words)["claim"] == ["S2"], words
    assert found(empty, "istanbul uzer")["source"] == ["s3"]
    assert found(empty, "спис")["commitment"] == ["C1"]


@pytest.mark.parametrize(
    "words", ['"', "* OR", "NEAR(a b)", "a AND NOT b", "text:x", "^a -b", "(", "'; DROP", "\x00", ""]
)
def test_operators_are_words(repository: Repository, words: str) -> None:
    found(repository, words)


@given(st.text(max_size=30))
@settings(max_examples=40)
def test_no_text_is_refused(seeded: Path, text: str) -> None:
    with Repository.open(seeded, read_only=True) as repository:
        found(repository, text)


def test_upgraded_and_imported_stores_find_the_same(repository: Repository, store_path: Path) -> None:
    before = rows(store_path, "SELECT rowid FROM texts('the') ORDER BY rowid")
    assert len(before) > 20
    from store.repository.derived import rebuild
    from tests.store.records import raw

    with raw(store_path) as connection:
        rebuild(connection)
    assert rows(store_path, "SELECT rowid FROM texts('the') ORDER BY rowid") == before


def test_whole_words_come_first_then_the_newest() -> None:
    hits = [
        Hit("claim", "a", "", "2025-01-01", "remainder"), Hit("claim", "b", "", "2025-01-02", "remains"),
        Hit("claim", "c", "", "2025-01-03", "remains"), Hit("claim", "d", "", None, "remains " + "x y z " * 9),
    ]  # fmt: skip
    assert [hit.label for hit in ranked(("remains",), hits)] == ["c", "b", "d", "a"]
    assert holds(("rem", "sol"), "Remains of Soldiers")
    assert not holds(("ains",), "Remains")
