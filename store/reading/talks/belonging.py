"""Days that stand near a meeting and belong to something else: another noun, another verb, or a length of time."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.classes import classes, says
from store.reading.talks.tenses import is_past, is_verb

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.talks.mentions import Look, Mention

_EVENT = re.compile(
    r"\b(?:speech|statement|interview|briefing|(?:news|press) conference|visit|trip|tour|address|remarks|attacks?"
    r"|strikes?|raid|killings?|assassination|death|rally|protests?|elections?|vote|referendum|phone call|letter|report"
    r"|tweet|message|broadcast|inauguration|funeral|bombing|shelling|appearance)"
    r"(?: (?:to|in|with|by|of|at) (?:[^\s,;.@]+ ){1,3}?[^\s,;.@]+)?(?: (?:on|in|late|early|earlier|later|for))*$"
)
"""Nouns whose day stands behind them: "in a speech on Tuesday", "his visit to the region last week"."""
_OF_ITS_DAY = re.compile(
    r"(?:movement|agreements?|accords?|deal|declaration|memorandum|resolution|protocol|attacks?|massacre|revolution|coup|uprising"
    r"|elections?|vote|referendum|deadline|statement|summit of|anniversary|bombings?|raid|assault|invasion|war)\b"
)
"""Nouns that are named by their day: "the 28 September agreement", "the 19 April Movement"."""
_GOES_ON = re.compile(r"(?:, )?(?:we|they|he|she|it|i|the \S+|\S+) (?:will|would|shall|is|are|was|were|has|had)\b")
_NEW_SUBJECT = re.compile(
    r"\b(?:and|but) (?:a|an|the|his|her|their|its) [^\s,;]+(?: [^\s,;]+){0,4}"
    r" (?:will|would|could|may|might|should|is|are|was|were)\b"
)
"""By which another clause with its own verb begins between a meeting and a date."""
_FAR = re.compile(r"\b(?:into|over|about|against|because|despite|amid|regarding)\b")
_LENGTH = re.compile(
    r"(?:following|after|over the course of|during|in the course of) (?:\S+ )?(?:\d+|\w+) (?:hours|days|weeks|months)"
    r"(?: of)?$"
)
"""Lengths of time, which name no day: "following two days of talks", "over the course of two days"."""
_SPOKE = re.compile(
    r"\b(?:spoke|spoken|talked|wrote|written|posted|tweeted|phoned|telephoned|briefed|commented)\b"
    r"(?: [^\s,;.@]+){0,8}$"
)
"""Words before the day on which somebody spoke: "wrote in a post earlier on Wednesday that"."""
_RATHER = re.compile(r"\b(?:rather than|instead of|unlike|as opposed to|more than|compared with)\b")
_PUT_OFF = re.compile(r"\b(?:postpon|cancel|scrapp|delay|shelv|abandon|call(?:ed|s|ing) off)\w*(?: \S+){0,6}$")
_WILL = re.compile(r"\b(?:will|would|could|may|might|should|shall|can)(?: \w+ly| also| not| now| then| only)? (\w+)")
_DATELINE = re.compile(r" ?(?:\d{2,4} ?)?(?:\([A-Z][\w\-]{1,15}\)|\.? ?/[A-Z]+/)")
"""What follows the date of a dateline: "May 26 (MNA)", "May 21. /TASS/"."""
_DEEDS = frozenset(("say", "propose", "announce", "offer", "demand", "agree", "refuse", "expect"))
_TELLS = frozenset(("say", "announce"))
_CONTENT = frozenset(("when", "whether", "where", "how", "what", "if", "that", "who"))
"""Behind the day of an announcement these begin what is announced: "will announce tomorrow when they meet"."""
_LEAD = 8
_OPENING = 3
_AUXILIARIES = frozenset(("was", "were", "been", "is", "are", "had", "has", "have"))
_NO_VERBS = frozenset(("date", "name", "actor", "place", "number", "unit", "prep"))
_PARTS = frozenset((",", "that", "which", "who", "when", "as", "after", "before", "while", "where", "and", "since"))
"""Between a meeting and a verb these say that another clause has begun."""


def of_something_else(look: Look, one: Mention, place: int) -> bool:
    """Return whether the date at a piece is that of something else than the meeting beside it."""
    if one.first <= place <= one.at:
        return False
    own = one.head == "deal" and place < one.at <= place + _OPENING
    if (of_noun(look, place) and not own) or is_length(look, place) or of_deed(look, place):
        return True
    if place < one.first:
        return _before(look, one, place)
    between, after = look.line.between(one.at + 1, place), look.line.between(place + 1, place + 5)
    if (between.endswith(("and", "and on")) and _GOES_ON.match(after)) or _new_subject(between):
        return True
    return _does_else(between) or _verb_between(look.pieces, one, place)


def of_noun(look: Look, place: int) -> bool:
    """Return whether a date is that of the noun behind or before it: "Thursday's swap", "the speech on Tuesday"."""
    pieces = look.pieces
    owns = place + 2 < len(pieces) and pieces[place + 1].text == "'s"
    if owns and not any(piece.kind == "meeting" for piece in pieces[place + 2 : place + 6]):
        return True
    if _OF_ITS_DAY.match(look.line.between(place + 1, place + 3)):
        return True
    return _EVENT.search(look.line.between(place - 9, place)) is not None


def is_length(look: Look, place: int) -> bool:
    """Return whether what stands at a piece is a length of time and no day."""
    text = look.pieces[place].text
    return _LENGTH.match(text) is not None and not text.startswith("during the ")


def of_deed(look: Look, place: int) -> bool:
    """Return whether a date is that of the verb behind it, or of the page: "the group today proposed", "(AFP)"."""
    pieces, text = look.pieces, look.scene.article.text
    if place <= _LEAD and _DATELINE.match(text, pieces[place].end):
        return True
    if place == 0 or place + 1 >= len(pieces):
        return False
    before, after = pieces[place - 1], pieces[place + 1]
    if after.text in _CONTENT and before.kind in _TELLS:
        return True
    verb = after.form in ("ed", "past", "s") and after.kind in _DEEDS
    return verb and (before.text == "," or before.kind in ("actor", "name", "role", "unit"))


def _new_subject(between: str) -> bool:
    """Whether "and" begins another clause, and does not join those who meet: "and a deal could be clinched on"."""
    joins = re.match(r"(?:\S+ ){0,3}(?:between|with|of|among)\b", between)
    return joins is None and _NEW_SUBJECT.search(between) is not None


def _does_else(between: str) -> bool:
    """Whether what a meeting will do by a day is something else than to be held: "talks which will allow ... by"."""
    found = list(_WILL.finditer(between))
    return bool(found) and found[-1][1] not in classes("meetings")["is held"]


def _before(look: Look, one: Mention, place: int) -> bool:
    """Whether a date before a meeting belongs to what is said before it."""
    line, between = look.line, look.line.between(place + 1, one.first)
    if _RATHER.search(between) or _PUT_OFF.search(line.between(place - 7, place)):
        return True
    if place > _OPENING and between.split()[:1] == ["and"] and one.head == "met":
        return True
    if place > _OPENING and one.status is None and _FAR.search(between):
        return True
    return place > _OPENING and _SPOKE.search(line.between(place - 10, place)) is not None


def _verb_between(pieces: list[Piece], one: Mention, place: int) -> bool:
    """Whether the verb nearest before a date is in the past and is not one that meetings do: "was killed on"."""
    own = classes("meetings")["hold-verb"] | classes("meetings")["meet-verb"]
    own = own | classes("tenses")["hold-verb"] | classes("meetings")["talks do"]
    plans = classes("tenses")["planned"] | classes("tenses")["intend-verb"] | classes("tenses")["promise-verb"]
    first = one.at + 1
    for at in range(place - 1, first - 1, -1):
        word = pieces[at].text
        if pieces[at].kind in _NO_VERBS or not is_past(pieces[at]):
            continue
        words = [piece.text for piece in pieces[first:at]]
        parted = any(word in _PARTS and (word != "and" or "between" not in words) for word in words)
        told = pieces[at - 1].text in _AUXILIARIES or (parted and is_verb(pieces, at))
        if told:
            if pieces[at + 1].text == "for":
                return False
            phrase = " ".join(piece.text for piece in pieces[at : at + 2])
            kinds = ("was", "off") if one.status == "on_hold" else ("was",)
            of_it = any(says("meetings", kind).search(phrase) for kind in kinds)
            return not of_it and word not in own | plans and word not in _AUXILIARIES
    return False
