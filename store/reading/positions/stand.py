"""A position where it stands: who holds it, in which words, and who says so."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.words import Strength
from store.reading.article import Span
from store.reading.positions.holders import partners_of
from store.reading.proposals import Position, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Sentence
    from store.reading.positions.holders import Held
    from store.reading.positions.stances import Mark

_ADDING = frozenset(("also", "additionally", "further", "furthermore", "moreover", "separately"))
_LONGEST = 300
"""How many pieces are looked at as one sentence."""
_LABEL = 4
"""Within how many pieces of its start a line has its label."""


class Stand(NamedTuple):
    """One position in its sentence."""

    sentence: Sentence
    position: Position
    mark: Mark
    held: Held
    speaker: str | None
    """Who says it, where the sentence relays what somebody says."""
    end: int
    """The piece after its last."""


def whole(pieces: list[Piece], at: int) -> int:
    """Return where the name or title that a piece belongs to begins."""
    while (
        at
        and pieces[at].kind in ("actor", "name", "role")
        and (pieces[at - 1].kind in ("name", "role") or pieces[at - 1].text == "the")
    ):
        at -= 1
    return at


def span_of(stand: Stand) -> Span:
    """Return the words that a position rests on, from its holder to the end of its clause."""
    pieces = stand.sentence.pieces
    return Span(pieces[whole(pieces, min(stand.held.at, stand.mark.first))].start, pieces[stand.end - 1].end)


def adds(pieces: list[Piece], mark: int) -> bool:
    """Whether a word of stance adds to what was told: "also rejected", or in a list that has a label, "Groups: ..."."""
    near = pieces[max(mark - 2, 0) : mark]
    return any(piece.text == ":" for piece in pieces[: min(mark, _LABEL)]) or any(
        piece.text in _ADDING for piece in (*pieces[:1], *near)
    )


def said(stand: Stand) -> Said:
    """Return who says it: who is named with it, or the side whose words are relayed."""
    pieces = stand.sentence.pieces
    piece = pieces[stand.held.at]
    person = str(piece.text).title() if piece.kind == "actor" and piece.form == "person" else None
    quoted = sum(near.kind == "quote" for near in pieces[: stand.mark.first]) % 2 == 1
    if stand.sentence.headline:
        strength = Strength.HEADLINE
    elif quoted:
        strength = Strength.QUOTE
    else:
        strength = Strength.PARAPHRASE if stand.speaker or person else Strength.ARTICLE
    return Said(person, stand.speaker or (stand.position.holder if person else None), strength)


def denied(pieces: list[Piece], before: Stand, mark: Mark) -> bool:
    """Whether what is said to be accepted is what was denied: "denied reports that it had agreed to a plan"."""
    between = pieces[before.mark.last : mark.first]
    claimed = any(piece.text.startswith(("claim", "report", "alleg", "rumo")) for piece in between)
    return before.position.stance == "reject" and claimed


def goes_on(pieces: list[Piece], mark: Mark, held: Held, stance: str, before: Stand | None) -> bool:
    """Whether a word of stance only goes on with the one before it, or tells what two sides agreed with each other."""
    if stance == "accept" and (partners_of(pieces, held) or (before is not None and denied(pieces, before, mark))):
        return True
    told = before.position if before is not None else None
    return told is not None and mark.form == "ing" and (told.stance, told.holder) == (stance, held.side)


def parted(sentences: list[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences; what has no stops for pages is cut, so that the time grows with the text and no faster."""
    for sentence in sentences:
        for first in range(0, len(sentence.pieces) or 1, _LONGEST):
            part = sentence.pieces[first : first + _LONGEST]
            yield sentence if len(part) == len(sentence.pieces) else sentence._replace(pieces=part)
