"""A count of people, remains or things, and the words around it that say which of them and whose."""

from __future__ import annotations

import re

from store.domain.typed import NamedTuple
from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.grammar.sides import side_of
from store.reading.proposals import Figure

_PLIGHT = re.compile(r"who (?:are|were) ((?:[\w-]+ ){0,5}?)(?:are|were|and|,|\.|$)")
_AGES = re.compile(
    r"(?:who are |from |,? )?(?:(under|over|below|above) (?:the age of |age )?(\d+)"
    r"|aged (?:between )?(\d+(?: ?(?:-|–|to|and) ?\d+)?)|(younger|older) than (\d+)|aged under (\d+))"
)
_OPENING = 6
_ASIDE = 9
"""How long an aside that lists some of those counted may be."""
_TAKEN = frozenset(("arrested", "missing"))
"""What was done to people before they were handed over: "released six fishermen arrested near the border"."""
_OF_THEM = (("of", "those"), ("of", "them"), ("of", "these"), ("among", "them"), ("among", "those"))
_ASIDES = ("—", "–", "--", "(")
"""What opens an aside that says who they are: "seven children—six boys and one girl—"."""
_FRACTIONS = frozenset(
    (
        "half", "third", "thirds", "quarter", "quarters", "tenth", "fraction", "part", "portion", "share", "some",
        "most", "many", "several", "few", "majority", "minority", "bulk", "percent", "%", "rest", "remainder",
    )
)  # fmt: skip
_PARTS = (
    "among them",
    "from among",
    "from among the",
    "of whom",
    "including",
    "among whom",
    "of which",
    "of them",
    "including the",
    "including all",
    "comprising",
    "beginning with",
    "starting with",
    "among them the",
    "and among them",
)


CAPTIVES = ("prisoners", "hostages", "remains")
"""Kinds of those who can only be in somebody's hands."""
PEOPLE = (*CAPTIVES, "soldiers", "persons", "children", "civilians")
"""Kinds of everybody who is handed over."""


class Counted(NamedTuple):
    """A count of people, remains or things in a sentence."""

    first: int
    """The piece it begins with."""
    last: int
    """The piece it ends with."""
    unit: str
    kind: str
    """The kind of commitment that the unit suggests; empty where only a number stands there."""
    figure: Figure
    owner: str | None = None
    """The side whose people they are."""
    qualifier: str | None = None
    """Which of them."""
    numbered: bool = True
    """Whether a number, or a word for one, stands there."""
    partial: bool = False
    """Whether it is a part of a number that was said: "two of the 20 soldiers"."""
    holder: str | None = None
    """The side that took them, where a sentence before says it."""
    rest: Figure | None = None
    """The number that it begins: 400 of "the first 80 of 400"."""
    named: bool = False
    """Whether they are only named, and counted by their names."""


def text_at(pieces: list[Piece], at: int) -> str:
    """Return the words of a piece; empty beyond the sentence."""
    return pieces[at].text if 0 <= at < len(pieces) else ""


def is_part(pieces: list[Piece], first: int) -> bool:
    """Whether it counts a part of what was counted: "among them seven", "of whom 250", "401 of them women"."""
    after = f"{text_at(pieces, first + 1)} {text_at(pieces, first + 2)}"
    if after in ("of whom", "of which"):
        return True
    if after == "of them" and text_at(pieces, first + 3) not in (
        "from",
        "on",
        "",
        ".",
        ",",
        ";",
        "by",
        "in",
        "to",
        "at",
    ):
        return True
    if _among_behind(pieces, first):
        return True
    if first < _OPENING and (text_at(pieces, 0), text_at(pieces, 1)) in _OF_THEM:
        return True
    if text_at(pieces, first - 1) in _ASIDES and first > 1 and pieces[first - 2].kind == "unit":
        return not any(piece.kind == "each" for piece in pieces[first + 1 : first + 4])
    before = " ".join(piece.text for piece in pieces[max(first - 3, 0) : first])
    return before.endswith(_PARTS)


def _among_behind(pieces: list[Piece], first: int) -> bool:
    """Whether "among them" ends the aside in which a number stands: ", five Britons and two Americans among them,"."""
    if first < 1 or not any(text_at(pieces, back) == "," for back in range(max(first - _ASIDE, 0), first)):
        return False
    for at in range(first + 1, min(first + _ASIDE, len(pieces))):
        if pieces[at].text == "among":
            return text_at(pieces, at + 1) in ("them", "whom") and text_at(pieces, at + 2) in (",", ".", "", ")")
        if pieces[at].text in (",", ";", ".") or pieces[at].kind in ("aux", "modal", "say"):
            return False
    return False


def is_fraction(pieces: list[Piece], first: int) -> bool:
    """Whether an unsaid part of a number is meant: "half of the 50 hostages", "most of 300 prisoners"."""
    back = first - 1
    while text_at(pieces, back) in ("the", "those", "these", "all"):
        back -= 1
    return text_at(pieces, back) == "of" and text_at(pieces, back - 1) in _FRACTIONS


def owner_behind(pieces: list[Piece], last: int) -> str | None:
    """Read whose they are from behind: "servicemen of the armed forces of Ukraine"."""
    if text_at(pieces, last + 1) != "of":
        return None
    for piece in pieces[last + 2 : last + 7]:
        if piece.kind == "actor":
            return side_of(piece)
        if piece.kind not in ("role", "word", "prep") or piece.text in ("for", "by", "to", "with"):
            return None
    return None


def qualifier_behind(pieces: list[Piece], last: int) -> str | None:
    """Read which of them from behind: "under the age of 25", "aged 18 to 25", "who are sick or wounded"."""
    tail = " ".join(piece.text for piece in pieces[last + 1 : last + 9])
    plight = _PLIGHT.match(f"{tail} ")
    if plight is not None and set(plight[1].split()) & group("plights"):
        return plight[1].strip()
    age = _AGES.match(tail)
    if age is None:
        return None
    if age[2]:
        return f"{age[1]} {age[2]}"
    if age[3]:
        return f"aged {age[3].replace(' ', '')}"
    if age[5]:
        return f"{'under' if age[4] == 'younger' else 'over'} {age[5]}"
    return f"under {age[6]}"


def lost(pieces: list[Piece], counted: Counted) -> bool:
    """Whether the sentence says of them that they were killed, hurt, taken: losses are nothing that is owed."""
    if pieces[counted.first].text == "those" or counted.qualifier:
        return False
    after = {piece.text for piece in pieces[counted.last + 1 : counted.last + 4]}
    if any(piece.kind in ("give-verb", "give-noun") for piece in pieces[max(counted.first - 5, 0) : counted.first]):
        after -= _TAKEN
    if after & group("losses") and counted.kind != "remains":
        return True
    before = pieces[max(counted.first - 2, 0) : counted.first]
    taken = any(piece.text in group("taking") for piece in before)
    return taken and not any(piece.kind.endswith("-verb") for piece in before)
