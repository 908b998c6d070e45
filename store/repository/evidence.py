"""Evidence: everything the record holds about one thing, found by its label."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from store.domain.board import NO_EVIDENCE, Evidence
from store.domain.knowledge import known
from store.domain.model import Claim, Discrepancy, Gate, Position, Report, Signal, Source
from store.domain.rounds import RoundCase, round_standing
from store.domain.typed import TYPE_CHECKING
from store.errors import UnknownError
from store.repository import fetch, newest, values
from store.repository.meetings import gate_standings, holding
from store.repository.setting import Setting

if TYPE_CHECKING:
    from sqlite3 import Connection
    from typing import TypeVar

    D = TypeVar("D", Claim, Signal)

HISTORY = 20
"""How many journal entries on a thing are shown at most."""

_LABELS = {
    "commitment": ("commitments", "label"),
    "round": ("rounds", "label"),
    "gate": ("gates", "label"),
    "exchange": ("exchanges", "label"),
    "source": ("sources", "label"),
    "track": ("tracks", "label"),
    "position": ("positions", "label"),
    "discrepancy": ("discrepancies", "label"),
    "claim": ("claims", "label"),
    "signal": ("signals", "label"),
    "judgement": ("judgements", "label"),
    "actor": ("actors", "code"),
}

_SPOKEN = ("speaker", "speaks_for")
_FEW = ("round", "gate", "track", "position", "discrepancy")
"""Kinds that are few enough to look through when the case of a label is wrong."""


def find(connection: Connection, label: str) -> tuple[str, str]:
    """Find what a label names: its kind, and the label as the record spells it. Raises UnknownError with near ones."""
    for spelled in dict.fromkeys((label, label.upper(), label.lower())):
        for kind, (table, column) in _LABELS.items():
            query = f"SELECT 1 FROM {table} WHERE {column} = ? AND {fetch.IN_FORCE} LIMIT 1"
            if connection.execute(query, (spelled,)).fetchone() is not None:
                return kind, spelled
    for kind in _FEW:
        table, column = _LABELS[kind]
        query = f"SELECT {column} FROM {table} WHERE {column} = ? COLLATE NOCASE AND {fetch.IN_FORCE} LIMIT 1"
        row = connection.execute(query, (label,)).fetchone()
        if row is not None:
            return kind, row[0]
    for actor in fetch.actors(connection).values():
        if label.casefold() in (name.casefold() for name in (actor.name, *actor.aliases)):
            return "actor", actor.code
    raise UnknownError(f"the record holds nothing called '{label}'{_near(connection, label)}")


def _near(connection: Connection, label: str) -> str:
    """Name labels that are spelled nearly so, from those that begin alike."""
    from difflib import get_close_matches

    start, candidates = label[:1], list[str]()
    for first in dict.fromkeys((start.upper(), start.lower())):
        for table, column in _LABELS.values():
            alike = f"{column} >= ? AND {column} < ? AND {fetch.IN_FORCE}"
            query = f"SELECT {column} FROM {table} WHERE {alike} ORDER BY {column} LIMIT 100"
            candidates.extend(row[0] for row in connection.execute(query, (first, first + chr(0x10FFFF))))
    near = get_close_matches(label.upper(), dict.fromkeys(candidates), n=5, cutoff=0.3)
    return f"; near it: {', '.join(near)}" if near else "; `talks-tui status` lists what there is"


def build_evidence(setting: Setting, label: str) -> Evidence:
    """Fetch everything about one thing as known on the day of the setting. Raises UnknownError."""
    if not label:
        return NO_EVIDENCE
    kind, spelled = find(setting.connection, label)
    builder = {
        "commitment": _commitment,
        "round": _round,
        "gate": _gate,
        "exchange": _exchange,
        "source": _source,
        "actor": _actor,
        "track": _track,
    }.get(kind, _single)
    found = builder(setting, kind, spelled)
    if _unknown_yet(found, setting):
        raise UnknownError(f"{spelled} was not known yet on {setting.day}: step to a later day")
    return found


def _unknown_yet(found: Evidence, setting: Setting) -> bool:
    """Whether the record first speaks of a thing on a later day."""
    known = [
        *(claim.known_on for claim in found.claims),
        *(signal.known_on for signal in found.signals),
        *(position.known_on for position in found.positions),
        *(discrepancy.known_on for discrepancy in found.discrepancies),
    ]
    if found.standing is not None:
        return found.standing.commitment.known_on > setting.day
    if found.gate is not None:
        return found.gate.gate.known_on > setting.day
    if found.round is not None:
        return not found.reports and not found.signals
    if found.kind == "source":
        return found.sources[found.subject].published > setting.day
    return bool(known) and min(known) > setting.day


def _on(setting: Setting) -> str:
    return setting.day.isoformat()


def _commitment(setting: Setting, kind: str, label: str) -> Evidence:
    connection = setting.connection
    number = setting.numbers([label])[label]
    case = setting.cases([number])[number]
    claims = tuple(known(case.claims, setting.day))
    gates = fetch.gates(
        connection,
        "t.known_on <= ? AND t.label IN (SELECT gate FROM gate_commitments WHERE commitment = ?)",
        (_on(setting), label),
    )
    events = dict.fromkeys(claim.exchange for claim in claims if claim.exchange)
    return Evidence(
        subject=label,
        kind=kind,
        standing=setting.standings([number])[number],
        gates=tuple(gate_standings(setting, gates)),
        claims=claims,
        exchanges=tuple(fetch.exchanges(connection, events)),
        discrepancies=tuple(fetch.discrepancies_about(connection, label, setting.day)),
        judgements=tuple(sorted((j for j in case.judgements if j.day <= setting.day), key=lambda j: -j.id)),
        sources=_cited(setting, claims),
        history=tuple(fetch.journal(connection, HISTORY, label)),
    )


def _cited(setting: Setting, facts: Iterable[Claim | Signal | Report | Gate]) -> dict[str, Source]:
    return fetch.sources(setting.connection, [fact.cite.source for fact in facts])


def _round(setting: Setting, kind: str, label: str) -> Evidence:
    connection, on = setting.connection, _on(setting)
    row = connection.execute("SELECT * FROM rounds WHERE label = ?", (label,)).fetchone()
    round_ = values.round_(row)
    track = next(track for track in fetch.tracks(connection) if track.label == round_.track)
    reports = known(fetch.reports(connection, "t.round = ? AND t.known_on <= ?", (label, on)), setting.day)
    signals = newest.newest_signals(connection, ("round",), label, setting.day)
    gates = gate_standings(setting, fetch.gates(connection, "t.round = ? AND t.known_on <= ?", (label, on)))
    judgements = tuple(j for j in fetch.judgements_about(connection, [label])[label] if j.day <= setting.day)
    case = RoundCase(round_, track, tuple(reports), tuple(signals), judgements)
    return Evidence(
        subject=label,
        kind=kind,
        round=round_standing(case, holding(gates, label), setting.day),
        gates=tuple(gates),
        signals=tuple(signals),
        reports=tuple(reports),
        discrepancies=tuple(fetch.discrepancies_about(connection, label, setting.day)),
        judgements=tuple(reversed(judgements)),
        sources=_cited(setting, (*reports, *signals)),
        history=tuple(fetch.journal(connection, HISTORY, label)),
    )


def _gate(setting: Setting, kind: str, label: str) -> Evidence:
    gates = fetch.gates(setting.connection, "t.label = ?", (label,))
    judged = gate_standings(setting, gates)
    return Evidence(
        subject=label,
        kind=kind,
        gate=judged[0],
        discrepancies=tuple(fetch.discrepancies_about(setting.connection, label, setting.day)),
        sources=_cited(setting, gates),
    )


def _exchange(setting: Setting, kind: str, label: str) -> Evidence:
    claims = _claims(setting, ("exchange",), label)
    return Evidence(
        subject=label,
        kind=kind,
        claims=claims,
        exchanges=tuple(fetch.exchanges(setting.connection, [label])),
        discrepancies=tuple(fetch.discrepancies_about(setting.connection, label, setting.day)),
        sources=_cited(setting, claims),
    )


def _claims(setting: Setting, columns: tuple[str, ...], value: str) -> tuple[Claim, ...]:
    return tuple(known(newest.newest_claims(setting.connection, columns, value, setting.day), setting.day))


_PLACED = """known_on <= ? AND (instr(', ' || locators || ',', ', ' || ? || ',')
    OR instr(', ' || locators, ', ' || ? || ':'))"""
"""Rests on a place in a source, or on a source as a whole."""


def _source(setting: Setting, kind: str, label: str) -> Evidence:
    connection, on = setting.connection, _on(setting)
    return Evidence(
        subject=label,
        kind=kind,
        claims=_claims(setting, ("source",), label),
        signals=tuple(newest.newest_signals(connection, ("source",), label, setting.day)),
        reports=tuple(known(fetch.reports(connection, "t.source = ? AND t.known_on <= ?", (label, on)), setting.day)),
        positions=tuple(fetch.positions(connection, _PLACED, (on, label, label))),
        discrepancies=tuple(fetch.discrepancies_about(connection, label, setting.day)),
        sources=fetch.sources(connection, [label]),
        history=tuple(fetch.journal(connection, HISTORY, label)),
    )


def _actor(setting: Setting, kind: str, code: str) -> Evidence:
    connection, on = setting.connection, _on(setting)
    claims = _claims(setting, _SPOKEN, code)
    signals = tuple(newest.newest_signals(connection, _SPOKEN, code, setting.day))
    return Evidence(
        subject=code,
        kind=kind,
        actor=setting.actors.get(code),
        claims=claims,
        signals=signals,
        positions=tuple(fetch.positions(connection, "actor = ? AND known_on <= ?", (code, on))),
        sources=_cited(setting, (*claims, *signals)),
    )


def _track(setting: Setting, kind: str, label: str) -> Evidence:
    connection, on = setting.connection, _on(setting)
    signals = tuple(newest.newest_signals(connection, ("track",), label, setting.day))
    positions = fetch.positions(connection, "track = ? AND known_on <= ?", (label, on))
    return Evidence(
        subject=label, kind=kind, signals=signals, positions=tuple(positions), sources=_cited(setting, signals)
    )  # fmt: skip


def _mended(
    ask: Callable[[Connection, str, Sequence[object]], list[D]], table: str, setting: Setting, label: str
) -> list[D]:
    """Fetch the statements of a label, each as it was mended last by the day of the setting."""
    chain = f"""t.id IN (WITH RECURSIVE chain (id) AS (SELECT id FROM {table} WHERE label = ?1
        UNION SELECT n.id FROM chain c JOIN {table} n ON n.supersedes = c.id) SELECT id FROM chain)"""
    found = ask(setting.connection, chain, (label,))
    return known(found, setting.day) or found


def _single(setting: Setting, kind: str, label: str) -> Evidence:
    """Fetch one fact alone: a claim, signal, position, discrepancy or judgement."""
    connection = setting.connection
    claims: list[Claim] = _mended(fetch.claims, "claims", setting, label) if kind == "claim" else []
    signals: list[Signal] = _mended(fetch.signals, "signals", setting, label) if kind == "signal" else []
    positions: list[Position] = fetch.positions(connection, "label = ?", (label,)) if kind == "position" else []
    discrepancies: list[Discrepancy] = (
        fetch.discrepancies(connection, "d.label = ?", (label,)) if kind == "discrepancy" else []
    )
    judgements = fetch.judgements_labelled(connection, label) if kind == "judgement" else []
    return Evidence(
        subject=label,
        kind=kind,
        claims=tuple(claims),
        signals=tuple(signals),
        positions=tuple(positions),
        discrepancies=tuple(discrepancies),
        judgements=tuple(judgements),
        sources=_cited(setting, (*claims, *signals)),
        history=tuple(fetch.journal(connection, HISTORY, label)),
    )
