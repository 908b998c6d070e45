"""Where an article speaks of a meeting of negotiators, as the rules pass it on; and the line that rules look at."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import NO_WINDOW, Window
from store.phrases import Found, Kind, resolve
from store.reading.grammar.classes import Line
from store.reading.talks.placing import placed
from store.reading.talks.spans import looking_back

if TYPE_CHECKING:
    from datetime import date

    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Scene, Sentence

LONGEST = 400
"""So many pieces of a sentence are read: a longer one is no sentence."""
_ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}
_BESIDE = re.compile(r"(?:[\w ]+ )?\b(after|following|since|before|ahead of|prior to|until) ((?:\w+ )?\w+day|\w+ \d+)$")
_FIGURE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)$")


class Mention(NamedTuple):
    """One place where an article speaks of a meeting."""

    sentence: Sentence
    first: int
    """The piece of `sentence.whole` that its name begins with."""
    at: int
    """Its last piece."""
    head: str
    """round, talks, meeting, or met (told by a verb)."""
    ordinal: int | None = None
    how_many: int = 1
    """How many meetings it speaks of ("the first two rounds")."""
    status: str | None = None
    """held, expected, on_hold; None where the words leave it open."""
    window: Window = NO_WINDOW
    dates: tuple[Window, ...] = ()
    """The windows of each, where it speaks of several."""
    place: str | None = None
    country: str = ""
    """The country that the place is, or lies in, where it is known."""
    cue: str = ""
    """The words that told its status."""
    proposed: bool = False
    """Whether somebody only proposes it."""
    earlier: bool = False
    """Whether it is told apart as an earlier one."""
    strong: bool = False
    """Whether it names a meeting of the sides beyond doubt: a round, talks between them, delegations that met."""


class Look(NamedTuple):
    """A sentence as the rules about meetings and their days look at it."""

    scene: Scene
    sentence: Sentence
    pieces: list[Piece]
    """Its pieces, with the words of conditions read too; not more than `LONGEST`."""
    line: Line
    """The same as one line of words."""
    here: tuple[Mention, ...] = ()
    """The meetings that it speaks of."""
    topic: str = ""
    """What the sentences before it spoke of: next_round, summit, exchange."""


def look_at(scene: Scene, sentence: Sentence) -> Look:
    """Return a sentence as the rules look at it."""
    published = scene.article.published.day
    pieces = looking_back(placed(_of_days(sentence.whole[:LONGEST], published), published))
    return Look(scene, sentence, pieces, Line([_sign(piece) for piece in pieces]))


def _of_days(pieces: list[Piece], published: date | None) -> list[Piece]:
    """Return pieces in which "after Wednesday's talks" names Wednesday itself, not the days after it."""
    turned = list(pieces)
    for at in range(len(pieces) - 1):
        match = _BESIDE.match(pieces[at].text) if pieces[at + 1].text == "'s" and pieces[at].kind == "date" else None
        value = pieces[at].value
        if match is None or published is None or not isinstance(value, Found):
            continue
        window = resolve(
            match[2], published, tense="future" if match[1] in ("before", "ahead of", "prior to", "until") else "past"
        )
        if window is not None and window.dated:
            turned[at] = pieces[at]._replace(value=value._replace(window=window))
    return turned


def _sign(piece: Piece) -> str:
    """Return a date as a sign of its own, so that its words are not taken for others."""
    return (
        "@"
        if isinstance(piece.value, Found) and (piece.value.window.dated or piece.value.kind is Kind.DURATION)
        else piece.text
    )


def ordinal_of(piece: Piece) -> int | None:
    """Return which one a word counts ("third", "3rd")."""
    match = _FIGURE.match(piece.text) if piece.text[0].isdigit() else None
    return int(match[1]) if match else ordinal_in(piece.text) if piece.kind != "date" else None


def ordinal_in(word: str) -> int | None:
    """Return what an ordinal in words counts."""
    return _ORDINALS.get(word)
