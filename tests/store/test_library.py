"""The sources of a store, what rests on each, and one with its facts and its text; the journal, chosen from."""

from datetime import date

import pytest

from store.domain.library import Fact, lines_of
from store.domain.redating import NewDay
from store.domain.requests import BoardQuery
from store.domain.undoing import JournalFilter, people_meant, people_words
from store.errors import UnknownError, UsageError
from store.reading.article import Span
from store.reading.record.shelved import spans_of
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.accepted import accept
from tests.store.articles import TEXT, article, kept
from tests.store.records import ANA, BASE, BEN, claim, commitment, judge, line, owed, taken


def ask(day: str | None = None, track: str | None = None) -> BoardQuery:
    return BoardQuery(TODAY, date.fromisoformat(day) if day else None, track=track)


def test_sources_of_the_seed_record_by_day_with_what_rests_on_them(repository: Repository) -> None:
    shelf = repository.archive.sources(ask())
    assert [one.source.label for one in shelf.sources] == ["000", "003", "004", "002", "001"]
    assert shelf.all == 5
    found = {one.source.label: one for one in shelf.sources}
    assert found["002"].together == ("004",)
    assert found["000"].together == ()
    assert (found["002"].claims, found["002"].positions, found["002"].held) == (19, 16, False)
    assert found["002"].facts == 19 + 3 + 5 + 1 + 16


def test_nothing_later_than_the_day_shows(repository: Repository) -> None:
    shelf = repository.archive.sources(ask("2025-06-01"))
    assert [one.source.label for one in shelf.sources] == ["001"]
    repository.redate(NewDay("002", date(2025, 6, 20)), ANA)
    assert repository.archive.sources(ask("2025-06-19")).sources[0].together == ()
    assert [one.corrected for one in repository.archive.sources(ask()).sources] == [False, False, True, False, False]
    with pytest.raises(UnknownError, match="not known yet"):
        repository.archive.source("002", ask("2025-06-19"))


def test_only_what_bears_on_the_track_counts(repository: Repository) -> None:
    taken(repository, line("track", "T2", name="other", parties=["RU", "UA"]),
          line("source", "s9", origin="o", published="2025-06-20", basis="stated"),
          commitment("C90", track="T2"), owed("T90", "C90", at="s9:1"))  # fmt: skip
    assert [one.source.label for one in repository.archive.sources(ask(track="T2")).sources] == ["s9"]
    assert "s9" not in [one.source.label for one in repository.archive.sources(ask(track="IST25")).sources]


def test_source_without_its_text_has_every_fact_with_its_place(repository: Repository) -> None:
    opened = repository.archive.source("004", ask())
    assert opened.article is None
    assert opened.spans == ()
    assert len(opened.facts) == opened.shelved.facts
    assert {fact.kind for fact in opened.facts} == {"report", "claim", "position"}
    assert all("004:" in fact.locator for fact in opened.facts)
    with pytest.raises(UsageError, match="C10 is a commitment, no source"):
        repository.archive.source("C10", ask())


def test_facts_of_an_article_are_marked_where_it_says_them(repository: Repository) -> None:
    kept(repository)
    accept(repository, "X1", "D1")
    opened = repository.archive.source("005", ask())
    assert opened.shelved.held
    assert opened.article is not None
    assert opened.article.text == TEXT
    said = {
        fact.kind: TEXT[spans[0].start : spans[0].end] for fact, spans in zip(opened.facts, opened.spans, strict=True)
    }
    assert said["claim"].startswith("By now 6,061 sets")
    assert said["signal"].startswith("A new meeting")
    assert [one.held for one in repository.archive.sources(ask()).sources] == [True] + [False] * 5


@pytest.mark.parametrize(
    ("locator", "quote", "found"),
    [
        ("s:3", "6,061 sets", ["6,061 sets"]),
        ("s:3", "now … remains", ["now", "remains"]),
        ("s:4", "6,061 sets", ["6,061 sets"]),
        ("s:3, t:4, s:5", None, [TEXT.split("\n")[2], TEXT.split("\n")[4]]),
        ("s:3", "nowhere to be found", [TEXT.split("\n")[2]]),
        ("s:99", "nowhere", []),
        ("s:x", None, []),
        ("s:2", None, []),
        ("s:3", "…", [TEXT.split("\n")[2]]),
    ],
)
def test_words_are_found_in_the_text(locator: str, quote: str | None, found: list[str]) -> None:
    fact = Fact("claim", "N1", "", locator, quote, TODAY)
    (spans,) = spans_of([fact], article(), "s", {})
    assert [TEXT[span.start : span.end] for span in spans] == found
    assert spans_of([fact], article(), "s", {"N1": [Span(0, 2), Span(5, 10**9)]}) == ((Span(0, 2),),)


def test_lines_of_a_place_that_is_none() -> None:
    assert lines_of("000:5, 000:7, 003:1, 000", "000") == (5, 7)
    assert lines_of("000:²", "000") == ()


def pages(repository: Repository, **wanted: object) -> list[int]:
    return [e.id for e in repository.archive.page(JournalFilter(**wanted), 50).entries]  # type: ignore[arg-type]  # by name


def test_journal_is_chosen_from_by_person_thing_and_day(repository: Repository) -> None:
    judged = judge(repository, "C10", "stalled", BEN).id
    figure = claim(repository, "E2", "90").id
    gone = repository.archive.turn(judged, ANA).entry.id
    dated = repository.redate(NewDay("003", date(2025, 6, 24)), BEN).entry.id
    assert pages(repository, who="ben") == [dated, judged]
    assert pages(repository, who="B") == [dated, judged]
    assert pages(repository, about="C10") == [gone, judged, 1]
    assert pages(repository, about="e2") == [figure, 1]
    assert pages(repository, about="S9") == [dated, 1]
    assert pages(repository, about="003", who="ben") == [dated]
    assert pages(repository, first=date(2026, 11, 22), last=date(2026, 11, 22)) == [dated, gone, figure, judged, 1]
    assert pages(repository, first=date(2026, 11, 23)) == pages(repository, last=date(2026, 11, 21)) == []
    with pytest.raises(UnknownError, match="nobody called 'zoe'"):
        pages(repository, who="zoe")
    with pytest.raises(UnknownError, match="nothing called 'C99'"):
        pages(repository, about="C99")
    page = repository.archive.page(JournalFilter(), 2, before=dated)
    assert ([e.id for e in page.entries], page.more, page.people) == ([gone, figure], True, ("ana", "ben"))
    assert repository.archive.page(JournalFilter(), 9).undone == {judged}
    assert repository.archive.label(" c10 ") == "C10"
    assert repository.archive.label("the seed record") == "the seed record"


def test_names_mean_one_several_or_nobody() -> None:
    people = ("Ana", "anabel", "ben", "Ben II")
    assert people_meant("ana", people) == ["Ana"]
    assert people_meant("anab", people) == ["anabel"]
    assert people_meant("be", people) == ["ben", "Ben II"]
    assert people_meant("bel", people) == ["anabel"]
    assert people_meant(" ", people) == []
    assert people_words("be", ["ben", "Ben II"], people) == "'be' may be ben, Ben II"
    assert people_words("x", [], ()).endswith("there is nobody")
    assert people_words("x", [], [str(n) for n in range(9)]).endswith("and 3 more")


def test_entry_is_opened_with_what_it_wrote_and_what_became_of_it(empty: Repository) -> None:
    taken(empty, *BASE)
    taken(empty, commitment("C1"), owed("T1", "C1"), author=BEN)
    number = empty.history(1)[0].id
    found = empty.archive.entry(number)
    assert [(row.kind, row.label) for row in found.rows] == [("commitment", "C1"), ("claim", "T1")]
    assert "6000" in found.rows[1].words
    assert (found.obstacles, found.refusal, found.undone, found.more) == ((), "", False, 0)
    base = empty.archive.entry(number - 1)
    assert [one.entry.id for one in base.obstacles] == [number]
    undo = empty.archive.turn(number, ANA).entry.id
    found = empty.archive.entry(number)
    assert ([turn.id for turn in found.turns], found.undone) == ([undo], True)
    assert "undone already" in found.refusal
    opened = empty.archive.entry(undo)
    assert opened.target is not None
    assert opened.target.id == number
    assert opened.rows == ()
    with pytest.raises(UnknownError, match="no entry 77"):
        empty.archive.entry(77)
