"""A count that a later sentence takes up: "Five soldiers were seized in May. They were freed on Friday"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.grammar.groups import group
from store.reading.grammar.sides import side_of
from store.reading.transfers.counted import Counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Sentence

_NEXT, _LATER = 2, 8
"""Over how many sentences a count is taken up: by "they", and by the name of a people."""
_OPENING = 8
"""Within how many pieces of its beginning a sentence names those whom it goes on about."""
_PEOPLE = frozenset(("prisoners", "soldiers", "hostages", "persons", "civilians", "children"))
_KILLED = frozenset(("killed", "dead", "died", "wounded", "injured", "killing", "deaths", "casualties", "arrested"))
_KIDNAPPED = frozenset(("kidnapped", "abducted", "kidnap", "hijacked", "kidnapping", "abducting", "snatched"))
_HOSTAGES = ("hostage", "hostages")
_WERE = ("of", "were", "had", "have", "are", "was")
_ANEW = ("say", "give-verb", "exchange-verb", "receive-verb")


class Held(NamedTuple):
    """A count of which its own sentence did not say that it was handed over."""

    counted: Counted
    place: int
    """Which sentence of the article says it."""


def held_over(sentence: Sentence, counted: Counted) -> Held | None:
    """Return a count that a later sentence may take up; None where it is no count of people, or they are dead."""
    words = {piece.text for piece in sentence.pieces}
    captive = counted.kind in ("prisoners", "hostages") or bool(words & (group("captures") | group("held")))
    usable = counted.numbered and counted.kind in _PEOPLE and captive and not counted.partial and not words & _KILLED
    if not usable or counted.figure.value is None:
        return None
    if counted.kind != "children" and (words & _KIDNAPPED or "hostage" in words):
        counted = counted._replace(unit=_HOSTAGES[0], kind=_HOSTAGES[1])
    owner = counted.owner or _home(sentence.pieces, counted.last)
    return Held(counted._replace(owner=owner, holder=_captor(sentence.pieces, counted)), sentence.place)


def _home(pieces: list[Piece], last: int) -> str | None:
    """Return from where they are: "10 sailors from Indonesia"."""
    if _text(pieces, last + 1) != "from" or last + 2 >= len(pieces):
        return None
    return side_of(pieces[last + 2]) if pieces[last + 2].kind in ("actor", "place") else None


def _captor(pieces: list[Piece], counted: Counted) -> str | None:
    """Return the side that took them, by "by" behind them or as who kidnaps them: "the rebels seized 14 nurses"."""
    for at in range(counted.last + 1, min(counted.last + _OPENING, len(pieces))):
        if pieces[at].kind == "actor" and "by" in (_text(pieces, at - 1), _text(pieces, at - 2)):
            return side_of(pieces[at])
    taken = {piece.text for piece in pieces[: counted.first]} & group("taking")
    actors = [piece for piece in pieces[: counted.first] if piece.kind == "actor" and side_of(piece) != counted.owner]
    return side_of(actors[0]) if taken and actors else None


def taken_up(sentence: Sentence, held: Sequence[Held]) -> list[Counted]:
    """Return the counts for which "they", "the men" or "the Chadians" stand in a sentence, the last held first."""
    peoples = list(_of_peoples(sentence, held))
    if peoples or not held or not 0 < sentence.place - held[-1].place <= _NEXT:
        return peoples
    last = held[-1].counted
    for at, piece in enumerate(sentence.pieces[:_OPENING]):
        if piece.text == "they" or (piece.text in ("all", "both") and _text(sentence.pieces, at + 1) in _WERE):
            return [last._replace(first=at, last=at)]
        if piece.text == "the" and _means(sentence.pieces, at + 1):
            return [last._replace(first=at, last=at + 1)]
        if piece.kind in _ANEW:
            return []
    return []


def _of_peoples(sentence: Sentence, held: Sequence[Held]) -> list[Counted]:
    """Return the counts that are taken up by their people: "the Chadians left on Monday, the Nigeriens later"."""
    near = [one.counted for one in held if 0 < sentence.place - one.place <= _LATER]
    found: list[Counted] = []
    for at, piece in enumerate(sentence.pieces[1:], 1):
        if piece.kind != "actor" or not piece.text.endswith(("s", "ese")) or _text(sentence.pieces, at - 1) != "the":
            continue
        own = [counted for counted in near if counted.owner == side_of(piece)]
        alone = at + 1 >= len(sentence.pieces) or sentence.pieces[at + 1].kind not in ("unit", "role", "name", "'s")
        if len(own) == 1 and alone:
            found.append(own[0]._replace(first=at - 1, last=at))
    return found


def _means(pieces: list[Piece], at: int) -> bool:
    """Whether a word behind "the" may mean people who were counted before."""
    people = (
        at < len(pieces)
        and pieces[at].unit[1] in _PEOPLE
        and pieces[at].text.endswith(("s", "men", "children", "crew"))
    )
    return people or _text(pieces, at) in group("taken up")


def _text(pieces: list[Piece], at: int) -> str:
    return pieces[at].text if at < len(pieces) else ""
