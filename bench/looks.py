"""What the screens show once they are there: every pattern that the measurements wait for stands here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bench.probe import Look

FLOOR = "READY"
"""What the floor shows once it is there."""
_PARTS = (
    r"^ \S.* reading · (?:as of|AS OF) \d",
    r"─ 1 Rounds .*\n│ \S",
    r"─ 2 Owed · .*\n.*│ \S",
    r"─ 3 Next round · .*\n│ \S",
    r"─ 4 Evidence · \S.*\n.*│ \S",
    r"─ 5 What changed · .*\n│ \S",
)
_FOOTER = r"^ \? help  q quit"
_DAY = r"(?i)reading · as of (\d+ \w+ \d+)"
_READING = r"(?i)  (\S[^·]*) reading · as of"
_SHOWN = r"─ 4 Evidence · (\S+)"
_WAITS = r"│ waits on ([^\s,│]+)"


def _all(parts: Sequence[str], text: str) -> bool:
    return all(re.search(part, text, re.MULTILINE) for part in parts)


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found[1] if found else ""


FILLED = Look("every pane filled", lambda text: _all((*_PARTS, _FOOTER), text))
"""The first useful paint: header, something in each of the five panes, the footer."""


def shown_commitment(text: str) -> str:
    """Return the label that the evidence is about; "" where there is none."""
    return _found(_SHOWN, text)


def blocker(text: str) -> str:
    """Return a commitment that the next round is said to wait for; "" where it waits for none."""
    return _found(_WAITS, text)


def another_day(text: str) -> Look:
    """Await the board of another day than the one on this screen."""
    return _another("day", _DAY, text)


def another_reading(text: str) -> Look:
    """Await the board of another reading than the one on this screen."""
    return _another("reading", _READING, text)


def _another(what: str, pattern: str, before: str) -> Look:
    old = _found(pattern, before)

    def holds(text: str) -> bool:
        new = _found(pattern, text)
        return bool(new) and new != old and _all((*_PARTS, _FOOTER), text)

    return Look(f"the board of another {what} than {old!r}", holds)


def filtered(words: str) -> Look:
    """Await the list of what holds these words: its title names them."""
    title = rf"─ 2 Owed · [^─]*/{re.escape(words)}(?!\w)"
    return Look(f"the list filtered by {words!r}", lambda text: bool(re.search(title, text)))


def typed(words: str) -> Look:
    """Await the words in the line that they are typed into."""
    line = rf"^ / ?{re.escape(words)}(?!\w)"
    return Look(f"{words!r} typed into the filter", lambda text: bool(re.search(line, text, re.MULTILINE)))


CHOOSING = r"letter chooses"
"""The statuses to choose from."""
RESTING = r"analyst judgement"
"""What a status can rest on."""
HELP = r"─ Keys ─"


def judged(label: str, state: str, *, waiting: str = "") -> Look:
    """Await a commitment judged to be in a state: in the row, in its evidence, and in what the next round waits for.

    `waiting` is the commitment that blocks: it must be named as long as it is not delivered, and not after that.
    """
    headline = rf"─ 4 Evidence · {label} .*\n.*│ {label} .* {state} \*"
    row = rf"│ \S \S+ .* {state} \* .*│$"

    def holds(text: str) -> bool:
        if not _all((headline, row, _FOOTER), text):
            return False
        return not waiting or (waiting in re.findall(_WAITS, text)) != (state == "delivered")

    return Look(f"{label} judged {state}{' and the gate with it' if waiting else ''}", holds)
