"""Choosing from the journal: a person, a thing, a day, each asked in the line at the foot and taken back by Esc."""

from __future__ import annotations

from collections.abc import Callable

from store.domain.typed import TYPE_CHECKING
from store.domain.undoing import JournalFilter, people_meant, people_words
from tui.days import read_days
from tui.panes.prompt import Prompt
from tui.render.spans import Line, Role, fit, put

if TYPE_CHECKING:
    from tui.screens.journal import JournalScreen
    from tui.views.chronicle import Chronicle

ALL = JournalFilter()
WHO, ABOUT, WRITTEN = KINDS = ("who", "about", "written")
"""What is asked for."""


class Choosing:
    """Asks by what to choose, says how that is understood, and keeps the order in which it was chosen."""

    def __init__(self, screen: JournalScreen, chronicle: Chronicle) -> None:
        self._screen, self._chronicle = screen, chronicle
        self.wanted = ALL
        """Which entries are listed."""
        self._order: list[str] = []
        """By what they were chosen, the last one last."""

    @property
    def _people(self) -> tuple[str, ...]:
        return self._screen.value.people if self._screen.value is not None else ()

    def ask_who(self) -> None:
        """Ask for a person, naming those whom the letters typed may mean."""

        def echo(typed: str) -> Line:
            found = people_meant(typed, self._people) if typed.strip() else list(self._people)
            if len(found) == 1 and typed.strip():
                return (put(f"  = {found[0]}", Role.ACCENT),)
            return (put(f"  {', '.join(found) or 'nobody'}", Role.MUTED),)

        self._open(WHO, "by", self.wanted.who or "", echo)

    def ask_thing(self, text: str | None = None, refusal: str = "") -> None:
        """Ask for the label of a thing; with a text that was refused, once more."""
        given = text if text is not None else self.wanted.about or ""

        def echo(typed: str) -> Line:
            if refusal and typed == given:
                return (put(f"  {refusal}", Role.BAD),)
            name = self._named(typed.strip())
            return (put(f"  = {name}", Role.ACCENT) if name else put("  a label: C10, 003, R3, peskov", Role.MUTED),)

        self._open(ABOUT, "of", given, echo)

    def _named(self, label: str) -> str:
        """Return what the board calls a thing; empty where it does not show it."""
        board, folded = self._screen.board, label.casefold()
        if board is None or not label:
            return ""
        names = {row.label: row.standing.commitment.what for row in board.page.rows}
        names |= {standing.round.label: standing.round.name for standing in board.rounds}
        names |= {code: actor.name for code, actor in board.actors.items()}
        return next((f"{known} {name}" for known, name in names.items() if known.casefold() == folded), "")

    def ask_day(self) -> None:
        """Ask for days of writing, saying how they are understood."""
        today = self._screen.viewer.query.today

        def echo(typed: str) -> Line:
            read = read_days(typed, today)
            return (put(f"  {read.refusal}", Role.MUTED) if read.refusal else put(f"  = {read.words}", Role.ACCENT),)

        self._open(WRITTEN, "written on", "", echo)

    def _open(self, kind: str, question: str, text: str, echo: Callable[[str], Line]) -> None:
        self._screen.ask(Prompt(kind, question, text, lambda typed, width: fit(echo(typed), width), selected=True))

    def refused(self, kind: str, text: str) -> str:
        """Say why an answer cannot be taken; of a thing, only the store knows."""
        if kind == WHO and text.strip():
            found = people_meant(text, self._people)
            return "" if len(found) == 1 else people_words(text, found, self._people)
        if kind == WRITTEN and text.strip():
            return read_days(text, self._screen.viewer.query.today).refusal
        return ""

    def answered(self, kind: str, text: str) -> None:
        """Choose by what was asked; nothing typed takes the choice back."""
        if not text.strip():
            self._choose(kind, _without(self.wanted, kind))
        elif kind == WHO:
            self._choose(kind, self.wanted._replace(who=people_meant(text, self._people)[0]))
        elif kind == ABOUT:
            self._chronicle.label(text, self._choose_thing, lambda words: self.ask_thing(text, words))
        else:
            read = read_days(text, self._screen.viewer.query.today)
            self._choose(kind, self.wanted._replace(first=read.first, last=read.last))

    def _choose_thing(self, label: str) -> None:
        self._choose(ABOUT, self.wanted._replace(about=label))

    def _choose(self, kind: str, wanted: JournalFilter) -> None:
        order = [*(one for one in self._order if one != kind), kind]
        self._order = [one for one in order if _without(wanted, one) != wanted]
        self.wanted = wanted
        self._screen.begin_anew()

    def back(self) -> bool:
        """Take the last choice back; False where there is none."""
        if not self._order:
            return False
        self._choose(self._order[-1], _without(self.wanted, self._order[-1]))
        return True


def _without(wanted: JournalFilter, kind: str) -> JournalFilter:
    match kind:
        case "who":
            return wanted._replace(who=None)
        case "about":
            return wanted._replace(about=None)
        case _:
            return wanted._replace(first=None, last=None)
