"""The themes: one dark, one light, one without colour. Every text token reads at 4.5:1 or better on every ground."""

from __future__ import annotations

from textual.theme import Theme


def _theme(name: str, *, dark: bool, colours: dict[str, str]) -> Theme:
    return Theme(
        name=name,
        primary=colours["accent"],
        secondary=colours["muted"],
        accent=colours["accent"],
        warning=colours["warn"],
        error=colours["bad"],
        success=colours["good"],
        foreground=colours["text"],
        background=colours["ground"],
        surface=colours["ground"],
        panel=colours["raised"],
        dark=dark,
        text_alpha=1.0,
        variables={
            "talks-text": colours["text"],
            "talks-strong": colours["strong"],
            "talks-muted": colours["muted"],
            "talks-accent": colours["accent"],
            "talks-good": colours["good"],
            "talks-warn": colours["warn"],
            "talks-bad": colours["bad"],
            "talks-quote": colours["quote"],
            "talks-rule": colours["rule"],
            "talks-border": colours["border"],
            "talks-raised": colours["raised"],
            "talks-cursor": colours["cursor"],
            "input-cursor-background": colours["text"],
            "input-cursor-foreground": colours["ground"],
            "input-selection-background": colours["cursor"],
            "scrollbar": colours["border"],
        },
    )


DARK = _theme(
    "talks-dark",
    dark=True,
    colours={
        "ground": "#14171c", "raised": "#1e232b", "cursor": "#26384a", "border": "#3d4652", "rule": "#56606d",
        "text": "#cdd3dc", "strong": "#eef1f5", "muted": "#98a2b0", "accent": "#7ab8f0", "quote": "#c5b8dd",
        "good": "#86c997", "warn": "#e3b65b", "bad": "#f28b82",
    },
)  # fmt: skip
LIGHT = _theme(
    "talks-light",
    dark=False,
    colours={
        "ground": "#fbfaf7", "raised": "#efede7", "cursor": "#d3e3f3", "border": "#b9b5aa", "rule": "#8d897e",
        "text": "#2c3138", "strong": "#0f1216", "muted": "#585e66", "accent": "#0b5394", "quote": "#553d80",
        "good": "#1d6333", "warn": "#794c00", "bad": "#a31d17",
    },
)  # fmt: skip
MONO = _theme(
    "talks-mono",
    dark=True,
    colours={
        "ground": "#000000", "raised": "#1a1a1a", "cursor": "#3a3a3a", "border": "#707070", "rule": "#9a9a9a",
        "text": "#d8d8d8", "strong": "#ffffff", "muted": "#b4b4b4", "accent": "#ffffff", "quote": "#d8d8d8",
        "good": "#d8d8d8", "warn": "#ffffff", "bad": "#ffffff",
    },
)  # fmt: skip

THEMES = (DARK, LIGHT, MONO)
TEXT_TOKENS = ("text", "strong", "muted", "accent", "good", "warn", "bad", "quote")
"""The tokens that words are drawn in."""
GROUNDS = ("ground", "raised", "cursor")
"""What words are drawn on."""
