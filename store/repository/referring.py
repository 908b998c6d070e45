"""What the store holds that a line of the record may refer to, looked up as it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from store.domain.typed import TYPE_CHECKING
from store.repository import fetch
from store.repository.names import TABLES
from store.repository.tables.columns import LABELLED, Known, Names

if TYPE_CHECKING:
    from sqlite3 import Connection
    from typing import Any

    from store.repository.names import TABLES

_MOST_SOURCES = 100_000
"""How many sources are remembered at once: statements cite them in any order, unlike other things."""


def names_of(connection: Connection, *, waiting: bool = False) -> Names:
    """Collect what the store holds that may be referred to; with `waiting` also what waits to be taken into it."""
    actors = {
        row["code"]: row["speaks_for"] or (row["code"] if row["kind"] in ("side", "joint") else None)
        for row in connection.execute(f"SELECT code, kind, speaks_for FROM actors WHERE {fetch.IN_FORCE}")
    }

    def look(kind: str, query: str, value: str) -> Callable[[str], Any]:
        text = query.format(TABLES[kind])
        if waiting:
            text = f"{text} UNION ALL SELECT {value} FROM temp.waiting WHERE kind = '{kind}' AND label = ?1"

        def found(label: str) -> Any:
            return max((row[0] for row in connection.execute(text, (label,)) if row[0] is not None), default=None)

        return found

    labelled = {kind: Known(kind, look(kind, _LABEL, "1"), most=_MOST_LABELS) for kind in LABELLED}
    sources = Known[str]("source", look("source", _DAY, f"'{date.max}'"), most=_MOST_SOURCES)
    claims, signals = (Known[int](kind, look(kind, _NUMBER, "number")) for kind in ("claim", "signal"))
    return Names(actors, sources, labelled, claims, signals)


_MOST_LABELS = 20_000
_LABEL = f"SELECT 1 FROM {{}} WHERE label = ?1 AND {fetch.IN_FORCE}"
_DAY = f"SELECT published FROM dated_sources WHERE label = ?1 AND {fetch.IN_FORCE}"
_NUMBER = f"SELECT max(id) FROM {{}} WHERE label = ?1 AND {fetch.IN_FORCE}"
