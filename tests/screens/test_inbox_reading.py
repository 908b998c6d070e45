"""Reading an article from the inbox: asked for by `r`, read in a thread, given up with Esc; hostile text is shown."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from store.reading.article import Article, Passage, Published, Span
from store.reading.proposals import ArticleReading, Exchange, Figure, Position, Proposal, Said
from store.repository import Repository
from tests.screens.conftest import LARGE, MIDDLE, SMALL, Desk, Opener
from tests.screens.inboxes import ANNA, opened, page, shows, states
from tests.store.articles import DAY
from tui.screens.dashboard import Dashboard
from tui.screens.items import ItemsScreen
from tui.screens.readings import ReadingsScreen

DISPATCHES = Path(__file__).parents[2] / "fixtures" / "dispatches"
UNDATED = """Swap announced

Russia and Ukraine will exchange 300 prisoners each by the end of next week, the mediator said.
"""


async def ask(d: Desk, named: str) -> None:
    """Ask for an article."""
    await d.press("r")
    d.app.screen.query_one("#answer", Input).value = named
    await d.press("enter")


async def test_file_is_read_and_opened(desk: Opener, store: Path) -> None:
    async with desk() as d:
        await d.press("i")
        await ask(d, str(DISPATCHES / "02.txt"))
        await d.until(lambda: shows(d, ItemsScreen))
        await d.rest()
        many = len(states(store))
        assert d.told[-1] == f"read: {many} proposals wait in the inbox; nothing is saved by itself"
        assert "round 3 held, in Istanbul" in d.text
        assert set(states(store).values()) == {"waiting"}
        await ask(d, str(DISPATCHES / "01.txt"))
        await d.until(lambda: "FLASH" in d.lines[0])
        assert page(d).number == 2
        await d.press("escape")
        assert shows(d, ReadingsScreen)
        await ask(d, str(DISPATCHES / "02.txt"))
        await d.until(lambda: shows(d, ItemsScreen))
        await d.rest()
        assert d.told[-1] == "already read on 2026-11-22 by anna: this is how it stands in the inbox"
        assert page(d).number == 1


async def test_missing_day_is_asked_for_and_taken_as_a_phrase(desk: Opener, store: Path, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(UNDATED)
    async with desk() as d:
        await d.press("i")
        await ask(d, str(path))
        await d.until(lambda: "published on" in d.text)
        assert "the article names no day" in d.text
        await d.type("this week")
        assert "is more than one day" in d.text
        await d.press("enter")
        assert "published on" in d.text
        d.app.screen.query_one("#answer", Input).value = "23 June 2025"
        await d.rest()
        assert "= Mon 23 Jun 2025" in d.text
        await d.press("enter")
        await d.until(lambda: shows(d, ItemsScreen))
        published = opened(store).reading.published
        assert (str(published.day), published.basis) == ("2025-06-23", "given")


async def test_article_without_a_day_is_kept_and_says_that_it_lacks_one(
    desk: Opener, store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text(UNDATED)
    async with desk() as d:
        await d.press("i")
        await ask(d, str(path))
        await d.until(lambda: "published on" in d.text)
        await d.press("enter")
        await d.until(lambda: shows(d, ItemsScreen))
        await d.rest()
        assert opened(store).reading.published.day is None
        assert "the article has no day: read it again" in d.text


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("/nowhere/to/be/found.txt", "cannot be read: No such file"),
        ("ftp://example.org/a", "http"),
        ("http://127.0.0.1:9/a", "private"),
        ("~nobody-of-that-name/a", "home that cannot be found"),
    ],
)
async def test_what_cannot_be_had_is_one_sentence(desk: Opener, store: Path, named: str, words: str) -> None:
    async with desk() as d:
        await d.press("i")
        await ask(d, named)
        await d.until(lambda: d.told)
        assert words in d.told[-1]
        assert "\n" not in d.told[-1]
        assert shows(d, ReadingsScreen)
        assert "Esc cancels" not in d.text


@pytest.fixture
def held_up(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Let reading take until the event is set."""
    going = threading.Event()

    def slow(article: Article, _lexicon: Any) -> ArticleReading:
        assert going.wait(20)
        return ArticleReading(article, ())

    monkeypatch.setattr("tui.inbox.reading.read_article", slow)
    return going


async def begun(d: Desk, named: str) -> None:
    """Begin to read, and see how far it is."""
    await d.pilot.press("r")
    await d.until(lambda: d.app.screen.query("#answer"))
    d.app.screen.query_one("#answer", Input).value = named
    await d.pilot.press("enter")
    await d.until(lambda: "letters of" in d.lines[-1])
    assert "Esc cancels" in d.lines[-1]


async def test_keys_are_answered_while_it_reads_and_escape_gives_it_up(
    desk: Opener, store: Path, held_up: threading.Event
) -> None:
    async with desk() as d:
        await d.press("i")
        await begun(d, str(DISPATCHES / "02.txt"))
        await d.pilot.press("question_mark")
        await d.until(lambda: "In the inbox" in d.text)
        await d.pilot.press("escape")
        await d.pilot.pause(0.1)
        await d.pilot.press("escape")
        await d.until(lambda: "Esc cancels" not in d.lines[-1])
        assert d.told[-1] == "The article was not read."
        held_up.set()
        await d.pilot.pause(0.3)
        await d.rest()
        assert shows(d, ReadingsScreen)
    with Repository.open(store) as repository:
        assert repository.inbox.readings() == []


async def test_reading_goes_on_where_the_inbox_is_left(desk: Opener, store: Path, held_up: threading.Event) -> None:
    async with desk() as d:
        await d.press("i")
        await begun(d, str(DISPATCHES / "02.txt"))
        await d.pilot.press("i")
        await d.until(lambda: shows(d, Dashboard))
        held_up.set()
        await d.until(lambda: d.told)
        assert d.told[-1] == "read: nothing to propose was found in it; it is in the inbox"
        assert shows(d, Dashboard)


HOSTILE = (
    "[/] [bold]x[/bold] [@click=app.quit]press[/] \x1b]52;c;aGFja2Vk\x07 \x1b[2J\x1b[1;1H \x9b31m \u202egnp\u202c "
    "zero\u200bwidth \ufeff \x00 tab\tend [[[[[[[[ \u0301\u0301\u0301 漢字 🕊"
)


def hostile(repository: Repository, body: str) -> None:
    """Put an article made of hostile text into the inbox, with hostile proposals."""
    text = f"{HOSTILE}\n{body}\n"
    end = len(HOSTILE)
    article = Article(
        text,
        (Passage(Span(0, end), 1, True), Passage(Span(end + 1, len(text)), 2)),
        Published(DAY, "given", HOSTILE),
        HOSTILE,
        HOSTILE,
        HOSTILE,
    )
    said = Said(HOSTILE, HOSTILE, via=HOSTILE)
    proposals = (
        Proposal("X1", Exchange(HOSTILE, HOSTILE, HOSTILE, figure=Figure(7)), (Span(0, end),), 1, said, (HOSTILE,)),
        Proposal("P1", Position(HOSTILE, HOSTILE, HOSTILE), (Span(len(text) - 9, len(text)),), 2, said, (HOSTILE,)),
    )
    repository.inbox.keep(ArticleReading(article, proposals), "", ANNA)


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE])
@pytest.mark.parametrize("body", ["a" * 1_000_000, "\u202e" * 200_000, "\u0301" * 50_000, HOSTILE * 200], ids=len)
async def test_hostile_article_is_shown_literally_and_never_acts(
    desk: Opener, store: Path, body: str, size: tuple[int, int]
) -> None:
    with Repository.open(store) as repository:
        hostile(repository, body)
    async with desk(size) as d:
        await d.press("i")
        await d.until(lambda: not page(d).article.laying_out)
        for keys in (("j",), ("k", "l", "escape"), ("e", "escape"), ("A", "n"), ("tab", "G", "g", "tab"), ("i", "i")):
            await d.press(*keys)
            for line in d.lines:
                assert line.isprintable()
        assert shows(d, ItemsScreen)
        assert "[/] [bold]x[/bold]" in d.text
        assert "<U+001B>" in d.text
        await d.press("j")
        sheet = page(d).article.sheet
        assert all(sum(len(text) for text, _ in sheet.line(y)) <= 8 * size[0] for y in range(min(40, sheet.height)))
        await d.press("x")
        assert states(store)["P1"] == "dropped"
