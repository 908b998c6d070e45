"""When and where a meeting is, by the words around its name; and whether it is one with somebody else."""

from __future__ import annotations

import re
from datetime import timedelta

from store.domain.typed import TYPE_CHECKING
from store.domain.windows import NO_WINDOW, Window
from store.phrases import Found, Kind
from store.reading.grammar.classes import Line, classes, says
from store.reading.talks.belonging import of_something_else
from store.reading.talks.placing import against_verb, of_own_verb, read_back, read_on
from store.reading.talks.several import days_of, far_apart, listed_days
from store.reading.talks.tenses import AHEAD, tense_at

if TYPE_CHECKING:
    from datetime import date

    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Scene
    from store.reading.talks.mentions import Look, Mention

_DAY_OF_SPEECH = re.compile(r"(?:^|[,;“\"] )(?:earlier |late |early )?(?:on )?@ ?,?$")
_STAMP = re.compile(
    r"\d{1,4}[\-./]\d{1,2}[\-./]\d|\d{1,2}[:.]\d\d(?![\d:.]* ?(?:[ap]\.?m|local|gmt|on)\b)", re.IGNORECASE
)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day")
_VAGUE = re.compile(r"(?:in|over|during) (?:the )?(?:recent|past|last (?:few|several))\b")
_CEREMONY = re.compile(r"\b(?:ceremony|start|opening|beginning|launch|session)(?: on)?$")
_ANOTHER_DAY = re.compile(
    r"\b(?:before|ahead of|prior to|until|on the eve of|(?:@|eve|days?|weeks?|hours|months?|minutes|shortly|soon|long)"
    r" (?:after|following|of))(?: the| a| an| any| their| its| these| those| this)?(?: \S+){0,2}$"
)
"""Words before a meeting that tell of another time than its own: "the day before the talks", "days after the talks"."""
_ENDS_THEN = re.compile(
    r"\b(?:will|would|shall|may|should|(?:is|are|was|were) (?:\w+ )?to|(?:due|expected|scheduled|planned|set) to)"
    r" (?:end|conclude|finish|close|wrap up|be over)(?: \w+){0,2}$"
    r"|\b(?:will|would|shall|may|might|could|can|should|to|not|never|n't)(?: \w+){0,2}"
    r" (?:resolved?|settled?|solved?|yield|produce|bear|bring|lead|result|succeed|fail|decide|determine|finali[sz]ed?"
    r"|completed?|concluded?|ended|finished|over)\b(?: [^\s,;.]+){0,4}$"
)
"""Words between talks to come and the day on which they are to end, or to bring something about."""
_OF_TALKS = re.compile(r"(?:for|of|to|in)(?: the| a)?(?: \S+)?$")
_MONTH = re.compile(r"(?:january|february|march|april|may|june|july|august|september|october|november|december)$")
_MEANWHILE = re.compile(r"\b(?:as|while|amid|amidst|despite|although|though|even as|whereas|in spite of)\b(?! part of)")
"""Words behind a day by which a meeting is only told of beside: "a swap on Saturday as peace talks stall"."""
_LEADS_ON = frozenset([";", ".", "that", "when", "while", "but", "if"])
_NOUNS = frozenset(
    ["answer", "answers", "reply", "replies", "response", "responses", "claims", "comments", "signals", "reports"]
)
_ANOTHER = re.compile(r";|\bbegan in(?! \S+ on$)")
_MATTERS = frozenset(
    ("meeting", "agree", "say", "give-verb", "exchange-verb", "exchange-noun", "unit", "refuse", "demand")
)
"""Kinds of words that lead from a meeting to another matter."""
_TOPIC = frozenset(("exchange-noun", "exchange-verb", "unit", "give-verb"))
_WENT = re.compile(
    r"^(?:between [^;.]{3,60} )?(?:on|over|about|for|to|aimed at|concerning|regarding|devoted to|of the) [^;,.]{3,80}? "
    r"(?:began|opened|ended|concluded|closed|started|resumed|finished|collapsed|took place"
    r"|broke (?:up|off|down)|got under way"
    r"|(?:was|were|be|been) (?:held|convened|hosted)|(?:take place|begin|start|resume|open|end|conclude))"
    r"(?: (?:on|in|at|late|early|the|[a-z]+an|[a-z]+ese|capital|city|town|of|without \S+)"
    r"| [^\s,;.]+(?= (?:on|late|early)$))*$"
)
"""What talks are about, with their own verb behind it: "talks over an exchange of prisoners ended on"."""
_GAP = 12
_LONGEST = 62
"""A window of more days says no day of a meeting."""
_SHORT = frozenset(("uae", "us", "uk", "usa"))
"""Places that are compared by their full names."""
_GOES = re.compile(r"\b(?:send|dispatch|travel|go|come|return|fly|head|gather|arrive|meet|convene|be in)(?:ing)?\b")
"""Who goes somewhere "on Sunday for talks" has them then."""
_GOES_TO = re.compile(
    r"^(?:delegations?|delegates|teams?|negotiators?|envoys?|officials|representatives|diplomats|back"
    r"|go|going|goes|went|fly|flying|flew|travel\w*|head|heads|heading|headed|return\w*|come|coming|came)$"
)
"""Words before "to" and the country where a meeting is."""


def when_of(look: Look, one: Mention) -> tuple[Window, tuple[Window, ...]]:
    """Return the days of a meeting, and of each where the words speak of several."""
    found = _date_of(look, one)
    if found is None:
        return NO_WINDOW, ()
    place, value = found
    parts = days_of(value.phrase, look.scene.article.published.day)
    if one.how_many > 1 and len(parts) < one.how_many:
        parts = listed_days(look.pieces[place:], one.how_many, look.scene.article.published.day) or parts
    if one.how_many > 1:
        return (parts[0], parts) if parts else (NO_WINDOW, ())
    if parts and one.head != "round" and far_apart(parts):
        return parts[0], parts
    return _spanned(look, one, value.window.window(), place), ()


def _date_of(look: Look, one: Mention) -> tuple[int, Found] | None:
    """Return the date that belongs to a meeting: in its name, behind it, or before it, the nearest."""
    best: tuple[int, int, Found] | None = None
    pieces, published = look.pieces, look.scene.article.published.day
    for place in range(max(one.first - _GAP, 0), min(one.at + _GAP + 8, len(pieces))):
        value = pieces[place].value
        if not isinstance(value, Found) or not value.window.dated or stamped(value) or _weekday(pieces, place):
            continue
        if value.phrase.casefold().startswith("since") and look.line.between(place + 1, place + 3) not in (
            ", when",
            "when",
        ):
            continue
        if against_verb(pieces, place, one.status, published) or of_something_else(look, one, place):
            continue
        if place < one.first and one.status != "held" and of_own_verb(pieces, place):
            continue
        turned = read_back(value, one.status, published)
        if one.cue == "resume" and _WEEKDAY.fullmatch(value.phrase.casefold()):
            turned = read_on(turned, published)
        distance = (
            _distance(look.line, pieces, place, one.first, one.at) if _fits(turned, one.status, published) else None
        )
        if distance is not None and (best is None or distance < best[0]):
            best = distance, place, turned
    return best[1:] if best else None


def _weekday(pieces: list[Piece], place: int) -> bool:
    """Whether a date is only the weekday of the one that follows: "Thursday, August 15"."""
    return place + 2 < len(pieces) and pieces[place + 1].text == "," and pieces[place + 2].kind == "date"


def _fits(value: Found, status: str | None, published: date | None) -> bool:
    first, last = value.earliest, value.latest
    if (
        first is not None
        and last is not None
        and (last - first).days > _LONGEST
        and not value.phrase.startswith(("from ", "between "))
    ):
        return False
    if _VAGUE.match(value.phrase.casefold()) or value.phrase.casefold() == "overnight":
        return False
    if published is None or status is None:
        return True
    if status == "held":
        return (value.earliest is None or value.earliest <= published) and value.earliest is not None
    return value.latest is None or value.latest >= published


def _distance(line: Line, pieces: list[Piece], place: int, first: int, at: int) -> int | None:
    """Return how far a date stands from a meeting; None where it belongs to something else."""
    if first <= place <= at:
        return 0
    if place > at:
        between = line.between(at + 1, place)
        apart = "," in between.split() and _ANOTHER_DAY.search(line.between(first - 4, first))
        if _ENDS_THEN.search(between):
            return None
        if apart or _elsewhere(between, pieces[at + 1 : place]) or line.between(place - 1, place) == "since":
            return None
        return place - at + (6 if "," in between.split() and len(between.split()) > 6 else 0)
    between = line.between(place + 1, first)
    if between == "for" and _GOES.search(line.between(place - 9, place)) and tense_at(pieces, place) == AHEAD:
        return first - place + 4
    if _CEREMONY.search(line.between(place - 2, place)) and _OF_TALKS.match(between):
        return first - place
    month = _MONTH.match(pieces[place].text) and place + 1 < first and pieces[place + 1].kind in ("word", "name")
    if month or _elsewhere(between, pieces[place + 1 : first], before=True, sentence_initial=place <= 2):
        return None
    return None if said_then(pieces, place) else first - place + 4


def _elsewhere(between: str, pieces: list[Piece], *, before: bool = False, sentence_initial: bool = False) -> bool:
    """Whether the words between a meeting and a date lead to another matter."""
    topic = () if before or not _WENT.search(between) else _TOPIC
    if any(piece.kind in _MATTERS and piece.kind not in topic for piece in pieces):
        return True
    if before:
        dates = any(isinstance(piece.value, Found) and piece.value.window.dated for piece in pieces)
        long = len(pieces) > 7 and not sentence_initial
        return (
            _ANOTHER_DAY.search(between) is not None
            or ";" in between
            or " but " in f" {between} "
            or dates
            or long
            or bool(re.search(r" (?:are|is|for the|as) ", f" {between}"))
            or (not sentence_initial and _MEANWHILE.search(between) is not None)
            or between.endswith((" for", "for"))
            or between.startswith("after ")
        )
    return (
        between.endswith(" as")
        or _ANOTHER.search(between) is not None
        or says("meetings", "of another").search(between) is not None
    )


def stamped(value: Found) -> bool:
    """Whether a date is a stamp of the page ("2025-06-26", "24.07.2025"), which says nothing of a meeting."""
    return _STAMP.match(value.phrase) is not None


def said_then(pieces: list[Piece], place: int) -> bool:
    """Whether a date is the day of a remark: "On Monday the president proposed ...", "said on Monday that ..."."""
    for piece in pieces[max(place - 3, 0) : place]:
        if piece.kind == "say" and piece.form in ("ed", "past", "s") and piece.text not in _NOUNS:
            return True
    if place > 1:
        return False
    return any(
        piece.kind in ("say", "propose", "announce", "offer", "demand") and piece.form in ("ed", "past", "s")
        for piece in pieces[place + 1 : place + 9]
    )


def _spanned(look: Look, one: Mention, window: Window, place: int) -> Window:
    """Return the days of a meeting of which the words tell only the beginning or the end."""
    if window.earliest is None or window.earliest != window.latest or one.status != "held":
        return window
    line = look.line
    between = line.between(one.at + 1, place) if place > one.at else line.between(one.first - 3, one.first)
    if says("meetings", "ended").search(between):
        days = next((days for piece in look.pieces[one.at : place + 5] if (days := _days(piece))), 0)
        earliest = window.earliest - timedelta(days=days - 1) if days else None
        return Window(earliest=earliest, latest=window.latest, phrase=window.phrase, rule=window.rule)
    if says("meetings", "began").search(between):
        return Window(earliest=window.earliest, phrase=window.phrase, rule=window.rule)
    return window


def _days(piece: Piece) -> int:
    value = piece.value
    if isinstance(value, Found) and value.kind is Kind.DURATION and "day" in value.phrase:
        return value.window.max_days or 0
    return 0


def place_of(scene: Scene, pieces: list[Piece], first: int, at: int) -> str | None:
    """Return where a meeting is: "in Istanbul", "in the Turkish city of Istanbul", "Abu Dhabi talks"."""
    last = min(at + 14, len(pieces))
    end = next((place for place in range(at + 1, last) if _leads_on(pieces[place])), last)
    for start in [*range(at + 1, end), *range(max(first - 8, 0), first)]:
        if pieces[start].text in ("in", "at", "to", "for") and pieces[start].kind == "prep":
            goes = start < first and pieces[start].text == "to" and _GOES_TO.search(pieces[start - 1].text) is not None
            if start < first and end < last and not goes:
                continue
            found = _place_at(scene, pieces, start + 1, "in" if goes else pieces[start].text)
            if found:
                return found
    return None


def _leads_on(piece: Piece) -> bool:
    """Whether another clause begins."""
    return piece.kind in ("agree", "say") or piece.text in _LEADS_ON


def _place_at(scene: Scene, pieces: list[Piece], at: int, preposition: str) -> str | None:
    country = None
    for ahead in range(at, min(at + 7, len(pieces))):
        piece = pieces[ahead]
        if (
            piece.kind in ("actor", "place")
            and piece.form == "actor"
            and ahead + 1 < len(pieces)
            and pieces[ahead + 1].text in classes("meetings")["before a place"]
        ):
            country = str(piece.value)
            continue
        if piece.text in classes("meetings")["quarters"]:
            return country
        if (piece.kind == "name" and piece.text not in classes("meetings")["before a place"]) or (
            piece.kind in ("actor", "place") and piece.form in ("seat", "actor")
        ):
            side = str(piece.value)
            if preposition in ("to", "for") and piece.form != "seat":
                return None
            if piece.form == "actor" and (scene.pair and side in scene.pair):
                return None
            return _full_name(scene, pieces, ahead)
        if piece.text not in classes("meetings")["before a place"]:
            return country
    return country


def _full_name(scene: Scene, pieces: list[Piece], at: int) -> str:
    if pieces[at].kind == "actor" and pieces[at].form == "actor" and pieces[at].text.replace(".", "") in _SHORT:
        return str(pieces[at].value).partition("/")[0]
    last = at
    while last + 1 < len(pieces) and pieces[last + 1].kind == "name" and pieces[last].kind == "name":
        last += 1
    return scene.article.text[pieces[at].start : pieces[last].end]
