"""How a phrase is understood, as lines and as one JSON object."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.domain.typed import TYPE_CHECKING
from tui.phrasing import days_words, length_words
from tui.report.lines import Line, Style, line
from tui.wording import day_words, window_words

if TYPE_CHECKING:
    from store.phrases import PhraseWindow

_INDENT, _NAME = 2, 10


def when_lines(window: PhraseWindow, reference: date | None) -> Iterator[Line]:
    """Say the days of a phrase, its kind, the rule that made them, and the rules it is made of."""
    read = f" · read on {day_words(reference, weekday=True)}" if window.relative and reference else ""
    yield line((f"“{window.phrase}”", Style.HEAD), read)
    yield from _field("window", days_words(window), window.edtf or "")
    if window.loose_edtf is not None:
        yield from _field("loosely", _loose_words(window), window.loose_edtf)
    yield from _field("lasts", length_words(window))
    yield from _field("kind", window.kind.value)
    yield from _field("rule", window.rule)
    for number, sentence in enumerate(window.why):
        yield from _field("" if number else "why", sentence)


def _field(name: str, value: str, form: str = "") -> Iterator[Line]:
    """Name a value; its text form stands behind it."""
    if value:
        faint = (f"  {form}" if form else "", Style.FAINT)
        yield line((f"{name:<{_NAME}}", Style.FAINT), value, faint, indent=_INDENT, hang=_INDENT + _NAME)


def _loose_words(window: PhraseWindow) -> str:
    wide = window.window()
    return window_words(type(wide)(wide.first_day, wide.last_day), year=True)
