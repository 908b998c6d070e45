"""Pages told from plain text, and what in them no parser should meet: tags with a hundred thousand attributes."""

from __future__ import annotations

import re

_DECLARED = re.compile(r"(?:html|xhtml)", re.IGNORECASE)
_OPENS = re.compile(
    r"[\s\ufeff]*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(
    r"<(?:p|div|meta|article|script|link|span|title|section|table|h[1-6]|ul|a\s)\b[^<>]*>", re.IGNORECASE
)
_SNIFFED, _ENOUGH = 4096, 3
_MANY = 2000
"""More attributes than any tag that means something."""
_START = re.compile(r"<(?:!--|[A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"[\s/]*[^\s/>=][^\s/>=]*(?:\s*=\s*(?:\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z)|[^\s>]*))?")
_ENDS = {"<!--": "-->", "<script": "</script", "<style": "</style"}


def is_page(text: str, content_type: str | None) -> bool:
    """Whether a text is a page: its server says so, it opens as one, or it begins with tags and has several."""
    if content_type is not None and _DECLARED.search(content_type):
        return True
    if content_type is not None and "text/plain" in content_type.lower():
        return False
    if _OPENS.match(text):
        return True
    return text.lstrip("\ufeff \t\r\n").startswith("<") and len(_TAGS.findall(text, 0, _SNIFFED)) >= _ENOUGH


def slimmed(page: str) -> str:
    """Return a page without what is left of each tag behind its two thousandth attribute.

    Parsers compare every attribute of a tag with every other: a page of one tag would keep them for hours.
    """
    if page.count("=") + page.count(" ") < _MANY:
        return page
    kept: list[str] = []
    done = at = 0
    while (start := _START.search(page, at)) is not None:
        ends = _ENDS.get(start[0].lower())
        if ends is not None:
            at = page.find(ends, start.end())
            if at < 0:
                break
            continue
        at, cut = _end_of_tag(page, start.end())
        if cut is not None:
            kept.append(page[done:cut])
            done = at
    return "".join([*kept, page[done:]])


def _end_of_tag(page: str, at: int) -> tuple[int, int | None]:
    """Return where a tag ends, and where it is to be cut if it has too many attributes."""
    count, cut = 0, None
    while (attribute := _ATTRIBUTE.match(page, at)) is not None:
        at = attribute.end()
        count += 1
        if count == _MANY:
            cut = at
    return at, cut
