"""What a form consists of: fields with what is typed into each, and what may come along with a new thing."""

from __future__ import annotations

from enum import StrEnum

from store.domain.typed import NamedTuple


class Entry(StrEnum):
    """What is typed into a field."""

    TEXT = "text"
    TEXTS = "texts"
    """Several texts with commas between."""
    WORD = "word"
    """One of the words that the field lists."""
    ACTOR = "actor"
    ACTORS = "actors"
    LABEL = "label"
    """The label of a thing of one of the kinds that the field lists."""
    LABELS = "labels"
    PLACE = "place"
    """Where it stands: a source and the line in it, or several of them."""
    WHEN = "when"
    """Days, or a phrase read against the day of the source."""
    SPAN = "span"
    """Days, or a phrase of which only the days are kept."""
    DAY = "day"
    FIGURE = "figure"
    NUMBER = "number"
    YES_NO = "yes or no"
    UNIT = "unit"
    """A text for which the record knows earlier ones."""
    WAY = "way"
    """A direction: RU>UA."""
    LEGS = "legs"
    """The directions of an exchange with what goes each way."""


class FormField(NamedTuple):
    """Something of a thing that can be typed."""

    name: str
    title: str
    """One to three words, for the form and for the journal."""
    entry: Entry
    means: str
    """What it is for, in a few words."""
    required: bool = False
    words: tuple[str, ...] = ()
    """The words to choose from; of the directions of an exchange, the kinds of things that go each way."""
    kinds: tuple[str, ...] = ()
    """The kinds of things whose labels can be meant."""
    fixed: bool = False
    """Whether it stays as it was once the thing is on record."""

    @property
    def part(self) -> str:
        """The line beside the thing's own that it belongs to; empty where it is the thing's own."""
        return self.name.partition(".")[0] if "." in self.name else ""

    @property
    def key(self) -> str:
        """The key of the line."""
        return self.name.rpartition(".")[2]


class Part(NamedTuple):
    """What can come along with a new thing: a line of its own, made where a place in a source is given."""

    kind: str
    given: tuple[tuple[str, str], ...] = ()
    """What such a line says whatever is typed."""


class Form(NamedTuple):
    """What can be written of one kind of thing."""

    kind: str
    about: str
    """What the kind is, in a few words."""
    fields: tuple[FormField, ...]
    parts: tuple[tuple[str, Part], ...] = ()
    superseded: bool = False
    """Whether mending appends another statement, as nothing that was said is overwritten."""

    def field(self, name: str) -> FormField | None:
        """Return a field by its name."""
        return next((field for field in self.fields if field.name == name), None)
