"""The day on which something was said or published, beside the day on which it was done: the latter counts."""

from __future__ import annotations

from datetime import timedelta

from store.domain.typed import TYPE_CHECKING
from store.reading.transfers.usable import TRIGGERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.domain.windows import Window
    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Sentence
    from store.reading.transfers.transfers import Transfer

_OLD = timedelta(days=14)
"""How long before it is told something may have been done."""
_SOON = 4
"""Over how many sentences what was said may be told again with its day."""
_DATELINE = 6
_STATEMENTS = frozenset(
    ("statement", "tweet", "post", "interview", "briefing", "communique", "announcement", "address")
)
_BEHIND_DATELINE = ("(", "-", "–", "—", "--", ":")
_TELLS_OF_THEM = ("they", "those", "them", "the", "all", "both", "their")


def by_the_day_done(transfers: list[Transfer], sentences: Sequence[Sentence] = ()) -> list[Transfer]:
    """Give what has only the day on which it was told the day on which it was done, where another sentence says it."""
    firm = [one for one in transfers if one.act.status == "done" and one.window.bounded and not is_when_told(one)]
    told = list(transfers)
    for at, one in enumerate(transfers):
        if one.act.status != "done" or not one.window.bounded or not is_when_told(one):
            continue
        done = next((other.window for other in firm if _tells_again(one, other)), None)
        done = done or _told_of_them(one, sentences)
        if done is not None:
            told[at] = one._replace(window=done)
    return told


def _told_of_them(one: Transfer, sentences: Sequence[Sentence]) -> Window | None:
    """Return the day on which "they were handed over", in one of the two sentences behind; None where none says it."""
    place = one.sentence.place
    for sentence in sentences[place + 1 : place + 3]:
        pieces = sentence.pieces
        opens = next((at for at, piece in enumerate(pieces[:_DATELINE]) if piece.text == "they"), None)
        if opens is None:
            continue
        verb = next(
            (at for at in range(opens + 1, min(opens + _SOON, len(pieces))) if pieces[at].kind in TRIGGERS), None
        )
        for piece in pieces[verb + 1 : verb + 1 + _DATELINE] if verb is not None else ():
            window = piece.date.window() if piece.date is not None and piece.date.dated else None
            if window is not None and window.latest and one.window.latest and window.latest < one.window.latest:
                return window
    return None


def _tells_again(one: Transfer, other: Transfer) -> bool:
    """Whether another sentence tells of the same people with an earlier day."""
    told, done = one.window.latest, other.window.latest
    if told is None or done is None or other is one or not done < told <= done + _OLD:
        return False
    if other.counted.numbered:
        return one.counted.numbered and one.counted.figure.value == other.counted.figure.value
    near = 0 < other.sentence.place - one.sentence.place <= _SOON
    before = [piece.text for piece in other.sentence.pieces[max(other.counted.first - 1, 0) : other.counted.first + 1]]
    return near and any(word in _TELLS_OF_THEM for word in before)


def is_when_told(transfer: Transfer) -> bool:
    """Whether the day of something is only that on which somebody told it, or of the dateline."""
    pieces = transfer.sentence.pieces
    phrase = transfer.window.phrase
    own = [at for at, piece in enumerate(pieces) if piece.date is not None and piece.date.phrase == phrase]
    return bool(own) and all(_is_said(pieces, at) or _is_dateline(pieces, at) for at in own)


def _is_said(pieces: list[Piece], at: int) -> bool:
    before = pieces[max(at - 2, 0) : at]
    if any(piece.kind in ("say", "announce") and piece.form in ("ed", "past") for piece in before):
        return True
    opened = next((piece for piece in pieces[at + 1 : at + 1 + _DATELINE] if piece.kind in ("say", *TRIGGERS)), None)
    if at <= 1 and opened is not None and opened.kind == "say" and opened.form in ("ed", "past"):
        return True
    near = pieces[max(at - _DATELINE, 0) : at]
    return any(piece.text in _STATEMENTS for piece in near) and not any(piece.kind in TRIGGERS for piece in near)


def _is_dateline(pieces: list[Piece], at: int) -> bool:
    behind = pieces[at + 1].text if at + 1 < len(pieces) else ""
    return at < _DATELINE and behind in _BEHIND_DATELINE
