"""A source opened: its facts, and in its text the words they rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store.domain.library import Fact, Shelved, lines_of
from store.domain.typed import NamedTuple
from store.reading.article import Article, Span

_ELLIPSES = ("…", "...")


class SourceOpened(NamedTuple):
    """One source with every fact that rests on it."""

    shelved: Shelved
    facts: tuple[Fact, ...]
    article: Article | None
    """Its text; None where that is only referred to."""
    spans: tuple[tuple[Span, ...], ...]
    """Of each fact, the stretches of the text that it rests on; none without a text."""
    more: bool = False
    """Whether there are more facts than are listed."""


def spans_of(
    facts: Sequence[Fact], article: Article, source: str, known: Mapping[str, Sequence[Span]]
) -> tuple[tuple[Span, ...], ...]:
    """Find where in a text facts stand: as known from their acceptance, else by their words, else by their lines."""
    lines = _line_spans(article.text)
    return tuple(_spans(fact, article.text, lines, source, known.get(fact.label, ())) for fact in facts)


def _spans(
    fact: Fact, text: str, lines: Sequence[Span], source: str, known: Sequence[Span]
) -> tuple[Span, ...]:  # fmt: skip
    if known:
        return tuple(span for span in known if 0 <= span.start < span.end <= len(text))
    named = [lines[number - 1] for number in lines_of(fact.locator, source) if 0 < number <= len(lines)]
    if fact.quote:
        for place in (*named, Span(0, len(text))):
            found = _quoted(fact.quote, text, place)
            if found:
                return found
    return tuple(span for span in named if span.start < span.end)


def _quoted(quote: str, text: str, within: Span) -> tuple[Span, ...]:
    """Find the parts of a quotation one after the other; nothing where one of them is not there."""
    for mark in _ELLIPSES:
        quote = quote.replace(mark, "\0")
    found, place = [], within.start
    for part in (part.strip() for part in quote.split("\0")):
        if not part:
            continue
        start = text.find(part, place, within.end)
        if start < 0:
            return ()
        place = start + len(part)
        found.append(Span(start, place))
    return tuple(found)


def _line_spans(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans
