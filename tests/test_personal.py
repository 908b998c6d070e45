"""What is kept for the person: private, bounded, whole, and never in the way when it cannot be read."""

from __future__ import annotations

import stat
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from store.domain.notices import Seen
from tui.noticing import kept_form, seen_last, when_words
from tui.personal import COPIES_KEPT, Personal

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SEEN = Seen(7, "", "2026-11-20T10:00:00+00:00", date(2025, 6, 25), {"G1": "closed"}, {"R3": "gated"})


@pytest.fixture
def personal(tmp_path: Path) -> Personal:
    return Personal(tmp_path / "deep" / "state")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_nothing_is_made_before_something_is_kept(personal: Personal) -> None:
    assert personal.copies() == []
    assert not personal.toured
    assert personal.seen("/x/talks.db", "anna") == {}
    assert not personal.folder.parent.exists()


def test_copies_are_kept_newest_first_for_their_owner_alone_and_the_oldest_go(personal: Personal) -> None:
    for number in range(COPIES_KEPT + 5):
        personal.keep_copy(f"copy {number}\nТекст")
    found = personal.copies()
    assert [copy.text for copy in found] == [f"copy {n}\nТекст" for n in reversed(range(5, COPIES_KEPT + 5))]
    assert personal.newest_copy.read_text("utf-8") == found[0].text
    assert len(list(personal.newest_copy.parent.iterdir())) == COPIES_KEPT + 1
    assert {mode(path) for path in personal.newest_copy.parent.iterdir()} == {0o600}
    assert mode(personal.folder) == mode(personal.newest_copy.parent) == 0o700


def test_what_is_seen_is_kept_by_store_and_person(personal: Personal, tmp_path: Path) -> None:
    here, there = str(tmp_path / "a.db"), str(tmp_path / "b.db")
    personal.note_seen(here, "anna", kept_form(SEEN, NOW))
    personal.note_seen(here, "bo", {"entry": 1})
    assert seen_last(personal, here, "anna") == SEEN._replace(at=NOW.isoformat())
    assert seen_last(personal, here, "bo") is None
    assert seen_last(personal, there, "anna") is None
    assert seen_last(None, here, "anna") is None


_ODD = '{"PLACE": {"anna": {"entry": []}}}'


@pytest.mark.parametrize("text", ["", "[]", "{", '{"x": 1}', "[" * 100_000, "\x00\xff", _ODD])
def test_what_cannot_be_read_is_taken_for_not_there(personal: Personal, tmp_path: Path, text: str) -> None:
    place = str(tmp_path / "a.db")
    personal.note_tour()
    (personal.folder / "seen.json").write_text(text.replace("PLACE", place), "utf-8")
    assert seen_last(personal, place, "anna") is None
    personal.note_seen(place, "anna", kept_form(SEEN, NOW))
    assert seen_last(personal, place, "anna") is not None


def test_the_tour_is_noted_once(personal: Personal) -> None:
    personal.note_tour()
    assert personal.toured


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (NOW - timedelta(hours=2), "10:00"),
        (NOW - timedelta(days=1), "yesterday"),
        (NOW - timedelta(days=5), "Tuesday"),
        (NOW - timedelta(days=10), "12 Nov"),
        (NOW - timedelta(days=400), "18 Oct 2025"),
        (datetime(2026, 11, 22, 1, tzinfo=timezone(timedelta(hours=3))), "yesterday"),
    ],
)
def test_when_somebody_looked_is_said_as_people_do(at: datetime, words: str) -> None:
    assert when_words(SEEN._replace(at=at.isoformat()), NOW) == words
