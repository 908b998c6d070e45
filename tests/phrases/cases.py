"""Phrases with their answers: written by people who had read the conventions and not the grammar.

The first sets were also worked with when the grammar was made; those that end in 2 and 3 were written against the
finished grammar, and measured before anything was changed for them.
"""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from store.phrases import PhraseWindow

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """A phrase, what it is read against, and the days that it allows."""

    text: str
    reference: date
    tense: str | None
    lang: str
    days: tuple[str | None, str | None]
    kind: str
    least: int | None
    most: int | None
    words: tuple[int, int] | None

    def __str__(self) -> str:
        return f"{self.text!r} on {self.reference} ({self.tense}): {self.days}"


def cases_in(path: Path) -> list[Case]:
    """Read a file of cases."""
    return [_case(json.loads(line)) for line in path.read_text().splitlines()]


def _case(fields: dict[str, object]) -> Case:
    tense, start, end = fields["tense"], fields.get("start"), fields.get("end")
    least, most = fields.get("min_days"), fields.get("max_days")
    return Case(
        str(fields["text"]),
        date.fromisoformat(str(fields["ref"])),
        str(tense) if tense in ("past", "future") else None,
        str(fields["lang"]),
        (_day(fields["earliest"]), _day(fields["latest"])),
        str(fields["kind"]),
        least if isinstance(least, int) else None,
        most if isinstance(most, int) else None,
        (start, end) if isinstance(start, int) and isinstance(end, int) else None,
    )


def _day(value: object) -> str | None:
    return None if value is None else str(value)


def days_of(window: PhraseWindow | None) -> tuple[str | None, str | None]:
    """Return the ends of an answer as they stand in the cases."""
    if window is None:
        return None, None
    first, last = window.earliest, window.latest
    return first.isoformat() if first else None, last.isoformat() if last else None
