"""The ledger: columns, days, and what became of every figure."""

from collections.abc import Sequence

import pytest

from store.domain.fates import Fate, Section
from store.domain.ledger import Column, Entry, Ledger, Sides, column_of, ledger_of
from store.domain.model import Claim, Exchange
from store.domain.quantities import Basis
from store.domain.reading import readings
from store.domain.words import Aspect, ClaimRole, Delivery, Instrument, Measure
from tests.domain.builders import BOTH, batch, case, claim, judgement, june, owed, span, words

SIDES = Sides(("RU",), ("UA",))


def ledger(*claims: Claim, on: int = 25, bound: tuple[str, ...] = BOTH, sides: Sides = SIDES) -> Ledger:
    views = readings(bound)
    return ledger_of(case(*claims, bound=bound), june(on), sides, (views[0], *views))


def shape(found: Ledger) -> list[tuple[str, str, list[str]]]:
    """Write down the bands: section, days, and each figure with its column and its fate."""
    return [
        (section.value, f"{band.days.earliest:%d}-{band.days.latest:%d}", [_entry(entry) for entry in band.entries])
        for section, bands in found.sections
        for band in bands
    ]


def _entry(entry: Entry) -> str:
    number = entry.claim.figure.number if entry.claim.figure else "-"
    return f"{entry.column.value[0]} {number} {entry.fate.value}"


def test_each_side_faces_the_other_by_day_and_batches_stand_apart() -> None:
    found = ledger(
        owed("6000", by="RU"),
        batch("1212", "RU", 12, covers="11"),
        batch("1212", "UA", 13, covers="11"),
        batch("1200", None, 14, covers="13"),
        claim("6060", "RU", 20),
        claim("6057", "UA", 20, role=ClaimRole.CREDITOR),
        claim("3000", "RU", 22, measure=Measure.STOCK),
        words(Delivery.PARTIAL, "UA", 23),
    )
    assert shape(found) == [
        ("promised", "02-02", ["d 6000 leads"]),
        ("cumulative", "20-20", ["d 6060 counted", "c 6057 leads"]),
        ("batch", "11-11", ["d 1212 inside", "c 1212 inside"]),
        ("batch", "13-13", ["w 1200 counted"]),
        ("stock", "22-22", ["d 3000 noted"]),
        ("words", "23-23", ["c - noted"]),
    ]  # fmt: skip


def test_fates_tell_what_the_board_reckons_with() -> None:
    """Whatever the claims are, the figures that count add up to the figures of their voices."""
    claims = [
        batch("1200", "UA", 13, covers="13"),
        batch("1205", "UA", 14, covers="13"),
        batch("1245", "UA", 17, covers="16"),
        claim("1000", "UA", 12),
        claim("2000", "RU", 12),
        claim("2400", "RU", 18),
    ]
    found = ledger(*claims)
    counted: dict[str, int] = {}
    for entry in found.entries:
        if entry.fate.counts and entry.claim.figure:
            voice = entry.claim.cite.voice
            counted[voice] = counted.get(voice, 0) + (entry.claim.figure.number or 0)
    assert counted == {figure.voice: figure.number for figure in found.standing.figures.voices}
    fates = {entry.claim.id: entry.fate for entry in found.entries}
    assert fates[claims[0].id] is Fate.REPEATED
    assert fates[claims[3].id] is fates[claims[4].id] is Fate.OLDER


def test_a_corrected_figure_is_struck_and_never_counted() -> None:
    wrong = claim("7000", "UA", 18)
    right = claim("6057", "UA", 20, supersedes=wrong.id)
    first, second = ledger(wrong, right).entries
    assert (first.fate, first.corrected_by, first.fate.struck) == (Fate.CORRECTED, right, True)
    assert second.fate is Fate.LEADS
    (before,) = ledger(wrong, right, on=19).entries
    assert before.fate is Fate.LEADS


def test_a_promise_that_was_withdrawn_is_struck_until_it_is_made_again() -> None:
    made, ended = owed("6000", on=2), owed(None, on=5, instrument=Instrument.WITHDRAWN)
    again = owed("5000", on=9)
    assert [entry.fate for entry in ledger(made, ended).entries] == [Fate.ENDED, Fate.NOTED]
    assert [entry.fate for entry in ledger(made, ended, again).entries] == [Fate.ENDED, Fate.NOTED, Fate.LEADS]
    judged = case(made, judgements=[judgement(Aspect.INSTRUMENT, "superseded")])
    assert [e.fate for e in ledger_of(judged, june(25), SIDES, readings(BOTH)).entries] == [Fate.ENDED]


def test_promises_beside_the_one_that_counts() -> None:
    found = ledger(owed("6000", on=2), owed("~12000", on=3, basis=Basis.TOTAL), owed("6000", on=4), owed("500", on=1))
    assert [entry.fate for entry in found.entries] == [Fate.OLDER, Fate.COUNTED, Fate.TOGETHER, Fate.LEADS]


@pytest.mark.parametrize("figure", ["several", "undisclosed", "all", "hundreds", "<=30"])
def test_figures_without_a_number_stand_there_and_count_for_nothing(figure: str) -> None:
    (entry,) = ledger(claim(figure, "RU")).entries
    assert (entry.section, entry.fate) == (Section.CUMULATIVE, Fate.NOTED)


def test_only_what_was_known_by_the_day_is_there() -> None:
    found = ledger(owed("6000", on=2), claim("6060", "RU", 20), on=10)
    assert [entry.section for entry in found.entries] == [Section.PROMISED]
    assert ledger(owed("6000", on=2), on=1).sections == ()


def test_a_batch_without_days_takes_those_of_its_exchange_else_the_day_it_was_told() -> None:
    told = claim("300", "RU", 20, measure=Measure.BATCH, exchange="E1")
    exchange = Exchange("E1", "T", "Transfer", span("16/18"))
    found = ledger_of(case(told), june(25), SIDES, readings(BOTH), {"E1": exchange})
    assert shape(found)[0][:2] == ("batch", "16-18")
    assert shape(ledger(told))[0][:2] == ("batch", "20-20")


@pytest.mark.parametrize(
    ("voice", "role", "column"),
    [
        ("RU", None, Column.DEBTOR),
        ("UA", ClaimRole.DEBTOR, Column.CREDITOR),
        ("ICRC", ClaimRole.WITNESS, Column.WITNESS),
        ("TR", ClaimRole.CREDITOR, Column.WITNESS),
        (None, None, Column.WITNESS),
        (None, ClaimRole.CREDITOR, Column.CREDITOR),
        (None, ClaimRole.OTHER, Column.WITNESS),
    ],
)
def test_a_figure_stands_with_the_side_it_is_said_for(
    voice: str | None, role: ClaimRole | None, column: Column
) -> None:
    assert column_of(claim("1", voice, role=role), SIDES) is column


@pytest.mark.parametrize(
    ("claims", "between", "overall"),
    [
        ([claim("6060", "RU"), claim("6057", "UA")], (3, False), None),
        ([claim("~6000", "RU"), claim("6057", "UA")], (57, True), None),
        ([claim(">=6000", "RU"), claim("6057", "UA")], (57, True), None),
        ([claim("6060", "RU")], None, None),
        ([claim("6060", "RU"), claim("6000", "ICRC")], None, (60, False)),
        ([claim("several", "RU"), claim("undisclosed", "UA")], None, None),
        ([], None, None),
    ],
)
def test_spread_is_that_of_the_sides_and_of_all_voices_apart(
    claims: Sequence[Claim], between: tuple[int, bool] | None, overall: tuple[int, bool] | None
) -> None:
    found = ledger(*claims)
    spreads = [(one.difference, one.compatible) if one else None for one in (found.between_sides, found.overall)]
    assert spreads == [between, overall]


def test_three_parties_each_have_a_reading_and_the_spread_takes_all_of_them() -> None:
    three = ("A", "B", "C")
    owing = owed("100", recognised=["A", "B"])
    found = ledger(
        owing, claim("90", "A"), claim("95", "B"), claim("70", "C"), bound=three, sides=Sides(("A",), ("B", "C"))
    )
    assert found.between_sides is not None
    assert (found.between_sides.low.voice, found.between_sides.high.voice) == ("C", "B")
    assert [(reading.name, one.owed) for reading, one in found.by_reading] == [
        ("strict", True), ("common", False), ("A", True), ("B", True), ("C", False),
    ]  # fmt: skip
    assert [entry.column for entry in found.entries if entry.section is Section.CUMULATIVE] == [
        Column.DEBTOR, Column.CREDITOR, Column.CREDITOR,
    ]  # fmt: skip


def test_every_reading_tells_its_own_count() -> None:
    found = ledger(owed("6000", recognised=["UA"]), claim("78", None))
    left = {reading.name: standing.remaining for reading, standing in found.by_reading}
    assert left == {"strict": 5922, "common": None, "RU": None, "UA": 5922}
