"""The command that reads an article: what it bears, as lines or as JSON, and into the inbox.

Nothing becomes a fact but the items that somebody names. `--json` writes nothing and needs no store.
"""

from __future__ import annotations

import re
from pathlib import Path

from store.domain.requests import BoardQuery
from store.domain.typed import TYPE_CHECKING
from store.errors import StoreError, UsageError
from store.reading.reader import read as read_article
from store.reading.record.known_words import lexicon_of
from store.reading.texts import origins
from store.repository import Repository
from store.repository.inbox import named_items
from tui.commandline.opening import author_of, open_store, place_of, say_written
from tui.gathering import LARGEST, Got, article_of, bounded, got_from, lexicon_for
from tui.wording import safe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from store.reading.article import Article
    from store.reading.record.inbox import Opened
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings

STDIN = "-"
_ITEM = re.compile(r"[A-Za-z]{1,2}\d+[ab]?")


def read(asked: Asked, around: Surroundings) -> int:
    """Print what an article bears; keep it in the inbox, and accept the items that are named.

    Raises UsageError, PlaceError, and what accepting raises.
    """
    named = items_named(asked.yes)
    if asked.json:
        if named:
            raise UsageError("--json never writes: name the items without it")
        return _as_json(asked, around)
    author = author_of(asked, around)
    with open_store(asked, around) as repository:
        newest = repository.ground(BoardQuery(around.today)).moment.evidence_ends
        article = _article(asked, around, newest)
        found = read_article(article, lexicon_for(repository))
        inbox = repository.inbox
        reading = inbox.keep(found, origins.fingerprint(article), author)
        if asked.same_as is not None:
            inbox.same_as(reading.id, asked.same_as)
        opened = inbox.reading(reading.id)
        _show(opened._replace(reading=opened.reading._replace(again=reading.again)), around)
        if not named:
            around.say(_how_to_go_on(opened, asked))
            return 0
        accepted = inbox.accept(named_items(opened, named), author)
    say_written(accepted.sentence, asked, around)
    return 0


def items_named(given: Sequence[str] | None) -> list[str]:
    """Return the items that --yes names. Raises UsageError where it names a kind, or all of them."""
    names = [name.strip() for text in given or () for name in text.split(",") if name.strip()]
    if given and not names:
        raise UsageError("--yes needs the items by their numbers: --yes C1,X2")
    for name in names:
        if not _ITEM.fullmatch(name):
            raise UsageError(
                f"'{safe(name)}' is no item: nothing is accepted by its kind or all at once here; name each one, "
                "as in --yes C1,X2"
            )
    return names


def _as_json(asked: Asked, around: Surroundings) -> int:
    from store.reading.record.sheet import sheet_of
    from tui.status_json import as_json

    path, _ = place_of(asked, around)
    newest, lexicon = None, lexicon_of(())
    if Path(path).exists():
        try:
            with Repository.open(path, read_only=True) as repository:
                newest = repository.ground(BoardQuery(around.today)).moment.evidence_ends
                lexicon = lexicon_for(repository)
        except StoreError as error:
            around.tell(f"talks-tui: read without the words of the store: {safe(str(error))}")
    sheet = sheet_of(read_article(_article(asked, around, newest), lexicon))
    pairs = (f'  "{key}": {as_json(held, ascii_only=not around.unicode)}' for key, held in sheet.items())
    around.say("{\n" + ",\n".join(pairs) + "\n}")
    return 0


def _article(asked: Asked, around: Surroundings, newest: date | None) -> Article:
    """Take in what was named. Raises PlaceError where it cannot be had, UsageError for a day that is none."""
    day = published_day(asked.published, newest) if asked.published is not None else None
    article = taken_in(asked.article, around, day, allow_private=asked.allow_private)
    title, publisher = (given.strip() or None if given else None for given in (asked.title, asked.publisher))
    return article._replace(title=title or article.title, publisher=publisher or article.publisher)


def published_day(text: str, newest: date | None) -> date:
    """Read a day of publication: ISO, or words read against the newest evidence. Raises UsageError."""
    from tui.phrasing import NoReferenceError, read_day

    try:
        read = read_day(text, newest)
    except NoReferenceError:
        raise UsageError(f"--published '{safe(text)}' depends on another day: write it as 2025-06-23") from None
    window = read.window
    if read.day is None:
        raise UsageError(f"--published: {read.refusal}")
    if window is not None and window.earliest != window.latest:
        raise UsageError(f"--published: “{safe(text)}” is more than one day: an article is published on one")
    return read.day


def taken_in(named: str, around: Surroundings, day: date | None, *, allow_private: bool) -> Article:
    """Take in a file, standard input or an address. Raises PlaceError, UsageError."""
    return article_of(fetched(named, around, allow_private=allow_private), day)


def fetched(named: str, around: Surroundings, *, allow_private: bool) -> Got:
    """Get what a file, standard input or an address holds. Raises PlaceError, UsageError."""
    if named != STDIN:
        return got_from(named, allow_private=allow_private)
    typed = getattr(around.typed, "buffer", around.typed).read(LARGEST + 1)
    return Got(bounded(typed.encode() if isinstance(typed, str) else typed, "standard input"), None)


def _show(opened: Opened, around: Surroundings) -> None:
    from tui.report.paint import paint
    from tui.report.reading import reading_lines

    paint(reading_lines(opened), around)
    around.out.flush()


def _how_to_go_on(opened: Opened, asked: Asked) -> str:
    from store.reading.record.inbox import State

    waiting = [item.number for item in opened.items if item.state is State.WAITING]
    if not opened.items:
        return "nothing to propose was found; the article is in the inbox"
    if not waiting:
        return "nothing of it waits in the inbox"
    named = ",".join(waiting[:2])
    count = f"{len(waiting)} proposal{' waits' if len(waiting) == 1 else 's wait'} in the inbox"
    article = safe(asked.article)
    return f"{count}; nothing is saved by itself: talks-tui read {article} --yes {named} accepts what it names"
