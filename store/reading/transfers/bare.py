"""Counts without a unit of their own: "receiving 78", "19 Russian ones", "those under 25", "three Israelis"."""

from __future__ import annotations

from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.grammar.sides import side_of
from store.reading.transfers.amounts import amount_at
from store.reading.transfers.counted import Counted, is_part, owner_behind, text_at

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_AGES = frozenset(("aged", "age", "ages"))
_OWNING = ("its", "their", "his", "her", "our", "the")
LENGTHS = ("minute", "hour", "day", "week", "month", "year", "decade")
_SPANS = ("day", "week", "month", "year")
_MORE = frozenset(("more", "other", "further", "additional"))
_PEOPLE_ENDINGS = ("s", "ese", "i", "ai", "ban")
_BATCHES = ("group", "batch", "contingent", "convoy", "list", "total")
"""Nouns of many people: "a group of 200 that the coalition decided to free"."""
_REACH = 4
_FARTHEST = 8
"""How far behind a part another part may be told: "100 of the 250 will go to the West Bank, 15 to East Jerusalem"."""


def number_alone(pieces: list[Piece], index: int, before: list[Counted]) -> Counted | None:
    """Read a number that says how many of what was counted before."""
    rate = text_at(pieces, index + 1) in ("each", "every", "a", "per") and text_at(pieces, index + 2) in _SPANS
    rate = rate or (text_at(pieces, index + 1) == "for" and text_at(pieces, index + 2) in ("each", "every"))
    if rate or text_at(pieces, index) == "one" or is_part(pieces, index):
        return None
    led = text_at(pieces, index + 1) in ("whom", "who") and text_at(pieces, index - 1) == "with"
    led = led or (bool(before) and index > 0 and pieces[index - 1].kind == "role")
    if not _stands_alone(pieces, index) or not (led or _may_count(pieces, index)):
        return None
    first, figure = amount_at(pieces, index, 0)
    if figure.value is not None and _FIRST_YEAR <= figure.value <= _LAST_YEAR and "," not in pieces[index].text:
        return None
    unit, kind = (before[-1].unit, before[-1].kind) if before and before[-1].kind != "access" else ("", "")
    theirs = any(text_at(pieces, ahead) == "'s" for ahead in range(index + 3, index + 6))
    of_more = first > 1 and not theirs and (text_at(pieces, index + 1), text_at(pieces, index + 2)) == ("of", "the")
    partial = of_more or bool(before and before[-1].partial and index - before[-1].last <= _FARTHEST)
    return Counted(first, index, unit, kind, figure, partial=partial)


def mirrored_at(pieces: list[Piece], index: int) -> Counted | None:
    """Read a number that is exchanged for itself, without a unit: "the 1,000-for-1,000 exchange"."""
    if text_at(pieces, index + 1) != "for" or index + 2 >= len(pieces):
        return None
    again = pieces[index + 2]
    behind = pieces[index + 3 : index + 6]
    if again.kind != "number" or again.value != pieces[index].value or any(piece.kind == "unit" for piece in behind):
        return None
    before = pieces[max(index - 6, 0) : index]
    around = behind if any(piece.kind == "unit" for piece in before) else (*before, *behind)
    if not any(piece.kind.startswith("exchange") or piece.text in ("formula", "deal", "basis") for piece in around):
        return None
    _, figure = amount_at(pieces, index + 2, index)
    return Counted(index, index + 2, "prisoner", "prisoners", figure)


def part_of(pieces: list[Piece], index: int) -> Counted | None:
    """Read a part of a number that was said: "two of the 20 soldiers", "the first 80 of a final 400 prisoners"."""
    whole = _whole_of(pieces, index)
    if whole is None:
        return None
    first, figure = amount_at(pieces, index, 0)
    begun = text_at(pieces, first - 1) in ("first", "initial", "next")
    rest = amount_at(pieces, whole, index + 1)[1] if begun else None
    for ahead in range(whole + 1, min(whole + 5, len(pieces))):
        if pieces[index].value == 1 and (pieces[ahead].kind == "unit" or _are_people(pieces, ahead)):
            return None
        if pieces[ahead].kind == "unit":
            dead = {piece.text for piece in pieces[whole + 1 : ahead]} & {"dead", "deceased", "fallen", "slain"}
            unit = ("remains", "remains") if dead else pieces[ahead].unit
            owner = next((side_of(piece) for piece in pieces[whole + 1 : ahead] if piece.kind == "actor"), None)
            return Counted(first, ahead, *unit, figure, owner, partial=True, rest=rest)
        if pieces[ahead].kind not in ("actor", "word"):
            break
    people = any(piece.kind == "unit" for piece in pieces[whole + 1 : whole + 1 + _FARTHEST])
    worded = text_at(pieces, whole + 1).isalpha() and pieces[whole + 1].kind == "word"
    if pieces[index].value == 1 and not people and worded:
        return None  # "one of the two main festivals"
    return Counted(first, whole, "", "", figure, partial=True, rest=rest)


def _are_people(pieces: list[Piece], at: int) -> bool:
    """Whether a people's name counts as its unit: "one of five Americans"."""
    return pieces[at].form == "actor" and _is_plural(pieces[at].text)


def _whole_of(pieces: list[Piece], index: int) -> int | None:
    """Return the number of which another one is a part: "of the 20", "out of 20", "of a final 400"."""
    at = index + 1
    if text_at(pieces, at) == "out":
        at += 1
    if text_at(pieces, at) != "of":
        return None
    for ahead in range(at + 1, min(at + 5, len(pieces))):
        if pieces[ahead].kind == "number":
            return ahead
        if pieces[ahead].kind not in ("word", "prep") or pieces[ahead].text in ("of", "from", "to", "in"):
            return None
    return None


def sorts_at(pieces: list[Piece], index: int) -> Counted | None:
    """Read the first of two sorts: "20 living and 28 dead hostages"."""
    if text_at(pieces, index + 1) not in group("plights") or text_at(pieces, index + 2) != "and":
        return None
    if index + 3 >= len(pieces) or pieces[index + 3].kind != "number":
        return None
    for piece in pieces[index + 4 : index + 8]:
        if piece.kind == "unit":
            dead = text_at(pieces, index + 1) in ("dead", "deceased", "fallen", "slain")
            unit, kind = ("remains", "remains") if dead else _living(piece)
            first, figure = amount_at(pieces, index, 0)
            return Counted(first, index + 1, unit, kind, figure, qualifier=text_at(pieces, index + 1))
    return None


def _living(piece: Piece) -> tuple[str, str]:
    """Return the unit of the living where the word is that of the dead: "dead hostages"."""
    if piece.unit[1] != "remains":
        return piece.unit
    return ("hostage", "hostages") if "hostage" in piece.text else ("soldier", "soldiers")


def some_of(pieces: list[Piece], index: int) -> Counted | None:
    """Read "five of its nationals", "20 of their soldiers"."""
    if text_at(pieces, index + 1) != "of" or text_at(pieces, index + 2) not in (
        "its",
        "their",
        "his",
        "her",
        "our",
        "the",
        "these",
        "those",
    ):
        return None
    for ahead in range(index + 3, min(index + 7, len(pieces))):
        if pieces[ahead].kind == "unit":
            first, figure = amount_at(pieces, index, 0)
            if text_at(pieces, index + 2) == "the" and figure.value == 1 and first > 1:
                return None
            if text_at(pieces, index + 2) in ("the", "these", "those"):
                return Counted(first, ahead, *pieces[ahead].unit, figure, partial=first > 1)
            return Counted(first, ahead, *pieces[ahead].unit, figure, _whose(pieces, index))
        if pieces[ahead].kind not in ("actor", "word", "role"):
            return None
    return None


def _whose(pieces: list[Piece], index: int) -> str | None:
    """Return for whom "its" stands: the side named last before it; for "our", the side that speaks."""
    if text_at(pieces, index + 2) == "our":
        for at, piece in enumerate(pieces):
            beside = (*pieces[max(at - 2, 0) : at], *pieces[at + 1 : at + 4])
            if piece.kind == "actor" and any(near.kind == "say" for near in beside):
                return side_of(piece)
        return None
    before = [piece for piece in pieces[:index] if piece.kind in ("actor", "place")]
    return side_of(before[-1]) if before else None


def as_many_at(pieces: list[Piece], index: int, before: list[Counted]) -> Counted | None:
    """Read "the same number of Russians" as many as were counted before."""
    told = text_at(pieces, index + 1) == "number" and text_at(pieces, index - 1) in ("the", "an")
    if not told or not before or before[-1].figure.value is None:
        return None
    last, owner = index + 1, None
    for ahead in range(index + 2, min(index + 6, len(pieces)) if text_at(pieces, index + 2) == "of" else 0):
        owner = side_of(pieces[ahead]) if pieces[ahead].kind == "actor" else owner
        last = ahead if pieces[ahead].kind in ("actor", "unit") else last
    figure = before[-1].figure._replace(how=f"'{text_at(pieces, index)} number' as {before[-1].figure.value}")
    return Counted(index - 1, last, before[-1].unit, before[-1].kind, figure, owner)


def ones_at(pieces: list[Piece], index: int, before: list[Counted]) -> Counted | None:
    """Read "19 Russian ones" as more of what was counted before."""
    if not before or text_at(pieces, index + 2) != "ones" or pieces[index + 1].kind != "actor":
        return None
    first, figure = amount_at(pieces, index, 0)
    return Counted(first, index + 2, before[-1].unit, before[-1].kind, figure, side_of(pieces[index + 1]))


def people_at(pieces: list[Piece], index: int) -> Counted | None:
    """Read people by what they are: "three Israelis", "1,000 government officials"."""
    return _in_office(pieces, index) or _of_a_people(pieces, index)


def _in_office(pieces: list[Piece], index: int) -> Counted | None:
    for ahead in range(index + 1, min(index + 1 + _REACH, len(pieces))):
        piece = pieces[ahead]
        if piece.text in group("in office"):
            owner = next((side_of(item) for item in pieces[index + 1 : ahead] if item.kind == "actor"), None)
            first, figure = amount_at(pieces, index, 0)
            return Counted(first, ahead, "person", "soldiers", figure, owner or owner_behind(pieces, ahead))
        if piece.kind not in ("role", "actor", "word") and piece.text not in ("of", "its", "their", "the", "and"):
            return None
    return None


def _of_a_people(pieces: list[Piece], index: int) -> Counted | None:
    states: list[str] = []
    for ahead in range(index + 1, min(index + 1 + _REACH, len(pieces))):
        piece = pieces[ahead]
        if piece.text in _MORE or (piece.kind == "word" and ahead == index + 1 and piece.text not in group("plights")):
            continue
        if piece.text in group("plights"):
            states.append(piece.text)
        elif piece.kind != "actor":
            return None
        elif piece.form == "actor" and (_is_plural(piece.text) or not _goes_on(pieces, ahead)):
            if not piece.text.endswith(_PEOPLE_ENDINGS) or side_of(piece) in group("third"):
                return None
            first, figure = amount_at(pieces, index, 0)
            return Counted(first, ahead, "person", "persons", figure, side_of(piece), " ".join(states) or None)
    return None


def _is_plural(people: str) -> bool:
    return people.endswith("s") and not people.endswith(("us", "ss", "as"))


def _goes_on(pieces: list[Piece], at: int) -> bool:
    """Whether a people's name only qualifies what follows: "three Israeli hostages"."""
    return at + 1 < len(pieces) and pieces[at + 1].kind in ("unit", "name", "role", "word", "actor")


def _may_count(pieces: list[Piece], index: int) -> bool:
    """Whether what stands before a number lets it count what was counted before: a verb, "and", a side."""
    if any(piece.text in _AGES for piece in pieces[max(index - 4, 0) : index]):
        return False
    if text_at(pieces, index - 1) in ("over", "under", "above", "below") and index > 1 and pieces[index - 2].unit[0]:
        return False
    if not index:
        return text_at(pieces, 1) in ("of", "were", "others", "more")
    if text_at(pieces, index - 1) == "of" and text_at(pieces, index - 2) in ("first", "last", *_BATCHES):
        return True
    if text_at(pieces, index - 1) == "of" and text_at(pieces, index + 1) == "others" and index > 1:
        return pieces[index - 2].kind in ("give-verb", "give-noun", "exchange-noun", "exchange-verb")
    previous = pieces[index - 1]
    if previous.text == "," and index > 1 and pieces[index - 2].kind == "name" and _ends(pieces, index):
        return False
    aside = previous.text in ("—", "–", "(", "-") and any(
        piece.kind == "each" for piece in pieces[index + 1 : index + 4]
    )
    led = aside or previous.kind in ("actor", "quote", "date") or previous.kind.endswith("-verb")
    return led or previous.text in (",", ":") or previous.text in group("leads")


def _ends(pieces: list[Piece], index: int) -> bool:
    return index + 1 >= len(pieces) or pieces[index + 1].kind == "punct"


def _stands_alone(pieces: list[Piece], index: int) -> bool:
    """Whether a number has no noun of its own behind it."""
    if index + 1 >= len(pieces):
        return True
    following = pieces[index + 1]
    ahead = pieces[index + 2] if index + 2 < len(pieces) else None
    number_ahead = ahead is None or ahead.kind == "number"
    quoted = following.kind == "quote" and any(piece.kind == "unit" for piece in pieces[index + 3 : index + 6])
    if following.text in ("more", "others") or quoted:  # "20 “political” prisoners" count the prisoners
        return not quoted and not any(piece.kind == "unit" for piece in pieces[index + 2 : index + 5])
    if following.text == "for" and ahead is not None and ahead.value == pieces[index].value:
        return ahead.kind != "number"
    if (
        f"{following.text} {ahead.text if ahead is not None else ''}" == "per cent"
        or following.text in ("%", "-", "–", "/")
        or (following.text in ("to", "and", "or") and number_ahead)
    ):
        return False
    if following.text == "of":
        return ahead is not None and ahead.text in ("them", "theirs", "their", "our", "its", "the", "his")
    freed = following.kind in ("give-verb", "exchange-verb") and following.form in ("ed", "pp")
    if freed and ahead is not None and ahead.text in ("by", "from", "in", "on"):
        return True
    if following.text in ("that", "which", "whom") and text_at(pieces, index - 2) in _BATCHES:
        return True
    plain = following.kind in ("punct", "prep", "conj", "each", "quote", "date")
    return plain or following.text in ("were", "have", "had", "was", "back", "whom", "who", "followed")
