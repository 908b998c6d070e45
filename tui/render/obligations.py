"""The obligations as rows of aligned columns, drawn one by one as they come into sight."""

from __future__ import annotations

from collections.abc import Container, Sequence

from store.domain.board import Page, Row
from store.domain.quantities import Qualifier, Quantity
from store.domain.shelves import Shelf
from store.domain.standing import Standing
from store.domain.typed import NamedTuple
from store.domain.words import Schedule, spoken
from tui.commands.chosen import key_words
from tui.render.names import DELIVERY_ROLES, SCHEDULE_ROLES, mark_span, way
from tui.render.spans import Block, Line, Role, Sheet, Span, Stop, cells, fill, fit, paragraph, put
from tui.wording import DELIVERY_GLYPHS, UNKNOWN, bar, day_words, delivery_words, figure_words, owed_words, safe

HEADINGS = {
    Shelf.OPEN_HUMANITARIAN: "Owed, open: people and remains",
    Shelf.OPEN: "Owed, open: everything else",
    Shelf.DONE: "Delivered",
    Shelf.ASKED: "Asked or offered, not owed",
    Shelf.ASKED_DONE: "Asked or offered, settled",
    Shelf.ENDED: "Ended",
}
MARK = "+"
"""Stands beside the state of an obligation that is marked."""
_SHORT = {"about ": "~", "over ": ">", "at least ": "≥", "at most ": "≤"}
_DIM = (Shelf.DONE, Shelf.ASKED_DONE, Shelf.ENDED)
_LABEL, _WORD, _SCHEDULE, _BY, _ORIGINS = 5, 13, 12, 13, 10
_SLIM, _EASY = 12, 21
"""The least width of the name, and the width from which further columns come in."""


class Columns(NamedTuple):
    """How wide each column is; 0 = left out."""

    label: int
    what: int
    way: int
    bar: int
    figure: int
    word: int
    schedule: int
    by: int
    origins: int


def columns(width: int, way_width: int, figure_width: int) -> Columns:
    """Share a width among the columns: labels and words come in as long as the names keep room."""
    way_width, figure_width = min(way_width, 12), min(figure_width, 20)
    left = width - 2 - (1 + way_width) - (1 + 6) - (1 + figure_width) - 2
    taken: dict[str, int] = {}
    wanted = {"label": _LABEL, "word": _WORD, "schedule": _SCHEDULE, "by": _BY, "origins": _ORIGINS}
    for column, size in wanted.items():
        least = _SLIM if column == "label" else _EASY
        taken[column] = size if left - size >= least else 0
        left -= taken[column]
    bar_extra = max(0, min(6, (left - 28) // 2))
    return Columns(
        label=taken["label"], what=max(4, left - bar_extra), way=way_width, bar=6 + bar_extra, figure=figure_width,
        word=taken["word"], schedule=taken["schedule"], by=taken["by"], origins=taken["origins"],
    )  # fmt: skip


def figure_cell(standing: Standing) -> str:
    """Write what was handed over of what is owed: "78 / 6,000", "? / all"."""
    owed = owed_words(standing)
    if owed == UNKNOWN and standing.delivered is None:
        return "no figure"
    given = standing.delivered
    if given is not None and given.qualifier is Qualifier.UNDISCLOSED:
        given = None
    return f"{short_figure(given)} / {_shortened(owed)}"


def short_figure(quantity: Quantity | None) -> str:
    """Write a figure for a narrow column: "~6,000", ">3,000", "≥30"; unknown is "?"."""
    return _shortened(figure_words(quantity))


def _shortened(words: str) -> str:
    for long, short in _SHORT.items():
        words = words.replace(long, short)
    return words


def share(standing: Standing) -> float | None:
    """Return the share for a bar; None where there is no denominator or no figure."""
    return None if standing.percent is None else standing.percent / 100


def schedule_words(standing: Standing) -> str:
    """Write where it stands against its window: "by 30 Jun", "due 30 Jun", "overdue", "met late"."""
    last = day_words(standing.terms.due.last_day, year=False) if standing.terms.due.last_day else ""
    match standing.schedule:
        case Schedule.NO_DEADLINE:
            return _counted(standing) if standing.terms.counted else "no deadline"
        case Schedule.OPEN:
            return f"by {last}" if last else "open"
        case Schedule.DUE:
            return f"due {last}"
        case other:
            return spoken(other)


def _counted(standing: Standing) -> str:
    """Write the days that are counted from an event without a day, which is no deadline yet."""
    from store.domain.clauses import counted_words  # few days are counted so

    return counted_words(standing.terms.counted) if standing.terms.counted else ""


class Widths(NamedTuple):
    """How wide the columns are whose words differ in length."""

    way: int
    figure: int


_LINES = 512
"""How many lines of obligations are remembered at most."""


class DrawnRows:
    """Lines of obligations that were drawn, by what they were drawn from: most rows of a new page are old ones."""

    def __init__(self) -> None:
        self._lines: dict[tuple[int, Shelf, Columns, int], tuple[Standing, Line]] = {}

    def line(self, row: Row, columns: Columns, width: int) -> Line:
        """Return the line of a row, drawing it only once as long as its standing is the same."""
        key = id(row.standing), row.shelf, columns, width
        known = self._lines.get(key)
        if known is not None and known[0] is row.standing:
            return known[1]
        if len(self._lines) >= _LINES:
            self._lines.clear()
        line = fit(row_line(row, columns), width)
        self._lines[key] = row.standing, line
        return line


class ObligationSheet:
    """A page of obligations under headings, drawn line by line when asked.

    Its columns are as wide as before (`least`) where it is another page of the same list, so that nothing moves when
    it comes; `widen` makes room for what comes into sight. What was drawn on another page is taken from `rows`.
    """

    def __init__(
        self,
        page: Page,
        width: int,
        least: Widths | None = None,
        rows: DrawnRows | None = None,
        *,
        marked: Container[str] = (),
    ) -> None:
        self._width, self._marked = width, marked
        self._rows = rows or DrawnRows()
        self._items: list[Row | str] = []
        self._drawn: dict[int, Line] = {}
        self.stops: list[Stop] = []
        shelf = None
        for row in page.rows:
            if row.shelf is not shelf and not page.order.column:
                shelf = row.shelf
                self._items.append(HEADINGS[shelf])
            self.stops.append(Stop(row.label, len(self._items), 1))
            self._items.append(row)
        self.widths = least or _widths(page.rows, Widths(0, 0))
        self._columns = columns(width, *self.widths)

    def widen(self, top: int, height: int) -> bool:
        """Make the columns wide enough for the lines in sight; returns whether they were not."""
        rows = [item for item in self._items[top : top + height] if not isinstance(item, str)]
        widths = _widths(rows, self.widths)
        if widths == self.widths:
            return False
        self.widths, self._columns = widths, columns(self._width, *widths)
        self._drawn.clear()
        return True

    @property
    def height(self) -> int:
        """How many lines there are."""
        return len(self._items)

    def line(self, y: int) -> Line:
        """Draw a line, once."""
        drawn = self._drawn.get(y)
        if drawn is None:
            drawn = self._drawn[y] = self._draw(y)
        return drawn

    def _draw(self, y: int) -> Line:
        item = self._items[y]
        if isinstance(item, str):
            return fit((put(item, Role.MUTED),), self._width)
        if item.label in self._marked:
            return fit(row_line(item, self._columns, marked=True), self._width)
        return self._rows.line(item, self._columns, self._width)

    def forget(self) -> None:
        """Draw all lines anew: marks came or went."""
        self._drawn.clear()


def _widths(rows: Sequence[Row], least: Widths) -> Widths:
    """Return the widths that rows need, and no less than some."""
    ways, figures = [cells(_way(row)) for row in rows], [cells(figure_cell(row.standing)) for row in rows]
    return Widths(max([least.way, *ways]), max([least.figure, *figures]))


def _way(row: Row) -> str:
    return way(row.standing.commitment.debtor, row.standing.commitment.creditor)


def row_line(row: Row, width: Columns, *, marked: bool = False) -> Line:
    """Draw one obligation; a marked one has a sign beside its state."""
    standing = row.standing
    dim = row.shelf in _DIM
    text = Role.MUTED if dim else Role.TEXT
    glyph_role = DELIVERY_ROLES[standing.delivery]
    glyph = DELIVERY_GLYPHS[standing.delivery]
    line: list[Span] = [(glyph, glyph_role), (MARK, Role.ACCENT)] if marked else [(f"{glyph} ", glyph_role)]
    if width.label:
        line.append((fill(safe(row.label), width.label - 1) + " ", Role.MUTED))
    line.append((fill(safe(standing.commitment.what), width.what), text if dim else Role.STRONG))
    line.append((f" {fill(_way(row), width.way)} ", text))
    line.extend(_bar(standing, width.bar, glyph_role))
    figure = figure_cell(standing)
    if not width.schedule and row.shelf is Shelf.ASKED and standing.terms.due.bounded:
        # there is no column for the day, and the day says more than a figure nobody gives
        figure = schedule_words(standing)
    line.append((f" {fill(figure, width.figure, right=True)}", text))
    if not width.word:
        mark, role = mark_span(standing)
        line.append((f" {mark or ' '}", role))
    line.extend(_words(standing, width, text))
    return tuple(line)


def _bar(standing: Standing, width: int, role: Role) -> list[Span]:
    drawn = bar(share(standing), width)
    done = drawn.count("━")
    return [(drawn[:done], role), (drawn[done:], Role.RULE)]


def _words(standing: Standing, width: Columns, text: Role) -> list[Span]:
    spans: list[Span] = []
    if width.word:
        words = delivery_words(standing)
        role = DELIVERY_ROLES[standing.delivery] if standing.judged or text is Role.TEXT else text
        spans.append((fill(f"  {words}", width.word + 2), role))
    if width.schedule:
        role = SCHEDULE_ROLES.get(standing.schedule, Role.MUTED)
        spans.append((fill(f" {schedule_words(standing)}", width.schedule), role))
    if width.by:
        # whose figures they are
        spans.append((fill(f" {safe(', '.join(standing.attested_by)) or '–'}", width.by), Role.MUTED))
    if width.origins:
        count = standing.origins
        spans.append((fill(f" {count} origin{'' if count == 1 else 's'}", width.origins), Role.MUTED))
    return spans


def empty_sheet(filter_: str, width: int, *, empty_store: bool) -> Sheet:
    """Say why there is nothing to see, and name the next key."""
    if filter_:
        return Sheet([Block(paragraph(f"Nothing matches “{filter_}”. Esc clears the filter.", width, Role.MUTED))])
    if empty_store:
        words = "Nothing tracked yet. talks-tui import FILE… adds a record."
    else:
        words = "Nothing was known of any commitment on this day. "
        words += f"{key_words('latest', 'T')} returns to the latest evidence."
    return Sheet([Block(paragraph(words, width, Role.MUTED))])
