"""The window that a claim covers or is due in: ISO days, or a phrase that is kept once somebody saw how it is read."""

from __future__ import annotations

from store.domain.requests import BoardQuery
from store.domain.typed import TYPE_CHECKING
from store.domain.windows import NO_WINDOW, Window, format_span, parse_span
from store.domain.words import DayBasis, Measure, spoken
from store.errors import UsageError
from tui.phrasing import is_span, read_phrase, understood_words
from tui.wording import safe

if TYPE_CHECKING:
    from datetime import date

    from store.domain.requests import NewClaim
    from store.repository import Repository
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings


def typed_window(asked: Asked, measure: Measure) -> tuple[Window, str]:
    """Return the window where ISO days are typed, and what else is typed as a phrase still to be read.

    Raises UsageError.
    """
    if asked.due is not None and asked.covers is not None:
        raise UsageError("a claim has one window: write --due or --covers")
    if asked.due is not None and measure is not Measure.OWED:
        raise UsageError("--due goes with --measure owed; --covers is for the days that a figure covers")
    text = ((asked.covers if asked.due is None else asked.due) or "").strip()
    phrase = "" if is_span(text) else text
    if asked.said_on is not None and not phrase:
        raise UsageError("--said-on is the day a phrase is read against, and --covers or --due holds none")
    if phrase or not text:
        return NO_WINDOW, phrase
    try:
        return Window(*parse_span(text)), ""
    except ValueError as error:
        raise UsageError(f"{_option(asked)}: {error}") from None


def _option(asked: Asked) -> str:
    return "--covers" if asked.due is None else "--due"


def confirmed_window(phrase: str, new: NewClaim, asked: Asked, repository: Repository, around: Surroundings) -> Window:
    """Read a phrase, say how it is understood, and return its window once somebody said yes.

    Raises UnknownError for an unknown source; UsageError for what cannot be read, and where nobody said yes.
    """
    reference, whose = asked.said_on, "the day it was said"
    if reference is None:
        reference, whose = _day_of_source(new.source, repository, around)
    tense = "future" if new.measure is Measure.OWED else "past"
    read = read_phrase(phrase, reference, tense=tense)
    if read is None:
        raise UsageError(
            f"{_option(asked)}: '{safe(phrase)}' is no day and no phrase that can be read: "
            "write it as 2025-06-30, with .. for an open end"
        )
    around.tell(f"talks-tui: {understood_words(read, reference, whose)}")
    if not (asked.yes or around.ask("File it so? y/N")):
        days = format_span(read.earliest, read.latest)
        instead = f", or write the days: {_option(asked)} {days}" if days else ""
        raise UsageError(f"nothing was written: repeat it with --yes to file it so{instead}")
    return read.window()._replace(phrase=phrase)


def _day_of_source(label: str, repository: Repository, around: Surroundings) -> tuple[date, str]:
    """Return the day on which a source was published, and in words whose day that is."""
    found = repository.evidence(label, BoardQuery(around.today, size=1))
    if found.kind != "source":
        raise UsageError(f"--source needs a source (000); {found.subject} is a {found.kind}")
    source = found.sources[found.subject]
    known = "" if source.basis is DayBasis.STATED else f" ({spoken(source.basis)})"
    return source.published, f"the day of {source.label}{known}"
