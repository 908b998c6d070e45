"""Words that people teach the reader are written like facts and undone like them."""

from pathlib import Path

import pytest

from store.errors import UsageError
from store.reading.lexicon import Entry
from store.repository import Repository
from tests.store.records import ANA, BEN, assert_whole, raw


def test_actors_are_known_by_every_name(repository: Repository) -> None:
    entries = repository.vocabulary()
    assert Entry("actor", "Москва", "Russia") in entries
    assert Entry("actor", "both delegations", "both sides") in entries
    assert Entry("person", "Peskov", "Russia/the Kremlin") in entries
    assert Entry("seat", "Kremlin", "Russia") in entries
    assert repository.vocabulary(taught=True) == []


def test_taught_words_come_last_and_are_undone(repository: Repository, store_path: Path) -> None:
    entry = Entry("unit", "fighter", "prisoner/prisoners")
    receipt = repository.teach(Entry("unit", "  fighter ", "prisoner/prisoners"), ANA)
    assert (receipt.entry.action, receipt.entry.subject, receipt.entry.after) == (
        "word", "fighter", "unit prisoner/prisoners",
    )  # fmt: skip
    assert repository.vocabulary()[-1] == entry
    other = Entry("unit", "Fighter", "soldier/prisoners")
    assert repository.teach(other, BEN).entry.before == "unit prisoner/prisoners"
    assert repository.vocabulary(taught=True) == [entry, other]
    repository.undo(BEN)
    repository.undo(ANA)
    assert repository.vocabulary(taught=True) == []
    repository.redo(ANA)
    assert repository.vocabulary(taught=True) == [entry]
    assert_whole(store_path)


@pytest.mark.parametrize("entry", [Entry("", "a", "b"), Entry("unit", " ", "b"), Entry("unit", "a", "x" * 201)])
def test_words_that_say_nothing_are_refused(repository: Repository, entry: Entry) -> None:
    with pytest.raises(UsageError, match="words need a kind"):
        repository.teach(entry, ANA)


def test_same_words_twice_are_refused(repository: Repository) -> None:
    repository.teach(Entry("unit", "fighter", "soldier/prisoners"), ANA)
    with pytest.raises(UsageError, match="known already"):
        repository.teach(Entry("unit", "Fighter", "soldier/prisoners"), BEN)


def test_vocabulary_is_append_only(repository: Repository, store_path: Path) -> None:
    repository.teach(Entry("unit", "fighter", "soldier/prisoners"), ANA)
    with raw(store_path) as door:
        for statement in ("UPDATE vocabulary SET words = 'x'", "DELETE FROM vocabulary"):
            with pytest.raises(Exception, match="append only"):
                door.execute(statement)


def test_words_of_no_kind_that_is_read_are_refused(repository: Repository) -> None:
    with pytest.raises(UsageError, match=r"it knows .*give-verb.*unit"):
        repository.teach(Entry("nonsense", "foo", "bar"), ANA)
    with pytest.raises(UsageError, match="a unit means UNIT/KIND"):
        repository.teach(Entry("unit", "klept", "klept"), ANA)
    assert repository.vocabulary(taught=True) == []
