"""From a piece that the grammar leaves behind to the window that it comes to."""

from __future__ import annotations

from datetime import date

from store.errors import UsageError
from store.phrases.answer import Kind, PhraseWindow
from store.phrases.grammar import Piece
from store.phrases.limits import Limits
from store.phrases.meanings import Meaning, NoReferenceError, Setting
from store.phrases.rules.unanchored import Duration

_UNDATED = {"CONDITION": Kind.CONDITIONAL, "NOTHING": Kind.NONE}
SAYS_TIME = frozenset(("DATE", "PERIOD", "BOUND", "DURATION", *_UNDATED))
"""The symbols of pieces that say something about time."""


def outcome(piece: Piece, words: str, setting: Setting) -> PhraseWindow | None:
    """Return what a piece comes to; None where no such day exists. Raises UsageError without a reference day."""
    try:
        return _window(piece, words, setting)
    except NoReferenceError:
        raise UsageError(f"'{words}' depends on the day it was said: give that day") from None
    except (LookupError, ValueError, OverflowError):
        return None


def _window(piece: Piece, words: str, setting: Setting) -> PhraseWindow:
    """Return what a piece comes to. Raises what the calendar raises where there is no such day."""
    rule = piece.trail[-1].name if piece.trail else "date in figures"
    rules = tuple(dict.fromkeys([(rule.name, rule.means) for rule in piece.trail]))
    value = piece.value
    if isinstance(value, Meaning):
        return _of_days(value, words, rule, rules, setting)
    if isinstance(value, Limits):
        return _of_bounds(value, words, rule, rules, setting)
    if isinstance(value, Duration):
        return PhraseWindow(
            None, None, Kind.DURATION, words, rule, min_days=value.least, max_days=value.most, rules=rules
        )
    return PhraseWindow(None, None, _UNDATED[piece.symbol], words, rule, rules=rules)


def _kind(first: date | None, last: date | None) -> Kind:
    """Return the shape of what has at least one end."""
    if first is None:
        return Kind.BEFORE
    if last is None:
        return Kind.AFTER
    return Kind.POINT if first == last else Kind.WINDOW


def _of_days(
    meaning: Meaning, words: str, rule: str, rules: tuple[tuple[str, str], ...], setting: Setting
) -> PhraseWindow:
    """Return the window of one run of days."""
    span = meaning.at(setting)
    loose = meaning.loose.at(setting) if meaning.loose is not None else span
    return PhraseWindow(
        span.first,
        span.last,
        _kind(span.first, span.last),
        words,
        rule,
        loose_earliest=loose.first if loose.first < span.first else None,
        loose_latest=loose.last if loose.last > span.last else None,
        relative=setting.asked,
        rules=rules,
    )


def _of_bounds(
    limits: Limits, words: str, rule: str, rules: tuple[tuple[str, str], ...], setting: Setting
) -> PhraseWindow:
    """Return the window of bounds."""
    first, last = limits.days(setting)
    loose = limits.loose_last(setting)
    return PhraseWindow(
        first,
        last,
        _kind(first, last),
        words,
        rule,
        loose_latest=loose if loose and last and loose > last else None,
        relative=setting.asked,
        rules=rules,
    )
