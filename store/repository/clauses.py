"""Clauses: the pieces that the statements about chosen obligations are put together from.

In every statement `p` is where a commitment lies on the day, `f` how it stands, `c` the commitment itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from store.domain.filtering import Filter
from store.domain.shelves import Order, Shelf, shelf_on
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.repository.choosing import PLACE, UNDUE, parts_of
from store.repository.fetch import LISTED, listed

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.repository.setting import Setting

_LABEL = "substr('0000' || length(c.label), -4) || c.label"


class Source(NamedTuple):
    """Where places of a stretch are read from, in the order of their values."""

    table: str
    """`p`, `f` or `c`: which is gone along; the others are looked up."""
    by: str
    value: str
    where: str = "1"
    ended: bool = False
    """Whether it holds what has ended since the day, which no index holds in order."""


class Clauses:
    """What a filter, an order, a day, a reading and the tracks shown come to in SQL."""

    def __init__(self, setting: Setting, chosen: Filter, order: Order) -> None:
        self._connection: Connection = setting.connection
        self._order = order
        day = setting.day.isoformat()
        ended = (
            "SELECT EXISTS (SELECT 1 FROM placings WHERE until > ?1) OR EXISTS (SELECT 1 FROM facets WHERE until > ?1)"
        )
        self._latest = not self._connection.execute(ended, (day,)).fetchone()[0]
        self._day = day
        recognises = setting.query.reading.recognises
        bands = {number: recognises(band.recognised, band.bound) for number, band in setting.bands().items()}
        known = [number for number, recognised in bands.items() if recognised]
        self._recognised = "1" if len(known) == len(bands) else f"p.band IN ({_numbers(known)})"
        every = len(bands) == len(setting.every_band())
        self._shown = "1" if every else f"p.band IN ({_numbers(list(bands))})"
        self._parts = parts_of(setting, chosen, latest=self._latest)

    def lying(self, numbers: Sequence[int]) -> Iterator[tuple[int, str, int]]:
        """Return shelf on the reading, last due day and number of some commitments, in the order given."""
        query = f"""SELECT p.commitment, {self._place}, p.due FROM placings p
            WHERE p.commitment {LISTED} AND {self._alive_on("p")}"""
        found = {row[0]: (row[1], row[2]) for row in self._connection.execute(query, (listed(numbers),))}
        return ((*found[number], number) for number in numbers if number in found)

    @property
    def _stretches(self) -> Sequence[int]:
        return [int(shelf) for shelf in Shelf] if not self._order.column else (0, 1)

    def _sources(self, stretch: int) -> list[Source]:
        """List where the places of a stretch are read from; what ended since the day lies apart."""
        column = self._order.column
        if not column:
            now = [Source("p", "placings_now", "p.due", f"p.shelf = {raw} AND {where}") for raw, where in _RAW[stretch]]
        elif stretch == 1:
            return [Source("c", "", "NULL", f"{self._missing()}")]
        elif column in _FIXED:
            return [Source("c", _FIXED[column][0], _FIXED[column][1])]
        elif column == "due":
            now = [Source("p", "placings_due", "p.due", f"p.due < '{UNDUE}'")]
        else:
            index, value = _MOVING[column]
            now = [Source("f", index, value, f"NOT {self._missing()}")]
        if self._latest:
            return now
        return now + [source._replace(by="", ended=True) for source in now]

    def _missing(self) -> str:
        """Write that a commitment has no value in the column of the order."""
        match self._order.column:
            case "due":
                return f"(p.due = '{UNDUE}')"
            case "promised" | "delivered":
                return f"(f.{self._order.column} IS NULL)"
            case "left":
                return f"(f.remaining IS NULL OR {{place}} > {int(Shelf.DONE)})"
            case _:
                return "(0)"

    @property
    def _place(self) -> str:
        return PLACE.format(recognised=self._recognised)

    def _stretch(self) -> str:
        if not self._order.column:
            return self._place
        return f"(CASE WHEN {self._missing().format(place=self._place)} THEN 1 ELSE 0 END)"

    def _value(self) -> str:
        column = self._order.column
        value = {"": "p.due", "due": "p.due"}.get(column) or (_FIXED.get(column) or _MOVING[column])[1]
        return f"(CASE WHEN {self._stretch()} = 0 THEN {value} END)" if column else value

    def _alive_on(self, table: str, *, ended: bool | None = None) -> str:
        """Write that a row holds on the day; `ended` tells those that ended since from those that hold still."""
        since = f"{table}.since <= '{self._day}'"
        if self._latest or ended is False:
            return f"{table}.until IS NULL AND {since}"
        later = f"{table}.until > '{self._day}'"
        return f"{later} AND {since}" if ended else f"({table}.until IS NULL OR {later}) AND {since}"

    def _joined(self, first: str, table: str) -> str:
        """Join the other tables to the one that is gone along, in an order that is kept."""
        number = "c.id" if first == "c" else f"{first}.commitment"
        joins = [table]
        if first != "p":
            joins.append(f"placings p ON p.commitment = {number} AND {self._alive_on('p')}")
        if first != "c" and self._uses("c."):
            joins.append(f"commitments c ON c.id = {number}")
        if first != "f" and self._uses("f."):
            joins.append(f"facets f ON f.commitment = {number} AND {self._alive_on('f')}")
        return " CROSS JOIN ".join(joins)

    def _uses(self, prefix: str) -> bool:
        """Whether a table is asked for anything."""
        own = " ".join((self._value(), self._missing()))
        return prefix in own or any(prefix in part.where for part in self._parts)

    def _wheres(self, first: str) -> str:
        return f"{self._alive_on(first)} AND {self._meeting}"

    @property
    def _meeting(self) -> str:
        """Write that a commitment lies on a track that is shown and meets every term."""
        return " AND ".join((self._shown, *(part.where.format(recognised=self._recognised) for part in self._parts)))

    def _given(self) -> tuple[Any, ...]:
        return tuple(value for part in self._parts for value in part.values)


_RAW: dict[int, list[tuple[int, str]]] = {
    int(shelf): [
        (int(raw), "1" if raw is shelf and shelf_on(raw, recognised=False) is raw else "{recognised}" if raw is shelf
         else "NOT {recognised}")
        for raw in Shelf
        if shelf in (raw, shelf_on(raw, recognised=False))
    ]
    for shelf in Shelf
}  # fmt: skip
"""For each shelf on a reading: on which shelves of the strict reading lies what is there, and which part of them."""
_FIXED = {
    "debtor": ("commitments_debtor", "c.debtor"),
    "kind": ("commitments_category", "c.category"),
    "label": ("commitments_numbered", _LABEL),
}
"""Orders by what never changes: the index, and the value."""
_MOVING = {
    "promised": ("facets_promised", "f.promised"),
    "delivered": ("facets_delivered", "f.delivered"),
    "left": ("facets_remaining", "f.remaining"),
    "status": ("facets_delivery", "f.delivery"),
    "news": ("facets_news", "f.news"),
}


def table_of(alias: str, *, index: str = "") -> str:
    """Write a table under its short name."""
    name = {"p": "placings", "f": "facets", "c": "commitments"}[alias]
    return f"{name} {alias}{f' INDEXED BY {index}' if index else ''}"


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(str(number) for number in numbers)
