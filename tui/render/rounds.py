"""The rounds, then the other meetings: state, days, place, outcome."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.model import Track
from store.domain.rounds import RoundStanding
from store.domain.words import RoundState, spoken
from tui.render.names import ROUND_ROLES
from tui.render.spans import Block, Line, Role, Sheet, Span, fit, flow, joined, paragraph, put, spread
from tui.wording import ROUND_GLYPHS, safe, window_words

_ROOMY, _TOLD = 32, 26
"""The widths from which a round is named, and from which what came out of it has lines of its own."""


def rounds_sheet(rounds: Sequence[RoundStanding], width: int, tracks: Sequence[Track] = ()) -> Sheet:
    """Lay the rounds out, one block each, other meetings under a heading of their own.

    Rounds are counted on their own track, so of several tracks each has its name above its rounds. Days have their
    year where the rounds are of several and there is room.
    """
    proper = [standing for standing in rounds if not standing.round.meeting]
    meetings = [standing for standing in rounds if standing.round.meeting]
    if not rounds:
        return Sheet([Block(paragraph("No round on record on this day.", width, Role.MUTED))])
    blocks: list[Block] = []
    years = {day.year for standing in rounds if (day := standing.window.earliest or standing.window.latest)}
    year = len(years) > 1 and width >= _TOLD
    named = {track.label: track.name for track in tracks} if len(tracks) > 1 else {}
    for label in dict.fromkeys([*named, *(standing.round.track for standing in proper)]):
        mine = [standing for standing in proper if standing.round.track == label]
        if mine and label in named:
            blocks.append(Block((fit((put(named[label], Role.MUTED),), width),)))
        blocks.extend(_round(standing, width, year=year) for standing in mine)
    if meetings:
        blocks.append(Block(((put("Other meetings", Role.MUTED),),)))
        blocks.extend(_meeting(standing, width, year=year) for standing in meetings)
    return Sheet(blocks)


def when_words(standing: RoundStanding, *, year: bool = False) -> str:
    """Write the days of a round; where none are set, say so."""
    if standing.window.bounded:
        return window_words(standing.window, year=year)
    return "undated" if standing.state is RoundState.HELD else "no date"


def _round(standing: RoundStanding, width: int, *, year: bool) -> Block:
    label, when = safe(standing.round.label), (when_words(standing, year=year), Role.TEXT)
    if width >= _ROOMY:
        head: Line = (_glyph(standing), (f"{label} ", Role.STRONG), put(standing.round.name, Role.STRONG))
        first = spread(head, joined([_state(standing), when]), width)
    else:
        first = spread((_glyph(standing), (f"{label} ", Role.STRONG), _state(standing)), (when,), width)
    return Block((first, *_details(standing, width)), standing.round.label)


def _details(standing: RoundStanding, width: int) -> list[Line]:
    expected = ""
    if standing.date_expected.bounded:
        expected = f"date to be set {window_words(standing.date_expected)}"
    outcome = standing.outcome or expected or ("" if standing.state is RoundState.HELD else standing.because)
    if width < _TOLD:
        facts = joined([put(standing.place or ""), put(outcome, Role.MUTED)])
        return [fit((("  ", Role.TEXT), *facts), width)] if facts else []
    lines = list(flow(joined([put(standing.place or ""), put(standing.duration or "")]), width, indent=2))
    lines.extend(paragraph(outcome, width, Role.MUTED, indent=2)[:2] if outcome else ())
    return lines


def _meeting(standing: RoundStanding, width: int, *, year: bool) -> Block:
    head = (_glyph(standing), put(standing.round.name))
    when = when_words(standing, year=year) if standing.window.bounded else spoken(standing.state)
    if width >= _ROOMY and standing.window.bounded:
        when = f"{spoken(standing.state)} · {when}"
    return Block((spread(head, ((when, ROUND_ROLES[standing.state]),), width),), standing.round.label)


def _glyph(standing: RoundStanding) -> Span:
    return f"{ROUND_GLYPHS[standing.state]} ", ROUND_ROLES[standing.state]


def _state(standing: RoundStanding) -> Span:
    return spoken(standing.state), ROUND_ROLES[standing.state]
