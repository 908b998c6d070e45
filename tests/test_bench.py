"""What the benchmarks say of figures: goals held to, ratios of pairs, tables that fit, screens told apart."""

from __future__ import annotations

import pytest

from bench import looks
from bench.numbers import Ratio, Sample, paired_ratio, pooled_ratio, sample
from bench.probe import Probe, find_probe
from bench.processes import ROOT
from bench.stores import SEED
from bench.table import WIDTH, Goal, figure, not_measured, table, verdicts
from fixtures.large import record

HEADER = " talks  A–B                strict reading · as of 3 Jun 2025 · evidence ends 3 Jun 2025"
PANES = """
╭─ 1 Rounds ───╮╭─ 2 Owed · strict · 1 open ───╮
│ ✓ R1 held    ││ Owed, open                   │
╭─ 3 Next round · s ╮│ ○ C09 what  A→B  stalled *   │
│ R2 ‖ gated      │╭─ 4 Evidence · C09 ───────────╮
│ waits on C09    ││ C09 what         ‖ stalled * │
╭─ 5 What changed · since 2 Jun ──────────────╮
│ C09 what   delivery                         │
 ? help  q quit  space status"""


def test_goal_is_met_only_by_what_was_measured() -> None:
    assert Goal(5).met(Sample((4.0, 9.0, 5.0)), None) is True
    assert Goal(5).met(Sample((6.0,)), None) is False
    assert Goal(5).met(None, None) is None
    assert Goal(5, 1.2).met(Sample((1.0,)), None) is None
    assert Goal().met(Sample((1.0,)), None) is None


def test_ratio_of_pairs_is_the_middle_of_the_ratios_not_the_ratio_of_the_middles() -> None:
    ratio = paired_ratio([1.0, 10.0, 100.0, None], [2.0, 30.0, 50.0, 7.0])
    assert ratio is not None
    assert (ratio.value, ratio.low, ratio.high) == (2.0, 0.5, 3.0)
    pooled = pooled_ratio(Sample((2.0, 2.0)), Sample((3.0, 3.0)))
    assert pooled is not None
    assert (pooled.value, pooled.low, pooled.high) == (1.5, 1.5, 1.5)
    assert paired_ratio([None], [1.0]) is None


def test_sample_knows_its_ends() -> None:
    values = sample([3.0, None, 1.0, 2.0])
    assert values is not None
    assert (values.median, values.low, values.high) == (2.0, 1.0, 3.0)
    assert round(values.late, 6) == 2.9
    assert sample([None]) is None


def test_widest_rows_fit_the_page() -> None:
    wide = Sample((123_456.0, 99_999.0, 654_321.0))
    rows = [
        figure("filter: four letters at once", "1,000,000", "ms", Sample((1234.0, 999.5, 2345.0)), Goal(20)),
        figure("page: grown, last", "100,000", "ms", wide, Goal(ratio=1.1), ratio=Ratio(1.2, 1, 9), against="× 100"),
        figure("end: bytes", "100,000", "", wide, Goal(800), note="word " * 60),
        not_measured("idle", "100", "some reason " * 20),
    ]  # fmt: skip
    assert max(len(line) for line in table("Keys", rows).splitlines()) <= WIDTH


def test_missed_goals_are_named_with_their_stores() -> None:
    rows = [figure("quit", name, "ms", value, Goal(350)) for name, value in (("100", 400.0), ("7", 1.0), ("9", 500.0))]
    told = verdicts([*rows, figure("key", "", "ms", None, Goal(1)), figure("free", "", "ms", 1.0)])
    assert told.splitlines() == ["Goals: 1 met, 2 missed, 1 not measured", "  missed: quit (≤ 350 ms): 100 · 9"]


def test_board_counts_as_filled_only_with_every_pane() -> None:
    whole = HEADER + PANES
    assert looks.FILLED.search(whole)
    for part in ("C09 what   delivery", "R2 ‖ gated", "✓ R1 held", " ? help  q quit", "reading · as of"):
        assert not looks.FILLED.search(whole.replace(part, " " * len(part))), part


def test_another_day_and_reading_are_told_from_the_one_before() -> None:
    whole = HEADER + PANES
    day, reading = looks.another_day(whole), looks.another_reading(whole)
    assert not day.search(whole)
    assert not reading.search(whole)
    assert day.search(whole.replace("as of 3 Jun", "AS OF 2 Jun"))
    assert reading.search(whole.replace("strict reading", "A's reading"))
    assert not reading.search(whole.replace("strict reading", "A's reading").replace("R2 ‖", "    "))


def test_status_counts_as_painted_with_row_evidence_and_gate() -> None:
    whole = HEADER + PANES
    assert looks.blocker(whole) == looks.shown_commitment(whole) == "C09"
    assert looks.judged("C09", "stalled", waiting="C09").search(whole)
    delivered = whole.replace("stalled", "delivered")
    assert looks.judged("C09", "delivered").search(delivered)
    assert not looks.judged("C09", "delivered", waiting="C09").search(delivered)
    assert looks.judged("C09", "delivered", waiting="C09").search(delivered.replace("waits on C09", ""))


def test_probe_that_is_missing_is_said_in_a_sentence() -> None:
    told = find_probe(ROOT / "nowhere" / "probe.py")
    assert not isinstance(told, Probe)
    assert "is not there" in told


@pytest.mark.parametrize("size", [100])
def test_stores_that_are_measured_hold_what_the_measurements_name(size: int) -> None:
    assert any('"commitment": "N0000007"' in line for line in record(size, SEED))
