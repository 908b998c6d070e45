"""Measures that a noun names: truces, ceasefires, moratoria, withdrawals, arrangements that go on."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.sides import side_of
from store.reading.measures.amounts import amount_near
from store.reading.measures.following import PROLONGED, follower, fragment, point, relative
from store.reading.measures.governing import Bound, governor
from store.reading.measures.grammar import group
from store.reading.measures.measure import Measure, Telling, clause, figure_of, length_near
from store.reading.measures.phrases import Phrase, conditional, phrase_of, was_over
from store.reading.measures.sides import Parties, both, named_pair, other_of, parties_of, rivals
from store.reading.measures.standing import Standing
from store.reading.measures.times import ahead, deadline, span_of_measure
from store.reading.measures.trading import on_the_table
from store.reading.proposals import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.grammar.sentences import Scene
    from store.reading.measures.words import Spot

_PLURALS = ("truces", "ceasefires", "cease-fires", "cease fires", "pauses", "moratoriums", "lulls")


def quiet_in(telling: Telling) -> Iterator[Measure]:
    """Yield the truces, ceasefires and moratoria of a sentence, and arrangements that are to go on until a day."""
    for spot in telling.marks.of("quiet-noun"):
        if spot.text not in _PLURALS:
            measure = _measure(telling, spot, spot.value)
            if measure is not None:
                yield measure
    for spot in telling.marks.of("leave-noun"):
        measure = _measure(telling, spot, "withdrawal")
        if measure is not None:
            figure, unit = amount_near(telling, spot, spot.last + 4, access=True)
            parties = _mover(telling, spot) or (Parties() if measure.modality == "proposed" else measure.parties)
            yield measure._replace(figure=figure, unit=unit, parties=parties)
    for spot in telling.marks.of("deal-noun"):
        measure = _going_on(telling, spot)
        if measure is not None:
            yield measure


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
    bound = on_the_table(telling, phrase, kind) or relative(telling, phrase) or governor(telling, phrase, kind)
    if bound is None and phrase.preposition is None:
        bound = follower(telling, phrase.head) or fragment(telling, phrase) or point(telling, phrase, kind)
    if bound is None or bound.manner.standing not in (Standing.DONE, Standing.OWED) or was_over(telling, phrase):
        return None
    if (
        kind == "withdrawal"
        and bound.manner.standing is Standing.DONE
        and bound.words.split()[-1] not in ("agreed", "signed", "accepted")
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
    if telling.marks.within("holiday", phrase.first, phrase.head) and kind == "ceasefire":
        kind = "truce"
    published = telling.scene.article.published.day
    due = span_of_measure(pieces, bound.last if bound.subject and bound.words in PROLONGED else phrase.head)
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
    if bound.subject:
        return telling.earlier or both(rivals(scene)), False
    found = parties_of(scene, pieces, bound.manner.left, phrase.head, telling.earlier)
    return (found if _trusted(scene, found, bound) else both(rivals(scene))), False


def _alone(scene: Scene, announcer: str, phrase: Phrase, telling: Telling, bound: Bound) -> bool:
    """Whether who announces a truce is a side that keeps it alone, rather than one that mediates."""
    before = telling.sentence.timed[phrase.first : phrase.head]
    if any(piece.text in ("bilateral", "mutual", "reciprocal", "joint") for piece in before):
        return False
    known = rivals(scene)
    if known is not None:
        return announcer in known
    return announcer in (scene.pair or ()) or bound.words.startswith(("order", "declare", "proclaim"))


def _trusted(scene: Scene, found: Parties, bound: Bound) -> bool:
    """Whether those who stand before the verb are those who owe: the article's sides, or who agreed."""
    if found.reciprocal:
        return True
    known = rivals(scene)
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
