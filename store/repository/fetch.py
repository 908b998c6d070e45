"""Fetching: what the record holds about some things, as values. Facts of undone entries are left out here, once."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from store.domain.journal import JournalEntry, Judgement
from store.domain.model import (
    Actor,
    Claim,
    Commitment,
    Discrepancy,
    Exchange,
    Gate,
    Leg,
    Position,
    Report,
    Round,
    Signal,
    Source,
    Track,
)
from store.domain.standing import Case
from store.domain.typed import TYPE_CHECKING
from store.repository import facts, lookup, values

if TYPE_CHECKING:
    from sqlite3 import Connection, Row

IN_FORCE = "entry NOT IN (SELECT entry FROM undone)"
_SOURCED = """SELECT t.*, s.origin AS origin, s.basis AS source_basis, a.office AS office
    FROM dated_{0} t JOIN dated_sources s ON s.label = t.source LEFT JOIN actors a ON a.code = t.speaker"""
_FACTS = """SELECT {0} FROM dated_{1} t JOIN dated_sources s ON s.label = t.source
    LEFT JOIN actors a ON a.code = t.speaker WHERE t.entry NOT IN (SELECT entry FROM undone) AND """
_FILED = "SELECT t.*, e.at AS filed FROM dated_judgements t LEFT JOIN journal e ON e.id = t.entry"
_IN_FORCE_T = "t.entry NOT IN (SELECT entry FROM undone)"
MOST_SAID = 200
"""How many of the newest statements about one thing are fetched at most."""
MOST_SHOWN = 60
"""How many of the newest statements about the next round a board shows at most."""
LISTED = "IN (SELECT value FROM json_each(?))"
"""Is among the items that `listed` writes. One text for any number of items, so SQLite need not prepare it anew."""


def listed(items: Iterable[object]) -> str:
    """Write items as the value that `LISTED` reads."""
    return json.dumps(list(items))


def marks(items: Sequence[object]) -> str:
    """Write as many question marks as there are items."""
    return ", ".join("?" * len(items))


def next_number(connection: Connection, table: str) -> int:
    """Return the number that the next row of a table will have; the caller holds the write transaction."""
    return int(connection.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])


def sourced(connection: Connection, table: str, where: str, values_: Sequence[object] = ()) -> list[Row]:
    """Fetch rows of a table that cites sources, with the origin and basis of each row's source."""
    return connection.execute(f"{_SOURCED.format(table)} WHERE {_IN_FORCE_T} AND {where}", values_).fetchall()


def cited(connection: Connection, table: str, where: str, values_: Sequence[object] = ()) -> list[Row]:
    """Fetch from a table that cites sources what the values of `store.repository.facts` are read from."""
    return connection.execute(_FACTS.format(facts.COLUMNS[table], table) + where, values_).fetchall()


def actors(connection: Connection) -> dict[str, Actor]:
    """Fetch every actor by code."""
    aliases: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(f"SELECT actor, alias FROM aliases WHERE {IN_FORCE} ORDER BY actor, alias"):
        aliases[row["actor"]].append(row["alias"])
    return {
        row["code"]: Actor(
            code=row["code"],
            name=row["name"],
            kind=lookup.ACTORKIND[row["kind"]],
            role=lookup.ROLE[row["role"]],
            speaks_for=row["speaks_for"],
            office=row["office"],
            aliases=tuple(aliases[row["code"]]),
            members=tuple((row["members"] or "").split()),
        )
        for row in connection.execute(f"SELECT * FROM actors WHERE {IN_FORCE}")
    }


def tracks(connection: Connection) -> tuple[Track, ...]:
    """Fetch every track, in the order they were added."""
    taking_part: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in connection.execute("SELECT track, role, actor FROM track_actors ORDER BY track, role, place"):
        taking_part[row["track"], row["role"]].append(row["actor"])
    return tuple(
        Track(
            label=row["label"],
            name=row["name"],
            parties=tuple(taking_part[row["label"], "party"]),
            host=row["host"],
            mediators=tuple(taking_part[row["label"], "mediator"]),
        )
        for row in connection.execute(f"SELECT * FROM tracks WHERE {IN_FORCE} ORDER BY id")
    )


def bound(commitment: Commitment, known: Mapping[str, Actor]) -> tuple[str, ...]:
    """Spell out the parties that a commitment binds, joint actors by their members."""
    codes: list[str] = []
    for code in (commitment.debtor, commitment.creditor):
        actor = known.get(code)
        codes.extend(actor.members if actor and actor.members else (code,))
    return tuple(dict.fromkeys(codes))


def cases(connection: Connection, ids: Sequence[int], known: Mapping[str, Actor]) -> dict[int, Case]:
    """Fetch everything the record holds about commitments, by their numbers, in the order asked for."""
    rows = connection.execute(
        f"SELECT {facts.COMMITMENT} FROM dated_commitments WHERE id {LISTED} AND {IN_FORCE}", (listed(ids),)
    )
    found = {row[0]: facts.commitment(row) for row in rows}
    commitments = [found[number] for number in ids if number in found]
    labels = [commitment.label for commitment in commitments]
    claims = _claims_about(connection, commitments)
    judgements = judgements_about(connection, labels)
    return {c.id: _case(connection, c, claims[c.label], judgements[c.label], known) for c in commitments}


def _case(
    connection: Connection, c: Commitment, said: list[Claim], judged: list[Judgement], known: Mapping[str, Actor]
) -> Case:
    case = Case(c, tuple(said), tuple(judged), bound(c, known))
    if not any(claim.clauses and claim.clauses.counted for claim in said):
        return case
    from store.repository.events import events_of  # few count days from an event

    return case._replace(happened=events_of(connection, said))


def _claims_about(connection: Connection, commitments: Sequence[Commitment]) -> dict[str, list[Claim]]:
    labels = [commitment.label for commitment in commitments]
    found: dict[str, list[Claim]] = defaultdict(list)
    for row in cited(connection, "claims", f"t.commitment {LISTED}", (listed(labels),)):
        claim = facts.claim(row)
        found[claim.commitment or ""].append(claim)
    served: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(
        f"SELECT exchange, commitment FROM serves WHERE commitment {LISTED}", (listed(labels),)
    ):  # fmt: skip
        served[row["exchange"]].append(row["commitment"])
    by_label = {commitment.label: commitment for commitment in commitments}
    asked = f"t.commitment IS NULL AND t.exchange {LISTED}"
    for row in cited(connection, "claims", asked, (listed(served),)) if served else ():
        claim = facts.claim(row)
        for label in served[claim.exchange or ""]:
            if claim.way is None or claim.way == (by_label[label].debtor, by_label[label].creditor):
                found[label].append(claim)
    return found


def judgements_about(connection: Connection, labels: Sequence[str]) -> dict[str, list[Judgement]]:
    """Fetch the judgements on commitments or rounds, by label."""
    found: dict[str, list[Judgement]] = defaultdict(list)
    rows = connection.execute(f"{_FILED} WHERE t.about {LISTED} AND {_IN_FORCE_T} ORDER BY t.id", (listed(labels),))
    for row in rows:
        found[row["about"]].append(values.judgement(row))
    return found


def judgements_labelled(connection: Connection, label: str) -> list[Judgement]:
    """Fetch the judgements of one label."""
    rows = connection.execute(f"{_FILED} WHERE t.label = ? AND {_IN_FORCE_T} ORDER BY t.id", (label,))
    return [values.judgement(row) for row in rows]


def commitment_numbers(connection: Connection, labels: Sequence[str]) -> dict[str, int]:
    """Look up the numbers of commitments by their labels; unknown ones are left out."""
    query = f"SELECT label, id FROM commitments WHERE label {LISTED}"
    return dict(map(tuple, connection.execute(query, (listed(labels),))))


def rounds(connection: Connection, tracks_: Sequence[str]) -> list[Round]:
    """Fetch the rounds, then the other meetings, of tracks."""
    order = "ORDER BY kind = 'meeting', track, ordinal, id"
    rows = connection.execute(f"SELECT * FROM rounds WHERE track {LISTED} AND {IN_FORCE} {order}", (listed(tracks_),))
    return [values.round_(row) for row in rows]


def reports(connection: Connection, where: str, parameters: Sequence[object]) -> list[Report]:
    """Fetch reports on rounds, oldest first."""
    found = cited(connection, "reports", f"{where} ORDER BY t.known_on, t.id", parameters)
    return [facts.report(row) for row in found]


def signals(connection: Connection, where: str, parameters: Sequence[object]) -> list[Signal]:
    """Fetch the newest signals, newest first."""
    found = cited(connection, "signals", f"{where} ORDER BY t.known_on DESC, t.id DESC LIMIT {MOST_SAID}", parameters)
    return [facts.signal(row) for row in found]


def claims(connection: Connection, where: str, parameters: Sequence[object]) -> list[Claim]:
    """Fetch the newest claims, oldest first."""
    found = cited(connection, "claims", f"{where} ORDER BY t.known_on DESC, t.id DESC LIMIT {MOST_SAID}", parameters)
    return [facts.claim(row) for row in reversed(found)]


def gates(connection: Connection, where: str, parameters: Sequence[object]) -> list[Gate]:
    """Fetch gates with the commitments they require and hold back, oldest first."""
    rows = sourced(connection, "gates", f"{where} ORDER BY t.known_on, t.id LIMIT {MOST_SAID}", parameters)
    labels = [row["label"] for row in rows]
    parts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in connection.execute(
        f"""SELECT p.gate, p.part, p.commitment FROM gate_commitments p JOIN commitments c ON c.label = p.commitment
            WHERE p.gate {LISTED} ORDER BY c.id""",
        (listed(labels),),
    ):
        parts[row["gate"], row["part"]].append(row["commitment"])
    return [
        values.gate(row, tuple(parts[row["label"], "requires"]), tuple(parts[row["label"], "holds"])) for row in rows
    ]  # fmt: skip


def exchanges(connection: Connection, labels: Iterable[str]) -> list[Exchange]:
    """Fetch exchanges by label, with their legs and the commitments they serve."""
    wanted = (listed(labels),)
    legs: dict[str, list[Leg]] = defaultdict(list)
    serves: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(f"SELECT * FROM legs WHERE exchange {LISTED} ORDER BY exchange, place", wanted):
        legs[row["exchange"]].append(values.leg(row))
    for row in connection.execute(f"SELECT * FROM serves WHERE exchange {LISTED} ORDER BY commitment", wanted):
        serves[row["exchange"]].append(row["commitment"])
    rows = connection.execute(f"SELECT * FROM exchanges WHERE label {LISTED} AND {IN_FORCE} ORDER BY id", wanted)
    return [values.exchange(row, tuple(legs[row["label"]]), tuple(serves[row["label"]])) for row in rows]


def sources(connection: Connection, labels: Iterable[str]) -> dict[str, Source]:
    """Fetch sources by label."""
    wanted = (listed(sorted(set(labels))),)
    rows = connection.execute(f"SELECT * FROM dated_sources WHERE label {LISTED}", wanted)
    return {row["label"]: values.source(row) for row in rows}


def positions(connection: Connection, where: str, parameters: Sequence[object]) -> list[Position]:
    """Fetch positions, oldest first."""
    query = f"SELECT * FROM dated_positions WHERE {IN_FORCE} AND {where} ORDER BY known_on, id LIMIT {MOST_SAID}"
    return [values.position(row) for row in connection.execute(query, parameters)]


def discrepancies(connection: Connection, where: str, parameters: Sequence[object]) -> list[Discrepancy]:
    """Fetch contradictions, by label."""
    about = "(SELECT group_concat(subject, ' ') FROM discrepancy_subjects WHERE discrepancy = d.label) AS about"
    order = f"ORDER BY d.label LIMIT {MOST_SAID}"
    query = f"SELECT d.*, {about} FROM dated_discrepancies d WHERE {IN_FORCE} AND {where} {order}"
    return [
        values.discrepancy(row, tuple((row["about"] or "").split())) for row in connection.execute(query, parameters)
    ]  # fmt: skip


def discrepancies_about(connection: Connection, subject: str, day: date) -> list[Discrepancy]:
    """Fetch the contradictions about one thing that were known on a day."""
    mine = "d.label IN (SELECT discrepancy FROM discrepancy_subjects WHERE subject = ?) AND d.known_on <= ?"
    return discrepancies(connection, mine, (subject, day.isoformat()))


_ENTRIES_ON = """id IN (SELECT id FROM journal WHERE subject = ?1 UNION SELECT entry FROM judgements WHERE about = ?1
    UNION SELECT j.id FROM judgements g JOIN journal j ON j.target = g.entry WHERE g.about = ?1
    UNION SELECT entry FROM redatings WHERE label = ?1
    UNION SELECT j.id FROM redatings r JOIN journal j ON j.target = r.entry WHERE r.label = ?1
    UNION SELECT n.entry FROM claims c JOIN claims n ON n.supersedes = c.id WHERE c.label = ?1
    UNION SELECT n.entry FROM signals c JOIN signals n ON n.supersedes = c.id WHERE c.label = ?1)"""


def journal(
    connection: Connection, limit: int, subject: str | None = None, before: int | None = None
) -> list[JournalEntry]:
    """Fetch the newest journal entries, newest first; those on a thing include corrections of it."""
    where, parameters = ["1"], list[object]()
    if subject is not None:
        where.append(_ENTRIES_ON)
        parameters.append(subject)
    if before is not None:
        where.append("id < ?")
        parameters.append(before)
    query = f"SELECT * FROM journal WHERE {' AND '.join(where)} ORDER BY id DESC LIMIT ?"
    return [values.journal_entry(row) for row in connection.execute(query, (*parameters, limit))]


def wrote(row: Row) -> dict[str, list[int]]:
    """Read which rows a journal entry wrote: the first and last number by table."""
    return read_wrote(row["wrote"])


def read_wrote(text: str | None) -> dict[str, list[int]]:
    """Read the same off what is stored."""
    found: dict[str, list[int]] = json.loads(text or "{}")
    return found
