"""Quantities: how many, how surely, and of what kind of count."""

from __future__ import annotations

import re
from enum import StrEnum

from store.domain.typed import TYPE_CHECKING, NamedTuple, direct

if TYPE_CHECKING:
    from typing import Self


@direct
class Qualifier(StrEnum):
    """How a figure is meant."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"
    ALL = "all"
    SEVERAL = "several"
    HUNDREDS = "hundreds"
    UNDISCLOSED = "undisclosed"


@direct
class Basis(StrEnum):
    """What a figure counts."""

    ONE_WAY = "one_way"
    EACH = "each"
    TOTAL = "total"
    UNSTATED = "unstated"


WORDS = (Qualifier.ALL, Qualifier.SEVERAL, Qualifier.HUNDREDS, Qualifier.UNDISCLOSED)
"""Qualifiers that stand alone, without a number, and so never make a denominator."""

ABOUT_TOLERANCE = 0.05
"""How far from its number a figure said to be "about" may lie and still agree with an exact one."""


class _QuantityFields(NamedTuple):
    qualifier: Qualifier
    low: int | None = None
    """The least it can be."""
    point: int | None = None
    """The number said, where one number was said."""
    high: int | None = None
    """The most it can be."""


class Quantity(_QuantityFields):
    """A count of people, remains or things; a bound that is not known is None, which is never zero.

    Raises ValueError for negative counts and bounds out of order.
    """

    __slots__ = ()

    def __new__(
        cls, qualifier: Qualifier, low: int | None = None, point: int | None = None, high: int | None = None
    ) -> Self:
        """Make a quantity that can be."""
        made = super().__new__(cls, qualifier, low, point, high)
        made._check()
        return made

    def _check(self) -> None:
        bounds = [n for n in (self.low, self.point, self.high) if n is not None]
        if any(n < 0 for n in bounds):
            raise ValueError("a quantity cannot be negative")
        if bounds != sorted(bounds):
            raise ValueError("the bounds of a quantity must rise: low, point, high")

    @property
    def number(self) -> int | None:
        """The number to reckon with: the point, else the least it can be; None where words give none."""
        return self.point if self.point is not None else self.low

    @property
    def denominator(self) -> int | None:
        """The number a percentage may be taken of; None for "all", "undisclosed" and mere bounds."""
        return self.point or None

    def agrees_with(self, other: Quantity) -> bool:
        """Whether both can be true of one count ("about 6,000" and 6,060 can; 6,060 and 6,057 cannot)."""
        if self is other:
            return True
        mine, theirs = self._range(), other._range()
        return mine[0] <= theirs[1] and theirs[0] <= mine[1]

    def _range(self) -> tuple[float, float]:
        if self.qualifier is Qualifier.ABOUT and self.point is not None:
            margin = self.point * ABOUT_TOLERANCE
            return self.point - margin, self.point + margin
        low = self.low if self.low is not None else 0
        return low, self.high if self.high is not None else float("inf")


def exact(number: int) -> Quantity:
    """Make the quantity that is this number and no other."""
    return Quantity(Qualifier.EXACT, number, number, number)


_FIGURE = re.compile(r"(~|>=|<=|>)?\s*(\d[\d,_ ]*)(?:\.\.(\d[\d,_ ]*))?")
_LARGEST = 2**53


def parse_figure(text: str) -> Quantity:
    """Read a figure as it is written in the record: `6000`, `~6000`, `>3000`, `>=30`, `<=30`, `20..30`, `all`.

    Raises ValueError with a sentence when it is none of these.
    """
    folded = text.strip().lower()
    if folded in {word.value for word in WORDS}:
        return Quantity(Qualifier(folded))
    match = _FIGURE.fullmatch(folded)
    if match is None:
        raise ValueError(f"'{text}' is no figure: write 6000, ~6000, >3000, >=30, <=30, 20..30, all or undisclosed")
    mark, first, last = match.groups()
    number = _whole(first)
    if last is not None and mark is not None:
        raise ValueError(f"'{text}' is no figure: a span such as 20..30 takes no mark before it")
    if last is not None:
        return Quantity(Qualifier.BETWEEN, low=number, high=_whole(last))
    match mark:
        case "~":
            return Quantity(Qualifier.ABOUT, point=number)
        case ">":
            return Quantity(Qualifier.OVER, low=number + 1)
        case ">=":
            return Quantity(Qualifier.AT_LEAST, low=number)
        case "<=":
            return Quantity(Qualifier.AT_MOST, high=number)
        case _:
            return exact(number)


def _whole(digits: str) -> int:
    number = int(re.sub(r"\D", "", digits))
    if number > _LARGEST:
        raise ValueError(f"{digits.strip()} is too large to count")
    return number


def format_figure(quantity: Quantity) -> str:
    """Write a quantity as it stands in the record; the reverse of parse_figure."""
    match quantity.qualifier:
        case Qualifier.EXACT:
            return str(quantity.point)
        case Qualifier.ABOUT:
            return f"~{quantity.point}"
        case Qualifier.OVER:
            return f">{(quantity.low or 1) - 1}"
        case Qualifier.AT_LEAST:
            return f">={quantity.low}"
        case Qualifier.AT_MOST:
            return f"<={quantity.high}"
        case Qualifier.BETWEEN:
            return f"{quantity.low}..{quantity.high}"
        case word:
            return word.value
