"""Days by which something must be done, truces that are extended, and meetings of experts beside the rounds."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING
from store.phrases import Found, Kind, resolve
from store.reading.grammar.classes import says
from store.reading.talks.mentions import look_at
from store.reading.talks.statements import Heard, heard_at
from store.reading.talks.tenses import PAST, tense_at
from store.reading.talks.whens import near_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.talks.mentions import Look

_HAS_UNTIL = re.compile(
    r"\b(?:has|have|had|given|gave (?:\S+ ){1,4}|gives? (?:\S+ ){1,4})(?: only)? (?:until|till|up to)\b"
    r"|\b(?:has|have|given) (?:only )?(?=@ to )"
)
_REQUIRED = re.compile(
    r"\b(?:is|are|was|were|has been|have been|being) (?:required|asked|told|ordered|obliged|requested"
    r"|given time|instructed)"
    r" to (?:say|decide|declare|reply|respond|answer|confirm|accept|agree|choose|sign|submit|state"
    r"|inform|announce|notify)\b"
    r"(?: [^\s,;.@]+){0,24}? (?=(?:by )?(?:noon |midnight )?(?:on )?@)"
)
"""By which somebody has to declare himself by a day: "are required to say whether they agree by noon on Friday"."""
_DEADLINE = re.compile(
    r"\bdeadline for (?:[^\s,;.@]+ ){1,20}?(?:is|was|has been|had been|falls|expires|runs out)"
    r"(?: set| fixed| extended)?(?: for| on| at| to| until)?(?: midnight| noon)?(?: on)? (?=@)|"
    r"\bdeadline (?:of|on|is|was|set for|expires?|falls?|for \S+ \S+ (?:is|was))(?: on| by)? (?=@)"
)
_PUT_BACK = re.compile(
    r"\b(?:extension of|extend(?:s|ed|ing)?|prolong(?:s|ed|ing)?|push(?:es|ed|ing)? back|postpon(?:e|es|ed|ing)"
    r"|mov(?:e|es|ed|ing)|delay(?:s|ed|ing)?|put back|shift(?:s|ed|ing)?|set|sets|setting) (?:the|a|an|its|their|this)"
    r" (?:\S+ ){0,2}?(?:deadline|time limit|timeframe|time frame|cut-off date|ultimatum)"
    r"(?: [^\s,;.@]+){0,14}? (?:(?:until|till|to|by|of|for)(?: \w+)? )?(?=@)"
)
"""By which a day until which something must be done is set anew: "an extension of the deadline to withdraw until"."""
_TO_AGREE = re.compile(
    r"\b(?:reach|reaching|conclude|concluding|finali[sz]e|finali[sz]ing|sign|signing|achieve|achieving|strike|striking"
    r"|clinch|clinching|seal|sealing|complete|completing|agree on|agreeing on|negotiate|negotiating)"
    r" (?:a|an|the|any|this|their) (?:[^\s,;.@]+ ){0,3}?"
    r"(?:deal|agreement|accord|pact|treaty|settlement|truce|ceasefire|cease-fire)"
    r"(?: (?:on|with|for|between|to) [^,;.@]{2,50}?)? (?=@)"
)
"""What is to be agreed by a day: "the goal of reaching a peace deal by 18 August"."""
_IF_NOT = re.compile(
    r"\b(?:if (?:[^\s,;.@]+ ){1,5}?(?:does not|do not|doesn't|don't|did not|fails? to|refuses? to|is not|are not"
    r"|has not|have not)|unless) (?:[^\s,;.@]+ ){1,9}?(?=@)"
)
"""What must be done by a day lest something follow: "if Kinshasa does not free our prisoners by 27 July"."""
_BY_THEN = re.compile(r"(?:by|before|no later than|not later than|prior to|within)\b")
_WATCH = re.compile(
    r"\b(?:(?:let ?'s|let us|we ?'ll|will|shall|going to|wait and) see (?:what|whether|if|how) (?:[^;.@ ]+ ){1,8}?"
    r"|(?:will|shall|must|has to|have to) (?:decide|choose|make up \w+ minds?|deliver) (?:[^;.@ ]+ ){0,5}?)"
    r"(?:over |in |during |within )?(?=@)"
)
"""By which somebody is given until a day: "let's see what they do over the next 48 hours"."""
_TO_DO = re.compile(r"(?:\S+ ){0,2}to (?!be\b)\w+")
_DAYS_OF = re.compile(
    r"\bwithin (?:\S+ )?(?:\d+|\w+) (?:hours|days|weeks|months)(?: at (?:the )?(?:most|latest))?"
    r" (?:of|from|after|following) (?:the |its |this )?(?:\S+ ){0,2}?"
    r"(?:sign\w+|conclusion|end|entry|start|beginning|adoption)\b"
)
_MUST = re.compile(
    r"\b(?:shall|must|will|would|is to|are to|to be|be over|undertakes?|agreed to|committed to|complete\w*)\b"
)
_EXTENDS = re.compile(r"\b(?:extension|extended|extend|extending|prolonged)\b")
_FOR_THE = re.compile(r"(?:over|for|until|till|to)\b")
_MEETS = re.compile(
    r"\b(?:will|would|shall|to|are to|is to|are due to|expected to|plan to|planned to|going to)"
    r"(?: \w+)? (?:be held|take place|meet|hold|convene|reconvene|gather|begin|start|continue|resume)\b"
)
_SOON = re.compile(r"\b(?:soon|shortly|in the near future|in the nearest future)\b")
_SIGN = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were) (?:\w+ly )?(?:due |expected |set |scheduled |slated |going |about )?to"
    r"|(?:plan|plans|intend|intends|agreed|expected|due|set|scheduled) to)(?: be| \w+ly)?"
    r" (?:sign|signed|initial|initialled|initialed|ink|inked)\b"
)
_PAPER = re.compile(
    r"\b(?:agreements?|deal|accords?|pact|treaty|memorandum|understanding|declaration|protocols?|framework|road ?map"
    r"|truce|ceasefire|cease-fire|cessation of hostilities|peace plan|charter)\b"
)
_OF_TRADE = re.compile(
    r"\b(?:not|never|minerals?|trade|arms|weapons|energy|gas|oil|grain|loan|tariffs?|investment|economic|business"
    r"|military aid|nuclear|defen[cs]e|jets?|fisheries|climate|bill|law|decree|contracts?)\b"
)
"""What makes a paper none of the sides about their conflict."""
_FAR = 16
_NEAR = 14


def deadlines(look: Look) -> Iterator[Heard]:
    """Yield a day until which somebody has to do something: "has until noon on Monday to hand over ..."."""
    line, found = look.line, _until(look) or _watched(look) or _named(look) or _by_then(look)
    if found is not None:
        yield found
        return
    for counted in _DAYS_OF.finditer(line.text):
        handed = any(
            piece.kind in ("give-verb", "exchange-verb", "back-verb") or piece.unit[0] for piece in look.pieces
        )
        if _MUST.search(line.text[: counted.start()]) and not handed:
            at, last = line.piece_at(counted.start()), line.piece_at(counted.end() - 1)
            found = heard_at(look, "deadline", at, None, f"within: '{counted[0]}'")
            content = found.content._replace(modality="conditional", phrase=counted[0], condition=None)
            yield found._replace(content=content, last=last)


def _until(look: Look) -> Heard | None:
    """Return the limit of "has until noon on Monday to hand over"."""
    line, until = look.line, _HAS_UNTIL.search(look.line.text)
    if until is None:
        return None
    at, begin = line.piece_at(until.start()), line.piece_at(max(until.end() - 1, until.start()))
    counted, date = _counted(look, at, begin), _dated(look, begin, _FAR)
    if counted is None and date is not None and _TO_DO.match(line.between(date + 1, date + 5)):
        return _limit(look, at, date, until[0])
    return counted


def _watched(look: Look) -> Heard | None:
    """Return the limit of "let's see what they do over the next 48 hours"."""
    line, watched = look.line, _WATCH.search(look.line.text)
    if watched is None:
        return None
    at, date = line.piece_at(watched.start()), line.piece_at(watched.end())
    return _limit(look, at, date, watched[0]) if isinstance(look.pieces[date].value, Found) else None


def _named(look: Look) -> Heard | None:
    """Return the limit of "a deadline of Friday"."""
    named = _DEADLINE.search(look.line.text) or _REQUIRED.search(look.line.text)
    if named is None:
        return None
    at = look.line.piece_at(named.end() - 1)
    date = near_date(look, at, reach=8)
    return _limit(look, at, date, named[0]) if date is not None else None


def _by_then(look: Look) -> Heard | None:
    """Return the limit that is set anew, or by which something is to be agreed or done."""
    published = look.scene.article.published.day
    for words in (_PUT_BACK, _TO_AGREE, _IF_NOT):
        for found in words.finditer(look.line.text):
            at, date = look.line.piece_at(found.start()), look.line.piece_at(found.end())
            window = look.pieces[date].date
            if window is None or window.latest is None or (published is not None and window.latest < published):
                continue
            if words is _PUT_BACK or _BY_THEN.match(look.pieces[date].text):
                return _limit(look, at, date, found[0])
    return None


def _counted(look: Look, at: int, begin: int) -> Heard | None:
    """Return the limit of "have 48 hours to release them", reckoned from the article's day."""
    published = look.scene.article.published.day
    for place in range(begin, min(begin + 3, len(look.pieces))):
        value = look.pieces[place].value
        if not isinstance(value, Found) or value.window.dated or value.kind is not Kind.DURATION or published is None:
            continue
        window = resolve(f"within {value.phrase}", published, tense="future")
        if window is not None and window.dated and _TO_DO.match(look.line.between(place + 1, place + 5)):
            one = _limit(look, at, place, look.pieces[place].text)
            return one._replace(content=one.content._replace(window=window.window(), phrase=value.phrase))
    return None


def _limit(look: Look, at: int, date: int, words: str) -> Heard:
    return heard_at(look, "deadline", at, date, f"until then: '{words.strip()}'")


def _dated(look: Look, at: int, reach: int) -> int | None:
    """Return the first date from a piece on."""
    for place in range(at, min(at + reach, len(look.pieces))):
        value = look.pieces[place].value
        if isinstance(value, Found) and value.window.dated:
            return place
    return None


def extensions(look: Look) -> Iterator[Heard]:
    """Yield the end of a truce that is extended: "an extension over the next 48 hours"."""
    word = _EXTENDS.search(look.line.text)
    if word is None or not _of_truce(look):
        return
    at = look.line.piece_at(word.start())
    date = _dated(look, at, _NEAR)
    if date is None or not (
        _FOR_THE.match(look.line.between(date - 1, date)) or _FOR_THE.match(look.pieces[date].text)
    ):
        return
    published, value = look.scene.article.published.day, look.pieces[date].value
    if isinstance(value, Found) and (published is None or value.latest is None or value.latest >= published):
        yield heard_at(look, "truce_end", at, date, f"extended: '{word[0]}'")


def _of_truce(look: Look) -> bool:
    """Whether a sentence, or one of the two before it, speaks of a truce."""
    place = look.sentence.place
    near = look.scene.sentences[max(place - 2, 0) : place]
    truce = says("signals", "truce")
    return truce.search(look.line.text) is not None or any(
        truce.search(look_at(look.scene, sentence).line.text) for sentence in near
    )


def experts(look: Look) -> Iterator[Heard]:
    """Yield a meeting of experts or working groups to come: "technical teams will meet in the coming days"."""
    word = says("meetings", "technical").search(look.line.text)
    if word is None:
        return
    at = look.line.piece_at(word.start())
    about = look.line.between(at, at + 5)
    if not (says("meetings", "team").search(about) or says("meetings", "of talks").search(about)):
        return
    meets = _MEETS.search(look.line.between(at - 8, at + _NEAR))
    if meets is None:
        return
    date, soon = near_date(look, at, reach=_NEAR), _SOON.search(look.line.text) or _soon(look)
    if date is not None:
        yield heard_at(look, "other_meeting", at, date, f"of experts: '{word[0]}'")
    elif soon:
        found = heard_at(look, "other_meeting", at, None, f"of experts: '{word[0]}'")
        phrase = soon if isinstance(soon, str) else soon[0]
        yield found._replace(content=found.content._replace(modality="planned", phrase=phrase))


def signings(look: Look) -> Iterator[Heard]:
    """Yield the day on which a paper is to be signed: "are due to sign the accord on 4 September"."""
    for found in _SIGN.finditer(look.line.text):
        at = look.line.piece_at(found.end() - 1)
        date = near_date(look, at, reach=_NEAR)
        around = look.line.between(at - 8, at + 8)
        if date is None or _OF_TRADE.search(around) or not _PAPER.search(around):
            continue
        if tense_at(look.pieces, date) != PAST:
            yield heard_at(look, "other_meeting", at, date, f"to be signed: '{found[0]}'")
            return


def _soon(look: Look) -> str | None:
    """Return words for some time soon that were read as a date."""
    return next((piece.text for piece in look.pieces if piece.kind == "date" and _SOON.search(piece.text)), None)
