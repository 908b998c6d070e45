"""Histories of two writes, of which the later rests on the earlier or does not; and how tests take entries back."""

from collections.abc import Callable
from datetime import date

import pytest

from store.domain.board import Board
from store.domain.redating import NewDay
from store.domain.requests import Author
from store.domain.words import Aspect
from store.errors import ConflictError
from store.reading.lexicon import Entry
from store.repository import Repository
from tests.store.records import (
    ANA,
    BEN,
    board,
    claim,
    commitment,
    judge,
    line,
    owed,
    said,
    taken,
)


def boards(repository: Repository) -> list[Board]:
    """Ask for boards of two days, without what they say changed last."""
    found = [board(repository, day, reading) for day, reading in _ASKED]
    return [one._replace(changes=()) for one in found]


_ASKED = ((None, "strict"), ("2025-06-23", "RU"))


def newest(repository: Repository) -> int:
    return repository.history(1)[0].id


def turn(repository: Repository, number: int, author: Author = ANA) -> int:
    """Take an entry back as a person does: seen first. Returns the number of the entry that this came to."""
    seen = repository.archive.turning(number, author)
    return repository.archive.turn(number, author, seen).entry.id


def in_the_way(repository: Repository, number: int) -> list[int]:
    """List the entries that stand in the way of taking one back; that they do is tried, too."""
    found = [obstacle.entry.id for obstacle in repository.archive.turning(number, ANA).obstacles]
    if found:
        with pytest.raises(ConflictError, match="nothing was changed"):
            repository.archive.turn(number, ANA)
    return found


def redate(repository: Repository, source: str, day: str, author: Author = ANA) -> int:
    return repository.redate(NewDay(source, date.fromisoformat(day)), author).entry.id


Write = Callable[[Repository], object]
NEWS = line("source", "005", origin="wire", published="2025-06-28", basis="stated")
HISTORIES: dict[str, tuple[Write, Write, bool]] = {
    "judged again": (lambda r: judge(r, "C10", "stalled"), lambda r: judge(r, "C10", "refused", BEN), True),
    "judged on another axis": (
        lambda r: judge(r, "C10", "stalled"),
        lambda r: judge(r, "C10", "disputed", BEN, Aspect.VERIFICATION), False,
    ),
    "judged after a claim": (lambda r: claim(r, "C10", "90"), lambda r: judge(r, "C10", "stalled"), False),
    "claim corrected": (
        lambda r: claim(r, "C10", "90"), lambda r: claim(r, "C10", "91", supersedes=f"N{newest(r)}"), True,
    ),
    "another claim": (lambda r: claim(r, "C10", "90"), lambda r: claim(r, "C10", "91"), False),
    "source used": (lambda r: taken(r, NEWS), lambda r: claim(r, "C10", "91", source="005"), True),
    "source used as a second place": (
        lambda r: taken(r, NEWS), lambda r: taken(r, said("Z1", "C10", at=["000:1", "005:2"])), True,
    ),
    "source named by a position": (
        lambda r: taken(r, NEWS),
        lambda r: taken(r, line("position", "P90", actor="RU", topic="t", stance="demands", summary="s",
                                strength="article", at=["000:1", "005:1"])),
        True,
    ),
    "source corrected": (lambda r: taken(r, NEWS), lambda r: redate(r, "005", "2025-06-27"), True),
    "another source corrected": (lambda r: taken(r, NEWS), lambda r: redate(r, "003", "2025-06-24"), False),
    "commitment judged": (
        lambda r: taken(r, commitment("C90", track="IST25"), owed("T90", "C90", at="000:1")),
        lambda r: judge(r, "C90", "stalled"), True,
    ),
    "commitment mirrored": (
        lambda r: taken(r, commitment("C90", track="IST25"), owed("T90", "C90", at="000:1")),
        lambda r: taken(r, commitment("C91", track="IST25", mirrors="C90"), owed("T91", "C91", at="000:1")), True,
    ),
    "commitment needed": (
        lambda r: taken(r, commitment("C90", track="IST25"), owed("T90", "C90", at="000:1")),
        lambda r: taken(r, commitment("C91", track="IST25", needs=["C09", "C90"]), owed("T91", "C91", at="000:1")),
        True,
    ),
    "commitment served": (
        lambda r: taken(r, commitment("C90", track="IST25"), owed("T90", "C90", at="000:1")),
        lambda r: taken(r, line("exchange", "E90", track="IST25", name="x", serves=["C90"])), True,
    ),
    "commitment of a gate": (
        lambda r: taken(r, commitment("C90", track="IST25"), owed("T90", "C90", at="000:1")),
        lambda r: taken(r, line("gate", "G90", track="IST25", holds="round", mode="all_of", condition="c",
                                testable=True, requires=["C90"], at="000:1", strength="article")),
        True,
    ),
    "commitment contradicted": (
        lambda r: taken(r, commitment("C90", track="IST25"), owed("T90", "C90", at="000:1")),
        lambda r: taken(r, line("discrepancy", "X90", kind="figure", about=["C09", "C90"], summary="s", treat_as="t",
                                at="000:1")),
        True,
    ),
    "actor among heads": (
        lambda r: taken(r, line("actor", "ida", name="Ida", kind="person", role="other")),
        lambda r: taken(r, line("report", "R2", at="000:1", strength="article", heads=["ida", "peskov"])), True,
    ),
    "actor who recognises": (
        lambda r: taken(r, line("actor", "XX", name="Xland", kind="side", role="party")),
        lambda r: taken(r, owed("T92", "C10", at="000:1", recognised_by=["RU", "XX"])), True,
    ),
    "actor as a member": (
        lambda r: taken(r, line("actor", "XX", name="Xland", kind="side", role="party")),
        lambda r: taken(r, line("actor", "RU+XX", name="two", kind="joint", role="party", members=["RU", "XX"])), True,
    ),
    "claim that a judgement rests on": (
        lambda r: taken(r, said("Z1", "C10", at="000:1")),
        lambda r: taken(r, line("judgement", "J90", about="C09", aspect="delivery", value="stalled", author="ana",
                                day="2025-06-25", rests_on="Z1")),
        True,
    ),
    "corrected again": (lambda r: redate(r, "003", "2025-06-24"), lambda r: redate(r, "003", "2025-06-22"), True),
    "filed under the corrected day": (
        lambda r: redate(r, "003", "2025-06-24"), lambda r: claim(r, "C10", "90", source="003"), True,
    ),
    "filed under another day": (
        lambda r: redate(r, "003", "2025-06-24"), lambda r: claim(r, "C10", "90", source="001"), False,
    ),
    "judged beyond the end of the evidence": (
        lambda r: redate(r, "000", "2025-06-29"), lambda r: judge(r, "C10", "stalled"), True,
    ),
    "judged on evidence that an import brought": (lambda r: taken(r, NEWS), lambda r: judge(r, "C10", "stalled"), True),
    "taught anew": (
        lambda r: r.teach(Entry("unit", "sets", "remains/remains"), ANA),
        lambda r: r.teach(Entry("unit", "Sets", "prisoner/prisoners"), BEN), True,
    ),
    "taught another word": (
        lambda r: r.teach(Entry("unit", "sets", "remains/remains"), ANA),
        lambda r: r.teach(Entry("unit", "lots", "prisoner/prisoners"), BEN), False,
    ),
}  # fmt: skip
