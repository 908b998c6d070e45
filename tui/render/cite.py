"""A row as a line to cite: what holds, on which day and reading, and the sources it rests on."""

from __future__ import annotations

from store.domain.board import Board, Evidence
from store.domain.words import Measure, spoken
from tui.render.bars import reading_words
from tui.render.names import name, way
from tui.render.rounds import when_words
from tui.wording import day_words, delivery_words, figure_words, of_words, owed_words, safe

_MOST_SOURCES = 4


def citation(board: Board) -> str:
    """Write the highlighted thing as one line with its sources; empty where nothing is highlighted."""
    evidence = board.evidence
    if not evidence.subject:
        return ""
    words = _standing_words(evidence) or _round_words(board, evidence) or f"{evidence.subject} ({evidence.kind})"
    when = f"as of {day_words(board.moment.day)}, {reading_words(board.reading)}"
    return safe(f"{words} ({when}). {_sources(evidence)}").strip()


def _standing_words(evidence: Evidence) -> str:
    standing = evidence.standing
    if standing is None:
        return ""
    commitment = standing.commitment
    amount = f"{figure_words(standing.delivered)} {of_words(standing)} {owed_words(standing)}"
    return (
        f"{commitment.label} {commitment.what}, {way(commitment.debtor, commitment.creditor)}: "
        f"{delivery_words(standing)}, {amount}"
    )


def _round_words(board: Board, evidence: Evidence) -> str:
    standing = evidence.round
    if standing is None:
        return ""
    parts = [spoken(standing.state), when_words(standing, year=True), standing.place or "", standing.outcome or ""]
    host = f"host {name(board.actors, standing.host)}" if standing.host else ""
    return f"{standing.round.label} {standing.round.name}: {', '.join(part for part in (*parts, host) if part)}"


def _sources(evidence: Evidence) -> str:
    statements = [*(c for c in evidence.claims if c.measure is not Measure.OWED), *evidence.claims]
    cites = [claim.cite for claim in statements]
    cites.extend(report.cite for report in evidence.reports)
    cites.extend(signal.cite for signal in evidence.signals)
    if evidence.gate is not None:
        cites.append(evidence.gate.gate.cite)
    locators = list(dict.fromkeys(cite.locator for cite in reversed(cites)))[:_MOST_SOURCES]
    named = []
    for locator in locators:
        source = evidence.sources.get(locator.partition(":")[0])
        title = f"“{source.title}”, {day_words(source.published)}, " if source and source.title else ""
        named.append(f"{title}{locator}")
    return f"Source: {'; '.join(named)}" if named else ""
