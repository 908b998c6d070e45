"""The ways in which an article names a meeting: by a noun, by a verb, by its number, by the deal made at it."""

from __future__ import annotations

import re
from functools import cache

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.classes import classes, says
from store.reading.talks.deals import by_deal
from store.reading.talks.following import by_beginning, by_ordinal, by_pronoun, by_resuming, is_beginning
from store.reading.talks.mentions import Mention, ordinal_in, ordinal_of
from store.reading.talks.several import pair_of_ordinals
from store.reading.talks.who import is_courtesy, is_deed, is_own, is_third, joins, leaders_joined, of_leaders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.grammar.piece import Piece
    from store.reading.talks.mentions import Look

_BACK = frozenset(("come back", "go back", "fly back", "head back"))
_RESUME = frozenset(("resume", "continue", "restart", "proceed", "go on"))
_IN_NAME = frozenset(("word", "name", "role", "actor", "place", "number", "date", "quote"))
_PAPER_HERE = re.compile(r"(?:announced |made |signed )?(?:in|at) \S+(?: \S+)? (?:on )?@")
_PAPER_PLACED = re.compile(r"(?:in|at) \S+(?: \S+)? of\b")
_LEFT_OUT = re.compile(
    r"\b(?:not|never|didn't|doesn't) (?:\w+ )?(?:includ|involv|compris|featur|contain)\w*"
    r" (?:[^\s,;.]+ ){1,6}?(?=, |met )"
)
"""Who is said not to be of those who met."""
_ATTENDS = re.compile(r"\b(?:attend\w*|tak\w+ part in|participat\w+ in|join\w*)$")
_TO_SIGN = re.compile(
    r"\b(?:to|will|would|shall|may|might|could|can) (?:\w+ly )?(?:sign|conclude|reach|finali[sz]e|announce|make)\b"
)
_PHASE = re.compile(r"(?:on|about|for|over) (?:the |a )?\S+ (?:phase|stage)")
_OF_BOTH = re.compile(r"\bministers of (?:the two|both) (?:countries|sides|states|neighbou?rs|nations)\b")
_OF_PRESIDENTS = re.compile(r"between( \w+)* presidents?( \S+){0,5} and")
_FIRST_SINCE = re.compile(r"\b(?:since|in (?:\S+ ){1,4}(?:years?|months?|weeks?)|for (?:\S+ )?(?:years|months))\b")
"""What makes a meeting the first of its kind for long: it counts no round."""
_OF_THE_WORLD = re.compile(r"\bworld (?:leaders|powers)\b")
_AGAIN = re.compile(r"(?:them |with them |each other |one another )?(again|for the|for a|face to face|in)\b")
_NTH_TIME = re.compile(r"for (?:the|a) (\w+) (?:time|round|meeting|session)")
_BODIES = frozenset(
    ("committee", "council", "commission", "body", "team", "bureau", "office", "board", "unit", "group")
)
_TITLED = frozenset(("dialogue", "session", "negotiations", "negotiation", "talks", "consultation", "dialogues"))
"""Nouns that stand in names of bodies: "the High Negotiations Committee"."""
_SPEAKS = frozenset(("speak again", "talk again", "confer again", "speak", "talk"))
_BY_PHONE = re.compile(
    r"\b(?:call with|phone call|telephone|spoke by phone|spoke (?:this|today|on|with|to)|call between)\b"
)
"""By which an article tells of a call: who are to speak again then are to call each other again."""
_OPENING = 400
_PLANNED = re.compile(r"\b(?:plans?|planned|agreed|invitation|idea|ready|willing|proposal|proposed|offer|offered) to$")
_THEY = re.compile(r"\b(?:they|we|the two|the sides|both)(?: \w+){0,3}$")
_TEAMS_TO = re.compile(r"(?:both |the |the two )?(?:teams|delegations|sides|parties) (?:back )?to ")
_TEAMS = re.compile(r"(?:together )?(?:both |the |the two )?(?:\S+ )?(?:teams|delegations|sides|parties|negotiators)\b")


def named_in(look: Look, before: Mention | None) -> Iterator[Mention]:
    """Yield the meetings that a sentence names; `before` is the last that was named."""
    last, done, begins = before, -1, _beginnings()
    for at, piece in enumerate(look.pieces):
        named = piece.kind == "meeting" or piece.text in begins or is_beginning(piece) or ordinal_of(piece)
        if at <= done or not named:
            continue
        one = _at(look, at, last)
        if one is not None:
            yield one
            last, done = one, one.at


@cache
def _beginnings() -> frozenset[str]:
    """Return the words at which a meeting may be named."""
    words = classes("meetings")
    kinds = ("meet-verb", "host-verb", "paper", "deal done", "only teams")
    return (
        frozenset(word.split()[0] for kind in kinds for word in words[kind])
        | {"it", "this", "bring", "meeting"}
        | _RESUME
        | _BACK
    )


def _at(look: Look, at: int, last: Mention | None) -> Mention | None:
    """Return the meeting that is named at a piece."""
    piece, words, line = look.pieces[at], classes("meetings"), look.line
    if piece.text == "meeting" and re.search(r"\b(?:are|were|been)$", line.between(at - 2, at)):
        return _by_verb(look, at)
    if piece.kind == "meeting":
        return _by_noun(look, at)
    verbs = words["meet-verb"]
    if piece.text in verbs or line.between(at, at + 2) in verbs or _goes(look, at):
        return _by_verb(look, at)
    here = _PAPER_HERE.match(line.between(at + 1, at + 9))
    if here is None and line.between(at - 2, at) == "@ 's" and look.scene.pair is not None:
        here = _PAPER_PLACED.match(line.between(at + 1, at + 5))
    if piece.text in words["paper"] and here and not _TO_SIGN.search(line.between(at - 7, at)):
        return Mention(look.sentence, at, at, "deal", strong=True)
    if piece.text in words["deal done"]:
        return by_deal(look, at)
    return _by_former(look, at, last) if last is not None else None


def _by_former(look: Look, at: int, last: Mention) -> Mention | None:
    """Return the meeting that is named by one before it."""
    piece = look.pieces[at]
    if is_beginning(piece):
        return by_beginning(look, at, last)
    if piece.text in _RESUME:
        return by_resuming(look, at, last)
    if piece.text in ("it", "this") and at < 4:
        return by_pronoun(look, at, last)
    return by_ordinal(look, at, last) if ordinal_of(piece) else None


def _by_noun(look: Look, at: int) -> Mention | None:
    """Read "the second round of direct talks", "a meeting between the two delegations", "Monday's talks"."""
    pieces, line = look.pieces, look.line
    if is_deed(look, at):
        return None
    first, last, head = _name_start(pieces, at), at, _head(pieces[at].text)
    if head == "round":
        of = _of_what(look, at)
        if of is None or line.between(at + 1, at + 2) in ("the", "up", "about"):
            return None
        last = at + of
    if says("meetings", "other meeting").search(line.between(first, last + 5).split(" , ")[0]) or _named_so(look, last):
        return None
    if _OF_PRESIDENTS.match(line.between(last + 1, last + 12)) or _PHASE.match(line.between(last + 1, last + 7)):
        return None
    alone = head == "meeting" and (is_own(look, first, last) or of_leaders(look, first, last))
    alone = alone or (head == "talks" and leaders_joined(pieces, first, last))
    if alone or is_third(look.scene, pieces, first, last):
        return None
    name = line.between(first, at).split()
    several = pair_of_ordinals(pieces, at) if head == "round" else None
    if several is not None:
        return Mention(look.sentence, max(at - 3, 0), last, head, *several, strong=True)
    ordinal = next((value for piece in pieces[first:at] if (value := ordinal_of(piece))), None)
    ordinal = 1 if ordinal is None and "opening" in name else ordinal
    after = " ".join(piece.text for piece in pieces[at + 1 : at + 16])
    if ordinal == 1 and head != "round" and _FIRST_SINCE.search(after):
        ordinal = None
    many = next(
        (piece.value for piece in pieces[first:at] if piece.kind == "number" and piece.value in (2, 3, 4, 5)), 1
    )
    one = Mention(look.sentence, first, last, head, ordinal, many if head == "round" and isinstance(many, int) else 1)
    return one._replace(strong=_sure(look, one))


def _head(text: str) -> str:
    if text.removesuffix("s") in ("round", "session", "cycle", "sitting"):
        return "round"
    return "meeting" if text in ("meeting", "meetings", "discussion") else "talks"


def _name_start(pieces: list[Piece], at: int) -> int:
    """Return the piece with which the name of a meeting begins, its article and adjectives included."""
    first, verbs = at, classes("meetings")["no part of a name"] | classes("meetings")["hold-verb"]
    while first > 0 and at - first < 7 and pieces[first].text not in ("a", "an", "the"):
        if pieces[first - 1].kind not in _IN_NAME or pieces[first - 1].text in verbs:
            break
        first -= 1
    return first


def _sure(look: Look, one: Mention) -> bool:
    """Whether a meeting is one of negotiators beyond doubt."""
    pieces, line = look.pieces, look.line
    around, name = line.between(one.first - 7, one.at + 9), line.between(one.first, one.at)
    near = pieces[max(one.first - 9, 0) : one.at + 9]
    lasting = one.first > 1 and pieces[one.first - 1].text == "of" and pieces[one.first - 2].kind == "date"
    if one.head == "round" or lasting or says("meetings", "team").search(around) or joins(look.scene, near):
        return True
    if one.head == "talks":
        if line.between(one.at + 1, one.at + 2) == "between":
            return True
        kinds = says("meetings", "negotiating").search(line.between(one.first, one.at + 6))
        attended = name == "the" and _ATTENDS.search(line.between(one.first - 3, one.first)) is not None
        return kinds is not None or "the " in name or "@" in name or attended
    told = says("meetings", "past").search(name) or says("meetings", "to come").search(name)
    seated = any(piece.form == "seat" for piece in pieces[one.first : one.at])
    return bool(one.ordinal or told or "@" in name or seated or says("meetings", "plain kinds").search(name))


def _named_so(look: Look, last: int) -> bool:
    """Whether it is part of a name: "the Peace Dialogue Table"."""
    text, pieces = look.scene.article.text, look.pieces
    if last + 1 >= len(pieces) or pieces[last].text not in _TITLED:
        return False
    capitals = text[pieces[last].start].isupper() and text[pieces[last + 1].start].isupper()
    return capitals and (pieces[last].text in ("dialogue", "session") or pieces[last + 1].text in _BODIES)


def _of_what(look: Look, at: int) -> int | None:
    """Return how many pieces belong to "round of indirect talks" after its noun; None where it is of something else."""
    words = look.line.between(at + 1, at + 8).split()
    if not words or words[0] != "of" or words[1:2] == ["@"]:
        return 0
    for size, word in enumerate(words[1:], 2):
        if word in classes("meetings")["of talks"]:
            return size
    return 0 if says("meetings", "team").search(" ".join(words)) else None


def _goes(look: Look, at: int) -> bool:
    """Whether the sides are brought or go to a place: "the delegations will return to Doha", "hosted both teams"."""
    text, pieces = look.pieces[at].text, look.pieces
    after = look.line.between(at + 1, at + 6)
    if text in classes("meetings")["host-verb"]:
        return _TEAMS.match(after) is not None
    if text == "bring":
        return _TEAMS_TO.match(after) is not None
    if text in ("come back", "go back", "return", "head back", "fly back"):
        to = next((place for place in range(at + 1, min(at + 3, len(pieces))) if pieces[place].text == "to"), 0)
        if to and to + 1 < len(pieces) and pieces[to + 1].form == "seat":
            return says("meetings", "team").search(look.line.between(at - 9, at)) is not None
    if text == "return" and re.match(r"to the (?:\w+ )?table\b", after):
        return True
    if text not in ("return", "go", "come", "travel"):
        return False
    to = at + 2 if after.startswith("back ") else at + 1
    return to + 1 < len(pieces) and pieces[to].text == "to" and pieces[to + 1].form == "seat"


def _by_verb(look: Look, at: int) -> Mention | None:
    """Read "the delegations met in Oslo", "to meet again in May"."""
    pieces, line, text = look.pieces, look.line, look.pieces[at].text
    if says("meetings", "other meeting").search(_LEFT_OUT.sub("", _OF_BOTH.sub("", line.between(at - 7, at + 8)))):
        return None
    if text == "met" and pieces[at - 1].text == "having" and look.scene.pair is not None:
        return Mention(look.sentence, at, at, "met", strong=True)
    courtesy = text == "met" and is_courtesy(look, at)
    other = courtesy or is_own(look, at, at) or of_leaders(look, at, at)
    if other or is_third(look.scene, pieces, max(at - 6, 0), at):
        return None
    left = line.between(at - 16, at)
    calls = text in _SPEAKS and _BY_PHONE.search(look.scene.article.text[:_OPENING].casefold()) is not None
    if calls or _OF_THE_WORLD.search(line.between(at - 26, at)):
        return None
    if text in classes("meetings")["host-verb"] and _goes(look, at):
        return Mention(look.sentence, at, at, "met", strong=True)
    if text in classes("meetings")["only teams"] and not re.search(r"delegations|teams|negotiators", left):
        return None
    if not _meets(look, at, left):
        return None
    match = _NTH_TIME.match(line.between(at + 1, at + 9))
    many = 2 if "twice" in line.between(at, at + 4).split() else 1
    ordinal = ordinal_in(match[1]) if match and match[0] != "for the first time" else None
    return Mention(look.sentence, at, at, "met", ordinal, many, strong=True)


def _meets(look: Look, at: int, left: str) -> bool:
    """Whether it is the sides that meet."""
    if look.pieces[at].text == "reconvene" or says("meetings", "team").search(left) or _PLANNED.search(left):
        return True
    if joins(look.scene, look.pieces[max(at - 14, 0) : at + 6]):
        return True
    again = _AGAIN.match(look.line.between(at + 1, at + 4))
    if again is not None and again[1] == "in" and re.search(r"\bwe(?: \w+)?$", left):
        return False
    return again is not None and (_THEY.search(left) is not None or (again[1] == "again" and left.endswith("to")))
