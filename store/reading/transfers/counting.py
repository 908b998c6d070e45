"""What is counted in a sentence: "the bodies of 6,000 Ukrainian soldiers", "78", "all seriously wounded prisoners"."""

from __future__ import annotations

from store.domain.typed import NamedTuple
from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.grammar.sides import side_of
from store.reading.proposals import Figure
from store.reading.transfers.amounts import amount_at
from store.reading.transfers.bare import (
    LENGTHS,
    as_many_at,
    mirrored_at,
    number_alone,
    ones_at,
    part_of,
    people_at,
    some_of,
    sorts_at,
)
from store.reading.transfers.counted import Counted, is_fraction, is_part, owner_behind, qualifier_behind, text_at
from store.reading.transfers.named import dead_named
from store.reading.transfers.plights import held_at, held_ones_at, hurt_at, those_at
from store.reading.transfers.single import few_at, single
from store.reading.transfers.units import are_hostages, body_of, is_adjective
from store.reading.transfers.wholes import ends_count, whole_behind

_REACH = 7
"""How many pieces before a unit its number may stand."""
_CONTAINING = frozenset(("remains", "prisoner_list", "children_list"))
"""Kinds that are counted by what they contain: the bodies of 6,000 soldiers."""
_OPEN = frozenset((*_CONTAINING, "prisoners", "soldiers", "hostages", "persons", "civilians", "access"))
"""Kinds behind which "of ..." may say more."""
_PEOPLE = frozenset(("prisoners", "soldiers", "persons", "civilians", "children"))
_DEAD = frozenset(("fallen", "dead", "deceased", "slain"))
_AMONG = (("among", "the"), ("among", "those"), ("among", "them"))
"""What makes a count a part of those of whom the sentence tells: "124 officers among the Ukrainians who came home"."""
_JOINING = ("and", "or", ",")
_FREED = frozenset(("freed", "released", "liberated", "repatriated"))
"""What those counted are called who were freed: "120 freed detainees"."""
_PASSED = frozenset(("-", "’", "'", "‘", "'s"))


_NO_COUNT = frozenset(
    (
        "single", "every",
        "january", "february", "march", "april", "may", "june",
        "july", "august", "september", "october", "november", "december",
    )
)  # fmt: skip
_LIST = 12
"""How many pieces behind "including three guards" the list of parts may go on."""
_SPECIAL = (mirrored_at, part_of, some_of, sorts_at, held_at)
"""What reads counts of a shape of their own."""


class _Described(NamedTuple):
    """What stands before a unit."""

    first: int
    figure: Figure = Figure()
    owner: str | None = None
    qualifier: str | None = None
    numbered: bool = False


def counted_in(pieces: list[Piece]) -> list[Counted]:
    """Return what is counted in a sentence, in order; parts of a count ("among them seven women") are left out."""
    found: list[Counted] = []
    part = -_REACH
    for index, piece in enumerate(pieces):
        if found and index <= found[-1].last:
            continue
        if piece.kind in ("number", "unit") and (is_part(pieces, index) or _more_parts(pieces, index, part)):
            part = index
        if index - part <= 4 and piece.kind in ("number", "unit"):
            continue
        one = _counted_at(pieces, index, found)
        if one is not None:
            found.append(one)
    return found


def _more_parts(pieces: list[Piece], index: int, part: int) -> bool:
    joined = text_at(pieces, index - 1) in ("and", ",")
    between = pieces[max(part, 0) + 1 : index]
    listed = part >= 0 and not any(
        piece.text == "," or piece.kind in ("aux", "modal", "say") or piece.kind.endswith("-verb") for piece in between
    )
    return joined and (index - part <= 5 or (listed and index - part <= _LIST))


def _counted_at(pieces: list[Piece], index: int, before: list[Counted]) -> Counted | None:
    piece = pieces[index]
    if piece.kind == "unit":
        doubled = index + 1 < len(pieces) and pieces[index + 1].kind == "unit"
        return None if doubled or is_adjective(pieces, index) else _with_unit(pieces, index, before)
    if piece.kind == "number" and (is_fraction(pieces, index) or text_at(pieces, index - 1) in _NO_COUNT):
        return None
    if piece.kind == "number":
        special = next(filter(None, (read(pieces, index) for read in _SPECIAL)), None)
        if special is not None:
            return special
        return ones_at(pieces, index, before) or people_at(pieces, index) or number_alone(pieces, index, before)
    if piece.text in ("same", "equal", "identical"):
        return as_many_at(pieces, index, before)
    if piece.text == "those":
        return those_at(pieces, index, before) or held_ones_at(pieces, index)
    return hurt_at(pieces, index) if piece.text in ("the", "all") else few_at(pieces, index)


def _with_unit(pieces: list[Piece], index: int, before: list[Counted]) -> Counted | None:
    """Read a unit with what stands before it, and "of 6,000 soldiers" behind remains or a list."""
    last = body_of(pieces, index)
    unit, kind = pieces[last].unit
    said = _described(pieces, index, before[-1].last + 1 if before else 0)
    if kind in _OPEN and last == index:
        last, inner = _contained(pieces, index)
        if inner is not None:
            said, unit, kind = _merged(said, inner, pieces[last], unit, kind)
    last, said = _with_names(pieces, index, last, said) if kind == "remains" else (last, said)
    if kind in ("soldiers", "hostages", "prisoners") and _DEAD & set((said.qualifier or "").split()):
        unit, kind = "remains", "remains"
    if said.numbered and _is_no_count(pieces, said.first):
        return None
    if (text_at(pieces, last + 1), text_at(pieces, last + 2)) in _AMONG:
        return None
    last = _with_more(pieces, last, kind, numbered=said.numbered)
    of_those = (text_at(pieces, said.first - 2), text_at(pieces, said.first - 1)) == ("those", "of")
    if of_those and before and before[-1].kind == "remains":
        unit, kind = "remains", "remains"
    if are_hostages(pieces, last, kind):
        unit, kind = "hostage", "hostages"
    if kind == "persons" and said.numbered and text_at(pieces, said.first - 1) == ",":
        before_it = pieces[said.first - 2] if said.first > 1 else pieces[0]
        unit, kind = before_it.unit if before_it.unit[1] in ("hostages", "prisoners", "children") else (unit, kind)
    if kind == "prisoner_list" and before and before[-1].kind == "children" and "them" in _texts(pieces, last, 6):
        kind = "children_list"
    owner = said.owner or owner_behind(pieces, last)
    qualifier = qualifier_behind(pieces, last) or said.qualifier
    return Counted(said.first, last, unit, kind, said.figure, owner, qualifier, said.numbered)


def _is_no_count(pieces: list[Piece], first: int) -> bool:
    """Whether a number before a unit says of a part, or of more than before, how many those are."""
    part = is_part(pieces, first) or is_fraction(pieces, first)
    return part or text_at(pieces, first - 1) in ("every", "additional")


def _texts(pieces: list[Piece], last: int, many: int) -> set[str]:
    """Return the words right behind a piece."""
    return {piece.text for piece in pieces[last + 1 : last + 1 + many]}


def _with_names(pieces: list[Piece], index: int, last: int, said: _Described) -> tuple[int, _Described]:
    """Return where remains end that are counted by the names of the dead: "the remains of Ann Lee and Tom Ray"."""
    dead = dead_named(pieces, index) if not said.numbered else None
    return (last, said) if dead is None else (dead[0], said._replace(figure=dead[1], numbered=True))


def _with_more(pieces: list[Piece], last: int, kind: str, *, numbered: bool) -> int:
    """Return the last piece of a count of several sorts: "307 soldiers and civilians", "prisoners of war (POWs)"."""
    if text_at(pieces, last + 1) == "(" and text_at(pieces, last + 3) == ")" and pieces[last + 2].kind == "unit":
        last += 3
    mixed = kind in ("persons", "children", "civilians") or (numbered and kind in ("prisoners", "soldiers"))
    if mixed and text_at(pieces, last + 1) == "and" and pieces[min(last + 2, len(pieces) - 1)].kind != "number":
        for ahead in (last + 2, last + 3):
            if ahead < len(pieces) and pieces[ahead].unit[1] in _PEOPLE:
                return ahead + (ahead + 1 < len(pieces) and pieces[ahead + 1].unit[1] in _PEOPLE)
    return last


def _merged(said: _Described, inner: _Described, within: Piece, unit: str, kind: str) -> tuple[_Described, str, str]:
    """Join remains or a list with whose they are: their number, side and kind."""
    if inner.numbered and not said.numbered and unit != "list":
        said = said._replace(figure=inner.figure, numbered=True)
    said = said._replace(owner=said.owner or inner.owner, qualifier=said.qualifier or inner.qualifier)
    inside = within.unit[1] if within.kind == "unit" else ""
    if inside == "remains":
        return said, "remains", "remains"
    return said, unit, "children_list" if inside == "children" and kind == "prisoner_list" else kind


def _described(pieces: list[Piece], index: int, floor: int) -> _Described:
    """Read what stands before a unit: number, whose, which."""
    owner, states = None, list[str]()
    at = index - 1
    while at >= floor and index - at <= _REACH and not _ends_before(pieces, at):
        piece = pieces[at]
        if piece.kind == "number":
            first, figure = amount_at(pieces, at, floor)
            return _Described(first, figure, owner, _read(states), numbered=True)
        one = Figure(comparator="all") if piece.text == "all" else single(pieces, at, index)
        if one is not None:
            return _Described(at, one, owner, _read(states), numbered=True)
        if piece.text in ("a", "an"):
            break
        if _is_vague_of(pieces, at, floor):
            at -= 1
            continue
        if piece.kind == "actor" and pieces[at + 1].kind != "punct":
            owner = (owner or side_of(piece)) if not _joins_peoples(pieces, at + 1) else None
        elif _says_which(pieces, at):
            states.append(piece.text)
        elif not _may_stand_between(pieces, at, index) and not _joins_roles(pieces, at):
            break
        at -= 1
    while states and states[-1] in _JOINING:
        states.pop()
    return _Described(at + 1 if states or owner else index, Figure(), owner, _read(states))


def _ends_before(pieces: list[Piece], at: int) -> bool:
    """Whether a length of time stands there, which counts nobody: "after six years held hostage"."""
    return pieces[at].kind == "number" and text_at(pieces, at + 1).rstrip("s") in LENGTHS


def _is_vague_of(pieces: list[Piece], at: int, floor: int) -> bool:
    """Whether "of" stands behind a vague number: "dozens of prisoners"."""
    return pieces[at].text == "of" and at > floor and pieces[at - 1].kind == "number" and bool(pieces[at - 1].form)


def _read(states: list[str]) -> str | None:
    return " ".join(reversed(states)) or None


def _says_which(pieces: list[Piece], at: int) -> bool:
    if pieces[at].text in group("plights"):
        return True
    beside = {text_at(pieces, at + 1), text_at(pieces, at - 1)}
    return pieces[at].text in _JOINING and bool(beside & group("plights"))


def _may_stand_between(pieces: list[Piece], at: int, index: int) -> bool:
    piece = pieces[at]
    if piece.kind == "unit":
        return at == index - 1 and piece.text != pieces[index].text
    if at == index - 1 and piece.text in _FREED and pieces[max(at - 1, 0)].kind in ("number", "actor"):
        return True
    return (piece.kind in ("word", "name", "role", "quote") and piece.text != "number") or piece.text in _PASSED


def _joins_roles(pieces: list[Piece], at: int) -> bool:
    """Whether it joins two sorts of one count: "1,000 government and military personnel"."""
    if _joins_peoples(pieces, at):
        return True
    joined = pieces[at].text in ("and", "or") and at > 0 and pieces[at - 1].kind == "role"
    return joined and at + 1 < len(pieces) and pieces[at + 1].kind in ("role", "unit")


def _joins_peoples(pieces: list[Piece], at: int) -> bool:
    """Whether it joins two peoples of one count: "199 Lebanese and Palestinian fighters"."""
    joined = pieces[at].text == "and" and at > 1 and at + 1 < len(pieces)
    peoples = joined and pieces[at - 1].kind == pieces[at + 1].kind == "actor"
    return peoples and any(piece.kind == "number" for piece in pieces[max(at - 3, 0) : at - 1])


def _contained(pieces: list[Piece], index: int) -> tuple[int, _Described | None]:
    """Read "of 6,000 Ukrainian soldiers" behind remains, "of prisoners" behind a list; return where it ends."""
    at = index + 1
    if text_at(pieces, at) not in ("of", "with", "containing", "from", "carrying", "holding", "bearing"):
        return index, None
    for ahead in range(at + 1, min(at + 8, len(pieces))):
        piece = pieces[ahead]
        if piece.kind == "unit":
            inner = _described(pieces, ahead, at + 1)
            last, within = _contained(pieces, ahead) if piece.unit[1] == "remains" else (ahead, None)
            return last, inner if within is None or inner.numbered else within
        if (
            piece.kind == "conj"
            and ahead + 1 < len(pieces)
            and pieces[ahead + 1].kind == "number"
            and index + 2 < ahead
        ):
            break
        if piece.kind in ("punct", "modal", "aux", "pron", "date") or piece.kind.endswith("-verb"):
            break
        if piece.kind == "number" and pieces[index].unit[1] in _CONTAINING and ends_count(pieces, ahead):
            first, figure = amount_at(pieces, ahead, at + 1)
            people = pieces[ahead + 1] if ahead + 1 < len(pieces) and pieces[ahead + 1].kind == "actor" else None
            owner = side_of(people) if people is not None else None
            last = ahead + 1 if people is not None else whole_behind(pieces, ahead)
            return last, _Described(first, figure, owner, numbered=True)
    return index, None
