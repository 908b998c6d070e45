"""Date signals: what an article says about when something is to be, each statement once."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.classes import says
from store.reading.talks.further import further_in, handovers
from store.reading.talks.limits import deadlines, experts, extensions, signings
from store.reading.talks.statements import (
    Heard,
    dates_to_be,
    heard_at,
    leaders_meet,
    replies,
    rounds,
    starts,
    summits,
)
from store.reading.talks.truces import truces
from store.reading.talks.undated import expected_in, unset_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.talks.mentions import Look, Mention

_SO_LONG = 4
"""Days: a longer time is none that somebody would name beside the day."""
_UNTIMED = ("not_set", "on_hold", "conditional")


def signals_in(looks: list[Look], mentions: list[Mention]) -> list[Heard]:
    """Return what an article says about when, in the order of its text."""
    heard: list[Heard] = []
    topic = ""
    named: dict[int, list[Mention]] = {}
    for one in mentions:
        named.setdefault(one.sentence.place, []).append(one)
    for plain in looks:
        look = plain._replace(here=tuple(named.get(plain.sentence.place, ())), topic=topic)
        heard.extend(_in_sentence(look))
        topic = _topic(look) or topic
    return _without_day_known(_once(heard))


def _without_day_known(heard: list[Heard]) -> list[Heard]:
    """Leave out "further talks will be held" where the article names the day."""
    heard = [one for one in heard if not any(_within(other, one) for other in heard)]
    dated = any(one.content.about == "next_round" and one.content.window.bounded for one in heard)
    return [
        one
        for one in heard
        if not (dated and one.content.about == "next_round" and one.content.modality == "expected")
        or one.content.window.bounded
    ]


def _within(one: Heard, other: Heard) -> bool:
    """Whether one says a day of the next round, and the other only a longer time that the day lies in."""
    exact, wide = one.content.window, other.content.window
    if one.content.about != "next_round" or other.content.about != "next_round" or not exact.days or not wide.days:
        return False
    loose = other.content.modality == "announced"
    return loose and exact.days < wide.days > _SO_LONG and exact.overlaps(wide)


def _topic(look: Look) -> str:
    """Return what a sentence is about, for a date that follows without saying of what."""
    if leaders_meet(look.line):
        return "summit"
    if any(one.status != "held" for one in look.here):
        return "next_round"
    if says("signals", "batch").search(look.line.text):
        return "exchange"
    return "next_round" if look.here else ""


def _in_sentence(look: Look) -> Iterator[Heard]:
    found = [*starts(look), *summits(look), *deadlines(look), *experts(look)]
    if any(piece.kind == "date" for piece in look.pieces) or any(one.window.bounded for one in look.here):
        found.extend((*replies(look), *(list(truces(look)) or extensions(look)), *dates_to_be(look)))
        if not any(one.content.about in ("date_announcement", "negotiations_start") for one in found):
            found.extend(rounds(look))
        if not found:
            found.extend(signings(look))
        if not found:
            found.extend(handovers(look))
    if not found:
        found.extend(further_in(look))
    yield from found
    if not any(one.content.modality in _UNTIMED or one.content.window.bounded for one in found):
        yield from _untimed(look)


def _untimed(look: Look) -> Iterator[Heard]:
    """Yield no date, talks that are suspended, and what comes only after something else."""
    held_up = next((one for one in look.here if one.status == "on_hold"), None)
    if held_up is None:
        unset = list(unset_in(look, summit=leaders_meet(look.line) is not None))
        yield from unset or expected_in(look)
        return
    found = heard_at(look, "next_round", held_up.at, None, f"suspended: '{held_up.cue}'")
    dated = held_up.window.bounded and re.search(r"@", look.line.between(held_up.at, held_up.at + 8))
    window = held_up.window if dated else found.content.window
    content = found.content._replace(modality="on_hold", window=window, phrase=held_up.cue, condition=None)
    yield found._replace(content=content)


def _once(heard: list[Heard]) -> list[Heard]:
    """Keep of what is said several times one statement, the first of the body."""
    kept: list[Heard] = []
    for one in heard:
        at = next((place for place, other in enumerate(kept) if _same(one, other)), None)
        if at is None:
            kept.append(one)
        elif kept[at].sentence.headline and not one.sentence.headline:
            kept[at] = one._replace(others=(*kept[at].others, kept[at].sentence))
        elif len(kept[at].others) < 3:
            kept[at] = kept[at]._replace(others=(*kept[at].others, one.sentence))
    return kept


def _same(one: Heard, other: Heard) -> bool:
    """Whether two statements say the same: the same end of the window, or the same without a window."""
    first, second = one.content, other.content
    begins = {first.about, second.about} == {"next_round", "negotiations_start"}
    if begins and first.window.bounded and second.window.bounded and first.window.days == second.window.days == 1:
        return first.window.latest == second.window.latest
    if first.about != second.about or first.window.bounded != second.window.bounded:
        return False
    if first.window.bounded:
        if first.window.latest is not None:
            return first.window.latest == second.window.latest
        return second.window.latest is None and first.window.earliest == second.window.earliest
    return first.modality == second.modality or (
        first.about == "summit" and "hoped" in (first.modality, second.modality)
    )
