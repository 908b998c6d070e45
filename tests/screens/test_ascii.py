"""Plain signs: everything the dashboard draws has a form in ASCII that is as wide, before Textual is loaded too."""

from __future__ import annotations

from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.screens.conftest import make_app
from tests.screens.test_opening import painted, shown
from tui.palette import PALETTES
from tui.render.ascii import plain
from tui.render.opening import opening
from tui.render.outset import Outset
from tui.render.spans import cells
from tui.wording import DELIVERY_GLYPHS, ROUND_GLYPHS, safe


@given(st.text().map(safe), st.sampled_from(["ascii", "koi8-r", "latin-1"]))
def test_plain_text_is_as_wide_and_can_be_written(text: str, encoding: str) -> None:
    written = plain(text, encoding)
    assert cells(written) == cells(text)
    written.encode(encoding)


def test_every_sign_that_is_drawn_has_a_form_of_its_own() -> None:
    root = Path(__file__).parents[2] / "tui"
    for path in (path for name in ("render", "panes", "screens", "commands") for path in (root / name).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        signs = {sign for sign in text if not sign.isascii() and category(sign) in ("Sm", "So", "Po", "Pd", "Pi", "Pf")}
        assert path.name == "ascii.py" or not [sign for sign in signs if plain(sign, "ascii") == "?"], path.name
    for glyphs in (DELIVERY_GLYPHS, ROUND_GLYPHS):
        states = set(glyphs.values())
        assert len({plain(glyph, "ascii") for glyph in states}) == len(states)


def test_letters_stay_where_they_can_be_shown() -> None:
    assert plain("Умєров · «ні»", "utf-8") == "Умєров . <ні>"
    assert plain("Умеров", "koi8-r") == "Умеров"
    assert plain("Умєров İğşç", "ascii") == "Umerov Igsc"
    assert plain("日本", "ascii") == "????"


def test_charts_are_drawn_with_plain_signs() -> None:
    assert plain("┏━┻━┓┣ ┫╋ ⠀⠠⠤⣿", "ascii") == "+=+=++ ++  .::"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_dashboard_is_drawn_with_plain_signs_from_the_first_frame_on(
    store: Path, size: tuple[int, int]
) -> None:
    outset = Outset(encoding="ascii", theme="light")
    app = make_app(store, outset=outset)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause(0.3)
        while app.settling:
            await pilot.pause(0.02)
        await pilot.pause()
        assert app.board is not None
        rows = opening(app.board, *size, read_only=False, outset=outset)
        rows = [[(plain(text, "ascii"), ink) for text, ink in row] for row in rows]
        assert painted(rows, PALETTES["light"]) == shown(app)
        for keys in ("space", "slash", "question_mark", "ctrl+t", "L", "c", "i"):
            await pilot.press("escape", keys)
            await pilot.pause(0.1)
            text = "".join(strip.text for strip in app.screen._compositor.render_strips())
            assert text.isascii(), (keys, set(text) - set(map(chr, range(128))))
