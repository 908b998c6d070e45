"""The day an article speaks from: as given, as its page or its text states it, or not known; never today's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from store.domain.typed import NamedTuple
from store.errors import UsageError
from store.phrases import resolve
from store.reading.article import Published, Span
from store.reading.texts import noise

_DATE = re.compile(rf"(?<![\w/.-]){noise.DATE}(?![\w/-]|\.\d)", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:(updated|modified|corrected|обновлено|оновлено)|published|posted|issued|released|dated|date|done\sat"
    r"|signed\s(?:in|at)|issue\sof|опубликован\w*|опубліковано|дата)\b",
    re.IGNORECASE,
)
"""What stands before the day of an article; the first group, before the day of a change."""
_LABEL_ALONE = re.compile(r"\W*(?:date|published|posted|issued|released|дата)\W*", re.IGNORECASE)
_STOP = re.compile(r"[.!?\n]")
_PLACE = re.compile(
    r"\W*(?:[^\W\d_][\w.'’/-]*[\s,]+(?:\([\w\s/.-]{1,30}\)[\s,-]*)?){1,6}(?:on\s)?(?:[A-Z][a-z]+day,?\s)?\Z"
)
_AFTER_PLACE = re.compile(r"\s*(?:\d{4}\s*)?(?:[-–—.:|(/]|\Z)")
_UNDATED = re.compile(
    r"\A\W*[A-ZА-ЯІЇЄҐ][^\d.!?\n]{1,40}?,?\s((?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[^\W\d]{3,9}))(?=\s?(?:\(|[-–—.:]))"
)
"""A dateline without a year: `KYIV, June 3 (Reuters) -`."""
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)\D{0,20}((?:19|20)\d\d)\b", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_TWO_WAYS = re.compile(r"(\d{1,2})/(\d{1,2})/\d{4}\Z")
_HEAD, _TAIL, _REACH, _TITLES = 14, 8, 300, 6
"""How many paragraphs are looked at from either end, how many letters of each, and among how many titles stand."""
_COLUMN = re.compile(r"\s{2,}|\s*[|·•]")
_TRAILING = 15
"""Letters that may follow the day in a headline: a time, a bracket."""
_CYRILLIC = re.compile("[а-яіїєґ]", re.IGNORECASE)


class _Stated(NamedTuple):
    """A day that a text states, and how likely it is the article's: the lower the rank, the likelier."""

    rank: int
    start: int
    end: int
    why: str


def published(
    text: str, paragraphs: Iterable[Span], *, given: date | None, paged: date | None = None, address: str | None = None
) -> Published:
    """Return the day of an article. `paragraphs` are those of its text, noise included, in order.

    What a person gives wins, then what the page says for machines (`paged`), then the text, then the address. Where
    the text states a day without its year and no year stands anywhere, the day stays unknown and `why` says so.
    """
    if given is not None:
        return Published(given, "given", "by the person")
    if paged is not None:
        return Published(paged, "stated", "page metadata")
    spans = list(paragraphs)
    near = [*spans[:_HEAD], *spans[max(_HEAD, len(spans) - _TAIL) :]]
    doubtful: Published | None = None
    for stated in sorted(_stated(text, near)):
        words = text[stated.start : stated.end]
        evidence = Span(stated.start, stated.end)
        if _is_doubtful(words):
            doubtful = doubtful or Published(None, "unknown", f"{words} can be read as two days", evidence)
            continue
        day = _day_of(words)
        if day is not None:
            return Published(day, "stated", stated.why, evidence)
    return _undated(text, spans, address) or _addressed(address) or doubtful or Published()


def _stated(text: str, spans: Iterable[Span]) -> Iterator[_Stated]:
    """Return the days with a year that stand where newsrooms put the day."""
    for index, span in enumerate(spans):
        end = min(span.end, span.start + _REACH)
        short = span.end - span.start <= _REACH // 2
        whole = text[span.start : span.end] if short else ""
        aside = short and noise.is_noise(whole) and not noise.is_day_line(whole)
        for found in _DATE.finditer(text, span.start, end):
            before, after = text[max(span.start, found.start() - 60) : found.start()], text[found.end() : end]
            rank = _rank(before, after, at_start=found.start() - span.start < 60, aside=aside, whole=whole)
            if rank is not None and (index < _TITLES or rank[1] != "headline"):
                yield _Stated(*rank[:1], found.start(), found.end(), rank[1])


def _rank(before: str, after: str, *, at_start: bool, aside: bool, whole: str) -> tuple[int, str] | None:
    """Return how likely a day is the article's, and what it stands in; None for a day that the article speaks of."""
    label = _label_of(before)
    if label is not None and label[1]:
        return 5, "line of the day (updated)"
    alone = at_start and _LABEL_ALONE.fullmatch(before) is not None
    if alone or (label is not None and (whole or not _runs_on(before))):
        return (0 if at_start or whole else 3), "line of the day"
    if aside:
        return None
    if whole and noise.is_day_line(whole):
        return 1, "line of the day"
    if (
        at_start
        and (not before.strip() or (_PLACE.match(before) and not _runs_on(before)))
        and _AFTER_PLACE.match(after)
    ):
        return 2, "dateline"
    if whole and noise.author_of(whole) is not None:
        return 3, "byline"
    stopped = whole.rstrip("\"'”’)").endswith((".", "!", "?"))
    ends = len(after.strip()) <= _TRAILING or _COLUMN.match(after) is not None
    return (4, "headline") if whole and not stopped and ends else None


def _label_of(before: str) -> re.Match[str] | None:
    """Return the last label before a day, in the same sentence."""
    labels = list(_LABEL.finditer(before))
    return labels[-1] if labels and _STOP.search(before, labels[-1].end()) is None else None


def _runs_on(before: str) -> bool:
    """Whether the words before a day are those of a sentence: no name of a place begins with a small letter."""
    return before.strip(" \"'“").islower()


def _is_doubtful(words: str) -> bool:
    """Whether some read the day first and others the month: `03/06/2025`."""
    parts = _TWO_WAYS.match(words)
    return parts is not None and parts[1] != parts[2] and int(parts[1]) <= 12 and int(parts[2]) <= 12


def _day_of(words: str) -> date | None:
    """Return the day that words with a year name; None where the calendar has no such day."""
    for lang in ("ru", "uk") if _CYRILLIC.search(words) else ("en",):
        try:
            window = resolve(words, None, lang=lang)
        except UsageError:
            continue
        if window is not None and window.earliest == window.latest is not None:
            return window.earliest
    return None


def _undated(text: str, spans: list[Span], address: str | None) -> Published | None:
    """Return what a dateline without a year comes to, with the year of the address or of the line of rights."""
    for span in spans[:_HEAD]:
        found = _UNDATED.match(text[span.start : min(span.end, span.start + _REACH)])
        if found is None:
            continue
        evidence = Span(span.start + found.start(1), span.start + found.end(1))
        in_address = _IN_ADDRESS.search(address or "")
        rights = next(
            (year for end in spans[-_TAIL:] if (year := _RIGHTS.search(text[end.start : end.end][:_REACH]))), None
        )
        for year, source in ((in_address, "the address"), (rights, "the line of rights")):
            day = _day_of(f"{found[1]} {year[1]}") if year is not None else None
            if day is not None:
                return Published(day, "inferred", f"dateline, with the year of {source}", evidence)
        if _day_of(f"{found[1]} 2000") is not None:
            return _addressed(address) or Published(None, "unknown", "dateline without a year", evidence)
    return None


def _addressed(address: str | None) -> Published | None:
    """Return the day that an address carries, as those of many newsrooms do."""
    found = _IN_ADDRESS.search(address or "")
    try:
        day = date(int(found[1]), int(found[3]), int(found[4])) if found else None
    except ValueError:
        return None
    return Published(day, "inferred", "address") if day is not None else None
