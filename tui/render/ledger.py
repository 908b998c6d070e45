"""The ledger as lines: what it comes to, what does not add up, and below it every figure in facing columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from store.domain.fates import Fate, Section
from store.domain.ledger import Band, Column, Entry, Ledger
from store.domain.model import ARTICLE
from store.domain.sums import Fit
from store.domain.typed import NamedTuple
from store.domain.words import Verification
from tui.commands.chosen import key_words
from tui.ledger_words import (
    SECTION_WORDS,
    amount_words,
    beside_words,
    column_words,
    dispute_words,
    pair_words,
    promise_words,
    reading_words,
    spread_words,
    stages_words,
    voices_words,
)
from tui.render.names import Actors, locator_span, voice_name, way
from tui.render.spans import BLANK, Block, Line, Role, Sheet, cells, cut, fill, fit, flow, line_cells, paragraph, put
from tui.render.spans import spread as spread_line
from tui.wording import window_words

FACING = 72
"""Columns that it takes for the sides to face each other; on less they stand below one another."""
_FIELD = 10
_BETWEEN = " │ "
_GLYPHS = {Fate.LEADS: ("●", Role.GOOD), Fate.COUNTED: ("○", Role.TEXT)}
_STRUCK = ("✗", Role.BAD)
_PLAIN = (" ", Role.TEXT)
_DISPUTES = (Verification.DISCREPANT, Verification.DISPUTED)


class Place(NamedTuple):
    """Where the cursor is: a row of the ledger, and a column in it."""

    row: str = ""
    column: Column = Column.DEBTOR


NOWHERE = Place()
"""No figure is marked."""


class Row(NamedTuple):
    """Figures that stand beside one another."""

    label: str
    entries: tuple[Entry | None, Entry | None, Entry | None]

    def at(self, column: Column) -> Entry | None:
        """Return the figure in a column, else the nearest one."""
        wanted = list(Column).index(column)
        found = [(abs(place - wanted), entry) for place, entry in enumerate(self.entries) if entry is not None]
        return min(found, key=lambda one: one[0])[1] if found else None


def rows_of(ledger: Ledger, width: int) -> list[Row]:
    """List the rows with figures, as they are drawn for a width: on less than it takes to face, a row a figure."""
    return [row for _, bands in ledger.sections for band in bands for row in _rows(band, width)]


def _rows(band: Band, width: int) -> list[Row]:
    if width < FACING:
        return [_row([entry if entry.column is column else None for column in Column]) for entry in band.entries]
    return [_row(entries) for entries in zip_longest(*(band.column(column) for column in Column))]


def _row(entries: Sequence[Entry | None]) -> Row:
    left, middle, right = entries
    label = ":".join(str(entry.claim.id) if entry else "-" for entry in entries)
    return Row(label, (left, middle, right))


def ledger_sheet(ledger: Ledger, actors: Actors, width: int, place: Place = NOWHERE) -> Sheet:
    """Lay the ledger out for a width, with the cursor's figure marked."""
    blocks = [*_head(ledger, actors, width), *_sums(ledger, actors, width), *_discrepancies(ledger, width)]
    drawn = _Columns(ledger, actors, width)
    for section, bands in ledger.sections:
        blocks.append(Block((BLANK, *paragraph(SECTION_WORDS[section], width, Role.ACCENT), *drawn.heads())))
        for band in bands:
            blocks.append(Block((_rule(band, width),)))
            blocks.extend(drawn.block(row, section, place) for row in _rows(band, width))
    if not ledger.sections:
        blocks.append(Block((BLANK, *paragraph("No source says anything of it by that day.", width, Role.MUTED))))
    else:
        blocks.append(Block((BLANK, *paragraph(_LEGEND, width, Role.MUTED))))
    return Sheet(blocks)


_LEGEND = "● the board counts it   ○ its own voice's figure   ✗ struck: it no longer stands   others are not counted"


def empty_sheet(why: str, following: str | None, width: int) -> Sheet:
    """Say why there is no ledger, and what to do."""
    then = f" Press {key_words('next_ledger', 'n')} for the ledger of {following}." if following else ""
    what = "A ledger sets the figures of both sides of one commitment against each other, day by day."
    hint = f"On the board, put the cursor on an obligation and press {key_words('ledger', 'l')}."
    return Sheet(
        [
            Block((BLANK, *paragraph(why, width, Role.STRONG), BLANK)),
            Block((*paragraph(f"{what} {hint}{then}", width, Role.MUTED),)),
        ]
    )


def _field(title: str, words: str, width: int, role: Role = Role.TEXT) -> tuple[Line, ...]:
    return flow([put(words, role)], width, first=((fill(title, _FIELD), Role.MUTED),))


def _head(ledger: Ledger, actors: Actors, width: int) -> list[Block]:
    standing = ledger.standing
    commitment = standing.commitment
    title: Line = (put(f"{commitment.label} ", Role.MUTED), put(commitment.what, Role.STRONG))
    right = put(
        way(commitment.debtor, commitment.creditor) + (f" · {commitment.round}" if commitment.round else ""),
        Role.STRONG,
    )
    role = Role.WARN if standing.verification in _DISPUTES else Role.TEXT
    lines = [spread_line(title, (right,), width), *_field("promised", promise_words(standing, actors), width)]
    for number, (names, words) in enumerate(reading_words(ledger, actors)):
        lines.extend(_field("" if number else "counted", f"{names}: {words}", width))
    lines.extend(_field("figures", voices_words(ledger, actors), width))
    lines.extend(_field("spread", spread_words(ledger, actors), width))
    lines.extend(_field("dispute", dispute_words(ledger, actors), width, role))
    return [Block(tuple(lines))]


def _sums(ledger: Ledger, actors: Actors, width: int) -> list[Block]:
    found = [(stages_words(one, actors), one.fit) for one in ledger.sums]
    if ledger.pair is not None:
        found.append((pair_words(ledger.pair, actors), ledger.pair.fit))
    found.sort(key=lambda one: one[1] is not Fit.APART)
    blocks = []
    for number, (words, fits) in enumerate(found):
        bad = fits is Fit.APART
        lines = _field(
            "" if number else "sums", f"{'! ' if bad else ''}{words}", width, Role.WARN if bad else Role.TEXT
        )
        blocks.append(Block(lines, f"sum {number}"))
    return blocks


def _discrepancies(ledger: Ledger, width: int) -> list[Block]:
    return [
        Block(
            flow(
                [
                    put(f"{item.label} {item.kind}: ", Role.WARN),
                    put(item.summary),
                    put(f" · {item.treat_as}", Role.MUTED),
                ],
                width,
                first=((fill("" if number else "disagree", _FIELD), Role.MUTED),),
            ),
            item.label,
        )
        for number, item in enumerate(ledger.discrepancies)
    ]


def _rule(band: Band, width: int) -> Line:
    words = f"─ {window_words(band.days, year=True)} "
    return fit((put(words, Role.MUTED), ("─" * max(0, width - cells(words)), Role.RULE)), width)


class _Columns:
    """Draws rows in three columns, the digits of each below one another; on a narrow screen one below the other."""

    def __init__(self, ledger: Ledger, actors: Actors, width: int) -> None:
        self._actors, self._width, self._ledger = actors, width, ledger
        self._facing = width >= FACING
        self._each = (width - 2 * len(_BETWEEN)) // 3 if self._facing else width
        figured = [entry for entry in ledger.entries if entry.claim.figure is not None and not entry.claim.rejects]
        widest = max((cells(amount_words(entry)) for entry in figured), default=0)
        self._digits = min(widest, max(4, self._each - 11))

    def heads(self) -> list[Line]:
        """Name the columns, where they are beside one another."""
        if not self._facing:
            return []
        sides = self._ledger.sides
        names = (
            f"{column_words(sides.debtors, self._actors)} owes",
            "witnesses and others",
            f"{column_words(sides.creditors, self._actors) or 'nobody else'} is owed",
        )
        return [self._beside([((put(f"  {cut(words, self._each - 2)}", Role.STRONG)),) for words in names])]

    def block(self, row: Row, section: Section, place: Place) -> Block:
        """Draw a row."""
        chosen = row.at(place.column) if row.label == place.row else None
        if not self._facing:
            entry = row.at(place.column)
            return Block(self._cell(entry, section, chosen, self._width) if entry else (), row.label)
        columns = [self._cell(entry, section, chosen, self._each) if entry else () for entry in row.entries]
        return Block(tuple(self._beside(lines) for lines in zip_longest(*columns, fillvalue=BLANK)), row.label)

    def _beside(self, lines: Sequence[Line]) -> Line:
        found: list[tuple[str, Role]] = []
        for number, line in enumerate(lines):
            shown = fit(line, self._each)
            found.extend(shown)
            if number < len(lines) - 1:
                found.extend(((" " * (self._each - line_cells(shown)), Role.TEXT), (_BETWEEN, Role.RULE)))
        return tuple(found)

    def _cell(self, entry: Entry, section: Section, chosen: Entry | None, width: int) -> tuple[Line, ...]:
        glyph, glyph_role = _STRUCK if entry.fate.struck else _GLYPHS.get(entry.fate, _PLAIN)
        role = Role.STRONG if entry.fate is Fate.LEADS else Role.TEXT if entry.fate.counts else Role.MUTED
        amount = amount_words(entry)
        figured = section is not Section.WORDS and entry.claim.figure is not None
        words = fill(amount, self._digits, right=True) if figured else cut(amount, width - 12)
        first: Line = (
            ("▸" if entry is chosen else " ", Role.ACCENT),
            (glyph, glyph_role),
            put(f" {words}", Role.WARN if entry.claim.rejects else role),
            ("  ", Role.TEXT),
            locator_span(entry.claim.cite),
        )
        told = voice_name(self._actors, entry.claim.cite.voice)
        beside = [words for words in beside_words(entry, self._actors) if words != told or self._shared(entry)]
        if not self._facing:
            beside = [words for words in (self._side(entry), *beside) if words]
        rest = flow([put(" · ".join(beside), Role.MUTED)], width, indent=3)
        return (fit(first, width), *rest)

    def _shared(self, entry: Entry) -> bool:
        """Whether a column is of several voices, so that each has to be named."""
        sides = self._ledger.sides
        own = {Column.DEBTOR: sides.debtors, Column.CREDITOR: sides.creditors}.get(entry.column, ())
        return self._facing and len(own) != 1

    def _side(self, entry: Entry) -> str:
        """Say whose column it would stand in; an article that names nobody says so itself."""
        voice = entry.claim.cite.voice
        who = "" if voice == ARTICLE else voice_name(self._actors, voice)
        return {Column.DEBTOR: f"{who}, who owes", Column.CREDITOR: f"{who}, who is owed"}.get(entry.column, who)
