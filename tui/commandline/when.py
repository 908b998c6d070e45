"""The command that says what a date phrase means; it opens no store."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.errors import UsageError
from tui.phrasing import NoReferenceError, read_phrase
from tui.wording import safe

if TYPE_CHECKING:
    from store.phrases import PhraseWindow
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings

_MOST = 200
"""Characters of a phrase that are said back."""


def when(asked: Asked, around: Surroundings) -> int:
    """Print the days that a phrase allows, and why. Raises UsageError for a phrase that cannot be read."""
    window = _window(" ".join(asked.phrase), asked)
    if asked.json:
        from tui.when_json import when_text

        around.say(when_text(window, asked.on, ascii_only=not around.unicode))
        return 0
    from tui.report.paint import paint
    from tui.report.when import when_lines

    paint(when_lines(window, asked.on), around)
    return 0


def _window(phrase: str, asked: Asked) -> PhraseWindow:
    shown = safe(phrase[:_MOST] + ("…" if len(phrase) > _MOST else ""))
    try:
        window = read_phrase(phrase, asked.on, tense=asked.tense, lang=asked.lang)
    except NoReferenceError as error:
        raise UsageError(f"'{shown}' depends on the day it was said: add it, as in --on 2025-06-02") from error
    if window is None:
        raise UsageError(f"'{shown}' says nothing about time that can be read")
    return window
