"""One of something, without a number: "a coffin", "another hostage", "the body of a hostage"."""

from __future__ import annotations

from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.grammar.sides import side_of
from store.reading.proposals import Figure
from store.reading.transfers.counted import Counted

_ONE = frozenset(("a", "an", "another"))
_ALONE = frozenset(("prisoners", "soldiers", "hostages", "remains"))
"""Kinds of whom one may be handed over; a man or a child who is released need not be of the trade."""
_MANY = ("men", "women", "people", "personnel", "children", "remains")
_FOLLOWING = frozenset(("punct", "prep", "pron", "aux", "modal", "conj", "date", "quote", "not", "say"))
_CONTAINING = frozenset(("containing", "carrying", "holding", "bearing", "killed", "believed", "thought", "back"))
_PEOPLE = ("an", "ian", "ese", "i", "sh", "ch", "ton", "man", "woman", "ish")
"""How the names of peoples end of whom one is named: "a Norwegian"."""
_SORTS = ("persons", "civilians", "children")
_HELD = (
    "held",
    "kidnapped",
    "abducted",
    "jailed",
    "detained",
    "imprisoned",
    "captured",
    "seized",
    "hostage",
    "captive",
)
_TOGETHER = {"couple": 2, "duo": 2, "trio": 3}
_BACK, _AHEAD = 4, 14
_LET_GO = ("freed", "released", "frees", "releases", "liberated", "free", "release")
_WHO = ("it", "they", "he", "she", "who", "whom", "that", "which")
_KIDNAPPED = frozenset(("kidnapped", "abducted", "hostage", "captive"))
_THINGS = frozenset(
    ("video", "statement", "photo", "report", "ship", "vessel", "tanker", "boat", "plane", "list", "film")
)
_BODIES = frozenset(("body", "coffin", "corpse", "casket"))


def single(pieces: list[Piece], article: int, unit: int) -> Figure | None:
    """Return one where an article before a unit says so and the unit is no part of a longer noun; else nothing."""
    named, said = pieces[unit], pieces[article].text if article >= 0 else ""
    child = named.unit[1] == "children" and said == "another"
    held = named.unit[1] in _SORTS and _is_held(pieces, article, unit)
    if (
        (named.unit[1] not in _ALONE and not child and not held)
        or _is_plural(named.text)
        or not _ends_noun(pieces, unit)
    ):
        return None
    if said in _ONE:
        return Figure(1, how=f"'{said} {named.text}' is one")
    of = unit + 2 < len(pieces) and pieces[unit + 1].text == "of" and not _many_behind(pieces, unit + 2)
    if said == "the" and named.text in _BODIES and of:
        return Figure(1, how=f"'the {named.text} of' is one")
    return None


def _is_held(pieces: list[Piece], article: int, unit: int) -> bool:
    """Whether somebody is freed who is called by a people's name or is held: "freed a French aid worker"."""
    freed = any(piece.kind in ("give-verb", "give-noun") for piece in pieces[max(article - _BACK, 0) : max(article, 0)])
    behind = pieces[unit + 1 : unit + _AHEAD]
    freed = freed or any(piece.kind in ("give-verb", "back-verb") and piece.form in ("ed", "pp") for piece in behind)
    foreign = any(piece.kind == "actor" for piece in pieces[article + 1 : unit])
    return freed and (foreign or any(piece.text in _HELD for piece in behind[:8]))


def few_at(pieces: list[Piece], at: int) -> Counted | None:
    """Read one or two people whom no number counts: "a Norwegian", "a British couple"."""
    if pieces[at].text in _TOGETHER:
        return _together(pieces, at)
    return _one_of_a_people(pieces, at) or _one_held(pieces, at) if pieces[at].text in ("a", "an") else None


def _one_held(pieces: list[Piece], at: int) -> Counted | None:
    """Read "freed a politician it had held captive for ten months" as one person, whoever that is."""
    freed = at > 0 and pieces[at - 1].kind == "give-verb" and pieces[at - 1].text in _LET_GO
    if not freed:
        return None
    noun = at + 1
    while noun < len(pieces) - 1 and noun < at + _BACK and pieces[noun + 1].kind in ("word", "role"):
        noun += 1
    for last in range(at + 1, noun + 1):
        clause = pieces[last + 1 : last + 8]
        opened = clause[:1] and clause[0].text in (*_WHO, *_HELD)
        held = next((piece.text for piece in clause if piece.text in _HELD), None) if opened else None
        if held is not None and pieces[last].kind in ("word", "role", "name") and pieces[last].text not in _THINGS:
            taken = {piece.text for piece in clause} & _KIDNAPPED
            unit, kind = ("hostage", "hostages") if taken else ("person", "persons")
            figure = Figure(1, how=f"'{pieces[at].text} {pieces[last].text}' is one")
            return Counted(at, last, unit, kind, figure)
    return None


def _one_of_a_people(pieces: list[Piece], at: int) -> Counted | None:
    """Read "a Norwegian", "an American" as one person, where no noun follows that it says more of."""
    if at + 1 >= len(pieces) or pieces[at + 1].kind != "actor" or pieces[at + 1].form != "actor":
        return None
    people, behind = pieces[at + 1], pieces[at + 2] if at + 2 < len(pieces) else None
    if not people.text.endswith(_PEOPLE) or (behind is not None and behind.kind not in _FOLLOWING):
        return None
    freed = any(piece.kind in ("give-verb", "give-noun", "receive-verb") for piece in pieces[max(at - 2, 0) : at])
    figure = Figure(1, how=f"'{pieces[at].text} {people.text}' is one")
    return Counted(at, at + 1, "person", "persons", figure, side_of(people)) if freed else None


def _together(pieces: list[Piece], at: int) -> Counted | None:
    """Read "a British couple", "the duo" as so many people; "a couple of" counts something else."""
    many = _TOGETHER.get(pieces[at].text)
    behind = pieces[at + 1].text if at + 1 < len(pieces) else ""
    if many is None or not at or behind == "of":
        return None
    people = pieces[at - 1] if pieces[at - 1].kind == "actor" else None
    held = behind in _HELD or behind == "who" or (pieces[at - 1].text == "the" and behind in ("was", "were", "have"))
    if people is None and not held:
        return None
    owner = side_of(people) if people is not None else None
    figure = Figure(many, how=f"'{pieces[at].text}' is {many}")
    taken = behind in ("kidnapped", "abducted")
    unit, kind = ("hostage", "hostages") if taken else ("person", "persons")
    return Counted(at - (people is not None), at, unit, kind, figure, owner)


def _is_plural(text: str) -> bool:
    head = text.partition(" of ")[0]
    return head.endswith(_MANY) or (head.endswith("s") and not head.endswith("ss"))


def _many_behind(pieces: list[Piece], at: int) -> bool:
    """Whether more than one may be meant: "the body of both", "of 20 soldiers", "of those"."""
    near = pieces[at : at + 4]
    return any(piece.kind == "number" or piece.text in ("those", "all", "both", "several") for piece in near) or any(
        piece.kind == "unit" and _is_plural(piece.text) for piece in near
    )


def _ends_noun(pieces: list[Piece], unit: int) -> bool:
    if unit + 1 >= len(pieces):
        return True
    behind = pieces[unit + 1]
    if behind.text in ("-", "–", "/"):
        return False
    verbal = behind.kind.endswith("-verb") and behind.form in ("ed", "pp", "ing", "past", "s")
    return verbal or behind.kind in _FOLLOWING or behind.text in group("held") or behind.text in _CONTAINING
