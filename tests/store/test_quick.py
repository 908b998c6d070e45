"""The quick way to read lines comes to what the close way comes to, or leaves a line to it."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixtures.large import record
from store.domain.words import Category, Delivery, Event, Instrument, Measure, Strength
from store.ids import derive, deriving
from store.lines import KINDS, read_line
from store.repository.quick import Said, reader
from store.repository.tables import READ

READER = reader()


def closely(text: str) -> Said | None:
    """Read a line the close way; None for one that is refused."""
    try:
        _, kind, label, fields, uid = read_line(text, 1)
        return kind, label, uid, READ[kind](label, fields), fields.get("supersedes") is not None
    except (ValueError, TypeError):
        return None


def test_nearly_every_line_of_a_record_is_read_quickly_and_alike() -> None:
    lines = [line for line in record(200) if line.startswith(('{"claim"', '{"commitment"'))]
    assert [READER(line) for line in lines] == [closely(line) for line in lines]
    assert None not in [READER(line) for line in lines]


LABELS = st.sampled_from(["C1", "a.b-c_d", "Ж1", "a b", "", "x" * 65, "a,b", 'q"', "t\\"])
DAYS = st.sampled_from(
    ["2025-06-02", "2025-6-2", "../2025-06-30", "2025-06-23/2025-06-30", "2025-07-09/2025-06-01", ""]
)
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, 1, True, [], {}, ["RU"], [1], "", "null", "a\u0000b", "\ud800", '“quoted” \\ " \n\t\x7f\x1f é']
)
PLAIN: dict[str, st.SearchStrategy[Any]] = {
    "at": st.sampled_from(["000:5", "s", ["000:5", "001:2"], [], ":", ""]),
    "category": st.sampled_from([word.value for word in Category]),
    "strength": st.sampled_from([word.value for word in Strength]),
    "measure": st.sampled_from([word.value for word in Measure]),
    "instrument": st.sampled_from([word.value for word in Instrument]),
    "progress": st.sampled_from([*(word.value for word in Delivery), "rejected"]),
    "event": st.sampled_from([word.value for word in Event]),
    "basis": st.sampled_from(["one_way", "total", ""]),
    "figure": st.sampled_from(["6000", "~6000", "20..30", "all", "many", "-1", "9" * 30]),
    "way": st.sampled_from(["RU>UA", "RU", "", ">"]),
    "recognised_by": st.sampled_from([["RU", "UA"], [], ["RU"]]),
    "needs": st.sampled_from([["C1"], []]),
    **dict.fromkeys(("window", "loose", "known"), DAYS),
}


@st.composite
def lines(draw: st.DrawFn) -> str:
    """Make lines that are right but for one or two of their values."""
    kind = draw(st.sampled_from(["claim", "commitment"]))
    required, optional = KINDS[kind]
    keys = [*required, *draw(st.lists(st.sampled_from(optional), unique=True, max_size=6))]
    fields = {kind: draw(LABELS), **{key: draw(PLAIN.get(key, st.text(max_size=8))) for key in keys}}
    for key in draw(st.lists(st.sampled_from([*keys, "unknown"]), max_size=1)):
        fields[key] = draw(ODD)
    encoded = json.dumps(fields, ensure_ascii=draw(st.booleans()))
    return draw(st.sampled_from([encoded, encoded, encoded, encoded[:-1], encoded + " {}", encoded.replace(": ", ":")]))


@given(lines())
@settings(max_examples=600)
def test_line_is_read_alike_or_left_to_the_close_way(text: str) -> None:
    assert READER(text) in (None, closely(text))


@given(lines())
@settings(max_examples=100)
def test_same_line_twice_over_is_the_same(text: str) -> None:
    assert READER(text) == READER(text)


@pytest.mark.parametrize(
    "sign", [*map(chr, range(0x21)), "\x7f", "\u2028", "é", "\U0001f600", "\\ud83d", "\\ud83d\\ude00"]
)
def test_sign_is_encoded_as_ids_are_derived(sign: str) -> None:
    for written in (sign, f"\\u{ord(sign[0]):04x}"):
        text = f'{{"claim": "a", "about": "x{written}y", "measure": "owed", "at": "s:1", "strength": "quote"}}'
        assert READER(text) in (None, closely(text))


@given(st.text())
def test_id_is_derived_as_ever(text: str) -> None:
    encoded = text.encode("utf-8", "replace")
    assert deriving()(encoded) == derive(encoded.decode())
