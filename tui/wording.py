"""Values as words: the one place where days, windows, figures, states and hostile text become what people read.

Plain strings only; colour and layout are put on by those who call.
"""

from __future__ import annotations

from store.domain.quantities import Qualifier
from store.domain.typed import TYPE_CHECKING
from store.domain.words import Delivery, RoundState, Verification, spoken

if TYPE_CHECKING:
    from datetime import date

    from store.domain.model import Claim
    from store.domain.quantities import Quantity
    from store.domain.standing import Standing
    from store.domain.windows import Window

UNKNOWN = "?"

_SAFE_WHOLE = 200_000
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def safe(text: str, *, keep_lines: bool = False) -> str:
    """Make text from outside harmless to a terminal: every character that is not printable shows as `<U+001B>`.

    Escape sequences, bidirectional and zero-width characters become visible and never act. Line ends are kept when
    asked, else they become blanks, as tabs do.
    """
    if text.isprintable():
        return text
    return "".join(_shown(char, keep_lines) for char in text[:_SAFE_WHOLE])


def _shown(char: str, keep_lines: bool) -> str:
    if char.isprintable():
        return char
    if char == "\n":
        return "\n" if keep_lines else " "
    return " " if char in "\t\r\u00a0" else f"<U+{ord(char):04X}>"


def day_words(day: date | None, *, year: bool = True, weekday: bool = False) -> str:
    """Write a day as people read it: "25 Jun 2025", "Wed 25 Jun"."""
    if day is None:
        return UNKNOWN
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    if year:
        words += f" {day.year}"
    return f"{_DAYS[day.weekday()]} {words}" if weekday else words


def window_words(window: Window, *, year: bool = False) -> str:
    """Write a window: "2 Jun", "23–29 Jun", "28 May – 2 Jun", "from 23 Jun", "by 30 Jun"; a loose end follows."""
    first, last = window.earliest, window.latest
    if first is None and last is None:
        return "no date"
    if first is None:
        words = f"by {day_words(last, year=year)}"
    elif last is None:
        words = f"from {day_words(first, year=year)}"
    else:
        words = _span_words(first, last, year)
    if window.loose_latest is not None:
        words += f" (or {day_words(window.loose_latest, year=year)})"
    return words


def _span_words(first: date, last: date, year: bool) -> str:
    if first == last:
        return day_words(first, year=year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last, year=year)}"
    return f"{day_words(first, year=year and first.year != last.year)} – {day_words(last, year=year)}"


def number_words(number: int) -> str:
    """Write a count with separators: 6,060."""
    return f"{number:,}"


def figure_words(quantity: Quantity | None) -> str:
    """Write a figure as people say it: "6,060", "about 6,000", "over 3,000", "all", "hundreds"; unknown is "?"."""
    if quantity is None:
        return UNKNOWN
    match quantity.qualifier:
        case Qualifier.EXACT:
            return number_words(quantity.point or 0)
        case Qualifier.ABOUT:
            return f"about {number_words(quantity.point or 0)}"
        case Qualifier.OVER:
            return f"over {number_words((quantity.low or 1) - 1)}"
        case Qualifier.AT_LEAST:
            return f"at least {number_words(quantity.low or 0)}"
        case Qualifier.AT_MOST:
            return f"at most {number_words(quantity.high or 0)}"
        case Qualifier.BETWEEN:
            return f"{number_words(quantity.low or 0)}–{number_words(quantity.high or 0)}"
        case word:
            return word.value


def owed_words(standing: Standing) -> str:
    """Write how much is owed: "6,000", "600 a day", "3 for 1"; unknown is "?"."""
    terms = standing.terms
    if terms.quantity is not None or (terms.rate is None and terms.ratio is None):
        return figure_words(terms.quantity)
    from tui.clauses import rate_words, ratio_words  # little is owed at a pace or by a ratio

    return rate_words(terms.rate) if terms.rate is not None else ratio_words(terms.ratio) if terms.ratio else UNKNOWN


def of_words(standing: Standing) -> str:
    """Write what stands between the figure delivered and the one owed: "of" a number, "at" a pace or a ratio."""
    terms = standing.terms
    return "of" if terms.quantity is not None or (terms.rate is None and terms.ratio is None) else "at"


def rest_words(standing: Standing) -> str:
    """Write how much is left, or how much more than owed was handed over; nothing where neither is known."""
    if standing.surplus:
        return f"{number_words(standing.surplus)} more than owed"
    return f"{number_words(standing.remaining)} left" if standing.remaining else ""


def said_words(claim: Claim) -> str:
    """Write the figure of a claim and what it ties it to; nothing where it gives neither."""
    figure = figure_words(claim.figure) if claim.figure else ""
    if claim.clauses is None:
        return figure
    from tui.clauses import clause_words  # few claims have any

    return clause_words(claim.clauses, figure)


def tied(standing: Standing) -> tuple[str, ...]:
    """Say what follows from what the obligation is tied to; nothing for most."""
    terms = standing.terms
    if terms.rate is None and terms.ratio is None and terms.counted is None and not terms.extended:
        return ()
    from tui.clauses import tied_words

    return tuple(tied_words(standing))


def delivery_words(standing: Standing) -> str:
    """Write the delivery with its mark: "partial ?", "exceeded =", "delivered !"; a star where it is judged."""
    return f"{spoken(standing.delivery)} {standing.mark}".rstrip()


def verification_words(standing: Standing) -> str:
    """Write who attests a delivery: "one-sided (RU)", "unverifiable"."""
    if standing.verification is Verification.ONE_SIDED and standing.attested_by:
        return f"one-sided ({', '.join(standing.attested_by)})"
    return spoken(standing.verification)


def percent_words(standing: Standing) -> str:
    """Write the share delivered, or nothing where there is no denominator: "101 %", "1.3 %"."""
    if standing.percent is None:
        return ""
    return f"{standing.percent:g} %"


DELIVERY_GLYPHS = {
    Delivery.NOT_STARTED: "○",
    Delivery.PREPARING: "◔",
    Delivery.PARTIAL: "◑",
    Delivery.DELIVERED: "✓",
    Delivery.EXCEEDED: "✓",
    Delivery.STALLED: "‖",
    Delivery.REFUSED: "✗",
}
ROUND_GLYPHS = {
    RoundState.PROPOSED: "○",
    RoundState.GATED: "‖",
    RoundState.EXPECTED: "◔",
    RoundState.SCHEDULED: "◑",
    RoundState.IN_SESSION: "●",
    RoundState.HELD: "✓",
    RoundState.POSTPONED: "→",
    RoundState.CANCELLED: "✗",
    RoundState.LAPSED: "✗",
}


def bar(share: float | None, width: int) -> str:
    """Draw a share as a bar of blocks: done, then left; unknown (None) is dotted and never empty."""
    if width <= 0:
        return ""
    if share is None:
        return "┄" * width
    done = min(width, int(share * width))
    if share > 0 and done == 0:
        done = 1
    if share < 1 and done == width:
        done = width - 1
    return "━" * done + "─" * (width - done)
