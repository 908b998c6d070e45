"""The next round as lines: who says when, what still blocks it, who is silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from store.domain.board import Board
from store.domain.gates import GateStanding
from store.domain.model import Cite, Signal
from store.domain.outlook import SignalView
from store.domain.standing import Standing
from store.domain.words import GateState, spoken
from tui.report.board import actor_words, route_words
from tui.report.lines import EMPTY, Line, Part, Style, heading, joined, line
from tui.wording import day_words, delivery_words, window_words

MOST_BLOCKERS = 40
"""Blockers that are named one by one."""
_GATE_STYLES = {GateState.CLOSED: Style.WAIT, GateState.OPEN: Style.GOOD, GateState.DISPUTED: Style.BAD}

StandingOf = Callable[[str], Standing | None]
"""Finds the standing of a commitment by its label."""


def outlook_lines(board: Board, standing_of: StandingOf) -> Iterator[Line]:
    """Say which round comes next, what holds it back, who said what about when, and who said nothing."""
    yield EMPTY
    coming = board.outlook.round
    if coming is None:
        yield heading("NEXT ROUND", "none is on record")
        return
    more = [spoken(coming.state), window_words(coming.window, year=True), coming.because]
    yield heading("NEXT ROUND", f"{coming.round.label} {coming.round.name} · {' · '.join(more)}")
    if coming.date_expected.bounded:
        yield line(f"its date to be set {window_words(coming.date_expected, year=True)}", indent=2)
    for gate in board.outlook.gates:
        yield from gate_lines(gate, board, standing_of, full=gate is board.outlook.gate)
    if not board.outlook.gates:
        yield line("no gate is known", indent=2)
    yield line(("Who says when, newest first", Style.STRONG), indent=2)
    if not board.outlook.signals:
        yield line("nobody", indent=4)
    for view in board.outlook.signals:
        yield from signal_lines(view, board)
    for party in board.outlook.silent:
        yield line((f"{actor_words(board, party)} has said nothing about when.", Style.WAIT), indent=4)


def gate_lines(standing: GateStanding, board: Board, standing_of: StandingOf, *, full: bool) -> Iterator[Line]:
    """Say what a gate asks for and where it stands; `full` names its blockers one by one."""
    gate = standing.gate
    setter = cite_words(gate.cite, board)
    yield line(
        ("Gate ", Style.STRONG),
        (f"{gate.label} ", Style.STRONG),
        (spoken(standing.state), _GATE_STYLES.get(standing.state, Style.PLAIN)),
        f" · holds back {'the ' if gate.holds == 'round' else ''}{spoken(gate.holds)}: {gate.condition} · {setter}",
        indent=2,
        hang=4,
    )
    if not standing.blockers:
        return
    if not full:
        yield line(f"blocked by {', '.join(standing.blockers[:MOST_BLOCKERS])}", indent=4)
        return
    yield line("blocked by", indent=4)
    for label in standing.blockers[:MOST_BLOCKERS]:
        yield line(*_blocker_parts(label, standing, standing_of(label)), indent=6, hang=11)
    if len(standing.blockers) > MOST_BLOCKERS:
        yield line(f"and {len(standing.blockers) - MOST_BLOCKERS:,} more", indent=6)


def _blocker_parts(label: str, gate: GateStanding, standing: Standing | None) -> list[Part]:
    name: Part = (label, Style.STRONG)
    if standing is None:
        return [name]
    unproven = "no source says that anything came" if label in gate.unproven else ""
    left = f"{standing.remaining:,} left" if standing.remaining else ""
    parts: list[Part] = [standing.commitment.what, delivery_words(standing), left, unproven]
    return [name, f"  {route_words(standing)}  ", *joined(parts)]


def signal_lines(view: SignalView, board: Board, indent: int = 4) -> Iterator[Line]:
    """Say who said what about when, on which words; an older word of the same speaker is faint."""
    signal = view.signal
    style = Style.PLAIN if view.current else Style.FAINT
    older = "" if view.current else "older word"
    parts = [
        f"{day_words(signal.said_on)}{'' if said_exactly(signal) else ' or before'}",
        f"{spoken(signal.about)}: {spoken(signal.modality)}",
        window_words(signal.window, year=True),
        f"«{signal.cite.words}»" if signal.cite.words else "",
        cite_words(signal.cite, board),
        signal.label or "",
        older,
    ]
    yield line((" · ".join(part for part in parts if part), style), indent=indent)


def said_exactly(signal: Signal) -> bool:
    """Whether the day on which it was said is known, and not only the days within which."""
    return signal.said.earliest is not None and signal.said.earliest == signal.said.latest


def cite_words(cite: Cite, board: Board) -> str:
    """Say who says it, for whom, how directly, and where it stands: "Dmitry Peskov (RU), quote, 003:29"."""
    side = f" ({cite.speaks_for})" if cite.speaks_for and cite.speaks_for != cite.speaker else ""
    who = actor_words(board, cite.speaker) + side if cite.speaker else cite.voice
    via = f" via {cite.via}" if cite.via else ""
    strength = "" if who == cite.strength else f", {cite.strength}"
    return f"{who}{via}{strength}, {cite.locator}"
