"""Who meets: the sides of a conflict, their leaders, or one side alone."""

from __future__ import annotations

import re
from itertools import pairwise

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.classes import classes, says
from store.reading.grammar.sides import side_of

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Scene
    from store.reading.talks.mentions import Look

_TITLES = frozenset(("president", "presidents", "minister", "premier", "chancellor", "king", "emir", "leader"))
_NOT_IN_OFFICE = frozenset(
    ("vice", "former", "ex-president", "deputy", "foreign", "defence", "defense", "interior", "ex")
)
_MINISTER = re.compile(
    r"\b(?:secretary|minister|ambassador|president|envoy|counterpart|premier|chancellor|commissioner|emir|king|prince)\b"
)
_NEGOTIATES = re.compile(r"\b(?:talks|negotiat\w+|rounds?|delegations?|mediat\w+|truce)\b")
_ENDS = frozenset((".", ";", ",", "on", "in", "at", "to", "after", "following", "before", "during", "for", "ahead"))
_LEFT, _RIGHT = 11, 9
_TWO = 2
_OWN_PEOPLE = re.compile(
    r"with (?:the |his |her |its |their )?(?:\S+ ){0,3}?(?:negotiating team|security|officials|advisers|advisors"
    r"|ministers|cabinet|commanders|generals|chiefs|aides|families|relatives|journalists|reporters|lawmakers)\b"
)
"""With whom one side meets when it meets nobody of the other."""
_HELPING = re.compile(r"\b(mediat|broker|facilitat|attend|present|observ|host|help|support|chair|participa)\w*")
_WITHOUT = re.compile(
    r"\b(?:(?:not|never|n't|didn't|doesn't|won't) (?:\w+ )?(?:includ|involv|compris|featur|count|contain)\w*|without"
    r"|excluding|minus|neither|nor|in the absence of)(?: [^\s,;.]+){0,6}$"
)
"""Words before a name that say he is not among them."""
_NOT_THEY = re.compile(
    r"\b(?:not|never|won't|unlikely|neither|nor)(?: [^\s,;.]+){0,4}"
    r" (?:attend|join|take part in|participate in|be present at|be at|(?:travel|go|come|fly) to)(?: [^\s,;.]+){0,2}$"
    r"|\b(?:not|never|won't|unlikely to|refus\w+ to|declin\w+ to)(?: [^\s,;.]+)?$"
)
"""By which leaders are no part of a meeting."""
_STAYS_AWAY = re.compile(
    r"(?:[^\s;.]+ ){0,8}?(?:(?:not|never|won't|wouldn't|nor|neither|unlikely)(?: [^\s,;.]+){0,4}?"
    r" (?:attend|join|take part|participate|be present|be there|be at|show up|travel|come|go|fly)"
    r"|(?:skip|miss|avoid|boycott|stay away)\w*) ?(?:from |in |to |at )?"
)
"""Words behind a name that say he does not come."""
_SITS = re.compile(r"(?:\b(?:am|is|are|was|were|be|been)|(?:'|\bi'|\bwe'|\bthey')(?:m|re|s))(?: \w+)?$")
_HIS = frozenset(("his", "her"))
_OF_OFFICE = re.compile(
    r"with (?:the |his |her |us |u\.s\. |\S+ )?(?:@ )?(?:president|prime|premier|king|chancellor|\S+ president|vice)\b"
)
_MEDIATORS = frozenset(
    (
        "United States",
        "Qatar",
        "Egypt",
        "Turkey",
        "France",
        "Britain",
        "Germany",
        "Norway",
        "Oman",
        "Saudi Arabia",
        "Jordan",
    )
)
"""States that often speak with one side of a conflict in which a group is the other."""
_NAMED_OFTEN = 3
_PAUSES = frozenset((";", ".", "that", "said"))


def of_conflict(scene: Scene) -> Scene:
    """Return a scene whose pair are the sides of its conflict, where it speaks most of one side and a mediator.

    Of Hamas, Israel and the United States it is Israel and Hamas that negotiate, however often Washington is named.
    """
    if scene.pair is None or scene.group is not None:
        return scene
    for group, state in scene.faces:
        other = next((side for side in scene.pair if side != state), None)
        if state in scene.pair and other in _MEDIATORS and scene.sides[group] >= _NAMED_OFTEN:
            return scene._replace(pair=(state, group), group=group)
    return scene


def leaders_near(pieces: list[Piece], first: int, at: int) -> int:
    """Return how many leaders of states are named about a meeting, by name or by title and name."""
    found: set[str] = set()
    for place in range(max(first - _LEFT, 0), min(at + _RIGHT, len(pieces))):
        if leaders_near_at(pieces, place) and not is_absent(pieces, place):
            found.add(pieces[place].text.split()[-1])
    return len(found)


def leaders_joined(pieces: list[Piece], first: int, at: int) -> bool:
    """Return whether two leaders named side by side are those who talk: "X and Y are to hold talks"."""
    for low, high in ((max(first - _LEFT, 0), first), (at + 1, min(at + 8, len(pieces)))):
        named = [place for place in range(low, high) if leaders_near_at(pieces, place) and not is_absent(pieces, place)]
        for one, other in pairwise(named):
            words = {piece.text for piece in pieces[one + 1 : other]}
            near = high == first or "between" in {piece.text for piece in pieces[low:one]}
            if near and other - one <= _RIGHT and "and" in words and _PAUSES.isdisjoint(words):
                return True
    return False


def leaders_near_at(pieces: list[Piece], place: int) -> bool:
    """Return whether a piece names a leader."""
    word = pieces[place].text.split()[-1]
    known = word in classes("meetings")["heads of state"] and word.isalpha()
    return known or (pieces[place].kind in ("name", "actor") and _titled(pieces, place))


def is_absent(pieces: list[Piece], place: int) -> bool:
    """Return whether somebody is said not to be among those who meet: "did not include X", "X will not attend"."""
    left = " ".join(piece.text for piece in pieces[max(place - _LEFT, 0) : place])
    right = " ".join(piece.text for piece in pieces[place + 1 : place + 16])
    return _WITHOUT.search(left) is not None or _STAYS_AWAY.match(right) is not None


def _titled(pieces: list[Piece], place: int) -> bool:
    """Whether a name follows the title of a leader."""
    before = [piece.text for piece in pieces[max(place - 3, 0) : place]]
    title = before and (before[-1] in _TITLES or (before[-1].split()[-1] in _TITLES))
    return bool(title) and _NOT_IN_OFFICE.isdisjoint(before) and before[-1].split()[0] not in _NOT_IN_OFFICE


def of_leaders(look: Look, first: int, at: int) -> bool:
    """Return whether it is leaders of states who meet, not negotiators."""
    return (
        leaders_near(look.pieces, first, at) >= _TWO
        and says("meetings", "team").search(look.line.between(first - 3, at + 5)) is None
    )


def is_own(look: Look, first: int, at: int) -> bool:
    """Return whether one side meets alone: its government, or a leader with his team."""
    pieces = look.pieces
    name = {word for piece in pieces[first:at] for word in piece.text.split()}
    if pieces[at].kind == "meeting" and not name.isdisjoint(classes("meetings")["own"]):
        return "delegations" not in name
    if not (name | {pieces[first - 1].text}).isdisjoint(_HIS) and _OF_OFFICE.match(look.line.between(at + 1, at + 7)):
        return True
    behind = next((place for place in range(at + 1, min(at + 10, len(pieces))) if pieces[place].text == "with"), None)
    if behind is None or any(piece.text in (".", ";") or piece.kind == "modal" for piece in pieces[at:behind]):
        return False
    end = behind + 1
    while end < len(pieces) and end - behind < _RIGHT and pieces[end].text not in _ENDS:
        end += 1
    there = {side_of(piece) for piece in pieces[behind:end] if piece.kind == "actor"}
    here = {side_of(piece) for piece in pieces[max(first - _LEFT, 0) : first] if piece.kind == "actor"}
    people = {word for piece in pieces[behind:end] for word in piece.text.split()}
    return there <= here and not people.isdisjoint(classes("meetings")["own people"])


def is_courtesy(look: Look, at: int) -> bool:
    """Return whether two of office meet, and no word says that they negotiate: "the secretary met the minister"."""
    before, after = look.line.between(at - _LEFT, at), look.line.between(at + 1, at + _RIGHT)
    return (
        _MINISTER.search(before) is not None
        and re.search(r"\bwith\b", after) is not None
        and _MINISTER.search(after) is not None
        and _NEGOTIATES.search(look.line.text) is None
    )


def stay_away(before: str) -> bool:
    """Return whether the words before a meeting say that those named are no part of it."""
    return _NOT_THEY.search(before) is not None


def is_deed(look: Look, at: int) -> bool:
    """Return whether "talks" or "sitting" is what somebody does: "Biden talks with Netanyahu", "I'm still sitting"."""
    pieces = look.pieces
    if pieces[at].text == "sitting":
        return _SITS.search(look.line.between(at - 3, at)) is not None
    before = (
        at > 0 and pieces[at].text == "talks" and (pieces[at - 1].form == "person" or leaders_near_at(pieces, at - 1))
    )
    return bool(before) and at + 1 < len(pieces) and pieces[at + 1].text in ("with", "to", "about")


def is_third(scene: Scene, pieces: list[Piece], first: int, at: int) -> bool:
    """Whether a meeting is one with somebody who is no side: "talks with the UN envoy", "meets with Trump"."""
    sides = set(scene.pair or ())
    named = [
        str(piece.value).partition("/")[0]
        for piece in pieces[max(first - 8, 0) : at + 10]
        if piece.kind == "actor" and piece.form != "seat"
    ]
    if sides and sides <= set(named):
        return False
    if _OWN_PEOPLE.match(" ".join(piece.text for piece in pieces[at + 1 : at + 8])):
        return not any(piece.kind == "actor" for piece in pieces[at + 1 : at + 8])
    for ahead in range(at + 1, min(at + 9, len(pieces))):
        piece = pieces[ahead]
        if piece.text in ("with", "between") and piece.kind == "prep":
            after = pieces[ahead + 1 : ahead + 6]
            who = [str(item.value).partition("/")[0] for item in after if item.kind == "actor"]
            if ahead == at + 1 and piece.text == "with" and pieces[at].text == "met" and who and not (set(who) & sides):
                return bool(sides)
            if who and not (set(who) & sides) and not _HELPING.search(" ".join(item.text for item in after)):
                return bool(sides) or who[0] in ("United Nations", "European Union")
            if who and not (set(who) & sides):
                continue
            subject = _subject(pieces, first)
            return bool(who and sides and subject and subject not in sides)
        if piece.kind in ("modal", "aux") or piece.text in (";", "."):
            break
    subject = _subject(pieces, first)
    verbs = classes("meetings")["hold-verb"] | classes("meetings")["meet-verb"] | classes("meetings")["deal done"]
    governs = any(piece.text in verbs for piece in pieces[max(first - 2, 0) : at + 1])
    return bool(sides and governs and subject and subject not in sides)


def _subject(pieces: list[Piece], first: int) -> str | None:
    for back in range(first - 1, max(first - 8, -1), -1):
        if pieces[back].kind == "actor" and pieces[back - 1].text not in ("to", "in", "from"):
            return str(pieces[back].value).partition("/")[0]
        if pieces[back].text in (".", ";", ","):
            return None
    return None


def joins(scene: Scene, pieces: list[Piece]) -> bool:
    """Return whether both sides stand in the words of a meeting."""
    if scene.pair is None:
        return False
    named = {str(piece.value).partition("/")[0] for piece in pieces if piece.kind == "actor"}
    hyphened = {"-".join(scene.pair).casefold(), "-".join(reversed(scene.pair)).casefold()}
    return set(scene.pair) <= named or any(piece.text in hyphened for piece in pieces)
