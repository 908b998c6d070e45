"""Values of the record as texts to type over, and texts as values: what cannot be read is refused with a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from store.domain.fields import Entry, FormField
from store.domain.quantities import format_figure, parse_figure
from store.domain.typed import TYPE_CHECKING
from store.errors import UnknownError, UsageError

if TYPE_CHECKING:
    from typing import Any

    from store.domain.model import Actor

_SIGNS = {
    "about": "~", "around": "~", "nearly": "~", "over": ">", "more than": ">", "at least": ">=", "at most": "<=",
    "up to": "<=", "exactly": "",
}  # fmt: skip
"""Words for the signs of a figure."""
_SPOKEN = re.compile(rf"({'|'.join(_SIGNS)})\s+(\d.*)")
_SPAN = re.compile(r"(\d[\d, ]*)\s*(?:-|–|to)\s*(\d[\d, ]*)")
_WAY = re.compile(r"\s*(?:->|→|>)\s*")
_LARGEST = 1_000_000
_YES, _NO = ("yes", "y", "да", "так"), ("no", "n", "нет", "ні")


def text_of(field: FormField, fields: Mapping[str, Any]) -> str:
    """Write the value of a field as a person would type it; empty where there is none."""
    value = fields.get(field.name)
    if field.entry is Entry.WHEN:
        prefix = f"{field.part}." if field.part else ""
        return str(fields.get(f"{prefix}phrase") or value or "")
    if value is None:
        return ""
    if field.entry is Entry.LEGS:
        return "; ".join(
            f"{leg['from']}>{leg['to']} {leg['category']} {leg.get('parts') or ''}".strip() for leg in value
        )
    if field.entry is Entry.YES_NO:
        return "yes" if value else "no"
    if field.entry is Entry.WORD:
        return shown_word(str(value))
    return ", ".join(value) if isinstance(value, (list, tuple)) else str(value)


def shown_word(word: str) -> str:
    """Write a word of the record as people do: `not_started` is "not started"."""
    return word.replace("_", " ")


def read_word(field: FormField, text: str) -> str:
    """Read one of the words of a field. Raises UsageError."""
    word = "_".join(text.casefold().replace("-", " ").replace("_", " ").split())
    if word in field.words:
        return word
    begun = [known for known in field.words if known.startswith(word)]
    if len(begun) == 1:
        return begun[0]
    raise UsageError(f"one of: {', '.join(map(shown_word, field.words))}")


def read_figure(text: str) -> str:
    """Read a figure, in signs or in words: `~6000`, "about 6,000", "20 to 30". Raises UsageError."""
    folded = " ".join(text.casefold().split())
    spoken, span = _SPOKEN.fullmatch(folded), _SPAN.fullmatch(folded)
    if spoken is not None:
        folded = f"{_SIGNS[spoken[1]]}{spoken[2]}"
    elif span is not None:
        folded = f"{span[1].strip()}..{span[2].strip()}"
    try:
        return format_figure(parse_figure(folded[:100]))
    except ValueError as error:
        raise UsageError(str(error)) from None


def read_number(text: str) -> int:
    """Read a whole number. Raises UsageError."""
    if text.isascii() and text.isdigit() and int(text[:9]) <= _LARGEST and len(text) < len(str(_LARGEST)):
        return int(text)
    raise UsageError("no number: write 1, 2, 3")


def read_yes_no(text: str) -> bool:
    """Read yes or no. Raises UsageError."""
    if text.casefold() not in (*_YES, *_NO):
        raise UsageError("write yes or no")
    return text.casefold() in _YES


def parts_of(text: str) -> list[str]:
    """Take a text with commas apart; empty parts are left out, and each is taken once."""
    return list(dict.fromkeys(part for piece in text.split(",") if (part := piece.strip())))


def read_actor(text: str, actors: Mapping[str, Actor]) -> str:
    """Read an actor, by code or by any name it has. Raises UnknownError, UsageError."""
    if text in actors:
        return text
    wanted = folded(text)
    found = [
        code
        for code, actor in actors.items()
        if wanted in (folded(name) for name in (code, actor.name, *actor.aliases))
    ]
    if len(found) > 1:
        raise UsageError(f"'{text}' may be {' or '.join(found[:4])}")
    if not found:
        raise UnknownError(f"there is no actor '{text}'")
    return found[0]


def folded(text: str) -> str:
    """Fold a name, so that case, accents and blanks make no difference."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


def read_way(text: str, actors: Mapping[str, Actor]) -> str:
    """Read a direction: RU>UA. Raises UsageError."""
    return ">".join(_sides(text, actors))


def _sides(text: str, actors: Mapping[str, Actor]) -> tuple[str, str]:
    sides = _WAY.split(text.strip())
    if len(sides) != 2 or not all(sides):
        raise UsageError(f"'{text}' is no direction: write RU>UA")
    return read_actor(sides[0], actors), read_actor(sides[1], actors)


def read_legs(text: str, actors: Mapping[str, Actor], kinds: Sequence[str]) -> list[dict[str, str]]:
    """Read the directions of an exchange, with what goes each way: "RU>UA prisoners 500; UA>RU prisoners".

    Raises UsageError.
    """
    legs = []
    for piece in filter(None, (piece.strip() for piece in text.split(";"))):
        way, *rest = re.sub(_WAY, ">", piece).split()
        if not rest or rest[0].casefold() not in kinds:
            raise UsageError(f"'{piece}': write a direction and a kind, RU>UA prisoners; kinds are {', '.join(kinds)}")
        giver, taker = _sides(way, actors)
        leg = {"from": giver, "to": taker, "category": rest[0].casefold()}
        legs.append(leg | ({"parts": " ".join(rest[1:])} if rest[1:] else {}))
    return legs
