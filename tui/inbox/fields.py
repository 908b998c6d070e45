"""A proposal as fields to type in, and back: what cannot be read is said at its field.

A field that nobody touched keeps what the rules found, with the phrase and the rule behind its days.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import NO_WINDOW, Window
from store.errors import UsageError
from store.reading.proposals import Commitment, Exchange, Figure, Position, Round, Said, Signal
from store.reading.record.recorded import ABOUT, INSTRUMENTS, MODALITIES, ROUND_STATES
from tui.forms.field import Field
from tui.phrasing import NO_WINDOW_READ, is_span, read_phrase, read_span
from tui.wording import window_words

if TYPE_CHECKING:
    from typing import Any

    from store.reading.article import Article
    from store.reading.proposals import Content

_COMPARATORS = {
    "": "=", "exactly": "=", "over": ">", "more than": ">", "at least": ">=", "under": "<", "less than": "<",
    "at most": "<=", "up to": "<=", "about": "~", "nearly": "<~",
}  # fmt: skip
"""Words for the signs that compare."""
_SIGNS = ("=", ">", ">=", "<", "<=", "~", "<~", "all", "several", "hundreds", "undisclosed")
_PER = ("unstated", "one_way", "each", "total", "duration")
_STANCES = ("demand", "propose", "offer", "accept", "reject", "urge", "criticise", "accuse", "condemn", "state")
_YES, _NO = ("yes", "y", "both"), ("no", "n", "")
_NUMBER = re.compile(r"(\d{1,3}(?:[, ]\d{3})+|\d{1,12})")
_RANGE = re.compile(rf"{_NUMBER.pattern}(?:\s*(?:-|–|to)\s*{_NUMBER.pattern})?")
_LARGEST = 10**12
_WORD = re.compile(r"[a-z][a-z0-9_]*")


class Typed(NamedTuple):
    """What typed fields come to."""

    content: Content
    """The proposal; where a field has an error, as it was."""
    said: Said
    errors: Mapping[str, str]
    """Why a field cannot be read, by its name."""
    echoes: Mapping[str, str]
    """How a field is understood, by its name."""


def fields_of(content: Content, said: Said) -> tuple[Field, ...]:
    """List the fields of a proposal."""
    speaker = (
        Field("speaker", "said by", said.speaker or "", "a person or body; empty = the article"),
        Field("body", "for", said.body or "", "the body or side they speak for"),
    )
    return (*_own_fields(content), *speaker)


def _own_fields(content: Content) -> tuple[Field, ...]:
    match content:
        case Round():
            ordinal = str(content.ordinal) if content.ordinal is not None else ""
            return (
                Field("ordinal", "round number", ordinal), _when("window", "when", content.window),
                Field("place", "where", content.place or ""), _choice("status", content.status),
                Field("parties", "between", ", ".join(content.parties), "names with commas between"),
            )  # fmt: skip
        case Commitment():
            sides = _sides(content.debtor, content.creditor, both=content.reciprocal)
            rest = (_when("due", "due", content.due), _choice("modality", content.modality))
            return (*_counted(content), *sides, *rest)
        case Exchange():
            sides = _sides(content.giver, content.taker, both=content.reciprocal)
            return (
                *_counted(content),
                *sides,
                _when("window", "when", content.window),
                _choice("measure", content.measure),
            )
        case Signal():
            return (
                _choice("about", content.about), _choice("modality", content.modality, signal=True),
                _when("window", "when", content.window), Field("condition", "on condition", content.condition or ""),
            )  # fmt: skip
        case Position():
            return (
                Field("holder", "who", content.holder), _choice("stance", content.stance),
                Field("topic", "what", content.topic),
            )  # fmt: skip


def _counted(content: Commitment | Exchange) -> tuple[Field, ...]:
    figure = content.figure
    number = "" if figure.value is None else f"{figure.value:,}" + (f"-{figure.high:,}" if figure.high else "")
    return (
        Field("number", "number", number, "6,060 or 20-30; empty = none"),
        Field("comparator", "compared", figure.comparator, " ".join(_SIGNS)),
        Field("per", "counted", figure.per, " ".join(_PER)),
        Field("kind", "kind", content.kind, "prisoners, remains, children, truce…"),
        Field("qualifier", "which of them", content.qualifier or ""),
    )


def _sides(first: str | None, second: str | None, *, both: bool) -> tuple[Field, ...]:
    return (
        Field("from", "from", first or ""),
        Field("to", "to", second or ""),
        Field("both", "both ways", "yes" if both else "no", "yes or no"),
    )


def _when(name: str, title: str, window: Window) -> Field:
    days = "/".join(day.isoformat() if day else ".." for day in (window.earliest, window.latest))
    return Field(name, title, window.phrase or (days if window.bounded else ""), "by the end of June, 2025-06-30")


def _words_for(name: str, *, signal: bool) -> tuple[str, ...]:
    return {
        "status": (*ROUND_STATES, "unscheduled", "broken_off"),
        "modality": tuple(MODALITIES) if signal else (*INSTRUMENTS, "proposed"),
        "measure": ("batch", "cumulative", "stock"),
        "about": (*ABOUT, "negotiations_start", "other_meeting", "ceasefire_talks", "arrangement_end", "deadline"),
        "stance": _STANCES,
    }[name]


def _choice(name: str, text: str, *, signal: bool = False) -> Field:
    titles = {"status": "state", "modality": "how firmly", "measure": "measure", "about": "about", "stance": "stance"}
    return Field(name, titles[name], text, " ".join(_words_for(name, signal=signal)))


def read_fields(content: Content, said: Said, texts: Mapping[str, str], article: Article) -> Typed:
    """Read what was typed; days against the article's day."""
    errors: dict[str, str] = {}
    echoes: dict[str, str] = {}
    changed: dict[str, Any] = {}
    for field in fields_of(content, said):
        text = texts.get(field.name, field.text).strip()
        if text == field.text.strip():
            continue
        try:
            value = _value(field.name, text, content, article)
        except UsageError as error:
            errors[field.name] = str(error)
            continue
        changed[field.name] = value
        if isinstance(value, Window):
            rule = f" · {value.rule}" if value.rule else ""
            echoes[field.name] = f"{window_words(value, year=True)}{rule}"
    if errors:
        return Typed(content, said, errors, echoes)
    mouth = {name: changed.pop(name) for name in ("speaker", "body") if name in changed}
    return Typed(_with(content, changed), said._replace(**mouth), errors, echoes)


def _value(name: str, text: str, content: Content, article: Article) -> Any:
    """Read one field. Raises UsageError."""
    if name in ("window", "due"):
        return _read_window(text, article.published.day, article.lang)
    readers: dict[str, Callable[[str], Any]] = {
        "ordinal": _ordinal, "number": _numbers, "comparator": _comparator, "kind": _kind, "both": _both,
        "parties": _names, "holder": _needed, "topic": _needed,
    }  # fmt: skip
    if name in readers:
        return readers[name](text)
    if name in ("status", "modality", "measure", "about", "stance"):
        return _one_of(text, _words_for(name, signal=isinstance(content, Signal)))
    if name == "per":
        return _one_of(text, _PER)
    return text or None


def _with(content: Content, changed: dict[str, Any]) -> Content:
    if isinstance(content, (Commitment, Exchange)):
        figure: dict[str, Any] = {name: changed.pop(name) for name in ("comparator", "per") if name in changed}
        if "number" in changed:
            value, high = changed.pop("number")
            figure |= {"value": value, "high": high, "how": None}
        names = ("debtor", "creditor") if isinstance(content, Commitment) else ("giver", "taker")
        sides = dict(zip(("from", "to", "both"), (*names, "reciprocal"), strict=True))
        changed = {sides.get(name, name): value for name, value in changed.items()}
        if figure:
            changed["figure"] = _checked(content.figure._replace(**figure))
    return content._replace(**changed)


def _checked(figure: Figure) -> Figure:
    """Return a figure that does not contradict itself: a word takes the place of a number, a number that of a word."""
    words = figure.comparator in ("all", "several", "hundreds", "undisclosed")
    if words and figure.value is not None and figure.comparator in ("all", "undisclosed"):
        return figure._replace(value=None, high=None)
    return figure


def _read_window(text: str, day: date | None, lang: str) -> Window:
    if not text:
        return NO_WINDOW
    if is_span(text):
        return read_span(text)
    found = read_phrase(text, day, lang=lang if lang in ("ru", "uk") else None)
    if found is None:
        raise UsageError(NO_WINDOW_READ)
    return found.window() if found.dated else Window(phrase=text)


def _ordinal(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 1000):
        raise UsageError("no number of a round: write 1, 2, 3")
    return int(text)


def _numbers(text: str) -> tuple[int | None, int | None]:
    if not text:
        return None, None
    found = _RANGE.fullmatch(text)
    if found is None:
        raise UsageError("no number: write 6,060 or 20-30")
    low, high = (int(re.sub(r"\D", "", part)) if part else None for part in found.groups())
    if low is not None and high is not None and high < low:
        raise UsageError("the second number is the smaller one")
    return low, high


def _comparator(text: str) -> str:
    return _one_of(_COMPARATORS.get(text.casefold(), text), _SIGNS)


def _one_of(text: str, words: tuple[str, ...]) -> str:
    word = "_".join(text.casefold().split())
    if word not in words:
        raise UsageError(f"one of: {' '.join(words)}")
    return word


def _kind(text: str) -> str:
    word = "_".join(text.casefold().replace("-", " ").split())
    if not _WORD.fullmatch(word):
        raise UsageError("no kind: write a word such as prisoners or remains")
    return word


def _both(text: str) -> bool:
    if text.casefold() not in (*_YES, *_NO):
        raise UsageError("write yes or no")
    return text.casefold() in _YES


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for part in text.split(",") if (name := part.strip()))


def _needed(text: str) -> str:
    if not text:
        raise UsageError("it cannot be empty")
    return text
