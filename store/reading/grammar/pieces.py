"""A sentence as the reader sees it: actors, numbers, units, verbs of the trade, dates, and the words between."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice, takewhile

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.grammar.groups import group
from store.reading.grammar.numbers import number_at
from store.reading.grammar.particles import mend
from store.reading.grammar.piece import Piece
from store.reading.lexicon import Lexicon, Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from store.phrases import Found

_MIRRORED = re.compile(r"(\d[\d,]*)[-‑–](for)[-‑–](\d[\d,]*)")
"""A number that is exchanged for itself: "1,000-for-1,000"."""
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")
_NO_DAY = "".join(rf"(?<!{month}\s)" for month in (*_MONTHS, "December", *(f"{month[:3]}." for month in _MONTHS)))
_PARTED = (
    rf"(?=[1-9]\d{{0,2}}[ \u00a0\u202f]\d{{3}}(?![\w,])){_NO_DAY}[1-9]\d{{0,2}}(?:[ \u00a0\u202f]\d{{3}})+(?![\w,])"
)
"""A number whose thousands blanks part: "7 000"; the day of a month before a number is none."""
_TOKEN = re.compile(
    r"\d[\d,]*[-‑–]for[-‑–]\d[\d,]*(?<!,)|"
    r"\d{1,3}(?:,\d{3})+|" + _PARTED + r"|\d+(?:\.\d+)?(?![\w])|"
    r"(?:[^\W\d_]\.){2,}|\d+(?=-)|[^\W_]+(?:[’'\-‑][^\W_]+)*|[“”„«»\"]|[’'](?=s\b)|[^\w\s]"
)
_QUOTES = '“”„«»"'
_MARKS = re.compile(
    r"(?:[*_`]+|~~)(?=[\w“‘\"'(])|(?<=[\w”’\"').,:;!?])(?:[*_`]+|~~)"
    r"|\[(?:\d{1,3}|[a-z]|note \d+|citation needed)\]|[†‡¹²³⁴⁵⁶⁷⁸⁹]"
    r"|\]\([^)\s]{1,300}\)|\[(?=[^\[\]\n]{1,300}\]\()"
)
"""Marks of type and notes, which belong to no sentence: "**bold**", "_leaning_", "[1]", the address of a link."""
_MARKING = frozenset("*_`~[]†‡¹²³⁴⁵⁶⁷⁸⁹")
_JOINED_SIDES = re.compile(r"([A-Z][\w.]*)[-‑]([A-Z][A-Za-z]+)")
"""Two sides in one word: "Russia-Ukraine"."""


def tokens_of(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return the words and signs of a stretch: begin, end, and how they stand."""
    tokens: list[tuple[int, int, str]] = []
    plain = _MARKING.isdisjoint(text[start:end])
    marks = [] if plain else [mark.span() for mark in _MARKS.finditer(text, start, end)]
    for match in _unmarked(text, (start, end), marks):
        word = match.group()
        mirrored = _MIRRORED.fullmatch(word)
        if mirrored is not None:
            tokens.extend(
                (match.start() + one, match.start() + last, word[one:last])
                for one, last in map(mirrored.span, (1, 2, 3))
            )
            continue
        if len(word) > 2 and word[-2:].casefold() in ("'s", "’s"):
            tokens.extend([(match.start(), match.end() - 2, word[:-2]), (match.end() - 2, match.end(), "'s")])
        else:
            tokens.append((match.start(), match.end(), word))
    return tokens


def _unmarked(text: str, span: tuple[int, int], marks: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Yield the words and signs of a stretch between its marks of type."""
    at = span[0]
    for first, last in (*marks, (span[1], span[1])):
        yield from _TOKEN.finditer(text, at, first)
        at = last


def _of_sides(tokens: list[tuple[int, int, str]], lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """Return the words with two sides that stand in one made three: "Russia-Ukraine talks"."""
    found: list[tuple[int, int, str]] = []
    for token in tokens:
        joined = _JOINED_SIDES.fullmatch(token[2]) if "-" in token[2] or "‑" in token[2] else None
        named = joined is not None and all(_is_side(name, lexicon) for name in joined.groups())
        if joined is None or not named:
            found.append(token)
            continue
        begin, cut = token[0], token[0] + joined.end(1)
        found += [(begin, cut, joined[1]), (cut, cut + 1, "-"), (cut + 1, token[1], joined[2])]
    return found


def _is_side(name: str, lexicon: Lexicon) -> bool:
    """Whether a word is the very name of a side, and no adjective of it, which dual nationals have two of."""
    entry = lexicon.entries.get(("actor", name.casefold()))
    return entry is not None and (entry.words == entry.meaning or name.isupper())


def pieces_of(
    text: str, span: tuple[int, int], lexicon: Lexicon, dates: Sequence[Found], people: dict[str, Meaning]
) -> list[Piece]:
    """Return the pieces of a sentence; `dates` are those of the whole article, `people` its names by last word."""
    tokens = _of_sides(tokens_of(text, *span), lexicon)
    words = [word.casefold().replace("’", "'") for _, _, word in tokens]
    first = bisect_left(dates, span[0], key=lambda found: found.start)
    inside = list(takewhile(lambda found: found.start < span[1], islice(dates, first, None)))
    pieces = list(_read(_Text(tokens, words, lexicon, people), inside))
    mend(pieces)
    return pieces


class _Text(NamedTuple):
    """The tokens of a sentence, and what they are looked up in."""

    tokens: list[tuple[int, int, str]]
    words: list[str]
    """The tokens, folded."""
    lexicon: Lexicon
    people: dict[str, Meaning]


def _read(text: _Text, dates: Sequence[Found]) -> Iterator[Piece]:
    tokens, place, pending = text.tokens, 0, list(dates)
    while place < len(tokens):
        start = tokens[place][0]
        while pending and pending[0].end <= start:
            pending.pop(0)
        if pending and pending[0].start <= start < pending[0].end:
            found = pending.pop(0)
            last = place
            while last + 1 < len(tokens) and tokens[last + 1][0] < found.end:
                last += 1
            yield Piece("date", start, tokens[last][1], found.phrase.casefold(), found)
            place = last + 1
            continue
        size, piece = _piece(text, place)
        yield piece
        place += size


def _piece(text: _Text, place: int) -> tuple[int, Piece]:
    """Return what begins at a token: how many tokens it takes, and the piece."""
    start, _, word = text.tokens[place]
    folded = text.words[place]
    best = _longest(text, place)
    if best is None and folded in text.people and word[0].isupper():
        best = 1, text.people[folded]
    if best is not None:
        size, meaning = best
        end = text.tokens[place + size - 1][1]
        return size, _known(start, end, " ".join(text.words[place : place + size]), meaning)
    number = number_at(text.words, place)
    if number is not None:
        end = text.tokens[place + number.size - 1][1]
        said = " ".join(text.words[place : place + number.size])
        return number.size, Piece("number", start, end, said, number.value, number.vague)
    return 1, Piece(_kind(word, folded), start, text.tokens[place][1], folded)


def _longest(text: _Text, place: int) -> tuple[int, Meaning] | None:
    """Return the longest run of known words that begins at a token."""
    best: tuple[int, Meaning] | None = None
    for size, meaning in text.lexicon.at(text.words, place):
        if meaning.exact and not _capital(text.tokens[place][2], meaning):
            continue
        if best is None or size > best[0] or (size == best[0] and _prefer(meaning, best[1])):
            best = size, meaning
    if best is not None and best[0] == 1 and text.words[place] == "us" and text.tokens[place][2] != "US":
        return None
    return best


def _prefer(new: Meaning, old: Meaning) -> bool:
    rank = {"actor": 3, "person": 3, "seat": 3, "unit": 2}
    return rank.get(new.kind, 1) > rank.get(old.kind, 1)


def _capital(said: str, meaning: Meaning) -> bool:
    """Whether a name stands with its capitals."""
    if meaning.words.replace(".", "").isupper():
        return said.isupper()
    return said[0].isupper() or not meaning.words[0].isupper()


def _known(start: int, end: int, text: str, meaning: Meaning) -> Piece:
    if meaning.kind in ("actor", "seat", "person"):
        return Piece("actor", start, end, text, meaning.value, meaning.kind)
    if meaning.kind == "unit":
        unit, _, kind = meaning.value.partition("/")
        return Piece("unit", start, end, text, (unit, kind))
    return Piece(meaning.kind, start, end, text, meaning.words, meaning.form)


_PLAIN_KINDS = {
    "aux": "aux",
    "modal": "modal",
    "negation": "not",
    "prepositions": "prep",
    "pronouns": "pron",
    "conjunctions": "conj",
}
"""The groups of small words, and the kind of piece that each makes."""


def _kind(word: str, folded: str) -> str:
    if word in _QUOTES:
        return "quote"
    if not word[0].isalnum() and folded != "'s":
        return "punct"
    for name, kind in _PLAIN_KINDS.items():
        if folded in group(name):
            return kind
    if folded in ("each", "apiece", "every"):
        return "each"
    return "name" if word[0].isupper() else "word"
