"""Reading lines quickly: a compiled decoder takes the two kinds that nearly all lines are, where nothing is unusual.

What it does not take is read by `store.lines` and the tables, which say what is wrong with a line, or take it after
all. Both come to the same values and ids for every line that both take.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, Literal

import msgspec

from store.domain.quantities import Basis
from store.domain.words import REJECTED, Category, ClaimRole, Delivery, Event, Instrument, Measure, Strength
from store.ids import deriving
from store.lines import KINDS
from store.repository.tables.columns import ATTRIBUTES
from store.repository.tables.statements import claim_values
from store.repository.tables.things import commitment_values

Said = tuple[str, str, str, tuple[Any, ...], bool]
"""A line that was read: its kind, label, id, what it says, and whether it supersedes another one."""
_LONGEST = 100_000
"""How many signs of a line are read quickly."""
_LABEL = re.compile(r"[0-9A-Za-z_.-]{1,64}")
"""Labels that are written alike in every encoding."""
_WORDS: dict[str, type[StrEnum]] = {
    "category": Category,
    "strength": Strength,
    "measure": Measure,
    "basis": Basis,
    "event": Event,
    "instrument": Instrument,
    "role": ClaimRole,
    "progress": Delivery,
}
_MORE = {"progress": (REJECTED,)}
_LISTS = ("needs", "recognised_by")


def reader() -> Callable[[str], Said | None]:
    """Return what reads a line without blanks around it; it returns None for one that is to be read more closely."""
    derived, encode = deriving(), msgspec.json.Encoder().encode
    decoders: dict[str, Callable[[str], Any]] = {kind: msgspec.json.Decoder(_line(kind)).decode for kind in _VALUES}

    def read(text: str) -> Said | None:
        kind = text[2:7] if text.startswith('{"claim": "') else text[2:12]
        decode = decoders.get(kind)
        if decode is None or len(text) > _LONGEST or "null" in text:
            return None
        try:
            said = decode(text)
            label = said.label
            if not _LABEL.fullmatch(label):
                return None
            values = _VALUES[kind](said)
        except ValueError:  # the decoder's errors are ValueErrors, too
            return None
        said.label = None
        uid = derived(b'["%s","%s",%s]' % (kind.encode(), label.encode(), encode(said)))
        return kind, label, uid, values, kind == "claim" and said.supersedes is not None

    return read


_VALUES: dict[str, Callable[[Any], tuple[Any, ...]]] = {"claim": claim_values, "commitment": commitment_values}


def _line(kind: str) -> type[msgspec.Struct]:
    """Make the class of the lines of a kind. Its fields are sorted, so that they are encoded as ids are derived."""
    required, optional = KINDS[kind]
    keys = {**{key: _required(key) for key in required}, **{key: (_type(key) | None, None) for key in optional}}
    keys[kind] = (str | None, None)
    names = {key: "label" if key == kind else ATTRIBUTES.get(key, key) for key in keys}
    return msgspec.defstruct(
        kind,
        [(names[key], *keys[key]) for key in sorted(keys)],
        rename={name: key for key, name in names.items()},
        kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False,
    )  # fmt: skip


def _required(key: str) -> tuple[Any]:
    text = _type(key) if key in _WORDS else Annotated[str, msgspec.Meta(min_length=1)]
    return (text | list[str] if key == "at" else text,)


def _type(key: str) -> Any:
    """Return the type of the values of a key."""
    if key in _WORDS:
        return Literal.__getitem__((*(word.value for word in _WORDS[key]), *_MORE.get(key, ())))
    return list[str] if key in _LISTS else str
