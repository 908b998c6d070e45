"""The text of an article as lines: nothing is lost, nothing is too wide, whatever the text holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.reading.article import Article, Passage, Span
from tui.render.article import ArticleSheet, Marks, number_width, rows_of
from tui.render.spans import Role, line_cells

HARD = "a b\u0301 漢字 \u202e\x1b[2J\u200b\t\u2028 word–word 🕊 "
TEXTS = st.one_of(st.text(max_size=300), st.text(alphabet=HARD + "\n", max_size=300))


@given(TEXTS, st.integers(1, 40))
def test_every_sign_but_the_blanks_at_breaks_is_in_one_line(text: str, width: int) -> None:
    rows = rows_of(text, width)
    taken = "".join(text[row.start : row.end] for row in rows)
    assert taken.replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert [row.number for row in rows if row.number] == list(range(1, text.count("\n") + 2))


@given(TEXTS, st.integers(10, 40))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    sheet = ArticleSheet(Article(text, ()), rows_of(text, width), 0)
    assert all(line_cells(sheet.line(y)) <= width for y in range(sheet.height))
    assert all(part.isprintable() for y in range(sheet.height) for part, _ in sheet.line(y))


def test_lines_break_between_words_and_carry_their_number_once() -> None:
    text = "one two three\n\nfour"
    sheet = ArticleSheet(Article(text, (Passage(Span(0, 13), 1),)), rows_of(text, 8), 2)
    shown = ["".join(part for part, _ in sheet.line(y)) for y in range(sheet.height)]
    assert shown == ["1 one two", "  three", "2 ", "3 four"]
    assert sheet.line(3)[-1][1] is Role.MUTED
    assert sheet.line(0)[-1][1] is Role.TEXT


def test_own_words_are_marked_over_those_of_others() -> None:
    text = "Norvania freed 120 prisoners"
    sheet = ArticleSheet(Article(text, ()), rows_of(text, 40), 0).marked([Span(9, 18)], [Span(15, 28), Span(0, 3)])
    assert [(part, role.value) for part, role in sheet.line(0)] == [
        ("Nor", "traced"), ("vania ", "muted"), ("freed 120", "marked"), (" prisoners", "traced"),
    ]  # fmt: skip


def test_line_of_a_place_is_found() -> None:
    text = "x" * 100 + "\n" + "y" * 100
    sheet = ArticleSheet(Article(text, ()), rows_of(text, 10), 0)
    assert [sheet.row_at(place) for place in (0, 9, 10, 99, 101, 200, 10_000)] == [0, 0, 1, 9, 10, 19, 19]


def test_laying_out_stops_where_it_is_no_longer_wanted() -> None:
    asked: list[bool] = []

    def stopped() -> bool:
        asked.append(True)
        return True

    assert rows_of("word " * 100_000, 10, stopped) == []
    assert len(asked) == 1


@pytest.mark.parametrize(("text", "width", "cells"), [("a", 80, 2), ("a\n" * 1000, 80, 5), ("a", 5, 0)])
def test_numbers_give_way_to_the_text(text: str, width: int, cells: int) -> None:
    assert number_width(text, width) == cells


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50))), st.integers(0, 50), st.integers(0, 50))
def test_marks_within_are_the_signs_of_the_spans(spans: list[tuple[int, int]], start: int, end: int) -> None:
    spans = [(min(span), max(span)) for span in spans]
    found = {
        place for first, last in Marks.of(Span(*s) for s in spans).within(start, end) for place in range(first, last)
    }
    assert found == {place for first, last in spans for place in range(max(first, start), min(last, end))}
