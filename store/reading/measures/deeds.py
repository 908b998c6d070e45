"""Measures that a verb tells: halting strikes, withdrawing, opening roads, letting aid through, setting up bodies."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.domain.windows import NO_WINDOW, Window
from store.reading.measures.amounts import amount_near
from store.reading.measures.measure import Measure, Telling, clause, figure_of, length_near
from store.reading.measures.rules import RULES, Deed, Rule, listing, not_to
from store.reading.measures.sides import Parties, both, parties_of, rivals
from store.reading.measures.standing import Manner, Standing, manner_of, was_denied
from store.reading.measures.times import deadline, span_of_measure
from store.reading.measures.trading import in_a_paper
from store.reading.proposals import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from store.reading.grammar.piece import Piece
    from store.reading.measures.words import Spot

_CONDITIONS = frozenset(("if", "unless", "once", "whether", "without"))
_BEGIN = frozenset(("begin", "start", "continue", "resume", "commence"))
_IFS = ("if ", "only if ", "unless ", "provided ")


def deeds_in(telling: Telling) -> Iterator[Measure]:
    """Yield the measures that the verbs of a sentence tell."""
    carried: Manner | None = None
    for spot, rule in _verbs(telling):
        deed = rule(telling, spot)
        if deed is None or _conditional(telling, spot):
            continue
        manner = _manner(telling, spot, carried)
        carried = manner if manner.standing is Standing.OWED else carried
        measure = _measure(telling, spot, deed, manner)
        if measure is not None:
            yield measure


def _verbs(telling: Telling) -> list[tuple[Spot, Rule]]:
    found = [(spot, rule) for group, rule in RULES.items() for spot in telling.marks.of(group)]
    return sorted(found, key=lambda pair: pair[0].first)


def _manner(telling: Telling, spot: Spot, carried: Manner | None) -> Manner:
    """Return how a verb stands; "and to withdraw" stands as the verb before it."""
    pieces = telling.sentence.timed
    denied = not_to(telling, spot)
    if denied is not None:
        low = max(denied - 60, 0)
        manner = manner_of([*pieces[low:denied], *pieces[denied + 1 : spot.last + 1]], spot.first - 1 - low, spot.form)
        manner = manner._replace(left=manner.left + low)
    else:
        begun = spot.form == "ing" and spot.first > 0 and pieces[spot.first - 1].text in _BEGIN
        manner = manner_of(pieces, spot.first - begun, "base" if begun else spot.form)
    if spot.value == "draft_memorandum" and _not_yet(pieces, spot.first):
        return Manner(Standing.OWED, "expected", manner.left)
    if manner.standing is Standing.OWED and was_denied(pieces, manner.left):
        return Manner(Standing.REFUSED, "", manner.left)
    if manner.standing in (Standing.BARE, Standing.MAYBE, Standing.ASKED):
        manner = in_a_paper(telling, spot.first, spot.form) or manner
    if manner.standing is Standing.BARE and listing(telling, spot.first) is not None:
        return Manner(Standing.OWED, "agreed", manner.left, manner.left)
    before = pieces[manner.left - 1].text if manner.left else ""
    if manner.standing is Standing.BARE and before == "and":
        joined = _joined(pieces, manner.left - 2)
        manner = joined if joined is not None else manner
    if (
        carried is not None
        and manner.standing in (Standing.BARE, Standing.OWED)
        and manner.control is None
        and (before in ("and", ",", "or", ")") or manner.standing is Standing.BARE)
    ):
        return carried
    return manner


def _not_yet(pieces: Sequence[Piece], at: int) -> bool:
    """Whether something is still to be given: "has not yet sent its draft", "has yet to present a road map"."""
    before = pieces[max(at - 4, 0) : at]
    return any(piece.text == "yet" or piece.text.startswith("yet ") for piece in before)


def _joined(pieces: Sequence[Piece], at: int) -> Manner | None:
    """Return how the verb before an "and" stands: "will cut its forces and withdraw from five bases"."""
    for back in range(at, max(at - 16, -1), -1):
        piece = pieces[back]
        if piece.text in (";", "that", "who", "which"):
            return None
        if piece.text in ("will", "shall", "to") and pieces[back + 1].kind == "word":
            manner = manner_of(pieces, back + 1, "base")
            return manner if manner.standing is Standing.OWED else None
    return None


def _conditional(telling: Telling, spot: Spot) -> bool:
    """Whether a deed hangs on a condition, or is asked about: "if Peru withdraws, Chile will open the border"."""
    pieces = telling.sentence.timed
    around = pieces[max(spot.first - 14, 0) : spot.first + 14]
    if pieces[-1].text == "?" or any(piece.kind == "date" and piece.text.startswith(_IFS) for piece in around):
        return True
    if [piece.text for piece in pieces[max(spot.first - 2, 0) : spot.first]] in (
        ["rather", "than"],
        ["instead", "of"],
        ["only", "by"],
    ):
        return True
    for at in range(spot.first - 1, max(spot.first - 14, -1), -1):
        if pieces[at].text in _CONDITIONS:
            return True
        if pieces[at].text in (",", ";", ":"):
            break
    return pieces[0].text in ("if", "unless", "should")


def _measure(telling: Telling, spot: Spot, deed: Deed, manner: Manner) -> Measure | None:
    pieces = telling.sentence.timed
    length = length_near(telling, spot.first, deed.last) if deed.lasting else None
    due = span_of_measure(pieces, deed.last) if deed.lasting else _deadline(telling, spot, deed)
    timed = length is not None or due is not NO_WINDOW
    modality = _modality(spot, deed, manner, ends=length is not None or due.latest is not None)
    if modality is None or (deed.needs_time and not timed and not (deed.kind == "truce" and modality == "agreed")):
        return None
    parties = _parties(telling, spot, deed, manner)
    figure, unit = figure_of(length) if deed.lasting else (Figure(), None)
    if deed.counted:
        figure, unit = amount_near(telling, spot, deed.last, access=deed.kind == "access")
    if parties.reciprocal and figure.per == "unstated":
        figure = figure._replace(per="each")
    first, last = min(manner.left, spot.first), deed.last
    words = " ".join(piece.text for piece in pieces[max(manner.left, spot.first - 5) : last + 1])
    spans, why = (clause(telling, first, last),), f"{deed.kind}: '{words}'"
    sentence = telling.sentence
    return Measure(deed.kind, sentence, first, last, parties, figure, unit, due, modality, why, spans=spans)


def _modality(spot: Spot, deed: Deed, manner: Manner, *, ends: bool) -> str | None:
    """Return how a deed is owed: what was vowed, or begun for a time, is announced; None where nothing is owed."""
    if manner.standing is Standing.OWED:
        return manner.modality or "announced"
    begun = deed.lasting and ends and spot.form in ("past", "ed", "pp", "s")
    return "announced" if manner.standing is Standing.DONE and (deed.vowed or begun) else None


def _deadline(telling: Telling, spot: Spot, deed: Deed) -> Window:
    pieces, day = telling.sentence.timed, telling.scene.article.published.day
    due = deadline(pieces, spot.last, deed.last + 16, day)
    return due if due is not NO_WINDOW else deadline(pieces, 0, 2, day)


def _parties(telling: Telling, spot: Spot, deed: Deed, manner: Manner) -> Parties:
    if deed.subject is not None:
        return telling.earlier or both(rivals(telling.scene))
    if telling.everybody is not None:
        return telling.everybody
    found = parties_of(telling.scene, telling.sentence.timed, min(manner.left, spot.first), deed.last, telling.earlier)
    return listing(telling, spot.first) or found if found.debtor is None else found
