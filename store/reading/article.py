"""An article as it is read: its text, what is content in it, and the day it speaks from."""

from __future__ import annotations

from datetime import date

from store.domain.typed import NamedTuple


class Span(NamedTuple):
    """A stretch of an article's text."""

    start: int
    """Where it begins, in characters."""
    end: int
    """The character after its last."""


class Published(NamedTuple):
    """The day that relative dates of an article are reckoned from, and how it is known."""

    day: date | None = None
    """None = not known: then relative dates are not resolved."""
    basis: str = "unknown"
    """given (by the person), stated (in the text or the page), inferred, unknown."""
    why: str | None = None
    """What it was found in: `page metadata`, `dateline`, `by the person`."""
    evidence: Span | None = None
    """The words it rests on, where they stand in the text."""


class Passage(NamedTuple):
    """A paragraph of content: what is left when newsroom noise and repetitions are put aside."""

    span: Span
    line: int
    """The line of the text on which it begins, from 1: the locator of what it says."""
    headline: bool = False
    """Whether it is a headline, deck or summary, whose voice is the headline's."""


class Article(NamedTuple):
    """A text to be read. Every span of what is read from it points into `text`, which is never changed."""

    text: str
    """The text as it came, decoded; hostile signs included: whoever shows it makes them visible."""
    passages: tuple[Passage, ...]
    """What is content, in the order of the text."""
    published: Published = Published()
    title: str | None = None
    publisher: str | None = None
    address: str | None = None
    """Where it came from: a path or an address; None for pasted text."""
    lang: str = "en"

    def words(self, span: Span) -> str:
        """Return the text of a span, verbatim."""
        return self.text[span.start : span.end]
