"""Words for days as they are typed into one word of a filter: `last-week`, `23_June`."""

from datetime import date

from store import phrases

_LONGEST = 10_000
"""Signs beyond which words are no words for days."""


def days_named(words: str, reference: date) -> tuple[date, date] | None:
    """Read words for days, with dashes for blanks, as the first and the last of them; None where they are none."""
    if len(words) > _LONGEST:
        return None
    found = phrases.resolve(words.replace("-", " ").replace("_", " "), reference, None, "en")
    if found is None or not found.dated:
        return None
    return found.earliest or found.latest or reference, found.latest or found.earliest or reference
