"""How a meeting that an article names stands, by the words around its name: held, to come, put off, only proposed."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.grammar.classes import classes, says
from store.reading.talks.tenses import is_planned, was_done, went_to

if TYPE_CHECKING:
    from store.reading.talks.mentions import Mention

_SUGGESTED = re.compile(
    r"\b(?:suggest|propos|request|ask|call|urg|offer|demand|invit)\w*(?: \S+){0,6} (?:that|for)(?: \S+){0,3}$"
    r"|\b(?:suggest|propos)\w*(?: \S+){0,4}$"
)
"""Words after which a meeting is only wished for: "had suggested to them that a new round ..."."""
_BE = re.compile(r"(?:of \S+ )?(?:to )?(?:be held|take place|begin|start|resume|be convened|go ahead)\b")
_AGENDA = re.compile(r"\bagenda (?:of|for)(?: the| a)?$")
_DONE = re.compile(
    r"^(?:of|between) [^;.,]{10,100} (?:has|have|was|were)(?: been)?(?: \w+ly)? (?:completed|concluded|over|held)\b"
)
_HELD_LATER = re.compile(r"[^;.,]*\b(?:will|would|is to|are to) (?:be held|take place)\b")
_PUT_OFF = re.compile(
    r"[^;.]{10,110}? (?:is|are|was|were|been|being)(?: being| been)?(?: \w+ly)?"
    r" (?:put on hold|postponed|suspended|called off|cancelled|canceled|paused)\b"
)
_PAST = frozenset(("met", "gathered", "convened", "reconvened", "shook", "sat", "hosted", "received", "brought"))
_MODALS = frozenset(("will", "would", "shall", "could", "may", "might", "can", "should"))
_BRIEF = 12
_ARTICLE = frozenset(("a", "an", "the", "their", "its", "his", "her", "of", "in", "with", "yet", "two", "three"))


class Around(NamedTuple):
    """The words of a meeting's name and those around it."""

    name: str
    left: str
    right: str
    """What follows, to the end of the clause."""
    further: str
    """What follows, further on."""


def standing(one: Mention, words: Around) -> tuple[str | None, str]:
    """Return how a meeting stands (held, expected, on_hold; None where the words leave it open), and what says so."""
    status, cue = _status(one, words.name, words.left, words.right)
    if status != "on_hold" and one.head == "talks":
        put_off = _PUT_OFF.match(words.further)
        if put_off is not None and not says("meetings", "of talks").search(put_off[0]):
            return "on_hold", put_off[0].split()[-1]
    if status is None and one.head != "met" and _HELD_LATER.match(words.further):
        return "expected", "will be held"
    return status, cue


def is_proposed(cue: str, words: Around) -> bool:
    """Return whether somebody only proposes a meeting to come: by what tells of it, or the words before it."""
    if says("meetings", "proposing").search(cue):
        return True
    return _SUGGESTED.search(words.left) is not None and _BE.match(words.right) is not None


def _status(one: Mention, name: str, left: str, right: str) -> tuple[str | None, str]:
    if _SUGGESTED.search(left) and _BE.match(right):
        return "expected", right[:_BRIEF]
    off = says("meetings", "off").search(right[:60]) or says("meetings", "off").search(f"{left[-22:]} {name}")
    if off and "not been" not in right:
        return "on_hold", off[0]
    if one.head == "deal":
        return "held", name
    if one.head == "met":
        return _status_of_verb(one, left)
    return _in_past(one) or _status_of_noun(name, left, right)


def _in_past(one: Mention) -> tuple[str, str] | None:
    """Return that a meeting was, where a verb of the past has it for its object, or went about it.

    "Hosted another session", "sat face to face to hold talks", "flew in to take part in talks".
    """
    pieces, last = one.sentence.whole, one.first - 1
    while last >= 0 and (pieces[last].text in _ARTICLE or pieces[last].text.endswith("ly")):
        last -= 1
    held = classes("tenses")["hold-verb"]
    name = [at for at in range(one.first, one.at) if pieces[at].text in held and was_done(pieces, at)]
    if name:
        return "held", pieces[name[0]].text
    if last < 0 or not (pieces[last].text in held or pieces[last].text.split()[0] in held):
        return None
    purpose = last > 0 and pieces[last - 1].text == "to"
    if (was_done(pieces, last) and not purpose) or (purpose and went_to(pieces, last)):
        return "held", pieces[last].text
    return None


def _status_of_noun(name: str, left: str, right: str) -> tuple[str | None, str]:
    """Return how a meeting named by a noun stands: by the verb behind it, the verb before it, its own adjectives."""
    ahead = says("meetings", "is to come").search(right[:48])
    if ahead and _of_another(right[: ahead.start()], ahead[0]):
        ahead = None
    past = says("meetings", "was").search(right[:48]) or _DONE.search(right)
    if _AGENDA.search(left):
        return "expected", "agenda"
    if ahead and not (past and past.start() < ahead.start()):
        return "expected", ahead[0]
    wanted = says("meetings", "to bring about").last(left)
    if wanted and wanted.end() >= len(left) - 14:
        return "expected", wanted[0]
    coming, before = says("meetings", "to come").search(name), says("meetings", "past").search(name)
    opened = past is not None and past.start() < 12 and re.search(r"\b(?:new|fresh|another)\b", name)
    if coming and not before and not opened:
        return "expected", coming[0]
    told = past or before or says("meetings", "was before").last(left[-24:])
    return ("held", told[0]) if told else (None, "")


def _of_another(between: str, cue: str) -> bool:
    """Whether a verb after a pause is that of somebody else: "the mediator, who had called the talks, would speak"."""
    return between.count(",") == 1 and cue in _MODALS and not re.search(r", (?:which|that) ", between)


def _status_of_verb(one: Mention, left: str) -> tuple[str | None, str]:
    text = one.sentence.whole[one.at].text
    modal = re.search(r"\b(to|will|would|shall|may|might|could|should|can)( \w+){0,2}$", left)
    if text == "meeting" and is_planned(one.sentence.whole, one.at):
        return "expected", text
    if text == "meeting" or (
        text == "met" and not re.search(r"\b(will|would|to|could|may|might|should) (have )?$", left)
    ):
        return "held", text
    if modal and modal[1] == "to" and went_to(one.sentence.whole, one.at):
        return "held", text
    if modal:
        return "expected", f"{modal[0]} {text}"
    return ("held" if text in _PAST else None), text
