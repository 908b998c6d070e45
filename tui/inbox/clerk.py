"""What the screens of the inbox ask for, and what is remembered of them while the program runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from store.domain.rounds import RoundStanding
    from store.reading.proposals import Content, Said
    from store.reading.record.inbox import Item, Opened, Reading
    from tui.messages import Found
    from tui.phrasing import DayRead


class Place:
    """Where the person was: the article, and in each article the proposal and what was marked."""

    def __init__(self) -> None:
        self.reading: int | None = None
        """The article that was open; None = the list of them."""
        self.visited = False
        """Whether the inbox was open before."""
        self.items: dict[int, str] = {}
        """The proposal that was highlighted, by article."""
        self.marked: dict[int, set[str]] = {}
        """The proposals that were marked, by article."""
        self.drafts: dict[int, dict[str, str]] = {}
        """What was typed into the form of an item and not saved, by item and field."""


class Looks(Protocol):
    """What can be asked. Each answer is handed over in the thread of the screen, unless a newer question came."""

    def readings(self, taken: Callable[[list[Reading]], object]) -> None:
        """Fetch the articles that were read."""

    def opened(self, number: int, taken: Callable[[Opened], object]) -> None:
        """Fetch an article with what is proposed from it."""

    def preview(self, items: Sequence[Item], taken: Callable[[str, bool], object]) -> None:
        """Say what accepting items would change, and whether they can be accepted."""

    def find(self, words: str, found: Callable[[Found], object]) -> None:
        """Look commitments up by label or words."""


class Changes(Protocol):
    """What can be changed. Whatever comes of it is said, and the screen is shown as it is then."""

    def accept(self, items: Sequence[Item]) -> None:
        """Write items into the record, as one change."""

    def drop(self, items: Sequence[Item], *, restore: bool) -> None:
        """Put items aside, or let them wait again."""

    def edit(self, item: Item, content: Content, said: Said, failed: Callable[[], object]) -> None:
        """Change what an item says and who says it; `failed` is called where that could not be saved."""

    def split(self, item: Item) -> None:
        """Make two items of one that goes both ways, or one of two halves."""

    def link(self, item: Item, label: str | None) -> None:
        """Say what an item is about."""

    def same_as(self, reading: Reading, source: str | None) -> None:
        """Say which source goes back to the same report as an article."""

    def take_back(self, item: Item, *, whole: bool) -> None:
        """Take an item out of the record, alone or with what was accepted with it."""

    def undo(self) -> None:
        """Take the last change of the record back."""

    def redo(self) -> None:
        """Do again what was undone."""


class Reads(Protocol):
    """Reading an article, in a thread of its own."""

    @property
    def busy(self) -> bool:
        """Whether something is under way that the person need not answer."""

    @property
    def words(self) -> str:
        """How far it is; empty where nothing is being read."""

    def begin(self, named: str) -> None:
        """Read a file or an address."""

    @property
    def wants_day(self) -> bool:
        """Whether it waits for the day of an article that names none."""

    def read_day(self, text: str) -> DayRead:
        """Read the day that was typed; nothing typed = the article has none."""

    def on_day(self, text: str) -> None:
        """Go on with the day that was typed."""

    def cancel(self) -> None:
        """Give up what is being read."""


class Clerk(Protocol):
    """Everything that the screens of the inbox need from outside."""

    place: Place
    looks: Looks
    changes: Changes
    reads: Reads

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""

    def leave(self) -> None:
        """Go back to the board, whatever is open over it."""

    @property
    def rounds(self) -> Sequence[RoundStanding]:
        """The rounds of the board."""
