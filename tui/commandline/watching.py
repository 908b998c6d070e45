"""The command that looks through a feed: entries that concern the store, their articles put into the inbox."""

from __future__ import annotations

from collections.abc import Iterator

from store.domain.typed import TYPE_CHECKING
from store.errors import TalksError
from store.reading import intake
from store.reading.article import Published
from store.reading.reader import read as read_article
from store.reading.record.known_words import trade_words
from store.reading.texts import addresses, feeds, origins
from tui.commandline.opening import author_of, open_store
from tui.commandline.reading import fetched
from tui.gathering import lexicon_for
from tui.wording import day_words

if TYPE_CHECKING:
    from store.domain.requests import Author
    from store.reading.article import Article
    from store.reading.lexicon import Lexicon
    from store.reading.texts.feeds import FeedEntry
    from store.repository import Repository
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings
    from tui.report.lines import Line


def watch(asked: Asked, around: Surroundings) -> int:
    """List the entries of a feed that concern the store, and keep the articles that are new. Raises PlaceError.

    An article that cannot be had is named with the reason, and the others are read all the same.
    """
    from tui.report.paint import paint

    author = author_of(asked, around)
    with open_store(asked, around) as repository:
        found = feeds.entries(fetched(asked.feed, around, allow_private=asked.allow_private).data)
        taught = repository.vocabulary(taught=True)
        actors = [e.words for e in repository.vocabulary() if e.kind in ("actor", "seat", "person")]
        trade = trade_words(taught)
        wanted = [entry for entry in found if feeds.mentions(entry, actors, trade)]
        around.say(f"{len(found)} entries, {len(wanted)} of them concern the store")
        paint(_lines(wanted, asked, repository, author), around)
    return 0


def _lines(wanted: list[FeedEntry], asked: Asked, repository: Repository, author: Author) -> Iterator[Line]:
    from tui.report.lines import Style, joined, line

    known = {reading.address: reading for reading in repository.inbox.readings() if reading.address}
    lexicon, left = lexicon_for(repository), asked.limit
    for entry in wanted:
        day = day_words(entry.published) if entry.published else "no day"
        yield line((entry.title or "(untitled)", Style.STRONG), f" · {day}", hang=2)
        held = known.get(entry.link) if entry.link else None
        if held is not None:
            yield line((f"already read on {held.at[:10]} by {held.who}", Style.FAINT), indent=2)
        elif asked.dry_run or left <= 0:
            yield line(("not fetched", Style.FAINT), indent=2)
        else:
            left -= 1
            said, kept = _kept(entry, asked, (repository, author, lexicon))
            yield line(*joined([(said, Style.GOOD if kept else Style.BAD), entry.link or ""]), indent=2)


def _kept(entry: FeedEntry, asked: Asked, into: tuple[Repository, Author, Lexicon]) -> tuple[str, bool]:
    """Read one article into the inbox; say what became of it, and whether it is there."""
    repository, author, lexicon = into
    try:
        article = _article(entry, asked)
    except TalksError as error:
        return f"not read: {error}", False
    reading = repository.inbox.keep(read_article(article, lexicon), origins.fingerprint(article), author)
    if reading.again:
        return f"already read on {reading.at[:10]} by {reading.who}", True
    number = sum(reading.counts.values())
    return f"in the inbox: {number} proposal{'' if number == 1 else 's'}", True


def _article(entry: FeedEntry, asked: Asked) -> Article:
    """Take in the article behind an entry, or what the feed holds of it; without a day of its own it has the feed's.

    A feed is somebody else's text: what it links to is fetched as an address, and never read as a file.
    """
    if entry.link is None:
        article = intake.from_text(f"{entry.title}\n\n{entry.summary}", address=None, published=None)
    else:
        got = addresses.fetch(entry.link, allow_private=asked.allow_private)
        article = intake.from_bytes(
            got.data, address=entry.link, published=None, charset=got.charset, content_type=got.content_type
        )
    if article.published.day is None and entry.published is not None:
        article = article._replace(published=Published(entry.published, "stated", "feed"))
    return article._replace(title=article.title or entry.title)
