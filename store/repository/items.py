"""Changing what waits in the inbox. None of it is a fact, so none needs the journal; each change is one transaction.

Whoever changes an item hands it back as they saw it: if somebody else changed or accepted it meanwhile, that is a
conflict and nothing is changed.
"""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.errors import ConflictError, UnknownError, UsageError
from store.reading.proposals import Commitment, Exchange, Figure
from store.reading.record.contents import kind_of, written
from store.reading.record.inbox import Item, State
from store.reading.record.matching import APART
from store.repository.connection import writing
from store.repository.evidence import find
from store.repository.kept import insert_item, items_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from store.reading.proposals import Content, Said

    Change = Callable[[Connection, Item], None]

_ABOUT = {
    "round": ("round",),
    "commitment": ("commitment",),
    "exchange": ("commitment", "exchange"),
    "signal": ("round",),
    "position": (),
}
"""What proposals of each kind can be linked to."""


def drop(connection: Connection, item: Item) -> None:
    """Put an item aside. Raises ConflictError."""
    with writing(connection):
        _change(connection, item, "state = 'dropped'")


def restore(connection: Connection, item: Item) -> None:
    """Let a dropped item wait again. Raises ConflictError."""
    with writing(connection):
        _change(connection, item, "state = 'waiting'")


def edit(connection: Connection, item: Item, content: Content, said: Said | None = None) -> None:
    """Change what an item says, and who says it where `said` is given; what the rules proposed is kept beside it.

    Raises UsageError, ConflictError.
    """
    if kind_of(content) != kind_of(item.proposal.content):
        raise UsageError(f"{item.number} is a {kind_of(item.proposal.content)} and cannot become a {kind_of(content)}")
    with writing(connection):
        who = written(said or item.proposal.said)
        _change(connection, item, "was = coalesce(was, content), content = ?, said = ?", written(content), who)


def link(connection: Connection, item: Item, label: str | None) -> None:
    """Say what an item is about: a label of the record, `new` for nothing on it, None for what it is matched with.

    Raises UnknownError, UsageError, ConflictError.
    """
    kind = kind_of(item.proposal.content)
    with writing(connection):
        spelled = label
        if label is not None and label.strip().casefold() == APART:
            spelled = APART
        elif label is not None:
            found, spelled = find(connection, label.strip())
            if found not in _ABOUT[kind]:
                wanted = " or ".join(_ABOUT[kind]) or "nothing on record"
                raise UsageError(f"{spelled} is a {found}: {item.number} can be linked to a {wanted}")
        _change(connection, item, "link = ?", spelled)


def same_as(connection: Connection, reading: int, label: str | None) -> None:
    """Say which source goes back to the same report as an article. Raises UnknownError, UsageError."""
    with writing(connection):
        spelled = None
        if label is not None:
            found, spelled = find(connection, label.strip())
            if found != "source":
                raise UsageError(f"{spelled} is a {found}: only a source has an origin")
        changed = connection.execute("UPDATE readings SET same_as = ? WHERE id = ?", (spelled, reading)).rowcount
        if not changed:
            raise UnknownError(f"the inbox holds no reading {reading}")


def split(connection: Connection, item: Item) -> None:
    """Make of what goes both ways two items of one direction each. Raises UsageError, ConflictError."""
    content = item.proposal.content
    if not isinstance(content, (Commitment, Exchange)) or not content.reciprocal:
        raise UsageError(f"{item.number} goes one way only: there is nothing to split")
    giver, taker = _sides(content)
    if giver is None or taker is None:
        raise UsageError(f"{item.number} does not name both sides: correct it first, then split it")
    with writing(connection):
        _change(connection, item, "state = 'split'")
        for letter, way in (("a", (giver, taker)), ("b", (taker, giver))):
            half = item.proposal._replace(number=f"{item.number}{letter}", content=_one_way(content, way))
            insert_item(connection, item.reading, half, half_of=item.id)


def join(connection: Connection, item: Item) -> None:
    """Undo a split: take both halves away and let the whole wait again. Raises UsageError, ConflictError."""
    if item.half_of is None:
        raise UsageError(f"{item.number} is no half of another item")
    with writing(connection):
        _change(connection, item, "state = state")
        halves = connection.execute("SELECT id FROM proposals WHERE half_of = ?", (item.half_of,)).fetchall()
        if any(_accepted_ever(connection, row["id"]) for row in halves):
            raise ConflictError(f"{item.number} or its other half was accepted already: it stays split")
        connection.execute("DELETE FROM proposals WHERE half_of = ?", (item.half_of,))
        connection.execute(
            "UPDATE proposals SET state = 'waiting', version = version + 1 WHERE id = ?", (item.half_of,)
        )  # fmt: skip


def _sides(content: Commitment | Exchange) -> tuple[str | None, str | None]:
    if isinstance(content, Commitment):
        return content.debtor, content.creditor
    return content.giver, content.taker


def _one_way(content: Commitment | Exchange, way: tuple[str, str]) -> Content:
    figure = _half(content.figure)
    giver, taker = way
    if isinstance(content, Commitment):
        return content._replace(debtor=giver, creditor=taker, reciprocal=False, figure=figure)
    return content._replace(giver=giver, taker=taker, reciprocal=False, figure=figure)


def _half(figure: Figure) -> Figure:
    """Return the figure of one direction: of a total of both the half, where it has one."""
    if figure.per != "total" or figure.value is None:
        return figure._replace(per="one_way" if figure.per == "each" else figure.per)
    if figure.value % 2:
        return Figure(comparator="undisclosed", how=f"{figure.value:,} in both directions together")
    half = figure.value // 2
    high = figure.high // 2 if figure.high is not None else None
    return figure._replace(value=half, high=high, per="one_way", how=f"{figure.value:,} = 2 × {half:,}")


def _change(connection: Connection, item: Item, how: str, *given: object) -> None:
    """Change an item that waits or was dropped, as long as it is as it was seen."""
    if item.entry is not None:
        raise ConflictError(f"{item.number} is in the record: undo it first, then change it")
    changed = connection.execute(
        f"""UPDATE proposals SET {how}, version = version + 1 WHERE id = ? AND version = ? AND state <> 'split'
            AND NOT EXISTS (SELECT 1 FROM acceptances a WHERE a.proposal = proposals.id
                            AND a.entry NOT IN (SELECT entry FROM undone))""",
        (*given, item.id, item.version),
    ).rowcount
    if not changed:
        raise conflict(item)


def conflict(item: Item) -> ConflictError:
    """Say that somebody else changed an item."""
    return ConflictError(f"{item.number} was changed or accepted meanwhile; nothing was saved: look at the inbox again")


def unchanged(connection: Connection, items: list[Item]) -> list[Item]:
    """Return items as they are now. Raises ConflictError where one is not as it was seen, or does not wait."""
    now = {item.id: item for number in {item.reading for item in items} for item in items_of(connection, number)}
    for item in items:
        held = now.get(item.id)
        if held is None or held.version != item.version or held.state is State.ACCEPTED:
            raise conflict(item)
        if held.state is State.DROPPED:
            raise UsageError(f"{item.number} was dropped: restore it first")
    return [now[item.id] for item in items]


def _accepted_ever(connection: Connection, number: int) -> bool:
    return connection.execute("SELECT 1 FROM acceptances WHERE proposal = ?", (number,)).fetchone() is not None
