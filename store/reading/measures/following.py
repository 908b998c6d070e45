"""The verb whose subject a measure is: "the truce takes effect on Friday"; and one that stands alone in a list."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.measures.governing import Bound, firm, has_auxiliary, listed
from store.reading.measures.grammar import group
from store.reading.measures.measure import Telling, length_near
from store.reading.measures.standing import Manner, Standing, manner_of
from store.reading.measures.times import dates_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.reading.grammar.piece import Piece
    from store.reading.measures.phrases import Phrase
    from store.reading.measures.words import Spot


def follower(telling: Telling, head: int) -> Bound | None:
    """Return the verb whose subject the noun is: "the truce takes effect", "the ceasefire was extended"."""
    pieces, marks = telling.sentence.timed, telling.marks
    if any(piece.text in ("whom", "where") for piece in pieces[max(head - 4, 0) : head]):
        return None
    for at in range(head + 1, min(head + 17, len(pieces))):
        piece = pieces[at]
        if piece.text in (";", "while", "but", "whereas") or (
            marks.covering("quiet-noun", at) and not any(word.text == "and" for word in pieces[at - 3 : at])
        ):
            return None
        run = marks.covering("run-verb", at)
        if marks.covering("over", at) and not (run and run.form in ("pp", "ed", "") and has_auxiliary(telling, at)):
            return Bound(at, at, Manner(Standing.MAYBE, "", at), piece.text, subject=True)
        if run is not None and run.first == at and piece.kind != "agreement-noun":
            return _run(telling, run, head)
        if (
            piece.text in ("in", "into")
            and at + 1 < len(pieces)
            and pieces[at + 1].text in ("force", "effect")
            and pieces[at - 1].text in ("is", "are", "be", "remains", "remain", "stays", "stay")
        ):
            return Bound(
                at - 1,
                at + 1,
                Manner(Standing.DONE, "agreed", at - 1),
                f"{pieces[at - 1].text} in {pieces[at + 1].text}",
                subject=True,
            )
    return None


def _run(telling: Telling, run: Spot, head: int) -> Bound | None:
    pieces = telling.sentence.timed
    if run.form == "ing":
        dated = dates_in(pieces, run.first, run.last + 4)
        return (
            Bound(run.first, run.last, Manner(Standing.OWED, "agreed", run.first), run.text, subject=True)
            if dated and run.first - head <= 8
            else None
        )
    if telling.marks.covering("end-verb", run.last):
        return None
    if (
        run.form in ("ed", "pp")
        and run.text in group("passive")
        and not telling.sentence.headline
        and not has_auxiliary(telling, run.first)
    ):
        return None
    if any(piece.kind in ("say", "demand") and piece.form == "base" for piece in pieces[head + 1 : run.first]):
        return None
    manner = manner_of(pieces, run.first, run.form or "s", floor=head + 1)
    if manner.standing is Standing.BARE and run.first - head <= 6 and dates_in(pieces, run.last, run.last + 8):
        manner = manner._replace(standing=Standing.OWED)
    return Bound(manner.left, run.last, firm(manner, run.text), run.text, subject=True)


PROLONGED = ("extended", "renewed", "prolonged")


def fragment(telling: Telling, phrase: Phrase) -> Bound | None:
    """Return that a noun stands alone with its length, as in a list of results: "- A three-day truce at the plant"."""
    pieces = telling.sentence.timed
    before = pieces[phrase.first - 1] if phrase.first else None
    if pieces[phrase.first].text not in ("a", "an") or (
        before is not None and before.text not in ("-", "–", "—", "•", ";", ":") and not _named_again(pieces, phrase)
    ):
        return None
    end = next(
        (
            at
            for at in range(phrase.head + 1, min(phrase.head + 30, len(pieces)))
            if pieces[at].text in ("-", "–", "—", "•", ";", ".", ":")
            or (pieces[at].text == "," and before is not None and before.text == ",")
        ),
        len(pieces),
    )
    if end < len(pieces) and pieces[end].text == ":":
        return None
    inside = pieces[phrase.first : end]
    if (
        any(piece.kind in ("aux", "modal", "say", "pron", "not") for piece in inside)
        or length_near(telling, phrase.spot.first, phrase.spot.last) is None
    ):
        return None
    asked = _listed_as_asked(telling)
    return Bound(
        phrase.first,
        phrase.head,
        Manner(Standing.OWED, "proposed" if asked else "agreed", phrase.first),
        "alone",
        subject=True,
    )


def _named_again(pieces: Sequence[Piece], phrase: Phrase) -> bool:
    """Whether a truce is said to be a phase of a deal: "in the first phase of the deal, a truce of six weeks"."""
    at = phrase.first
    return (
        at > 1
        and pieces[at - 1].text == ","
        and pieces[at - 2].text in ("phase", "stage", "step")
        and any(piece.kind == "agreement-noun" for piece in pieces[:at])
    )


_SETTLED = ("sign", "agree", "reach", "conclu", "accept", "clinch", "seal")


def relative(telling: Telling, phrase: Phrase) -> Bound | None:
    """Return what a relative clause says of a noun: "the ceasefire deal that the two sides signed on Sunday"."""
    pieces = telling.sentence.timed
    at = phrase.head + 1
    if at < len(pieces) and pieces[at].text == ",":
        at += 1
    if at + 1 >= len(pieces) or pieces[at].text not in ("that", "which"):
        return None
    begun = telling.marks.within("run-verb", at + 1, at + 4)
    if begun is not None and begun.form in ("past", "pp", "ed", "") and dates_in(pieces, begun.last, begun.last + 4):
        return Bound(begun.first, begun.last, Manner(Standing.DONE, "agreed", begun.first), begun.text, subject=True)
    bind = telling.marks.within("bind-verb", at + 1, at + 9)
    if bind is None or not bind.text.startswith(_SETTLED) or bind.form not in ("ed", "past", "pp"):
        return None
    inside = pieces[at + 1 : bind.first]
    if not any(piece.kind == "actor" or piece.text in group("joint") for piece in inside) or any(
        piece.kind in ("say", "not", "demand", "refuse") for piece in inside
    ):
        return None
    manner = manner_of(pieces, bind.first, bind.form, floor=at)
    return Bound(manner.left, bind.last, firm(manner, bind.text), bind.text, subject=False)


def point(telling: Telling, phrase: Phrase, kind: str) -> Bound | None:
    """Return that a withdrawal is named in a point of a list of what was agreed."""
    if kind != "withdrawal" or not listed(telling, phrase.first):
        return None
    forces = telling.marks.within("force", phrase.head + 1, phrase.head + 8)
    return (
        Bound(phrase.first, phrase.head, Manner(Standing.OWED, "agreed", phrase.first), "listed", True)
        if forces
        else None
    )


def _listed_as_asked(telling: Telling) -> bool:
    """Whether the sentence before speaks of a paper or a proposal whose points follow."""
    place = telling.sentence.place
    before = telling.scene.sentences[max(place - 2, 0) : place]
    words = {
        piece.text for sentence in before if sentence.passage == telling.sentence.passage for piece in sentence.timed
    }
    return bool(words & {"paper", "proposal", "plan", "offer", "draft", "table", "proposes", "propose", "suggested"})
