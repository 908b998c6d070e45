from __future__ import annotations

import re
from datetime import date

import pytest

from store.domain.words import Strength
from store.reading.article import Article, Passage, Published, Span
from store.reading.grammar.sentences import scene_of
from store.reading.lexicon import Entry, Lexicon, shipped
from store.reading.positions.positions import positions_in
from store.reading.proposals import Position, Proposal


def read(text: str, lexicon: Lexicon | None = None) -> list[Proposal]:
    passages = tuple(
        Passage(Span(found.start(), found.end()), text.count("\n", 0, found.start()) + 1)
        for found in re.finditer(r"\S(?:(?!\n\n)[\s\S])*", text)
    )
    article = Article(text, passages, Published(date(2026, 3, 2), "given"))
    lexicon = lexicon or shipped()
    return list(positions_in(scene_of(article, lexicon), lexicon))


def held(text: str) -> list[tuple[str, str]]:
    return [(found.holder, found.stance) for found in positions(text)]


def positions(text: str) -> list[Position]:
    found = [proposal.content for proposal in read(text)]
    return [content for content in found if isinstance(content, Position)]


@pytest.mark.parametrize(
    ("text", "holder", "stance", "topic"),
    [
        ("Azerbaijan rejected the draft treaty that Armenia had sent.", "Azerbaijan", "reject", "draft treaty"),
        (
            "Hamas again called for a permanent ceasefire, and Israel fell silent.",
            "Hamas",
            "demand",
            "permanent ceasefire",
        ),
        ("Officials in Islamabad accused India of closing a dam.", "Pakistan", "accuse", "India of closing a dam"),
        ("Thai negotiators proposed joint patrols; Cambodia did not answer.", "Thailand", "propose", "joint patrols"),
        ("The ELN's refusal to leave the valley angered Colombia.", "ELN", "reject", "leave the valley"),
        ("A Pakistani demand for access to the jails surprised India.", "Pakistan", "demand", "access to the jails"),
        ("Israel has refused to accept a truce with Hamas.", "Israel", "reject", "truce with Hamas"),
        ("Armenian conditions include an exchange of maps, said Azerbaijan.", "Armenia", "demand", "exchange of maps"),
        ("Colombia insists that the ELN be disarmed first.", "Colombia", "demand", "ELN be disarmed first"),
    ],
)
def test_who_holds_what(text: str, holder: str, stance: str, topic: str) -> None:
    first = positions(text)[0]

    assert (first.holder, first.stance) == (holder, stance)
    assert first.topic.startswith(topic)


@pytest.mark.parametrize(
    "text",
    [
        "Israel may reject the plan, and Hamas could accept it.",
        "If Azerbaijan accepts the text, Armenia will sign.",
        "Analysts demand more openness on the talks of Sudan and the RSF.",
        "A spokesman for Rwanda declined to comment on the talks with DR Congo.",
        "Hamas wants to meet Israel again in May.",
        "Thailand insists that it is ready to meet Cambodia.",
        "Has the RSF rejected the truce of the Sudanese army?",
        "India said that the talks with Pakistan were useful.",
        "The plan must be studied, people in the street said of Armenia and Azerbaijan.",
        "Negotiators of Colombia and the ELN met on Monday; no demand of the ELN was discussed.",
    ],
)
def test_what_is_only_possible_said_or_nobodys_is_no_position(text: str) -> None:
    assert positions(text) == []


def test_a_relative_clause_gives_both_who_rejects_and_who_accepts() -> None:
    found = held("Armenia rejected a monitoring proposal that Azerbaijan had already accepted.")

    assert found == [("Armenia", "reject"), ("Azerbaijan", "accept")]


def test_a_passive_belongs_to_whoever_does_it() -> None:
    (found,) = positions("A proposal to open an office in Hun was not accepted by Hamas after a talk with Israel.")

    assert (found.holder, found.stance) == ("Hamas", "reject")
    assert found.topic.startswith("proposal to open an office")


def test_an_offer_turned_down_by_nobody_named_was_turned_down_by_the_other_side() -> None:
    assert held("Armenia and Azerbaijan met. Armenia's proposal of joint patrols was rejected last week.") == [
        ("Armenia", "propose"),
        ("Azerbaijan", "reject"),
    ]


def test_pronouns_are_whom_the_text_spoke_of_last() -> None:
    found = held(
        "India sent a note to Pakistan. It demanded the return of all boats. "
        "Islamabad repeated its demand for talks on water."
    )

    assert found == [("India", "demand"), ("Pakistan", "demand")]


def test_the_government_is_the_side_that_has_a_capital() -> None:
    text = "Colombia and the ELN met on Monday. The ELN asked for a pause. The government rejected this."

    assert held(text) == [("ELN", "demand"), ("Colombia", "reject")]
    assert [found.topic for found in positions(text)] == ["pause", "pause"]


def test_outsiders_urge_what_parties_demand() -> None:
    found = held("Sudan and the RSF met. The United Nations called for a truce. The RSF called for a wider table.")

    assert found == [("United Nations", "urge"), ("RSF", "demand")]


def test_what_a_speaker_says_the_other_side_must_do_or_does_wrong_is_his() -> None:
    found = held(
        "Azerbaijan and Armenia met on Monday. Baku said that Armenia must leave two villages. "
        "Armenian officials said Azerbaijan had violated the ceasefire."
    )

    assert found == [("Azerbaijan", "demand"), ("Armenia", "accuse")]


def test_a_refusal_that_the_other_side_claims_is_its_accusation() -> None:
    assert held("India had refused to take back the boats, claimed Pakistan.") == [("Pakistan", "accuse")]


def test_what_is_said_twice_is_one_position() -> None:
    found = positions(
        "Hamas rejected the Israeli plan for a corridor. On Tuesday Hamas again rejected the corridor plan. "
        "Hamas also rejected a foreign police force."
    )

    assert [position.topic for position in found] == ["Israeli plan for a corridor; foreign police force"]


def test_counted_people_on_offer_are_no_position_but_a_truce_is() -> None:
    text = "Israel and Hamas met. Israel offered to release 90 prisoners. Hamas offered a truce of ten days."

    assert held(text) == [("Hamas", "propose")]


def test_the_words_it_rests_on_are_a_clause_of_the_text() -> None:
    text = "News.\n\nThe Colombian government condemned the raid, but the ELN said it knew nothing."
    (proposal,) = read(text)
    (span,) = proposal.evidence

    assert text[span.start : span.end] == "The Colombian government condemned the raid"
    assert (proposal.number, proposal.line) == ("P1", 3)
    assert proposal.why == ("condemn: 'condemned'", "holder: 'colombian'")


def test_a_quoted_we_is_the_speaker() -> None:
    (proposal,) = read('Sudan and the RSF met. "We reject this corridor," said RSF delegate Adam Nour.')

    assert isinstance(proposal.content, Position)
    assert (proposal.content.holder, proposal.content.stance) == ("RSF", "reject")
    assert proposal.said.body == "RSF"
    assert proposal.said.strength is Strength.QUOTE


def test_a_person_may_teach_a_word_of_stance() -> None:
    text = "Armenia and Azerbaijan met. Armenia pooh-poohed the corridor."
    taught = shipped().extended([Entry("stance-verb", "pooh-pooh", "criticise")])

    assert read(text) == []
    assert [proposal.content for proposal in read(text, taught)] == [Position("Armenia", "criticise", "corridor")]


def test_a_sentence_without_an_end_is_read_to_its_end() -> None:
    text = "Armenia and Azerbaijan met, " + "and the rain fell " * 400 + ", Armenia rejected the corridor."

    assert [(found.holder, found.topic) for found in positions(text)] == [("Armenia", "corridor")]


def test_a_page_that_repeats_itself_is_not_proposed_for_ever() -> None:
    text = "".join(f"Armenia also rejected plan{number} of Azerbaijan in field{number}.\n\n" for number in range(90))

    assert [position.topic.count(";") for position in positions(text)] == [2]


@pytest.mark.parametrize(
    "text", ["", "demand", "by", "its demand", "rejected by", ", demanded", "must", "'s offer", "“We reject" * 50]
)
def test_scraps_of_text_bear_nothing_and_never_raise(text: str) -> None:
    assert read(text) == []
