"""What of a text is noise of the newsroom, by phrases that anybody can add to and by the shape of a line alone."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from store.domain.typed import NamedTuple

_MONTHS = (
    r"jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*"
    r"|январ\w+|феврал\w+|марта|апрел\w+|ма[яй]|июн\w+|июл\w+|август\w*|сентябр\w+|октябр\w+|ноябр\w+|декабр\w+"
    r"|січн\w+|лют\w+|берез\w+|квіт\w+|трав\w+|черв\w+|лип\w+|серп\w+|верес\w+|жовт\w+|листопад\w*|груд\w+"
)
DATE = (
    rf"(?:\d{{4}}-\d\d-\d\d(?:t[\d:.z+-]+)?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\sof)?\s(?:{_MONTHS})\.?,?\s\d{{4}}|(?:{_MONTHS})\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}})"
)
"""A day with its year, as newsrooms print it; to be matched without regard to capitals."""
_DAY_WORDS = (
    rf"(?:{DATE}|\d{{1,2}}[:.]\d\d(?::\d\d)?|[ap]\.?m\.?|at|on|published|posted|updated|last|first|modified|created|date|issued"
    r"|released|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|gmt|utc|e[sd]?t|c?e?e?st|bst|msk|ist"
    r"|please|wait|\d+[\s-]min(?:ute)?s?(?:\sread)?|\d+\sread|r\.|року|года|г\.|опубликовано|обновлено|опубліковано|оновлено)"
)
_DAY_LINE = re.compile(
    rf"(?:(?:^|[\s|,:;·•–—()-]+){_DAY_WORDS}(?=[\s|,:;·•–—().-]|\Z))+[\s|,:;·•–—().-]*\Z", re.IGNORECASE
)
"""A line that says when it was put up, and nothing else."""
_CLOCK = re.compile(
    r"\W*\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s(?:gmt|utc|bst|cest|cet|eest|eet|est|edt|msk))?\W*\Z",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:by|from|author:?|автор:?|от)\s+(?=[^\s])", re.IGNORECASE)
_NAME = r"(?:[^\W\d_][\w.'’-]*)"
_PERSON = re.compile(rf"{_NAME}(?:\s(?:(?:de|da|di|del|van|von|der|al|el|bin|ben|la|le)\s)?{_NAME}){{1,3}}")
_CAPTION = re.compile(
    r"[\[(]\s*(?:photo|image|picture|video|file|graphic|map|фото|відео|видео)\b[^\])]*[\])]\W*\Z", re.IGNORECASE
)
_TRAIL = re.compile(r"[^.!?]{1,40}(?:\s[>»›/|]\s[^.!?]{1,40})+\Z")
_DIGIT = re.compile(r"\d")
_COUNT = re.compile(r"\s*[(\[]?\d+[)\]]?\Z")
_EDGES = re.compile(r"\A[\W_]+|[\W_]+\Z")
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
LONGEST_LINE, _LONGEST_BOX, _LONGEST_ROW = 300, 300, 90
"""Letters: what is longer is no noise, whatever it says."""


class Phrases(NamedTuple):
    """The phrases of the shipped list, in small letters."""

    kicker: frozenset[str]
    summary: frozenset[str]
    related: frozenset[str]
    comments: frozenset[str]
    about: frozenset[str]
    label: frozenset[str]
    starts: tuple[str, ...]
    contains: re.Pattern[str]
    box: re.Pattern[str]
    chrome: frozenset[str]


@cache
def phrases() -> Phrases:
    """Read the list of phrases."""
    kinds: dict[str, list[str]] = {}
    kind = ""
    for line in Path(__file__).with_name("noise.txt").read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]") and line[1:-1] in Phrases._fields:
            kind = line[1:-1]
        elif line and not line.startswith("#"):
            kinds.setdefault(kind, []).extend(phrase.strip() for phrase in line.split(" | "))
    return Phrases(
        kicker=frozenset(kinds["kicker"]),
        summary=frozenset(kinds["summary"]),
        related=frozenset(kinds["related"]),
        comments=frozenset(kinds["comments"]),
        about=frozenset(kinds["about"]),
        label=frozenset(kinds["label"]),
        starts=tuple(kinds["starts"]),
        contains=re.compile("|".join(map(re.escape, kinds["contains"]))),
        box=re.compile("|".join(map(re.escape, kinds["box"]))),
        chrome=frozenset(kinds["chrome"]),
    )


def folded(words: str) -> str:
    """Return words as they are compared: small letters, plain apostrophes, single spaces."""
    return " ".join(words.casefold().replace("’", "'").replace("`", "'").split())


def bare(words: str) -> str:
    """Return folded words without the signs and the count around them: `COMMENTS (38)` is `comments`."""
    return _EDGES.sub("", _COUNT.sub("", _EDGES.sub("", words)))


def is_noise(words: str) -> bool:
    """Whether a paragraph is noise by itself: a button, a box, a credit, a label, a day, a mark of the end."""
    if len(words) > LONGEST_LINE:
        return False
    small = folded(words)
    if _WORD.search(small) is None or _CLOCK.match(small) or _CAPTION.match(small):
        return True
    known = phrases()
    label = bare(small)
    if label in known.label or small.startswith(known.starts) or small.lstrip("([*_•> -").startswith(known.starts):
        return True
    short = len(words) <= _LONGEST_BOX
    return (short and known.contains.search(small) is not None) or _is_row(small) or is_day_line(words)


def is_boxed(words: str) -> bool:
    """Whether a paragraph asks for an address, so that what stands around it is a box to sign up in."""
    return len(words) <= _LONGEST_BOX and phrases().box.search(folded(words)) is not None


def is_day_line(words: str) -> bool:
    """Whether a paragraph says when it was put up, and nothing else."""
    return (
        len(words) <= _LONGEST_ROW * 2
        and _DIGIT.search(words) is not None
        and _DAY_LINE.match(folded(words)) is not None
    )


def is_trail(words: str) -> bool:
    """Whether a line leads from section to section: `Home > World > Europe`, `World | Middle East`."""
    parts = re.split(r"\s[>»›/|]\s", words)
    return (
        len(words) <= _LONGEST_ROW
        and len(parts) > 1
        and _TRAIL.match(words) is not None
        and all(len(part.split()) <= 2 for part in parts)
    )


def author_of(words: str) -> str | None:
    """Return whom a byline names (`By Jane Doe, Kyiv`); None where the words are no byline."""
    start = _BYLINE.match(words)
    if start is None or len(words) > _LONGEST_ROW * 2 or len(words.split()) > 20:
        return None
    named = _PERSON.match(words, start.end())
    if named is not None and all(part[0].isupper() for part in re.findall(r"[^\W\d_]{4,}", named[0])):
        return named[0]
    our = re.match(
        r"(?:our|the|a)\s.{0,40}\b(?:correspondent|reporter|staff|desk|editor)", words[start.end() :], re.IGNORECASE
    )
    return "" if our else None


def _is_row(small: str) -> bool:
    """Whether a line is a row of buttons."""
    words = _WORD.findall(small) if len(small) <= _LONGEST_ROW else []
    return bool(words) and all(word in phrases().chrome or word.isdigit() for word in words) and not words[0].isdigit()
