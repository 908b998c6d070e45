"""The tour: what each part of the dashboard answers, in a few calm steps."""

from __future__ import annotations

from store.domain.typed import NamedTuple
from tui.render.frame import Pane
from tui.render.spans import BLANK, Line, Role, fit, paragraph, put


class Step(NamedTuple):
    """One step: the pane it points at, and what is said of it."""

    pane: Pane
    title: str
    words: str


STEPS = (
    Step(
        Pane.OWED, "What is owed, what has come",
        "Each row is one promise in one direction. The bar shows a share only where there is a number to measure by; "
        "dots mean unknown, never nought. After the figure: ? one side says so, = both do, ! they differ.",
    ),
    Step(
        Pane.EVIDENCE, "Says who",
        "Whatever the cursor is on, here stands who says so, how directly, where and in which words. "
        "Enter gives it the whole screen, Esc comes back.",
    ),
    Step(
        Pane.ROUNDS, "Where the talks stand",
        "Each round with its days and state. What came out of it is told apart from whether it was held.",
    ),
    Step(
        Pane.NEXT, "When next, and what blocks it",
        "Who said what about when, the newest word of each first; what the next round waits on; who is silent. "
        "v changes whose view of what is owed is taken, and the blockers with it.",
    ),
    Step(
        Pane.CHANGES, "What did we know on that day",
        "t asks for a day, < and > step by days of evidence, T returns. The board is then as it was that evening.",
    ),
    Step(
        Pane.OWED, "The rest is at your fingers",
        "Space sets a status, u undoes anything. ? lists the keys, H explains what is highlighted, : finds by name.",
    ),
)  # fmt: skip
"""The steps in their order; each can be said beside the pane it is about."""


def tour_lines(number: int, width: int) -> tuple[Line, ...]:
    """Lay one step out for a width."""
    step = STEPS[number]
    last = number + 1 == len(STEPS)
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
