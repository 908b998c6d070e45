"""Saved web pages: their main text, title, publisher and day, as trafilatura finds them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.texts.markup import slimmed
from store.reading.texts.stumbles import STUMBLES

if TYPE_CHECKING:
    from types import ModuleType

    from lxml.html import HtmlElement

_MOST, _MOST_BESIDE, _MOST_INSIDE = 12_000, 3_000, 1_500
"""Elements of a page, elements beside one another, and elements within one paragraph: beyond, the search for the main
text takes time with their square, and all text is taken."""
_BLOCK_NAMES = """
address article aside blockquote body br caption dd div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr li main ol
p pre section table td th tr ul
"""
_SILENT_NAMES = """
script style noscript template iframe svg math form button select option textarea nav footer head object canvas
"""
_BLOCKS, _SILENT = frozenset(_BLOCK_NAMES.split()), frozenset(_SILENT_NAMES.split())
"""Elements that stand on lines of their own, and elements without words of the article."""
_NO_SPEECH = re.compile(r"<\?xml[^>]{0,300}>")
_LIBRARIES = ("trafilatura", "htmldate", "courlan", "justext", "readability", "charset_normalizer")
_LATEST = "2999-12-31"
"""The last day that is believed; without it the library would ask the clock for today."""


class Page(NamedTuple):
    """What a page holds."""

    text: str
    """Its main text, a paragraph a line, the title first."""
    title: str | None = None
    publisher: str | None = None
    day: date | None = None
    """When it was put up, as it states for machines."""
    lang: str | None = None


def page_of(markup: str, address: str | None = None) -> Page:
    """Return what a page holds; a page that nothing is found in has an empty text. Never fails and fetches nothing."""
    try:
        tree = _tree(slimmed(_NO_SPEECH.sub(" ", markup, count=1)))
    except STUMBLES:
        tree = None
    if tree is None:
        return Page("")
    lang = (tree.get("lang") or "")[:2].lower() or None
    found = _found(tree, address) if _is_bounded(tree) else None
    if found is None:
        return Page("\n".join(_all_text(tree)), _title(tree), lang=lang)
    return found._replace(lang=lang)


@cache
def _library() -> ModuleType:
    """Load trafilatura, and see to it that what it logs appears on no screen."""
    import trafilatura

    for name in _LIBRARIES:
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
    return trafilatura


def _tree(markup: str) -> HtmlElement | None:
    """Parse a page."""
    from lxml import etree, html

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(markup, parser=parser)
    except (etree.LxmlError, AssertionError):
        return None
    return tree


def _is_bounded(tree: HtmlElement) -> bool:
    """Whether the search for the main text of a page will end soon."""
    for count, element in enumerate(tree.iter()):
        if count > _MOST or len(element) > _MOST_BESIDE:
            return False
    return all(sum(1 for _ in paragraph.iter()) <= _MOST_INSIDE for paragraph in tree.iter("p"))


def _found(tree: HtmlElement, address: str | None) -> Page | None:
    """Return what trafilatura finds; None where it finds no text."""
    library = _library()
    days = {"extensive_search": False, "original_date": True, "max_date": _LATEST}
    try:
        document = library.bare_extraction(
            tree, url=address, include_comments=False, with_metadata=True, date_extraction_params=days
        )
    except STUMBLES:
        return None
    if document is None or not document.text:
        return None
    title = _one_line(document.title)
    text = document.text
    if title is not None and title not in " ".join(text[: 4 * len(title) + 200].split()):
        text = f"{title}\n\n{text}"
    return Page(text, title, _one_line(document.sitename), _day(document.date))


def _day(said: str | None) -> date | None:
    """Return a day as the library writes it."""
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        return None


def _one_line(words: str | None) -> str | None:
    """Return words on one line, none where there are none."""
    return " ".join(words.split()) or None if words else None


def _title(tree: HtmlElement) -> str | None:
    """Return the title in the head of a page."""
    return _one_line(tree.findtext(".//title"))


def _all_text(tree: HtmlElement) -> Iterator[str]:
    """Return all text that a page shows, a block a line."""
    from lxml import etree

    words: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if name in _BLOCKS and words:
            if line := " ".join("".join(words).split()):
                yield line
            words = []
        if event == "start":
            silent += name in _SILENT
            if not silent:
                words.append(element.text or "")
        else:
            silent -= name in _SILENT
            if not silent:
                words.append(element.tail or "")
    if line := " ".join("".join(words).split()):
        yield line
