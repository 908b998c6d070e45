"""The filter language of the obligations: `kind:remains side:RU -status:open due<2025-07-01 istanbul`.

Words stand alone and mean what they always meant; a term is a name, a sign and values with commas between them, which
may be in quotes. Reading goes in two steps: `parse` tells terms and words apart, `resolve` looks their values up among
those that there are. Neither raises: what is wrong is a sentence that names the wrong word and what would be right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from store.domain.folding import folded
from store.domain.model import Actor, Round, Track
from store.domain.typed import NamedTuple
from store.domain.words import Category, Delivery, Instrument, Verification

SIDES = ("side", "owes", "to")
"""Terms whose values are actors that a commitment binds."""
DAYS = ("due", "news")
NUMBERS = ("promised", "delivered", "left")
TERMS = ("kind", *SIDES, "status", "round", "track", "unit", "due", "news", "promised", "delivered", "left",
         "said", "source")  # fmt: skip
"""Every term, in the order in which they are offered."""
ALIASES = {"is": "status", "category": "kind", "from": "owes", "by": "said", "remaining": "left"}
_ORDERED = (*DAYS, *NUMBERS)
"""Terms with which `<` and `>` go."""
PLACES = ("open", "done", "overdue", "owed", "asked", "ended", "undated")
"""States that follow from where a commitment lies on the board, and from its last due day."""
UNATTESTED = "unattested"
NONE = "none"
"""What is written for a day or a number that there is not."""
_WORDED = (Delivery, Verification, Instrument)
_PIECE = re.compile(r'(-?)(?:([^\W\d_]+)(<=|>=|[:=<>]))?((?:"[^"]*"?|[^\s"])*)')
_VALUE = re.compile(r'(?:"[^"]*"?|[^,"])+')
_MOST_NAMED = 6


class Term(NamedTuple):
    """One term as it was written."""

    name: str
    sign: str
    said: tuple[str, ...]
    """Its values, without quotes."""
    negated: bool
    words: str
    """The whole of it."""


class Parsed(NamedTuple):
    """A filter told apart into terms and words."""

    words: str = ""
    """Words that must occur, with blanks between them."""
    without: tuple[str, ...] = ()
    """Words that must not occur."""
    terms: tuple[Term, ...] = ()
    problem: str = ""
    """What is wrong with it, as a sentence; empty where nothing is."""

    @property
    def plain(self) -> bool:
        """Whether it is words and nothing else."""
        return not (self.terms or self.without or self.problem)


class Condition(NamedTuple):
    """What a term asks for, with values that the record has."""

    name: str
    sign: str
    values: tuple[str, ...]
    """Codes, labels or states; of days the first and the last one, of numbers the number; empty = nothing is so."""
    negated: bool


class Filter(NamedTuple):
    """A filter that can be applied."""

    words: str = ""
    without: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    problem: str = ""
    """What of it cannot be; the terms that cannot are met by nothing."""

    @property
    def plain(self) -> bool:
        """Whether it asks for words and nothing else."""
        return not (self.without or self.conditions)


class Vocabulary(NamedTuple):
    """The values that terms can have in a record."""

    values: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Of each term whose values are known: what every folded spelling means."""
    spelled: Mapping[str, tuple[str, ...]]
    """Of each such term, how its values are offered."""


DayRead = Callable[[str], "tuple[date, date] | None"]
"""Reads words for days, such as next-week, as the first and the last of them."""


def parse(text: str) -> Parsed:
    """Tell a filter apart. Never raises."""
    words: list[str] = []
    without: list[str] = []
    terms: list[Term] = []
    problem = ""
    for found in _PIECE.finditer(text):
        minus, name, sign, rest = found.groups()
        if not found.group():
            continue
        if not name:
            (without if minus and rest else words).append(rest.replace('"', ""))
            continue
        known = ALIASES.get(name.casefold(), name.casefold())
        said = tuple(value for part in _VALUE.findall(rest) if (value := part.replace('"', "").strip()))
        term = Term(known, sign, said, bool(minus), found.group())
        problem = problem or _wrong(term, name)
        terms.append(term)
    return Parsed(" ".join(words), tuple(word for word in without if folded(word)), tuple(terms), problem)


def _wrong(term: Term, name: str) -> str:
    if term.name not in TERMS:
        near = _near(name.casefold(), (*TERMS, *ALIASES))
        return f"there is no '{name}{term.sign}'; {f'did you mean {near}:?' if near else 'terms are ' + listed(TERMS)}"
    if term.sign not in (":", "=") and term.name not in _ORDERED:
        return f"'{term.words}': {name} has no order; write {name}:{','.join(term.said) or '…'}"
    if not term.said:
        return f"'{term.words}' wants a value"
    if term.sign not in (":", "=") and NONE in [value.casefold() for value in term.said]:
        return f"'{term.words}': nothing comes before or after {NONE}; write {term.name}:{NONE}"
    if term.sign not in (":", "=") and len(term.said) > 1:
        return f"'{term.words}': only one value goes with {term.sign}"
    return ""


def resolve(parsed: Parsed, vocabulary: Vocabulary, day_read: DayRead | None = None) -> Filter:
    """Look the values of a filter up. Never raises; a term with a value that there is not is met by nothing."""
    problem, found = parsed.problem, list[Condition]()
    for term in parsed.terms:
        condition, wrong = _resolved(term, vocabulary, day_read)
        problem = problem or wrong
        found.append(condition)
    return Filter(parsed.words, parsed.without, tuple(found), problem)


def _resolved(term: Term, vocabulary: Vocabulary, day_read: DayRead | None) -> tuple[Condition, str]:
    values: list[str] = []
    if _wrong(term, term.name):
        return Condition(term.name, term.sign, (), negated=False), ""
    for said in term.said:
        meant, wrong = _meant(term.name, said, vocabulary, day_read)
        if wrong:
            return Condition(term.name, term.sign, (), negated=False), wrong
        values.extend(meant)
    return Condition(term.name, term.sign, tuple(values), term.negated), ""


def _meant(
    name: str, said: str, vocabulary: Vocabulary, day_read: DayRead | None
) -> tuple[Sequence[str], str]:  # fmt: skip
    """Return what a value means, or what is wrong with it."""
    if name in _ORDERED and said.casefold() == NONE:
        return (NONE,), ""
    if name in DAYS:
        days = days_said(said) or (day_read(said) if day_read is not None else None)
        if days is None:
            return (), f"{name}: '{said}' is no day; write 2025-07-01, 2025-07 or none"
        return [day.isoformat() for day in days], ""
    if name in NUMBERS:
        digits = said.replace("_", "")
        if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS:
            return (str(int(digits)),), ""
        return (), f"{name}: '{said}' is no number; write 6000 or none"
    known = vocabulary.values.get(name)
    if known is None:
        return (said,), ""
    meaning = known.get(key(said))
    if meaning is not None:
        return meaning, ""
    near = _near(key(said), known)
    spelled = vocabulary.spelled.get(name, ())
    hint = f"did you mean {near}?" if near else f"it has {listed(spelled)}" if spelled else "the record has none"
    return (), f"{name}: has no '{said}'; {hint}"


_MOST_DIGITS = 15


def days_said(text: str) -> tuple[date, date] | None:
    """Read a day, a month or a year as its first and last day: 2025-07-01, 2025-07, 2025. None for anything else."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            day = date.fromisoformat(text)
            return day, day
        if re.fullmatch(r"\d{4}-\d{2}", text, re.ASCII):
            first = date.fromisoformat(f"{text}-01")
            return first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        if re.fullmatch(r"\d{4}", text, re.ASCII):
            return date(int(text), 1, 1), date(int(text), 12, 31)
    except (ValueError, OverflowError):
        return None
    return None


def key(text: str) -> str:
    """Fold a value to what it is looked up by: case, accents, dashes and blanks do not matter."""
    return " ".join(folded(text.replace("_", " ")))


def listed(words: Iterable[str]) -> str:
    """List the first few words."""
    every = list(words)
    return ", ".join(every[:_MOST_NAMED]) + (" …" if len(every) > _MOST_NAMED else "")


def _near(word: str, among: Iterable[str]) -> str:
    from difflib import get_close_matches  # only for what is wrong

    return next(iter(get_close_matches(word, list(among), n=1, cutoff=0.6)), "")


def vocabulary_of(actors: Mapping[str, Actor], rounds: Iterable[Round], tracks: Iterable[Track]) -> Vocabulary:
    """Gather the values that terms can have; units and sources are too many and stay as they are written."""
    kinds = {key(kind.value): (kind.value,) for kind in Category}
    states = {key(word): (word,) for word in status_words()}
    meetings: dict[str, list[str]] = {}
    labels = []
    for round_ in rounds:
        labels.append(round_.label)
        ordinal = str(round_.ordinal) if round_.ordinal is not None else ""
        for spelling in {key(round_.label), key(round_.name), ordinal} - {""}:
            meetings.setdefault(spelling, []).append(round_.label)
    sides, persons = _actors(actors, joint=True), _actors(actors, joint=False)
    named = [(track.label, {key(track.label), key(track.name)}) for track in tracks]
    values: dict[str, Mapping[str, tuple[str, ...]]] = {
        "kind": kinds,
        "status": states,
        "round": {spelling: tuple(found) for spelling, found in meetings.items()},
        "track": {spelling: (label,) for label, spellings in named for spelling in spellings},
        "said": persons,
        **dict.fromkeys(SIDES, sides),
    }
    codes = tuple(actors)
    spelled: dict[str, tuple[str, ...]] = {
        "kind": tuple(kind.value for kind in Category),
        "status": tuple(word.replace("_", "-") for word in status_words()),
        "round": tuple(labels),
        "track": tuple(label for label, _ in named),
        "said": codes,
        **dict.fromkeys(SIDES, tuple(code for code in codes if actors[code].kind.value in ("side", "body", "joint"))),
    }
    return Vocabulary(values, spelled)


def status_words() -> tuple[str, ...]:
    """List every state that can be asked for."""
    worded = [word.value if word.value != NONE else UNATTESTED for kind in _WORDED for word in kind]
    return tuple(dict.fromkeys((*PLACES, *worded)))


def _actors(actors: Mapping[str, Actor], *, joint: bool) -> dict[str, tuple[str, ...]]:
    """Return what every name of an actor means: the actor and, where `joint`, those that stand for it with others."""
    found: dict[str, list[str]] = {}
    for actor in actors.values():
        beside = [other.code for other in actors.values() if joint and actor.code in other.members]
        for spelling in {key(name) for name in (actor.code, actor.name, *actor.aliases)} - {""}:
            found.setdefault(spelling, []).extend((actor.code, *beside))
    return {spelling: tuple(dict.fromkeys(codes)) for spelling, codes in found.items()}
