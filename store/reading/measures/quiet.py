"""Measures that a noun names: truces, ceasefires, moratoria, withdrawals, arrangements that go on."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.chronicles import is_chronicle
from store.reading.grammar.sides import side_of
from store.reading.measures.amounts import amount_near
from store.reading.measures.following import PROLONGED, follower, fragment, point, relative
from store.reading.measures.governing import Bound, governor
from store.reading.measures.grammar import group
from store.reading.measures.measure import Measure, Telling, clause, figure_of, length_near
from store.reading.measures.phrases import Phrase, conditional, phrase_of, was_over
from store.reading.measures.sides import Parties, both, named_pair, other_of, parties_of, rivals
from store.reading.measures.standing import Standing, was_denied
from store.reading.measures.times import ahead, deadline, span_of_measure
from store.reading.measures.told import told_beside
from store.reading.measures.trading import on_the_table
from store.reading.proposals import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.grammar.sentences import Scene
    from store.reading.measures.words import Spot

_ONE_KIND = frozenset(
    (
        "local",
        "unilateral",
        "mutual",
        "reciprocal",
        "temporary",
        "brief",
        "short",
        "separate",
        "parallel",
        "simultaneous",
        "indefinite",
    )
)
_WELCOMING = ("welcom", "hail", "prais", "applau", "laud", "support")
"""Verbs whose subject speaks of a truce of others."""
_OUTSIDERS = ("powers", "mediators", "ministers", "diplomats", "envoys", "donors", "guarantors", "brokers")
"""Who agree on a truce that others are to keep."""
_PLURALS = ("truces", "ceasefires", "cease-fires", "cease fires", "pauses", "moratoriums", "lulls")


def quiet_in(telling: Telling) -> Iterator[Measure]:
    """Yield the truces, ceasefires and moratoria of a sentence, and arrangements that are to go on until a day."""
    for spot in telling.marks.of("quiet-noun"):
        if spot.text not in _PLURALS or _of_kind(telling, spot):
            measure = _measure(telling, spot, spot.value)
            if measure is not None:
                yield measure
    for spot in telling.marks.of("leave-noun"):
        if telling.marks.within("affair", spot.last + 1, spot.last + 7):
            continue
        measure = _measure(telling, spot, "withdrawal")
        if measure is not None:
            figure, unit = amount_near(telling, spot, spot.last + 4, access=True)
            parties = _mover(telling, spot) or (Parties() if measure.modality == "proposed" else measure.parties)
            yield measure._replace(figure=figure, unit=unit, parties=parties)
    for spot in telling.marks.of("deal-noun"):
        measure = _going_on(telling, spot)
        if measure is not None:
            yield measure


def _of_kind(telling: Telling, spot: Spot) -> bool:
    """Whether several truces are told as one thing that is kept: "declared brief local truces"."""
    before = {piece.text for piece in telling.sentence.timed[max(spot.first - 3, 0) : spot.first]}
    return not _ONE_KIND.isdisjoint(before)


def _mover(telling: Telling, spot: Spot) -> Parties | None:
    """Return whose forces a withdrawal moves: "the withdrawal of Rwandan troops", "an Israeli withdrawal"."""
    pieces = telling.sentence.timed
    near = [
        *pieces[max(spot.first - 2, 0) : spot.first],
        *(
            pieces[spot.last + 2 : spot.last + 7]
            if spot.last + 1 < len(pieces) and pieces[spot.last + 1].text in ("of", "by")
            else ()
        ),
    ]
    if any(piece.text in ("foreign", "international", "coalition", "allied") for piece in near):
        return Parties()
    side = next((side_of(piece) for piece in near if piece.kind == "actor" and piece.form != "person"), None)
    return Parties(side, other_of(telling.scene, side)) if side is not None else None


def _measure(telling: Telling, spot: Spot, kind: str) -> Measure | None:
    phrase = phrase_of(telling, spot)
    if phrase is None or conditional(telling, phrase):
        return None
    told = told_beside(telling, phrase) if kind != "withdrawal" else None
    bound = told or on_the_table(telling, phrase, kind) or relative(telling, phrase) or governor(telling, phrase, kind)
    if bound is None and phrase.preposition is None:
        bound = follower(telling, phrase.head) or fragment(telling, phrase) or point(telling, phrase, kind)
    if bound is None or bound.manner.standing not in (Standing.DONE, Standing.OWED) or was_over(telling, phrase):
        return None
    if not bound.subject and was_denied(telling.sentence.timed, bound.at):
        return None
    if (
        kind == "withdrawal"
        and bound.manner.standing is Standing.DONE
        and bound.words.split()[-1] not in ("agreed", "signed", "accepted", "announced", "pledged", "promised")
    ):
        return None
    return made(telling, phrase, bound, kind)


def made(telling: Telling, phrase: Phrase, bound: Bound, kind: str) -> Measure:
    """Return the measure that a noun and what bears it tell."""
    pieces = telling.sentence.timed
    first, last = min(phrase.first, bound.at), max(phrase.head, bound.last)
    length = length_near(telling, phrase.spot.first, phrase.head)
    figure, unit = figure_of(length)
    parties, alone = _parties(telling, phrase, bound)
    brief = {piece.text for piece in pieces[phrase.first : phrase.head]} & {"temporary", "brief", "short"}
    if brief and telling.marks.within("holiday", phrase.first, phrase.head) and kind == "ceasefire":
        kind = "truce"
    published = telling.scene.article.published.day
    after = bound.last if bound.subject and bound.words in PROLONGED else phrase.head
    due = span_of_measure(pieces, after, _next_measure(telling, after))
    if kind == "withdrawal":
        due = deadline(pieces, phrase.head, phrase.head + 16, published)
    elif not bound.subject and due.earliest and due.latest:
        due = ahead(due, published)
    modality = bound.manner.modality or ("announced" if alone else "agreed")
    why = f"{kind}: '{phrase.spot.text}' with '{bound.words}'"
    return Measure(
        kind,
        telling.sentence,
        first,
        last,
        parties,
        figure,
        unit,
        due,
        modality,
        why,
        taken_up=pieces[phrase.first].text in ("the", "this", "that", "such"),
        spans=(clause(telling, first, last),),
    )


def _next_measure(telling: Telling, after: int) -> int | None:
    """Return where a list goes on with a measure that has its own day: "a truce and a withdrawal within ten days"."""
    spot = telling.marks.within("leave-noun", after + 1, after + 14)
    if spot is None:
        return None
    listed = any(
        piece.text in ("and", ",") for piece in telling.sentence.timed[max(spot.first - 5, after) : spot.first]
    )
    return spot.first if listed else None


def _parties(telling: Telling, phrase: Phrase, bound: Bound) -> tuple[Parties, bool]:
    """Return who owes it, and whether one side announced it alone."""
    scene, pieces = telling.scene, telling.sentence.timed
    if telling.everybody is not None:
        return telling.everybody, False
    around = range(max(phrase.first - 24, 0), min(phrase.head + 24, len(pieces)))
    between = next((at for at in around if pieces[at].text == "between"), None)
    pair = named_pair(pieces, between, between + 10) if between is not None else None
    if pair is not None:
        return both(pair), False
    announcer = _announcer(telling, bound)
    if announcer is not None:
        alone = _alone(scene, announcer, phrase, telling, bound)
        return (Parties(announcer, other_of(scene, announcer)) if alone else both(rivals(scene))), alone
    lone = _unilateral(telling, phrase)
    if lone is not None:
        return Parties(lone, other_of(scene, lone)), True
    if bound.subject:
        return telling.earlier or _unnamed(telling), False
    if bound.manner.left > 0 and pieces[bound.manner.left - 1].text in _OUTSIDERS:
        return Parties(reciprocal=True), False
    found = parties_of(scene, pieces, bound.manner.left, phrase.head, telling.earlier)
    if bound.words.startswith(_WELCOMING):
        known = rivals(scene)
        return (both(known) if known is not None and found.debtor not in known else Parties(reciprocal=True)), False
    allies = found.debtor is None and found.creditor is not None
    return (found if _trusted(scene, found, bound) else _unnamed(telling)), allies


def _unnamed(telling: Telling) -> Parties:
    """Return the two sides of the article, unless the sentence names others only: it tells of another conflict."""
    known, pieces = rivals(telling.scene), telling.sentence.timed
    named = {side_of(piece) for piece in pieces if piece.kind == "actor"} - telling.scene.helpers
    if known is not None and not named and is_chronicle(telling.scene):
        return both(None)
    if known is None or len(named) < len(known) or named & set(known):
        return both(known)
    excluded = any(piece.kind == "not" or piece.text.startswith("exclud") for piece in pieces)
    return both(None if excluded else named_pair(pieces, 0, len(pieces) - 1))


def _alone(scene: Scene, announcer: str, phrase: Phrase, telling: Telling, bound: Bound) -> bool:
    """Whether who announces a truce is a side that keeps it alone, rather than one that mediates."""
    before = telling.sentence.timed[phrase.first : phrase.head]
    if any(piece.text in ("bilateral", "mutual", "reciprocal", "joint") for piece in before):
        return False
    known = rivals(scene)
    if known is not None:
        return announcer in known
    return announcer in (scene.pair or ()) or bound.words.startswith(("order", "declare", "proclaim"))


def _unilateral(telling: Telling, phrase: Phrase) -> str | None:
    """Return the side named last before a truce that is called unilateral: "M23 said they would keep one"."""
    pieces = telling.sentence.timed
    if not any(piece.text in ("unilateral", "one-sided") for piece in pieces[phrase.first : phrase.head]):
        return None
    known = telling.scene.pair or ()
    before = (side_of(piece) for piece in reversed(pieces[: phrase.first]) if piece.kind == "actor")
    return next((side for side in before if side in known), None)


def _trusted(scene: Scene, found: Parties, bound: Bound) -> bool:
    """Whether those who stand before the verb are those who owe: the article's sides, or who agreed."""
    if found.reciprocal:
        return True
    known = rivals(scene)
    if found.debtor is None and found.creditor is not None:
        return known is None or found.creditor in known
    return found.debtor is not None and (
        found.debtor in known if known is not None else bound.words in group("by parties")
    )


def _announcer(telling: Telling, bound: Bound) -> str | None:
    """Return the one side that announces a truce of its own: "Putin announced", "was declared by the junta"."""
    pieces = telling.sentence.timed
    words = bound.words.split()[0]
    if not any(words.startswith(verb[:6]) for verb in group("alone")):
        return None
    if bound.subject:
        for at in range(bound.last + 1, min(bound.last + 10, len(pieces))):
            if pieces[at].text == "by":
                return next((side_of(piece) for piece in pieces[at + 1 : at + 5] if piece.kind == "actor"), None)
        return None
    found = parties_of(telling.scene, pieces, bound.manner.left, bound.last, None)
    return found.debtor if not found.reciprocal else None


def _going_on(telling: Telling, spot: Spot) -> Measure | None:
    """Read an arrangement that will go on until a day: "the arrangement remains in effect until 18 February"."""
    phrase = phrase_of(telling, spot)
    if (
        phrase is None
        or phrase.preposition is not None
        or telling.marks.of("quiet-noun")
        or conditional(telling, phrase)
    ):
        return None
    bound = follower(telling, phrase.head)
    if (
        bound is None
        or bound.words.split()[0] not in group("going on")
        or bound.manner.standing not in (Standing.DONE, Standing.OWED)
    ):
        return None
    pieces = telling.sentence.timed
    due = span_of_measure(pieces, bound.last)
    measure = made(telling, phrase, bound, "arrangement")
    if bound.words in PROLONGED and measure.figure.value is not None:
        return measure._replace(due=due, qualifier="extended")
    if due.latest is None:
        return None
    return measure._replace(figure=Figure(), unit=None, due=due, qualifier="continues in effect")
