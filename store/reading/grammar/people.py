"""Who in an article belongs to which side: known people, and those whose side stands before their title."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING
from store.reading.lexicon import Lexicon, Meaning

if TYPE_CHECKING:
    from store.reading.article import Article

_NAME = r"[A-Z][\w’'\-]+(?:\s+(?:al-|el-|bin |van |von |de )?[A-Z][\w’'\-]+){0,3}"
_LEADING = (
    "former|deputy|foreign|prime|defen[cs]e|interior|chief|lead|top|senior|state|presidential|government|army|military|special|human|rights|"
    "national|security|peace|head|of|the|delegation|ministry|cabinet|rebel|political|office"
)
_TITLES = (
    "president|minister|spokes(?:person|man|woman)|negotiator|envoy|leader|official|ambassador|commander|general|advis[eo]r|"
    "secretary(?: of (?:state|defen[cs]e|war))?|chief|"
    "head|ombuds(?:man|person|woman)|commissioner|delegate|premier|aide|chairman|counterpart|representative"
)
_TITLED = rf"(?i:(?:(?:{_LEADING})\s+|[’']s\s+)*(?:{_TITLES}))"
"""A title with what may stand before it: "deputy foreign minister"."""
_LONGEST = 400_000


def people_in(article: Article, lexicon: Lexicon) -> dict[str, Meaning]:
    """Find who belongs to which side, by folded last name: "Ukrainian Defence Minister Rustem Umerov"."""
    known = {
        entry.words.split()[-1].casefold(): Meaning("person", entry.meaning, "", exact=True, words=entry.words)
        for (kind, _), entry in lexicon.entries.items()
        if kind == "person"
    }
    sides = {entry.words: entry.meaning for (kind, _), entry in lexicon.entries.items() if kind in ("actor", "seat")}
    for match in _pattern(tuple(sides)).finditer(article.text, 0, _LONGEST):
        name = match[2].split()
        side = sides[match[1]]
        meaning = Meaning("person", f"{side}/{side}", "", exact=True, words=" ".join(name))
        known.setdefault(name[-1].casefold(), meaning)
    return known


def _pattern(sides: tuple[str, ...]) -> re.Pattern[str]:
    longest = "|".join(sorted((re.escape(side) for side in sides), key=len, reverse=True))
    return re.compile(rf"\b({longest})(?:[’']s)?\s+{_TITLED}(?:,|\s+for\s+\w+,?)?\s+({_NAME})")
