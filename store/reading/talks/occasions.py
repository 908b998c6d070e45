"""When and where a meeting is, by the words around its name; and whether it is one with somebody else."""

from __future__ import annotations

import re
from datetime import timedelta

from store.domain.typed import TYPE_CHECKING
from store.domain.windows import NO_WINDOW, Window
from store.phrases import Found, Kind, resolve
from store.reading.grammar.classes import Line, classes, says
from store.reading.talks.placing import against_verb
from store.reading.talks.several import days_of, far_apart

if TYPE_CHECKING:
    from datetime import date

    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Scene
    from store.reading.talks.mentions import Look, Mention

_DAY_OF_SPEECH = re.compile(r"(?:^|[,;“\"] )(?:earlier |late |early )?(?:on )?@ ?,?$")
_STAMP = re.compile(
    r"\d{1,4}[\-./]\d{1,2}[\-./]\d|\d{1,2}[:.]\d\d(?![\d:.]* ?(?:[ap]\.?m|local|gmt|on)\b)", re.IGNORECASE
)
_VAGUE = re.compile(r"(?:in|over|during) (?:the )?(?:recent|past|last (?:few|several))\b")
_CEREMONY = re.compile(r"\b(?:ceremony|start|opening|beginning|launch|session)(?: on)?$")
_OF_TALKS = re.compile(r"(?:for|of|to|in)(?: the| a)?(?: \S+)?$")
_MONTH = re.compile(r"(?:january|february|march|april|may|june|july|august|september|october|november|december)$")
_LEADS_ON = frozenset([";", ".", "that", "when", "while", "but", "if"])
_NOUNS = frozenset(
    ["answer", "answers", "reply", "replies", "response", "responses", "claims", "comments", "signals", "reports"]
)
_ANOTHER = re.compile(r";|\bbegan in(?! \S+ on$)")
_GAP = 12
_LONGEST = 62
"""A window of more days says no day of a meeting."""
_SHORT = frozenset(("uae", "us", "uk", "usa"))
"""Places that are compared by their full names."""
_OWN_PEOPLE = re.compile(
    r"with (?:the |his |her |its |their )?(?:\S+ ){0,3}?(?:negotiating team|security|officials|advisers|advisors"
    r"|ministers|cabinet|commanders|generals|chiefs|aides|families|relatives|journalists|reporters|lawmakers)\b"
)
"""With whom one side meets when it meets nobody of the other."""
_HELPING = re.compile(r"\b(mediat|broker|facilitat|attend|present|observ|host|help|support|chair|participa)\w*")


def when_of(look: Look, one: Mention) -> tuple[Window, tuple[Window, ...]]:
    """Return the days of a meeting, and of each where the words speak of several."""
    found = _date_of(look, one)
    if found is None:
        return NO_WINDOW, ()
    place, value = found
    parts = days_of(value.phrase, look.scene.article.published.day)
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
        if against_verb(pieces, place, one.status, published):
            continue
        turned = _turned(value, one.status, published)
        distance = (
            _distance(look.line, pieces, place, one.first, one.at) if _fits(turned, one.status, published) else None
        )
        if distance is not None and (best is None or distance < best[0]):
            best = distance, place, turned
    return best[1:] if best else None


def _weekday(pieces: list[Piece], place: int) -> bool:
    """Whether a date is only the weekday of the one that follows: "Thursday, August 15"."""
    return place + 2 < len(pieces) and pieces[place + 1].text == "," and pieces[place + 2].kind == "date"


def _turned(value: Found, status: str | None, published: date | None) -> Found:
    """Return the date read backwards where what was held would else lie ahead ("came to an end on 6 July")."""
    if status == "held" and published is not None and value.earliest is not None and value.earliest > published:
        window = resolve(value.phrase, published, tense="past")
        if window is not None and window.dated:
            return value._replace(window=window)
    return value


def _fits(value: Found, status: str | None, published: date | None) -> bool:
    first, last = value.earliest, value.latest
    if (
        first is not None
        and last is not None
        and (last - first).days > _LONGEST
        and not value.phrase.startswith(("from ", "between "))
    ):
        return False
    if _VAGUE.match(value.phrase.casefold()):
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
        if _elsewhere(between, pieces[at + 1 : place]) or line.between(place - 1, place) == "since":
            return None
        return place - at + (6 if "," in between.split() and len(between.split()) > 6 else 0)
    between = line.between(place + 1, first)
    if _CEREMONY.search(line.between(place - 2, place)) and _OF_TALKS.match(between):
        return first - place
    if _MONTH.match(pieces[place].text) and place + 1 < first and pieces[place + 1].kind in ("word", "name"):
        return None
    if _elsewhere(between, pieces[place + 1 : first], before=True, sentence_initial=place <= 2):
        return None
    if said_then(pieces, place):
        return None
    return first - place + 4


def _elsewhere(between: str, pieces: list[Piece], *, before: bool = False, sentence_initial: bool = False) -> bool:
    """Whether the words between a meeting and a date lead to another matter."""
    if any(
        piece.kind
        in ("meeting", "agree", "say", "give-verb", "exchange-verb", "exchange-noun", "unit", "refuse", "demand")
        for piece in pieces
    ):
        return True
    if before:
        dates = any(isinstance(piece.value, Found) and piece.value.window.dated for piece in pieces)
        long = len(pieces) > 7 and not sentence_initial
        return (
            ";" in between
            or " but " in f" {between} "
            or dates
            or long
            or bool(re.search(r" (?:are|is|for the|as) ", between))
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
    for start in [*range(at + 1, min(at + 14, len(pieces))), *range(max(first - 8, 0), first)]:
        if pieces[start].text in ("in", "at", "to", "for") and pieces[start].kind == "prep":
            found = _place_at(scene, pieces, start + 1, pieces[start].text)
            if found:
                return found
        if start > at and (pieces[start].kind in ("agree", "say") or pieces[start].text in _LEADS_ON):
            break
    return None


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


def is_third(scene: Scene, pieces: list[Piece], first: int, at: int) -> bool:
    """Whether a meeting is one with somebody who is no side: "talks with the UN envoy", "meets with Trump"."""
    sides = set(scene.pair or ())
    named = [
        str(piece.value).partition("/")[0]
        for piece in pieces[max(first - 8, 0) : at + 10]
        if piece.kind == "actor" and piece.form != "seat"
    ]
    if sides and sides <= set(named):
        return False
    if _OWN_PEOPLE.match(" ".join(piece.text for piece in pieces[at + 1 : at + 8])):
        return not any(piece.kind == "actor" for piece in pieces[at + 1 : at + 8])
    for ahead in range(at + 1, min(at + 9, len(pieces))):
        piece = pieces[ahead]
        if piece.text in ("with", "between") and piece.kind == "prep":
            after = pieces[ahead + 1 : ahead + 6]
            who = [str(item.value).partition("/")[0] for item in after if item.kind == "actor"]
            if ahead == at + 1 and piece.text == "with" and pieces[at].text == "met" and who and not (set(who) & sides):
                return bool(sides)
            if who and not (set(who) & sides) and not _HELPING.search(" ".join(item.text for item in after)):
                return bool(sides) or who[0] in ("United Nations", "European Union")
            if who and not (set(who) & sides):
                continue
            subject = _subject(pieces, first)
            return bool(who and sides and subject and subject not in sides)
        if piece.kind in ("modal", "aux") or piece.text in (";", "."):
            break
    subject = _subject(pieces, first)
    verbs = classes("meetings")["hold-verb"] | classes("meetings")["meet-verb"] | classes("meetings")["deal done"]
    governs = any(piece.text in verbs for piece in pieces[max(first - 2, 0) : at + 1])
    return bool(sides and governs and subject and subject not in sides)


def _subject(pieces: list[Piece], first: int) -> str | None:
    for back in range(first - 1, max(first - 8, -1), -1):
        if pieces[back].kind == "actor":
            return str(pieces[back].value).partition("/")[0]
        if pieces[back].text in (".", ";", ","):
            return None
    return None
