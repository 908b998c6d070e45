"""A proposal as fields to type in: what was not touched stays, what cannot be read is said at its field."""

from __future__ import annotations

from datetime import date

import pytest

from store.domain.windows import NO_WINDOW, Window
from store.reading.article import Article, Published
from store.reading.proposals import Commitment, Content, Exchange, Figure, Position, Round, Said, Signal
from tui.inbox.fields import fields_of, read_fields

DUE = Window(None, date(2025, 6, 30), phrase="by the end of June", rule="by X")
SAID = Said("Dmitry Peskov", "Kremlin")
OWED = Commitment("remains", "Russia", "Ukraine", figure=Figure(12000, "~", "total", how="2 x 6,000"), due=DUE)
CONTENTS: list[Content] = [
    Round(3, DUE, "Istanbul", "expected", ("Russia", "Ukraine")),
    OWED,
    Exchange("prisoners", None, "Ukraine", True, Figure(20, "~", "each", 30), window=DUE, measure="stock"),
    Signal("next_round", "on_hold", DUE, condition="a swap"),
    Position("Ukraine", "demand", "a ceasefire"),
]
ARTICLE = Article("", (), Published(date(2025, 6, 23), "given"))


@pytest.mark.parametrize("content", CONTENTS)
def test_what_is_not_touched_stays(content: Content) -> None:
    texts = {field.name: f" {field.text} " for field in fields_of(content, SAID)}
    typed = read_fields(content, SAID, texts, ARTICLE)
    assert (typed.content, typed.said, typed.errors) == (content, SAID, {})


@pytest.mark.parametrize(
    ("name", "text", "figure"),
    [
        ("number", "6,060", Figure(6060, "~", "total")),
        ("number", "20-30", Figure(20, "~", "total", 30)),
        ("number", "1 200 to 1,500", Figure(1200, "~", "total", 1500)),
        ("number", "", Figure(None, "~", "total")),
        ("comparator", "at least", Figure(12000, ">=", "total", how="2 x 6,000")),
        ("comparator", "all", Figure(None, "all", "total", how="2 x 6,000")),
        ("per", "one way", Figure(12000, "~", "one_way", how="2 x 6,000")),
    ],
)
def test_figures_are_read(name: str, text: str, figure: Figure) -> None:
    typed = read_fields(OWED, SAID, {name: text}, ARTICLE)
    assert typed.errors == {}
    assert typed.content == OWED._replace(figure=figure)


def test_sides_kind_and_speaker_are_read() -> None:
    texts = {"from": "Ukraine", "to": "", "both": "yes", "kind": "Prisoner lists", "speaker": "", "body": "Moscow"}
    typed = read_fields(OWED, SAID, texts, ARTICLE)
    assert typed.errors == {}
    assert typed.content == OWED._replace(debtor="Ukraine", creditor=None, reciprocal=True, kind="prisoner_lists")
    assert typed.said == Said(None, "Moscow")


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("2025-07-01", Window(date(2025, 7, 1), date(2025, 7, 1))),
        ("2025-07-01/..", Window(date(2025, 7, 1), None)),
        ("../2025-07-01", Window(None, date(2025, 7, 1))),
        ("", NO_WINDOW),
    ],
)
def test_days_are_read(text: str, window: Window) -> None:
    typed = read_fields(OWED, SAID, {"due": text}, ARTICLE)
    assert typed.content == OWED._replace(due=window)


def test_phrase_is_read_against_the_day_of_the_article() -> None:
    typed = read_fields(OWED, SAID, {"due": "by the end of July"}, ARTICLE)
    assert isinstance(typed.content, Commitment)
    assert typed.content.due.latest == date(2025, 7, 31)
    assert typed.echoes["due"].startswith("by 31 Jul 2025 · ")
    undated = read_fields(OWED, SAID, {"due": "tomorrow"}, ARTICLE._replace(published=Published()))
    assert "due" in undated.errors
    assert undated.content == OWED


@pytest.mark.parametrize(
    ("content", "name", "text", "words"),
    [
        (OWED, "number", "many", "no number"), (OWED, "number", "30-20", "the smaller one"),
        (OWED, "number", "1" * 40, "no number"), (OWED, "comparator", "roughly", "one of: = >"),
        (OWED, "kind", "[/]", "no kind"), (OWED, "both", "maybe", "yes or no"), (OWED, "modality", "sworn", "one of:"),
        (OWED, "due", "2025-06-31", "no days"), (OWED, "due", "2025-07-02/2025-07-01", "no days"),
        (OWED, "due", "zzz", "no day"), (CONTENTS[0], "ordinal", "third", "no number of a round"),
        (CONTENTS[0], "status", "lost", "one of:"), (CONTENTS[3], "about", "weather", "one of:"),
        (CONTENTS[4], "holder", "", "cannot be empty"), (CONTENTS[4], "stance", "sings", "one of:"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_at_its_field(content: Content, name: str, text: str, words: str) -> None:
    typed = read_fields(content, SAID, {name: text}, ARTICLE)
    assert words in typed.errors[name]
    assert typed.content == content
