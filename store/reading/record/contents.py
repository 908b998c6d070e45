"""Proposals as JSON, the way the inbox keeps them: what they say, the words they rest on, who says it."""

from __future__ import annotations

import json
from datetime import date

from store.domain.typed import TYPE_CHECKING
from store.domain.windows import NO_WINDOW, Window
from store.domain.words import Strength
from store.errors import UsageError
from store.reading.article import Span
from store.reading.proposals import Commitment, Exchange, Figure, Position, Round, Said, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from store.reading.proposals import Content

KINDS: dict[str, type[Content]] = {
    "round": Round,
    "commitment": Commitment,
    "exchange": Exchange,
    "signal": Signal,
    "position": Position,
}
"""The kinds of proposals, in the order in which they are shown."""
NAMES = {kind: name for name, kind in KINDS.items()}
_DAYS = ("earliest", "latest", "loose_earliest", "loose_latest")
_WINDOWS = ("window", "due")


def kind_of(content: Content) -> str:
    """Name the kind of a proposal."""
    return NAMES[type(content)]


def written(value: Content | Said | Figure) -> str:
    """Write a value as JSON; fields that are as by default are left out."""
    return json.dumps(_plain(value), ensure_ascii=False).encode(errors="replace").decode()


def _plain(value: Any) -> Any:
    if isinstance(value, Window):
        fields = {name: day.isoformat() for name in _DAYS if (day := getattr(value, name)) is not None}
        return fields | {name: held for name in ("phrase", "rule") if (held := getattr(value, name)) is not None}
    if isinstance(value, Strength):
        return value.value
    if hasattr(value, "_asdict"):
        defaults = value._field_defaults
        held = value._asdict().items()
        return {name: _plain(field) for name, field in held if name not in defaults or field != defaults[name]}
    return list(value) if isinstance(value, tuple) else value


def read_content(kind: str, text: str) -> Content:
    """Read what `written` wrote of a proposal. Raises UsageError where it is no such thing."""
    try:
        fields = json.loads(text)
        if "figure" in fields:
            fields["figure"] = Figure(**fields["figure"])
        if "parties" in fields:
            fields["parties"] = tuple(fields["parties"])
        fields.update({name: _window(fields[name]) for name in _WINDOWS if name in fields})
        return KINDS[kind](**fields)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UsageError(f"this is no {kind} that can be proposed: {error}") from None


def read_said(text: str) -> Said:
    """Read who says something."""
    fields = json.loads(text)
    if "strength" in fields:
        fields["strength"] = Strength(fields["strength"])
    return Said(**fields)


def _window(fields: dict[str, str]) -> Window:
    if not fields:
        return NO_WINDOW
    days = {name: date.fromisoformat(fields[name]) for name in _DAYS if name in fields}
    return Window(**days, phrase=fields.get("phrase"), rule=fields.get("rule"))


def spans_written(spans: Sequence[Span]) -> str:
    """Write stretches of a text."""
    return json.dumps([[span.start, span.end] for span in spans])


def read_spans(text: str) -> tuple[Span, ...]:
    """Read what `spans_written` wrote."""
    return tuple(Span(start, end) for start, end in json.loads(text))
