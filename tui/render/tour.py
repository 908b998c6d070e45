"""The tour: what each part of the dashboard answers, in a few calm steps."""

from __future__ import annotations

from store.domain.typed import NamedTuple
from tui.commands.chosen import enter_word, key_words, undoing
from tui.render.frame import Pane
from tui.render.spans import BLANK, Line, Role, fit, paragraph, put


class Step(NamedTuple):
    """One step: the pane it points at, and what is said of it."""

    pane: Pane
    title: str
    words: str


def tour_steps() -> tuple[Step, ...]:
    """Return the steps in their order, with the keys as they are; each can be said beside the pane it is about."""
    earlier, later = key_words("earlier", "<"), key_words("later", ">")
    return (
        Step(
            Pane.OWED, "What is owed, what has come",
            "Each row is one promise in one direction. The bar shows a share only where there is a number to measure "
            "by; dots mean unknown, never nought. After the figure: ? one side says so, = both do, ! they differ.",
        ),
        Step(
            Pane.EVIDENCE, "Says who",
            "Whatever the cursor is on, here stands who says so, how directly, where and in which words. "
            f"{enter_word()} gives it the whole screen, Esc comes back.",
        ),
        Step(
            Pane.ROUNDS, "Where the talks stand",
            "Each round with its days and state. What came out of it is told apart from whether it was held.",
        ),
        Step(
            Pane.NEXT, "When next, and what blocks it",
            "Who said what about when, the newest word of each first; what the next round waits on; who is silent. "
            f"{key_words('reading', 'v')} changes whose view of what is owed is taken, and the blockers with it.",
        ),
        Step(
            Pane.CHANGES, "What did we know on that day",
            f"{key_words('day', 't')} asks for a day, {earlier} and {later} step by days of evidence, "
            f"{key_words('latest', 'T')} returns. The board is then as it was that evening.",
        ),
        Step(
            Pane.OWED, "The rest is at your fingers",
            f"{_beginning(key_words('status', 'space'))} sets a status, {undoing()} anything. "
            f"{key_words('help', '?')} lists the keys, {key_words('about', 'H')} explains what is highlighted, "
            f"{key_words('palette', ':')} finds by name.",
        ),
    )  # fmt: skip


def _beginning(key: str) -> str:
    """Write a key as a sentence begins with it: a name with a capital, a letter as it is."""
    return key if len(key) == 1 else f"{key[:1].upper()}{key[1:]}"


def tour_lines(steps: tuple[Step, ...], number: int, width: int) -> tuple[Line, ...]:
    """Lay one of the steps out for a width."""
    step = steps[number]
    last = number + 1 == len(steps)
    keys: Line = (
        ("⏎ or → ", Role.ACCENT), put("done" if last else "next", Role.MUTED),
        *((("   ← ", Role.ACCENT), put("back", Role.MUTED)) if number else ()),
        *(() if last else (("   Esc ", Role.ACCENT), put("ends the tour", Role.MUTED))),
    )  # fmt: skip
    return (
        *paragraph(step.title, width, Role.STRONG),
        *paragraph(step.words, width),
        BLANK,
        fit(keys, width),
    )
