"""Lines of text with styles, fitted to a width by wrapping and never by cutting."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum

from store.domain.typed import NamedTuple
from tui.wording import safe

_PIECES = re.compile(r"\s+|\S+")


class Style(StrEnum):
    """What a stretch of text is; how that looks is decided by who paints."""

    PLAIN = ""
    HEAD = "head"
    STRONG = "strong"
    FAINT = "faint"
    GOOD = "good"
    WAIT = "wait"
    BAD = "bad"


class Span(NamedTuple):
    """A stretch of text of one style."""

    text: str
    style: Style = Style.PLAIN


Part = str | tuple[str, Style]
"""What lines are made of: text, or text and its style. Text from the record is made harmless on the way in."""


class Line(NamedTuple):
    """A line, with the column at which it goes on when it is too long."""

    spans: tuple[Span, ...] = ()
    hang: int = 0

    @property
    def text(self) -> str:
        """The line without its styles."""
        return "".join(span.text for span in self.spans)


EMPTY = Line()


def line(*parts: Part, indent: int = 0, hang: int | None = None) -> Line:
    """Make a line of parts. It begins at `indent`, and goes on at `hang` (default: two columns further)."""
    spans = [Span(" " * indent)] if indent else []
    for part in parts:
        text, style = (part, Style.PLAIN) if isinstance(part, str) else part
        if text:
            spans.append(Span(safe(text), style))
    return Line(tuple(spans), indent + 2 if hang is None else hang)


def heading(text: str, more: str = "") -> Line:
    """Make the line that a section begins with."""
    return line((text, Style.HEAD), f"  {more}" if more else "")


def joined(parts: list[Part], between: str = " · ") -> list[Part]:
    """Put something between parts, leaving out empty ones."""
    found: list[Part] = []
    for part in parts:
        if not (part if isinstance(part, str) else part[0]):
            continue
        if found:
            found.append(between)
        found.append(part)
    return found


def cells(text: str) -> int:
    """Count the columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def padded(text: str, width: int) -> str:
    """Fill a text up with blanks to a width."""
    harmless = safe(text)
    return harmless + " " * max(width - cells(harmless), 0)


def fitted(whole: Line, width: int) -> Iterator[tuple[Span, ...]]:
    """Break a line into as many as the width asks for: at blanks, and inside words only where a word is too long."""
    if cells(whole.text) <= width:
        yield whole.spans
        return
    hang = min(whole.hang, width // 2)
    row: list[Span] = []
    used, bare = 0, True
    for piece, style in _pieces(whole, width - hang):
        size = cells(piece)
        if used + size > width:
            if not bare:
                yield tuple(row)
            row, used, bare = [Span(" " * hang)], hang, True
        if bare and used >= hang and piece.isspace() and row:
            continue
        row.append(Span(piece, style))
        used += size
        bare = bare and piece.isspace()
    if not bare:
        yield tuple(row)


def _pieces(whole: Line, longest: int) -> Iterator[tuple[str, Style]]:
    """Take a line apart into blanks and words; words longer than a row are taken apart too."""
    for span in whole.spans:
        for piece in _PIECES.findall(span.text):
            if cells(piece) <= longest:
                yield piece, span.style
            else:
                yield from ((part, span.style) for part in _sliced(piece, longest))


def _sliced(word: str, longest: int) -> Iterator[str]:
    part, used = "", 0
    for char in word:
        size = cells(char)
        if used + size > longest and part:
            yield part
            part, used = "", 0
        part += char
        used += size
    if part:
        yield part
