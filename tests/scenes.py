"""What the pictures of the manual show: which record, which keys, and what has to be on the screen then."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tui.render.outset import BY_ITSELF, Outset


class Record(StrEnum):
    """What a picture is drawn from."""

    SEEDS = "seeds"
    """The seed record alone."""
    BOTH = "both"
    """The seed record and that of the second negotiation."""
    INBOX = "inbox"
    """The seed record, and an article of our own writing in the inbox."""


class Scene(NamedTuple):
    """A picture: how the dashboard is brought to it, and what shows that it got there."""

    name: str
    """The file is docs/pictures/NAME.svg."""
    keys: str
    """Keys as Textual names them, with spaces between; what follows a ' is typed letter by letter."""
    words: tuple[str, ...]
    """What must be on the screen before the picture is taken."""
    size: tuple[int, int] = (104, 30)
    """Columns and lines."""
    record: Record = Record.SEEDS
    outset: Outset = BY_ITSELF


_WIDE = (120, 34)
_PLAIN = Outset(theme="mono", encoding="ascii")

SCENES = (
    Scene("board", "colon 'C10 enter", ("4 Evidence · C10", "78 / 6,000"), (120, 40)),
    Scene("evidence", "colon 'C09 enter enter", ("4 Evidence · C09", "6,060 of 6,000"), (120, 30)),
    Scene("ledger", "colon 'C09 enter l", ("Ledger · C09", "mirror each other"), (104, 42)),
    Scene("blockers", "b" + " j" * 7, ("Blockers", "Why · C10"), (104, 36)),
    Scene("drift", "D G k", ("Said about when", "Days named")),
    Scene("timeline", "h k k k right right", ("By week", "as of 25 Jun 2025")),
    Scene("progress", "t '2023-12-01 enter colon 'GC01 enter p G", ("As known by day", "GC01"), record=Record.BOTH),
    Scene("past", "less_than_sign", ("AS OF 23 Jun 2025", "gated → expected"), _WIDE),
    Scene("status", "colon 'C10 enter space", ("C10 Remains of soldiers · status",), _WIDE),
    Scene("changes", "colon 'C10 enter space d enter j c x", ("Take back entry 2", "On the board"), (104, 24)),
    Scene("sources", "s o", ("4 origins, by origin", "counted once"), (104, 26)),
    Scene("inbox", "i j enter g j j", ("Proposed", "what accepting changes"), _WIDE, Record.INBOX),
    Scene("tracks", "O O", ("Israel–Hamas · Gaza 2023–25",), _WIDE, Record.BOTH),
    Scene("light", "", ("Owed",), _WIDE, outset=Outset(theme="light")),
    Scene("colour-blind", "", ("Owed",), _WIDE, outset=Outset(theme="colour-blind")),
    Scene("plain-signs", "", ("Owed",), _WIDE, outset=_PLAIN),
)
