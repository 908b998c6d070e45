"""The last day of a truce or an arrangement: "the truce expires on 30 June"."""

from __future__ import annotations

import re
from datetime import timedelta

from store.domain.typed import TYPE_CHECKING
from store.domain.windows import NO_WINDOW, Window
from store.phrases import Found, Kind, resolve
from store.reading.grammar.classes import says
from store.reading.talks.mentions import look_at
from store.reading.talks.statements import Heard, heard_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from store.reading.grammar.piece import Piece
    from store.reading.talks.mentions import Look

_UNTIL = re.compile(
    r"(?:until|till|through|up to|(?:ends|ending|to end|expires|expiring|to expire|runs out"
    r"|running out|lapses) (?:on|at|by)?)\b"
)
_UP_TO = re.compile(r"(?:^|\b(?:hours|days)\b.* )(?:until|till|through|up to) (?:\S+ ?){1,4}$")
"""The last day within a time that is told with its beginning: "30 hours from 6 p.m. on Saturday through Sunday"."""
_UNTIL_HERE = re.compile(
    r"\b(?:until|till|to midnight|expires?|expiring|runs? out|running out|to expire|lapses?)"
    r"\b(?: \S+){0,5}$"
    r"|\b(?:ends|ending|to end)(?: (?:at|on|by|in|the|this|next|late|early|later|local|time|@|,|midnight|noon"
    r"|as|of|just|only|after|hours|a|few|about|around|officially|formally|automatically|today|\d\S*|[ap]\.?m\.?))*$"
    r"|\bextended(?: \S+){0,5} to$"
    r"|\bthrough(?: (?:at|the|end|of|midnight|noon|early|late|on|and|including|least|night|morning|evening|@|,))*$"
)
_NOT_BEFORE = re.compile(
    r"\b(?:not|n't|never|doesn't|won't|didn't)(?: \S+){0,2}"
    r" (?:effect|force|begin|start|enter|come|hold|be|been|apply|happen)\b"
)
"""By which a truce begins only then: "does not take effect until"."""
_GOES_ON = re.compile(
    r"\b(?:it|which|that|they) (?:is|are|was|were|will|would|shall)(?: to)? (?:last|run|hold|expire|end|continue)\b"
)
_TILL = re.compile(r"'(?:until|till|to midnight|through|up to)\b")
_RUNS_OUT = re.compile(
    r"\b(?:expires?|expired|expiring|(?:run|runs|ran|running) out|expire|lapses?|lapsed|ends?|ended|ending)"
    r"(?: (?:at|on|by|in|the|this|next|late|early|later|local|time|@|,|midnight|noon|just|only|around|about))*$"
)
"""Words before the old last day of a truce that is prolonged."""
_PROLONGED = re.compile(
    r"\b(?:extend|extends|extended|extending|prolong|prolongs|prolonged|prolonging|lengthen|lengthened|renewed|extension"
    r"|prolongation)\b(?: \S+){0,7}? (?:by|for|of)(?: (?:another|an additional|a further|\w+))?$"
)
"""Words before the time that is put to the end of a truce: "has been prolonged by"."""
_ONE_MORE = re.compile(r"^(?:by |for |of )?(?:another |an additional |a further )?")
_LASTS = re.compile(
    r"\b(?:(?:is|are|was|were|will|would|shall|due|set|supposed|meant|planned|expected|scheduled|intended|to)"
    r"(?: to)? (?:last|hold|run|continue|be in force|remain in force|be observed)|lasts|lasting"
    r"|valid)(?: for| at least)* \S+$"
)
"""Words before the time that a truce is to last from its first day on."""
_BEGINS = re.compile(
    r"\b(?:began|begun|begins|begin|beginning|started|starts|start|starting|took effect|takes effect"
    r"|take effect|effective"
    r"|came into (?:force|effect)|comes into (?:force|effect)|come into (?:force|effect)|went into (?:force|effect)"
    r"|goes into (?:force|effect)|entered into (?:force|effect)|entered (?:force|effect)|in (?:force"
    r"|effect) since|from)"
    r"(?: (?:on|at|from|in|the|early|late|local|time|midnight|noon|dawn|gmt|@|,))*$"
)
"""Words before the first day of a truce."""


def truces(look: Look) -> Iterator[Heard]:
    """Yield a truce or an arrangement with its last day: "the truce expires on 30 June", "is prolonged by two days"."""
    counted, named = _counted(look), next(_last_day(look), None)
    told = named is not None and counted is not None and named.last > counted.last
    if counted is None or (told and named is not None and _TILL.search(" ".join(named.why))):
        counted = named
    if counted is not None:
        yield counted


def _counted(look: Look) -> Heard | None:
    """Return the end of a truce that is told by its length: put to its old end, or counted from its first day."""
    truce = says("signals", "truce").search(look.line.text) or _same_truce(look)
    if truce is None or look.sentence.headline:
        return None
    for at, piece in enumerate(look.pieces):
        length = _length(piece)
        if not length:
            continue
        left = f"{look.line.between(at - 10, at)} {piece.text.split()[0]}"
        prolonged = _PROLONGED.search(left) is not None
        if not prolonged and not _LASTS.search(left):
            continue
        last = _so_long_after(length, _day_behind(look, _RUNS_OUT if prolonged else _BEGINS))
        if last is None:
            continue
        why = f"{'prolonged' if prolonged else 'lasts'}: '{piece.text}'"
        first = last if prolonged else last - timedelta(days=1)
        window = Window(first, last, phrase=piece.text, rule="so long from the day that is named")
        one = heard_at(look, "truce_end", look.line.piece_at(truce.start()), at, why)
        return one._replace(content=one.content._replace(window=window, phrase=piece.text))
    return None


def _so_long_after(length: str, start: date | None) -> date | None:
    """Return the day that lies a length of time after another, by the calendar."""
    found = resolve(f"{length} after {start:%B} {start.day}, {start.year}", start) if start is not None else None
    return found.earliest if found is not None else None


def _length(piece: Piece) -> str:
    """Return a length of time; nothing where a piece is none."""
    value = piece.value
    if not isinstance(value, Found) or value.kind is not Kind.DURATION or not value.window.max_days:
        return ""
    words = _ONE_MORE.sub("", value.window.phrase or "")
    return f"{value.window.max_days} days" if "hour" in words else words


def _day_behind(look: Look, words: re.Pattern[str]) -> date | None:
    """Return the one day that stands behind such words, as the first or the old last day of a truce."""
    for at, piece in enumerate(look.pieces):
        window = piece.date
        if window is None or window.earliest is None or window.earliest != window.latest:
            continue
        if words.search(f"{look.line.between(at - 6, at)}") or words.search(" ".join(piece.text.split()[:-1])):
            return window.earliest
    return None


def _last_day(look: Look) -> Iterator[Heard]:
    """Yield a truce or an arrangement with its last day."""
    line = look.line
    about, word = "truce_end", says("signals", "truce").search(line.text) or _same_truce(look)
    if word is None and says("signals", "in force").search(line.text):
        about, word = "arrangement_end", says("signals", "arrangement").search(line.text)
    if word is None:
        return
    at, found = line.piece_at(word.start()), None
    for date, piece in enumerate(look.pieces[at:], at):
        if not isinstance(piece.value, Found) or not piece.value.window.dated:
            continue
        own = _UNTIL.match(piece.text) or _UP_TO.search(piece.text)
        until = own or _UNTIL_HERE.search(line.between(date - 6, date))
        if until and _NOT_BEFORE.search(line.between(date - 8, date)):
            continue
        if until and (own or _ahead(look, piece.value)):
            found = _forwards(look, heard_at(look, about, at, date, f"last day: '{until[0]}'"))
    if found is not None:
        yield found


def _forwards(look: Look, one: Heard) -> Heard:
    """Return the end of a truce read forwards where its words would leave it open since a day long past."""
    published, window = look.scene.article.published.day, one.content.window
    behind = published is not None and window.earliest is not None and window.earliest < published
    if not behind or window.latest is not None:
        return one
    ahead = resolve(window.phrase or "", published, tense="future")
    return one._replace(content=one.content._replace(window=ahead.window() if ahead else NO_WINDOW))


def _same_truce(look: Look) -> re.Match[str] | None:
    """Return the words by which a sentence goes on about the truce of the one before: "it is to last until Sunday"."""
    lasts = _GOES_ON.search(look.line.text)
    if lasts is None or look.sentence.place == 0:
        return None
    before = look_at(look.scene, look.scene.sentences[look.sentence.place - 1])
    return lasts if says("signals", "truce").search(before.line.text) else None


def _ahead(look: Look, value: Found) -> bool:
    published = look.scene.article.published.day
    return published is None or value.latest is None or value.latest >= published
