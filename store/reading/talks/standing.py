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
_BARE = frozenset(("was", "were", "had", "has", "agreed", "saw", "brought"))
"""Verbs that say of themselves nothing of a meeting."""
_INSIDE = re.compile(r"\b\w+ (?:in|at|to|for|from|on|about|into)$")
"""Words before a meeting by which it stands within what is said of another noun: "a key player in"."""
_HELD_PEOPLE = re.compile(
    r"\b(?:hostages?|captives?|prisoners?|people|bodies|women|men|soldiers?|detainees|israelis|those)"
    r"(?: (?:who|that|still|are|were|being|been|have|also|now))*$"
)
_THAT = re.compile(r" that (?!(?:will|would|could|may|might|should|is|are|was|were)\b)")
_AND = re.compile(r"(?: ,)? (?:and|but) (?:a|an|the|his|her|their|its|no|it|they|he|she|we|i|there)\b")
"""Behind these another clause begins: "told them in a meeting that he would", "talks go on and a deal could"."""
_OF_TWO = re.compile(r"(?:\S+ ){0,3}(?:between|with|of|among)\b")
"""Words behind a meeting in which "and the" joins those who meet."""
_NOT_OFF = re.compile(
    r"\b(?:not|n't|never|hasn't|haven't|didn't|won't)(?: yet| been)? "
    r"(?:postpone|suspend|stall|br(?:oke|eak)|call|cancel"
    r"|pause|fr(?:eez|oze)|halt|put|interrupt|deadlock)\w*"
)
"""By which talks go on: "have not broken off the negotiations"."""
_ASIDE = re.compile(
    r"((?:between|with|of|in|on|for) [^,;]{3,60} )?, (?:which|expected|due|scheduled|mediated|brokered|hosted|sponsored"
    r"|originally|initially|the first|the second)\b[^,;]{3,80} , "
    r"(?=(?:(?:which|that) (?:have|has|had)|began|broke|took|met|were|was|will|are|is|\w+ed)\b)"
)
_REVIVED = re.compile(
    r"\b(?:re-?start|resum|reviv|resurrect|relaunch|kick-?start|jump-?start|unblock|unlock|unfreez|unstick|re-?open|rescu"
    r"|salvag|sav(?=e|ing)|reanimat|reinvigorat|rekindl|return(?:s|ed|ing)? to|back to|progress (?:to"
    r"|in|on|towards?)|obstacles? to"
    r"|impetus (?:to|for)|(?:new )?life into|momentum to|bring back|advanc|break)\w*(?: \S+){0,3}$"
)
"""Words before "stalled talks" by which they are not said to stall but to go on again."""
_OF_THOSE = re.compile(
    r"of (?:the |a |an )?[^,;.]{3,40}? (?:that|which|who) \w+s (?!not\b)[^,;]{3,70}? "
    r"(?=(?:began|opened|ended|concluded|resumed|took place|was|were|will|is|has|starts|begins|opens|starts)\b)"
)
"""Who it is a meeting of, told at length: "the fifth meeting of the committee that supervises the exchange began"."""
_UNTIL = re.compile(r"\b(?:until|unless|once|if|provided)\b")
_OPENS_SOON = re.compile(
    r"(?:(?:in|at|between|with) (?:[^\s,;.]+ ){1,5}|, )?(?:which |that )?(?:resume|begin|start|open|restart|reopen)s?"
    r"(?: in \S+(?: \S+)?)?(?: on)? @"
)
"""The present, told of a day: "talks which resume on Wednesday" are to come."""
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
    words = _without_aside(words)
    status, cue = _status(one, words.name, words.left, words.right)
    if status != "on_hold" and one.head == "talks":
        put_off = _PUT_OFF.match(words.further)
        if put_off is not None and not says("meetings", "of talks").search(put_off[0]):
            return "on_hold", put_off[0].split()[-1]
    if status is None and one.head != "met" and _HELD_LATER.match(words.further):
        return "expected", "will be held"
    return status, cue


def one_session(name: str) -> bool:
    """Return whether a name is that of one meeting, not of talks that go on: "the fifth meeting"."""
    return name.endswith(("meeting", "session", "round", "sitting"))


def _without_aside(words: Around) -> Around:
    """Return the words of a meeting without an aside: "the talks, which were suspended in March, resumed"."""
    aside = _ASIDE.match(words.further)
    if aside is None:
        those = _OF_THOSE.match(words.further) if one_session(words.name) else None
        rest = words.further[those.end() :] if those is not None else ""
        return words._replace(right=rest, further=rest) if rest else words
    plain = f"{aside[1] or ''}{words.further[aside.end() :]}"
    return words._replace(right=plain, further=plain)


def is_proposed(cue: str, words: Around) -> bool:
    """Return whether somebody only proposes a meeting to come: by what tells of it, or the words before it."""
    if says("meetings", "proposing").search(cue):
        return True
    return _SUGGESTED.search(words.left) is not None and _BE.match(words.right) is not None


def _status(one: Mention, name: str, left: str, right: str) -> tuple[str | None, str]:
    if _SUGGESTED.search(left) and _BE.match(right):
        return "expected", right[:_BRIEF]
    stops = says("meetings", "off")
    off = stops.search(_UNTIL.split(right)[0][:60]) or _stalled(left, name)
    if off and "not been" not in right and not _NOT_OFF.search(f"{left} {name} {right}"):
        return "on_hold", off[0]
    if one.head == "deal":
        return "held", name
    if one.head == "met":
        return _status_of_verb(one, left)
    return _in_past(one) or _status_of_noun(name, left, right)


def _stalled(left: str, name: str) -> re.Match[str] | None:
    """Return the word by which the talks stall that a name or the words before it tell, unless they go on again."""
    around = f"{left[-22:]} {name}"
    off = says("meetings", "off").search(around)
    return None if off is None or _REVIVED.search(f"{left[:-22]}{around[: off.start()]}".rstrip()) else off


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
    if _OPENS_SOON.match(right):
        return "expected", "resume"
    ahead = says("meetings", "is to come").search(_own(right)[:48])
    if ahead and _of_another(right[: ahead.start()], ahead[0]):
        ahead = None
    past = says("meetings", "was").search(right[:48]) or _DONE.search(right)
    if past and not _is_its(past, name, left, right):
        past = None
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


def _own(right: str) -> str:
    """Return of the words behind a meeting those of its own clause."""
    own = _THAT.split(right)[0]
    return own if _OF_TWO.match(own) else _AND.split(own)[0]


def _is_its(past: re.Match[str], name: str, left: str, right: str) -> bool:
    """Whether a verb of the past behind a meeting is its own, not "a key player in the talks was", "hostages held"."""
    between, noun = right[: past.start()].rstrip(), name.split()[-1]
    if past[0] == "held" and _HELD_PEOPLE.search(between):
        return False
    if past[0] not in _BARE:
        return True
    if left.endswith(" where"):
        return False
    parts = name.split()[0] in _ARTICLE or not left.endswith(" of")
    if noun.endswith("s") and past[0] in ("was", "has") and parts and "round" not in name and "session" not in name:
        return False
    return not (_INSIDE.search(left) and (between.endswith(",") or past[0] in ("was", "had")))


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
