"""Handovers to come: with their day, or as more that is to follow ("more releases are likely")."""

from __future__ import annotations

import re
from itertools import pairwise

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.classes import classes, says
from store.reading.talks.statements import Heard, heard_at
from store.reading.talks.tenses import PAST, tense_at
from store.reading.talks.whens import ahead_of, near_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.grammar.piece import Piece
    from store.reading.talks.mentions import Look

_A_DAY = re.compile(r"in (?:one|a|a single) day$")
_NO_HANDOVER = re.compile(
    r"\bin (?:exchange|return)(?: for| \S+)?$"
    r"|\b(?:was|were) (?:going|about|due|supposed|expected|scheduled|meant|set)? ?to be \S+"
    r"|\bhad (?:been )?\S+$"
)
"""Words by which nothing is to be handed over: "in exchange for", "were going to be exchanged"."""
_WAS = re.compile(
    r"\b(?:was|were|(?:has|have|had) been)(?: \w+ly| also| all| finally)?$"
    r"|\byou (?:could|may|might|will|would|can)(?: be)?$"
)
"""Words before a verb by which it was done already, or is said of anybody: "was pardoned", "you could be freed"."""
_MORE = r"(?:more|further|additional|another|other|new|subsequent|the next|a (?:second|third|fourth|fifth|new|further))"
_ACT = r"(?:release|exchange|swap|handover|transfer|repatriation)s?"
_WHAT = rf"(?:(?:prisoner |hostage |detainee |captive |pow )?{_ACT}|batch|batches|(?:group|stage|phase)s?)"
_DUE = r"(?:expected|likely|due|planned|scheduled|set|slated|anticipated|under way|to follow|to take place|to come)"
_COMES = (
    rf"(?:is|are|was|were|has been|have been|will be)(?: also| still| now| already)? (?P<how>{_DUE})"
    r"|(?P<will>will|would|may|could|should) (?:also )?"
    r"(?:follow|take place|be held|happen|continue|be carried out|come)"
)
_FURTHER = re.compile(rf"\b{_MORE} (?:\S+ ){{0,2}}?{_WHAT}(?: of (?:\S+ ){{1,3}}?| (?:@ ))? ?(?:{_COMES})\b")
_ONE = re.compile(rf"\b(?:another(?: one)?|a (?:second|third|fourth|new|further) one|more) (?:{_COMES})\b")
_GIVEN = r"(?:be (?:released|freed|exchanged|returned|repatriated|handed over)|come|follow)"
_EXPECTS = re.compile(
    r"\b(?:we |is |are )?(?P<how>expect|expects|expected|expecting|anticipates?|plan|plans|hopes?)(?: that)? "
    rf"{_MORE} (?:\S+ ){{0,2}}?(?:{_WHAT}|(?:\S+ ){{0,2}}to {_GIVEN})\b"
)
_GOES_ON = re.compile(
    rf"\b(?:the|this) {_WHAT}(?: process)? (?:is|are|was|were) (?P<how>expected|planned|scheduled|due|set) "
    r"to (?:be )?(?:continue|continued|go on|proceed|resume)\b"
)
_NOT = re.compile(r"\b(?:no|not|never|unless|without|whether|if)\b")
_OF_THINGS = re.compile(
    r"\b(?:weapons?|arms|guns|rifles|missiles|territor\w+|control|aid|supplies|food|fuel|statements?|reports?|proposals?"
    r"|lists?|details|figures|results|funds|money|assets|documents?|towns?|cities|positions|posts|bases|drafts?|texts?|names)\b"
)
"""What is handed over and is nobody."""
_WAS_BEFORE = re.compile(
    r"\b(?:names|lists?|weapons|documents?|details|answers?|territor\w+|proposals?) (?:will|would|to|are to|is to) be$"
)
_CALLED_OFF = re.compile(
    r"\b(?:was|were|has been|have been|had been) (?:\w+ly )?"
    r"(?:cancell?ed|called off|postponed|delayed|scrapped|suspended|put off)\b"
)
"""By which nothing is handed over on the day that was named for it."""
_GO = frozenset(("fly", "move", "transport"))
_BY_THEMSELVES = re.compile(r"(?:to|home|back|into|out|from|on|in|via|@)\b")
_AFTERWARDS = re.compile(r"\b(?:after|since|following|once|having)(?: \w+){0,3}$")
_TO_BE = re.compile(r"\b(?:be|being|been|get|getting|have|has)(?: \w+ly)?$")
_THEN_DO = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|to|(?:is|are) \w+ing)"
    r" (?!be (?:\w+ly )?(?:released|freed|exchanged|swapped|returned))\w+"
)
_SOON = re.compile(r"\b(?:coming (?:hours|days)|next few|weekend|next several|nearest|next couple)\b")
"""Times of which people speak loosely: they say when, and are no day on which something is owed."""
_PEOPLE = re.compile(
    r"\b(?:prisoners?|hostages?|captives?|detain(?:ees?|ed)|pows?|inmates|abduct(?:ees|ed)|kidnapped|bod(?:y|ies)|remains"
    r"|corpses?|coffins?|families|relatives|migrants|deportees|internees|soldiers?|troops|servicemen|children|girls|boys"
    r"|students|civilians|crew|people|dozens|hundreds|others|swaps?|exchanges?|releases|freed|wounded)\b"
)
"""Who may be handed over."""
_PROPOSAL = re.compile(r"\b(?:proposals?|deal|plan|drafts?|document|list|offer)\b")
_AIM = re.compile(
    r"\b(?:proposals?|deal|plans?|efforts?|bid|push|agreement|talks|negotiations|calls?|drive|campaign|offer)"
    r"(?: \S+)? to$"
)
"""Words before a verb that is only what they aim at: "a proposal to free the hostages"."""
_NO_DAY = re.compile(r"\b(?:seconds?|minutes?|moments?)\b")
_OF_PAPERS = (
    "present",
    "submit",
    "provid",
    "give",
    "gave",
    "deliver",
    "surrender",
    "cross",
    "com",
    "bring",
    "brought",
    "mov",
)
"""Verbs of which people are the object less often than papers and things."""
_SURE = ("releas", "free", "repatriat", "exchang", "swap", "liberat", "pardon", "amnest")
_ABOUT = 8
_LONGEST = 100
"""Days: a longer window says no day of a handover."""
_BOTH = frozenset(
    ("sides", "countries", "parties", "nations", "states", "neighbours", "neighbors", "enemies", "governments")
)
_TRADE = frozenset(("exchange-noun", "give-noun", "give-verb", "exchange-verb"))
_LIKELY = ("likely", "may", "could", "should")


def further_in(look: Look) -> Iterator[Heard]:
    """Yield that more is to be handed over, with its day if one stands there."""
    text = look.line.text
    if look.topic != "exchange" and not any(piece.kind in _TRADE or piece.unit[0] for piece in look.pieces):
        return
    found = _FURTHER.search(text) or _EXPECTS.search(text) or _GOES_ON.search(text) or _ONE.search(text)
    if found is None or _NOT.search(text[max(found.start() - 30, 0) : found.end()]):
        return
    if look.pieces[-1].text == "?" or any(piece.kind == "meeting" for piece in look.pieces):
        return
    first = look.line.piece_at(found.start())
    if first and look.pieces[first - 1].kind == "number":
        return
    at = look.line.piece_at(found.end() - 1)
    date = near_date(look, at, reach=10)
    one = heard_at(look, "exchange", at, date, f"more to come: '{found[0]}'")
    groups = found.groupdict()
    word = groups.get("how") or groups.get("will") or ""
    modality = "likely" if word in _LIKELY else "planned" if word.startswith(("plan", "sched")) else "expected"
    phrase = one.content.phrase or found[0]
    yield one._replace(content=one.content._replace(modality=modality, phrase=phrase))


def handovers(look: Look) -> Iterator[Heard]:
    """Yield a handover to come with its day, where no commitment says it."""
    line = look.line
    for at, piece in enumerate(look.pieces):
        verb = piece.kind in ("give-verb", "exchange-verb", "back-verb", "exchange-noun")
        verb = verb or piece.text in classes("signals")["batch"]
        if not verb and piece.text in classes("signals")["carry verb"]:
            verb = re.search(r"\b(?:will|to|would)(?: \w+)?$", line.between(at - 3, at)) is not None
        if verb and (_NO_HANDOVER.search(line.between(at - 6, at + 2)) or _WAS.search(line.between(at - 4, at))):
            continue
        date = near_date(look, at, reach=14) if verb else None
        if (
            date is None
            or any(piece.kind == "meeting" for piece in look.pieces[at:date])
            or _A_DAY.match(look.pieces[date].text)
        ):
            continue
        if _of_freed(look, at, date) or _of_nobody(look, at, date):
            continue
        if piece.kind == "back-verb" and says("meetings", "team").search(line.between(at - 7, at)):
            continue
        if (piece.kind.endswith("-verb") and _of_things(look, at)) or _CALLED_OFF.search(line.between(at + 1, at + 13)):
            continue
        if ahead_of(look, at, date) and tense_at(look.pieces, date) != PAST and not _numbered(look, at, date):
            yield heard_at(look, "exchange", at, date, f"to come: '{piece.text}'")
            return


def _of_freed(look: Look, at: int, date: int) -> bool:
    """Whether a day is that of what the freed do then: "released today will arrive tomorrow", "are to fly home"."""
    piece, line = look.pieces[at], look.line
    if piece.text in ("fly home", "head home") or (
        piece.text in _GO and _BY_THEMSELVES.match(line.between(at + 1, at + 4))
    ):
        return True
    if at > date and _AFTERWARDS.search(line.between(date + 1, at)):
        return True
    freed = piece.form in ("ed", "past") and not _TO_BE.search(line.between(at - 3, at))
    return freed and date > at and _THEN_DO.search(line.between(at + 1, date)) is not None


def _of_nobody(look: Look, at: int, date: int) -> bool:
    """Whether no captives or dead are spoken of beside a verb: "will return to the capital today"."""
    if _NO_DAY.search(look.pieces[date].text) or (look.pieces[date].date and _years(look.pieces[date])):
        return True
    piece, line = look.pieces[at], look.line
    if _AIM.search(line.between(at - 4, at)):
        return True
    if piece.text.startswith(_OF_PAPERS):
        return (
            _PEOPLE.search(line.between(at + 1, at + 5)) is None
            or _PROPOSAL.search(line.between(at, at + 9)) is not None
        )
    low, high = sorted((at, date))
    low, high = max(low - _ABOUT, 0), high + _ABOUT
    if any(one.unit[0] not in ("", "document", "list", "day") for one in look.pieces[low:high]):
        return False
    sure = piece.kind == "exchange-verb" or piece.text.split()[0].startswith(_SURE)
    if sure or not piece.kind.endswith("-verb"):
        return look.topic != "exchange" and _PEOPLE.search(look.line.text) is None and not _trade(look, low, high, at)
    return _PEOPLE.search(line.between(low, high)) is None


def _trade(look: Look, low: int, high: int, at: int) -> bool:
    """Whether the noun of a handover stands there, or is spoken of itself."""
    return look.pieces[at].kind in _TRADE - {"give-verb", "exchange-verb"} or any(
        one.kind == "exchange-noun" for one in look.pieces[low:high]
    )


def _years(piece: Piece) -> bool:
    """Whether a date is so long that it is no day of a handover."""
    window = piece.date
    if window is None or window.earliest is None or window.latest is None:
        return False
    return (window.latest - window.earliest).days > _LONGEST


def _of_things(look: Look, at: int) -> bool:
    """Whether it is no people that a verb hands over: "surrender their weapons", "their names will be given"."""
    object_ = _OF_THINGS.search(look.line.between(at + 1, at + 6))
    if object_ is not None:
        return not any(piece.unit[0] for piece in look.pieces[at : at + 3])
    return _WAS_BEFORE.search(look.line.between(at - 5, at)) is not None


def _numbered(look: Look, at: int, date: int) -> bool:
    """Whether a number of people or remains stands there: then the day is that of a commitment, unless it is loose."""
    if _SOON.search(look.pieces[date].text):
        return False
    low, high = sorted((at, date))
    around = look.pieces[max(low - 8, 0) : high + 8]
    counted = any(
        piece.kind == "number" and piece.value is not None and after.text not in _BOTH
        for piece, after in pairwise(around)
    )
    return counted and any(piece.kind in ("unit", "actor") for piece in around)
