"""The gate board as lines: a row for every commitment that a gate requires, a column for every reading; and why."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.blocking import Blocker, GateBoard, GateGroup, HeldBack, Verdict
from store.domain.reading import Reading
from store.domain.words import GateState, spoken
from tui.blocking_words import (
    NO_GATE,
    VERDICT_GLYPHS,
    VERDICT_WORDS,
    come_words,
    far_words,
    gate_words,
    group_words,
    held_words,
    reading_name,
    reasons,
)
from tui.render.names import GATE_GLYPHS, GATE_ROLES, Actors, way
from tui.render.spans import BLANK, Block, Line, Role, Sheet, cut, fill, flow, line_cells, paragraph, put
from tui.wording import delivery_words, safe

_ROLES = {
    Verdict.BLOCKS: Role.BAD,
    Verdict.DONE: Role.GOOD,
    Verdict.SPARED: Role.GOOD,
    Verdict.NOT_OWED: Role.WARN,
}
_STATES = {GateState.UNTESTABLE: "untested"}
"""States in a column where their own word is too long."""
_WORDY, _GLYPH = 11, 4
"""Columns for a reading with a word in it, and with nothing but a sign."""
_LEAST = 26
"""Columns that the commitment needs beside its readings."""


def row_label(place: int, group: int, of: str) -> str:
    """Name a row: gates may require the same commitment, each in a row of its own."""
    return f"{place}:{group}:{of}"


def found_at(board: GateBoard, label: str) -> tuple[HeldBack, GateGroup, Blocker | None] | None:
    """Find what a row is about; with no blocker on the row of a gate itself."""
    for place, held in enumerate(board.held):
        for number, group in enumerate(held.groups):
            for gate in group.gates:
                if label == row_label(place, number, gate.label):
                    return held, group, None
            for blocker in group.blockers:
                if label == row_label(place, number, blocker.label):
                    return held, group, blocker
    return None


def gates_sheet(board: GateBoard, actors: Actors, reading: Reading, width: int) -> Sheet:
    """List the gates with the commitments they require, and what each of these is on every reading."""
    if not board.held:
        first, *rest = NO_GATE
        blocks = [Block((BLANK, *paragraph(first, width, Role.STRONG)))]
        blocks.extend(Block((BLANK, *paragraph(words, width, Role.MUTED))) for words in rest)
        return Sheet(blocks)
    blocks = []
    for place, held in enumerate(board.held):
        columns = _Columns(held, actors, reading, width)
        gap = (BLANK,) if place else ()
        blocks.append(Block((*gap, *paragraph(held_words(held), width, Role.ACCENT))))
        for number, group in enumerate(held.groups):
            blocks.extend(columns.group(place, number, group))
    return Sheet(blocks)


class _Columns:
    """Draws the rows of one round, with a column for each reading of its track."""

    def __init__(self, held: HeldBack, actors: Actors, reading: Reading, width: int) -> None:
        self._held, self._actors, self._reading, self._width = held, actors, reading, width
        count = len(held.readings)
        self._each = _WORDY if width - count * _WORDY >= _LEAST else _GLYPH
        self._left = max(0, width - count * self._each)

    def group(self, place: int, number: int, group: GateGroup) -> list[Block]:
        """Draw gates that stand and fall together, and what they require."""
        blocks = [
            Block(
                flow([put(gate_words(gate, self._actors))], self._width, first=((put(f"{gate.label} ", Role.STRONG)),)),
                row_label(place, number, gate.label),
            )
            for gate in group.gates
        ]
        mode: Line = tuple(paragraph(group_words(group), self._width, Role.MUTED, indent=2)[0])
        if not group.testable and not group.blockers:
            return [*blocks, Block((mode,))]
        blocks.append(Block((mode, self._heads(), self._states(group))))
        blocks.extend(Block((self._row(b),), row_label(place, number, b.label)) for b in group.blockers)
        return blocks

    def _heads(self) -> Line:
        cells = [
            put(
                fill(self._reading_head(reading), self._each - 1) + " ",
                Role.ACCENT if reading == self._reading else Role.MUTED,
            )
            for reading in self._held.readings
        ]
        return ((" " * self._left, Role.TEXT), *cells)

    def _reading_head(self, reading: Reading) -> str:
        """Name a reading; where there is room for a sign alone, by its first letters."""
        return reading_name(reading, self._actors) if self._each == _WORDY else safe(reading.name[: _GLYPH - 1])

    def _states(self, group: GateGroup) -> Line:
        words = f"  {'gate' if len(group.gates) == 1 else 'gates'} {' '.join(gate.label for gate in group.gates)}"
        cells = [
            self._cell(GATE_GLYPHS[state], _STATES.get(state, spoken(state)), GATE_ROLES[state])
            for state in group.states
        ]
        return (put(fill(words, self._left), Role.STRONG), *cells)

    def _row(self, blocker: Blocker) -> Line:
        cells = [
            self._cell(VERDICT_GLYPHS[verdict], VERDICT_WORDS[verdict], _ROLES.get(verdict, Role.MUTED))
            for verdict in blocker.verdicts
        ]
        return (*self._name(blocker), *cells)

    def _name(self, blocker: Blocker) -> Line:
        standing = blocker.standing
        label = put(f"  {blocker.label} ", Role.MUTED)
        if standing is None:
            words: Line = (label, put("not on record by that day", Role.MUTED))
        else:
            commitment = standing.commitment
            route = put(f"{way(commitment.debtor, commitment.creditor)} ", Role.TEXT)
            words = (label, route, put(commitment.what, Role.STRONG if blocker.contested else Role.TEXT))
            more = put(f"  {come_words(blocker)} ", Role.MUTED)
            room = self._left - 1 - line_cells((*words, more))
            if room >= 0:
                words = (*words, (" " * room, Role.TEXT), more)
        return _exactly(words, self._left)

    def _cell(self, glyph: str, word: str, role: Role) -> tuple[str, Role]:
        text = f"{glyph} {word}" if self._each == _WORDY else glyph
        return fill(text, self._each - 1) + " ", role


def _exactly(line: Sequence[tuple[str, Role]], width: int) -> Line:
    """Make a line as wide as its column, with a blank at its end."""
    room, shown = max(0, width - 1), list[tuple[str, Role]]()
    for text, role in line:
        kept = cut(text, room)
        shown.append((kept, role))
        room -= line_cells(((kept, role),))
    return (*shown, (" " * (room + min(1, width)), Role.TEXT))


def why_sheet(found: tuple[HeldBack, GateGroup, Blocker | None] | None, actors: Actors, width: int) -> Sheet:
    """Say of the highlighted row why it counts or does not, on every reading."""
    if found is None:
        return Sheet([Block(paragraph("Nothing is highlighted.", width, Role.MUTED))])
    held, group, blocker = found
    if blocker is None:
        return Sheet([Block(tuple(_gate_lines(held, group, actors, width)))])
    lines: list[Line] = []
    standing = blocker.standing
    if standing is not None:
        commitment = standing.commitment
        title = f"{commitment.what} {way(commitment.debtor, commitment.creditor)} · {come_words(blocker)}"
        lines.extend(flow([put(title, Role.STRONG), put(f" · {delivery_words(standing)}", Role.MUTED)], width))
    lines.extend(paragraph(far_words(blocker, actors), width))
    for names, verdict, words in reasons(blocker, held, actors):
        head = put(", ".join(names), Role.ACCENT)
        mark = (f"  {VERDICT_GLYPHS[verdict]} {VERDICT_WORDS[verdict]}", _ROLES.get(verdict, Role.MUTED))
        lines.extend((BLANK, *flow([head, mark], width)))
        lines.extend(paragraph(words, width, indent=2))
    return Sheet([Block(tuple(lines))])


def _gate_lines(held: HeldBack, group: GateGroup, actors: Actors, width: int) -> list[Line]:
    lines = [*paragraph(group_words(group), width, Role.STRONG)]
    for reading, place in zip(held.readings, range(len(group.states)), strict=True):
        state = group.states[place]
        blocking = [b.label for b in group.blockers if b.verdicts[place] is Verdict.BLOCKS]
        words = _gate_reason(state, blocking, group)
        head = put(reading_name(reading, actors), Role.ACCENT)
        lines.extend((BLANK, *flow([head, (f"  {GATE_GLYPHS[state]} {spoken(state)}", GATE_ROLES[state])], width)))
        lines.extend(paragraph(words, width, indent=2))
    for gate in group.gates:
        if gate.cite.words:
            lines.extend((BLANK, *paragraph(f"«{gate.cite.words}» {gate.cite.locator}", width, Role.QUOTE)))
    return lines


def _gate_reason(state: GateState, blocking: Sequence[str], group: GateGroup) -> str:
    if state is GateState.UNTESTABLE:
        return "no commitment on record decides it"
    waits = f"waits on {' '.join(blocking)}" if blocking else "nothing on record stands in the way"
    if state is GateState.DISPUTED:
        return f"open on one party's reading, closed on another's; {waits}"
    return waits if blocking or group.blockers else "it requires nothing that is on record"
