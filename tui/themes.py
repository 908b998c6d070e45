"""The themes as Textual wants them, in the colours of the palette."""

from __future__ import annotations

from textual.theme import Theme

from tui.palette import PALETTES, theme_name


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


THEMES = tuple(
    _theme(theme_name(name), dark=not name.endswith("light"), colours=colours) for name, colours in PALETTES.items()
)
