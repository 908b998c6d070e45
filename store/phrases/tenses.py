"""Whether the words around a phrase speak of what was or of what is to come."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property

from store.phrases.answer import Tense
from store.phrases.words import verbs

_REACH = 160
"""How many letters on either side are looked at."""
_STOPS = re.compile(r"(?:[.!?]['\"»”)]*(?=\s+['\"«“(]?[^\W\d_a-z\u0430-\u044f\u0456\u0457\u0454\u0491]))|[;\n]")
"""Where a sentence ends: a stop before a capital letter."""
_PAUSES = re.compile(r"[,.!?;\n]")
_MOVED_TO = re.compile(r"\bto\s+$")
"""What is put off to a day lies ahead."""
_WORDS = {
    "en": (verbs.ENGLISH_FUTURE, verbs.ENGLISH_PARTICIPLE, verbs.ENGLISH_PAST),
    "ru": (verbs.RUSSIAN_FUTURE, "", verbs.RUSSIAN_PAST),
    "uk": (verbs.UKRAINIAN_FUTURE, "", verbs.UKRAINIAN_PAST),
}


class Tenses:
    """The verbs of a text and the ends of its sentences, found once, when they are first asked for."""

    def __init__(self, text: str, lang: str) -> None:
        self._text = text
        self._lang = lang

    @cached_property
    def _verbs(self) -> list[re.Match[str]]:
        return list(_verbs(self._lang).finditer(self._text))

    @cached_property
    def _ends(self) -> list[int]:
        return [stop.end() for stop in _STOPS.finditer(self._text)]

    def around(self, start: int, end: int) -> Tense | None:
        """Return the tense of the nearest verb before a phrase in its sentence, else of the first after it."""
        sentence = bisect_right(self._ends, start)
        begin = max(self._ends[sentence - 1] if sentence else 0, start - _REACH)
        before = self._text[begin:start]
        if _MOVED_TO.search(before):
            return Tense.FUTURE
        place = bisect_right(self._verbs, start, key=re.Match.start)
        if place and self._verbs[place - 1].start() >= begin and self._verbs[place - 1].end() <= start:
            return _tense(self._verbs[place - 1])
        stop = (_PAUSES if before.strip() else _STOPS).search(self._text, end, end + _REACH)
        return self._after(end, stop.start() if stop else end + _REACH)

    def _after(self, start: int, end: int) -> Tense | None:
        """Return the tense of the first verb between two places that does more than tell who said it."""
        for place in range(bisect_left(self._verbs, start, key=re.Match.start), len(self._verbs)):
            verb = self._verbs[place]
            if verb.end() > end:
                return None
            if not _attribution().fullmatch(verb.group()):
                return _tense(verb)
        return None


def _tense(verb: re.Match[str]) -> Tense:
    """Return the tense that a verb was found under."""
    return Tense.FUTURE if verb["future"] else Tense.PAST


@cache
def _verbs(lang: str) -> re.Pattern[str]:
    """Return the pattern of a language's verbs."""
    future, after, past = _WORDS[lang]
    return re.compile(f"(?P<future>(?<!\\bin )\\b(?:{_either(future)}){after}\\b)|(?P<past>\\b(?:{_either(past)})\\b)")


@cache
def _attribution() -> re.Pattern[str]:
    """Return the pattern of the verbs that tell who said it."""
    return re.compile(_either(verbs.ATTRIBUTION))


def _either(entries: str) -> str:
    """Return entries as one pattern."""
    return entries.replace(" | ", "|")
