"""Measures that are only on the table: a truce in return for something, one that a proposal holds, one offered."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.measures.governing import Bound
from store.reading.measures.grammar import group
from store.reading.measures.measure import Telling, length_near
from store.reading.measures.sides import subject_of
from store.reading.measures.standing import Manner, Standing

if TYPE_CHECKING:
    from store.reading.measures.phrases import Phrase

_READY = frozenset(("ready", "prepared", "willing"))
_TRADE = frozenset(("exchange", "return"))
_PAPERS = frozenset(("proposal", "proposals", "plan", "offer", "draft", "paper", "outline", "blueprint"))
_REACH = 40
"""How many pieces before a noun the proposal that holds it is looked for."""


def on_the_table(telling: Telling, phrase: Phrase, kind: str) -> Bound | None:
    """Return what says that a measure is offered or proposed; None where nothing does."""
    return _ready_for(telling, phrase) or _in_return(telling, phrase, kind) or _held_by_a_paper(telling, phrase, kind)


def _ready_for(telling: Telling, phrase: Phrase) -> Bound | None:
    """Read "is ready for a temporary ceasefire": one side offers it."""
    pieces, at = telling.sentence.timed, phrase.first - 2
    if at < 1 or phrase.preposition != "for" or pieces[at].text not in _READY:
        return None
    side, _ = subject_of(pieces, at)
    if side is None or telling.scene.pair is None or side not in telling.scene.pair:
        return None
    return Bound(at, at, Manner(Standing.OWED, "offered", at), f"{pieces[at].text} for", subject=False)


def _in_return(telling: Telling, phrase: Phrase, kind: str) -> Bound | None:
    """Read "ten hostages in return for a 70-day truce"."""
    pieces, at = telling.sentence.timed, phrase.first - 2
    if at < 1 or phrase.preposition != "for" or pieces[at].text not in _TRADE or kind == "withdrawal":
        return None
    if not _has_length(telling, phrase):
        return None
    before = pieces[max(at - _REACH, 0) : at]
    agreed = any(piece.kind == "agreement-noun" or piece.text in group("joint") for piece in before)
    modality = "agreed" if agreed and not _paper_before(telling, at) else "proposed"
    return Bound(at, at, Manner(Standing.OWED, modality, at), f"in {pieces[at].text} for", subject=True)


def _held_by_a_paper(telling: Telling, phrase: Phrase, kind: str) -> Bound | None:
    """Read "the proposal includes ten hostages and a 70-day truce"; a withdrawal only where a truce stands with it."""
    pieces = telling.sentence.timed
    if phrase.preposition is not None:
        return None
    if kind != "withdrawal" and not _has_length(telling, phrase):
        return None
    if kind == "withdrawal" and telling.marks.within("quiet-noun", max(phrase.first - 3, 0), phrase.first - 1) is None:
        return None
    for at in range(phrase.first - 1, max(phrase.first - _REACH, -1), -1):
        if pieces[at].kind == "refuse":
            return None
        if pieces[at].text in group("providing") and _paper_before(telling, at):
            if any(piece.kind == "refuse" for piece in pieces[max(at - _REACH, 0) : at]):
                return None
            return Bound(at, at, Manner(Standing.OWED, "proposed", at), pieces[at].text, subject=True)
    return None


def _has_length(telling: Telling, phrase: Phrase) -> bool:
    length = length_near(telling, phrase.spot.first, phrase.head)
    return length is not None and length.value is not None


def _paper_before(telling: Telling, at: int) -> bool:
    """Whether a proposal is the subject of what stands at a piece, or at least spoken of before it."""
    return any(piece.text in _PAPERS for piece in telling.sentence.timed[max(at - _REACH, 0) : at])
