"""What the tests of the inbox share: articles in it, and a look at what lies there."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from textual.screen import Screen

from store.domain.requests import Author
from store.reading import intake
from store.reading.reader import read
from store.reading.record.inbox import Item, Opened
from store.reading.record.known_words import lexicon_of
from store.reading.texts import origins
from store.repository import Repository
from tests.screens.conftest import Desk
from tui.screens.items import ItemsScreen

DISPATCHES = Path(__file__).parents[2] / "fixtures" / "dispatches"
ANNA = Author("anna", datetime(2026, 11, 22, 12, tzinfo=UTC))


def dispatch(path: Path, *numbers: str) -> None:
    """Read dispatches into the inbox of a store, with the reader itself."""
    with Repository.open(path) as repository:
        lexicon = lexicon_of(repository.vocabulary(), repository.vocabulary(taught=True))
        for number in numbers:
            text = (DISPATCHES / f"{number}.txt").read_bytes()
            taken = intake.from_bytes(text, address=f"{number}.txt", published=None)
            repository.inbox.keep(read(taken, lexicon), origins.fingerprint(taken), ANNA)


def opened(path: Path, number: int = 1) -> Opened:
    """Fetch a reading as it is in the store."""
    with Repository.open(path) as repository:
        return repository.inbox.reading(number)


def states(path: Path, number: int = 1) -> dict[str, str]:
    """List where the items of a reading stand."""
    return {item.number: item.state.value for item in opened(path, number).items}


def held(path: Path, item: str) -> Item:
    """Fetch an item."""
    return next(one for one in opened(path).items if one.number == item)


def page(d: Desk) -> ItemsScreen:
    """Return the page of the article that is open."""
    return next(screen for screen in reversed(d.app.screen_stack) if isinstance(screen, ItemsScreen))


def shows(d: Desk, kind: type[Screen[Any]]) -> bool:
    """Whether a screen is in front."""
    return isinstance(d.app.screen, kind)


async def onto(d: Desk, number: str) -> None:
    """Move onto an item, by keys."""
    await d.press("g")
    for _ in page(d).items.sheet.stops:
        if page(d).items.label == number:
            break
        await d.pilot.press("j")
    await d.rest()
    assert page(d).items.label == number


def mark_of(d: Desk) -> str:
    """Return the words of the article that are marked."""
    sheet = page(d).article.sheet
    lines = (sheet.line(y) for y in range(sheet.height))
    return " ".join(text for line in lines for text, role in line if role.value == "marked")
