import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.reading.texts.paragraphs import LONGEST, paragraphs
from store.reading.texts.passages import content_of
from tests.reading.articles import NOISY, PROSE


def kept(text: str) -> list[str]:
    """The passages of a text, white space folded."""
    return [" ".join(text[passage.span.start : passage.span.end].split()) for passage in content_of(text).passages]


def headlines(text: str) -> list[str]:
    return [text[passage.span.start : passage.span.end] for passage in content_of(text).passages if passage.headline]


def test_what_a_newsroom_puts_around_an_article_is_put_aside() -> None:
    assert kept(NOISY) == [
        "Talks in Lisk bring a swap | The Courier",
        "• A swap of 120 for 120",
        "• No date for a third round",
        PROSE[0],
        PROSE[1],
        "What the League says",
        PROSE[2],
    ]


def test_titles_points_and_subheads_speak_as_headlines() -> None:
    assert headlines(NOISY) == [
        "Talks in Lisk bring a swap | The Courier",
        "• A swap of 120 for 120",
        "• No date for a third round",
        "What the League says",
    ]
    assert content_of(NOISY).title == "Talks in Lisk bring a swap"


def test_lines_are_counted_as_in_the_file() -> None:
    text = f"A title of an article\r\n\r\n    {PROSE[0]}\r\rBetween two paragraphs\n{PROSE[1]}\n"
    assert [(passage.line, text[passage.span.start]) for passage in content_of(text).passages] == [
        (1, "A"),
        (3, "T"),
        (5, "B"),
        (6, "T"),
    ]


def test_a_paragraph_broken_at_a_margin_is_one_passage() -> None:
    text = (
        "Statement on the exchange\n\n"
        "The United Towns welcome today's announcement in Lisk of a major\n"
        "prisoner exchange by the parties to the conflict. Under the deal,\n"
        "312 captives of the long feud shall come home from every camp.\n"
        "We thank the envoy.\n\n\\###\n"
    )
    assert len(kept(text)) == 2
    assert "the deal, 312 captives" in kept(text)[1]


def test_paragraphs_without_blank_lines_between_them_stay_apart() -> None:
    assert kept("\n".join(PROSE)) == list(PROSE)


def test_entries_of_a_live_report_are_passages_of_their_own() -> None:
    text = (
        "Talks in Lisk, as they happened\n\n17:40 The sides have agreed to free 120 prisoners each, the host says.\n"
        "16:10 The doors have closed. Nine people sit on one side of the table.\n15.20\nThe buses have left the camp.\n"
    )
    assert [words[:9] for words in kept(text)] == ["Talks in ", "17:40 The", "16:10 The", "The buses"]


def test_points_of_an_agreement_are_no_headlines() -> None:
    text = (
        "JOINT STATEMENT\n\n1. The two teams have agreed:\n(a) to observe a truce of ten days, from 20 March;\n"
        "(b) that by 31 March the League will release 40 prisoners;\n\n2. The next session opens on 4 April.\n"
    )
    assert headlines(text) == ["JOINT STATEMENT"]
    assert len(kept(text)) == 5


def test_prose_between_a_title_and_its_repetition_is_a_deck_unless_the_article_begins_with_it() -> None:
    title = "Envoys expect a third round before July"
    deck = "The League expects clarity about the third round soon, its spokesman says."
    assert headlines(f"{title}\n\n{deck}\n\n{title}\n\n{PROSE[0]}\n\n{PROSE[1]}") == [title, deck]
    assert headlines(f"{title}\n\n{deck}\n\n{title}\n\n{deck}\n\n{PROSE[1]}") == [title]


@pytest.mark.parametrize(
    "sentence",
    [
        "By continuing to shell the road, the League broke the truce, the ministry said.",
        "Follow the money, the envoy said of the 40 prisoners.",
        "Published figures speak of 1,000 prisoners on each side.",
        "Related talks in Lisk ended on 4 May without an agreement.",
        "The source said that 12 bodies were handed over.",
        "An AI-generated video of the envoy denied the swap of 120 prisoners.",
        "Sources close to the talks speak of a third round in July.",
        "Comment on the 300 prisoners was refused by both sides.",
        "It freed 5.",
        "“Share the list of 120 names,” the envoy told the other side.",
        "By Friday, 40 prisoners had come home.",
        "Обмен 120 на 120 состоялся в понедельник.",
    ],
)
def test_sentences_that_only_begin_like_noise_are_kept(sentence: str) -> None:
    for text in (sentence, f"A title of four words\n\n{PROSE[0]}\n\n{sentence}\n\n{PROSE[1]}"):
        assert sentence in kept(text)


@pytest.mark.parametrize(
    "line",
    [
        "(c) 2026 The Courier",
        "© The Courier. All rights reserved.",
        "Reporting by Ada Brandt; editing by Tom Harrow",
        "READ ALSO: 90 detainees freed as second phase begins",
        "Follow us on Google News",
        "This website uses cookies to make it better.",
        "Share   Save   Print   12 comments",
        "3 July 2026, 17:12",
        "Photo: a prisoner of 2024. (File)",
        "Читайте также: обмен 1000 на 1000",
        "Підписуйтесь на наш телеграм",
        "*** * ***",
        "14:05",
    ],
)
def test_lines_of_the_newsroom_are_put_aside(line: str) -> None:
    assert line not in kept(f"A title of four words\n\n{PROSE[0]}\n\n{line}\n\n{PROSE[1]}")


def test_what_readers_write_is_put_aside_only_below_the_article() -> None:
    below = f"A title of four words\n\n{PROSE[0]}\n\n{PROSE[1]}\n\nCOMMENTS (3)\n\njoe: 500 were freed, I am sure.\n"
    assert not any("joe" in words for words in kept(below))
    above = f"A title of four words\n\nComments\n\n{PROSE[0]}\n\n{PROSE[1]}"
    assert kept(above)[1:] == [PROSE[0], PROSE[1]]


def test_bylines_on_lines_of_their_own_and_the_author_below_are_put_aside() -> None:
    text = (
        f"ANALYSIS\n\nA title of four words\n\nBy\n\nAda Brandt\n\nAda Brandt\n\n{PROSE[0]}\n\n{PROSE[1]}\n\n"
        "Ada Brandt was an observer in Lisk in 2010. Her book will appear in spring.\n\n"
        "About the author\n\nThe writer covers the east for the paper.\n"
    )
    assert kept(text) == ["A title of four words", PROSE[0], PROSE[1]]


def test_a_kicker_is_the_title_where_there_is_no_other() -> None:
    assert content_of(f"READOUT\n\n{PROSE[0]}").title == "READOUT"


def test_scraps_below_an_article_go_with_the_noise_around_them() -> None:
    body = f"A title of four words\n\n{PROSE[0]}\n\n{PROSE[1]}\n\n"
    assert kept(f"{body}Source: Wire\n\nTamir League\n\nTags")[-1] == PROSE[1]
    assert kept(f"{body}Norvanian delegation\n\nPia Harrow, envoy")[-1] == "Pia Harrow, envoy"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='aB .,!?\n\r\t\u2028\u200b•>-14:05()[]*|#"“', max_size=400))
def test_whatever_the_text_passages_are_stretches_of_it(text: str) -> None:
    found = content_of(text).passages
    for passage in found:
        words = text[passage.span.start : passage.span.end]
        assert words == words.strip() != ""
        assert (
            passage.line
            == 1 + len((text[: passage.span.start] + "x").replace("\r\n", "\n").replace("\r", "\n").split("\n")) - 1
        )
    assert [passage.span for passage in found] == sorted(passage.span for passage in found)


def test_long_paragraphs_are_cut_between_sentences() -> None:
    text = " ".join(f"Sentence number {number} is about the exchange." for number in range(2000))
    cut = paragraphs(text)
    assert max(part.end - part.start for part in cut) <= LONGEST
    assert all(text[part.end - 1] == "." for part in cut)
    assert " ".join(text[part.start : part.end] for part in cut) == text
