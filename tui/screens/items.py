"""One article of the inbox: what is proposed at the left, its text at the right, below what accepting would change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.widget import Widget

from store.domain.typed import TYPE_CHECKING
from store.reading.record.inbox import State
from tui.commands.command import Where
from tui.commands.inbox import inbox_bindings
from tui.panes.article import ArticlePane
from tui.panes.desk import Places
from tui.panes.proposals import ChoosingPane, titled
from tui.render.inbox import head_line, inbox_boxes, is_brief, items_sheet
from tui.render.spans import EMPTY_SHEET, Line, Role, Sheet
from tui.screens.acting import Acting
from tui.screens.foreseeing import Foreseeing
from tui.screens.taking import InboxBase

if TYPE_CHECKING:
    from store.reading.record.inbox import Item, Opened
    from tui.inbox.clerk import Clerk


class ItemsScreen(InboxBase, inherit_bindings=False):
    """Shows what is proposed from one article, and nothing of any other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *inbox_bindings(Where.INBOX, Where.ITEM),
        Binding("ctrl+c,super+c", "screen.copy_text", show=False),
    ]
    PLACES = (Where.INBOX, Where.ITEM)
    AUTO_FOCUS = "#items"

    def __init__(self, clerk: Clerk, number: int) -> None:
        super().__init__(clerk)
        self.number = number
        self.opened: Opened | None = None
        self.items = ChoosingPane("items", self._items_sheet, self._items_title)
        self.article = ArticlePane()
        self.effect = Foreseeing(self)
        self.verbs |= Acting(self).verbs
        self.verbs |= {"next_pane": self._turn, "previous_pane": self._turn}

    def parts(self) -> Iterable[Widget]:
        """Make list, text and what lies below."""
        return self.items, self.article, self.effect.pane

    def boxes(self, size: Size) -> Places:
        """Place them beside one another, or the list above the text."""
        return inbox_boxes(*size, "article" if self.article.has_focus else "items")

    def headline(self, width: int) -> Line:
        """Name the article and its day, and count."""
        return head_line(self.opened.reading, width) if self.opened else ((" inbox", Role.ACCENT),)

    @property
    def settling(self) -> bool:
        """Whether something is still to be shown."""
        return self.effect.due or self.article.laying_out

    @property
    def item(self) -> Item | None:
        """The proposal that the cursor is on."""
        found = self.opened.items if self.opened else ()
        return next((item for item in found if item.number == self.items.label), None)

    @property
    def marked(self) -> set[str]:
        """The numbers of the proposals that were marked."""
        return self.clerk.place.marked.setdefault(self.number, set())

    @property
    def targets(self) -> list[Item]:
        """The marked proposals; where none is, the highlighted one."""
        found = self.opened.items if self.opened else ()
        return [item for item in found if item.number in self.marked] or ([self.item] if self.item else [])

    def look_again(self) -> None:
        """Fetch the article anew."""
        self.clerk.looks.opened(self.number, self._take)

    def _take(self, opened: Opened) -> None:
        if opened.reading.id != self.number or not self.is_attached:
            return
        self.opened = opened
        self.marked.intersection_update(item.number for item in opened.items if item.state is State.WAITING)
        self.article.show(opened.article)
        self.items.redraw(keep=self.clerk.place.items.get(self.number, ""))
        self.follow()

    def follow(self) -> None:
        """Show the words of what is highlighted, and have reckoned what accepting it would change."""
        if self.opened is None:
            return
        item = self.item
        if item is not None:
            self.clerk.place.items[self.number] = item.number
        own = item.proposal.evidence if item else ()
        others = [span for one in self.opened.items if one is not item for span in one.proposal.evidence]
        self.article.mark(own, others)
        self.effect.reckon()
        self.draw_edges()

    def _items_sheet(self, width: int) -> Sheet:
        return (
            items_sheet(self.opened.items, self.marked, width, brief=is_brief(*self.size))
            if self.opened
            else EMPTY_SHEET
        )

    def _items_title(self) -> Line:
        number = len(self.marked)
        return titled("Proposed", f"{number} marked" if number else "")

    def _turn(self) -> None:
        self.set_focus(self.items if self.article.has_focus else self.article, scroll_visible=False)

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Show the part that has the keys, where there is room for one only."""
        self.place_anew()

    def step_back(self) -> None:
        """Go back to the list of articles."""
        self.clerk.place.reading = None
        self.dismiss(None)

    @on(ChoosingPane.Moved)
    def _moved(self, event: ChoosingPane.Moved) -> None:
        event.stop()
        self.follow()

    @on(ChoosingPane.Chosen)
    def _chosen(self, event: ChoosingPane.Chosen) -> None:
        event.stop()
        self.action_do("accept")
