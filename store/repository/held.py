"""Held: things of the record as lines say them, read back from their rows with the days that stand now."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from store.domain.model import Actor
from store.domain.records import Held, window_keys
from store.domain.typed import TYPE_CHECKING
from store.domain.windows import format_span
from store.errors import ConflictError, UnknownError, UsageError
from store.repository import fetch, values
from store.repository.evidence import find
from store.repository.names import TABLES

if TYPE_CHECKING:
    from sqlite3 import Connection, Row

SUPERSEDED = ("claim", "signal", "report")
"""Kinds that are mended by another statement."""
_DATED = ("claims", "signals", "reports", "gates", "positions", "commitments", "sources")


def held(connection: Connection, label: str) -> Held:
    """Find a thing by its label, or a report by its place in a source, as it stands now.

    Raises UnknownError, and UsageError where it is nothing that is mended by hand or several reports stand there.
    """
    kind, spelled, number = _row_of(connection, label.strip())
    if kind not in READERS:
        raise UsageError(f"{spelled} is a {kind}: it is not edited; {_INSTEAD.get(kind, 'import another one')}")
    return as_held(connection, kind, spelled, number)


_INSTEAD = {"judgement": "set another status, or undo it"}


def as_held(connection: Connection, kind: str, label: str, number: int) -> Held:
    """Read the row of a thing."""
    table = TABLES[kind]
    view = f"dated_{table}" if table in _DATED else table
    row = connection.execute(f"SELECT * FROM {view} WHERE id = ?", (number,)).fetchone()
    found = READERS[kind](connection, row)
    called = row["label"] if kind in ("claim", "signal") and row["label"] else label
    return Held(kind, called, number, {key: value for key, value in found.items() if value not in (None, "", [])})


def _row_of(connection: Connection, label: str) -> tuple[str, str, int]:
    try:
        kind, spelled = find(connection, label)
    except UnknownError:
        reports = _reports_at(connection, label) if ":" in label else []
        if not reports:
            raise
        if len(reports) > 1:
            rounds = ", ".join(row["round"] for row in reports)
            raise UsageError(
                f"{label} says something of {rounds}: write the round before it, {reports[0]['round']}@{label}"
            ) from None
        return "report", reports[0]["round"], newest(connection, "reports", reports[0]["id"])
    table, column = TABLES[kind], "code" if kind == "actor" else "label"
    query = f"SELECT max(id) FROM {table} WHERE {column} = ? AND {fetch.IN_FORCE}"
    number = connection.execute(query, (spelled,)).fetchone()[0]
    return kind, spelled, newest(connection, table, number)


def _reports_at(connection: Connection, label: str) -> list[Row]:
    round_, _, place = label.rpartition("@")
    query = f"""SELECT id, round FROM reports t WHERE source = ?1 AND (locator = ?2 OR locator LIKE ?2 || ', %')
        AND (?3 = '' OR round = ?3) AND {fetch.IN_FORCE}
        AND NOT EXISTS (SELECT 1 FROM reports n
            WHERE n.supersedes = t.id AND n.entry NOT IN (SELECT entry FROM undone))"""
    return connection.execute(query, (place.partition(":")[0], place, round_)).fetchall()


def newest(connection: Connection, table: str, number: int) -> int:
    """Follow a statement to the one that corrects it last; of other things it is the row itself."""
    if table not in ("claims", "signals", "reports"):
        return number
    query = f"SELECT max(id) FROM {table} WHERE supersedes = ? AND {fetch.IN_FORCE}"
    while (later := connection.execute(query, (number,)).fetchone()[0]) is not None:
        number = later
    return number


def require_unchanged(connection: Connection, seen: Held) -> None:
    """See that a statement was not corrected since it was seen. Raises ConflictError."""
    table = TABLES[seen.kind]
    if newest(connection, table, seen.number) != seen.number:
        who = connection.execute(
            f"""SELECT j.who FROM {table} t JOIN journal j ON j.id = t.entry
                WHERE t.supersedes = ? AND t.entry NOT IN (SELECT entry FROM undone) ORDER BY t.id DESC LIMIT 1""",
            (seen.number,),
        ).fetchone()
        by = who["who"] if who is not None else "somebody"
        raise ConflictError(f"{seen.label} was corrected by {by} meanwhile; nothing was saved: look at it again")
    query = f"SELECT 1 FROM {table} WHERE id = ? AND {fetch.IN_FORCE}"
    if connection.execute(query, (seen.number,)).fetchone() is None:
        raise ConflictError(f"{seen.label} was taken back meanwhile; nothing was saved")


# -- one function a kind


def _window(row: Row) -> dict[str, Any]:
    return window_keys(values.window(row)) | {"rule": row["rule"]}  # which may be there without any words


def _cite(connection: Connection, row: Row) -> dict[str, Any]:
    side = _side(connection, row["speaker"])
    return {
        "at": _places(row["locator"]),
        "strength": row["strength"],
        "by": row["speaker"],
        "for": row["speaks_for"] if row["speaks_for"] != side else None,
        "via": row["via"],
        "words": row["words"],
        "known": _known(connection, row, row["source"]),
    }


def _known(connection: Connection, row: Row, source: str) -> str | None:
    """Return the first day of what is known, where that is not the day of its source."""
    found = connection.execute("SELECT published FROM dated_sources WHERE label = ?", (source,)).fetchone()
    return row["known_on"] if found is None or row["known_on"] != found["published"] else None


def _side(connection: Connection, speaker: str | None) -> str | None:
    if speaker is None:
        return None
    row = connection.execute("SELECT code, kind, speaks_for FROM actors WHERE code = ?", (speaker,)).fetchone()
    side: str | None = row["speaks_for"] or (row["code"] if row["kind"] in ("side", "joint") else None)
    return side


def _places(text: str) -> str | list[str]:
    places = text.split(", ")
    return places if len(places) > 1 else text


def _listed(text: str | None) -> list[str]:
    return text.split() if text else []


def _plain(row: Row, *keys: str) -> dict[str, Any]:
    return {key: row[key] for key in keys}


def _claim(connection: Connection, row: Row) -> dict[str, Any]:
    return {
        "about": row["commitment"] or row["exchange"],
        "figure": values.figure(row) if row["qualifier"] is not None else None,
        "basis": row["basis"] if row["basis"] != "unstated" else None,
        "recognised_by": _listed(row["recognised_by"]),
        **_plain(row, "measure", "progress", "event", "instrument", "role", "way", "note"),
        **_window(row),
        **_cite(connection, row),
    }


def _report(connection: Connection, row: Row) -> dict[str, Any]:
    return {
        "heads": _listed(row["heads"]),
        **_plain(row, "round", "state", "place", "host", "duration", "minutes", "outcome", "note"),
        **_window(row),
        **_cite(connection, row),
    }


def _signal(connection: Connection, row: Row) -> dict[str, Any]:
    said = format_span(values.day(row["said_earliest"]), values.day(row["said_latest"]))
    return {
        "said": said,
        **_plain(row, "track", "round", "about", "modality", "note"),
        **_window(row),
        **_cite(connection, row),
    }


def _gate(connection: Connection, row: Row) -> dict[str, Any]:
    parts: dict[str, list[str]] = {"requires": [], "holds": []}
    query = "SELECT part, commitment FROM gate_commitments WHERE gate = ? ORDER BY part, commitment"
    for beside in connection.execute(query, (row["label"],)):
        parts[beside["part"]].append(beside["commitment"])
    return {
        **_plain(row, "track", "round", "holds", "mode", "condition", "note"),
        **_cite(connection, row),
        "testable": bool(row["testable"]),
        "requires": parts["requires"],
        "holds_commitments": parts["holds"],
    }


def _position(connection: Connection, row: Row) -> dict[str, Any]:
    places = _places(row["locators"])
    first = places if isinstance(places, str) else places[0]
    return {
        **_plain(row, "track", "actor", "topic", "stance", "summary", "reply", "strength"),
        "at": places,
        "known": _known(connection, row, first.rpartition(":")[0] or first),
    }


def _commitment(_connection: Connection, row: Row) -> dict[str, Any]:
    return {
        **_plain(row, "track", "round", "category", "what", "unit", "mirrors"),
        "from": row["debtor"],
        "to": row["creditor"],
        "needs": _listed(row["needs"]),
        "known": row["known_on"],
    }


def _exchange(connection: Connection, row: Row) -> dict[str, Any]:
    label = row["label"]
    legs = connection.execute("SELECT * FROM legs WHERE exchange = ? ORDER BY place", (label,)).fetchall()
    served = connection.execute("SELECT commitment FROM serves WHERE exchange = ? ORDER BY commitment", (label,))
    return {
        **_plain(row, "track", "name", "place", "witness"),
        **_window(row),
        "legs": [_leg(leg) for leg in legs],
        "serves": [beside["commitment"] for beside in served],
    }


def _leg(row: Row) -> dict[str, Any]:
    given = {"from": row["debtor"], "to": row["creditor"], "category": row["category"]}
    return given | ({"parts": row["parts"]} if row["parts"] else {})


def _round(_connection: Connection, row: Row) -> dict[str, Any]:
    return _plain(row, "track", "kind", "ordinal", "name")


def _source(_connection: Connection, row: Row) -> dict[str, Any]:
    span = format_span(values.day(row["earliest"]), values.day(row["latest"]))
    keys = ("title", "publisher", "upstream", "origin", "why", "address", "digest", "note", "published", "basis")
    return {**_plain(row, *keys), "window": span, "lang": row["language"]}


def _actor(connection: Connection, row: Row) -> dict[str, Any]:
    actor: Actor = fetch.actors(connection)[row["code"]]
    return {
        **_plain(row, "name", "kind", "role", "office"),
        "for": row["speaks_for"],
        "aliases": list(actor.aliases),
        "members": list(actor.members),
    }


def _track(connection: Connection, row: Row) -> dict[str, Any]:
    track = next(track for track in fetch.tracks(connection) if track.label == row["label"])
    return {
        **_plain(row, "name", "host"),
        "parties": list(track.parties),
        "mediators": list(track.mediators),
    }


READERS: dict[str, Callable[[Connection, Row], dict[str, Any]]] = {
    "claim": _claim,
    "signal": _signal,
    "report": _report,
    "gate": _gate,
    "position": _position,
    "commitment": _commitment,
    "exchange": _exchange,
    "round": _round,
    "source": _source,
    "actor": _actor,
    "track": _track,
}
"""What a line of each kind says, read from its row."""
