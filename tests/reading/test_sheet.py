"""A reading as an answer sheet, and proposals as JSON that comes back the same."""

import json
from datetime import date

import pytest

from store.domain.windows import Window
from store.domain.words import Strength
from store.errors import UsageError
from store.reading.article import Published, Span
from store.reading.proposals import (
    ArticleReading,
    Commitment,
    Content,
    Exchange,
    Figure,
    Position,
    Round,
    Said,
    Signal,
)  # fmt: skip
from store.reading.record.contents import kind_of, read_content, read_said, written
from store.reading.record.sheet import sheet_of
from tests.store.articles import PROPOSALS, TEXT, article

LOOSE = Window(date(2025, 6, 23), date(2025, 6, 30), loose_latest=date(2025, 7, 10), phrase="before July", rule="W7")
FIGURE = Figure(20, "~", "each", 30, "a = b")
CONTENTS: list[Content] = [
    Round(3, LOOSE, "Istanbul", "expected", ("Russia", "Ukraine")),
    Commitment(
        "remains",
        "Russia",
        "Ukraine",
        True,
        Figure(20, "~", "each", 30, "a = b"),
        "remains",
        "of some",
        LOOSE,
        "offered",
    ),
    Exchange("prisoners", None, "Ukraine", figure=Figure(None, "undisclosed"), window=LOOSE, measure="stock"),
    Signal("next_round", "on_hold", phrase="later", condition="a swap", place="Geneva"),
    Position("Ukraine", "demand", "«[/]»\x1b"),
]


@pytest.mark.parametrize("content", CONTENTS)
def test_content_comes_back_the_same(content: Content) -> None:
    assert read_content(kind_of(content), written(content)) == content


def test_speaker_comes_back_the_same() -> None:
    for said in (Said(), Said("Dmitry Peskov", "Kremlin", Strength.RELAYED, "a wire")):
        assert read_said(written(said)) == said


@pytest.mark.parametrize("text", ["[]", "{}", '{"nonsense": 1}', "no json", '{"due": {"earliest": "June"}}'])
def test_what_is_no_content_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no commitment"):
        read_content("commitment", text)


def test_sheet_has_every_list_and_verbatim_evidence() -> None:
    found = article()._replace(published=Published(date(2025, 6, 27), "stated", "dateline", Span(0, 9)))
    sheet = sheet_of(ArticleReading(found, PROPOSALS))
    lists = ("rounds", "commitments", "exchanges", "date_signals", "positions")
    assert [len(sheet[name]) for name in lists] == [1, 1, 1, 1, 1]
    for name in lists:
        assert all(words in TEXT for record in sheet[name] for words in record["evidence"])
    assert sheet["published"]["evidence"] == "An update"
    assert sheet["commitments"][0]["quantity"]["value"] == 1200
    assert sheet["commitments"][0]["due"] == {"start": None, "end": None, "phrase": None}
    assert sheet["exchanges"][0]["count"] == 6061
    assert sheet["date_signals"][0]["window"] == {"start": "2025-07-01", "end": "2025-07-31"}
    assert json.loads(json.dumps(sheet)) == sheet
