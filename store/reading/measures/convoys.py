"""Trucks of aid: how many are to enter, or entered."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.domain.windows import NO_WINDOW, Window
from store.reading.measures.grammar import group
from store.reading.measures.measure import Measure, Telling, clause
from store.reading.measures.sides import Parties, subject_of
from store.reading.measures.standing import Standing, manner_of
from store.reading.measures.times import dates_in
from store.reading.proposals import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from store.reading.grammar.piece import Piece
    from store.reading.measures.words import Spot

_TRUCKS = ("truck",)
_DONE = frozenset(("entered", "crossed", "reached", "arrived"))


def convoys_in(telling: Telling) -> Iterator[Measure]:
    """Yield what a sentence says of trucks of aid that are to enter a place, or entered it."""
    for verb in telling.marks.of("pass-verb"):
        measure = _let_in(telling, verb)
        if measure is not None:
            yield measure
    for verb in telling.marks.of("enter-verb"):
        measure = _trucks(telling, verb)
        if measure is not None:
            yield measure


def _is_truck(piece: Piece) -> bool:
    return isinstance(piece.value, tuple) and piece.kind == "unit" and piece.value[0] in _TRUCKS


def _trucks(telling: Telling, verb: Spot) -> Measure | None:
    """Read "210 aid trucks entered", "six hundred trucks of relief goods shall enter every day"."""
    pieces = telling.sentence.timed
    trucks = next((at for at in range(verb.first - 1, max(verb.first - 10, -1), -1) if _is_truck(pieces[at])), None)
    if trucks is None or not _of_aid(telling, verb):
        return None
    number = _number(pieces, range(trucks - 1, max(trucks - 5, -1), -1))
    if number is None:
        return None
    manner = manner_of(pieces, verb.first, verb.form)
    daily, day = _daily(telling, verb), _day(telling, verb)
    if manner.standing is Standing.OWED or (manner.standing is Standing.MAYBE and _agreed(telling)):
        found = _measure(telling, number, verb.first, verb.last, Parties(), NO_WINDOW)
        return found._replace(modality=manner.modality or "agreed", qualifier="a day" if daily else None)
    if manner.standing is Standing.DONE and not daily and day is not NO_WINDOW:
        return _measure(telling, number, verb.first, verb.last, Parties(), day)._replace(done=True)
    return None


def _let_in(telling: Telling, verb: Spot) -> Measure | None:
    """Read "Israel let 150 aid lorries into Gaza on Monday"."""
    pieces = telling.sentence.timed
    before = pieces[verb.first - 1] if verb.first else None
    if before is None or before.kind in ("modal", "not") or before.text == "to" or "pass" not in verb.value:
        return None
    let = verb.text == "let" and (before.kind in ("actor", "role") or before.text in ("has", "had", "have"))
    number = _number(pieces, range(verb.last + 1, min(verb.last + 5, len(pieces))))
    if number is None or not (let or verb.form in ("ed", "past")):
        return None
    day = _day(telling, verb)
    if day is NO_WINDOW or not any(_is_truck(piece) for piece in pieces[number : number + 4]):
        return None
    side, _ = subject_of(pieces, verb.first)
    return _measure(telling, number, verb.first, number + 1, Parties(side), day)._replace(done=True)


def _number(pieces: Sequence[Piece], places: range) -> int | None:
    """Return the first place at which a number stands."""
    return next((at for at in places if pieces[at].kind == "number" and isinstance(pieces[at].value, int)), None)


def _of_aid(telling: Telling, verb: Spot) -> bool:
    around = telling.sentence.timed[max(verb.first - 25, 0) : verb.first + 25]
    return bool(group("aid") & {word for piece in around for word in piece.text.split()})


def _daily(telling: Telling, verb: Spot) -> bool:
    around = " ".join(piece.text for piece in telling.sentence.timed[max(verb.first - 15, 0) : verb.first + 15])
    return any(f" {words} " in f" {around} " for words in ("a day", "every day", "each day", "per day", "daily"))


def _measure(telling: Telling, number: int, verb: int, last: int, parties: Parties, due: Window) -> Measure:  # noqa: PLR0913, PLR0917 - where its words stand, who and when
    pieces = telling.sentence.timed
    first, value = min(number, verb), pieces[number].value
    before = " ".join(piece.text for piece in pieces[max(number - 3, 0) : number])
    figure = Figure(value if isinstance(value, int) else None, _comparator(before))
    why = f"access: '{' '.join(piece.text for piece in pieces[first : last + 1])}'"
    spans = (clause(telling, first, min(last, len(pieces) - 1)),)
    return Measure("access", telling.sentence, first, last, parties, figure, "truck", due, "", why, spans=spans)


def _comparator(before: str) -> str:
    for words, sign in (
        ("more than", ">"),
        ("at least", ">="),
        ("about", "~"),
        ("around", "~"),
        ("some", "~"),
        ("nearly", "<~"),
        ("almost", "<~"),
        ("up to", "<="),
        ("over", ">"),
    ):
        if before.endswith(words):
            return sign
    return "="


def _agreed(telling: Telling) -> bool:
    return any(piece.kind in ("agreement-noun", "agree") for piece in telling.sentence.timed[:60])


def _day(telling: Telling, verb: Spot) -> Window:
    pieces = telling.sentence.timed
    day = telling.scene.article.published.day
    for _, found in dates_in(pieces, verb.first - 12, verb.first + 12):
        window = found.window
        if (
            window.earliest is not None
            and not found.phrase.casefold().startswith("since")
            and (day is None or window.earliest <= day)
        ):
            return window.window()
    return NO_WINDOW
