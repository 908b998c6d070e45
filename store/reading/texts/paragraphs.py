"""A text cut into its paragraphs, whether each stands on one line or is broken at a margin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from store.domain.typed import NamedTuple
from store.reading.texts.noise import is_day_line


class Paragraph(NamedTuple):
    """A stretch of a text that belongs together."""

    start: int
    """Where it begins, in characters; it begins and ends with a sign that can be seen."""
    end: int
    """The character after its last."""
    line: int
    """The line on which it begins, from 1."""
    run: int
    """Which stretch without a blank line it stands in, from 0: what is in one box stands in one run."""


class _Line(NamedTuple):
    start: int
    end: int
    number: int


_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_TERMINAL = re.compile(r"[.!?…。][\"'”’»)\]*_]*\Z|[.!?…][\"'”’»]*\s*\([^()]{1,60}\)\Z")
_MARKED = re.compile(r"(?:[•●▪◦‣·>]|[*–—-](?=\s)|#{1,6}\s|\[\s)")
"""What begins a point of a list, or a button, wherever it stands."""
_COUNTED = re.compile(r"(?:\[?\d{1,2}[.:]\d{2}(?!\d)|\(?(?:\d{1,2}|[a-z])[.)]\s|Article\s\d)")
"""What begins a point of a list, or an entry of a live report, unless a margin broke a sentence before it."""
_GOES_ON = re.compile(r"[,;:–—-]\Z")
_NARROWEST, _WIDEST = 40, 120
"""Between which widths a margin lies."""
LONGEST = 8000
"""Letters: a longer paragraph is cut, at the end of a sentence where there is one, or what reads it would have to read
a whole book at a time."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s+")


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text, in order; between them lies white space alone."""
    found: list[Paragraph] = []
    lines = list(_lines(text))
    lengths = [line.end - line.start for line in lines]
    broken = 2 * sum(length for length in lengths if length > _WIDEST) < sum(lengths)
    runs = (list(run) for seen, run in groupby(lines, lambda line: line.end > line.start) if seen)
    for number, run in enumerate(runs):
        for group in _grouped(text, run, broken=broken):
            whole = Paragraph(group[0].start, group[-1].end, group[0].number, number)
            found.extend(_cut(text, whole, group) if whole.end - whole.start > LONGEST else [whole])
    return tuple(found)


def ends_a_sentence(words: str) -> bool:
    """Whether words end as a sentence does: with a stop, behind which only quotes and brackets close."""
    return _TERMINAL.search(words, max(len(words) - 80, 0)) is not None


def is_marked(words: str) -> bool:
    """Whether words begin as a point of a list does."""
    return _MARKED.match(words) is not None or re.match(r"\(?(?:\d{1,2}|[a-z])[.)]\s", words) is not None


def _lines(text: str) -> Iterator[_Line]:
    """Return where the words of each line stand; a blank line begins where it ends."""
    for number, found in enumerate(_LINE.finditer(text), 1):
        words = found[1]
        left, right = len(words) - len(words.lstrip()), len(words.rstrip())
        yield _Line(found.start() + min(left, right), found.start() + right, number)


def _grouped(text: str, run: list[_Line], *, broken: bool) -> Iterator[list[_Line]]:
    """Put the lines of a run together that one paragraph was broken into. `broken`: the text keeps to a margin."""
    width = max(line.end - line.start for line in run)
    fits = broken and _NARROWEST <= width <= _WIDEST
    margin = width if fits and not all(ends_a_sentence(text[line.start : line.end]) for line in run) else 0
    group = [run[0]]
    for above, below in pairwise(run):
        if _joined(text[above.start : above.end], text[below.start : below.end], margin):
            group.append(below)
        else:
            yield group
            group = [below]
    yield group


def _joined(above: str, below: str, margin: int) -> bool:
    """Whether a line goes on with the paragraph of the line above it. A margin of 0 = none is kept to."""
    if _MARKED.match(below) or is_day_line(below) or is_day_line(above):
        return False
    first = len(below.split(None, 1)[0])
    full = bool(margin) and len(above) + 1 + first > margin
    stopped = ends_a_sentence(above)
    if _COUNTED.match(below) and not (full and not stopped):
        return False
    return full or (not stopped and (below[0].islower() or (_GOES_ON.search(above) is not None and len(above) > 20)))


def _cut(text: str, whole: Paragraph, lines: list[_Line]) -> Iterator[Paragraph]:
    """Cut a paragraph that is too long."""
    start, at = whole.start, 0
    while start < whole.end:
        end = min(start + LONGEST, whole.end)
        if end < whole.end:
            stops = [found.end() for found in _SENTENCE_END.finditer(text, end - LONGEST // 4, end)]
            end = stops[-1] if stops else max(text.rfind(" ", start + 1, end) + 1, 0) or end
        while at + 1 < len(lines) and lines[at + 1].start <= start:
            at += 1
        words = text[start:end]
        kept = len(words.rstrip())
        if kept:
            left = len(words) - len(words.lstrip())
            yield Paragraph(start + left, start + kept, lines[at].number, whole.run)
        start = end
