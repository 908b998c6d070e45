"""A text as a row of pieces: dates in figures, numbers, known words, and everything else."""

from __future__ import annotations

import re
from itertools import islice

from store.phrases.figures import read_figures
from store.phrases.grammar import Piece, symbols
from store.phrases.lexicon import Language, Word

_TYPESET = {
    0xA0: " ", 0x2007: " ", 0x2009: " ", 0x202F: " ", 0x200B: " ", 0x200E: " ", 0x200F: " ", 0xFEFF: " ", 0xAD: "-",
    0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2013: "-", 0x2014: "-", 0x2015: "-", 0x2212: "-",
    0x2018: "'", 0x2019: "'", 0x02BC: "'", 0x60: "'", 0xB4: "'", 0x2B9: "'",
}  # fmt: skip
_TOKEN = re.compile(
    r"""
    (?P<word>[^\W\d_](?:[^\W_]|'(?=[^\W_]))*(?:\.(?:com|org|net|ru|ua|io|info|tv|gov|edu)\b)?)
  | (?P<mark>[-,.()/&;:!?…"«»“”|\n])
  | (?P<iso>\d{4}-\d{1,2}-\d{1,2}(?:[t\ ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s?(?:z|[+-]\d\d:?\d\d)?)?(?![\w-])
        | \d{4}[/.]\d{1,2}[/.]\d{1,2}(?![\w/]))
  | (?P<week>\d{4}-?w\d\d(?!\w))
  | (?P<yearmonth>\d{4}-(?:0[1-9]|1[0-2])(?![\w-]))
  | (?P<figures>\d{1,2}\.\d{1,2}\.\d{4}(?![\w]) | \d\d\.\d\d\.\d\d(?![\w.]) | \d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/])
        | \d{1,2}-\d{1,2}-\d{4}(?![\w-]))
  | (?P<yearslash>(?:19|20)\d\d[/.-](?:0?[1-9]|1[0-2])(?![\w/.-]))
  | (?P<monthyear>(?<![\d.,-])(?:0?[1-9]|1[0-2])[/.-](?:19|20)\d\d(?![\w/-]|\.\d))
  | (?P<halfyear>\d{4}-?h[12]\b)
  | (?P<time>\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:gmt|utc|est|edt|msk|cet)\b)?
        | \d{4}\s?(?:gmt|utc|hrs|hours|msk|local\ time|cet|est|edt)\b
        | \d{1,2}\s?[ap]\.?m\b\.? | \d{1,2}\.\d\d\s?[ap]\.?m\b\.?)
  | (?P<thousands>\d{1,3}(?:,\d{3}){1,4}(?![\d]))
  | (?P<opaque>[$€£₴₽¥\#№]\s?\d[\d.,]* | \d{1,3}(?:[,\ ]\d{3}){1,6}(?![\d]) | \d[\d.,]{0,15}\s?% | \d+(?:\.\d+){2,}
        | \d+:\d+)
  | (?P<chain>\d+(?:-\d+){2,} | \+\d[\d-]*)
  | (?P<short>\d{1,2}/\d{1,2}(?![\w/]|\.\d) )
  | (?P<pointed>\d{1,2}\.(?:0[1-9]|1[0-2])\.?(?![\w]|\.\d))
  | (?P<decimal>\d+\.\d+ | \d+,\d{1,3}(?!\d))
  | (?P<number>\d+)(?P<ending>'?(?:-?[^\W\d_]+)?)
    """,
    re.VERBOSE,
)
_MARKS = {".": "POINT", "&": "AND", "-": "DASH", ",": "COMMA", "(": "LP", ")": "RP", "/": "SLASH"}
_MONTH_AND_DAY = re.compile(r"([^\W\d_]{3,9})(\d{1,2})")
_LARGEST_DAY = 31
_DIGITS = 6
_QUARTERS = 4
_FEW_TOKENS, _LETTERS_A_TOKEN = 500, 2
"""No prose has more words and marks than one in so many letters: what has is read no further."""
_HUNG = symbols("UNIT UNITS WEEKBOTH MONTHBOTH DAYWORD WEEKWORD MONTHWORD YEARWORD QUARTERWORD UNITADJ MONTH")
"""Words that may hang on a number."""


def plain(text: str) -> str:
    """Return a text of the same length in small letters, with typesetters' blanks, dashes and quotes made plain."""
    spelled = text.translate(_TYPESET)
    small = spelled.lower()
    if len(small) == len(text):
        return small
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in spelled)


def pieces_of(text: str, language: Language) -> list[Piece]:
    """Return the pieces of a text that `plain` made."""
    most = max(_FEW_TOKENS, len(text) // _LETTERS_A_TOKEN)
    tokens = list(islice(_TOKEN.finditer(text), most))
    pieces: list[Piece] = []
    place = 0
    while place < len(tokens):
        place = _read(tokens, place, language, pieces)
    return pieces


def _read(tokens: list[re.Match[str]], place: int, language: Language, pieces: list[Piece]) -> int:
    """Add the piece that stands at a place; return the place after it."""
    token = tokens[place]
    kind = token.lastgroup
    if kind == "word":
        return _word(tokens, place, language, pieces)
    if kind == "ending":
        pieces.extend(_number(token, language))
    elif kind == "mark":
        symbol = _MARKS.get(token.group(), "STOP")
        if not (token.group() == "." and _may_carry_stop(pieces, token, language)):
            pieces.append(Piece(symbol, token.group(), token.start(), token.end()))
    else:
        symbol, value = read_figures(kind or "", token.group())
        if symbol == "POINTED" and language.points_in_dates:
            symbol = "SHORT"
        pieces.append(Piece(symbol, value, token.start(), token.end()))
    return place + 1


def _may_carry_stop(pieces: list[Piece], token: re.Match[str], language: Language) -> bool:
    """Whether a full stop belongs to the abbreviation before it."""
    last = pieces[-1] if pieces else None
    return last is not None and last.end == token.start() and token.string[last.start : last.end] in language.dotted


def _word(tokens: list[re.Match[str]], place: int, language: Language, pieces: list[Piece]) -> int:
    """Add the longest entry that begins with a word, or the word as an unknown one."""
    token = tokens[place]
    spelled = token.group()
    word = language.words.get(spelled)
    owns = word is None and spelled.endswith("'s")
    if owns:
        word = language.words.get(spelled[:-2])
    entry, after = (None, place) if word is None else _longest(word, tokens, place)
    if word is not None and entry is not None and _hides_month(word, entry, tokens[after : after + 2], language):
        entry, after = word.entry, place + 1
    if entry is None:
        pieces.extend(_glued(token, language))
        return place + 1
    end = tokens[after - 1].end()
    if owns and after == place + 1:
        pieces.append(Piece(*entry, token.start(), end - 2))
        pieces.append(Piece("POSS", None, end - 2, end))
    else:
        pieces.append(Piece(*entry, token.start(), end))
    return after


def _hides_month(word: Word, entry: tuple[str, object], ahead: list[re.Match[str]], language: Language) -> bool:
    """Whether a month was taken for a verb: `May last year`, which nobody says of what may last."""
    if entry[0] != "X" or word.entry is None or word.entry[0] != "MONTH" or not ahead:
        return False
    named = language.words.get(ahead[0].group())
    year = named is not None and named.entry is not None and named.entry[0] == "YEARWORD"
    return year and not (len(ahead) > 1 and ahead[1].group() == "-")


def _longest(word: Word, tokens: list[re.Match[str]], place: int) -> tuple[tuple[str, object] | None, int]:
    """Return the longest entry from a word on, and the place after it."""
    entry, after = word.entry, place + 1
    ahead = after
    while word.following and ahead < len(tokens):
        longer = word.following.get(tokens[ahead].group())
        if longer is None:
            break
        word, ahead = longer, ahead + 1
        if word.entry is not None:
            entry, after = word.entry, ahead
    return entry, after


def _glued(token: re.Match[str], language: Language) -> list[Piece]:
    """Return a month with its day hung on (`feb13`), or an unknown word."""
    parts = _MONTH_AND_DAY.fullmatch(token.group()) if token.group()[-1].isdigit() else None
    word = language.words.get(parts[1]) if parts else None
    if parts and word and word.entry and word.entry[0] == "MONTH" and 1 <= int(parts[2]) <= _LARGEST_DAY:
        middle = token.start() + len(parts[1])
        return [Piece(*word.entry, token.start(), middle), Piece("N", int(parts[2]), middle, token.end())]
    return [Piece("X", None, token.start(), token.end())]


def _number(token: re.Match[str], language: Language) -> list[Piece]:
    """Return a whole number: a day of the month, a year, another; an ordinal; or nothing known."""
    digits, ending = token["number"], token["ending"].lstrip("'-")
    start = token.start()
    if len(digits) > _DIGITS:
        return [Piece("X", None, start, token.end())]
    value = int(digits)
    small = 1 <= value <= _LARGEST_DAY and len(digits) <= len("31")
    if ending in language.ordinal_endings and small:
        return [Piece("ORD", value, start, token.end())]
    symbol = "N" if small else "Y" if len(digits) == len("2025") and digits[0] in "12" else "K"
    if token["ending"] == "'s":
        return [Piece(symbol, value, start, token.end("number")), Piece("POSS", None, token.end("number"), token.end())]
    if not ending or ending in language.number_endings:
        return [Piece(symbol, value, start, token.end())]
    return _with_word(token, symbol, value, ending, language)


def _with_word(token: re.Match[str], symbol: str, value: int, ending: str, language: Language) -> list[Piece]:
    """Return a number with a word hung on it: `30-day`, `22-june`, `1990s`."""
    start, end = token.span("number")
    if ending == "q" and value <= _QUARTERS:
        return [Piece("QUARTER", value, start, token.end())]
    if symbol == "Y" and ending == "s":
        return [Piece("YEARS", value, start, token.end())]
    hung = language.words.get(ending)
    if hung is not None and hung.entry is not None and hung.entry[0] in _HUNG:
        word = token.end() - len(ending)
        dash = [Piece("DASH", "-", end, word)] if word > end else []
        return [Piece(symbol, value, start, end), *dash, Piece(*hung.entry, word, token.end())]
    if "-" in token["ending"]:
        return [
            Piece(symbol, value, start, end),
            Piece("DASH", "-", end, end + 1),
            Piece("X", None, end + 1, token.end()),
        ]
    return [Piece("X", None, start, token.end())]
