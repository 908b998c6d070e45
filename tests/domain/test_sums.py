"""Sums: listed stages beside totals claimed, and commitments beside their mirror."""

import pytest

from store.domain.model import Claim, Commitment
from store.domain.quantities import Basis, Qualifier, exact, parse_figure
from store.domain.sums import Fit, Side, pair_of, stages
from store.domain.words import Category, Measure
from tests.domain.builders import batch, claim, june, owed

FOUR = (("1212", "11"), ("1200", "13"), ("1200", "14"), ("1245", "16"))


def told(*batches: tuple[str, str], by: str | None = "UA") -> list[Claim]:
    return [batch(figure, by, covers=day) for figure, day in batches]


def from_source(claim_: Claim, source: str) -> Claim:
    return claim_._replace(cite=claim_.cite._replace(source=source, locator=f"{source}:1", origin=source))


def test_stages_that_leave_one_out_do_not_reach_the_total() -> None:
    (found,) = stages([*told(*FOUR), claim("6057", "UA", covers="11/16")])
    (total,) = found.totals
    assert (found.voice, found.sum, total.figure) == ("UA", exact(4857), exact(6057))
    assert (found.fit, total.difference, total.sure) == (Fit.APART, 1200, True)


def test_stages_that_reach_the_total_add_up() -> None:
    (found,) = stages([*told(*FOUR, ("1200", "15")), claim("6057", "UA", covers="11/16")])
    assert (found.sum, found.fit) == (exact(6057), Fit.ADDS_UP)


def test_totals_of_others_are_compared_too_the_own_one_first() -> None:
    (found,) = stages([*told(*FOUR), claim("6060", "RU", covers="16"), claim("6057", "UA", covers="16")])
    assert [(total.claims[0].cite.voice, total.difference) for total in found.totals] == [("UA", 1200), ("RU", 1203)]


def test_totals_of_one_figure_stand_together_and_only_the_newest_of_a_voice() -> None:
    older = claim("3000", "RU", 17, covers="16")
    (found,) = stages([*told(*FOUR), older, claim("6057", "RU", 18, covers="16"), claim("6057", "UA", covers="16")])
    (total,) = found.totals
    assert {said.cite.voice for said in total.claims} == {"RU", "UA"}


def test_a_list_that_ends_before_the_total_may_go_on() -> None:
    listed = [from_source(one, "s1") for one in told(*FOUR[:3])]
    (found,) = stages([*listed, from_source(claim("6057", "UA", covers="16"), "s2")])
    assert found.fit is Fit.LATER
    (earlier_total,) = stages([*listed, from_source(claim("1212", "UA", covers="11"), "s2")])
    assert earlier_total.fit is Fit.LATER


def test_one_text_that_lists_and_totals_contradicts_itself_whatever_the_days() -> None:
    (found,) = stages([*told(*FOUR[:3]), claim("6057", "UA", covers="16")])
    assert found.fit is Fit.APART


@pytest.mark.parametrize(
    ("figures", "total", "sum_", "fit"),
    [
        (("~1200", "1212"), "2400", ("about", 2412), Fit.ADDS_UP),
        ((">1200", "1212"), "6000", ("at_least", 2413), Fit.ADDS_UP),
        ((">1200", "1212"), "2000", ("at_least", 2413), Fit.APART),
        (("1000..1100", "1000"), "2050", ("at_least", 2000), Fit.ADDS_UP),
        (("1200", "1200"), ">=2000", ("exact", 2400), Fit.ADDS_UP),
        (("1200", "1200"), "1000..2000", ("exact", 2400), Fit.APART),
        (("1200", "1200"), "~2390", ("exact", 2400), Fit.ADDS_UP),
    ],
)
def test_unsure_figures_add_up_as_surely_as_they_are(
    figures: tuple[str, str], total: str, sum_: tuple[str, int], fit: Fit
) -> None:
    listed = told(*zip(figures, ("11", "13"), strict=True))
    (found,) = stages([*listed, claim(total, "UA", covers="13")])
    assert (found.sum.qualifier.value, found.sum.number, found.fit) == (*sum_, fit)


@pytest.mark.parametrize(
    "claims",
    [
        [],
        [claim("6057", "UA")],
        told(*FOUR),
        [*told(FOUR[0]), claim("6057", "UA")],
        [*told(("several", "11"), ("undisclosed", "13")), claim("6057", "UA")],
        [*told(*FOUR), claim("all", "UA"), claim("<=7000", "RU")],
        [*told(FOUR[0], FOUR[0]), claim("6057", "UA")],
        [*told(*FOUR), claim("12000", "UA", basis=Basis.TOTAL)],
        [*told(*FOUR), claim("6057", "UA", rejects=True)],
    ],
    ids=["nothing", "only-total", "only-batches", "one", "words", "no-number", "told-twice", "both-ways", "rejected"],
)
def test_there_is_no_sum_without_a_list_and_a_number_to_compare(claims: list[Claim]) -> None:
    assert stages(claims) == []


def test_stages_scattered_over_sides_and_sources_are_put_together_each_event_once() -> None:
    scattered = [
        from_source(batch("1212", "RU", covers="11"), "s1"),
        from_source(batch("1212", "UA", covers="11"), "s2"),
        from_source(batch("1200", "UA", covers="13"), "s2"),
        from_source(batch("1200", None, covers="14"), "s3"),
        from_source(batch("1245", "ICRC", covers="16"), "s4"),
    ]
    found = stages([*scattered, from_source(claim("6057", "UA", covers="16"), "s5")])
    together = next(one for one in found if one.voice is None)
    assert (together.source, together.sum, together.fit) == (None, exact(4857), Fit.APART)


def test_stages_without_days_of_their_own_are_not_put_together_across_voices() -> None:
    unclear = [from_source(batch("1212", "RU"), "s1"), from_source(batch("1212", "UA"), "s2")]
    assert stages([*unclear, from_source(claim("6057", "UA"), "s5")]) == []
    overlapping = [
        from_source(batch("1212", "RU", covers="11/13"), "s1"),
        from_source(batch("1200", "UA", covers="13"), "s2"),
    ]
    assert stages([*overlapping, from_source(claim("6057", "UA"), "s5")]) == []


def test_what_one_source_puts_together_is_compared_with_its_own_total_alone() -> None:
    mixed = [batch("1212", "RU", covers="11"), batch("1245", "UA", covers="16")]
    own, foreign = claim("2457", None, covers="16"), from_source(claim("6057", "UA", covers="16"), "s5")
    (found,) = stages([*mixed, own, foreign])
    assert (found.source, found.sum, [total.figure for total in found.totals]) == ("000", exact(2457), [exact(2457)])
    assert stages([*mixed, foreign]) == []


def test_directions_are_kept_apart() -> None:
    there = [claim("300", "RU", measure=Measure.BATCH, covers=day, way=("RU", "UA")) for day in ("10", "11")]
    back = [claim("200", "RU", measure=Measure.BATCH, covers=day, way=("UA", "RU")) for day in ("10", "11")]
    totals = [claim("600", "RU", covers="11", way=("RU", "UA")), claim("500", "RU", covers="11", way=("UA", "RU"))]
    found = stages([*there, *back, *totals], one_way=False)
    assert [(one.sum, one.fit) for one in found] == [(exact(400), Fit.APART), (exact(600), Fit.ADDS_UP)]


def side(label: str, figure: str | None, unit: str | None = "bodies") -> Side:
    commitment = Commitment(1, label, "T", None, "RU", "UA", Category.REMAINS, "Remains", unit, june(2))
    return Side(commitment, parse_figure(figure) if figure else None)


BOTH_WAYS = owed("~12000", basis=Basis.TOTAL)


@pytest.mark.parametrize(
    ("other", "said", "sum_", "fit"),
    [
        (side("B", "6000"), [BOTH_WAYS], 12000, Fit.ADDS_UP),
        (side("B", "1000"), [BOTH_WAYS], 7000, Fit.APART),
        (side("B", "6000"), [owed("6000")], 12000, Fit.UNCOMPARED),
        (side("B", None), [BOTH_WAYS], None, Fit.UNCOMPARED),
        (side("B", "all"), [BOTH_WAYS], None, Fit.UNCOMPARED),
        (side("B", "6000", "sets"), [BOTH_WAYS], None, Fit.UNCOMPARED),
        (side("B", "6000", None), [BOTH_WAYS], None, Fit.UNCOMPARED),
        (side("B", "6000", "Bodies"), [BOTH_WAYS], 12000, Fit.ADDS_UP),
    ],
)
def test_mirrors_are_added_where_both_give_a_number_of_one_thing(
    other: Side, said: list[Claim], sum_: int | None, fit: Fit
) -> None:
    pair = pair_of(side("A", "6000"), other, said)
    assert (pair.sum.number if pair.sum else None, pair.fit) == (sum_, fit)


def test_what_one_line_says_of_both_commitments_is_said_once() -> None:
    pair = pair_of(side("A", "6000"), side("B", "6000"), [BOTH_WAYS, BOTH_WAYS._replace(id=999, commitment="B")])
    assert len(pair.said) == 1
    assert pair.difference == 0
    assert pair.figure is not None
    assert pair.figure.qualifier is Qualifier.ABOUT
    assert pair_of(side("A", "6000"), side("B", None), [BOTH_WAYS]).difference is None
