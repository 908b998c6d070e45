"""Measures that count no people: who owes what, how long, until when; and what is no commitment at all."""

from __future__ import annotations

from datetime import date

import pytest

from store.reading.article import Article, Passage, Published, Span
from store.reading.lexicon import Entry, shipped
from store.reading.proposals import Commitment, Exchange
from store.reading.reader import read

DAY = date(2026, 3, 5)
"""A Thursday."""


def article(text: str, day: date | None = DAY) -> Article:
    """Return a text of one passage, printed on a day."""
    return Article(text, (Passage(Span(0, len(text)), 1),), Published(day, "given"))


def owed(text: str, day: date | None = DAY) -> list[Commitment]:
    """Return what a text says is owed."""
    return [one.content for one in read(article(text, day), shipped()).proposals if isinstance(one.content, Commitment)]


def delivered(text: str) -> list[Exchange]:
    """Return what a text says was delivered."""
    return [one.content for one in read(article(text), shipped()).proposals if isinstance(one.content, Exchange)]


def only(text: str) -> Commitment:
    """Return the one thing that a text says is owed."""
    (one,) = owed(text)
    return one


def test_truce_with_length_and_start_from_the_next_sentence() -> None:
    one = only(
        "Mali and the M23 agreed on Tuesday to a 60-day ceasefire. The truce takes effect at 4 a.m. on Saturday."
    )
    assert (one.kind, one.debtor, one.creditor, one.reciprocal) == ("ceasefire", "Mali", "M23", True)
    assert (one.figure.value, one.figure.per, one.unit) == (60, "duration", "day")
    assert (one.due.earliest, one.due.latest) == (date(2026, 3, 7), None)


def test_truce_of_one_side_is_announced_not_mutual() -> None:
    one = only(
        "Chad's army declared a unilateral seven-day truce, starting on Friday. Togo is silent. Chad and Togo met."
    )
    assert (one.kind, one.debtor, one.reciprocal, one.modality) == ("truce", "Chad", False, "announced")
    assert one.due.earliest == date(2026, 3, 6)


def test_from_until_sets_both_ends() -> None:
    one = only("Peru and Chile have agreed to observe a ceasefire of ten days, from 20 March to 29 March.")
    assert (one.due.earliest, one.due.latest) == (date(2026, 3, 20), date(2026, 3, 29))


def test_days_without_a_year_lie_ahead() -> None:
    one = only("Peru announced a three-day truce with Chile from 8 to 10 May.")
    assert (one.due.earliest, one.due.latest) == (date(2026, 5, 8), date(2026, 5, 10))


def test_extension_has_the_new_end_and_not_the_old() -> None:
    one = only("The truce, which was due to expire on Sunday, has been extended until 2 April, Oman said.")
    assert (one.due.earliest, one.due.latest) == (None, date(2026, 4, 2))


def test_headline_and_lead_are_one_truce() -> None:
    text = "KENYA, UGANDA AGREE ON TEN-DAY TRUCE\n\nKenya and Uganda have agreed on a ten-day truce starting on Friday."
    cut = text.index("\n")
    passages = (Passage(Span(0, cut), 1, headline=True), Passage(Span(cut + 2, len(text)), 3))
    proposals = read(Article(text, passages, Published(DAY, "given")), shipped()).proposals
    assert [one.content.kind for one in proposals if isinstance(one.content, Commitment)] == ["truce"]
    assert proposals[0].line == 3


def test_no_day_no_date() -> None:
    (one,) = owed("Kenya and Uganda have agreed on a ten-day truce starting on Friday.", day=None)
    assert not one.due.bounded
    assert one.figure.value == 10


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("Peru will suspend air strikes on Chilean ports for 45 days, Lima said.", "strike_halt", 45, "day"),
        ("Peru and Chile agreed to spare each other's power stations for 30 days.", "strike_halt", 30, "day"),
        ("Peru pledged not to strike the capital for two weeks.", "strike_halt", 2, "week"),
        ("Peru and Chile agreed to cease fire for 36 hours.", "truce", 36, "hour"),
        ("Kenya agreed to withdraw from two of the five hilltop positions by 31 March.", "withdrawal", 2, "position"),
        ("Kenya will withdraw its 1,500 soldiers from Uganda by the end of the year.", "withdrawal", 1500, "person"),
        ("Six hundred trucks of relief goods shall enter the valley every day.", "access", 600, "truck"),
        ("Kenya undertook to open six sites to international inspectors.", "access", 6, "site"),
        ("The RSF and Sudan agreed to let humanitarian aid through.", "access", None, None),
        ("The rebels promised unhindered access.", "access", None, None),
        ("Kosovo and Serbia agreed to set up a joint commission.", "arrangement", None, None),
        ("Kenya has given a guarantee of safety to the villagers.", "security_guarantees", None, None),
        ("Kenya agreed to send its own draft memorandum.", "draft_memorandum", None, None),
    ],
)
def test_kinds_with_their_numbers(text: str, kind: str, value: int | None, unit: str | None) -> None:
    one = only(text)
    assert (one.kind, one.figure.value, one.unit) == (kind, value, unit)


def test_deadline_of_a_withdrawal() -> None:
    one = only("The M23 shall withdraw from three localities by 28 March 2026.")
    assert (one.debtor, one.due.earliest, one.due.latest) == ("M23", None, date(2026, 3, 28))
    assert one.modality == "agreed"


def test_withdrawal_of_one_side_in_a_deal_of_two() -> None:
    one = only("Rwanda and Burundi signed an agreement under which Rwandan troops will leave within 90 days.")
    assert (one.kind, one.debtor, one.reciprocal) == ("withdrawal", "Rwanda", False)


def test_points_of_a_list_are_owed_by_those_who_agreed() -> None:
    found = owed("Kenya and the M23 agreed: - to observe a ceasefire of 14 days; - to reopen the Bukavu airport.")
    assert [(one.kind, one.debtor, one.creditor) for one in found] == [
        ("ceasefire", "Kenya", "M23"),
        ("access", "Kenya", "M23"),
    ]


def test_arrangement_goes_on_until_its_day() -> None:
    one = only("The arrangement between Kenya and Uganda will continue to be in effect until 18 April 2026.")
    assert (one.kind, one.due.earliest, one.due.latest) == ("arrangement", None, date(2026, 4, 18))


def test_trucks_that_entered_were_delivered() -> None:
    (one,) = delivered("Some 210 aid trucks entered Gaza on Sunday, the United Nations said.")
    assert (one.kind, one.figure.value, one.figure.comparator, one.unit) == ("access", 210, "~", "truck")
    assert one.window.earliest == date(2026, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "The Secretary-General called for an immediate ceasefire in Sudan.",
        "Peru demanded an unconditional 30-day ceasefire.",
        "Peru rejected a proposal for a 30-day truce.",
        "Peru proposed a truce of two to three days in some areas.",
        "Peru is ready for a 30-day ceasefire, its president said.",
        "Ceasefire talks between Peru and Chile resumed in Cairo on Sunday.",
        "The previous truce, agreed in November 2023, lasted seven days.",
        "The 2020 ceasefire left peacekeepers in the region.",
        "In 2022, the two sides agreed to a truce that lasted six months.",
        "The truce collapsed in March when Peru resumed its strikes.",
        "Neither side has agreed to a ceasefire.",
        "If Peru withdraws its forces, Chile will open the border crossing.",
        "The two sides could sign a ceasefire next week.",
        "Brazil said a ceasefire deal would be signed within days.",
        "The mediators hope to reach a ceasefire before the holiday.",
        "Peru demanded that Chile withdraw its troops by Friday.",
        "The rebels vowed not to withdraw from the port.",
        "Peru withdrew from the agreement in 2018.",
        "Peru said Chile must allow aid into the town.",
        "Up to 120 aid trucks are waiting 60 km away.",
        "Peru had agreed to a 30-day ceasefire, but Chile refused.",
        "Why did the truce hold for six months?",
        "Each side accused the other of violating the ceasefire.",
        "The seven colleagues will leave the building on Friday.",
    ],
)
def test_no_commitment(text: str) -> None:
    assert owed(text) == []
    assert delivered(text) == []


def test_evidence_stands_in_the_text_and_says_why() -> None:
    text = "Talks went on. Kenya and Uganda signed a ceasefire of seven days on Saturday; prices rose."
    (one,) = read(article(text), shipped()).proposals
    (span,) = one.evidence
    assert text[span.start : span.end] == "Kenya and Uganda signed a ceasefire of seven days on Saturday"
    assert one.why == ("ceasefire: 'ceasefire' with 'signed'",)


def test_words_of_measures_can_be_taught() -> None:
    text = "Kenya and Uganda agreed to a hudna of ten days."
    taught = shipped().extended([Entry("measure quiet-noun", "hudna", "truce")])
    assert read(article(text), shipped()).proposals == ()
    (one,) = read(article(text), taught).proposals
    assert isinstance(one.content, Commitment)
    assert (one.content.kind, one.content.figure.value) == ("truce", 10)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":",
        "truce",
        "a truce of",
        "not to strike",
        "withdraw from",
        "-" * 50,
        "let \x00\u202e aid",
        "1 day truce " * 20,
    ],
)
def test_any_text_is_read(text: str) -> None:
    assert all(isinstance(one.content, (Commitment, Exchange)) for one in read(article(text), shipped()).proposals)
