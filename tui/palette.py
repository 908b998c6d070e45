"""The colours of the themes by token, for any painter. Text reads at 4.5:1 or better on every ground."""

from __future__ import annotations

DARK = {
    "ground": "#14171c", "raised": "#1e232b", "cursor": "#26384a", "border": "#3d4652", "rule": "#56606d",
    "text": "#cdd3dc", "strong": "#eef1f5", "muted": "#98a2b0", "accent": "#7ab8f0", "quote": "#c5b8dd",
    "good": "#86c997", "warn": "#e3b65b", "bad": "#f28b82",
}  # fmt: skip
LIGHT = {
    "ground": "#fbfaf7", "raised": "#efede7", "cursor": "#d3e3f3", "border": "#b9b5aa", "rule": "#8d897e",
    "text": "#2c3138", "strong": "#0f1216", "muted": "#585e66", "accent": "#0b5394", "quote": "#553d80",
    "good": "#1d6333", "warn": "#794c00", "bad": "#a31d17",
}  # fmt: skip
CONTRAST = {
    "ground": "#000000", "raised": "#101010", "cursor": "#00345c", "border": "#a0a0a0", "rule": "#b8b8b8",
    "text": "#f2f2f2", "strong": "#ffffff", "muted": "#d0d0d0", "accent": "#7fd4ff", "quote": "#e6d0ff",
    "good": "#7dffa0", "warn": "#ffd84a", "bad": "#ffb0a6",
}  # fmt: skip
CONTRAST_LIGHT = {
    "ground": "#ffffff", "raised": "#f4f4f4", "cursor": "#cfe6ff", "border": "#6a6a6a", "rule": "#595959",
    "text": "#111111", "strong": "#000000", "muted": "#3a3a3a", "accent": "#003a80", "quote": "#3d1f70",
    "good": "#00460f", "warn": "#5a3200", "bad": "#7a0000",
}  # fmt: skip
COLOUR_BLIND = {
    "ground": "#12161c", "raised": "#1c222b", "cursor": "#2a3646", "border": "#3d4652", "rule": "#56606d",
    "text": "#d2d7df", "strong": "#f2f4f7", "muted": "#9ca6b3", "accent": "#c3cbd6", "quote": "#d8b4cc",
    "good": "#56b4e9", "warn": "#f0e442", "bad": "#e08a3c",
}  # fmt: skip
COLOUR_BLIND_LIGHT = {
    "ground": "#fbfaf7", "raised": "#efede7", "cursor": "#dfe3e8", "border": "#b9b5aa", "rule": "#8d897e",
    "text": "#2c3138", "strong": "#0f1216", "muted": "#585e66", "accent": "#3a4048", "quote": "#6d3f5e",
    "good": "#005b9a", "warn": "#6e6400", "bad": "#6b2000",
}  # fmt: skip
MONO = {
    "ground": "#000000", "raised": "#1a1a1a", "cursor": "#3a3a3a", "border": "#707070", "rule": "#9a9a9a",
    "text": "#d8d8d8", "strong": "#ffffff", "muted": "#b4b4b4", "accent": "#ffffff", "quote": "#d8d8d8",
    "good": "#d8d8d8", "warn": "#ffffff", "bad": "#ffffff",
}  # fmt: skip
PALETTES = {
    "dark": DARK,
    "light": LIGHT,
    "contrast": CONTRAST,
    "contrast-light": CONTRAST_LIGHT,
    "colour-blind": COLOUR_BLIND,
    "colour-blind-light": COLOUR_BLIND_LIGHT,
    "mono": MONO,
}
"""Every theme by the name that a person gives it.

Those of high contrast read at 7:1 or better. Those for the colour-blind set blue, yellow and orange against one another
(after Okabe and Ito, "Color Universal Design", 2008), never red against green.
"""
_WHITE, _BRIGHT, _COLOURS = 7, 8, 16
"""Colours of a terminal by number: the greyish white, the first bright one (a dark grey), and how many there are."""
TEXT_TOKENS = ("text", "strong", "muted", "accent", "good", "warn", "bad", "quote")
"""The tokens that words are drawn in."""
GROUNDS = ("ground", "raised", "cursor")
"""What words are drawn on."""


def theme_name(name: str) -> str:
    """Return what Textual calls a theme."""
    return f"talks-{name}"


def fitting(ground: str) -> str:
    """Choose a theme for a terminal that says its colours as COLORFGBG does ("15;0"): dark where it does not."""
    colour = ground.rpartition(";")[2]
    return "light" if colour.isdecimal() and (int(colour) == _WHITE or _BRIGHT < int(colour) < _COLOURS) else "dark"
