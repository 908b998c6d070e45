"""What a form consists of: fields with what is in them, and what is offered to be put there."""

from __future__ import annotations

from store.domain.typed import NamedTuple


class Field(NamedTuple):
    """Something that can be typed."""

    name: str
    title: str
    text: str
    """As it is now."""
    hint: str = ""
    """What can be written, where that is not plain."""
    required: bool = False
    replaced: bool = False
    """Whether typing replaces what is there: a word or a name is chosen anew, a text is mended."""
    heading: str = ""
    """What stands above it, where a group of fields begins."""


class Offer(NamedTuple):
    """Something that can be put into a field."""

    text: str
    words: str = ""
    """What it is, in short."""
