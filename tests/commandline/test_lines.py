"""Lines: wrapped to any width, never cut, and harmless."""

from hypothesis import given
from hypothesis import strategies as st

from tui.report.lines import Style, cells, fitted, line


@given(st.lists(st.text(max_size=60), max_size=6), st.integers(4, 90), st.integers(0, 8), st.integers(0, 20))
def test_no_word_is_lost_and_no_row_is_too_wide(parts: list[str], width: int, indent: int, hang: int) -> None:
    whole = line(*((part, Style.STRONG) for part in parts), indent=indent, hang=hang)
    rows = ["".join(span.text for span in row) for row in fitted(whole, width)]
    assert "".join("".join(rows).split()) == "".join(whole.text.split())
    widest = max((cells(char) for char in whole.text), default=1)
    assert all(cells(row.rstrip()) <= max(width, widest) for row in rows)
    assert all(row.isprintable() for row in rows)


def test_what_is_too_long_goes_on_at_its_column() -> None:
    whole = line("C09  ", "a sentence of several words", indent=2, hang=7)
    assert ["".join(s.text for s in row).rstrip() for row in fitted(whole, 20)] == [
        "  C09  a sentence of",
        "       several words",
    ]


def test_wide_and_combining_characters_count_as_the_terminal_counts() -> None:
    assert (cells("abc"), cells("日本"), cells("e\u0301"), cells("Пєсков")) == (3, 4, 1, 6)
