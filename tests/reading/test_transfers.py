from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from store.reading.lexicon import Entry, shipped
from store.reading.proposals import Exchange
from store.reading.reader import read
from tests.reading.texts import article, given, owed, reading

BOTH = "\n\nRussia and Ukraine have met twice."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia handed over the bodies of 1,212 Ukrainian soldiers on Wednesday and received 27 in return.",
            [
                "Russia > Ukraine | remains | 1212 one_way | 2025-06-11",
                "Ukraine > Russia | remains | 27 one_way | 2025-06-11",
            ],
        ),
        (
            "Ukraine and Russia exchanged 205 prisoners of war each on Tuesday.",
            ["Ukraine <> Russia | prisoner_exchange | 205 each | 2025-06-10"],
        ),
        (
            "Azerbaijan returned 32 Armenian servicemen on Monday; Armenia returned two Azerbaijani soldiers.",
            [
                "Azerbaijan > Armenia | prisoners | 32 one_way | 2025-06-09",
                "Armenia > Azerbaijan | prisoners | 2 one_way | 2025-06-09",
            ],
        ),
        (
            "Israel let 160 prisoners go on Sunday.\n\nHamas freed four hostages. The other hostages of Hamas in Gaza "
            "wait, Israel says.",
            [
                "Israel > Hamas | prisoners | 160 one_way | 2025-06-08",
                "Hamas > Israel | hostages | 4 one_way | 2025-06-08",
            ],
        ),
        (
            "On Friday, each side released 390 people. Another 307 were freed on Saturday and 303 on Sunday." + BOTH,
            [
                "Russia <> Ukraine | prisoner_exchange | 390 each | 2025-06-13",
                "Russia <> Ukraine | prisoner_exchange | 307 each | 2025-06-07",
                "Russia <> Ukraine | prisoner_exchange | 303 each | 2025-06-08",
            ],
        ),
        (
            "157 prisoners from each side, 314 in all, were exchanged on Thursday." + BOTH,
            ["Russia <> Ukraine | prisoner_exchange | 157 each | 2025-06-12"],
        ),
        (
            "The Houthis freed 113 detainees on Thursday, the Red Cross said.\n\nThe Houthis and the Yemeni government "
            "blame each other.",
            ["Houthis > Yemen | prisoners | 113 one_way | 2025-06-12"],
        ),
        (
            "Norvania handed over 40 bodies to the Eastern Front on 2 June 2025.\n\nThe Eastern Front gave back 12. "
            "Norvania and the Eastern Front will meet.",
            [
                "Norvania > Eastern Front | remains | 40 one_way | 2025-06-02",
                "Eastern Front > Norvania | remains | 12 one_way | 2025-06-02",
            ],
        ),
        (
            "Each side brought home 307 soldiers on Wednesday, a day after each side released 390 people." + BOTH,
            [
                "Russia <> Ukraine | prisoner_exchange | 307 each | 2025-06-11",
                "Russia <> Ukraine | prisoner_exchange | 390 each | 2025-06-10",
            ],
        ),
        (
            "Two of the 20 Cambodian soldiers were released by Thailand on Friday.",
            ["Thailand > Cambodia | prisoners | 2 one_way | 2025-06-13"],
        ),
        (
            "The rebels of the ELN freed five of their captives on Monday, 4 of whom were ill. Colombia was told.",
            ["ELN > Colombia | prisoners | 5 one_way | 2025-06-09"],
        ),
        (
            "Ukraine submitted a list of 339 children to Russia on 2 June.",
            ["Ukraine > Russia | children_list | ? one_way | 2025-06-02"],
        ),
        (
            "Qatari mediators brought 16 Ukrainian children home. The children were returned by Russia on Monday.",
            ["Russia > Ukraine | children | 16 one_way | 2025-06-09"],
        ),
    ],
)
def test_what_was_handed_over(text: str, expected: list[str]) -> None:
    assert given(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The two sides agreed to release 390 prisoners each by 30 June." + BOTH,
            ["Russia <> Ukraine | prisoner_exchange | 390 each | agreed | 2025-06-30"],
        ),
        (
            "Under the deal Hamas will release 33 hostages within six weeks; the other hostages of Hamas must wait, "
            "Israel said.",
            ["Hamas > Israel | hostages | 33 one_way | announced | 2025-06-13/2025-07-25"],
        ),
        (
            "The government agreed to free 706 detainees and the Houthis 181.\n\nThe Houthis want more from Yemen.",
            [
                "Yemen > Houthis | prisoners | 706 one_way | agreed",
                "Houthis > Yemen | prisoners | 181 one_way | agreed",
            ],
        ),
        (
            "Moscow is ready to hand over 3,000 more bodies, its negotiator said.\n\nUkraine has not replied.",
            ["Russia > Ukraine | remains | 3000 one_way | offered"],
        ),
        (
            "Russia and Ukraine agreed to exchange all seriously wounded prisoners, as well as those under 25.",
            [
                "Russia <> Ukraine | prisoner_exchange | all unstated | agreed | seriously wounded",
                "Russia <> Ukraine | prisoner_exchange | all unstated | agreed | under 25",
            ],
        ),
        (
            "The bodies of 6,000 soldiers would be returned to Ukraine next week, Russia said.",
            ["Russia > Ukraine | remains | 6000 one_way | announced | 2025-06-16/2025-06-22"],
        ),
        (
            "“We will hand over 6,000 bodies,” Medinsky said on Monday." + BOTH,
            ["Russia > Ukraine | remains | 6000 one_way | announced"],
        ),
        (
            "Hamas agreed to return 20 living and 28 dead hostages; Israel waits for the hostages.",
            [
                "Hamas > Israel | hostages | 20 one_way | agreed | living",
                "Hamas > Israel | remains | 28 one_way | agreed",
            ],
        ),
        (
            "The deal would see 33 hostages, held by Hamas, released. Israel says that the hostages come first.",
            ["Hamas > Israel | hostages | 33 one_way | announced"],
        ),
        (
            "An agreement was reached on the release of 32 Armenian servicemen by Azerbaijan.",
            ["Azerbaijan > Armenia | prisoners | 32 one_way | agreed"],
        ),
    ],
)
def test_what_is_owed(text: str, expected: list[str]) -> None:
    assert owed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Russia denies that it has handed over 500 prisoners." + BOTH,
        "Kyiv demands that Russia return 339 children.",
        "At least 84 people were killed on Friday and 251 hostages were taken.",
        "Russia may release 500 prisoners." + BOTH,
        "Talks on the release of 20 hostages continue.",
        "Israel refused to free 100 prisoners; Hamas was angry.",
        "The war is in its fourth year, 20 percent of the land is occupied, and 16 countries sent 300 trucks.",
        "Since the war began Russia and Ukraine have exchanged 5,000 prisoners.",
        "Prisoners received their certificates on Monday; 63 of them had passed.",
        "He wasn't on the list of prisoners." + BOTH,
    ],
)
def test_what_is_neither_given_nor_owed(text: str) -> None:
    assert given(text) == owed(text) == []


def test_what_was_said_on_a_day_is_not_due_on_it() -> None:
    (found,) = owed("The Taliban will release 20 Afghan soldiers, a spokesman said on Sunday.")
    assert found == "Taliban > Afghanistan | prisoners | 20 one_way | announced"


def test_a_relative_day_is_not_resolved_without_the_day_of_the_article() -> None:
    text = "Russia returned 300 bodies to Ukraine on Wednesday and 200 on 2 June 2025."
    assert given(text, None) == [
        "Russia > Ukraine | remains | 300 one_way",
        "Russia > Ukraine | remains | 200 one_way | 2025-06-02",
    ]


def test_a_live_report_tells_of_its_day() -> None:
    text = "14:50 The ELN has handed over four soldiers near the river.\n\n13:10 Colombia waits for the ELN."
    assert given(text, date(2026, 2, 18)) == ["ELN > Colombia | prisoners | 4 one_way | 2026-02-18"]


def test_words_that_people_add_are_known() -> None:
    text = "Borduria handed over 12 klepts to Syldavia on Monday. Syldavia returned none to Borduria."
    lexicon = shipped().extended([Entry("unit", "klept", "klept/prisoners")])
    found = [p.content for p in read(article(text), lexicon).proposals if isinstance(p.content, Exchange)]
    assert [(one.giver, one.taker, one.figure.value, one.unit) for one in found] == [
        ("Borduria", "Syldavia", 12, "klept")
    ]
    assert not [p for p in reading(text).proposals if isinstance(p.content, Exchange)]


def test_the_words_it_rests_on_are_those_of_the_text() -> None:
    text = "Talks went on.\n\nRussia returned 300 bodies to Ukraine on Monday. More will follow."
    (proposal,) = [p for p in reading(text).proposals if isinstance(p.content, Exchange)]
    assert (
        text[proposal.evidence[0].start : proposal.evidence[0].end]
        == "Russia returned 300 bodies to Ukraine on Monday."
    )
    assert proposal.line == 3
    assert "returned" in proposal.why[0]


_SAID = (
    "Russia Ukraine Hamas Israel the 300 bodies prisoners agreed to exchange returned each , . ; “ ” for in and on "
    "Monday who were released will 1,000-for-1,000 under 25 aged those of by \u202e \x1b[31m"
)
_WORDS = st.sampled_from(_SAID.split(" "))


@settings(deadline=None, max_examples=60)
@drawn(st.one_of(st.text(max_size=300), st.lists(_WORDS, max_size=60).map(" ".join)))
def test_any_text_is_read(text: str) -> None:
    found = reading(text)
    for proposal in found.proposals:
        assert all(0 <= span.start < span.end <= len(text) for span in proposal.evidence)
