"""One source: every fact that rests on it at the left, at the right its text with the words of the fact marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.widget import Widget

from store.domain.typed import TYPE_CHECKING
from store.reading.record.shelved import SourceOpened
from tui.commands.archive import SOURCE
from tui.commands.command import Where
from tui.panes.article import MARKS, ArticlePane
from tui.panes.desk import Places
from tui.panes.proposals import DrawnPane, titled
from tui.render.frame import Box
from tui.render.sources import facts_sheet, no_text_sheet, source_boxes
from tui.render.spans import EMPTY_SHEET, Block, Line, Role, Sheet, paragraph
from tui.screens.view import ListView, bound

if TYPE_CHECKING:
    from store.domain.library import Fact
    from tui.views.viewer import Fetch, Viewer


class SourceScreen(ListView["SourceOpened | str"], inherit_bindings=False):
    """Shows a source; Enter on a fact shows its evidence. What is fetched is a sentence where it is not known then."""

    NAME = "source"
    PLACE = Where.SOURCE
    OWN = SOURCE
    WRITES = ("source_day",)
    BINDINGS: ClassVar[list[BindingType]] = bound(OWN)
    CSS = MARKS

    def __init__(self, viewer: Viewer, fetch: Fetch[SourceOpened | str]) -> None:
        super().__init__(viewer, fetch)
        self.article = ArticlePane()
        self.absent = DrawnPane("absent", self._absent, lambda: titled("Article"), keys=False)
        self.verbs |= {"source_day": self._redate, "next_pane": self._turn, "previous_pane": self._turn}

    @property
    def opened(self) -> SourceOpened | None:
        """The source, where it is known on the day shown."""
        return self.value if isinstance(self.value, SourceOpened) else None

    @property
    def fact(self) -> Fact | None:
        """The fact that the cursor is on."""
        label = self.lines.label
        return self.opened.facts[int(label)] if self.opened is not None and label else None

    @property
    def about(self) -> str:
        """What the fact is called, else the source."""
        if self.fact is not None:
            return self.fact.label
        return self.opened.shelved.source.label if self.opened is not None else ""

    @property
    def settling(self) -> bool:
        """Whether something is still to be shown."""
        return self.article.laying_out

    def parts(self) -> Iterable[Widget]:
        """Make the facts, and the text or what stands in its place."""
        return self.lines, self.article, self.absent

    def between(self, body: Box) -> Places:
        """Place them beside one another, above one another, or one alone."""
        held = self.opened is not None and self.opened.article is not None
        return source_boxes(body, "article" if self.article.has_focus else "lines", text=held)

    def draw(self, value: SourceOpened | str, width: int) -> Sheet:
        """List the facts."""
        if isinstance(value, str):
            return Sheet([Block(paragraph(f"{value}.", width, Role.MUTED))])
        return facts_sheet(value, width)

    def caption(self, value: SourceOpened | str) -> Line:
        """Title the facts."""
        return titled("Facts", "" if isinstance(value, str) else f"{len(value.facts):,}")

    def heading(self, value: SourceOpened | str) -> str:
        """Name the source."""
        if isinstance(value, str):
            return ""
        source = value.shelved.source
        return " · ".join(part for part in (source.label, source.publisher, source.title) if part)

    def _absent(self, width: int) -> Sheet:
        return no_text_sheet(self.opened, width) if self.opened is not None else EMPTY_SHEET

    def redraw(self) -> None:
        """Draw what was fetched anew, with the text beside it."""
        if self.opened is not None and self.opened.article is not None:
            self.article.show(self.opened.article)
        elif self.article.has_focus:
            self.set_focus(self.lines, scroll_visible=False)
        super().redraw()
        self.absent.redraw()
        self.place_anew()
        self.moved()

    def moved(self) -> None:
        """Mark the words of the fact that the cursor is on, and faintly those of the others."""
        value = self.opened
        if value is None or value.article is None:
            return
        place = int(self.lines.label) if self.lines.label else -1
        own = value.spans[place] if 0 <= place < len(value.spans) else ()
        others = [span for number, spans in enumerate(value.spans) if number != place for span in spans]
        self.article.mark(own, others)

    def chosen(self, label: str) -> None:
        """Show the evidence of the fact."""
        del label
        if self.fact is not None:
            self.viewer.evidence(self.fact.label)

    def _turn(self) -> None:
        if self.opened is not None and self.opened.article is not None:
            self.set_focus(self.lines if self.article.has_focus else self.article, scroll_visible=False)

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Show the part that has the keys, where there is room for one only."""
        self.place_anew()

    def _redate(self) -> None:
        if self.opened is not None:
            self.viewer.redate(self.opened.shelved.source)
