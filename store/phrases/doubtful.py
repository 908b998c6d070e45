"""Words that are dates only in the right company: `may`, `march`, `sat`, `fall`, `second`, and bare years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.phrases.grammar import Piece, symbols
from store.phrases.lexicon import Language

_LEADING = symbols(
    "IN BY OF BEFORE AFTER SINCE UNTIL UPTO FROM BEGINNING DURING THROUGH BETWEEN EARLY MID LATE START END NEXT "
    "LAST THIS COMING PASTA ABOUT FIRSTHALF SECONDHALF OPENINGDAYS CLOSINGDAYS LASTDAYS ON COME FOLLOWING LATEST "
    "SOONBEFORE SOONAFTER INTO ENDED EARLIEST OVER AT WITHIN DO WEEKDAY WEEKOF OT COMINGS PASTS BEFORELAST "
    "AFTERNEXT OW DAYPART EARLIER SOONER LATERTHAN LATER DAYWORD WEEKWORD WEEKENDWORD MONTHWORD NUMBERWORD OPENA "
    "FINALA PENULT TWENTIES REST SOFAR INOFF ZA"
)
"""Symbols after which a doubtful word is a date."""
_POINTING = symbols("NEXT LAST THIS")
_NUMBERS = symbols("N ORD Y")
_LINKS = symbols("TO AND OR DASH THROUGH UNTIL SLASH COMMA")
_VERB = re.compile(r"\w+ed|said|says|told|met|held|began|saw|spoke")
_OWNERS = ("his", "her", "my", "our", "your", "their", "its")
_YEARS = range(1900, 2101)
_SURE_OF_YEAR = symbols("IN SINCE EARLY MID LATE DURING COMMA N ORD SEASON")
_TAILS = symbols("ON ONWARDS STOP POINT")
_FEWEST_WORDS, _MOST_OF = 3, 0.8
_MANY = ("people", "men", "women", "children")


class Place:
    """A piece and its neighbours."""

    __slots__ = ("_original", "_pieces", "_place", "_text")

    def __init__(self, pieces: Sequence[Piece], place: int, text: str, original: str) -> None:
        self._pieces = pieces
        self._place = place
        self._text = text
        self._original = original

    def symbol(self, steps: int = 0) -> str:
        """Return the symbol so many pieces on; empty beyond the ends."""
        place = self._place + steps
        return self._pieces[place].symbol if 0 <= place < len(self._pieces) else ""

    def word(self, steps: int = 0) -> str:
        """Return the words so many pieces on, in small letters; empty beyond the ends."""
        if not self.symbol(steps):
            return ""
        piece = self._pieces[self._place + steps]
        return self._text[piece.start : piece.end]

    @property
    def value(self) -> object:
        """What the piece says."""
        return self._pieces[self._place].value

    @property
    def small(self) -> bool:
        """Whether the piece begins with a small letter."""
        return not self._original[self._pieces[self._place].start].isupper()

    def is_name(self, steps: int) -> bool:
        """Whether an unknown word with a capital stands so many pieces on."""
        return self.symbol(steps) == "X" and self._original[self._pieces[self._place + steps].start].isupper()


def settled(pieces: Sequence[Piece], text: str, original: str, language: Language) -> list[Piece]:
    """Return the pieces with every doubtful word decided: kept as a date, or made unknown."""
    if stands_alone(pieces):
        return _without_verbs(pieces, original, language)
    if _all_capitals(pieces, original):
        original = text
    decided = []
    for number, piece in enumerate(pieces):
        doubt = _DOUBTS.get(piece.symbol)
        if doubt is not None:
            place = Place(pieces, number, text, original)
            if not doubt(place, language):
                piece = piece._replace(symbol="K" if piece.symbol == "Y" else "X")
        decided.append(piece)
    return decided


def _without_verbs(pieces: Sequence[Piece], original: str, language: Language) -> list[Piece]:
    """Return the pieces of a phrase; none of one that is only a doubtful word in small letters: `may`, `march on`."""
    first, *others = pieces or (None,)
    if first is None or first.symbol not in ("MONTH", "WEEKDAY", "SEASON") or {one.symbol for one in others} - _TAILS:
        return list(pieces)
    word = original[first.start : first.end]
    return [] if word in language.homonyms else list(pieces)


def _all_capitals(pieces: Sequence[Piece], original: str) -> bool:
    """Whether so many words have a capital that capitals say nothing: a headline."""
    capitals = [original[piece.start].isupper() for piece in pieces if piece.symbol == "X"]
    return len(capitals) >= _FEWEST_WORDS and sum(capitals) >= _MOST_OF * len(capitals)


def stands_alone(pieces: Sequence[Piece]) -> bool:
    """Whether a text holds nothing but known words."""
    return all(piece.symbol != "X" for piece in pieces)


def _is_month(place: Place, language: Language) -> bool:
    """Whether a word for a month is meant as one."""
    word = place.word()
    weak = language.capitals_are_names or word in language.weak
    if language.capitals_are_names and not place.small:
        return place.symbol(1) == "Y"
    if not weak and word not in language.hesitant:
        return True
    before, after = place.symbol(-1), place.symbol(1)
    if _is_numbered(place):
        return not (word in language.weak and place.small and before in _NUMBERS and after == "X")
    if before == "AT":
        return False
    if weak and place.small and before in _POINTING and after not in ("", "COMMA"):
        return False
    return _is_led(place, weak=weak)


def _is_weekday(place: Place, language: Language) -> bool:
    """Whether a word for a weekday is meant as one, and is no name: `Ruby Tuesday`, `Sheffield Wednesday's`."""
    if language.capitals_are_names:
        return place.small and (_is_led(place, weak=True) or _stands_by_date(place))
    if place.word() in language.weak:
        return _is_led(place, weak=True) and place.symbol(-1) not in ("IN", "OF", "AT")
    before, after = place.symbol(-1), place.symbol(1)
    if before == "EVERY":
        return False
    if place.small or place.word(-1) in _OWNERS:
        return place.small
    if place.is_name(1) and before in ("", "STOP", "THE", "X"):
        return False
    if not place.is_name(-1) or place.symbol(-2) in ("IN", "AT", "COMMA"):
        return True
    return after != "POSS" if after != "X" else _VERB.fullmatch(place.word(1)) is not None


def _stands_by_date(place: Place) -> bool:
    """Whether a weekday only confirms a date beside it."""
    if place.symbol(1) in ("COMMA", "LP"):
        return place.symbol(2) in ("N", "DATE")
    return place.symbol(-1) in ("COMMA", "LP") and place.symbol(-2) in ("MONTH", "Y", "DATE", "YEARWORD")


def _is_led(place: Place, *, weak: bool) -> bool:
    """Whether a word of dates stands before a doubtful one, or another of its kind beside it."""
    before, after, symbol = place.symbol(-1), place.symbol(1), place.symbol()
    if weak and after == "DASH" and place.symbol(2) in ("X", "A"):
        return False
    if (before in _LINKS and place.symbol(-2) == symbol) or (after in _LINKS and place.symbol(2) == symbol):
        return True
    if before == "THE" and not weak:
        return not place.small and not place.is_name(1)
    return before in _LEADING or (before == "DASH" and place.symbol(-2) in _LEADING)


def _is_numbered(place: Place) -> bool:
    """Whether a number or a year stands beside a month."""
    before, after = place.symbol(-1), place.symbol(1)
    if before in _NUMBERS or after in _NUMBERS:
        return True
    if after in ("COMMA", "OF"):
        return place.symbol(2) in ("Y", "ORD")
    if after in ("THE", "DASH", "SLASH"):
        return place.symbol(2) in _NUMBERS
    if after in _POINTING and place.symbol(2) == "YEARWORD":
        return True
    if before == "COMMA":
        return place.symbol(-2) == "Y"
    return before in ("OF", "DASH", "SLASH") and place.symbol(-2) in ("ORD", "OW", "N", "Y")


def _is_season(place: Place, language: Language) -> bool:
    """Whether a word for a season is meant as one."""
    if place.word() in language.adverbs:
        return True
    if language.capitals_are_names and not place.small:
        return False
    before, after = place.symbol(-1), place.symbol(1)
    if after in ("Y", "NEXT", "LAST") or (after in ("OF", "COMMA") and place.symbol(2) == "Y"):
        return True
    if before == "THE":
        before = place.symbol(-2)
        if after == "OF" and place.symbol(2) not in _POINTING:
            return False
    if before in ("POSS", "Y") or (after in _LINKS and place.symbol(2) == "SEASON"):
        return True
    if before in _LINKS:
        return place.symbol(-2) == "SEASON" or (before == "DASH" and place.symbol(-2) in _LEADING)
    return before in _LEADING and before not in ("AT", "ON")


def _is_year(place: Place, _: Language) -> bool:
    """Whether a number of four figures is a year: in our age, and not a count of things."""
    if place.symbol(-1) == "MONTH":
        return True
    if place.value not in _YEARS:
        return False
    if place.symbol(-1) in _SURE_OF_YEAR or place.symbol(1) != "X":
        return True
    word = place.word(1)
    return not word.isalpha() or not (word.endswith("s") or word in _MANY)


def _is_today(place: Place, _: Language) -> bool:
    """Whether a word such as `today` is no part of a name: no capital in mid-sentence."""
    return place.small or place.symbol(-1) in ("", "STOP")


_DOUBTS = {"MONTH": _is_month, "SEASON": _is_season, "WEEKDAY": _is_weekday, "Y": _is_year, "RDAY": _is_today}
"""What can be in doubt, and who decides."""
