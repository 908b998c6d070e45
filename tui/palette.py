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
MONO = {
    "ground": "#000000", "raised": "#1a1a1a", "cursor": "#3a3a3a", "border": "#707070", "rule": "#9a9a9a",
    "text": "#d8d8d8", "strong": "#ffffff", "muted": "#b4b4b4", "accent": "#ffffff", "quote": "#d8d8d8",
    "good": "#d8d8d8", "warn": "#ffffff", "bad": "#ffffff",
}  # fmt: skip
TEXT_TOKENS = ("text", "strong", "muted", "accent", "good", "warn", "bad", "quote")
"""The tokens that words are drawn in."""
GROUNDS = ("ground", "raised", "cursor")
"""What words are drawn on."""
