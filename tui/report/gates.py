"""The gate board as lines for print: each gate, what it requires, and why that counts or not on every reading."""

from __future__ import annotations

from collections.abc import Iterator

from store.domain.blocking import Blocker, GateBoard, GateGroup, HeldBack, Verdict
from store.domain.board import Board
from store.domain.words import spoken
from tui.blocking_words import (
    NO_GATE,
    VERDICT_WORDS,
    come_words,
    far_words,
    gate_words,
    group_words,
    held_words,
    reading_name,
    reasons,
)
from tui.render.names import listed, way
from tui.report.board import reading_words
from tui.report.lines import EMPTY, Line, Style, heading, line
from tui.wording import day_words

_STYLES = {Verdict.BLOCKS: Style.WAIT, Verdict.DONE: Style.GOOD, Verdict.SPARED: Style.GOOD}


def gates_lines(found: GateBoard, board: Board) -> Iterator[Line]:
    """Say what stands in the way of every round to come, on each reading, and what that rests on."""
    yield line(("Gates", Style.HEAD), f" · as of {day_words(board.moment.day)} · {reading_words(board)}")
    if not found.held:
        for words in NO_GATE:
            yield line(words, indent=2)
    for held in found.held:
        yield EMPTY
        yield heading(held_words(held))
        for group in held.groups:
            yield from _group(held, group, board)


def _group(held: HeldBack, group: GateGroup, board: Board) -> Iterator[Line]:
    for gate in group.gates:
        yield line((f"{gate.label} ", Style.STRONG), gate_words(gate, board.actors), indent=2, hang=4)
    by_state: dict[str, list[str]] = {}
    for reading, state in zip(held.readings, group.states, strict=True):
        by_state.setdefault(spoken(state), []).append(reading_name(reading, board.actors))
    states = "; ".join(f"{state} on {listed(names)}" for state, names in by_state.items())
    yield line(f"{states} · {group_words(group)}", indent=4)
    for blocker in group.blockers:
        yield from _blocker(blocker, held, board)


def _blocker(blocker: Blocker, held: HeldBack, board: Board) -> Iterator[Line]:
    standing = blocker.standing
    what = ""
    if standing is not None:
        commitment = standing.commitment
        what = f"{way(commitment.debtor, commitment.creditor)} {commitment.what} · "
    yield line((f"{blocker.label} ", Style.STRONG), f"{what}{come_words(blocker)}", indent=4)
    yield line(f"how far: {far_words(blocker, board.actors)}", indent=6, hang=8)
    for names, verdict, words in reasons(blocker, held, board.actors):
        said = (VERDICT_WORDS[verdict], _STYLES.get(verdict, Style.PLAIN))
        yield line(f"{', '.join(names)}: ", said, f" · {words}", indent=6, hang=8)
