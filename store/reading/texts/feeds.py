"""Feeds of news: their entries, and which of them are about the record's actors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from functools import lru_cache
from hashlib import sha256
from html import unescape
from io import BytesIO
from itertools import islice
from typing import Any

from store.domain.typed import NamedTuple
from store.errors import PlaceError
from store.reading.texts.decoding import cleaned, decoded
from store.reading.texts.markup import slimmed
from store.reading.texts.stumbles import STUMBLES
from store.reading.texts.targets import AddressError, target_of

LIMIT = 5_000_000
"""Bytes: a longer feed is refused."""
MOST = 300
"""How many entries of a feed are read, the first ones: the library takes its time with each."""
_MOST_TAGS, _MOST_SIGNS = 30_000, 200_000
"""More tags, and more signs written out, than those need."""
_ENTRY_ENDS = re.compile(r"</(?:item|entry)\s*>", re.IGNORECASE)
_ROOT_ENDS = ("</channel>", "</feed>", "</rdf:RDF>")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_LONG_BASE = re.compile(r"xml:base\s*=\s*(?:\"[^\"]{500,}\"|'[^']{500,}')", re.IGNORECASE)
_LONGEST = 20_000
_TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^<>]{0,5000}>", re.IGNORECASE | re.DOTALL)
_ISO = re.compile(r"\s*(\d{4}-\d\d-\d\d)")
_ENDING = "[^\\W\\d_]{0,3}"
"""Up to three letters: Russia and Russian, exchange and exchanges, Иран and Ирана."""
_SHORT = 4
_CYRILLIC_VOWEL = re.compile("[аеиоуыэюяіїєьй]\\Z")


class FeedEntry(NamedTuple):
    """One article that a feed announces."""

    title: str
    link: str | None
    """Where it stands; None where the feed names no web address."""
    published: date | None
    """The day it was put up, in the zone that the feed writes in."""
    summary: str
    """What the feed holds of it, without markup."""
    key: str
    """What tells it from the others of the feed, the same at each look."""


def entries(data: bytes) -> tuple[FeedEntry, ...]:
    """Return the entries of a feed, in its order, each once; none where it is no feed. Fetches nothing.

    Raises PlaceError for more than LIMIT bytes.
    """
    if len(data) > LIMIT:
        raise PlaceError(f"this feed is {len(data):,} bytes long; feeds are read up to {LIMIT:,}")
    found: dict[str, FeedEntry] = {}
    for raw in _parsed(_bounded(data))[:MOST]:
        entry = _entry(raw)
        if entry is not None:
            found.setdefault(entry.key, entry)
    return tuple(found.values())


def mentions(entry: FeedEntry, actors: Iterable[str], trade_words: Iterable[str]) -> bool:
    """Whether an entry names one of some actors and one of some words of the trade, in its title or summary.

    A word stands for its forms too. Short names in capitals, such as UN, are found in capitals alone.
    """
    text = f"{entry.title}\n{entry.summary}"
    return all(_pattern(tuple(sorted(set(words)))).search(text) is not None for words in (actors, trade_words))


@lru_cache(maxsize=16)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of some words; nothing finds any of none."""
    forms = [_form(" ".join(word.split())) for word in words if word.strip()]
    return re.compile(rf"\b(?:{'|'.join(forms)})\b" if forms else r"(?!)")


def _form(word: str) -> str:
    """Return the pattern of a word and its forms."""
    if len(word) <= _SHORT and word.isupper():
        return re.escape(word)
    if len(word) < _SHORT:
        return f"(?i:{re.escape(word)})"
    stem = _CYRILLIC_VOWEL.sub("", word) if len(word) > _SHORT else word
    return f"(?i:{re.escape(stem)}{_ENDING})"


def _bounded(data: bytes) -> bytes:
    """Return a feed in UTF-8 without what would keep the library for minutes: more entries, tags or attributes."""
    text = slimmed(_LONG_BASE.sub("", _DECLARATION.sub("", decoded(data, markup=True), count=1)))
    ends = [found.end() for found in islice(_ENTRY_ENDS.finditer(text), MOST)]
    if len(ends) == MOST:
        text = text[: ends[-1]] + _root_end(text)
    for sign, most in (("<", _MOST_TAGS), ("&", _MOST_SIGNS)):
        over = next(islice(re.finditer(sign, text), most, None), None)
        text = text if over is None else text[: over.start()]
    return text.encode()


def _root_end(text: str) -> str:
    """Return the end of a feed, from where its root closes."""
    at = max(text.rfind(end) for end in _ROOT_ENDS)
    return text[at:] if at > 0 else ""


def _parsed(data: bytes) -> list[dict[str, Any]]:
    """Return the entries as the library finds them."""
    import feedparser

    try:
        # As a stream: bytes themselves it would try to open as the name of a file.
        parsed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
        # As plain tables: those of the library look for other names than they are asked for.
        return [dict(entry) for entry in parsed.entries]
    except STUMBLES:
        return []


def _entry(raw: dict[str, Any]) -> FeedEntry | None:
    """Return one entry; None where it holds neither a title nor a text."""
    title, summary = _words(raw.get("title")), _words(_longest(raw))
    if not title and not summary:
        return None
    link = _link(raw.get("link"))
    known = raw.get("id") or link or f"{title}\n{summary}"
    return FeedEntry(title, link, _day(raw), summary, sha256(cleaned(str(known)).encode()).hexdigest()[:32])


def _longest(raw: dict[str, Any]) -> str:
    """Return the fullest text that a feed gives of an entry."""
    texts = [raw.get("summary"), *(part.get("value") for part in raw.get("content") or () if hasattr(part, "get"))]
    return max((text for text in texts if isinstance(text, str)), key=len, default="")


def _words(markup: object) -> str:
    """Return text without its tags."""
    if not isinstance(markup, str):
        return ""
    return " ".join(cleaned(unescape(_TAG.sub(" ", markup[:_LONGEST]))).split())


def _link(said: object) -> str | None:
    """Return a web address; None for any other."""
    try:
        return target_of(said).address if isinstance(said, str) else None
    except AddressError:
        return None


def _day(raw: dict[str, Any]) -> date | None:
    """Return the day of an entry as its clock showed it: the library's own moments are moved to another zone."""
    for said in _days_said(raw):
        iso = _ISO.match(said)
        try:
            return date.fromisoformat(iso[1]) if iso else parsedate_to_datetime(said).date()
        except (ValueError, TypeError, OverflowError):
            continue
    for name in ("published_parsed", "updated_parsed"):
        moment = raw.get(name)
        try:
            return date(*moment[:3]) if moment else None
        except (ValueError, TypeError, OverflowError):
            continue
    return None


def _days_said(raw: dict[str, Any]) -> Iterator[str]:
    """Return the days of an entry as they are written: when it was put up, else when it was changed."""
    for name in ("published", "updated"):
        said = raw.get(name)
        if isinstance(said, str):
            yield said[:100]
