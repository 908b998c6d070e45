"""The last day of a truce or an arrangement: "the truce expires on 30 June"."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING
from store.phrases import Found
from store.reading.grammar.classes import says
from store.reading.talks.mentions import look_at
from store.reading.talks.statements import Heard, heard_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.talks.mentions import Look

_UNTIL = re.compile(r"(?:until|till|through|up to)\b")
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


def truces(look: Look) -> Iterator[Heard]:
    """Yield a truce or an arrangement with its last day: "the truce expires on 30 June"."""
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
        own = _UNTIL.match(piece.text)
        until = own or _UNTIL_HERE.search(line.between(date - 6, date))
        if until and _NOT_BEFORE.search(line.between(date - 8, date)):
            continue
        if until and (own or _ahead(look, piece.value)):
            found = heard_at(look, about, at, date, f"last day: '{until[0]}'")
    if found is not None:
        yield found


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
