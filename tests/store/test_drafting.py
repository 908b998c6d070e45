"""What accepted proposals become, kind by kind: acts, totals, meetings, people that the record does not know."""

from datetime import date
from pathlib import Path

import pytest

from store.domain.quantities import Basis
from store.domain.requests import BoardQuery
from store.domain.windows import Window
from store.domain.words import Instrument, Measure, Strength
from store.errors import UsageError
from store.reading.article import Span
from store.reading.proposals import Commitment, Exchange, Figure, Position, Proposal, Round, Said, Signal
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.accepted import accept, delivered
from tests.store.articles import JULY, PESKOV, TEXT, article, item, kept, proposal
from tests.store.programs import finished, start
from tests.store.records import BEN, board

UMEROV = Said("Rustem Umerov", "Ukraine", Strength.QUOTE)
LOOSE = Window(date(2025, 7, 1), date(2025, 7, 31), loose_latest=date(2025, 8, 5), phrase="in July", rule="W1")


def instrument(repository: Repository, label: str) -> Instrument:
    """Read by what act a commitment stands."""
    standing = repository.evidence(label, BoardQuery(TODAY)).standing
    assert standing is not None
    return standing.terms.instrument


@pytest.mark.parametrize(
    ("said", "act", "recognised"),
    [
        (PESKOV, Instrument.OFFERED, ()),
        (UMEROV, Instrument.REQUESTED, ()),
        (Said(), Instrument.OFFERED, ()),
    ],
)
def test_what_is_proposed_is_an_offer_of_the_debtor_or_a_request_of_others(
    repository: Repository, said: Said, act: Instrument, recognised: tuple[str, ...]
) -> None:
    owed = Commitment("withdrawal", "Russia", "Ukraine", modality="proposed", due=LOOSE)
    kept(repository, proposal("C1", owed, 4, said=said))
    accept(repository, "C1")
    standing = repository.evidence("C17", BoardQuery(TODAY)).standing
    assert standing is not None
    assert (standing.terms.instrument, standing.terms.recognised_by) == (act, recognised)
    assert standing.terms.due == LOOSE


def test_announcement_binds_the_side_that_makes_it(repository: Repository) -> None:
    owed = Commitment("access", "Ukraine", "Russia", modality="announced")
    kept(repository, proposal("C1", owed, 4, said=UMEROV))
    accept(repository, "C1")
    standing = repository.evidence("C17", BoardQuery(TODAY)).standing
    assert standing is not None
    assert standing.terms.recognised_by == ("UA",)


def test_truce_says_how_long_and_counts_nothing(repository: Repository) -> None:
    truce = Commitment("truce", "Russia", "Ukraine", figure=Figure(2, per="duration", high=3), modality="offered")
    kept(repository, proposal("C1", truce))
    accept(repository, "C1")
    standing = repository.evidence("C17", BoardQuery(TODAY)).standing
    assert standing is not None
    assert (standing.commitment.what, standing.terms.quantity) == ("Truce, for 2 to 3 days", None)


@pytest.mark.parametrize(("total", "each"), [(614, 307), (615, None)])
def test_total_handed_over_is_half_each_way_or_nobodys(repository: Repository, total: int, each: int | None) -> None:
    both = Exchange("civilians", "Russia", "Ukraine", True, Figure(total, per="total"), window=JULY.window)
    kept(repository, proposal("X1", both))
    done = accept(repository, "X1")
    claims = repository.evidence(done.labels[0], BoardQuery(TODAY)).claims
    assert [claim.figure.number if claim.figure else None for claim in claims] == [each, each]
    assert {claim.way for claim in claims} == {("RU", "UA"), ("UA", "RU")}
    assert all(f"{total} in both directions together" in (claim.note or "") for claim in claims)
    assert {claim.basis for claim in claims} <= {Basis.EACH, Basis.UNSTATED}


def test_figure_under_an_event_of_several_commitments_is_filed_under_one(repository: Repository) -> None:
    wounded = Exchange("prisoners", "Russia", "Ukraine", figure=Figure(50), qualifier="wounded",
                       window=Window(date(2025, 6, 10), date(2025, 6, 12)))  # fmt: skip
    kept(repository, proposal("X1", wounded))
    assert item(repository, "X1").match.exchange == "E3"
    accept(repository, "X1")
    assert (delivered(repository, "C05"), delivered(repository, "C07")) == (50, None)


def test_figure_linked_to_an_exchange_is_filed_there(repository: Repository) -> None:
    kept(repository, proposal("X1", Exchange("prisoners", "Russia", "Ukraine", figure=Figure(50))))
    repository.inbox.link(item(repository, "X1"), "E1")
    accept(repository, "X1")
    found = [claim for claim in repository.evidence("E1", BoardQuery(TODAY)).claims if claim.measure is Measure.BATCH]
    assert [claim.way for claim in found] == [("RU", "UA")]


def test_meeting_without_a_number_is_another_meeting(repository: Repository) -> None:
    met = Round(None, Window(date(2025, 6, 26), date(2025, 6, 26)), "Geneva", parties=("Russia", "Ukraine"))
    broken = Round(9, status="broken_off", parties=("Russia",))
    kept(repository, proposal("R1", met, 5), proposal("R2", broken, 5))
    repository.inbox.accept(repository.inbox.reading(1).items, BEN)
    rounds = {held.round.label: held for held in board(repository).rounds}
    assert (rounds["M8"].round.name, rounds["M8"].place) == ("Talks in Geneva 2025-06-26", "Geneva")
    assert (rounds["R9"].round.name, rounds["R9"].outcome) == ("Ninth round", "broken off")


def test_next_round_of_a_track_that_has_none_is_drafted(empty: Repository) -> None:
    waiting = Signal("next_round", "conditional", condition="a swap", place="Geneva")
    kept(empty, proposal("D1", waiting, 5, said=PESKOV), proposal("R1", Round(parties=("Russia", "Ukraine")), 5))
    empty.inbox.accept(empty.inbox.reading(1).items, BEN)
    (signal,) = (view.signal for view in board(empty).outlook.signals)
    assert (signal.round, signal.note) == ("R1", "On condition: a swap. Place: Geneva.")


def test_several_places_are_named_and_words_are_cut(repository: Repository) -> None:
    text = f"{'word ' * 100}\nsecond line\n"
    spans = (Span(0, 500), Span(text.index("second"), text.index("second") + 6))
    stance = Proposal("P1", Position("Somebody new", "state", "x" * 90), spans, 1, Said(None, "A Ministry"))
    kept(repository, stance, about=article(text))
    done = accept(repository, "P1")
    (found,) = repository.evidence(done.labels[0], BoardQuery(TODAY)).positions
    assert found.locators == ("005:1", "005:2")
    assert (found.actor, len(found.topic), len(found.summary)) == ("somebody-new", 60, 90)


def test_commitment_of_an_article_without_a_day_is_refused(empty: Repository) -> None:
    kept(empty, proposal("C1", Commitment("remains", "Russia", "Ukraine")), about=article(day=None))
    with pytest.raises(UsageError, match="no day"):
        accept(empty, "C1")


RACE = """
from store.repository.inbox import named_items
with Repository.open(path) as repository:
    opened = repository.inbox.reading(1)
    print("ready", flush=True)
    sys.stdin.readline()
    for number in ("C1", "X1", "D1", "P1", "R1"):
        try:
            repository.inbox.accept(named_items(opened, [number]), me)
            print(number, flush=True)
        except TalksError as error:
            print(error.code, flush=True)
"""


def test_each_item_is_accepted_once_whoever_comes_first(repository: Repository) -> None:
    kept(repository)
    programs = [start(RACE, Path(repository.path), name) for name in ("ana", "ben")]
    for program in programs:
        assert program.stdout is not None
        program.stdout.readline()
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("\n")
        program.stdin.flush()
    said = [word for program in programs for word in finished(program)]
    assert sorted(said) == sorted(["C1", "X1", "D1", "P1", "R1", "7", "7", "7", "7", "7"])
    assert sum(entry.action == "accept" for entry in repository.history(20)) == 5


def test_words_stand_in_the_article(repository: Repository) -> None:
    kept(repository)
    assert all(
        repository.inbox.reading(1).article.words(span) in TEXT
        for one in repository.inbox.reading(1).items
        for span in one.proposal.evidence
    )
