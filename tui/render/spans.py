"""Lines of text with a role each: what every part of the screen is made of before a screen library sees it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache

from store.domain.typed import NamedTuple
from tui.wording import safe

ELLIPSIS = "…"
_FLOWED = 512
"""How many texts broken into lines are remembered: most of what is drawn anew says what it said before."""


class Role(StrEnum):
    """What a stretch of text is; a theme decides how that looks."""

    TEXT = "text"
    STRONG = "strong"
    MUTED = "muted"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    QUOTE = "quote"
    RULE = "rule"
    """Drawn things that carry no words: the rest of a bar, rules."""
    MARKED = "marked"
    """Words of an article that the highlighted thing rests on."""
    TRACED = "traced"
    """Words of an article that other things rest on."""


Span = tuple[str, Role]
Line = tuple[Span, ...]

BLANK: Line = ()


class Block(NamedTuple):
    """Lines that belong together; with a label the cursor stops there."""

    lines: tuple[Line, ...]
    label: str = ""
    """What it is about, and what opening it shows."""


def put(text: str, role: Role = Role.TEXT) -> Span:
    """Make a span of text from anywhere: harmless to a terminal, on one line."""
    return safe(text), role


def cells(text: str) -> int:
    """Count the terminal cells that a text takes."""
    return len(text) if text.isascii() else _wide(text)


@lru_cache(4096)
def _wide(text: str) -> int:
    return sum(map(_cell, text))


@lru_cache(4096)
def _cell(char: str) -> int:
    if char < "\u0300":
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def cut(text: str, width: int) -> str:
    """Shorten a text to a number of cells, with an ellipsis where something is left out."""
    if cells(text) <= width:
        return text
    if width <= 0:
        return ""
    taken, room = [], width - 1
    for char in text:
        room -= _cell(char)
        if room < 0:
            break
        taken.append(char)
    return "".join(taken).rstrip() + ELLIPSIS


def fill(text: str, width: int, *, right: bool = False) -> str:
    """Make a text exactly as wide as a column."""
    short = cut(text, width)
    blanks = " " * max(0, width - cells(short))
    return blanks + short if right else short + blanks


def line_cells(line: Line) -> int:
    """Count the cells of a line."""
    return sum(cells(text) for text, _ in line)


def fit(line: Line, width: int) -> Line:
    """Cut a line to a width."""
    room, taken = width, []
    for text, role in line:
        size = cells(text)
        if size > room:
            taken.append((cut(text, room), role))
            break
        taken.append((text, role))
        room -= size
    return tuple(taken)


def spread(left: Line, right: Line, width: int) -> Line:
    """Put one line at the left and another at the right edge; the left one gives way."""
    shown = fit(right, width)
    room = width - line_cells(shown)
    kept = fit(left, max(0, room - 1))
    gap = " " * max(0, room - line_cells(kept))
    return (*kept, (gap, Role.TEXT), *shown)


def joined(parts: Iterable[Span], between: str = " · ") -> Line:
    """Put spans behind one another with a mark between; empty ones are left out."""
    line: list[Span] = []
    for text, role in parts:
        if not text:
            continue
        if line:
            line.append((between, Role.MUTED))
        line.append((text, role))
    return tuple(line)


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most so many cells, between words where it can."""
    if width <= 0:
        return []
    lines: list[str] = []
    current = ""
    for word in safe(text).split():
        trial = f"{current} {word}" if current else word
        if cells(trial) <= width:
            current = trial
            continue
        if current:
            lines.append(current)
        *whole, current = _pieces(word, width)
        lines.extend(whole)
    return [*lines, current] if current else lines


def _pieces(word: str, width: int) -> list[str]:
    """Cut a word that is too long for a line; the last piece may go on."""
    pieces, piece, size = [], "", 0
    for char in word:
        step = _cell(char)
        if size + step > width and piece:
            pieces.append(piece)
            piece, size = "", 0
        piece, size = piece + char, size + step
    return [*pieces, piece]


def flow(parts: Iterable[Span], width: int, *, indent: int = 0, first: Line = ()) -> tuple[Line, ...]:
    """Break spans into lines; `first` opens the first line, the others are indented by as much as it is wide."""
    return _flow(tuple(parts), width, indent, first)


@lru_cache(_FLOWED)
def _flow(parts: tuple[Span, ...], width: int, indent: int, first: Line) -> tuple[Line, ...]:
    hang = max(indent, line_cells(first))
    lines: list[Line] = []
    current: list[Span] = list(first) or [(" " * indent, Role.TEXT)]
    room = width - hang
    empty = True
    for text, role in parts:
        for word in _words(text):
            size = cells(word)
            if size > room and not empty:
                lines.append(tuple(current))
                current, room, empty = [(" " * hang, Role.TEXT)], width - hang, True
                word = word.lstrip()
                size = cells(word)
            shown = cut(word, room)
            if current[-1][1] is role:
                current[-1] = current[-1][0] + shown, role
            else:
                current.append((shown, role))
            room, empty = room - cells(shown), False
    if not empty or first:
        lines.append(tuple(current))
    return tuple(lines)


def _words(text: str) -> Iterable[str]:
    """Split a text into words, each with the blank before it."""
    start, end = 0, len(text)
    while start < end:
        word = start
        while word < end and text[word] == " ":
            word += 1
        stop = text.find(" ", word)
        stop = end if stop < 0 else stop
        yield text[start:stop]
        start = stop


def paragraph(text: str, width: int, role: Role = Role.TEXT, *, indent: int = 0, first: Line = ()) -> tuple[Line, ...]:
    """Break one text into lines of one role."""
    return flow([put(text, role)], width, indent=indent, first=first)


class Sheet:
    """Blocks as lines from top to bottom, with the places where a cursor stops."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._lines: list[Line] = []
        self.stops: list[Stop] = []
        for block in blocks:
            if block.label:
                self.stops.append(Stop(block.label, len(self._lines), len(block.lines)))
            self._lines.extend(block.lines)

    @property
    def height(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def line(self, y: int) -> Line:
        """Return a line."""
        return self._lines[y]


class Stop(NamedTuple):
    """A place where the cursor stops."""

    label: str
    top: int
    height: int


EMPTY_SHEET = Sheet(())
