"""The machine of the grammar: named rules over symbols, in stages, each stage folding its matches into one piece.

A text becomes a row of pieces, each with a symbol. A rule is a regular expression over symbols (one character each), a
name, a meaning in words, and a function that makes the new piece's value. Stages run one after the other, from numbers
to dates, parts, ranges and bounds; in a stage the first rule that fits at a place wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple, TypeVar

T = TypeVar("T")
_NAME = re.compile(r"(?<![<?A-Za-z])[A-Z][A-Z_]*")
_FIRST_CODE = 0xE000
_DEEPEST = 20
"""Of how many rules a piece may be made: nobody says `the week of the week of the week`."""
_REPEATS = 4
"""How often a repeated part may repeat: a bound keeps the time of any text in proportion to its length."""
_CODES: dict[str, str] = {}


def code_of(symbol: str) -> str:
    """Return the one character that stands for a symbol."""
    code = _CODES.get(symbol)
    return code if code is not None else _CODES.setdefault(symbol, chr(_FIRST_CODE + len(_CODES)))


class Piece(NamedTuple):
    """A word, or some words already understood."""

    symbol: str
    """What it is."""
    value: object
    """What it says: a number, a unit, a meaning."""
    start: int
    """Where it begins in the text."""
    end: int
    """The character after its last."""
    trail: tuple[Rule, ...] = ()
    """The rules that made it, from the smallest part to the whole."""


class Row(NamedTuple):
    """The pieces of a text in order, and their symbols as one string of codes."""

    pieces: Sequence[Piece]
    """The pieces."""
    codes: str
    """One character a piece."""


def row_of(pieces: Sequence[Piece]) -> Row:
    """Return pieces as a row."""
    return Row(pieces, "".join([code_of(piece.symbol) for piece in pieces]))


class Parts:
    """The pieces that a rule matched, by the names in its pattern."""

    __slots__ = ("_match", "_pieces")

    def __init__(self, pieces: Sequence[Piece], match: re.Match[str]) -> None:
        self._pieces = pieces
        self._match = match

    def __contains__(self, name: str) -> bool:
        return name in self._match.re.groupindex and self._match.start(name) >= 0

    def pieces(self, name: str) -> Sequence[Piece]:
        """Return all pieces of a named part; none where it did not take part."""
        if name not in self:
            return ()
        start, end = self._match.span(name)
        return self._pieces[start:end]

    def get(self, name: str) -> object:
        """Return the value of the first piece of a named part; None where it did not take part."""
        pieces = self.pieces(name)
        return pieces[0].value if pieces else None

    def of(self, name: str, kind: type[T]) -> T:
        """Return the value of the first piece of a named part. Raises TypeError where it is of another kind."""
        value = self.get(name)
        if not isinstance(value, kind):
            raise TypeError(f"{name} is no {kind.__name__}")
        return value

    def symbol(self, name: str) -> str:
        """Return the symbol of the first piece of a named part; empty where it did not take part."""
        pieces = self.pieces(name)
        return pieces[0].symbol if pieces else ""


Made = tuple[str, object] | None
"""A new symbol and value; None = the rule does not fit after all."""
Build = Callable[[Parts], Made]


def symbols(names: str) -> frozenset[str]:
    """Return symbols written in one line as a set."""
    return frozenset(names.split())


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One way in which words are put together."""

    name: str
    """Its name, for people."""
    means: str
    """What it makes of the words, in a sentence; empty for a step nobody needs to see."""
    pattern: str
    """The symbols it takes, as a regular expression over their names; blanks do not count."""
    build: Build
    """Makes the symbol and value of the new piece; None = it does not fit after all."""


class Stage:
    """Rules of one level. The first that fits at a place wins; a stage may run until nothing changes."""

    def __init__(self, rules: Sequence[Rule], classes: dict[str, str], *, again: bool = False) -> None:
        self.rules = tuple(rules)
        self._again = again
        self._sources = [_compiled(rule.pattern, classes) for rule in rules]

    @cached_property
    def _any(self) -> re.Pattern[str]:
        """All rules in one pattern, with a group a rule and none inside."""
        bare = (re.sub(r"\?P<\w+>", "?:", source) for source in self._sources)
        return re.compile("|".join(f"({source})" for source in bare))

    def run(self, row: Row) -> Row:
        """Return the row with every match folded into one piece."""
        while True:
            folded = self._pass(row)
            if not self._again or folded is row:
                return folded
            row = folded

    def _pass(self, row: Row) -> Row:
        """Go over the row once; the same row comes back where nothing matched."""
        match = self._any.search(row.codes)
        if match is None:
            return row
        folded: list[Piece] = []
        codes: list[str] = []
        done = 0
        changed = False
        while match is not None:
            start = match.start()
            folded.extend(row.pieces[done:start])
            codes.append(row.codes[done:start])
            piece, done = self._fold(row, start, (match.lastindex or 1) - 1)
            changed = changed or piece is not row.pieces[start]
            folded.append(piece)
            codes.append(code_of(piece.symbol))
            match = self._any.search(row.codes, done)
        if not changed:
            return row
        folded.extend(row.pieces[done:])
        codes.append(row.codes[done:])
        return Row(folded, "".join(codes))

    def _fold(self, row: Row, start: int, first: int) -> tuple[Piece, int]:
        """Apply the first rule that takes the pieces from a place on; without one the piece there stays."""
        for rule, source in zip(self.rules[first:], self._sources[first:], strict=True):
            match = _pattern(source).match(row.codes, start)
            if match is None or match.end() == start:
                continue
            used = row.pieces[start : match.end()]
            trail = tuple([step for piece in used for step in piece.trail])
            made = _built(rule, Parts(row.pieces, match)) if len(trail) < _DEEPEST else None
            if made is None:
                continue
            steps = (*trail, rule) if rule.means else trail
            return Piece(made[0], made[1], used[0].start, used[-1].end, steps), match.end()
        return row.pieces[start], start + 1


def _built(rule: Rule, parts: Parts) -> Made:
    """Return what a rule makes; None where it does not fit, or there is no such day in the calendar."""
    try:
        return rule.build(parts)
    except (ValueError, OverflowError):
        return None


@cache
def _pattern(source: str) -> re.Pattern[str]:
    """Compile the pattern of one rule, at its first use."""
    return re.compile(source)


def _compiled(pattern: str, classes: dict[str, str]) -> str:
    """Write a pattern over names as one over characters."""

    def put(match: re.Match[str]) -> str:
        name = match.group()
        if name in classes:
            members = classes[name].split()
            return "[" + "".join(code_of(member) for member in members) + "]"
        return code_of(name)

    bounded = pattern.replace(")*", f"){{0,{_REPEATS}}}").replace(")+", f"){{1,{_REPEATS}}}")
    return _NAME.sub(put, bounded).replace(" ", "")
