"""The door: bytes or a text become an article, its content and its day found; nothing is fetched here."""

from __future__ import annotations

import re
from datetime import date

from store.errors import PlaceError
from store.reading.article import Article, Published
from store.reading.texts.decoding import cleaned, decoded, is_prose
from store.reading.texts.markup import is_page
from store.reading.texts.passages import content_of
from store.reading.texts.publication import published as day_of

LIMIT = 5_000_000
"""Bytes, or letters of a text: more is refused."""
_LOOKED_AT = 20_000
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_UKRAINIAN, _RUSSIAN = re.compile("[іїєґ]", re.IGNORECASE), re.compile("[ыэъё]", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_SPOKEN = frozenset(("en", "ru", "uk"))


def from_bytes(
    data: bytes,
    *,
    address: str | None,
    published: date | None,
    charset: str | None = None,
    content_type: str | None = None,
) -> Article:
    """Return the article that bytes are: a page or a plain text, told apart by what they hold.

    `charset` and `content_type` are what a server said of them. Whatever the bytes, there is an article: one without
    passages where they hold no text, as those of a picture. Raises PlaceError for more than LIMIT bytes.
    """
    if len(data) > LIMIT:
        raise PlaceError(
            f"this is {len(data):,} bytes long; a text is read up to {LIMIT:,}: give the part that matters"
        )
    text = decoded(data, charset, markup=b"<" in data[:1024])
    if not is_prose(text):
        return Article(
            text, (), Published(published, "given", "by the person") if published else Published(), address=address
        )
    if is_page(text, content_type):
        return _from_page(text, address, published)
    return from_text(text, address=address, published=published)


def from_text(text: str, *, address: str | None = None, published: date | None = None) -> Article:
    """Return the article that a plain text is. The text stays as it is, but for NULs and halves of characters.

    Raises PlaceError for more than LIMIT letters.
    """
    if len(text) > LIMIT:
        raise PlaceError(
            f"this is {len(text):,} letters long; a text is read up to {LIMIT:,}: give the part that matters"
        )
    text = cleaned(text)
    content = content_of(text)
    day = day_of(text, content.paragraphs, given=published, address=address)
    return Article(text, content.passages, day, content.title, address=address, lang=_language(text))


def _from_page(markup: str, address: str | None, given: date | None) -> Article:
    """Return the article that a page holds."""
    from store.reading.texts.pages import page_of

    page = page_of(markup, address)
    text = cleaned(page.text)
    content = content_of(text)
    day = day_of(text, content.paragraphs, given=given, paged=page.day, address=address)
    lang = page.lang if page.lang in _SPOKEN else _language(text)
    title = page.title or content.title
    return Article(text, content.passages, day, title, page.publisher, address, lang or "en")


def _language(text: str) -> str:
    """Return the language of a text, of those that phrases are read in, by its letters."""
    sample = text[:_LOOKED_AT]
    if 2 * len(_CYRILLIC.findall(sample)) <= len(_LETTER.findall(sample)):
        return "en"
    return "uk" if len(_UKRAINIAN.findall(sample)) > len(_RUSSIAN.findall(sample)) else "ru"
