"""One record for each measure: what an article tells of it several times, made one."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING
from store.reading.article import Span
from store.reading.grammar.sides import side_of
from store.reading.measures.completing import completed, joined
from store.reading.measures.convoys import convoys_in
from store.reading.measures.deeds import deeds_in
from store.reading.measures.extending import extensions_in
from store.reading.measures.listing import goes_on, list_opened
from store.reading.measures.measure import Measure, Telling, telling_of
from store.reading.measures.powers import with_those_at_war, without_powers
from store.reading.measures.quiet import quiet_in
from store.reading.measures.times import DAYS, dates_in
from store.reading.measures.words import Index, index_of, marks_of
from store.reading.proposals import ALL_SIDES, Commitment, Exchange

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Scene, Sentence
    from store.reading.lexicon import Lexicon
    from store.reading.measures.sides import Parties
    from store.reading.proposals import Content

_LOOK_BACK = 60
"""How many of the measures before are looked through for the same one."""
_WEEKS_AGO = 30
"""From how many days on the beginning of a truce is background."""
_LONG_PAST = 240
"""From how many days on a day is history."""
_QUIET = ("truce", "ceasefire")
_TRIGGERS = frozenset(
    (
        "quiet-noun",
        "more-noun",
        "stop-verb",
        "strike-verb",
        "spare-verb",
        "leave-verb",
        "leave-noun",
        "go-verb",
        "pass-verb",
        "enter-verb",
        "found-verb",
        "deal-noun",
        "end-verb",
        "run-verb",
        "vow-verb",
        "give-verb",
        "paper-verb",
    )
)
_OPEN = ("proposed", "offered")
_REFUSED = ("ed", "past", "pp", "s")
_AGREED = re.compile(r"\bafter\b.*\b(?:agreed|signed|reached|accepted)\b")
_HALTS = ("truce", "ceasefire", "strike_halt")


def measures_in(scene: Scene, lexicon: Lexicon) -> list[tuple[Measure, Commitment | Exchange]]:
    """Return the measures of an article, each once, in the order of its text."""
    kept: list[Measure] = []
    for measure in _told(scene, lexicon):
        at = next(
            (place for place in range(max(len(kept) - _LOOK_BACK, 0), len(kept)) if _same(measure, kept[place])), None
        )
        if at is None:
            kept.append(measure)
        else:
            kept[at] = _merged(kept[at], measure)
    return [(measure, _content(measure)) for measure in kept]


def _told(scene: Scene, lexicon: Lexicon) -> Iterator[Measure]:
    """Yield what the sentences tell; what follows a truce and completes it is told as the same truce again."""
    index = index_of(lexicon)
    earlier: Parties | None = None
    held: Measure | None = None
    listed: Parties | None = None
    for sentence in scene.sentences:
        if listed is not None and not goes_on(scene, sentence):
            listed = None
        if sentence.timed and sentence.timed[-1].text == ":":
            listed = list_opened(scene, sentence.timed, len(sentence.timed) - 1, earlier)
            continue
        marks = marks_of(sentence.timed, index)
        if not marks.found.keys() & _TRIGGERS and not _tells_otherwise(sentence):
            continue
        telling = telling_of(scene, sentence, marks, earlier, listed)
        for measure in _of_sentence(telling, held) or _agreed_before(telling, index):
            yield measure
            earlier = measure.parties if measure.parties.debtor is not None else earlier
            held = measure if measure.kind in _HALTS else held


def _tells_otherwise(sentence: Sentence) -> bool:
    """Whether a sentence without words of measures may tell of one: "in effect until", "days after they agreed to"."""
    return any(
        piece.text in ("effect", "force") or (piece.kind == "date" and _AGREED.search(piece.text) is not None)
        for piece in sentence.timed
    )


def _agreed_before(telling: Telling, index: Index) -> list[Measure]:
    """Return what a clause tells that was taken for a date: "days after the two neighbours agreed to a ceasefire"."""
    sentence = telling.sentence
    if not any(piece.kind == "date" and _AGREED.search(piece.text) for piece in sentence.timed):
        return []
    plain = sentence._replace(timed=sentence.pieces)
    told = telling_of(telling.scene, plain, marks_of(plain.timed, index), telling.earlier, telling.listed)
    return [one for one in quiet_in(told) if one.modality == "agreed" and not _history(telling.scene, one)]


def _of_sentence(telling: Telling, held: Measure | None) -> list[Measure]:
    """Return what a sentence tells; what it adds to the truce told last is told instead of a truce of its own."""
    scene, sentence = telling.scene, telling.sentence
    found = [*quiet_in(telling), *extensions_in(telling, held), *deeds_in(telling), *convoys_in(telling)]
    if held is not None and 0 < sentence.place - held.sentence.place <= 4:
        more = completed(telling, held)
        if more is not None:
            more = more._replace(parties=telling.everybody or more.parties)
            found = [more, *(one for one in found if one.kind not in _HALTS)]
    told = [one for one in found if not _history(scene, one) and not _refused(scene, one)]
    return [without_powers(scene, with_those_at_war(scene, one)) for one in told]


def _history(scene: Scene, measure: Measure) -> bool:
    """Whether a measure is told with a day long past, and no end that lies ahead: "In 2022 they agreed to a truce"."""
    day = scene.article.published.day
    if day is None or (measure.due.latest is not None and measure.due.latest >= day):
        return False
    if _begun_long_ago(measure, day):
        return True
    pieces = measure.sentence.timed
    near = dates_in(pieces, measure.first - 10, measure.first + 10)
    dates = [found.window.latest for _, found in [*dates_in(pieces, 0, min(2, measure.first - 11)), *near]]
    return any(latest is not None and (day - latest).days > _LONG_PAST for latest in dates)


def _begun_long_ago(measure: Measure, day: date) -> bool:
    """Whether only the day is told on which a truce began, weeks ago: it is what the article's news came after."""
    begun = measure.due.earliest
    plain = measure.kind in _QUIET and measure.figure.value is None and measure.due.latest is None
    return plain and begun is not None and (day - begun).days > _WEEKS_AGO


def _refused(scene: Scene, measure: Measure) -> bool:
    """Whether what one side alone accepted was refused by another, in the sentence or the next."""
    if measure.parties.reciprocal or measure.modality != "agreed" or measure.kind not in _HALTS:
        return False
    place = measure.sentence.place
    following = measure.sentence.timed[measure.last : measure.last + 60] + [
        piece for sentence in scene.sentences[place + 1 : place + 2] for piece in sentence.timed[:60]
    ]
    refusals = (at for at, piece in enumerate(following) if piece.kind == "refuse" and piece.form in _REFUSED)
    return any(not _by_itself(following[:at], measure.parties.debtor) for at in refusals)


def _by_itself(before: Sequence[Piece], debtor: str | None) -> bool:
    """Whether who accepted one thing is who refuses another: "Putin agreed to ... Putin declined a broader truce"."""
    sides = [side_of(piece) for piece in before if piece.kind == "actor"]
    return bool(sides) and sides[-1] == debtor


def _family(kind: str) -> str:
    return "quiet" if kind in _QUIET else kind


def _same(one: Measure, other: Measure) -> bool:
    """Whether two tell the same measure: of one kind, by the same sides, with no other length, number or end."""
    if not _same_kind(one, other) or one.done != other.done or not _same_sides(one, other):
        return False
    if not _same_amount(one, other):
        return False
    if one.kind == "withdrawal":
        return not (one.due.bounded and other.due.bounded) or one.due.overlaps(other.due)
    if one.done:
        return one.due.overlaps(other.due)
    return True


def _same_kind(one: Measure, other: Measure) -> bool:
    """Whether two are of one kind; "the truce" may take up a halt of strikes told before."""
    if _family(one.kind) == _family(other.kind):
        return True
    return {_family(one.kind), _family(other.kind)} == {"quiet", "strike_halt"} and one.taken_up and one.kind in _QUIET


def _same_sides(one: Measure, other: Measure) -> bool:
    if ALL_SIDES in (one.parties.debtor, other.parties.debtor):
        return True
    if one.parties.reciprocal or other.parties.reciprocal:
        named = {side for side in (*one.parties[:2], *other.parties[:2]) if side is not None}
        return len(named) <= 2
    return all(
        first is None or second is None or first == second
        for first, second in zip(one.parties[:2], other.parties[:2], strict=True)
    )


def _same_amount(one: Measure, other: Measure) -> bool:
    first, second = _amount(one), _amount(other)
    return first is None or second is None or abs(first - second) < 0.07 * max(first, second)


def _amount(measure: Measure) -> float | None:
    value = measure.figure.value
    return value * DAYS.get(measure.unit or "", 1.0) if value is not None else None


def _merged(one: Measure, other: Measure) -> Measure:
    """Return the fuller of two, with what the other alone says and the words of both."""
    full, rest = (other, one) if _fullness(other) > _fullness(one) else (one, other)
    if "strike_halt" in (one.kind, other.kind):
        full = full._replace(kind="strike_halt")
    if full.modality in _OPEN and rest.modality not in _OPEN:
        full = full._replace(modality=rest.modality, taken_up=rest.taken_up)
    figure, unit = (full.figure, full.unit) if full.figure.value is not None else (rest.figure, rest.unit)
    parties = (
        rest.parties
        if rest.parties.debtor == ALL_SIDES
        else full.parties
        if full.parties.debtor is not None
        else rest.parties
    )
    spans = dict.fromkeys((*full.spans, *(rest.spans if not rest.sentence.headline and _adds(full, rest) else ())))
    return full._replace(
        figure=figure, unit=unit, parties=parties, due=joined(full.due, rest.due), spans=tuple(spans)[:3]
    )


def _adds(full: Measure, rest: Measure) -> bool:
    return (full.figure.value is None and rest.figure.value is not None) or (
        rest.due.bounded and full.due != rest.due and not (full.due.earliest and full.due.latest)
    )


def _fullness(measure: Measure) -> int:
    parties = sum(side is not None for side in measure.parties[:2])
    return (
        4 * (not measure.sentence.headline)
        + 3 * (measure.figure.value is not None)
        + 2 * measure.due.bounded
        + parties
        + 2 * (measure.figure.per == "duration")
    )


def _content(measure: Measure) -> Commitment | Exchange:
    parties = measure.parties
    if measure.done:
        return Exchange(
            measure.kind,
            parties.debtor,
            parties.creditor,
            parties.reciprocal,
            measure.figure,
            measure.unit,
            measure.qualifier,
            measure.due,
        )
    return Commitment(
        measure.kind,
        parties.debtor,
        parties.creditor,
        parties.reciprocal,
        measure.figure,
        measure.unit,
        measure.qualifier,
        measure.due,
        measure.modality,
    )


def spans_of(measure: Measure) -> tuple[Span, ...]:
    """Return the words that a measure rests on, in the order of the text."""
    return tuple(sorted(measure.spans))


def beside(content: Commitment | Exchange, others: Sequence[Content]) -> bool:
    """Whether a measure is proposed already, as something given: a paper, a number of trucks."""
    return any(_alike(content, other) for other in others)


def _alike(content: Commitment | Exchange, other: Content) -> bool:
    if isinstance(content, Commitment) and isinstance(other, Commitment):
        return content.kind == other.kind and (content.debtor is None or other.debtor in (None, content.debtor))
    if isinstance(content, Exchange) and isinstance(other, Exchange):
        return content.kind == other.kind and content.figure.value == other.figure.value
    return False
