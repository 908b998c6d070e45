"""Typed words as values: days, limits, states. Each refuses what it cannot read with a sentence."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from store.domain.typed import TYPE_CHECKING
from store.domain.words import Aspect, Delivery, Instrument, RoundState, Verification
from store.errors import UsageError
from tui.wording import safe

if TYPE_CHECKING:
    from typing import TypeVar

    W = TypeVar("W", bound=StrEnum)

COMPUTED = ("computed", "clear")
"""The words that take a judgement back."""
COMMITMENT_AXES: dict[Aspect, type[StrEnum]] = {
    Aspect.DELIVERY: Delivery,
    Aspect.VERIFICATION: Verification,
    Aspect.INSTRUMENT: Instrument,
}
"""The axes on which a commitment can be judged, each with its states."""
ROUND_AXES: dict[Aspect, type[StrEnum]] = {Aspect.ROUND_STATE: RoundState}
"""The axis on which a round can be judged."""
_LARGEST = 2**31


def parse_said_day(text: str) -> date:
    """Read the day that phrases are read against: ISO, or words for one day of the calendar ("2 June 2025").

    Raises ValueError.
    """
    day = _iso_day(text)
    if day is not None:
        return day
    from tui.phrasing import NoReferenceError, is_span, read_phrase

    try:
        window = None if is_span(text) else read_phrase(text, None)
    except NoReferenceError:
        raise ValueError(f"'{safe(text)}' depends on another day: write it as 2025-06-23") from None
    except UsageError as error:
        raise ValueError(str(error)) from None
    if window is None or window.earliest is None or window.earliest != window.latest:
        raise ValueError(f"'{safe(text)}' is no day: write it as 2025-06-23")
    return window.earliest


def parse_as_of(text: str) -> date | str:
    """Read an ISO day; a phrase is returned as it is, since it is read against the newest evidence of the record.

    Raises ValueError for what is neither, or can never come to a day.
    """
    day = _iso_day(text)
    if day is not None:
        return day
    from tui.phrasing import NoReferenceError, read_day

    try:
        read = read_day(text, None)
    except NoReferenceError:
        return text
    except UsageError as error:
        raise ValueError(str(error)) from None
    if read.window is None:
        raise ValueError(f"'{safe(text)}' is no day: write it as 2025-06-23, or in words such as last Tuesday")
    if read.day is None:
        raise ValueError(read.refusal)
    return text


def _iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def parse_limit(text: str) -> int:
    """Read how many things to print at most. Raises ValueError."""
    if text.isascii() and text.isdigit() and len(text) < len(str(_LARGEST)):
        return int(text)
    raise ValueError(f"'{safe(text)}' is no number: write 0, 1, 2 and so on")


def fold(text: str) -> str:
    """Write a state as the record does: case, blanks and dashes do not matter."""
    return "_".join(text.casefold().replace("-", " ").replace("_", " ").split())


def states_meant(text: str) -> dict[Aspect, str]:
    """Return the axes on which a word is a state, with the state; empty for the words that take a judgement back.

    Raises UsageError for a word that is no state on any axis.
    """
    word = {"canceled": "cancelled"}.get(fold(text), fold(text))
    if word in COMPUTED:
        return {}
    axes = {**COMMITMENT_AXES, **ROUND_AXES}
    meant = {aspect: word for aspect, states in axes.items() if word in {state.value for state in states}}
    if not meant:
        raise UsageError(f"'{safe(text)}' is no state: `talks-tui set --help` lists them")
    return meant


def axis_named(text: str) -> Aspect:
    """Return the axis that is meant by its name. Raises UsageError."""
    word = {"round": "round_state", "state": "round_state"}.get(fold(text), fold(text))
    for aspect in (*COMMITMENT_AXES, *ROUND_AXES):
        if word == aspect.value:
            return aspect
    raise UsageError(f"'{safe(text)}' is no axis: write delivery, verification, instrument or round")


def word_of(kind: type[W], text: str, name: str) -> W:
    """Read one of the words of a kind. Raises UsageError that lists them under that name."""
    try:
        return kind(fold(text))
    except ValueError:
        words = ", ".join(word.value.replace("_", "-") for word in kind)
        raise UsageError(f"'{safe(text)}' is no {name}: write {words}") from None
