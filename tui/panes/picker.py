"""The status picker at the row: first the state, then what it rests on. Nothing is saved before both are chosen."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from store.domain.model import Claim
from store.domain.requests import NewJudgement
from store.domain.standing import Standing
from store.domain.typed import NamedTuple
from store.domain.words import Aspect, Delivery
from tui.commands.status import BASIS_LETTERS, STATUS_KEYS
from tui.layouts import twins
from tui.messages import JudgementWanted, PickerClosed, ReasonWanted
from tui.panes.listing import Listing
from tui.render.picker import basis_sheet, status_sheet, status_words
from tui.wording import safe


class Case(NamedTuple):
    """What a status is chosen for."""

    standing: Standing
    claims: tuple[Claim, ...]
    expected: int | None
    """The newest journal entry seen on it."""
    reason: str = ""
    """What was written before a save that did not succeed."""

    @property
    def label(self) -> str:
        """The commitment."""
        return self.standing.commitment.label


def judgement_of(case: Case, value: Delivery | None, *, reason: str | None, rests_on: str | None) -> NewJudgement:
    """Make the judgement that a choice comes to."""
    return NewJudgement(
        about=case.label,
        aspect=Aspect.DELIVERY,
        value=value.value if value else None,
        reason=reason or None,
        rests_on=rests_on,
        expected=case.expected,
    )


class StatusPicker(Listing):
    """A small list over the board; while it is open no key reaches anything else."""

    def __init__(self, case: Case, value: Delivery | None = None, *, second: bool = False) -> None:
        super().__init__(id="picker")
        self.case = case
        self.value = value
        """What the first step chose."""
        self.second = second

    @property
    def lines(self) -> int:
        """How many lines it would like to have."""
        return 2 + min(9, len(self.case.claims)) if self.second else len(STATUS_KEYS)

    def on_resize(self, _event: events.Resize) -> None:
        """Lay the choices out for the width."""
        self.lay_out()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw; the first time before any resize was announced, so that no empty list is ever painted."""
        if not self.sheet.height:
            self.lay_out()
        return super().render_lines(crop)

    def lay_out(self) -> None:
        """Show the choices of the step."""
        width = self.size.width
        what = f"{self.case.label} {self.case.standing.commitment.what}"
        if self.second:
            title = f"{what} → {status_words(self.value)} · resting on"
            self.present(basis_sheet(self.case.claims, width))
        else:
            title = f"{what} · status"
            now = next((k.letter for k in STATUS_KEYS if k.value is self.case.standing.delivery), "n")
            self.present(status_sheet(self.case.standing, width), keep=self.label or f"status:{now}")
        self.head(Content(safe(title)), "letter or ⏎ sets · esc back")

    def on_key(self, event: events.Key) -> None:
        """Take every key: letters choose, arrows move, Esc goes back one step."""
        event.stop()
        event.prevent_default()
        if event.key in ("escape", "q", *twins("q")):
            self.back()
        elif event.key == "enter":
            self.opened()
        elif event.key in ("down", "up", "tab", "shift+tab"):
            self.step(1 if event.key in ("down", "tab") else -1)
        elif event.key in ("home", "end"):
            self.to_edge(0 if event.key == "home" else -1)
        elif event.character:
            self.letter(event.character)

    def letter(self, letter: str) -> None:
        """Choose by a letter, whatever the layout."""
        if not self.second:
            for key in STATUS_KEYS:
                if key.is_meant(letter):
                    self.choose_state(key.value)
            return
        for name in BASIS_LETTERS:
            if letter == name or letter in twins(name):
                self.choose_basis(name)
                return
        if letter.isdecimal():
            self.choose_basis(letter)

    def opened(self) -> None:
        """Choose what the cursor is on."""
        step, _, name = self.label.partition(":")
        if step == "basis":
            self.choose_basis(name)
        elif step == "status":
            self.letter(name)

    def choose_state(self, value: Delivery | None) -> None:
        """Take the state and ask what it rests on."""
        self.value, self.second = value, True
        self.cursor = 0
        self.lay_out()
        self.refresh(layout=True)

    def choose_basis(self, name: str) -> None:
        """Finish: file it as the analyst's own, on a claim, or go on to the reason."""
        if name == "w":
            self.post_message(ReasonWanted(self.case, self.value))
            return
        if name == "j":
            self._finish(None)
            return
        number = int(name)
        if 1 <= number <= len(self.case.claims):
            claim = self.case.claims[number - 1]
            self._finish(claim.label or claim.cite.locator)

    def _finish(self, rests_on: str | None) -> None:
        # Only the app answers, and what is saved is under way before the list is taken away.
        self.app.post_message(JudgementWanted(judgement_of(self.case, self.value, reason=None, rests_on=rests_on)))
        self.post_message(PickerClosed())

    def back(self) -> None:
        """Go back to the states, or close."""
        if not self.second:
            self.post_message(PickerClosed())
            return
        self.second = False
        self.cursor = 0
        self.lay_out()
        self.refresh(layout=True)
