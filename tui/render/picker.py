"""The status picker: the states to choose from, then what the choice rests on."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.model import Claim
from store.domain.standing import Standing
from store.domain.words import spoken
from tui.commands.status import STATUS_KEYS
from tui.render.frame import Box
from tui.render.names import DELIVERY_ROLES
from tui.render.spans import Block, Line, Role, Sheet, Span, put, spread
from tui.render.statements import claim_words
from tui.wording import DELIVERY_GLYPHS

CLAIMS_BY = "the claims"
_MOST_CLAIMS = 9


def status_words(value: str | None) -> str:
    """Name a state of the picker."""
    return spoken(value) if value else "what the claims say"


def status_sheet(standing: Standing, width: int) -> Sheet:
    """List the states, a letter each; the one that holds now is marked."""
    judged = bool(standing.judged)
    blocks = []
    for key in STATUS_KEYS:
        if key.value is None:
            state: tuple[Span, ...] = (("↺ what the claims say", Role.TEXT),)
            now = not judged
        else:
            state = ((f"{DELIVERY_GLYPHS[key.value]} ", DELIVERY_ROLES[key.value]), (spoken(key.value), Role.TEXT))
            now = standing.delivery is key.value
        right: Line = (("now" if key.value else "in force", Role.MUTED),) if now else ()
        line = spread(((f"{key.letter}  ", Role.ACCENT), *state), right, width)
        blocks.append(Block((line,), f"status:{key.letter}"))
    return Sheet(blocks)


def basis_sheet(claims: Sequence[Claim], width: int) -> Sheet:
    """List what a judgement can rest on: nothing but the analyst, a reason, or one of the commitment's claims."""
    blocks = [
        Block(((("j  ", Role.ACCENT), ("analyst judgement, no reason", Role.TEXT)),), "basis:j"),
        Block(((("w  ", Role.ACCENT), ("write a reason", Role.TEXT)),), "basis:w"),
    ]
    for number, claim in enumerate(claims[:_MOST_CLAIMS], start=1):
        name = claim.label or claim.cite.locator
        left: Line = (
            (f"{number}  ", Role.ACCENT),
            put(f"{name} ", Role.STRONG),
            put(claim_words(claim)),
            put(f"  «{claim.cite.words}»" if claim.cite.words else "", Role.QUOTE),
        )
        place: Line = (put(claim.cite.locator, Role.MUTED),) if claim.label else ()
        blocks.append(Block((spread(left, place, width),), f"basis:{number}"))
    return Sheet(blocks)


def picker_box(body: Box, row_y: int, lines: int, width: int) -> Box:
    """Place the picker under its row, or above it where there is more room; the row itself stays in sight."""
    below = body.y + body.height - (row_y + 1)
    above = row_y - body.y
    wanted = lines + 2
    width = min(width, body.width)
    x = body.x + max(0, min(6, body.width - width))
    if below >= wanted or below >= above:
        return Box(x, row_y + 1, width, max(3, min(wanted, below)))
    height = max(3, min(wanted, above))
    return Box(x, row_y - height, width, height)
