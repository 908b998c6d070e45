"""Beginnings: what a new thing most likely says, given what is highlighted."""

from __future__ import annotations

from typing import Any

from store.domain.forms import FORMS
from store.domain.records import Held, Start
from store.domain.typed import TYPE_CHECKING
from store.errors import UnknownError, UsageError
from store.repository import days, fetch, journal
from store.repository.evidence import find
from store.repository.free_labels import next_label
from store.repository.held import held

if TYPE_CHECKING:
    from sqlite3 import Connection


def start(connection: Connection, kind: str, about: str) -> Start:
    """Say what a new thing most likely is, given what is highlighted. Raises UsageError for an unknown kind."""
    if kind not in FORMS:
        raise UsageError(f"'{kind}' is no kind of thing: write one of {', '.join(FORMS)}")
    fields = {**_USUAL.get(kind, {}), **_from_about(connection, kind, about)}
    form = FORMS[kind]
    if form.field("track") is not None and "track" not in fields:
        tracks = fetch.tracks(connection)
        fields |= {"track": tracks[-1].label} if tracks else {}
    if kind == "round" and "track" in fields:
        query = f"SELECT coalesce(max(ordinal), 0) + 1 FROM rounds WHERE track = ? AND {fetch.IN_FORCE}"
        fields["ordinal"] = connection.execute(query, (fields["track"],)).fetchone()[0]
    if kind == "source":
        newest = days.newest(connection)
        fields |= {"published": newest.isoformat()} if newest else {}
    label = "" if kind in ("actor", "report") else next_label(connection, kind, journal.next_number(connection), fields)
    return Start(label, fields)


_USUAL: dict[str, dict[str, Any]] = {
    "claim": {"measure": "cumulative", "strength": "article"},
    "signal": {"about": "round", "strength": "article"},
    "report": {"strength": "article"},
    "position": {"strength": "article"},
    "gate": {"holds": "round", "mode": "all_of", "testable": True, "strength": "article"},
    "round": {"kind": "round"},
    "commitment": {"owed.instrument": "announced", "owed.strength": "article"},
    "source": {"basis": "stated"},
}


def _from_about(connection: Connection, kind: str, about: str) -> dict[str, Any]:
    """Take over from a thing what a new one has in common with it."""
    if not about:
        return {}
    try:
        one, _ = find(connection, about)
        found = held(connection, about)
    except (UnknownError, UsageError):
        return {}
    fields = {key: found.fields[key] for key in ("track",) if key in found.fields} | _in_common(one, kind, found)
    return {key: value for key, value in fields.items() if FORMS[kind].field(key) is not None}


def _in_common(one: str, kind: str, found: Held) -> dict[str, Any]:
    """Take over from a thing of one kind what one of another kind most likely says."""
    match one:
        case "round":
            return {"round": found.label}
        case "commitment" | "exchange" if kind == "claim":
            return {"about": found.label}
        case "commitment" if kind in ("gate", "exchange"):
            return {"requires" if kind == "gate" else "serves": [found.label]}
        case "source":
            return {"at": f"{found.label}:"}
        case "actor":
            return {"actor" if kind == "position" else "by": found.label}
    keys = ("about", "round") if one == kind else ("round",)
    return {key: found.fields[key] for key in keys if key in found.fields}
