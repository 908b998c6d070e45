"""How a phrase is understood, as one JSON object."""

from __future__ import annotations

from datetime import date

from store.domain.typed import TYPE_CHECKING
from tui.status_json import as_json

if TYPE_CHECKING:
    from store.phrases import PhraseWindow


def when_text(window: PhraseWindow, reference: date | None, *, ascii_only: bool = False) -> str:
    """Write it a key a line; days are ISO, and an open end is null."""
    loose = window.loose_edtf and {
        "earliest": _day(window.loose_earliest or window.earliest),
        "latest": _day(window.loose_latest or window.latest),
        "edtf": window.loose_edtf,
    }
    value = {
        "phrase": window.phrase,
        "reference": _day(reference),
        "relative": window.relative,
        "kind": window.kind.value,
        "earliest": _day(window.earliest),
        "latest": _day(window.latest),
        "edtf": window.edtf,
        "loose": loose,
        "min_days": window.min_days,
        "max_days": window.max_days,
        "rule": window.rule,
        "why": list(window.why),
    }
    pairs = (f'  "{key}": {as_json(held, ascii_only=ascii_only)}' for key, held in value.items())
    return "{\n" + ",\n".join(pairs) + "\n}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
