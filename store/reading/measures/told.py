"""Truces that a phrase beside their noun tells: "a truce agreed on Tuesday", "about to run out", "on the table"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.sides import side_of
from store.reading.measures.governing import Bound
from store.reading.measures.measure import Telling, length_near
from store.reading.measures.phrases import ASKS, Phrase
from store.reading.measures.standing import Manner, Standing
from store.reading.measures.times import dates_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.reading.grammar.piece import Piece

_SETTLED = ("agreed", "signed", "reached", "concluded", "accepted", "brokered", "sealed", "clinched", "negotiated")
_SOON = frozenset(("about", "due", "set", "scheduled", "slated", "expected"))
_NEWS = 10
"""Up to how many days before the article's day a truce was agreed on that it tells as news."""
_NEAR = 8
_COMMITTED = ("commitment", "adherence", "pledge")
_STANDING = ("on", "the", "table")


def told_beside(telling: Telling, phrase: Phrase) -> Bound | None:
    """Return what a phrase beside a truce's noun says of it; None where none does."""
    return (
        _reduced(telling, phrase)
        or _ending(telling, phrase)
        or _committed_to(telling, phrase)
        or _of_a_deal(telling, phrase)
        or _on_the_table(telling, phrase)
    )


def _bound(phrase: Phrase, standing: Standing, words: str, modality: str = "agreed") -> Bound:
    return Bound(phrase.first, phrase.head, Manner(standing, modality, phrase.first), words, subject=True)


def _reduced(telling: Telling, phrase: Phrase) -> Bound | None:
    """Read "a two-day ceasefire agreed on Tuesday by the factions": agreed of late, whatever became of it."""
    pieces, day = telling.sentence.timed, telling.scene.article.published.day
    at = phrase.head + 1
    if at >= len(pieces) or pieces[at].text.split()[0] not in _SETTLED or pieces[phrase.first].text not in ("a", "an"):
        return None
    if phrase.preposition not in (None, "despite") or any(piece.kind in ASKS for piece in pieces[: phrase.first]):
        return None
    days = [found.window.latest for _, found in dates_in(pieces, at + 1, at + 4)]
    fresh = any(day is not None and latest is not None and 0 <= (day - latest).days <= _NEWS for latest in days)
    return _bound(phrase, Standing.DONE, pieces[at].text) if fresh else None


def _ending(telling: Telling, phrase: Phrase) -> Bound | None:
    """Read "with a ten-day truce about to run out on Sunday", "the truce is due to expire on Friday": in force yet."""
    pieces = telling.sentence.timed
    ends = telling.marks.within("end-verb", phrase.head + 1, phrase.head + _NEAR)
    if ends is None or ends.form != "base" or pieces[ends.first - 1].text != "to":
        return None
    before = pieces[phrase.head + 1 : ends.first - 1]
    soon = before and before[-1].text in _SOON
    plain = not any(piece.kind in ("say", "not") or piece.text in (";", "but", "if") for piece in before)
    length = length_near(telling, phrase.spot.first, phrase.head)
    dated = dates_in(pieces, ends.last + 1, ends.last + 3)
    return _bound(phrase, Standing.DONE, ends.text) if soon and plain and length and dated else None


def _committed_to(telling: Telling, phrase: Phrase) -> Bound | None:
    """Read "the commitment of the government and the rebels to a ceasefire": they keep one."""
    pieces = telling.sentence.timed
    if phrase.preposition != "to":
        return None
    for at in range(phrase.first - 2, max(phrase.first - 16, -1), -1):
        piece = pieces[at]
        if piece.text in _COMMITTED:
            asked = any(word.kind in ASKS or word.kind == "not" for word in pieces[max(at - 6, 0) : at])
            owned = pieces[at + 1].text in ("of", "by")
            return _bound(phrase, Standing.DONE, piece.text) if owned and not asked else None
        if piece.kind in ("aux", "modal", "say", "conj") and piece.text != "and":
            return None
    return None


def _of_a_deal(telling: Telling, phrase: Phrase) -> Bound | None:
    """Read "forged an agreement between the rebels and the government for a ceasefire"."""
    pieces = telling.sentence.timed
    if phrase.preposition not in ("for", "on"):
        return None
    begin = next((at for at in range(phrase.first - 2, max(phrase.first - 12, 0), -1) if _leads(pieces, at)), None)
    if begin is None or len({side_of(piece) for piece in pieces[begin : phrase.first] if piece.kind == "actor"}) < 2:
        return None
    for at in range(begin - 2, max(begin - 8, -1), -1):
        bind = telling.marks.covering("bind-verb", at)
        if bind is not None and bind.form in ("ed", "past", "pp"):
            return _bound(phrase, Standing.DONE, bind.text)
        if pieces[at].kind in (*ASKS, "say", "not") or pieces[at].text in (",", "to"):
            return None
    return None


def _leads(pieces: Sequence[Piece], at: int) -> bool:
    return pieces[at].text == "between" and at > 0 and pieces[at - 1].kind == "agreement-noun"


def _on_the_table(telling: Telling, phrase: Phrase) -> Bound | None:
    """Read "the ceasefire and hostage deal now on the table": it is proposed."""
    pieces = telling.sentence.timed
    for at in range(phrase.head + 1, min(phrase.head + _NEAR, len(pieces) - 2)):
        if tuple(piece.text for piece in pieces[at : at + 3]) == _STANDING:
            if any(piece.text in ("path", "achieve", "reach", "efforts") for piece in pieces[: phrase.first]):
                return None
            return _bound(phrase, Standing.OWED, "on the table", "proposed")
        if pieces[at].kind in ("aux", "modal", "say", "not") or pieces[at].text in (",", ";"):
            return None
    return None
