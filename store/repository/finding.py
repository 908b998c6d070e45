"""Finding: every table asked for some words, by its full-text index where it can be long.

What an index names is looked at once more: it may say something else by now, be out of force or not be known yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from store.domain.filtering import Filter
from store.domain.finding import KINDS, Findings, Group, Hit, holds, ranked
from store.domain.folding import folded
from store.domain.shelves import BOARD_ORDER
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.errors import UnknownError
from store.migrations.m0006_filters import NUMBERS, SHIFT, SPOKEN
from store.repository import fetch
from store.repository.chosen import Chosen
from store.repository.evidence import build_evidence
from store.repository.fetch import IN_FORCE, LISTED, listed
from store.repository.labels import GONE
from store.repository.meetings import meetings
from store.repository.searching import MOST_WORDS, expression

if TYPE_CHECKING:
    from store.domain.model import Claim, Commitment, Signal
    from store.repository.setting import Setting

SHOWN = 12
"""How many hits of a kind are shown at most."""
_LOOKED = 120
"""How many of the newest hits of a kind are looked at."""


class _Table(NamedTuple):
    """How rows of a table are read."""

    kind: str
    source: str
    label: str
    about: str
    day: str
    known: str = ""
    """The condition that a row is known on the day, in SQL, with the day as ?1; empty = by `day`."""


_TABLES = {
    "exchanges": _Table(
        "exchange", "exchanges", "label", "label", "earliest",
        "EXISTS (SELECT 1 FROM dated_claims k WHERE k.exchange = t.label AND k.known_on <= ?1)",
    ),
    "claims": _Table(
        "claim", "dated_claims", "coalesce(label, commitment, exchange)", "coalesce(commitment, exchange)", "known_on"
    ),
    "signals": _Table("signal", "dated_signals", "coalesce(label, track)", "coalesce(label, round, track)", "known_on"),
    "reports": _Table("report", "dated_reports", "round", "round", "known_on"),
    "positions": _Table("position", "dated_positions", "label", "label", "known_on"),
    "discrepancies": _Table("discrepancy", "dated_discrepancies", "label", "label", "known_on"),
    "judgements": _Table("judgement", "dated_judgements", "coalesce(label, about)", "about", "day"),
    "sources": _Table("source", "dated_sources", "label", "label", "published"),
}  # fmt: skip
_UNDATED = {
    "journal": _Table("journal", "journal", "id", "subject", "substr(at, 1, 10)", "1"),
    "readings": _Table("article", "readings", "id", "''", "published", "1"),
}
"""What was written into the store whatever the day of the board; the journal is shown with the newest day alone."""


def find(setting: Setting, text: str, shown: int = SHOWN) -> Findings:
    """Look for words everywhere, as of the day of a setting."""
    words = tuple(dict.fromkeys(folded(text)))[:MOST_WORDS]
    if not words:
        return Findings((), ())
    found: dict[str, list[Hit]] = {kind: [] for kind in KINDS}
    for hit in (*_commitments(setting, words, shown), *_few(setting, words), *_indexed(setting, words)):
        found[hit.kind].append(hit)
    exact = _exact(setting, text)
    if exact is not None:
        found[exact.kind] = [exact, *(hit for hit in found[exact.kind] if hit.label != exact.label)]
    groups = []
    for kind, hits in found.items():
        best = ranked(words, hits) if kind != "commitment" else hits
        if exact is not None and exact in best:
            best = [exact, *(hit for hit in best if hit is not exact)]
        if best:
            groups.append(Group(kind, tuple(best[:shown]), len(best) > shown))
    return Findings(words, tuple(groups))


def _exact(setting: Setting, text: str) -> Hit | None:
    """Find what has the text for its label."""
    label = text.strip()
    if not label or " " in label:
        return None
    try:
        found = build_evidence(setting, label)
    except UnknownError:
        return None
    if found.kind not in KINDS:
        return None
    if found.standing is not None:
        return _commitment(found.standing.commitment)
    said = found.actor.name if found.actor is not None else found.round.round.name if found.round is not None else ""
    source = found.sources.get(found.subject)
    if source is not None:
        said = source.title or source.publisher or ""
    facts: tuple[Claim | Signal, ...] = (*found.claims, *found.signals)
    spoken = next((fact.cite.words or fact.note or "" for fact in facts), "")
    return Hit(found.kind, found.subject, found.subject, None, said or spoken)


def _commitments(setting: Setting, words: Sequence[str], shown: int) -> Iterator[Hit]:
    chosen = Chosen(setting, Filter(" ".join(words)), BOARD_ORDER, shown + 1)
    numbers = []
    for _, _, number in chosen.after(None):
        numbers.append(number)
        if len(numbers) > shown:
            break
    cases = setting.cases(numbers)
    yield from (_commitment(cases[number].commitment) for number in numbers if number in cases)


def _commitment(commitment: Commitment) -> Hit:
    way = f"{commitment.debtor}→{commitment.creditor}"
    known = commitment.known_on.isoformat()
    return Hit("commitment", commitment.label, commitment.label, known, f"{commitment.what} · {way}")


def _few(setting: Setting, words: Sequence[str]) -> Iterator[Hit]:
    """Look through what is never many."""
    day = setting.day.isoformat()
    every: list[Hit] = []
    for standing in meetings(setting).rounds:
        round_ = standing.round
        said = " · ".join(filter(None, (round_.name, standing.place, standing.outcome)))
        every.append(Hit("round", round_.label, round_.label, None, said))
    every.extend(
        Hit("actor", actor.code, actor.code, None, " · ".join((actor.name, *actor.aliases)))
        for actor in setting.actors.values()
    )
    every.extend(Hit("track", track.label, track.label, None, track.name) for track in setting.tracks)
    for gate in fetch.gates(setting.connection, "t.known_on <= ?", (day,)):
        said = " · ".join(filter(None, (gate.holds, gate.condition, gate.cite.words)))
        every.append(Hit("gate", gate.label, gate.label, gate.known_on.isoformat(), said))
    yield from (hit for hit in every if holds(words, f"{hit.label} {hit.says}"))


def _indexed(setting: Setting, words: Sequence[str]) -> Iterator[Hit]:
    """Ask the index of everything said."""
    latest = setting.query.day is None or setting.day == setting.near().newest
    beside = _UNDATED if latest else {"readings": _UNDATED["readings"]._replace(known="published <= ?1")}
    tables = {**_TABLES, **beside}
    for name, table in tables.items():
        numbers = _numbers(setting, name, words)
        if numbers:
            yield from (hit for hit in _rows(setting, name, table, numbers) if holds(words, hit.says))


def _numbers(setting: Setting, name: str, words: Iterable[str]) -> list[int]:
    first = NUMBERS[name] << SHIFT
    query = "SELECT rowid FROM texts WHERE texts MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?"
    given = (expression(tuple(words)), first, first + (1 << SHIFT) - 1, _LOOKED)
    return [row[0] - first for row in setting.connection.execute(query, given)]


def _rows(setting: Setting, name: str, table: _Table, numbers: Sequence[int]) -> Iterator[Hit]:
    said = "trim(" + " || ".join(f"coalesce({column} || ' · ', '')" for column in SPOKEN[name]) + ", ' ·')"
    known = table.known or f"{table.day} <= ?1"
    force = f" AND {IN_FORCE}" if name not in _UNDATED else ""
    query = f"""SELECT {table.label}, {table.about}, {table.day}, {said} FROM {table.source} t
        WHERE ?1 IS NOT NULL AND id {LISTED.replace("?", "?2")} AND {known}{force}"""
    for label, about, day, text in setting.connection.execute(query, (setting.day.isoformat(), listed(numbers))):
        if label is not None and GONE not in str(label):
            yield Hit(table.kind, str(label), str(about or ""), day, text or "")
