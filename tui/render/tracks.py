"""The tracks on record as lines: each with its label and its parties, the one shown marked."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.model import Track
from tui.render.help import matches
from tui.render.names import Actors, listed, name
from tui.render.spans import Block, Line, Role, Sheet, paragraph, put, spread

ALL = "*"
"""Stands for all tracks; no label of a track on record is shown by it."""


def tracks_sheet(tracks: Sequence[Track], actors: Actors, shown: str | None, words: str, width: int) -> Sheet:
    """List all tracks together, then each; only those that the words are found in."""
    blocks = []
    if matches(words, "all tracks"):
        head: Line = (_mark(shown is None), put("All tracks", Role.STRONG))
        blocks.append(Block((spread(head, ((f"{len(tracks):,}", Role.MUTED),), width),), ALL))
    for track in tracks:
        who = listed([name(actors, party) for party in track.parties])
        if matches(words, track.label, track.name, who):
            head = (_mark(shown == track.label), put(track.name, Role.STRONG))
            blocks.append(Block((spread(head, (put(f"{who} · {track.label}", Role.MUTED),), width),), track.label))
    if not blocks:
        blocks.append(Block(paragraph(f"No track is called “{words.strip()}”.", width, Role.MUTED)))
    return Sheet(blocks)


def _mark(shown: bool) -> tuple[str, Role]:
    return ("● " if shown else "  ", Role.ACCENT)
