"""The door: one phrase to its window, and the phrases of a running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from itertools import islice

from store.errors import UsageError
from store.phrases.answer import Found, Kind, PhraseWindow, Tense
from store.phrases.doubtful import settled, stands_alone
from store.phrases.foreign import read_whole_day
from store.phrases.grammar import Piece
from store.phrases.islands import islands
from store.phrases.lexicon import Language
from store.phrases.limits import Limits
from store.phrases.meanings import Setting
from store.phrases.outcome import SAYS_TIME, outcome
from store.phrases.pieces import pieces_of, plain
from store.phrases.rules.stages import BY_ITSELF, IN_PROSE
from store.phrases.tenses import Tenses
from store.phrases.words import language_named

_LOOKS_BACK = frozenset(("in so long",))
"""Rules whose words look back where a superlative stands before them: `the first in two years`."""
_WORDS_BACK = 5
_PLANS = frozenset(("due", "will", "expected", "scheduled", "planned", "would", "should", "must"))
"""Words after which a length looks ahead all the same: `its first report is due in two weeks`."""
_MOST_PHRASES, _LETTERS_A_PHRASE = 100, 80
_MOST_PIECES, _LETTERS_A_PIECE = 400, 12
"""No prose says more dates, or words of dates, than one in so many letters: what does is read no further."""
_PAUSE = re.compile(r"[,.;:!?()\n]")
_LONGEST_CLAUSE = 200
_DENIAL = re.compile(
    r"(?:\b(?:not|no(?!\s+(?:more|less|fewer|later|earlier|sooner|longer))|nobody|nothing|never|nor|cannot|\u043d\u0435)|n't)\b[^.,;:!?\n]*$",
    re.IGNORECASE,
)
_DENIAL_REACH = 70
_SPOKEN = re.compile(r"\b(?:said|says|told\s\w+|announced|reported|stated|added|wrote)\s(?:late\s|early\s)?(?:on\s)?$")
_SPOKEN_REACH = 30
"""A day right after such a verb is when it was said, not what was said."""
_RANK = {Kind.CONDITIONAL: 1, Kind.DURATION: 2, Kind.NONE: 3}


def resolve(text: str, reference_date: date | None, tense: str | None = None, lang: str = "en") -> PhraseWindow | None:
    """Return the window that a phrase or short clause allows; None where it says nothing about time.

    Days are inclusive, and a side that nothing bounds is None. `tense` ("past" or "future") is what the phrase speaks
    of; without it the verbs around the phrase decide, where there are any. A calendar day wins over a condition in the
    same clause, a condition over a bare length.

    Raises UsageError when the phrase depends on a reference day and none is given, and for an unknown tense or
    language.
    """
    said = _tense_named(tense)
    everything = list(_windows(text, reference_date, said, lang))
    best = min(everything, key=lambda found: _rank(found, text, reference_date, said), default=None)
    if best is None or best.window.kind is not Kind.POINT:
        whole = read_whole_day(text, lang)
        if whole is not None:
            return whole
    return best.window if best is not None else None


def _rank(found: Found, text: str, reference: date | None, tense: Tense | None) -> tuple[int, bool, bool]:
    """Return what decides between the phrases of a clause: days first, in the tense given, and not when it was said."""
    window = found.window
    against = False
    if reference is not None and tense is Tense.FUTURE:
        against = window.latest is not None and window.latest < reference
    elif reference is not None and tense is Tense.PAST:
        against = window.earliest is not None and window.earliest > reference
    spoken = _SPOKEN.search(text, max(found.start - _SPOKEN_REACH, 0), found.start) is not None
    return _RANK.get(window.kind, 0), against, spoken


def find(
    text: str, reference_date: date | None, lang: str = "en", tense: str | None = None, *, undated: bool = False
) -> tuple[Found, ...]:
    """Return the date phrases of a running text, in order, with where each stands.

    Only phrases that name days, unless `undated` asks for lengths, conditions and `no date` too. Raises UsageError as
    `resolve` does.
    """
    everything = _windows(text, reference_date, _tense_named(tense), lang)
    return tuple(found for found in everything if undated or found.window.dated)


def _tense_named(name: str | None) -> Tense | None:
    """Return a tense by its name. Raises UsageError."""
    if name is None:
        return None
    try:
        return Tense(name)
    except ValueError:
        raise UsageError("a tense is past or future") from None


def _windows(text: str, reference: date | None, tense: Tense | None, lang: str) -> Iterable[Found]:
    """Return all that a text says about time, in order."""
    language = language_named(lang)
    small = plain(text)
    pieces = [piece for piece in pieces_of(small, language) if piece.symbol != "SKIP"]
    alone = stands_alone(pieces)
    row = islands(settled(pieces, small, text, language), max(_MOST_PIECES, len(text) // _LETTERS_A_PIECE))
    for stage in BY_ITSELF if alone else IN_PROSE:
        row = stage.run(row)
    tenses = Tenses(text, lang)
    most = max(_MOST_PHRASES, len(text) // _LETTERS_A_PHRASE)
    for piece in islice((piece for piece in row.pieces if piece.symbol in SAYS_TIME), most):
        if not _looks_back(piece, small, language) and not (tense is None and _took_so_long(piece, small, tenses)):
            end = _end_of(piece, text)
            setting = Setting(reference, _tense_teller(piece, tenses, tense), guessed=tense is None)
            window = outcome(_turned_if_denied(piece, text, tenses, tense), text[piece.start : end], setting)
            if window is not None:
                yield Found(piece.start, end, window)


def _turned_if_denied(piece: Piece, text: str, tenses: Tenses, tense: Tense | None) -> Piece:
    """Return a piece turned round where something is said not to happen until, or before, a day to come.

    Then it may happen from that day on.
    """
    limits = piece.value
    if not isinstance(limits, Limits) or not limits.holds_until:
        return piece
    if _DENIAL.search(text, max(piece.start - _DENIAL_REACH, 0), piece.start) is None:
        return piece
    if (tense or tenses.around(piece.start, piece.end)) is not Tense.FUTURE:
        return piece
    return piece._replace(value=limits.turned())


def _tense_teller(piece: Piece, tenses: Tenses, tense: Tense | None) -> Callable[[], Tense | None]:
    """Return what tells the tense of a piece, once: the one that was given, or that of the words around it."""
    return (lambda: tense) if tense is not None else cache(lambda: _tense_of(piece, tenses))


def _tense_of(piece: Piece, tenses: Tenses) -> Tense | None:
    """Return the tense of a piece that nobody gave one: the verbs around it decide, but a deadline lies ahead."""
    limits = piece.value
    if isinstance(limits, Limits) and limits.until_today:
        return Tense.PAST
    said = tenses.around(piece.start, piece.end)
    if not isinstance(limits, Limits):
        return said
    if limits.upper is None:
        return Tense.FUTURE if limits.lower is not None and limits.lower.missing == "week" else said
    if limits.lower is not None:
        return said
    if limits.upper.missing == "week":
        return said if limits.short and said is not None else Tense.FUTURE
    return Tense.FUTURE if said is Tense.FUTURE else None


def _looks_back(piece: Piece, text: str, language: Language) -> bool:
    """Whether a length stands after a superlative and so names no day."""
    if not piece.trail or piece.trail[-1].name not in _LOOKS_BACK:
        return False
    words = re.findall(r"[^\W\d_]+", text[max(piece.start - 60, 0) : piece.start])[-_WORDS_BACK:]
    return not _PLANS.intersection(words) and any(_superlative(word, language) for word in words)


def _took_so_long(piece: Piece, text: str, tenses: Tenses) -> bool:
    """Whether a length after a verb of the past tells how long something took, and so names no day."""
    counted = piece.trail and piece.trail[-1].name in _LOOKS_BACK and text.startswith("in ", piece.start)
    return bool(counted) and tenses.around(piece.start, piece.end) is Tense.PAST


def _superlative(word: str, language: Language) -> bool:
    """Whether a word compares with all that was before."""
    return any(word.endswith(end[1:]) if end[0] == "-" else word == end for end in language.superlatives)


def _end_of(piece: Piece, text: str) -> int:
    """Return where the words of a piece end; those of a condition go on to the end of their clause."""
    if piece.symbol != "CONDITION":
        return piece.end
    reach = min(piece.end + _LONGEST_CLAUSE, len(text))
    pause = _PAUSE.search(text, piece.end, reach)
    return piece.start + len(text[piece.start : pause.start() if pause else reach].rstrip())
