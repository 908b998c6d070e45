"""What of a text is content: its paragraphs without the noise of the newsroom, each once, headlines marked.

A sentence with content is never put aside: in doubt a paragraph stays, as a headline where it has a headline's shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from store.domain.typed import NamedTuple
from store.reading.article import Passage, Span
from store.reading.texts import noise
from store.reading.texts.paragraphs import Paragraph, ends_a_sentence, is_marked, paragraphs


class Content(NamedTuple):
    """What is content in a text."""

    passages: tuple[Passage, ...]
    title: str | None
    paragraphs: tuple[Span, ...]
    """Every paragraph, noise included, in order: the line that says the day is noise too."""


class _Part(NamedTuple):
    """A paragraph and what is seen of it alone."""

    place: Paragraph
    words: str
    label: str
    """The words as a label: small, without counts and signs."""
    prose: bool
    """Whether it is a sentence or more, rather than a headline or a point of a list."""
    marked: bool
    """Whether it is a point of a list."""


_SHORT, _SUBHEAD, _LONG = 4, 10, 30
"""Words: of a scrap; of the longest headline between paragraphs; of what is prose whatever its end."""
_DECKS = 3
"""How many paragraphs can stand between a title and its repetition."""
_POINTS = 12
"""How many points a summary, or a list of other articles, has at most."""
_BIOGRAPHY = re.compile(
    r"(?:is|was|has|covers|covered|writes|wrote|works|worked|reports|joined|lives|specialises|specializes)\b",
    re.IGNORECASE,
)


def content_of(text: str) -> Content:
    """Return what of a text is content, its title, and what is noise."""
    parts = [_part(text, place) for place in paragraphs(text)]
    sorting = _Sorting(parts)
    sorting.put_aside()
    sorting.find_title()
    sorting.find_summaries()
    sorting.trim_the_tail()
    passages = tuple(
        Passage(Span(part.place.start, part.place.end), part.place.line, index in sorting.headlines)
        for index, part in enumerate(parts)
        if index not in sorting.noise
    )
    return Content(passages, sorting.title, tuple(Span(part.place.start, part.place.end) for part in parts))


def _part(text: str, place: Paragraph) -> _Part:
    """Look at one paragraph alone."""
    words = text[place.start : place.end]
    head = words[: noise.LONGEST_LINE]
    marked = is_marked(words)
    many = len(words) > noise.LONGEST_LINE or len(words.split()) > _LONG
    count = len(head.split())
    prose = many or (ends_a_sentence(words) and count > _SHORT and not (words.endswith("?") and count <= _SHORT * 2))
    return _Part(place, words, noise.bare(noise.folded(head)), prose, marked)


class _Sorting:
    """Sorts the parts of one text, step by step; what is noise stays noise."""

    def __init__(self, parts: Sequence[_Part]) -> None:
        self.parts = parts
        self.above = list(accumulate((len(part.words) * part.prose for part in parts), initial=0))
        self.noise: set[int] = set()
        self.headlines: set[int] = set()
        self.title: str | None = None
        self.authors: set[str] = set()

    def put_aside(self) -> None:
        """Find what is noise by its words: lines, boxes, lists of other articles, comments, repetitions."""
        boxed = {part.place.run for part in self.parts if noise.is_boxed(part.words)}
        for index, part in enumerate(self.parts):
            in_box = part.place.run in boxed and len(part.words) <= noise.LONGEST_LINE
            trail = noise.is_trail(part.words) and (index or part.words.count(">") > 1)
            if in_box or trail or noise.is_noise(part.words):
                self.noise.add(index)
        self._put_lists_aside()
        self._put_bylines_aside()
        self._put_repetitions_aside()

    def _put_lists_aside(self) -> None:
        """Put labels aside with what stands under them."""
        known = noise.phrases()
        for index, part in enumerate(self.parts):
            if part.label in known.comments and self._ends_here(index):
                self.noise.update(range(index, len(self.parts)))
                return
            if part.label in known.about:
                self.noise.add(index)
                self._put_biography_aside(index + 1)
            elif part.label in known.related or part.label.startswith("more from "):
                self.noise.add(index)
                self.noise.update(self._list_after(index))

    def _ends_here(self, index: int) -> bool:
        """Whether what stands under a label is what readers say: then most of the article stands above it."""
        return 2 * self.above[index] > self.above[-1]

    def _list_after(self, index: int) -> Iterator[int]:
        """Return the points of the list under a label."""
        for below in range(index + 1, min(index + 1 + _POINTS, len(self.parts))):
            part = self.parts[below]
            if part.prose and not part.marked:
                return
            yield below

    def _put_biography_aside(self, index: int) -> None:
        """Put aside what is said of an author, where a paragraph stands under such a label."""
        if index < len(self.parts):
            words = self.parts[index].words
            if len(words) <= noise.LONGEST_LINE and re.search(rf"\b{_BIOGRAPHY.pattern}", words[:120]):
                self.noise.add(index)

    def _put_bylines_aside(self) -> None:
        """Put aside who wrote it, also where the name stands on lines of its own."""
        named = False
        for index, part in enumerate(self.parts):
            if index in self.noise:
                continue
            author = noise.author_of(part.words)
            if author is not None:
                self.noise.add(index)
                self.authors.update({noise.folded(author)} - {""})
            elif part.label in {"by", "written by", "author", "автор"}:
                self.noise.add(index)
                named = True
                continue
            elif named and not part.prose and len(part.words.split()) <= _SHORT:
                self.noise.add(index)
                self.authors.add(part.label)
                continue
            elif part.label in self.authors:
                self.noise.add(index)
            named = False

    def _put_repetitions_aside(self) -> None:
        """Keep of what is said twice, word for word, the first."""
        seen: set[str] = set()
        for index, part in enumerate(self.parts):
            if index not in self.noise:
                words = noise.folded(part.words)
                if words in seen:
                    self.noise.add(index)
                seen.add(words)

    def find_title(self) -> None:
        """Find the title above the first prose, and the headlines: above it, below it, and between paragraphs."""
        kickers: list[int] = []
        first = len(self.parts)
        for index, part in enumerate(self.parts):
            if part.prose and index not in self.noise:
                first = index
                break
            if index in self.noise or part.marked:
                continue
            if part.label in noise.phrases().kicker:
                kickers.append(index)
            elif self.title is None and len(part.words.split()) > 1:
                self._take_title(index)
        if self.title is None and kickers:
            self._take_title(kickers.pop(0))
        if self.title is not None:
            self.noise.update(kickers)
        self.headlines.update(
            index
            for index, part in enumerate(self.parts)
            if not part.prose
            and not part.marked
            and (index < first or _is_subhead(part))
            and not _is_dateline(part.words)
        )
        self._find_decks()

    def _take_title(self, index: int) -> None:
        """Take a part as the title, without the name of the site where the title is repeated without it."""
        words = " ".join(self.parts[index].words.split())
        small = noise.folded(words)
        for below in range(index + 1, min(index + 1 + _DECKS * 3, len(self.parts))):
            other = noise.folded(self.parts[below].words)
            if len(other) > _SHORT * 4 and small.startswith(other) and re.match(r"\s[|–—·-]\s", small[len(other) :]):
                words = " ".join(self.parts[below].words.split())
                self.noise.add(below)
        self.title = words

    def _find_decks(self) -> None:
        """Take prose between a title and its repetition for its deck, unless the article begins with the same words."""
        title = noise.folded(self.title or "")
        again = [index for index, part in enumerate(self.parts) if index and noise.folded(part.words) == title]
        if not title or not again:
            return
        last = again[-1]
        below = {noise.folded(part.words) for part in self.parts[last:]}
        above = [index for index in range(last) if self.parts[index].prose and index not in self.noise]
        if len(above) <= _DECKS and any(part.prose for part in self.parts[last:]):
            self.headlines.update(index for index in above if noise.folded(self.parts[index].words) not in below)

    def find_summaries(self) -> None:
        """Take for headlines the points that sum an article up, under such a label."""
        known = noise.phrases().summary
        for index, part in enumerate(self.parts):
            if part.label not in known or index in self.noise:
                continue
            self.noise.add(index)
            for below in range(index + 1, min(index + 1 + _POINTS, len(self.parts))):
                if below in self.noise:
                    continue
                if not self.parts[below].marked:
                    break
                self.headlines.add(below)

    def trim_the_tail(self) -> None:
        """Put aside the scraps behind the last prose, and what is said of the author there."""
        last = max(
            (index for index, part in enumerate(self.parts) if part.prose and index not in self.noise), default=None
        )
        if last is None:
            return
        tail = range(last + 1, len(self.parts))
        for index in tail if self.noise.intersection(tail) else ():
            words = self.parts[index].words
            if len(words.split()) <= _SHORT + 2 and not any(sign.isdigit() for sign in words):
                self.noise.add(index)
        small = noise.folded(self.parts[last].words[: noise.LONGEST_LINE])
        for author in self.authors:
            if last and small.startswith(author) and _BIOGRAPHY.match(small[len(author) :].strip(" ,*_")):
                self.noise.add(last)


def _is_subhead(part: _Part) -> bool:
    """Whether a line between paragraphs is a headline, rather than a point of a list or a sentence without its stop."""
    return len(part.words.split()) <= _SUBHEAD and part.words[-1] not in ",;:"


def _is_dateline(words: str) -> bool:
    """Whether a short line says where and when: `Doha, 13 January 2027`."""
    place, comma, day = words.partition(",")
    return bool(comma) and len(place.split()) <= _SHORT and noise.is_day_line(day)
