"""Searching: the words of commitments, folded so that case, accents and look-alike spellings do not matter.

Few hits come from the full-text index. Words that many commitments hold are looked for in the words of one commitment
after another, in the order of the board, until a page is full. Both see the same folded words, so both find the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.domain.model import Actor
from store.domain.shelves import Shelf
from store.domain.typed import TYPE_CHECKING
from store.domain.words import Category
from store.repository.fetch import LISTED, listed

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_WORDS = 8
"""How many words of a filter count."""


_NOTED = 16
"""How many searches that found nothing are remembered."""
SHELF_MARKERS = {Shelf.OPEN_HUMANITARIAN: "\u00a6h", Shelf.OPEN: "\u00a6o"}
"""Marks that the index holds beside the words of a commitment, and that nobody can type: which of the two shelves it
can lie on while it is owed. So a kind of thing that never lies on a shelf is not looked for there."""


def track_marker(label: str) -> str:
    """Return the mark of a track."""
    return f"\u00a6t{label.encode().hex()}"


def _markers(track: str, category: str) -> str:
    shelf = Shelf.OPEN_HUMANITARIAN if Category(category).humanitarian else Shelf.OPEN
    return f"{track_marker(track)} {SHELF_MARKERS[shelf]}"


def sought(text: str) -> tuple[str, ...]:
    """Return the words that a filter asks for, each once."""
    if not text:
        return ()
    from store.domain.folding import folded  # most boards are looked at whole

    return tuple(dict.fromkeys(folded(text)))[:MOST_WORDS]


def expression(words: Sequence[str]) -> str:
    """Write a full-text query: every word, or a word that begins with it, must occur."""
    return " ".join(f'"{word}"*' for word in words)


def patterns(words: Sequence[str]) -> tuple[str, ...]:
    """Write the patterns that the words of one commitment must all match."""
    return tuple(f"* {word}*" for word in words)


def count(connection: Connection, words: Sequence[str], most: int) -> int:
    """Count the commitments that hold the words, up to one more than `most` and no further."""
    query = "SELECT count(*) FROM (SELECT rowid FROM search WHERE search MATCH ? LIMIT ?)"
    return int(connection.execute(query, (expression(words), most + 1)).fetchone()[0])


class Nowhere:
    """Words that no commitment with some marks holds: what is typed on to them is not looked for again."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, ...], list[tuple[str, ...]]] = {}

    def note(self, words: Sequence[str], marks: Sequence[str]) -> None:
        """Note that nothing was found."""
        noted = self._words.setdefault(tuple(marks), [])
        noted.append(tuple(words))
        del noted[:-_NOTED]

    def holds(self, words: Sequence[str], marks: Sequence[str]) -> bool:
        """Whether nothing can be found, since each word of a search that found nothing begins one of these."""
        return any(
            all(any(word.startswith(begun) for word in words) for begun in before)
            for before in self._words.get(tuple(marks), ())
        )


def index_words(connection: Connection, numbers: Sequence[int], actors: dict[str, Actor]) -> None:
    """Add new commitments to what is searched: label, what, kind, parties by every name they have."""
    columns = "id, track, label, what, category, unit, round, debtor, creditor"
    query = f"SELECT {columns} FROM commitments WHERE id {LISTED}"
    words = Words(actors)
    found = connection.execute(query, (listed(numbers),))
    add_words(connection, [(row[0], words.of(*row[2:]), words.marks(row[1], row["category"])) for row in found])


def add_words(connection: Connection, found: Sequence[tuple[int, str, str]]) -> None:
    """Add the words and marks of commitments to what is searched, by their numbers."""
    connection.executemany("INSERT INTO search (rowid, text) VALUES (?1, ?2 || ' ' || ?3)", found)
    connection.executemany("INSERT INTO commitment_words (id, text) VALUES (?1, ' ' || ?2)", [row[:2] for row in found])


def marks_of(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """Spell the marks that commitments have in the index now, by their numbers."""
    query = f"SELECT id, track, category FROM commitments WHERE id {LISTED}"
    return {row[0]: _markers(row[1], row[2]) for row in connection.execute(query, (listed(numbers),))}


def reindex(connection: Connection, numbers: Sequence[int], actors: dict[str, Actor], marks: dict[int, str]) -> None:
    """Bring what commitments are found by up to date; `marks` are those they had, where these may be others now."""
    query = f"SELECT id, text FROM commitment_words WHERE id {LISTED}"
    held = [(row[0], row[1][1:]) for row in connection.execute(query, (listed(numbers),))]
    was = {**marks_of(connection, numbers), **marks}
    gone = [(number, f"{text} {was[number]}") for number, text in held]
    # the index keeps no text of its own: what is taken out of it has to be told word for word
    connection.executemany("INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)", gone)
    connection.executemany("DELETE FROM commitment_words WHERE id = ?", [(number,) for number, _ in held])
    index_words(connection, [number for number, _ in held], actors)


class Words:
    """Spells the words that commitments are found by: their own, and every name that their parties have."""

    def __init__(self, actors: dict[str, Actor]) -> None:
        from store.domain.folding import folded  # most runs add no words

        self._folded = folded
        self._actors = actors
        self._parties: dict[str, list[str]] = {}
        self._marks: dict[tuple[str, str], str] = {}

    def of(self, label: str, what: str, category: str, unit: str | None, round_: str | None, *parties: str) -> str:
        """Spell the words of a commitment, each once."""
        said = self._folded(f"{label} {what} {category} {unit or ''} {round_ or ''}")
        for code in parties:
            if code not in self._parties:
                self._parties[code] = self._folded(" ".join(_names(self._actors, code)))
            said += self._parties[code]
        return " ".join(dict.fromkeys(said))

    def marks(self, track: str, category: str) -> str:
        """Spell the marks of a commitment."""
        key = track, category
        if key not in self._marks:
            self._marks[key] = _markers(track, category)
        return self._marks[key]


def _names(actors: dict[str, Actor], code: str) -> Iterable[str]:
    actor = actors.get(code)
    if actor is None:
        return [code]
    members = [name for member in actor.members for name in _names(actors, member)]
    return [code, actor.name, *actor.aliases, *members]
