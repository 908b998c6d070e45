"""One thing with its evidence as lines: what it is, where it stands, and every word that rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from store.domain.board import Board, Evidence
from store.domain.journal import JournalEntry
from store.domain.model import Actor, Track
from store.domain.outlook import SignalView, signal_views
from store.domain.rounds import RoundStanding
from store.domain.standing import Standing
from store.domain.words import spoken
from tui.report.board import actor_words, amount_parts, round_lines, route_words, state_parts
from tui.report.facts import (
    claim_lines,
    discrepancy_lines,
    exchange_lines,
    judgement_lines,
    position_lines,
    report_lines,
    source_lines,
    window_note,
)
from tui.report.lines import EMPTY, Line, Part, Style, heading, joined, line
from tui.report.outlook import StandingOf, gate_lines, signal_lines
from tui.wording import day_words, figure_words, owed_words, window_words

_INDENT = 2


def thing_lines(evidence: Evidence, board: Board, standing_of: StandingOf) -> Iterator[Line]:
    """Say everything known of one thing on the day of the board."""
    yield line((f"{evidence.subject} ", Style.HEAD), evidence.kind, f" · as of {day_words(board.moment.day)}")
    yield from _itself(evidence, board, standing_of)
    yield from _section("Gates", (row for g in evidence.gates for row in gate_lines(g, board, standing_of, full=False)))
    yield from _section("What sources say", (row for c in evidence.claims for row in claim_lines(c, board)))
    yield from _section("Who says when", (row for v in _views(evidence) for row in _signal(v, board)))
    yield from _section("Reports", (row for r in evidence.reports for row in report_lines(r, board)))
    yield from _section("Exchanges", (row for e in evidence.exchanges for row in exchange_lines(e)))
    yield from _section("Positions", (row for p in evidence.positions for row in position_lines(p, board)))
    yield from _section("Sources disagree", (row for d in evidence.discrepancies for row in discrepancy_lines(d)))
    yield from _section("Judgements, newest first", (row for j in evidence.judgements for row in judgement_lines(j)))
    yield from _section("Sources", (row for s in evidence.sources.values() for row in source_lines(s)))
    yield from _section("History, newest first", (_journal_line(entry) for entry in evidence.history))


def _views(evidence: Evidence) -> Iterable[SignalView]:
    """Mark older words of a speaker where all signals about one round are here; elsewhere there may be newer ones."""
    if evidence.round:
        return signal_views(evidence.signals)
    return (SignalView(signal, current=True) for signal in evidence.signals)


def _signal(view: SignalView, board: Board) -> Iterator[Line]:
    yield from signal_lines(view, board, _INDENT)
    yield from window_note(view.signal.window)


def _section(title: str, rows: Iterable[Line]) -> Iterator[Line]:
    first = True
    for row in rows:
        if first:
            yield EMPTY
            yield heading(title)
            first = False
        yield row


def _itself(evidence: Evidence, board: Board, standing_of: StandingOf) -> Iterator[Line]:
    if evidence.standing:
        yield from _commitment(evidence.standing)
    if evidence.round:
        yield from _round(evidence.round, board)
    if evidence.gate:
        yield from gate_lines(evidence.gate, board, standing_of, full=True)
        if evidence.gate.gate.requires:
            yield line(f"asks for {', '.join(evidence.gate.gate.requires)}", indent=4)
        if evidence.gate.gate.cite.words:
            yield line(f"«{evidence.gate.gate.cite.words}»", indent=4)
    if evidence.actor:
        yield from _actor(evidence.actor, board)
    for track in board.tracks:
        if evidence.kind == "track" and track.label == evidence.subject:
            yield from _track(track, board)


def _fields(pairs: Sequence[tuple[str, str]]) -> Iterator[Line]:
    for name, value in pairs:
        if value:
            yield line((f"{name:<16}", Style.FAINT), value, indent=_INDENT, hang=_INDENT + 16)


def _commitment(standing: Standing) -> Iterator[Line]:
    commitment, terms = standing.commitment, standing.terms
    yield line((commitment.what, Style.STRONG), f" · {route_words(standing)}", indent=_INDENT)
    yield line(*joined([*amount_parts(standing)]), indent=_INDENT)
    yield line(*joined([*state_parts(standing)]), indent=_INDENT)
    yield from _fields(
        (
            ("owed", f"{owed_words(standing)}{f' {commitment.unit}' if commitment.unit else ''}"),
            ("on this reading", "an obligation" if standing.owed else "no obligation"),
            ("due", _due(standing)),
            ("recognised by", ", ".join(terms.recognised_by) or "no party"),
            ("from round", commitment.round or ""),
            ("mirrors", commitment.mirrors or ""),
            ("needs", ", ".join(commitment.needs)),
        )
    )
    against = {figure.voice for figure in standing.figures.against}
    for figure in standing.figures.voices:
        parts: list[Part] = [
            figure_words(figure.quantity),
            figure.claim.cite.locator,
            ("cannot be true beside the leading figure", Style.BAD) if figure.voice in against else "",
        ]
        yield line((f"{figure.voice:<16}", Style.FAINT), *joined(parts), indent=_INDENT, hang=_INDENT + 16)
    for party in standing.silent:
        yield line((f"{party:<16}", Style.FAINT), "no figure and no word of delivery", indent=_INDENT)


def _due(standing: Standing) -> str:
    due = standing.terms.due
    words = [window_words(due, year=True), f"«{due.phrase}»" if due.phrase else "", due.rule or ""]
    return " · ".join(word for word in words if word)


def _round(standing: RoundStanding, board: Board) -> Iterator[Line]:
    yield from round_lines(standing, board)
    yield from _fields(
        (
            ("because", standing.because),
            ("place", standing.place or "not stated"),
            ("host", actor_words(board, standing.host) if standing.host else "not stated"),
            ("lasted", standing.duration or "not stated"),
            ("heads", ", ".join(actor_words(board, head) for head in standing.heads) or "not stated"),
            ("outcome", standing.outcome or "not stated"),
            ("origins", str(standing.origins)),
        )
    )


def _actor(actor: Actor, board: Board) -> Iterator[Line]:
    yield from _fields(
        (
            ("name", actor.name),
            ("is", f"{spoken(actor.kind)}, {spoken(actor.role)}"),
            ("speaks for", actor_words(board, actor.speaks_for) if actor.speaks_for else ""),
            ("members", ", ".join(actor.members)),
            ("also called", ", ".join(actor.aliases)),
        )
    )


def _track(track: Track, board: Board) -> Iterator[Line]:
    yield from _fields(
        (
            ("name", track.name),
            ("parties", ", ".join(actor_words(board, party) for party in track.parties)),
            ("host", actor_words(board, track.host) if track.host else ""),
            ("mediators", ", ".join(actor_words(board, mediator) for mediator in track.mediators)),
        )
    )


def journal_lines(entries: Sequence[JournalEntry], *, more: bool) -> Iterator[Line]:
    """Say who changed what, when and why, newest first; `more` says that older entries were left out."""
    if not entries and not more:
        yield line("nothing has been written yet")
    for entry in entries:
        yield _journal_line(entry)
    if more:
        yield line(("there are older entries: `--limit N` sets how many are shown", Style.FAINT))


def _journal_line(entry: JournalEntry) -> Line:
    change = f"{entry.before or 'nothing'} → {entry.after or 'nothing'}" if entry.before or entry.after else ""
    target = f"of #{entry.target}" if entry.target is not None else ""
    at = entry.at.replace("T", " ").replace("+00:00", "Z")
    parts: list[Part] = [entry.who, f"{entry.action} {entry.subject}", target, change, (entry.why or "", Style.FAINT)]
    return line((f"#{entry.id:<4} ", Style.FAINT), f"{at}  ", *joined(parts), hang=6)
