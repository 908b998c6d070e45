"""The next round: its days or that there are none, what holds it back, who said what about when, who is silent."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.board import Board
from store.domain.gates import GateStanding
from store.domain.model import Commitment
from store.domain.outlook import Outlook, SignalView
from store.domain.words import About, GateState, Modality, spoken
from tui.render.names import GATE_GLYPHS, GATE_ROLES, ROUND_ROLES, Actors, listed, name, short_name, strength_words, way
from tui.render.spans import Block, Line, Role, Sheet, Span, fit, flow, joined, paragraph, put, spread
from tui.wording import ROUND_GLYPHS, day_words, safe, window_words

_TALL, _WIDE = 16, 44
_MODALITY_ROLES = {Modality.ON_HOLD: Role.WARN, Modality.CONDITIONAL: Role.WARN, Modality.SCHEDULED: Role.GOOD}


def outlook_sheet(board: Board, width: int, height: int) -> Sheet:
    """Lay the outlook out; where there is height enough every blocker has a line of its own."""
    outlook = board.outlook
    if outlook.round is None:
        return Sheet([Block(paragraph("No further round is on record.", width, Role.MUTED))])
    roomy = height >= _TALL
    blocks = [_head(outlook, width)]
    if outlook.gate is not None:
        blocks.extend(_gate(outlook.gate, board.actors, width, roomy=roomy))
    if outlook.silent:
        silent = listed([name(board.actors, code) for code in outlook.silent])
        verb = "says" if len(outlook.silent) == 1 else "say"
        blocks.append(Block(paragraph(f"{silent} {verb} nothing about when", width, Role.WARN)))
    blocks.extend(_signals(outlook.signals, board.actors, width))
    blocks.extend(_other_gate(gate, width) for gate in outlook.gates if gate is not outlook.gate)
    return Sheet(blocks)


def _head(outlook: Outlook, width: int) -> Block:
    standing = outlook.round
    if standing is None:
        return Block(())
    role = ROUND_ROLES[standing.state]
    state = (f"{ROUND_GLYPHS[standing.state]} {spoken(standing.state)}", role)
    days = window_words(standing.window, year=True) if standing.window.bounded else "no date"
    lines = list(flow([put(f"{standing.round.label} ", Role.STRONG), state, (f" · {days}", Role.STRONG)], width))
    if standing.date_expected.bounded:
        lines.extend(paragraph(f"its date to be set {window_words(standing.date_expected)}", width, Role.TEXT))
    if standing.because and outlook.gate is None:
        lines.extend(paragraph(standing.because, width, Role.MUTED))
    return Block(tuple(lines), standing.round.label)


def _gate(standing: GateStanding, actors: Actors, width: int, *, roomy: bool) -> list[Block]:
    gate = standing.gate
    state = (f"{GATE_GLYPHS[standing.state]} {spoken(standing.state)}", GATE_ROLES[standing.state])
    setter = short_name(actors, gate.cite.speaker) or "article"
    lines = list(flow([put(f"{gate.label} ", Role.STRONG), state, put(f" · set by {setter}")], width))
    if roomy:
        lines.extend(paragraph(gate.condition, width, Role.MUTED))
    if not standing.blockers:
        if standing.state is GateState.OPEN:
            lines.append((put("nothing stands in the way", Role.GOOD),))
        return [Block(tuple(lines), gate.label)]
    if not roomy:
        words = f"waits on {' '.join(standing.blockers)}"
        lines.extend(paragraph(words, width, Role.STRONG))
        if standing.unproven:
            lines.extend(paragraph(f"unproven {' '.join(standing.unproven)}", width, Role.MUTED))
        return [Block(tuple(lines), gate.label)]
    unproven = f", {len(standing.unproven)} of them unproven" if standing.unproven else ""
    lines.extend(paragraph(f"waits on {len(standing.blockers)}{unproven}", width))
    blockers = [_blocker(blocker, blocker.label in standing.unproven, width) for blocker in standing.commitments]
    return [Block(tuple(lines), gate.label), *blockers]


def _blocker(blocker: Commitment, unproven: bool, width: int) -> Block:
    mark: Span = ("○ ", Role.BAD) if unproven else ("◑ ", Role.WARN)
    direction = way(blocker.debtor, blocker.creditor)
    right = f"unproven {direction}" if unproven and width >= _WIDE else direction
    left = (mark, put(f"{blocker.label} ", Role.MUTED), put(blocker.what))
    return Block((spread(left, ((right, Role.MUTED),), width),), blocker.label)


def _signals(signals: Sequence[SignalView], actors: Actors, width: int) -> list[Block]:
    if not signals:
        return [Block(paragraph("Nobody has said anything about when.", width, Role.MUTED))]
    heading = Block(((put("Who said when, newest first", Role.MUTED),),))
    return [heading, *(_signal(view, actors, width) for view in signals)]


def _signal(view: SignalView, actors: Actors, width: int) -> Block:
    signal = view.signal
    who = short_name(actors, signal.cite.speaker or signal.cite.speaks_for) or "article"
    text = Role.STRONG if view.current else Role.MUTED
    role = _MODALITY_ROLES.get(signal.modality, Role.TEXT) if view.current else Role.MUTED
    head = spread((put(who, text),), ((day_words(signal.said_on, year=False), Role.MUTED),), width)
    about = "" if signal.about is About.ROUND else f"{spoken(signal.about)}: "
    window = window_words(signal.window) if signal.window.bounded else ""
    phrase = signal.window.phrase or ""
    said = joined([put(f"{about}{spoken(signal.modality)}", role), put(window, text), put(phrase, Role.MUTED)])
    lines = [head, *flow(said, width, indent=2)]
    if not view.current:
        lines = [head, fit((("  ", Role.TEXT), *said), width)]
    return Block(tuple(lines), signal.label or signal.cite.locator)


def _other_gate(standing: GateStanding, width: int) -> Block:
    state = (f"{GATE_GLYPHS[standing.state]} {spoken(standing.state)}", GATE_ROLES[standing.state])
    head: Line = (put(f"{standing.gate.label} ", Role.STRONG), put(strength_words(standing.gate.cite), Role.MUTED))
    condition = safe(standing.gate.condition)
    return Block(
        (spread(head, (state,), width), *paragraph(condition, width, Role.MUTED, indent=2)), standing.gate.label
    )
