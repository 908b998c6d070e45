"""The sources of a store: all of them with what rests on each, and one with its facts and its text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from store.domain.library import Fact, Shelf, Shelved, lines_of
from store.domain.model import Claim, Gate, Position, Report, Signal, Source
from store.domain.quantities import format_figure
from store.domain.typed import TYPE_CHECKING
from store.domain.windows import Window
from store.domain.words import REJECTED, spoken
from store.errors import UnknownError, UsageError
from store.reading.record.contents import read_spans
from store.reading.record.shelved import SourceOpened, spans_of
from store.repository import fetch, kept, values
from store.repository.evidence import build_evidence
from store.repository.fetch import IN_FORCE, LISTED, listed

if TYPE_CHECKING:
    from sqlite3 import Connection, Row

    from store.reading.article import Article, Span
    from store.repository.setting import Setting

MOST = 2000
"""How many of the newest sources are listed at most."""

_OF_TRACKS = {
    "claims": f"""(t.commitment IN (SELECT label FROM commitments WHERE track {LISTED})
        OR t.exchange IN (SELECT label FROM exchanges WHERE track {LISTED}))""",
    "signals": f"t.track {LISTED}",
    "reports": f"t.round IN (SELECT label FROM rounds WHERE track {LISTED})",
    "gates": f"t.track {LISTED}",
}
"""Which rows that cite sources are of some tracks."""


def shelf(setting: Setting) -> Shelf:
    """List the sources known on the day of the setting, newest first, with how much of its tracks rests on each."""
    connection, on = setting.connection, setting.day.isoformat()
    where = f"published <= ? AND {IN_FORCE}"
    number = connection.execute(f"SELECT count(*) FROM dated_sources WHERE {where}", (on,)).fetchone()[0]
    rows = connection.execute(
        f"SELECT * FROM dated_sources WHERE {where} ORDER BY published DESC, id DESC LIMIT {MOST}", (on,)
    ).fetchall()
    found = _shelved(setting, rows)
    if setting.query.track is not None:
        found = [one for one in found if one.facts]
        number = len(found)
    return Shelf(tuple(found), number)


def _shelved(setting: Setting, rows: Iterable[Row]) -> list[Shelved]:
    connection = setting.connection
    sources = [values.source(row) for row in rows]
    labels = [source.label for source in sources]
    counted = {table: _counted(setting, table, labels) for table in _OF_TRACKS}
    positions = _positions(setting)
    held = _held(connection, labels)
    corrected = _corrected(connection)
    origins = _origins(setting, {source.origin for source in sources})
    return [
        Shelved(
            source,
            claims=counted["claims"][source.label],
            signals=counted["signals"][source.label],
            reports=counted["reports"][source.label],
            gates=counted["gates"][source.label],
            positions=positions[source.label],
            held=source.label in held,
            corrected=source.label in corrected,
            together=tuple(label for label in origins[source.origin] if label != source.label),
        )
        for source in sources
    ]


def _counted(setting: Setting, table: str, labels: list[str]) -> Counter[str]:
    where, parameters = "1", [listed(labels), setting.day.isoformat()]
    if setting.query.track is not None:
        where = _OF_TRACKS[table]
        parameters.extend([listed(setting.labels)] * where.count("?"))
    query = f"""SELECT t.source, count(*) FROM dated_{table} t WHERE t.source {LISTED} AND t.known_on <= ?
        AND t.entry NOT IN (SELECT entry FROM undone) AND {where} GROUP BY 1"""
    return Counter({row[0]: row[1] for row in setting.connection.execute(query, parameters)})


def _positions(setting: Setting) -> Counter[str]:
    where, parameters = "1", [setting.day.isoformat()]
    if setting.query.track is not None:
        where, parameters = f"track {LISTED}", [*parameters, listed(setting.labels)]
    rows = setting.connection.execute(
        f"SELECT locators FROM dated_positions WHERE known_on <= ? AND {IN_FORCE} AND {where}", parameters
    )
    found: Counter[str] = Counter()
    for (locators,) in (tuple(row) for row in rows):
        found.update({*map(_place_of, locators.split(", "))})
    return found


def _held(connection: Connection, labels: list[str]) -> set[str]:
    rows = connection.execute(
        f"SELECT s.label FROM sources s JOIN readings r ON r.digest = s.digest WHERE s.label {LISTED}",
        (listed(labels),),
    )
    return {row[0] for row in rows}


def _corrected(connection: Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT label FROM redated WHERE what = 'sources'")}


def _origins(setting: Setting, names: set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    query = f"""SELECT origin, label FROM dated_sources
        WHERE origin {LISTED} AND published <= ? AND {IN_FORCE} ORDER BY published, id"""
    for row in setting.connection.execute(query, (listed(sorted(names)), setting.day.isoformat())):
        found[row["origin"]].append(row["label"])
    return found


def opened(setting: Setting, label: str) -> SourceOpened:
    """Fetch one source with its facts and its text, as known on the day of the setting.

    Raises UnknownError, UsageError where the label names something else.
    """
    evidence = build_evidence(setting, label)
    if evidence.kind != "source":
        raise UsageError(f"{evidence.subject} is a {evidence.kind}, no source")
    source, on = evidence.sources[evidence.subject], setting.day.isoformat()
    row = setting.connection.execute("SELECT * FROM dated_sources WHERE label = ?", (source.label,)).fetchone()
    gates = fetch.gates(setting.connection, "t.source = ? AND t.known_on <= ?", (source.label, on))
    positions = (one for one in evidence.positions if source.label in map(_place_of, one.locators))
    stated: list[_Stated] = [*evidence.reports, *evidence.claims, *evidence.signals, *gates, *positions]
    facts = sorted((_fact(one) for one in stated), key=lambda fact: (_line(fact, source), fact.kind, fact.label))
    shelved = _shelved(setting, [row])[0]
    article = _text(setting.connection, source)
    spans: tuple[tuple[Span, ...], ...] = ()
    if article is not None:
        spans = spans_of(facts, article, source.label, _known(setting.connection, source.label))
    more = len(evidence.claims) >= fetch.MOST_SAID or len(evidence.signals) >= fetch.MOST_SAID
    return SourceOpened(shelved, tuple(facts), article, spans, more)


def _place_of(place: str) -> str:
    return place.rpartition(":")[0] or place


def _line(fact: Fact, source: Source) -> int:
    return next(iter(lines_of(fact.locator, source.label)), 0)


def _text(connection: Connection, source: Source) -> Article | None:
    """Fetch the text of a source, where it was read through the inbox."""
    row = connection.execute("SELECT id FROM readings WHERE digest = ?", (source.digest,)).fetchone()
    try:
        return kept.bare(connection, row["id"]).article if row is not None else None
    except (UnknownError, ValueError):  # a reading that cannot be read back hides no facts
        return None


def _known(connection: Connection, source: str) -> dict[str, list[Span]]:
    """Say on which stretches of the text what was accepted from it rests, by label."""
    found: dict[str, list[Span]] = defaultdict(list)
    rows = connection.execute(
        f"""SELECT a.labels, p.evidence FROM acceptances a JOIN proposals p ON p.id = a.proposal
            WHERE a.source = ? AND a.{IN_FORCE}""",
        (source,),
    )
    for row in rows:
        for label in row["labels"].split():
            found[label].extend(read_spans(row["evidence"]))
    return found


_Stated = Report | Claim | Signal | Gate | Position


def _fact(one: _Stated) -> Fact:
    if isinstance(one, Position):
        words = f"{one.actor} {one.stance} {one.topic}"
        return Fact("position", one.label, words, ", ".join(one.locators), None, one.known_on)
    kind, label, parts = _said(one)
    words = " · ".join(part for part in parts if part)
    return Fact(kind, label, words, one.cite.locator, one.cite.words, one.known_on)


def _said(one: Report | Claim | Signal | Gate) -> tuple[str, str, Iterator[str | None]]:
    if isinstance(one, Report):
        state = spoken(one.state) if one.state else None
        return "report", one.round, iter((one.round, state, _days(one.window), one.place, one.outcome))
    if isinstance(one, Signal):
        said = one.cite.speaker or one.cite.speaks_for
        when = one.round, said, spoken(one.about), spoken(one.modality), _days(one.window)
        return "signal", one.label or one.round or one.track, iter(when)
    if isinstance(one, Gate):
        return "gate", one.label, iter((one.round, one.condition))
    about = one.commitment or one.exchange or ""
    progress = REJECTED if one.rejects else spoken(one.progress) if one.progress else None
    figure = format_figure(one.figure) if one.figure else None
    instrument = spoken(one.instrument) if one.instrument else None
    parts = about, spoken(one.measure), instrument, figure, progress, one.cite.speaks_for
    return "claim", one.label or about, iter(parts)


def _days(window: Window) -> str | None:
    return window.edtf or window.phrase
