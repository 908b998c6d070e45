"""What can be done with proposals on the page of an article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from store.domain.typed import TYPE_CHECKING
from store.reading.proposals import Commitment, Exchange, Position
from store.reading.record.contents import kind_of
from store.reading.record.inbox import State
from tui.commands.inbox import taking_back, waiting_again
from tui.refusals import open_read_only
from tui.report.proposing import sentence, title_of
from tui.screens.confirming import Choice, ConfirmScreen
from tui.screens.correction import CorrectionScreen
from tui.screens.linking import MATCHED, LinkScreen

if TYPE_CHECKING:
    from store.reading.record.inbox import Item
    from tui.screens.items import ItemsScreen

_MOST = 60
"""How many items a question lists."""


class Acting:
    """Carries out the commands of the page; what needs an answer is asked first."""

    def __init__(self, screen: ItemsScreen) -> None:
        self._screen = screen
        self._clerk = screen.clerk
        self.verbs: dict[str, Callable[[], object]] = {
            "accept": self._changing(self.accept),
            "drop": self._changing(self.drop),
            "correct": self._changing(self.correct),
            "accept_kind": self._changing(self.accept_kind),
            "split": self._changing(self.split),
            "link": self._changing(self.link),
            "take_back": self._changing(self.take_back),
            "same_origin": self._changing(self.same_origin),
            "mark": self.mark,
        }

    def _changing(self, verb: Callable[[], object]) -> Callable[[], None]:
        def checked() -> None:
            if self._clerk.read_only:
                self._screen.tell(open_read_only(), warning=True)
            elif self._screen.opened is not None:
                verb()

        return checked

    def accept(self) -> None:
        """Accept the marked proposals, or the highlighted one."""
        targets = self._screen.targets
        waiting = [item for item in targets if item.state is State.WAITING]
        if waiting:
            self._clerk.changes.accept(waiting)
        elif targets:
            item = targets[0]
            words = f"is in the record already: {taking_back()}"
            if not item.entry:
                words = f"was dropped: {waiting_again()}"
            self._screen.tell(f"{item.number} {words}.")

    def drop(self) -> None:
        """Drop the marked proposals, or the highlighted one; one that was dropped waits again."""
        targets = self._screen.targets
        open_ = [item for item in targets if item.state is not State.ACCEPTED]
        if open_:
            self._clerk.changes.drop(open_, restore=all(item.state is State.DROPPED for item in open_))
        elif targets:
            self._screen.tell(f"{targets[0].number} is in the record: {taking_back()} first.")

    def mark(self) -> None:
        """Mark the highlighted proposal, or take its mark off, and go on."""
        item, marked = self._screen.item, self._screen.marked
        if item is None:
            return
        if item.number in marked:
            marked.discard(item.number)
        elif item.state is State.WAITING:
            marked.add(item.number)
        else:
            self._screen.tell(f"{item.number} does not wait any more, so it cannot be marked.")
            return
        self._screen.items.redraw()
        self._screen.items.step(1)
        self._screen.follow()

    def accept_kind(self) -> None:
        """Accept all of the highlighted one's kind that wait, once that was said yes to."""
        item, opened = self._screen.item, self._screen.opened
        if item is None or opened is None:
            return
        kind = kind_of(item.proposal.content)
        waiting = [
            one for one in opened.items if one.state is State.WAITING and kind_of(one.proposal.content) == kind
        ]  # fmt: skip
        if not waiting:
            self._screen.tell(f"Nothing of {title_of(item.proposal.content).casefold()} waits.")
            return
        title = f"Accept all {len(waiting)} of {title_of(item.proposal.content).casefold()}?"
        choices = (Choice("y", f"accept {len(waiting)} as one change"),)
        ask = ConfirmScreen(title, _listed(waiting), choices, lambda taken: self._clerk.looks.preview(waiting, taken))

        def answered(letter: str | None) -> None:
            if letter == "y":
                self._clerk.changes.accept(waiting)

        self._screen.app.push_screen(ask, answered)

    def correct(self) -> None:
        """Open the form for the highlighted proposal, with what was typed into it and not saved."""
        item, opened = self._screen.item, self._screen.opened
        if item is None or opened is None:
            return
        if item.state is State.ACCEPTED:
            self._screen.tell(f"{item.number} is in the record: {taking_back()}, then it can be edited.")
            return
        self._screen.app.push_screen(CorrectionScreen(item, opened.article, self._clerk))

    def split(self) -> None:
        """Make two of what goes both ways; of a half the whole again."""
        item = self._screen.item
        if item is None:
            return
        content = item.proposal.content
        both = isinstance(content, (Commitment, Exchange)) and content.reciprocal
        if both or item.half_of is not None:
            self._clerk.changes.split(item)
        else:
            self._screen.tell(f"{item.number} goes one way only: there is nothing to split.")

    def link(self) -> None:
        """Choose what the highlighted proposal is about."""
        item = self._screen.item
        if item is None:
            return
        if isinstance(item.proposal.content, Position):
            self._screen.tell("A position is linked to nothing.")
            return
        if item.state is State.ACCEPTED:
            self._screen.tell(f"{item.number} is in the record: {taking_back()}, then it can be linked.")
            return

        def chosen(choice: str | None) -> None:
            if choice is not None:
                self._clerk.changes.link(item, None if choice == MATCHED else choice)

        self._screen.app.push_screen(LinkScreen(item, self._clerk), chosen)

    def take_back(self) -> None:
        """Take the highlighted one out of the record, alone or with what was accepted with it, once that was chosen."""
        item, opened = self._screen.item, self._screen.opened
        if item is None or opened is None:
            return
        if item.state is not State.ACCEPTED:
            self._screen.tell(f"{item.number} is not in the record: there is nothing to take back.")
            return
        together = [one for one in opened.items if one.entry == item.entry]
        choices = [Choice("y", f"take back {item.number}" + (" alone" if len(together) > 1 else ""))]
        if len(together) > 1:
            choices.append(Choice("w", f"take back all {len(together)} that were accepted together"))

        def answered(letter: str | None) -> None:
            if letter is not None:
                self._clerk.changes.take_back(item, whole=letter == "w")

        ask = ConfirmScreen(f"Take {item.number} out of the record?", _listed(together), tuple(choices))
        self._screen.app.push_screen(ask, answered)

    def same_origin(self) -> None:
        """Count the article and the next of the sources that are near as one origin; after the last one none."""
        opened = self._screen.opened
        if opened is None:
            return
        reading = opened.reading
        names = list(dict.fromkeys(alike.source for alike in reading.near))
        if reading.same_as is not None and reading.same_as not in names:
            names.insert(0, reading.same_as)
        if not names:
            self._screen.tell("No stored source tells nearly the same as this article.")
            return
        place = names.index(reading.same_as) + 1 if reading.same_as is not None else 0
        self._clerk.changes.same_as(reading, names[place] if place < len(names) else None)


def _listed(items: Sequence[Item]) -> list[str]:
    lines = [f"{item.number}  {sentence(item.proposal.content)}" for item in items[:_MOST]]
    more = len(items) - _MOST
    return [*lines, f"and {more} more"] if more > 0 else lines
