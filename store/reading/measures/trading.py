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

_READY = frozenset(("ready", "prepared", "willing", "open", "readiness", "willingness"))
_TRADE = frozenset(("exchange", "return"))
_PAPERS = frozenset(
    (
        "proposal",
        "proposals",
        "plan",
        "offer",
        "draft",
        "paper",
        "outline",
        "blueprint",
        "framework",
        "initiative",
        "roadmap",
        "formula",
    )
)
_OPEN_YET = frozenset(
    ("proposed", "draft", "possible", "potential", "emerging", "prospective", "discussed", "discussion", "negotiated")
)
"""What a deal is called that is none yet: "the proposed deal", "the deal being discussed"."""
_REACH = 40
"""How many pieces before a noun the proposal that holds it is looked for."""


def on_the_table(telling: Telling, phrase: Phrase, kind: str) -> Bound | None:
    """Return what says that a measure is offered or proposed; None where nothing does."""
    return (
        _ready_for(telling, phrase)
        or _in_return(telling, phrase, kind)
        or _held_by_a_paper(telling, phrase, kind)
        or _framed(telling, phrase, kind)
    )


def _ready_for(telling: Telling, phrase: Phrase) -> Bound | None:
    """Read "is ready for a temporary ceasefire", "is willing to accept a 30-day truce": one side offers it."""
    pieces = telling.sentence.timed
    at = phrase.first - 2 if phrase.preposition == "for" else _ready_to(telling, phrase)
    if (
        at is None
        or at < 1
        or pieces[at].text not in _READY
        or any(piece.kind == "not" for piece in pieces[max(at - 3, 0) : at])
    ):
        return None
    side, _ = subject_of(pieces, at)
    if side is None or telling.scene.pair is None or side not in telling.scene.pair:
        return None
    return Bound(at, at, Manner(Standing.OWED, "offered", at), f"{pieces[at].text} for", subject=False)


def _ready_to(telling: Telling, phrase: Phrase) -> int | None:
    """Return where "ready to accept", "open to declaring" stands before a truce that it offers."""
    pieces = telling.sentence.timed
    for at in range(phrase.first - 1, max(phrase.first - 6, 0), -1):
        if telling.marks.covering("asking", at) or telling.marks.covering("talk", at) or pieces[at].kind == "punct":
            return None
        if pieces[at].text in _READY and pieces[at + 1].text == "to":
            taken = any(
                telling.marks.covering("bind-verb", near) or pieces[near].kind == "agree"
                for near in range(at + 2, phrase.first)
            )
            return at if taken else None
    return None


def _framed(telling: Telling, phrase: Phrase, kind: str) -> Bound | None:
    """Read "the deal would see ten hostages freed during a two-month truce": the truce is part of what is planned."""
    pieces = telling.sentence.timed
    if (
        kind == "withdrawal"
        or phrase.preposition not in ("during", "over", "throughout")
        or not _has_length(telling, phrase)
    ):
        return None
    would = next(
        (at for at in range(phrase.first - 1, max(phrase.first - _REACH, -1), -1) if pieces[at].text == "would"), None
    )
    if would is None or not (_paper_before(telling, would) or _unsettled(telling, would)):
        return None
    return Bound(would, would, Manner(Standing.OWED, "proposed", would), pieces[would].text, subject=True)


def _unsettled(telling: Telling, at: int) -> bool:
    """Whether a deal is the subject of what stands at a piece: "the deal being discussed would", "a deal would"."""
    return any(piece.kind == "agreement-noun" for piece in telling.sentence.timed[max(at - 8, 0) : at])


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


def in_a_paper(telling: Telling, at: int, form: str) -> Manner | None:
    """Return that a deed is part of a proposal: "the plan includes withdrawing", "under the plan it would open"."""
    pieces = telling.sentence.timed
    if any(piece.kind == "refuse" for piece in pieces[max(at - _REACH, 0) : at]):
        return None
    would = form == "base" and next(
        (near for near in range(at - 1, max(at - 4, -1), -1) if pieces[near].text == "would"), None
    )
    for back in range(at - 1, max(at - _REACH, -1), -1):
        piece = pieces[back]
        if piece.text == "under" and would and any(near.text in _PAPERS for near in pieces[back + 1 : back + 6]):
            return Manner(Standing.OWED, "proposed", at)
        if form == "ing" and piece.text in group("providing") and _paper_before(telling, back):
            return Manner(Standing.OWED, "proposed", at)
        if piece.text == ";" or (piece.kind in ("agree", "demand", "say") and form == "ing"):
            return None
    return None


def _has_length(telling: Telling, phrase: Phrase) -> bool:
    length = length_near(telling, phrase.spot.first, phrase.head)
    return length is not None and length.value is not None


def _paper_before(telling: Telling, at: int) -> bool:
    """Whether a proposal is the subject of what stands at a piece, or at least spoken of before it."""
    before = telling.sentence.timed[max(at - _REACH, 0) : at]
    deal = any(piece.kind == "agreement-noun" for piece in before)
    return any(piece.text in _PAPERS or (deal and piece.text in _OPEN_YET) for piece in before)
