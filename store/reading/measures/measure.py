"""A measure as one sentence tells it."""

from __future__ import annotations

from bisect import bisect_left

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import Window
from store.reading.article import Span
from store.reading.measures.sides import Parties, of_all, rivals
from store.reading.measures.times import Length, dates_in, lengths_in
from store.reading.proposals import Figure

if TYPE_CHECKING:
    from store.reading.grammar.sentences import Scene, Sentence
    from store.reading.measures.words import Marks

_LONGEST = 280
"""From how many characters on the words that a measure rests on are cut down to its clause."""


class Telling(NamedTuple):
    """A sentence that may tell a measure, with what was told before it."""

    scene: Scene
    sentence: Sentence
    marks: Marks
    lengths: list[Length]
    earlier: Parties | None
    """Who owed the measure told last."""
    everybody: Parties | None = None
    """Every side, where the sentence says that all of them owe what it tells."""
    listed: Parties | None = None
    """Who owes the points of the list of what was agreed that the sentence is one of; None outside such a list."""


class Measure(NamedTuple):
    """One measure as one sentence tells it."""

    kind: str
    sentence: Sentence
    first: int
    """The first piece of what tells it."""
    last: int
    """The last piece of what tells it."""
    parties: Parties
    figure: Figure
    unit: str | None
    due: Window
    modality: str
    why: str
    qualifier: str | None = None
    taken_up: bool = False
    """Whether its words take up something told before: "the truce"."""
    done: bool = False
    """Whether it is what was delivered."""
    spans: tuple[Span, ...] = ()
    """The words it rests on."""


def telling_of(
    scene: Scene, sentence: Sentence, marks: Marks, earlier: Parties | None, listed: Parties | None = None
) -> Telling:
    """Return a sentence ready to be read."""
    lengths = list(lengths_in(scene.article.text, sentence.start, sentence.end))
    everybody = of_all(" ".join(piece.text for piece in sentence.timed), rivals(scene))
    return Telling(scene, sentence, marks, lengths, earlier, everybody, listed)


def length_near(telling: Telling, first: int, last: int) -> Length | None:
    """Return how long a measure lasts whose words stand between two pieces: before its noun, or behind it."""
    pieces = telling.sentence.timed
    begin, end = pieces[first].start, pieces[last].end
    low = bisect_left(telling.lengths, begin - 60, key=lambda length: length.start)
    near = [length for length in telling.lengths[low : low + 40] if length.start <= end + 110]
    for length in near:
        before_it = length.compound and length.end <= end and begin - length.end <= 40
        if before_it and not _noun_between(telling, length.end, begin):
            return length
    behind = [length for length in near if not length.compound and length.start >= end]
    before = [length for length in near if not length.compound and 0 <= begin - length.end <= 12]
    return behind[0] if behind else before[-1] if before else None


def _noun_between(telling: Telling, start: int, end: int) -> bool:
    return any(char in ",;:" for char in telling.scene.article.text[start:end])


def figure_of(length: Length | None) -> tuple[Figure, str | None]:
    """Return a length of time as a figure, with its unit."""
    if length is None or length.value is None:
        return Figure(per="duration"), length.unit if length else None
    return Figure(length.value, per="duration", high=length.high), length.unit


def clause(telling: Telling, first: int, last: int) -> Span:
    """Return the words that a measure rests on: its sentence, or its clause where the sentence is long."""
    sentence = telling.sentence
    pieces = sentence.timed
    start, end = sentence.start, sentence.end
    around = pieces[max(first - 80, 0) : last + 80]
    marks = [
        piece
        for piece in around
        if piece.text in (";", ":", "•", "–") or (piece.text == "-" and _free(telling, piece.start))
    ]
    start = max((piece.end for piece in marks if piece.end <= pieces[first].start), default=start)
    end = min((piece.start for piece in marks if piece.start >= pieces[last].end and piece.text == ";"), default=end)
    if end - start > _LONGEST:
        reach = [at for at, _ in dates_in(pieces, last, last + 12)]
        low = max(first - 12, 0)
        high = min(max([last + 6, *reach]), len(pieces) - 1)
        start, end = max(start, pieces[low].start), min(end, pieces[high].end)
    text = telling.scene.article.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _free(telling: Telling, at: int) -> bool:
    """Whether a hyphen stands between two words as a dash."""
    text = telling.scene.article.text
    return text[at - 1 : at].isspace() and text[at + 1 : at + 2].isspace()
