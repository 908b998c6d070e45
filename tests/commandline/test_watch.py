"""`talks-tui watch`: entries of a feed that concern the store, their articles put into the inbox once."""

from datetime import date

import pytest

from store.errors import PlaceError
from store.reading.proposals import ArticleReading
from store.reading.texts.addresses import Fetched
from store.reading.texts.feeds import FeedEntry
from store.repository import Repository
from tests.commandline.running import Run
from tests.store.articles import TEXT

DAY = date(2025, 6, 27)
ENTRIES = (
    FeedEntry("Moscow and Kyiv swap prisoners", "https://example.org/1", DAY, "", "1"),
    FeedEntry("A football match", "https://example.org/2", DAY, "", "2"),
    FeedEntry("Kyiv on prisoners\x1b[2J", "https://example.org/3", None, "", "3"),
    FeedEntry("Prisoners of Russia", None, DAY, "A summary.", "4"),
)


@pytest.fixture(autouse=True)
def feed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Serve a feed and one page; return the addresses that are asked for."""
    asked: list[str] = []

    def fetch(address: str, *, allow_private: bool = False) -> Fetched:
        asked.append(address)
        if address.endswith("3"):
            raise PlaceError("the server does not answer")
        return Fetched(TEXT.encode(), address, "text/plain", "utf-8")

    def mentions(entry: FeedEntry, actors: object, words: object) -> bool:
        return "risoners" in entry.title

    monkeypatch.setattr("store.reading.texts.addresses.fetch", fetch)
    monkeypatch.setattr("store.reading.texts.feeds.entries", lambda _: ENTRIES)
    monkeypatch.setattr("store.reading.texts.feeds.mentions", mentions)
    monkeypatch.setattr("tui.commandline.watching.read_article", lambda article, _: ArticleReading(article, ()))
    return asked


def test_new_articles_are_put_into_the_inbox_once(run: Run, feed: list[str]) -> None:
    done = run("watch", "https://example.org/feed", columns=120)
    assert (done.code, done.err) == (0, "")
    assert done.lines[0] == "4 entries, 3 of them concern the store"
    assert "  in the inbox: 0 proposals · https://example.org/1" in done.lines
    assert "  not read: the server does not answer · https://example.org/3" in done.lines
    assert "\x1b" not in done.out
    assert feed == [f"https://example.org/{name}" for name in ("feed", "1", "3")]
    assert run.store is not None
    with Repository.open(run.store) as repository:
        found = {reading.title: reading.published for reading in repository.inbox.readings()}
    assert {title: published.day for title, published in found.items()} == {
        "An update on the exchanges": DAY,
        "Prisoners of Russia": DAY,
    }
    again = run("watch", "https://example.org/feed", columns=120)
    assert sum("already read on 2026-11-22 by ann" in line for line in again.lines) == 2
    assert feed.count("https://example.org/1") == 1


def test_dry_run_and_limit_fetch_nothing(run: Run, feed: list[str]) -> None:
    for option in (("--dry-run",), ("--limit", "0")):
        done = run("watch", "https://example.org/feed", *option)
        assert done.code == 0
        assert done.out.count("not fetched") == 3
    assert set(feed) == {"https://example.org/feed"}


def test_link_of_a_feed_is_never_read_as_a_file(run: Run, monkeypatch: pytest.MonkeyPatch, feed: list[str]) -> None:
    hostile = (FeedEntry("Prisoners", "/etc/hostname", DAY, "", "1"),)
    monkeypatch.setattr("store.reading.texts.feeds.entries", lambda _: hostile)
    run("watch", "https://example.org/feed")
    assert feed == ["https://example.org/feed", "/etc/hostname"]
