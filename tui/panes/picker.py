"""The status picker at the row: first the state, then what it rests on. Nothing is saved before both are chosen."""

from __future__ import annotations

from typing import ClassVar

from store.domain.model import Claim
from store.domain.requests import NewJudgement
from store.domain.standing import Standing
from store.domain.typed import NamedTuple
from store.domain.words import Aspect, Delivery
from tui.commands.status import BASIS_LETTERS, STATUS_KEYS
from tui.layouts import twins
from tui.messages import JudgementWanted, PickerClosed, ReasonWanted
from tui.panes.picking import Offered, RowPicker
from tui.render.picker import basis_sheet, status_sheet, status_words


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


class StatusPicker(RowPicker):
    """Offers the states, then what the chosen one can rest on."""

    BACK: ClassVar[tuple[str, ...]] = ("escape", "q", *twins("q"))
    DOES = "sets"

    def __init__(self, case: Case, value: Delivery | None = None, *, second: bool = False) -> None:
        super().__init__()
        self.case = case
        self.value = value
        """What the first step chose."""
        self.second = second

    @property
    def lines(self) -> int:
        """How many lines it would like to have."""
        return 2 + min(9, len(self.case.claims)) if self.second else len(STATUS_KEYS)

    def offered(self, width: int) -> Offered:
        """Draw the choices of the step."""
        what = f"{self.case.label} {self.case.standing.commitment.what}"
        if self.second:
            title = f"{what} → {status_words(self.value)} · resting on"
            return Offered(title, basis_sheet(self.case.claims, width))
        now = next((k.letter for k in STATUS_KEYS if k.value is self.case.standing.delivery), "n")
        return Offered(f"{what} · status", status_sheet(self.case.standing, width), self.label or f"status:{now}")

    def letter(self, char: str) -> None:
        """Choose by a letter, whatever the layout."""
        if not self.second:
            for key in STATUS_KEYS:
                if key.is_meant(char):
                    self.choose_state(key.value)
            return
        for name in BASIS_LETTERS:
            if char == name or char in twins(name):
                self.choose_basis(name)
                return
        if char.isdecimal():
            self.choose_basis(char)

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
            super().back()
            return
        self.second = False
        self.cursor = 0
        self.lay_out()
        self.refresh(layout=True)
