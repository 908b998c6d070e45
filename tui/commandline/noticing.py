"""Commands about what is kept for the person: what is due and new, and what was copied."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.errors import UnknownError, UsageError
from store.repository.notices import notices as read_notices
from tui.commandline.opening import author_of, open_store, query_of
from tui.commandline.values import parse_limit
from tui.noticing import seen_last, when_words
from tui.personal import COPIES_KEPT, personal_of
from tui.wording import safe

if TYPE_CHECKING:
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings


def notices(asked: Asked, around: Surroundings) -> int:
    """Print what is due and overdue, and what is new since the person last looked. Returns the exit code."""
    person = author_of(asked, around).name
    with open_store(asked, around) as repository:
        query = query_of(asked, around, repository)
        found = read_notices(repository, query, seen_last(personal_of(around.environment), repository.path, person))
    if asked.json:
        from tui.notices_json import notices_text

        around.say(notices_text(found, ascii_only=not around.unicode))
        return 0
    from tui.report.notices import notices_lines
    from tui.report.paint import paint

    when = when_words(found.since.seen, around.clock()) if found.since is not None else ""
    paint(notices_lines(found, when), around)
    return 0


def copied(asked: Asked, around: Surroundings) -> int:
    """Print the text that was copied last, or the Nth last, as it is. Raises UnknownError where there is none."""
    try:
        number = max(parse_limit(asked.number), 1)
    except ValueError as error:
        raise UsageError(str(error)) from None
    personal = personal_of(around.environment)
    copies = personal.copies() if personal is not None else []
    if number > len(copies):
        if not copies:
            raise UnknownError(f"nothing was copied yet: {_copying_key(around)} on the dashboard copies a row")
        raise UnknownError(f"there is no copy {number}: {len(copies)} are kept, of {COPIES_KEPT} at most")
    around.say(_printed(copies[number - 1].text))
    return 0


def _copying_key(around: Surroundings) -> str:
    """Name the key that copies on the dashboard, which is the usual one where the file of keys cannot be taken."""
    from contextlib import suppress

    from tui.commandline.keys import take_keys
    from tui.commands.chosen import key_words

    with suppress(UsageError):
        take_keys(around.environment)
    return key_words("copy", "y")


def _printed(text: str) -> str:
    """Leave the ends of lines and the tabs of tables, and make all else harmless to a terminal."""
    return "\n".join("\t".join(safe(cell) for cell in line.split("\t")) for line in text.rstrip("\n").split("\n"))
