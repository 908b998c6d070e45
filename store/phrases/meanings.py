"""What a piece of a phrase means: days once a reference day, a tense and perhaps a neighbour are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from store.phrases.answer import Tense
from store.phrases.spans import WEEK_DAYS, Span, add_months, one_day

_LAST_YEAR = 9998
_NEAR_YEARS = 3
_FAR, _NEAR = 300, 60
"""In days: no news leaves out the year of what is so far, where the same day of another year is so near."""
_YEARS_AROUND = 9
"""How many years on either side are looked at: 29 February may be eight years away."""


class NoReferenceError(Exception):
    """A piece depends on the reference day and there is none."""


def _to_come() -> Tense:
    return Tense.FUTURE


@dataclass(slots=True)
class Setting:
    """What a phrase is read against; remembers whether the reference day was needed."""

    reference: date | None
    tense_of: Callable[[], Tense | None]
    """Finds out the tense; asked only by pieces that need one."""
    guessed: bool = True
    """Whether the tense is read from the words around, not given: then it gives way to what is much nearer."""
    near: date | None = None
    """Where given: pieces that name no year (month, week) come to the first such days that end on it or later."""
    _uses: list[date] = field(default_factory=list)
    """The reference day, as often as it was asked for; shared with all settings made from this one."""

    def nearby(self, day: date) -> Setting:
        """Return the same setting for a piece that another one has begun."""
        return Setting(self.reference, self.tense_of, self.guessed, day, self._uses)

    def ahead(self) -> Setting:
        """Return a setting in which the same is meant of what is to come."""
        return Setting(self.day, _to_come, guessed=False, _uses=self._uses)

    @property
    def asked(self) -> bool:
        """Whether the reference day was asked for."""
        return bool(self._uses)

    @property
    def tense(self) -> Tense | None:
        """What the phrase speaks of: what was, or what is to come."""
        return self.tense_of()

    @property
    def day(self) -> date:
        """The reference day. Raises NoReferenceError where there is none."""
        if self.reference is None:
            raise NoReferenceError
        self._uses.append(self.reference)
        return self.reference

    @property
    def around(self) -> date:
        """The day that incomplete pieces are completed from."""
        return self.near or self.day


_NOWHERE = Setting(None, lambda: None)
"""For pieces that are complete in themselves."""


Change = Callable[[Span], Span | None]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A piece that comes to one run of days."""

    spans: Callable[[Setting], Sequence[Span]]
    """The runs it could mean, in order of time: one where it is complete."""
    missing: str = ""
    """What it leaves to its surroundings: `year`, `month`, `week`, or nothing."""
    completed: Callable[[int, int], Meaning] | None = None
    """Makes it whole with a year and a month (a month is passed over where it has one)."""
    month: int | None = None
    """The month it names."""
    edge: Meaning | None = None
    """What it means beside a word of bound: `the end of June` is then one day."""
    loose: Meaning | None = None
    """A wider reading, where the words are ambiguous."""
    place: str = ""
    """Where in its period it lies: `start`, `end`, or `inside` for what is early, middle or late; else nothing."""

    whole: Meaning | None = None
    """Where given: the period it is the edge of; of several the period decides which is meant, not its edge."""
    cut: Change | None = None
    """How the edge is cut from that period."""

    def at(self, setting: Setting) -> Span:
        """Return the days it means there. Raises LookupError where no such day exists."""
        if self.whole is not None and self.cut is not None and setting.near is None:
            edge = self.cut(self.whole.at(setting))
            if edge is not None:
                return edge
        spans = self.spans(setting)
        if not spans:
            raise LookupError("no such day")
        if not self.missing:
            return spans[0]
        return chosen(spans, setting, self.missing)

    def changed(self, change: Change, edge: Change | None = None) -> Meaning:
        """Return a part of it, or something counted from it; `edge` is the same beside a word of bound."""

        def spans(setting: Setting) -> list[Span]:
            return [found for span in self.spans(setting) if (found := change(span)) is not None]

        whole = self.completed
        later = None if whole is None else lambda year, month: whole(year, month).changed(change)
        beside = replace(self.changed(edge), whole=self, cut=edge) if edge is not None else None
        return Meaning(spans, self.missing, later, self.month, edge=beside)

    def counted(self, change: Change) -> Meaning:
        """Return what is counted from it; of several, the one whose way there touches what the tense speaks of."""
        if not self.missing:
            return self.changed(change)

        def spans(setting: Setting) -> list[Span]:
            ways = {}
            for span in self.spans(setting):
                end = change(span)
                if end is not None:
                    ways[Span(min(span.first, end.first), max(span.last, end.last))] = end
            return [ways[chosen(list(ways), setting, self.missing)]] if ways else []

        return Meaning(spans, month=self.month)

    def bound(self) -> Meaning:
        """Return what it means beside a word of bound."""
        return self.edge or self


def chosen(spans: Sequence[Span], setting: Setting, missing: str) -> Span:
    """Choose among possible runs by the tense: the last begun, the next not over, or the nearest."""
    day = setting.around
    if setting.near is not None:
        return _next(spans, day)
    tense = setting.tense
    if tense is None and missing == "month":
        return next((span for span in spans if (span.first.year, span.first.month) == (day.year, day.month)), spans[0])
    if tense is None and missing != "week":
        return min(spans, key=lambda span: span.gap(day))
    by_tense = _next(spans, day) if tense is Tense.FUTURE else _last(spans, day)
    if setting.guessed and missing == "year" and by_tense.gap(day) > _FAR:
        nearest = min(spans, key=lambda span: span.gap(day))
        return nearest if nearest.gap(day) < _NEAR else by_tense
    return by_tense


def _next(spans: Sequence[Span], day: date) -> Span:
    """Return the first run that is not over before a day."""
    return next((span for span in spans if span.last >= day), spans[-1])


def _last(spans: Sequence[Span], day: date) -> Span:
    """Return the last run that has begun by a day."""
    return next((span for span in reversed(spans) if span.first <= day), spans[0])


def fixed(span: Span) -> Meaning:
    """Return a piece that is complete in itself."""
    return Meaning(lambda _: (span,))


def from_day(make: Callable[[date], Span]) -> Meaning:
    """Return a piece that is counted from the reference day."""
    return Meaning(lambda setting: (make(setting.day),))


def yearly(make: Callable[[int], Span | None], year: int | None = None, month: int | None = None) -> Meaning:
    """Return a piece that comes once a year, with its year where that is said."""
    if year is not None:
        known = make(year)
        return Meaning(lambda _: () if known is None else (known,), month=month)

    def spans(setting: Setting) -> list[Span]:
        near = _in_years(make, setting.around.year, 1)
        return near if len(near) == _NEAR_YEARS else _in_years(make, setting.around.year, _YEARS_AROUND)

    return Meaning(spans, "year", lambda year, _: yearly(make, year, month), month)


def _in_years(make: Callable[[int], Span | None], middle: int, around: int) -> list[Span]:
    """Return what comes in the years around one."""
    years = range(max(middle - around, 1), min(middle + around, _LAST_YEAR) + 1)
    return [span for year in years if (span := make(year)) is not None]


def day_of_month(number: int) -> Meaning:
    """Return a bare day of the month."""

    def spans(setting: Setting) -> list[Span]:
        first = setting.around.replace(day=1)
        months = (add_months(first, offset) for offset in (-2, -1, 0, 1, 2))
        return [day for month in months if (day := _real_day(month.year, month.month, number)) is not None]

    def completed(year: int, month: int) -> Meaning:
        return yearly(lambda year: _real_day(year, month, number), year, month)

    return Meaning(spans, "month", completed)


def day_of_year(month: int, number: int, year: int | None = None) -> Meaning:
    """Return a day of a month, with its year where that is said."""
    return yearly(lambda year: _real_day(year, month, number), year, month)


def weekday(number: int) -> Meaning:
    """Return a bare weekday, Monday = 0."""

    def spans(setting: Setting) -> list[Span]:
        day = setting.around
        first = day - timedelta(days=(day.weekday() - number) % WEEK_DAYS)
        return [one_day(first + timedelta(days=WEEK_DAYS * week)) for week in (-1, 0, 1)]

    return Meaning(spans, "week")


def pair(first: Meaning, second: Meaning) -> Meaning:
    """Return the run from the first day of one piece to the last of another; what one leaves out the other gives."""

    def spans(setting: Setting) -> list[Span]:
        if first.missing == "week":
            return [_joined(first.at(setting), second, setting)]
        begun = _completed_by(first, second, setting) if first.missing else first
        return [_joined(span, second, setting) for span in begun.spans(setting)]

    missing = "" if first.missing == "week" or (first.missing and not second.missing) else first.missing
    return Meaning(spans, missing, month=first.month)


def _joined(begin: Span, second: Meaning, setting: Setting) -> Span:
    """Close a run that has begun. Raises LookupError where it would end before."""
    end = second.at(setting.nearby(begin.first)) if second.missing else second.at(setting)
    if end.last < begin.first:
        raise LookupError("ends before it begins")
    return Span(begin.first, end.last)


def _completed_by(first: Meaning, second: Meaning, setting: Setting) -> Meaning:
    """Give the first piece of a pair the month and year that its second one names."""
    if first.completed is None:
        return first
    if second.missing:
        return _with_month_of(first, second) if first.missing == "month" and second.month else first
    end = second.at(setting).last
    whole = first.completed(end.year, end.month)
    if (begin := whole.at(setting).first) <= end:
        return whole
    earlier = add_months(end.replace(day=1), -1) if first.missing == "month" else end.replace(year=end.year - 1, day=1)
    return first.completed(earlier.year, begin.month if first.missing == "year" else earlier.month)


def _with_month_of(first: Meaning, second: Meaning) -> Meaning:
    """Give a bare day the month of a piece without a year, or the month before where it is the later day."""
    month, complete = second.month, first.completed
    if month is None or complete is None:
        return first

    def make(year: int) -> Span | None:
        end = second.completed(year, month).spans(_NOWHERE) if second.completed else ()
        begin = complete(year, month).spans(_NOWHERE)
        if begin and end and begin[0].first > end[0].last:
            before = add_months(begin[0].first.replace(day=1), -1)
            begin = complete(before.year, before.month).spans(_NOWHERE)
        return begin[0] if begin else None

    return yearly(make, month=month)


def kept(meaning: Meaning, loose: Meaning) -> Meaning:
    """Return the same piece with a wider reading beside it."""
    return replace(meaning, loose=loose)


@lru_cache(maxsize=4096)
def _real_day(year: int, month: int, number: int) -> Span | None:
    """Return a day of the calendar, or None where there is none such."""
    try:
        return one_day(date(year, month, number))
    except ValueError:
        return None
