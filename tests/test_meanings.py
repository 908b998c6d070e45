"""Every state, word and sign that is drawn is explained, on the screen and in docs/states.md."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from enum import Enum, StrEnum
from pathlib import Path

import pytest

from store.domain import quantities, words
from store.domain.shelves import Shelf
from store.domain.standing import JUDGED
from store.reading.record.compared import MatchKind
from store.reading.record.inbox import State
from tui.render import meanings
from tui.render.meanings import KINDS, SHELVES, SIGNS, Kind, is_drawn, meaning
from tui.render.names import GATE_GLYPHS
from tui.report.meanings import AXES, states_page
from tui.wording import DELIVERY_GLYPHS, ROUND_GLYPHS

ROOT = Path(__file__).parents[1]
OF_ACTORS = {words.Role, words.ActorKind, words.Category, words.Aspect}
"""Words that say themselves what they mean, and are no states: what an actor is, what is counted, what is judged."""
WRITING = set("‘’“”·—│╭╮╰╯←")
"""Marks of writing, lines around panes, and the arrow key of the tour."""
ELSEWHERE = {"article.py", "copies.py", "spans.py"}
"""Where other signs stand in patterns that texts are cut or checked by, and are never drawn by themselves."""


def drawn_signs() -> Iterator[tuple[str, str]]:
    """Name every character beyond ASCII in the texts that are drawn, with its file."""
    for path in (*sorted((ROOT / "tui" / "render").glob("*.py")), ROOT / "tui" / "wording.py"):
        if path.name in ELSEWHERE | {"meanings.py", "ascii.py"}:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
                yield from ((char, path.name) for char in node.value if char > "\u00a0" and not char.isalpha())


def test_every_sign_that_is_drawn_is_explained() -> None:
    explained = {char for sign in SIGNS for char in sign.sign}
    missing = {(char, name) for char, name in drawn_signs() if char not in explained | WRITING}
    assert not missing


@pytest.mark.parametrize(
    ("place", "signs"),
    [
        (meanings.DELIVERY, set(DELIVERY_GLYPHS.values())),
        (meanings.ROUND, set(ROUND_GLYPHS.values())),
        (meanings.GATE, set(GATE_GLYPHS.values())),
        (meanings.MARK, {mark for word in words.Verification if (mark := word.mark)} | {JUDGED}),
    ],
)
def test_signs_of_a_place_are_those_of_its_states(place: str, signs: set[str]) -> None:
    explained = {sign.sign for sign in SIGNS if sign.place == place}
    assert signs <= explained
    assert explained - signs <= {"↺"}


def all_words() -> list[type[StrEnum]]:
    modules = (words, quantities)
    found = {one for module in modules for _, one in inspect.getmembers(module, inspect.isclass)}
    enums = {one for one in found if issubclass(one, StrEnum) and one is not StrEnum} - OF_ACTORS
    return sorted(enums | {MatchKind, State}, key=lambda one: one.__name__)


@pytest.mark.parametrize("axis", all_words(), ids=lambda axis: axis.__name__)
def test_every_word_of_an_axis_is_explained_in_its_own_sense(axis: type[StrEnum]) -> None:
    texts = [meaning(word) for word in axis]
    assert all(texts)
    assert len(set(texts)) == len(texts)
    assert axis in {one for _, one in AXES}


@pytest.mark.parametrize(("table", "members"), [(SHELVES, Shelf), (KINDS, Kind)])
def test_tables_are_whole(table: dict[Enum, str], members: type[Enum]) -> None:
    assert set(table) == set(members)


def test_words_that_two_axes_share_have_two_meanings() -> None:
    assert meaning(words.Instrument.EXPECTED) != meaning(words.RoundState.EXPECTED)
    assert meaning(words.GateState.OPEN) != meaning(words.Schedule.OPEN)


def test_page_of_states_says_what_the_screen_says() -> None:
    shown = (ROOT / "docs" / "states.md").read_text("utf-8")
    again = "python -c 'from tui.report.meanings import states_page; print(states_page(), end=\"\")' > docs/states.md"
    assert shown == states_page(), f"write it anew: {again}"


def test_dash_between_words_is_no_sign() -> None:
    assert is_drawn("–", "28 May – 2 Jun")
    assert is_drawn("–", "by –\n")
    assert not is_drawn("–", "23–29 Jun")
    assert not is_drawn("?", "")
