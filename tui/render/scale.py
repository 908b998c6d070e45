"""The axis of the timeline: which column shows which days, at three sizes. Pure."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from enum import StrEnum

from store.domain.typed import NamedTuple

_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()
_QUARTERS = 4
"""Into how many parts a month is divided, each a column."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Zoom(StrEnum):
    """What the ticks of the axis mark, from near to far."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    @property
    def cells(self) -> int:
        """How many columns a slot takes; a slot is a day, but by months a quarter of one."""
        return 3 if self is Zoom.DAY else 1


class Tick(NamedTuple):
    """A mark on the axis."""

    column: int
    text: str


class Scale(NamedTuple):
    """Days laid out from left to right. Slots are numbered from the left edge; those outside are not in sight."""

    zoom: Zoom
    start: int
    """The number of the first slot in sight: of a day its ordinal, of a quarter of a month its count since year 0."""
    columns: int

    @property
    def slots(self) -> int:
        """How many slots are in sight."""
        return max(1, self.columns // self.zoom.cells)

    def slot(self, day: date) -> int:
        """Return the slot of a day."""
        return _number(self.zoom, day) - self.start

    def days(self, slot: int) -> tuple[date, date]:
        """Return the first and the last day of a slot; outside the calendar its nearest day."""
        number = self.start + slot
        if self.zoom is not Zoom.MONTH:
            day = date.fromordinal(max(_FIRST, min(_LAST, number)))
            return day, day
        number = max(_QUARTERS * 12, min((date.max.year * 12 + 11) * _QUARTERS + _QUARTERS - 1, number))
        months, quarter = divmod(number, _QUARTERS)
        year, month = divmod(months, 12)
        length = monthrange(year, month + 1)[1]
        first = -(-quarter * length // _QUARTERS)
        after = -(-(quarter + 1) * length // _QUARTERS)
        return date(year, month + 1, first + 1), date(year, month + 1, after)

    @property
    def first(self) -> date:
        """The first day in sight."""
        return self.days(0)[0]

    @property
    def last(self) -> date:
        """The last day in sight."""
        return self.days(self.slots - 1)[1]

    def moved(self, slots: int) -> Scale:
        """Return the same scale further to the right, as far as the calendar goes."""
        least, most = _number(self.zoom, date.min), _number(self.zoom, date.max) - self.slots + 1
        return self._replace(start=max(least, min(most, self.start + slots)))

    def showing(self, day: date, share: float = 0.5) -> Scale:
        """Return the scale with a day at a share of the width from the left."""
        return self.moved(self.slot(day) - int(self.slots * share))

    def zoomed(self, zoom: Zoom, day: date) -> Scale:
        """Return another size, with a day where it is; one out of sight comes into the middle."""
        place = self.slot(day) / self.slots
        share = place if 0 <= place < 1 else 0.5
        return Scale(zoom, 0, self.columns).showing(day, share)

    def coarse(self) -> list[Tick]:
        """Mark the longer spans: months with their year; by months the years."""
        found: list[Tick] = []
        for slot in range(self.slots):
            day = self.days(slot)[0]
            before = self.days(slot - 1)[0]
            by_year = self.zoom is Zoom.MONTH
            same = day.year == before.year and (by_year or day.month == before.month)
            if slot == 0 or (not same and day != before):
                text = str(day.year) if by_year else f"{_MONTHS[day.month - 1]} {day.year}"
                found.append(Tick(slot * self.zoom.cells, text))
        return found

    def fine(self) -> list[Tick]:
        """Mark days, Mondays or months."""
        found = []
        for slot in range(self.slots):
            day, before = self.days(slot)[0], self.days(slot - 1)[0]
            match self.zoom:
                case Zoom.DAY:
                    found.append(Tick(slot * self.zoom.cells, f"{day.day:>2}"))
                case Zoom.WEEK if day.weekday() == 0:
                    found.append(Tick(slot, str(day.day)))
                case Zoom.MONTH if slot == 0 or day.month != before.month:
                    found.append(Tick(slot, _MONTHS[day.month - 1]))
                case _:
                    pass
        return found


def _number(zoom: Zoom, day: date) -> int:
    if zoom is not Zoom.MONTH:
        return day.toordinal()
    length = monthrange(day.year, day.month)[1]
    quarter = (day.day - 1) * _QUARTERS // length
    return (day.year * 12 + day.month - 1) * _QUARTERS + quarter


def first_scale(columns: int, first: date | None, last: date | None, day: date) -> Scale:
    """Choose the nearest size at which everything is in sight, or the farthest with the day of the board at its end."""
    first, last = min(first or day, day), max(last or day, day)
    for zoom in Zoom:
        scale = Scale(zoom, 0, columns)
        wanted = _number(zoom, last) - _number(zoom, first) + 1
        if wanted <= scale.slots - 1:
            margin = min(3, (scale.slots - wanted) // 2)
            return scale.moved(_number(zoom, first) - margin)
    return Scale(Zoom.MONTH, 0, columns).showing(day, 0.8)
