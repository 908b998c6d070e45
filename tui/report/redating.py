"""What a corrected day of publication moves and leaves, as lines and as one JSON object."""

from __future__ import annotations

from collections.abc import Iterator

from store.domain.redating import DayChange, Moved, Redating, span_words
from store.domain.typed import TYPE_CHECKING
from store.domain.windows import Window
from tui.report.lines import Line, Part, Style, heading, line
from tui.status_json import as_json

if TYPE_CHECKING:
    from typing import Any

_INDENT, _LABEL, _WHAT = 2, 8, 11
_COUNTED = (Moved.SAID, Moved.KNOWN)


def redating_lines(found: Redating) -> Iterator[Line]:
    """List the source and every window by itself, then who else moves with the source, then what is left."""
    yield heading(f"{found.source} published {found.published} → {found.day}", _summary(found))
    for change in found.changes:
        if change.aspect not in _COUNTED and change.aspect is not Moved.PUBLISHED:
            yield _change(change)
    for aspect in _COUNTED:
        labels = list(dict.fromkeys(found.labels(aspect)))
        if labels:
            yield _field(aspect, f"{found.day} now: {', '.join(labels)}")
    if found.left:
        yield heading("left for a person", "these hang on the day, or may, and were not moved")
    for change in found.left:
        yield _change(change)


def _summary(found: Redating) -> str:
    windows, left = len(found.windows), len(found.left)
    return f"{windows} window{'' if windows == 1 else 's'} reckoned anew, {left} left"


def _change(change: DayChange) -> Line:
    days: list[Part] = [span_words(change.before)]
    if change.left is None:
        days = [span_words(change.before), (" → ", Style.FAINT), (span_words(change.after), Style.STRONG)]
    else:
        days.append((f": {change.left}", Style.WAIT))
    phrase: Part = (f"  «{change.phrase}»" if change.phrase else "", Style.FAINT)
    name = f"{change.label:<{_LABEL}}{change.aspect:<{_WHAT}}"
    return line((name, Style.FAINT), *days, phrase, indent=_INDENT, hang=_INDENT + _LABEL + _WHAT)


def _field(name: str, words: str) -> Line:
    return line((f"{name:<{_LABEL + _WHAT}}", Style.FAINT), words, indent=_INDENT, hang=_INDENT + _LABEL + _WHAT)


def redating_text(found: Redating, entry: int | None, *, ascii_only: bool = False) -> str:
    """Write it as one JSON object, a key a line; `entry` is the journal entry, None where nothing was saved."""
    value = {
        "source": found.source,
        "published": {"before": found.published.isoformat(), "after": found.day.isoformat()},
        "entry": entry,
        "changes": [_value(change) for change in found.changes],
        "left": [{**_value(change), "reason": change.left} for change in found.left],
    }
    pairs = (f'  "{key}": {as_json(held, ascii_only=ascii_only)}' for key, held in value.items())
    return "{\n" + ",\n".join(pairs) + "\n}"


def _value(change: DayChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "id": change.label,
        "what": change.aspect.value,
        "phrase": change.phrase,
        "before": _window(change.before),
        "after": _window(change.after),
    }


def _window(window: Window) -> dict[str, str | None]:
    days = {name: getattr(window, name) for name in ("earliest", "latest", "loose_earliest", "loose_latest")}
    return {name: day.isoformat() if day else None for name, day in days.items()}
