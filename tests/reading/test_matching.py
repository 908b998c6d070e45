"""How proposals lie to the record: new, confirming, of the same origin, differing, superseding."""

from datetime import date

import pytest

from store.domain.windows import Window
from store.domain.words import Strength
from store.reading.article import Article, Published
from store.reading.proposals import (
    ALL_SIDES,
    Commitment,
    Content,
    Exchange,
    Figure,
    Position,
    Proposal,
    Round,
    Said,
    Signal,
)  # fmt: skip
from store.reading.record.compared import Ground, Match, MatchKind, foremost
from store.reading.record.matching import APART, matches
from store.reading.record.naming import fresh, slug
from store.reading.record.recorded import counted, quantity_of, telling
from store.repository import Repository
from store.repository.comparing import ground_of, same_origin

DAY = date(2025, 6, 27)
SAID = Said("Dmitry Peskov", "Kremlin", Strength.PARAPHRASE)
ARTICLE_OWN = Said()
TEXT = "Russia and Ukraine met."


def window(first: str, last: str | None = None) -> Window:
    return Window(date.fromisoformat(first), date.fromisoformat(last or first))


def ground(repository: Repository, *proposals: Proposal, source: str | None = None, text: str = TEXT) -> Ground:
    connection = repository._connection
    article = Article(text, (), Published(DAY, "given"))
    return ground_of(connection, proposals, article, same_origin(connection, source), ("C14", "E3"))


def found(
    repository: Repository,
    content: Content,
    said: Said = ARTICLE_OWN,
    source: str | None = None,
    link: str | None = None,
) -> list[str]:
    """Match one proposal with the seed record, and write each match as a line."""
    proposal = Proposal("A1", content, (), 1, said)
    return [match.words for match in matches(proposal, ground(repository, proposal, source=source), link)]


COMMITMENTS = [
    (Commitment("remains", "Russia", "Ukraine", figure=Figure(6000)), ["confirms: C09 6,000"]),
    (Commitment("remains", "Moscow", "Kyiv", figure=Figure(6000, "~")), ["confirms: C09 6,000 → about 6,000"]),
    (Commitment("remains", "Ukraine", "Russia", figure=Figure(5000)), ["differs: C10 6,000 → 5,000"]),
    (
        Commitment("remains", "Russia", "Ukraine", True, Figure(12000, "=", "total")),
        ["confirms: C09 6,000", "confirms: C10 6,000"],
    ),
    (
        Commitment(
            "prisoner_exchange", "Russia", "Ukraine", True, Figure(None, "all"), "prisoner", "seriously wounded"
        ),
        ["confirms: C05 all", "confirms: C06 all"],
    ),
    (
        Commitment("prisoners", None, "Russia", figure=Figure(None, "all"), qualifier="younger than 25"),
        ["confirms: C08 all"],
    ),
    (Commitment("prisoners", "Russia", "Ukraine", figure=Figure(50), qualifier="elderly"), ["new"]),
    (
        Commitment("remains", "Russia", "Ukraine", figure=Figure(3000, ">"), modality="offered"),
        ["confirms: C14 over 3,000"],
    ),
    (Commitment("draft_memorandum", "Russia", "Ukraine", True), ["confirms: C11 1"]),
    (Commitment("ceasefire", ALL_SIDES, ALL_SIDES), ["confirms: C16 no figure"]),
    (Commitment("prisoner_list", "Ukraine", "Russia"), ["confirms: C04 1"]),
    (Commitment("withdrawal", "Ukraine", "Russia"), ["new"]),
    (Commitment("remains", "Israel", "Lebanon", figure=Figure(6000)), ["new"]),
    (Commitment("hostages", "Russia", "Ukraine", figure=Figure(6000)), ["new"]),
]


@pytest.mark.parametrize(("content", "expected"), COMMITMENTS)
def test_what_is_owed(repository: Repository, content: Commitment, expected: list[str]) -> None:
    assert found(repository, content) == expected


EXCHANGES = [
    (Exchange("remains", "Russia", "Ukraine", figure=Figure(6060), measure="cumulative"), ["confirms: C09 6,060"]),
    (
        Exchange("remains", "Russia", "Ukraine", figure=Figure(6057), measure="cumulative"),
        ["differs: C09 6,060 → 6,057"],
    ),
    (Exchange("remains", "Ukraine", "Russia", figure=Figure(78), measure="cumulative"), ["confirms: C10 78"]),
    (
        Exchange("remains", "Russia", "Ukraine", figure=Figure(6060), window=window("2025-06-16", "2025-06-22")),
        ["confirms: C09 6,060"],
    ),
    (
        Exchange("remains", "Russia", "Ukraine", figure=Figure(300), window=window("2025-06-17")),
        ["differs: C09 6,060 → 300"],
    ),
    (Exchange("prisoners", "Russia", "Ukraine", figure=Figure(10)), ["new: C01 10"]),
    (Exchange("prisoners", "Russia", "Ukraine", figure=Figure(205), window=window("2026-03-14")), ["new"]),
    (Exchange("remains", "Russia", "Ukraine", figure=Figure(3000), measure="stock"), ["new: C09 3,000"]),
]


@pytest.mark.parametrize(("content", "expected"), EXCHANGES)
def test_what_was_handed_over(repository: Repository, content: Exchange, expected: list[str]) -> None:
    assert found(repository, content) == expected


def test_same_report_on_record_is_the_same_origin(repository: Repository) -> None:
    owed = Commitment("remains", "Russia", "Ukraine", figure=Figure(6000))
    assert found(repository, owed, source="002") == ["same origin: C09 6,000"]
    assert found(repository, owed, source="004") == ["same origin: C09 6,000"]
    moved = Exchange("remains", "Russia", "Ukraine", figure=Figure(6060), measure="cumulative")
    assert found(repository, moved, source="000") == ["same origin: C09 6,060"]
    assert found(repository, Round(2, window("2025-06-02")), source="000") == ["same origin: R2"]


def test_earlier_words_of_one_speaker(repository: Repository) -> None:
    signal = Signal("next_round", "expected", window("2025-07-01", "2025-07-31"))
    assert found(repository, signal, SAID) == ["supersedes: S16 on hold no date → expected 2025-07-01/2025-07-31"]
    assert found(repository, Signal("next_round", "on_hold"), SAID) == ["confirms: S16 on hold no date"]
    somebody = Said("Rustem Umerov", "Ukraine", Strength.QUOTE)
    assert found(repository, signal, somebody) == ["new: R3 expected 2025-07-01/2025-07-31"]
    nobody = Said("John Doe", None, Strength.QUOTE)
    assert found(repository, signal, nobody) == ["new: R3 expected 2025-07-01/2025-07-31"]


ROUNDS = [
    (Round(2, window("2025-06-02"), "Istanbul"), "confirms: R2 2025-06-02"),
    (Round(2, window("2025-06-04")), "differs: R2 2025-06-02 → 2025-06-04"),
    (Round(None, window("2025-05-16")), "confirms: R1 2025-05-16"),
    (Round(3, status="expected"), "confirms: R3"),
    (Round(3, window("2025-06-26")), "differs: R3 gated → held"),
    (Round(None, window("2025-07-10"), status="expected"), "new: R3 no date → 2025-07-10"),
    (Round(4, status="proposed"), "new"),
    (Round(None, window("2024-01-01")), "new"),
]


@pytest.mark.parametrize(("content", "expected"), ROUNDS)
def test_rounds(repository: Repository, content: Round, expected: str) -> None:
    content = content._replace(parties=("Russia", "Ukraine"))
    assert found(repository, content) == [expected]


def test_positions(repository: Repository) -> None:
    wanted = Position("Ukraine", "demand", "an unconditional ceasefire")
    assert found(repository, wanted) == ["confirms: P01"]
    assert found(repository, wanted, source="002") == ["same origin: P01"]
    assert found(repository, Position("Ukraine", "demand", "membership of an alliance")) == ["new"]
    assert found(repository, Position("France", "demand", "an unconditional ceasefire")) == ["new"]


def test_link_wins_over_the_match(repository: Repository) -> None:
    owed = Commitment("remains", "Russia", "Ukraine", figure=Figure(6000))
    assert found(repository, owed, link="C14") == ["confirms: C14 over 3,000 → 6,000"]
    assert found(repository, owed, link=APART) == ["new"]
    moved = Exchange("prisoners", "Russia", "Ukraine", figure=Figure(10))
    assert found(repository, moved, link="E3")[0].endswith("E3 undisclosed → 10")


def test_article_that_names_no_side_is_about_the_parties_it_names(repository: Repository) -> None:
    proposal = Proposal("C1", Commitment("ceasefire", ALL_SIDES, ALL_SIDES), (), 1)
    assert ground(repository, proposal, text="Talks in Geneva").track is None
    track = ground(repository, proposal, text="Kyiv’s envoys met those of the Russian Federation.").track
    assert track is not None
    assert track.label == "IST25"


def test_foremost_match_is_the_one_to_look_at() -> None:
    kinds = (MatchKind.CONFIRMS, MatchKind.NEW, MatchKind.SAME_ORIGIN, MatchKind.DIFFERS)
    assert foremost(tuple(map(Match, kinds))).kind is MatchKind.DIFFERS
    assert foremost(()).kind is MatchKind.NEW


def test_number_where_the_record_has_a_word_is_new(repository: Repository) -> None:
    sick = Commitment("prisoners", "Russia", "Ukraine", figure=Figure(120), qualifier="wounded")
    assert found(repository, sick) == ["new: C05 all → 120"]


FIGURES = [
    (Figure(6000), "6,000"), (Figure(6000, "~"), "about 6,000"), (Figure(3000, ">"), "over 3,000"),
    (Figure(30, ">="), "at least 30"), (Figure(30, "<="), "at most 30"), (Figure(30, "<"), "at most 29"),
    (Figure(20, high=30), "20 to 30"), (Figure(30, high=20), "20 to 30"), (Figure(None, "all"), "all"),
    (Figure(None, "undisclosed"), "undisclosed"), (Figure(), "no figure"), (Figure(30, per="duration"), "no figure"),
    (Figure(300, "hundreds"), "about 300"),
]  # fmt: skip


@pytest.mark.parametrize(("figure", "words"), FIGURES)
def test_figures_are_counted_as_they_are_said(figure: Figure, words: str) -> None:
    assert counted(quantity_of(figure)) == words


def test_what_tells_groups_apart() -> None:
    assert telling("seriously wounded or ill, under the age of 25") == {"wounded", "ill", "under-25"}
    assert telling("younger than 25 or over 60") == {"under-25", "over-60"}
    assert telling(None) == telling("Ukrainian soldiers") == frozenset()


def test_codes_and_labels() -> None:
    assert slug("The Türkiye Côte d’Ivoire!") == "turkiye-cote-d-ivoire"
    assert fresh("israel", {"israel", "israel-2"}.__contains__) == "israel-3"
