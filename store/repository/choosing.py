"""Choosing: the terms of a filter as conditions of SQL, and as ways to the few commitments that can meet them.

In every condition `p` is where a commitment lies on the day, `f` how it stands, `c` the commitment itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.domain.filtering import NONE, UNATTESTED, Condition, Filter, Vocabulary, parse, resolve, vocabulary_of
from store.domain.folding import folded
from store.domain.shelves import NO_DUE_DAY, Shelf
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.repository import fetch, searching
from store.repository.fetch import LISTED, listed
from store.repository.placings import DELIVERIES, INSTRUMENTS, VERIFICATIONS

if TYPE_CHECKING:
    from store.repository.setting import Setting

Value = str | int
UNDUE = NO_DUE_DAY.isoformat()
_COLUMNS = {"kind": ("category",), "owes": ("debtor",), "to": ("creditor",), "side": ("debtor", "creditor"),
            "round": ("round",), "track": ("track",)}  # fmt: skip
_WAYS_IN = ("kind", "owes", "to", "side", "round")
"""Terms whose columns have indexes."""
_NUMBERS = {"promised": "promised", "delivered": "delivered", "left": "remaining", "news": "news"}
_STATES: tuple[tuple[str, dict[str, int]], ...] = tuple(
    (column, {word.value: number for word, number in numbers.items()})
    for column, numbers in (("delivery", DELIVERIES), ("verification", VERIFICATIONS), ("instrument", INSTRUMENTS))
)
_TOLD = """SELECT {label} FROM dated_claims t {served} WHERE {who} AND t.known_on <= {day}
    AND t.entry NOT IN (SELECT entry FROM undone) AND NOT EXISTS (SELECT 1 FROM dated_claims n
      WHERE n.supersedes = t.id AND n.known_on <= {day} AND n.entry NOT IN (SELECT entry FROM undone))"""
_OWN = {"label": "t.commitment", "served": ""}
_SERVED = {
    "label": "s.commitment",
    "served": """JOIN serves s ON s.exchange = t.exchange AND t.commitment IS NULL
        JOIN commitments b ON b.label = s.commitment AND (t.way IS NULL OR t.way = b.debtor || '>' || b.creditor)""",
}


NOTHING = "0"
"""The condition that nothing meets."""


class Part(NamedTuple):
    """One condition, and where there is one, a way to all that can meet it."""

    where: str
    values: tuple[Value, ...] = ()
    way_in: str = ""
    """Selects the numbers of commitments, among them all that meet it; empty = there is no quick way."""
    way_values: tuple[Value, ...] = ()


def filter_of(setting: Setting) -> Filter:
    """Read the filter of a query. What of it cannot be is met by nothing."""
    parsed = parse(setting.query.filter)
    if parsed.plain:
        return Filter(setting.query.filter)
    return resolve(parsed, vocabulary(setting), lambda words: _phrase(words, setting.day))


def problem(setting: Setting) -> str:
    """Say what is wrong with the filter of a query; empty where nothing is."""
    return filter_of(setting).problem


def vocabulary(setting: Setting) -> Vocabulary:
    """Gather what the terms of a filter can name."""
    connection = setting.connection
    tracks = fetch.tracks(connection)
    return vocabulary_of(setting.actors, fetch.rounds(connection, [track.label for track in tracks]), tracks)


def _phrase(words: str, day: date) -> tuple[date, date] | None:
    from store.phrases.days import days_named  # filters seldom name days in words

    return days_named(words, day)


def parts_of(setting: Setting, chosen: Filter, *, latest: bool) -> list[Part]:
    """Write everything that a filter asks for."""
    parts = [_part(setting, condition, latest=latest) for condition in chosen.conditions]
    words = searching.sought(chosen.words)
    if words:
        patterns = searching.patterns(words)
        found = (searching.expression(words),)
        parts.append(Part(_worded(len(patterns)), patterns, "SELECT rowid FROM search WHERE search MATCH ?", found))
    for piece in chosen.without:
        patterns = searching.patterns(tuple(dict.fromkeys(folded(piece))))
        parts.append(Part(f"NOT {_worded(len(patterns))}", patterns))
    return parts


def _worded(count: int) -> str:
    matched = " AND ".join("w.text GLOB ?" for _ in range(count))
    return f"EXISTS (SELECT 1 FROM commitment_words w WHERE w.id = p.commitment AND {matched})"


def _part(setting: Setting, condition: Condition, *, latest: bool) -> Part:
    if not condition.values:
        return Part(NOTHING)
    part = _positive(setting, condition, latest=latest)
    if condition.negated:
        return Part(f"NOT coalesce(({part.where}), 0)", part.values)
    return part


def _positive(setting: Setting, condition: Condition, *, latest: bool) -> Part:
    name, _, values, _ = condition
    if name in _COLUMNS:
        columns, here = _COLUMNS[name], listed(values)
        where = " OR ".join(f"c.{column} {LISTED}" for column in columns)
        ways = " UNION ".join(f"SELECT id FROM commitments WHERE {column} {LISTED}" for column in columns)
        given = (here,) * len(columns)
        return Part(f"({where})", given, ways if name in _WAYS_IN else "", given)
    if name == "unit":
        return Part(f"lower(c.unit) {LISTED}", (listed([value.lower() for value in values]),))
    if name in ("said", "source"):
        return _told(setting, name, values)
    if name == "status":
        return _status(setting, values, latest=latest)
    if name == "due":
        return _due(condition, latest=latest)
    return _number(condition, latest=latest)


def _told(setting: Setting, name: str, values: Sequence[str]) -> Part:
    here, day = listed(values), setting.day.isoformat()
    who = f"t.source {LISTED}" if name == "source" else f"(t.speaker {LISTED} OR t.speaks_for {LISTED})"
    given: tuple[Value, ...] = ((here,) if name == "source" else (here, here)) + (day, day)
    told = " UNION ".join(_TOLD.format(who=who, day="?", **way) for way in (_OWN, _SERVED))
    ways = f"SELECT id FROM commitments WHERE label IN ({told})"
    return Part(f"c.label IN ({told})", given * 2, ways, given * 2)


def _status(setting: Setting, values: Sequence[str], *, latest: bool) -> Part:
    wheres: list[str] = []
    given: list[Value] = []
    ways: list[str] = []
    day = setting.day.isoformat()
    for value in values:
        if value in _PLACES:
            wheres.append(_PLACES[value])
            if value == "overdue":
                wheres[-1] = f"(p.shelf <= {int(Shelf.OPEN)} AND p.due < ?)"
                given.append(day)
            ways.append("")
            continue
        word = NONE if value == UNATTESTED else value
        for column, numbers in _STATES:
            if word in numbers:
                wheres.append(f"f.{column} = {numbers[word]}")
                ways.append(f"SELECT commitment FROM facets WHERE until IS NULL AND {column} = {numbers[word]}")
                break
    way = " UNION ".join(ways) if latest and all(ways) else ""
    if list(values) == ["overdue"] and latest:
        return Part(wheres[0], (day,), _OVERDUE, (day,))
    return Part(f"({' OR '.join(wheres)})", tuple(given), way)


_OVERDUE = f"""SELECT commitment FROM placings INDEXED BY placings_due
    WHERE until IS NULL AND due < '{UNDUE}' AND due < ?"""
PLACE = f"""(CASE WHEN p.shelf > {int(Shelf.DONE)} OR {{recognised}} THEN p.shelf
    WHEN p.shelf = {int(Shelf.DONE)} THEN {int(Shelf.ASKED_DONE)} ELSE {int(Shelf.ASKED)} END)"""
"""The shelf on the reading, as `shelf_on` says it."""
_PLACES = {
    "open": f"{PLACE} <= {int(Shelf.OPEN)}",
    "done": f"{PLACE} = {int(Shelf.DONE)}",
    "owed": f"{PLACE} <= {int(Shelf.DONE)}",
    "asked": f"{PLACE} IN ({int(Shelf.ASKED)}, {int(Shelf.ASKED_DONE)})",
    "ended": f"{PLACE} = {int(Shelf.ENDED)}",
    "undated": f"p.due = '{UNDUE}'",
    "overdue": "",
}


def _due(condition: Condition, *, latest: bool) -> Part:
    where, given = _between("p.due", condition)
    dated = f"p.due < '{UNDUE}' AND "
    if NONE in condition.values:
        others = f" OR ({dated}({where}))" if where else ""
        return Part(f"(p.due = '{UNDUE}'{others})", given)
    way = (
        f"SELECT p.commitment FROM placings p INDEXED BY placings_due WHERE p.until IS NULL AND {dated}({where})"
        if latest
        else ""
    )
    return Part(f"({dated}({where}))", given, way, given if latest else ())


def _number(condition: Condition, *, latest: bool) -> Part:
    column = _NUMBERS[condition.name]
    owed = f"{PLACE} <= {int(Shelf.DONE)}"
    read = f"CASE WHEN {owed} THEN f.{column} END" if condition.name == "left" else f"f.{column}"
    where, given = _between(f"({read})", condition)
    if NONE in condition.values:
        others = f" OR {where}" if where else ""
        return Part(f"(({read}) IS NULL{others})", given)
    plain, _ = _between(f"f.{column}", condition)
    way = f"SELECT f.commitment FROM facets f WHERE f.until IS NULL AND ({plain})" if latest else ""
    return Part(f"({where})", given, way, given if latest else ())


def _between(column: str, condition: Condition) -> tuple[str, tuple[Value, ...]]:
    """Write that a column lies before, behind or in one of some spans; days come in pairs, numbers alone."""
    said = [value for value in condition.values if value != NONE]
    days = condition.name in ("due", "news")
    spans: list[tuple[Value, Value]] = (
        list(zip(said[::2], said[1::2], strict=True)) if days else [(int(value), int(value)) for value in said]
    )
    if not spans:
        return "", ()
    if condition.sign in ("<", ">="):
        return f"{column} {condition.sign} ?", (spans[0][0],)
    if condition.sign in (">", "<="):
        return f"{column} {condition.sign} ?", (spans[0][1],)
    return " OR ".join(f"{column} BETWEEN ? AND ?" for _ in spans), tuple(value for span in spans for value in span)
