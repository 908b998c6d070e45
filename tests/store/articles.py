"""Articles in words of our own, and what a reader would propose from them, for tests of the inbox."""

from datetime import date

from store.domain.board import Board
from store.domain.windows import Window
from store.domain.words import Strength
from store.reading.article import Article, Passage, Published, Span
from store.reading.proposals import (
    ArticleReading,
    Commitment,
    Content,
    Exchange,
    Figure,
    Position,
    Proposal,
    Round,
    Said,
    Signal,
)
from store.reading.record.inbox import Item, Opened, Reading
from store.reading.texts.origins import fingerprint
from store.repository import Repository
from store.repository.inbox import named_items
from tests.store.records import ANA, board

TEXT = """An update on the exchanges

By now 6,061 sets of remains went home, the spokesman said.
A swap of 1,200 captives on each side was agreed.
A new meeting is likely in July.
"""
DAY = date(2025, 6, 27)
PESKOV = Said("Dmitry Peskov", "Kremlin", Strength.PARAPHRASE)


def article(text: str = TEXT, day: date | None = DAY, basis: str = "given") -> Article:
    """Make an article whose lines are its passages."""
    passages, place = [], 0
    for number, words in enumerate(text.split("\n"), 1):
        if words:
            passages.append(Passage(Span(place, place + len(words)), number, number == 1))
        place += len(words) + 1
    published = Published(day, basis, "by the person") if day else Published()
    return Article(text, tuple(passages), published, text.split("\n")[0], "example.org", "https://example.org/a")


def proposal(number: str, content: Content, line: int = 3, text: str = TEXT, said: Said | None = None) -> Proposal:
    """Propose something on the words of a line."""
    start = sum(len(words) + 1 for words in text.split("\n")[: line - 1])
    span = Span(start, start + len(text.split("\n")[line - 1]))
    return Proposal(number, content, (span,), line, said or Said(), ("rule: of the tests",))


REMAINS = Exchange("remains", "Russia", "Ukraine", figure=Figure(6061), measure="cumulative")
SWAP = Commitment("prisoner_exchange", "Russia", "Ukraine", True, Figure(1200, per="each"), "prisoner")
JULY = Signal("next_round", "expected", Window(date(2025, 7, 1), date(2025, 7, 31), phrase="in July"))
PROPOSALS = (
    proposal("R1", Round(3, status="expected"), 5),
    proposal("C1", SWAP, 4),
    proposal("X1", REMAINS, 3, said=PESKOV),
    proposal("D1", JULY, 5, said=PESKOV),
    proposal("P1", Position("Ukraine", "demand", "an unconditional ceasefire"), 5),
)


def kept(repository: Repository, *proposals: Proposal, about: Article | None = None) -> Reading:
    """Put an article into the inbox."""
    found = ArticleReading(about or article(), proposals or PROPOSALS)
    return repository.inbox.keep(found, fingerprint(found.article), ANA)


def opened(repository: Repository, *proposals: Proposal, about: Article | None = None) -> Opened:
    """Put an article into the inbox and open it there."""
    return repository.inbox.reading(kept(repository, *proposals, about=about).id)


def item(repository: Repository, number: str, reading: int = 1) -> Item:
    """Fetch an item as it is now."""
    return named_items(repository.inbox.reading(reading), [number])[0]


def states(repository: Repository, reading: int = 1) -> dict[str, str]:
    """List where the items of a reading stand."""
    return {one.number: one.state.value for one in repository.inbox.reading(reading).items}


def boards(repository: Repository) -> list[Board]:
    """Ask for the boards of some days, without what they say changed."""
    found = [board(repository, day, reading) for day in ("2025-06-25", None) for reading in ("strict", "common", "RU")]
    return [one._replace(changes=()) for one in found]
