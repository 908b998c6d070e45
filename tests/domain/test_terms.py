"""Terms: by what act a commitment stands, how much, by when, and who accepts it."""

import pytest

from store.domain.quantities import Basis, Quantity, exact, parse_figure
from store.domain.terms import Terms, terms_of
from store.domain.words import Aspect, Instrument, Strength
from tests.domain.builders import BOTH, claim, judgement, owed, span


def terms(*claims: object) -> Terms:
    """Read terms off claims."""
    return terms_of(claims, BOTH)  # type: ignore[arg-type]  # claims alone are handed over


def test_strongest_act_that_stands_is_the_instrument() -> None:
    assert terms(owed(instrument=Instrument.OFFERED), owed(instrument=Instrument.AGREED)).instrument == "agreed"
    assert terms(owed(instrument=Instrument.AGREED), owed(instrument=Instrument.REQUESTED)).instrument == "agreed"


@pytest.mark.parametrize("ending", [Instrument.WITHDRAWN, Instrument.SUPERSEDED])
def test_ending_act_ends_all_that_came_before_but_not_what_comes_after(ending: Instrument) -> None:
    made, ended = owed(on=2, instrument=Instrument.AGREED), owed(on=5, instrument=ending)
    assert terms(made, ended).instrument is ending
    assert terms(made, ended, owed(on=6, instrument=Instrument.ANNOUNCED)).instrument is Instrument.ANNOUNCED


def test_commitment_without_an_act_is_only_expected() -> None:
    assert terms().instrument is Instrument.EXPECTED
    assert terms(claim("78")).statements == ()


def test_judgement_on_the_instrument_overrides_what_is_said() -> None:
    said = [owed(instrument=Instrument.AGREED)]
    judged = judgement(Aspect.INSTRUMENT, "withdrawn")
    assert terms_of(said, BOTH, judged).instrument is Instrument.WITHDRAWN


def test_newest_figure_is_owed() -> None:
    assert terms(owed("6000", on=2), owed("5000", on=9)).quantity == exact(5000)


def test_of_figures_of_one_day_the_more_directly_said_counts() -> None:
    quoted = owed("5000", strength=Strength.QUOTE)
    assert terms(owed("6000", strength=Strength.ARTICLE), quoted).quantity == exact(5000)
    assert terms(quoted, owed("6000", strength=Strength.ARTICLE)).quantity == exact(5000)


def test_total_of_both_directions_is_nobodys_debt() -> None:
    assert terms(owed("~12000", basis=Basis.TOTAL)).quantity is None
    assert terms(owed("6000", on=2), owed("~12000", on=3, basis=Basis.TOTAL)).quantity == exact(6000)


@pytest.mark.parametrize(("figure", "quantity"), [("all", parse_figure("all")), (None, None)])
def test_terms_may_have_no_number(figure: str | None, quantity: Quantity | None) -> None:
    assert terms(owed(figure)).quantity == quantity


def test_newest_window_is_the_due_one() -> None:
    assert terms(owed(due="2/9", on=2), owed(due="9/30", on=5)).due == span("9/30")
    assert terms(owed(due="2/9", on=2), owed(due=None, on=5)).due == span("2/9")


def test_of_windows_of_one_day_the_unambiguous_then_the_narrower_is_due() -> None:
    vague, clear, narrow = owed(due="2/9", loose="2/15"), owed(due="9/20"), owed(due="9/15")
    assert terms(vague, clear).due == span("9/20")
    assert terms(clear, vague, narrow).due == span("9/15")
    assert terms(owed(due="9/.."), clear).due == span("9/20")


def test_recognition_is_gathered_in_the_order_of_the_bound_parties() -> None:
    assert terms(owed(recognised=["UA"]), owed(recognised=["RU"])).recognised_by == ("RU", "UA")
    assert terms(owed(recognised=["US", "UA"])).recognised_by == ("UA", "US")
    assert terms(owed(recognised=[])).recognised_by == ()


@pytest.mark.parametrize("basis", [Basis.ONE_WAY, Basis.TOTAL])
@pytest.mark.parametrize("recognised", [[], ["UA"], ["US", "UA", "AT"], ["UA", "RU"], ["RU", "UA"]])
@pytest.mark.parametrize("act", [None, Instrument.AGREED, Instrument.WITHDRAWN])
def test_one_statement_says_the_same_with_a_silent_one_beside_it(
    basis: Basis, recognised: list[str], act: Instrument | None
) -> None:
    said = owed("~600", due="9/20", recognised=recognised)._replace(basis=basis, instrument=act)
    silent = owed(None, recognised=[])._replace(instrument=None)
    assert terms(said) == terms(said, silent)._replace(statements=(said,))
    assert terms(silent) == terms(silent, silent)._replace(statements=(silent,))
