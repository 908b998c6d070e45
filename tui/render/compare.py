"""What each voice says of one commitment, side by side: a column a voice, what is owed and what was handed over."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.model import ARTICLE, Claim
from store.domain.standing import Standing
from store.domain.typed import NamedTuple
from store.domain.words import Measure, spoken
from tui.render.names import Actors, voice_name
from tui.render.spans import Line, Role, cut, fill
from tui.wording import figure_words, safe, said_words

_HEAD, _COLUMN = 10, 11


class Said(NamedTuple):
    """What one voice says under one head."""

    words: str
    rests_on: str
    role: Role


_SILENT = Said("–", "", Role.MUTED)


def voices(standing: Standing, claims: Sequence[Claim]) -> list[str]:
    """List the voices in the order of their columns: the parties, others by appearance, the articles last."""
    found = dict.fromkeys([*sorted(standing.bound), *(claim.cite.voice for claim in claims)])
    article = found.pop(ARTICLE, ...)
    return [*found, *([] if article is ... else [ARTICLE])]


def comparison(standing: Standing, claims: Sequence[Claim], actors: Actors, width: int) -> tuple[Line, ...]:
    """Draw the table; a voice that says nothing keeps its column, since silence is news too."""
    columns = voices(standing, claims)[: max(1, (width - _HEAD) // _COLUMN)]
    each = min(30, (width - _HEAD) // max(1, len(columns)))
    head: Line = (
        (" " * _HEAD, Role.TEXT),
        *((fill(voice_name(actors, voice), each - 1) + " ", Role.STRONG) for voice in columns),
    )
    owed = [_owed(voice, claims) for voice in columns]
    given = [_given(voice, standing, claims) for voice in columns]
    return (head, *_row("owed", owed, each), *_row("delivered", given, each))


def _row(title: str, said: Sequence[Said], each: int) -> list[Line]:
    words: Line = (
        (fill(title, _HEAD), Role.MUTED),
        *((fill(item.words, each - 1) + " ", item.role) for item in said),
    )
    rests: Line = (
        (" " * _HEAD, Role.TEXT),
        *((fill(cut(item.rests_on, each - 1), each), Role.MUTED) for item in said),
    )
    return [words, rests] if any(item.rests_on for item in said) else [words]


def _rests(claim: Claim) -> str:
    return safe(f"{claim.cite.locator} {claim.cite.strength.value}")


def _owed(voice: str, claims: Sequence[Claim]) -> Said:
    mine = [claim for claim in claims if claim.cite.voice == voice and claim.measure is Measure.OWED]
    if not mine:
        return _SILENT
    figured = [claim for claim in mine if said_words(claim)]
    claim = (figured or mine)[-1]
    words = said_words(claim) or spoken(claim.instrument or "said")
    return Said(words, _rests(claim), Role.TEXT)


def _given(voice: str, standing: Standing, claims: Sequence[Claim]) -> Said:
    for figure in standing.figures.voices:
        if figure.voice == voice:
            role = Role.WARN if figure in standing.figures.against else Role.TEXT
            return Said(figure_words(figure.quantity), _rests(figure.claim), role)
    mine = [claim for claim in claims if claim.cite.voice == voice and claim.measure is not Measure.OWED]
    if not mine:
        return Said("no figure", "", Role.MUTED)
    claim = mine[-1]
    if claim.rejects:
        return Said("rejects it", _rests(claim), Role.WARN)
    if claim.figure is not None:
        return Said(figure_words(claim.figure), _rests(claim), Role.TEXT)
    words = spoken(claim.progress) if claim.progress else "no figure"
    return Said(words, _rests(claim), Role.TEXT)
