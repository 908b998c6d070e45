"""The rules by which a sentence says when something is to be: replies, truces, rounds, summits, handovers."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import NO_WINDOW
from store.phrases import Found
from store.reading.grammar.classes import Line, classes, says
from store.reading.proposals import Signal
from store.reading.talks.mentions import look_at
from store.reading.talks.occasions import place_of
from store.reading.talks.tenses import PAST, tense_at
from store.reading.talks.whens import conditions_of, near_date
from store.reading.talks.who import of_leaders, stay_away

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.grammar.sentences import Scene, Sentence
    from store.reading.talks.mentions import Look, Mention

_LEADERS_MEET = re.compile(
    r"\b(?:presidents|leaders)(?: \S+){0,6} (?:will|would|could|may|might|to|can|should) (?:only )?meet\b"
    r"|\b(?:talks|meeting) (?:\S+ )?between (?:\S+ ){0,3}presidents?(?: \S+){0,5} and\b"
)
_OF_A_BODY = re.compile(
    r"\b(?:g-?7|g-?8|g-?20|nato|eu|european|brics|asean|apec|opec|arab league|african union|commonwealth|climate"
    r"|economic|trade|tech|business|inter-american|islamic|gulf|annual|regular|drugs?)\b(?: [^\s,;.]+){0,2} summit\b"
)
"""A summit of a body of states or on another matter, not of the sides."""
_OF_LEADERS = re.compile(r"\b(?:summit of|meeting of (?:the )?(?:leaders|presidents)|face to face|on a summit)\b")
_ASKS_WHEN = re.compile(r"\bwhen\b.{0,200}\b(?:meet|talks|round|negotiations|sit down)\b.{0,200}\?$")
_OF_A_MATTER = re.compile(r"(?:on|about|for|over) (?:the |a )?(?:\S+ (?:phase|stage)|return|release)")
_SETS_OUT = re.compile(
    r"\b(?:to|will|would|shall) (?:\w+ly |also )?(?:start|begin|open|launch|commence|initiate|enter into|enter)"
    r"(?: direct| formal| peace| indirect| official| substantive| political| immediate| bilateral| face-to-face)*$"
)
"""By which sides that have not met begin to negotiate."""
_DEMANDS = re.compile(
    r"\b(?:its|their|his|her|the|such|these|those|our) (?:\w+ )?(?:demands|wants|promised)\b|\bnot (?:yet )?received\b"
)
"""What is no waiting for an answer."""
_WILL_DO = re.compile(r"\b(?:agree|agrees|agreed|decided|undertook|will|shall)\b")
_ASIDE = re.compile(r"((?:on|about|for|over) [^,;]{3,40}) , [^;]{5,150} , ((?:are|is|will|would|were|was) [^,;]+)")
_A_DATE = re.compile(r"\b(?:its|the|a|opening|new|some) (?:opening |new |exact )?(?:date|day|clarity)\b")
_FRESH = re.compile(r"\b(?:begin|start|open|launch)\b")
_AGAIN = re.compile(r"\b(?:next|new|round|resume|again|another)\b")
_SIT_DOWN = frozenset(
    ("meet", "meeting", "meetings", "talks", "sit", "sit-down", "face-to-face", "encounter", "host", "tete-a-tete")
)
_BY_PHONE = re.compile(r"\b(?:phone|telephone|call|video|speak|spoke)\b")
_MEETS = frozenset(("next_round", "negotiations_start", "summit"))
_FIRMNESS = (
    ("scheduled", r"\bscheduled|slated|shall|will (?:be held|take place|open|begin|start)|are to|is to|due\b"),
    ("expected", r"\bexpect"),
    ("planned", r"\bplan|envisag|intend"),
)


class Heard(NamedTuple):
    """A statement about when, with where it stands."""

    content: Signal
    sentence: Sentence
    first: int
    """The piece of `sentence.whole` that it begins with."""
    last: int
    """The last piece of what was found: the word for what it is about, or its date."""
    why: tuple[str, ...]
    others: tuple[Sentence, ...] = ()
    """Where it is said again."""


def about_leaders(scene: Scene) -> bool:
    """Return whether an article speaks more than once of a meeting of the leaders."""
    return len(_OF_LEADERS.findall(scene.article.text[:100_000].casefold())) > 1


def leaders_meet(line: Line) -> re.Match[str] | None:
    """Return the words by which a sentence speaks of a meeting of the leaders of the sides."""
    if says("signals", "no summit").search(line.text) or _OF_A_BODY.search(line.text):
        return None
    return says("signals", "summit").search(line.text) or _LEADERS_MEET.search(line.text)


def heard_at(look: Look, about: str, at: int, date: int | None, why: str) -> Heard:
    """Return a signal that stands at a piece, with the window of the date at another."""
    pieces = look.pieces
    value = pieces[date].value if date is not None else None
    window = value.window.window() if isinstance(value, Found) else NO_WINDOW
    first, last = sorted((at, at if date is None else date))
    modality, condition = _modality(look.line, first, last), next(iter(conditions_of(look.sentence)), None)
    hangs = None
    if condition is not None and re.match(r"(?:if|provided|unless)\b", condition.phrase.casefold()):
        modality, hangs = "conditional", condition.phrase
    words = [f"{about}: '{look.scene.article.text[pieces[at].start : pieces[at].end]}'", why]
    if window.phrase:
        words.append(f"when: '{window.phrase}'")
    place = place_of(look.scene, pieces, at, at) if about in _MEETS else None
    return Heard(Signal(about, modality, window, window.phrase, hangs, place), look.sentence, first, last, tuple(words))


def _modality(line: Line, first: int, last: int) -> str:
    """Return how firmly it is said."""
    around = line.between(first - 10, last + 8)
    if says("signals", "hoping").search(around):
        return "hoped"
    if says("signals", "proposed").search(around):
        return "proposed"
    for modality, words in _FIRMNESS:
        if re.search(words, around):
            return modality
    return "likely" if says("signals", "perhaps").search(around) else "announced"


def rounds(look: Look) -> Iterator[Heard]:
    """Yield a meeting to come with its day: "the next round will be held on 12 March"."""
    published = look.scene.article.published.day
    answer = _answered(look)
    if answer is not None:
        yield heard_at(look, "next_round", answer, answer, "answers when they meet")
        return
    for one in look.here:
        if one.status != "expected" or not one.window.bounded or one.head == "deal":
            continue
        if one.window.latest is not None and published is not None and one.window.latest < published:
            continue
        phrase = one.window.phrase or ""
        dates = [at for at, piece in enumerate(look.pieces) if phrase in (_phrase(piece.value) or "")]
        if phrase and not dates:
            found = heard_at(look, _about(look, one), one.at, None, f"to come: '{one.cue}'")
            yield found._replace(content=found.content._replace(window=one.window, phrase=phrase))
        elif dates and phrase:
            nearest = min(dates, key=lambda at: abs(at - one.at))
            found = heard_at(look, _about(look, one), one.at, nearest, f"to come: '{one.cue}'")
            for window in one.dates or (found.content.window,):
                yield found._replace(content=found.content._replace(window=window, phrase=window.phrase))


def _about(look: Look, one: Mention) -> str:
    """Return whether negotiations begin, or sides that have met meet again."""
    said = look.line.between(one.at - 3, one.at + 5)
    fresh = look.pieces[one.at].text == "negotiations" and one.ordinal is None and one.cue != "next"
    return "negotiations_start" if fresh and _FRESH.search(said) and not _AGAIN.search(said) else "next_round"


def _phrase(value: object) -> str | None:
    return value.window.phrase if isinstance(value, Found) else None


def _answered(look: Look) -> int | None:
    """Return the date that answers when the sides meet: "When will they meet again? Not before 5 October"."""
    place = look.sentence.place
    dated = next((at for at, piece in enumerate(look.pieces[:4]) if _is_date(piece.value)), None)
    if place == 0 or dated is None:
        return None
    asked = look_at(look.scene, look.scene.sentences[place - 1])
    return dated if _ASKS_WHEN.search(asked.line.text) else None


def _is_date(value: object) -> bool:
    return isinstance(value, Found) and value.window.dated


def replies(look: Look) -> Iterator[Heard]:
    """Yield an answer that is awaited or promised by a day."""
    line, words = look.line, classes("signals")
    nouns, either = words["reply"], words["reply"] | words["reply verb"]
    for at, piece in enumerate(look.pieces):
        if piece.text not in either:
            continue
        if piece.text not in nouns:
            to = re.search(r"\b(?:will|would|to|shall|must)(?: \w+)?$", line.between(at - 3, at))
            if not to:
                continue
        around = line.between(at - 9, at + 7)
        cue = says("signals", "awaits").search(_DEMANDS.sub("", around))
        date = near_date(look, at, reach=13)
        if cue and (date is not None or "in due course" in around):
            yield heard_at(look, "response", at, date, f"awaited: '{cue[0]}'")
            return


def starts(look: Look) -> Iterator[Heard]:
    """Yield the beginning of negotiations about a matter: "talks on the second phase are to open on Monday"."""
    line = look.line
    for at, piece in enumerate(look.pieces):
        if piece.text not in ("talks", "negotiations", "discussions"):
            continue
        left, right = line.between(at - 5, at), line.between(at + 1, at + 9)
        aside = _ASIDE.match(line.between(at + 1, at + 40))
        if aside is not None:
            right = f"{aside[1]} {aside[2]}"
        opens = says("signals", "opens").search(right) or says("signals", "opens").search(left)
        sets_out = _SETS_OUT.search(left)
        if sets_out and not _AGAIN.search(look.line.text) and tense_at(look.pieces, at) != PAST:
            date = near_date(look, at, reach=12)
            if date is not None or _WILL_DO.search(line.between(at - 16, at)):
                yield heard_at(look, "negotiations_start", at, date, f"to begin: '{sets_out[0]}'")
                return
        if opens and _OF_A_MATTER.match(right) and re.search(r"\b(?:will|would|shall|to|due)\b", f"{left} {right}"):
            yield heard_at(
                look,
                "negotiations_start",
                at,
                near_date(look, at, reach=30 if aside else 16),
                f"to begin: '{opens[0]}'",
            )
            return


def summits(look: Look) -> Iterator[Heard]:
    """Yield a meeting of the leaders of the sides: its day, or that it is hoped for."""
    if says("signals", "denied").search(look.line.text):
        return
    word = leaders_meet(look.line)
    if word is None:
        yield from _leaders_named(look)
        return
    at = look.line.piece_at(word.start())
    date = near_date(look, at, reach=12)
    cue = says("signals", "hoped").search(look.line.text)
    if date is not None:
        yield heard_at(look, "summit", at, date, "a meeting of leaders with a day")
    elif cue:
        one = heard_at(look, "summit", at, None, f"hoped for: '{cue[0]}'")
        yield one._replace(content=one.content._replace(modality="hoped", phrase=cue[0]))


def _leaders_named(look: Look) -> Iterator[Heard]:
    """Yield a day on which two leaders that are named meet: "Putin and Trump will hold a meeting on Friday"."""
    if says("signals", "no summit").search(look.line.text):
        return
    for at, piece in enumerate(look.pieces):
        if piece.text not in _SIT_DOWN or not of_leaders(look, at, at) or stay_away(look.line.between(at - 9, at)):
            continue
        date = near_date(look, at, reach=12)
        by_phone = _BY_PHONE.search(look.line.between(at - 4, at + 5))
        if date is not None and by_phone is None and tense_at(look.pieces, date) != PAST:
            yield heard_at(look, "summit", at, date, "a meeting of leaders with a day")
            return


def dates_to_be(look: Look) -> Iterator[Heard]:
    """Yield when the date of a meeting is to be known: "expects a date for the third round by Friday"."""
    line, nouns = look.line, classes("signals")["its date"]
    if not any(one.head != "deal" for one in look.here) and not _A_DATE.search(line.text):
        return
    for at, piece in enumerate(look.pieces):
        if piece.text not in nouns:
            continue
        left = line.between(at - 2, at)
        if re.search(r"\bno(?: \S+)?$", left):
            continue
        if not look.here and not re.search(r"\b(?:its|some|opening|the)(?: \S+)?$", left):
            continue
        date = near_date(look, at, reach=16)
        if date is None:
            continue
        settles = says("signals", "settles it").search(f"{line.between(at - 7, at + 16)} {look.pieces[date].text}")
        if settles:
            yield heard_at(look, "date_announcement", at, date, f"to be settled: '{settles[0]}'")
            return
