"""What an article or a feed is read from: a file or an address, got as bytes; and what the reader knows of a store."""

from __future__ import annotations

import re
from pathlib import Path

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.errors import PlaceError, UsageError
from store.reading import intake
from store.reading.record.known_words import lexicon_of
from store.reading.texts import addresses
from tui.commandline.opening import path_of
from tui.wording import safe

if TYPE_CHECKING:
    from datetime import date

    from store.reading.article import Article
    from store.reading.lexicon import Lexicon
    from store.repository import Repository

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
LARGEST = 32_000_000
"""Bytes of a file beyond which it is no article."""


class Got(NamedTuple):
    """What a file, standard input or an address holds."""

    data: bytes
    address: str | None
    content_type: str | None = None
    charset: str | None = None


def got_from(named: str, *, allow_private: bool) -> Got:
    """Get what a file or an address holds. Raises PlaceError, UsageError."""
    if not named.strip():
        raise UsageError("name a file, an address, or - for standard input")
    if _ADDRESS.match(named):
        return Got(*addresses.fetch(named, allow_private=allow_private))
    try:
        with Path(path_of(named)).open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise PlaceError(f"{safe(named)} cannot be read: {error.strerror or error}") from None
    return Got(bounded(data, safe(named)), named)


def bounded(data: bytes, name: str) -> bytes:
    """Return data that is not too long for an article. Raises PlaceError."""
    if len(data) > LARGEST:
        raise PlaceError(f"{name} is longer than {LARGEST // 1_000_000} MB: that is no article")
    return data


def article_of(got: Got, day: date | None) -> Article:
    """Take in what was got; `day` is the day of publication that a person gives. Raises PlaceError."""
    return intake.from_bytes(
        got.data, address=got.address, published=day, charset=got.charset, content_type=got.content_type
    )


def lexicon_for(repository: Repository) -> Lexicon:
    """Return what the reader knows on a store."""
    return lexicon_of(repository.vocabulary(), repository.vocabulary(taught=True))
