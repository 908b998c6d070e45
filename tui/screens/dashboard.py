"""The dashboard: where each command goes, and what happens when something is opened, chosen or answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui import messages
from tui.commands.board import COMMANDS
from tui.commands.command import Where, bindings
from tui.render.frame import Pane
from tui.render.outset import BY_ITSELF, Outset
from tui.screens.answering import AnsweringScreen


class Dashboard(AnsweringScreen, inherit_bindings=False):
    """Everything at one glance."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(COMMANDS, Where.BOARD, Where.DESK),
        Binding("ctrl+c,super+c", "screen.copy_text", show=False),
    ]

    def __init__(self, *, read_only: bool = False, outset: Outset = BY_ITSELF) -> None:
        super().__init__(read_only=read_only, outset=outset)
        self._verbs: dict[str, Callable[[], object]] = {
            "status": self._status,
            "order": lambda: self.choosing.order(),
            "mark": lambda: self.choosing.mark(),
            "mark_all": lambda: self.choosing.mark_all(),
            "windows": lambda: self.dating.start(self.trail.pane, self.pane_widget().label),
            "filter": self.filter,
            "day": self.asking.day,
            "back": self._back,
            "zoom": self._zoom,
            "copy": lambda: self.post_message(messages.CopyWanted()),
            "redate": lambda: self.post_message(messages.RedatingAsked(self.pane_widget().label)),
            "open": lambda: self.pane_widget().opened(),
            "next_pane": lambda: self._turn(1),
            "previous_pane": lambda: self._turn(-1),
            **self.arranging,
        }
        self._verbs.update({f"pane_{pane.number}": self._goer(pane) for pane in Pane})

    def action_do(self, command: str) -> None:
        """Carry out a command, or hand it to the app."""
        verb = self._verbs.get(command)
        if verb is not None:
            verb()
        else:
            self.post_message(messages.CommandGiven(command))

    def can_do(self, command: str) -> bool:
        """Whether a command is carried out here."""
        return command in self._verbs

    def _goer(self, pane: Pane) -> Callable[[], None]:
        return lambda: self.go(pane)

    def _status(self) -> None:
        """Change the status of all that is marked, else of what is highlighted."""
        if not (self.obligations.note and self.choosing.status()):
            self.editing.start(self.pane_widget().label)

    def _turn(self, by: int) -> None:
        panes = [pane for pane in Pane if pane is self.trail.pane or pane not in self.trail.layout.hidden]
        self.go(panes[(panes.index(self.trail.pane) + by) % len(panes)])

    def _zoom(self) -> None:
        self.trail.zoomed = not self.trail.zoomed
        if not self.trail.zoomed:
            self.pane_widget(Pane.EVIDENCE).to_edge(0)
        self.place_anew()

    def _back(self) -> None:
        """Go one step back: what was opened in the evidence, the zoom, the filter."""
        trail = self.trail
        if self.working:
            self.app.post_message(messages.CancelWanted())
        elif self.awaits:
            self.editing.forget()
            self.dating.forget()
        elif self.pane_widget().words:
            self.pane_widget().narrow("")
        elif trail.subjects:
            self.post_message(messages.Highlighted(trail.subjects.pop(), at_once=True))
        elif trail.zoomed:
            trail.zoomed = False
            self.pane_widget(Pane.EVIDENCE).to_edge(0)
            if trail.origin is not None:
                self.go(trail.origin)
                trail.origin = None
            self.place_anew()
        elif self.board is not None and self.board.page.filter:
            self.post_message(messages.FilterWanted(""))

    def place(self) -> tuple[str, int]:
        """Return what a board has to hold for the list of obligations to stay."""
        return self.obligations.place()

    @property
    def settling(self) -> bool:
        """Whether the list of obligations may ask for more by itself."""
        return self.obligations.ahead is not None

    def jump(self, label: str) -> None:
        """Go to a commitment or a round; of anything else the evidence is shown."""
        for pane in (Pane.OWED, Pane.ROUNDS):
            if self.pane_widget(pane).select(label):
                self.go(pane)
                return
        if self.board is not None and self.board.page.filter:
            self.post_message(messages.FilterWanted(""))
        self.obligations.seek(label)
        self.go(Pane.OWED)

    @on(messages.Opened)
    def _opened(self, event: messages.Opened) -> None:
        """Show the evidence over the whole screen; inside the evidence, go on to what is opened."""
        event.stop()
        if event.pane is Pane.EVIDENCE:
            if self.board is not None and event.label != self.board.evidence.subject:
                self.trail.subjects.append(self.board.evidence.subject)
            self.post_message(messages.Highlighted(event.label, at_once=True))
            return
        self.post_message(messages.Highlighted(event.label, at_once=True))
        self.trail.origin, self.trail.zoomed = event.pane, True
        self.trail.subjects.clear()
        self.go(Pane.EVIDENCE)
