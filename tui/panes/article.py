"""The text of an article, with the words marked that proposals rest on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual import events
from textual.worker import get_current_worker

from store.domain.typed import TYPE_CHECKING
from tui.panes.framed import Framed
from tui.render.article import ArticleSheet, Row, number_width, rows_of
from tui.render.spans import Block, Role, Sheet, paragraph, put

if TYPE_CHECKING:
    from store.reading.article import Article, Span

MARKS = """
.role--marked { color: $talks-strong; background: $talks-cursor; text-style: bold underline; }
.role--traced { color: $talks-quote; text-style: underline; }
"""
"""How the words that are marked look, for the style of a screen with an article."""
_AT_ONCE = 60_000
"""Signs of a text that is laid out without a thread of its own."""
_ABOVE = 4
"""Which part of the pane lies above the words that are shown: a quarter."""


class ArticlePane(Framed):
    """Shows a text; the keys scroll it."""

    def __init__(self) -> None:
        super().__init__(id="article")
        self._article: Article | None = None
        self._laid: ArticleSheet | None = None
        self._width = 0
        """The width that the lines were laid out for."""
        self._own: Sequence[Span] = ()
        self._others: Sequence[Span] = ()

    @property
    def laying_out(self) -> bool:
        """Whether the lines are still to come."""
        return self._article is not None and self._laid is None and self._width > 0

    def show(self, article: Article) -> None:
        """Show a text."""
        if self._article is None or self._article.text != article.text:
            self._article, self._laid, self._width = article, None, 0
            self.top = 0
            self._lay_out()

    def mark(self, own: Sequence[Span], others: Sequence[Span]) -> None:
        """Mark the words of the highlighted proposal, and faintly those of others; bring the first of them in sight."""
        moved = own != self._own
        self._own, self._others = own, others
        self._draw(seek=moved)

    def on_resize(self, _event: events.Resize) -> None:
        """Lay the lines out for the new width."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.size.width
        if self._article is None or width <= 0 or width == self._width:
            return
        self._width, self._laid = width, None
        numbers = number_width(self._article.text, width)
        lay = partial(rows_of, self._article.text, width - numbers)
        if len(self._article.text) <= _AT_ONCE:
            self._take(self._article, width, numbers, lay())
            return
        self.present(Sheet([Block(paragraph("laying the text out…", width, Role.MUTED))]))
        work = partial(self._lay_aside, self._article, width, numbers, lay)
        self.run_worker(work, thread=True, exclusive=True, group="article", exit_on_error=False)

    def _lay_aside(
        self, article: Article, width: int, numbers: int, lay: Callable[[Callable[[], bool]], list[Row]]
    ) -> None:
        worker = get_current_worker()
        rows = lay(lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, article, width, numbers, rows)

    def _take(self, article: Article, width: int, numbers: int, rows: Sequence[Row]) -> None:
        if article is self._article and width == self._width:
            self._laid = ArticleSheet(article, rows, numbers)
            self._draw(seek=True)

    def _draw(self, *, seek: bool) -> None:
        if self._laid is None:
            return
        sheet = self._laid.marked(self._own, self._others)
        with self.changing():
            self._sheet, self._strips = sheet, {}
            if seek and self._own:
                self._seek(sheet)
        self._write_head()

    def _seek(self, sheet: ArticleSheet) -> None:
        first = sheet.row_at(min(span.start for span in self._own))
        last = sheet.row_at(max(min(span.start for span in self._own), self._own[0].end - 1))
        height = self.size.height
        if first < self.top or last >= self.top + height:
            self.top = first - height // _ABOVE

    def _write_head(self) -> None:
        sheet, height = self.sheet, self.size.height
        below = sheet.height - self.top - height
        self.write_titles((put("Article", Role.STRONG),), f"{below} more lines" if below > 0 else "")

    def scrolled(self) -> None:
        """Keep the lower border true."""
        self._write_head()
