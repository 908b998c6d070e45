"""What is left of a period, or gone of it, on the article's day: later this week, the rest of the year, so far."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from store.phrases.grammar import Made, Parts, Rule
from store.phrases.meanings import Meaning, Setting
from store.phrases.rules.parts import OF, OF_UNIT, WHOLE, WHOLE_OR_UNIT, whole
from store.phrases.spans import Span

_DAY = timedelta(days=1)


def _cut(cut: Callable[[Span, date], tuple[date, date]]) -> Callable[[Parts], Made]:
    """Return a builder of the part of a period before or after the article's day.

    Where that day is outside, it is all of the period.
    """

    def build(parts: Parts) -> Made:
        meaning = whole(parts)

        def spans(setting: Setting) -> list[Span]:
            span = meaning.at(setting)
            if not span.holds(setting.day):
                return [span]
            first, last = cut(span, setting.day)
            return [Span(first, last)] if first <= last else []

        return "PERIOD", Meaning(spans)

    return build


LATER = _cut(lambda span, day: (day + _DAY, span.last))
EARLIER = _cut(lambda span, day: (span.first, day - _DAY))
SOFAR = _cut(lambda span, day: (span.first, day))

REMAINDERS = (
    Rule("so far in a period", "from its beginning to the article's day", "THE? (?P<whole>UNIT) TODATE", SOFAR),
    Rule("later in a period", "from the day after the article to its end", f"LATER_ {OF} {WHOLE}", LATER),
    Rule("later in a period", "from the day after the article to its end", f"LATER_ {OF_UNIT} {WHOLE_OR_UNIT}", LATER),
    Rule("the rest of a period", "from the day after the article to its end", f"THE? REST {OF} {WHOLE_OR_UNIT}", LATER),
    Rule("earlier in a period", "from its beginning to the day before the article", f"EARLIER_ {OF} {WHOLE}", EARLIER),
    Rule(
        "earlier in a period",
        "from its beginning to the day before the article",
        f"EARLIER_ {OF_UNIT} {WHOLE_OR_UNIT}",
        EARLIER,
    ),
    Rule("so far in a period", "from its beginning to the article's day", f"SOFAR {OF} {WHOLE_OR_UNIT}", SOFAR),
    Rule(
        "so far in a period",
        "from its beginning to the article's day",
        f"(?<!BEGIN) {WHOLE} (?:SOFAR | TODATE)",
        SOFAR,
    ),
)
"""What is left of a period, or gone of it."""
