"""The themes: words can be read in each, states can be told apart, and one is chosen by looking at it."""

from __future__ import annotations

import math

import pytest

from tests.screens.conftest import Opener
from tui.palette import COLOUR_BLIND, COLOUR_BLIND_LIGHT, GROUNDS, PALETTES, TEXT_TOKENS, fitting, theme_name
from tui.render.choices import theme_sheet
from tui.themes import THEMES

LEAST = {"contrast": 7.0, "contrast-light": 7.0}
"""The contrast that a theme promises where it is more than 4.5."""
SIGHTS = {
    "full": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}
"""What the eyes make of red, green and blue (Machado, Oliveira and Fernandes 2009, severity 1)."""
APART = 18.0
"""How far colours of states lie apart at least, in CIELAB: about eight times what can just be told apart."""


def linear(colour: str) -> list[float]:
    """Return red, green and blue as amounts of light."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour as WCAG 2 defines it."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, sight: str) -> tuple[float, float, float]:
    """Return a colour as some eyes see it, in CIELAB."""
    amounts = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(weight * amount for weight, amount in zip(row, amounts, strict=True))))
        for row in SIGHTS[sight]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("name", PALETTES)
def test_words_are_readable_in_every_theme(name: str) -> None:
    colours = PALETTES[name]
    assert {token: colours[token] for token in TEXT_TOKENS} != {}
    for ground in GROUNDS:
        for token in TEXT_TOKENS:
            assert contrast(colours[token], colours[ground]) >= LEAST.get(name, 4.5), (token, ground)


@pytest.mark.parametrize("name", [name for name in PALETTES if name != "mono"])
def test_states_differ_in_colour(name: str) -> None:
    colours = PALETTES[name]
    for one, other in (("good", "warn"), ("good", "bad"), ("warn", "bad")):
        assert math.dist(seen(colours[one], "full"), seen(colours[other], "full")) >= APART


@pytest.mark.parametrize("colours", [COLOUR_BLIND, COLOUR_BLIND_LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_states_differ_in_colour_for_the_colour_blind_too(colours: dict[str, str], sight: str) -> None:
    for one, other in (("good", "warn"), ("good", "bad"), ("warn", "bad")):
        assert math.dist(seen(colours[one], sight), seen(colours[other], sight)) >= APART, (one, other)


def test_every_theme_is_known_to_the_screen_library() -> None:
    assert [theme.name for theme in THEMES] == [theme_name(name) for name in PALETTES]
    assert {theme.name for theme in THEMES if not theme.dark} == {
        theme_name(name) for name in PALETTES if luminance(PALETTES[name]["ground"]) > 0.5
    }


@pytest.mark.parametrize(
    ("said", "theme"),
    [("", "dark"), ("15;0", "dark"), ("0;15", "light"), ("0;default;7", "light"), ("7;8", "dark"), ("x", "dark"),
     ("0;99", "dark")],
)  # fmt: skip
def test_a_theme_fits_the_ground_of_the_terminal_where_that_is_known(said: str, theme: str) -> None:
    assert fitting(said) == theme


def test_the_list_of_themes_marks_the_one_in_force() -> None:
    sheet = theme_sheet("contrast", 60)
    marked = [stop.label for stop in sheet.stops if sheet.line(stop.top)[0][0].startswith("●")]
    assert marked == ["contrast"]
    assert [stop.label for stop in sheet.stops] == list(PALETTES)


async def test_a_theme_is_seen_before_it_is_taken_and_given_back_by_escape(desk: Opener) -> None:
    async with desk() as d:
        await d.press("ctrl+t")
        assert "high contrast on black" in d.text
        await d.press("j", "j")
        assert d.app.theme == "talks-contrast"
        await d.press("escape")
        assert d.app.theme == "talks-dark"
        assert "high contrast on black" not in d.text
        await d.press("ctrl+t", "j", "enter")
        assert (d.app.theme, d.app.chosen_theme) == ("talks-light", "light")
        await d.press("c", "ctrl+t", "k", "q")
        assert d.app.theme == "talks-light"


async def test_where_no_colours_are_wanted_there_is_one_theme(desk: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with desk() as d:
        await d.press("ctrl+t")
        assert d.app.theme == "talks-mono"
        assert d.told[-1].startswith("NO_COLOR is set")
