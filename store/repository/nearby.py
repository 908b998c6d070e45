"""Nearby: things that can be meant by what is typed so far, a few of them, with what they are in short."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.folding import folded
from store.domain.records import Named
from store.domain.typed import TYPE_CHECKING
from store.repository import searching
from store.repository.fetch import IN_FORCE

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST = 30
"""How many are listed at most."""
_LOOKED_AT = 2_000
"""How many of the newest things of a kind are looked through for words that are in no index."""

_SHORT = {
    "track": ("tracks", "name"),
    "round": ("rounds", "name"),
    "commitment": ("commitments", "what || ' ' || debtor || '→' || creditor"),
    "exchange": ("exchanges", "name"),
    "gate": ("gates", "condition"),
    "source": ("sources", "coalesce(publisher, '') || ' ' || published || ' ' || coalesce(title, '')"),
}
"""By kind the table, and what says in short what a thing is."""


def near(connection: Connection, kinds: Sequence[str], text: str) -> list[Named]:
    """List things of some kinds by the beginning of their labels, then by words of theirs."""
    found: dict[str, Named] = {}
    for kind in kinds:
        table, short = _SHORT[kind]
        view = "dated_sources" if kind == "source" else table
        begins = f"SELECT label, {short} AS short FROM {view} WHERE label >= ? AND label < ? AND {IN_FORCE}"
        for start in dict.fromkeys((text, text.upper(), text.lower())):
            rows = connection.execute(f"{begins} ORDER BY label LIMIT {MOST}", (start, start + chr(0x10FFFF)))
            found.update((row["label"], _named(row["label"], row["short"])) for row in rows)
    words = searching.sought(text)
    for kind in kinds if words and len(found) < MOST else ():
        table, short = _SHORT[kind]
        view = "dated_sources" if kind == "source" else table
        newest = f"SELECT label, {short} AS short FROM {view} WHERE {IN_FORCE} ORDER BY id DESC LIMIT {_LOOKED_AT}"
        for row in connection.execute(newest):
            if _holds(row["short"], words):
                found.setdefault(row["label"], _named(row["label"], row["short"]))
    return list(found.values())[:MOST]


def _named(label: str, short: str) -> Named:
    return Named(label, " ".join(short.split()))


def _holds(short: str, words: Sequence[str]) -> bool:
    held = folded(short)
    return all(any(one.startswith(word) for one in held) for word in words)


def units(connection: Connection, text: str) -> list[Named]:
    """List the units of the newest commitments that begin with a text, the commonest first."""
    query = f"""SELECT unit, count(*) AS n FROM (SELECT unit FROM commitments
          WHERE unit IS NOT NULL AND {IN_FORCE} ORDER BY id DESC LIMIT {_LOOKED_AT})
        GROUP BY unit ORDER BY n DESC, unit"""
    start = text.casefold()
    found = [row["unit"] for row in connection.execute(query) if row["unit"].casefold().startswith(start)]
    return [Named(unit, "") for unit in found[:MOST]]
