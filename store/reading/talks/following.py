"""Meetings named without a noun of their own, behind one that was named: "the third, on 2 June", "it may begin"."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.classes import classes
from store.reading.talks.mentions import Mention, ordinal_of
from store.reading.talks.several import pair_of_ordinals

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.talks.mentions import Look

_NEAR = 3
"""So many sentences after a meeting "the second" is still one of its kind."""
_OF_THEM = re.compile(r"of (?:them|these|those)$")
_SEVERAL = frozenset(("ones", "rounds", "meetings", "sessions", ","))
_BEGINS = frozenset(("begin", "beginning", "start", "starting"))
_WE = frozenset(("us", "we", "they", "them", "to"))
_PAUSES_FOR = re.compile(
    r"(?:(?:also|again|once again|held|which was|back|and last|due|scheduled|set) )?"
    r"(?:in|on|at|from|between|@|for|to)\b|@"
)
"""What follows "the third," where it means a meeting, not a person or a thing."""
_MET = re.compile(
    r"\b(?:meet|met|meeting|sat|sit|sitting|seat|seats|seated|gather\w*|conven\w*|talk\w*|negotiat\w*|conferr?\w*|hosted|host|held|hold)\b"
)
"""Verbs that are done "for a third time" by those who negotiate."""
_FIRST_SINCE = re.compile(
    r"(?:of its kind|since|(?:in|for) (?:\S+ ){0,3}?(?:hours|days?|weeks?|months?|years?|decades?)\b(?! of\b))"
)
"""What follows "the first" where it only counts how long there was none: "the first in three months"."""
_IS_PLANNED = re.compile(
    r"(?:\w+ly |now |being |only )?(?:@|on|in|at|to|due|expected|planned|scheduled|set|slated|likely"
    r"|under way|held|over)\b|@"
)
_ON_A_DAY = re.compile(r"(?:on )?@")
_AND_RESUMES = re.compile(
    r"(?:\band|,|\bwhich|\bbut|\bbefore) (?:\w+ )?(?:will|would|to|(?:are|is)(?: due| expected| set)? to)"
    r"(?: \w+ly| then)? (?:resume|continue|restart|reconvene|proceed|go on)$"
)
_TAKES_PLACE = re.compile(
    r"(?:can|could|may|might|will|would|should|was|is)(?: \w+)? (?:take place|be held|held|start|begin|open)\b"
)


def is_beginning(piece: Piece) -> bool:
    """Return whether a piece says that something begins, alone or with its day ("beginning on March 10")."""
    return piece.text in _BEGINS or (piece.kind == "date" and piece.text.startswith("beginning "))


def by_ordinal(look: Look, at: int, last: Mention) -> Mention | None:
    """Read "the second, on 26 March", "a third was held", "for a fifth time"."""
    pieces, line = look.pieces, look.line
    near = last.strong and look.sentence.place - last.sentence.place <= _NEAR and last.head != "deal"
    if not near or at == 0 or at + 1 >= len(pieces):
        return None
    ordinal, after = ordinal_of(pieces[at]), pieces[at + 1].text
    several = pair_of_ordinals(pieces, at)
    if several is not None and (after in _SEVERAL or after in classes("meetings")["after ordinal"]):
        return Mention(look.sentence, max(at - 3, 0), at, "round", *several, strong=True)
    if pieces[at - 1].text not in ("the", "a", "an"):
        return None
    if _OF_THEM.match(line.between(at + 1, at + 3)):
        return Mention(look.sentence, at - 1, at + 2, "round", ordinal, strong=True)
    if after == "time":
        met = _MET.search(line.between(at - 14, at)) is not None
        return None if ordinal == 1 or not met else Mention(look.sentence, at, at + 1, "round", ordinal, strong=True)
    paused = after == "," and _PAUSES_FOR.match(line.between(at + 2, at + 6))
    other = _FIRST_SINCE.match(" ".join(piece.text for piece in pieces[at + 1 : at + 6])) or (
        after == "is" and not _IS_PLANNED.match(line.between(at + 2, at + 6))
    )
    if not other and (paused or after in classes("meetings")["after ordinal"]):
        return Mention(look.sentence, at - 1, at, "round", ordinal, strong=True)
    return None


def by_pronoun(look: Look, at: int, last: Mention) -> Mention | None:
    """Read "it can take place on March 5" after a sentence about a meeting to come."""
    follows = look.sentence.place - last.sentence.place == 1
    if not follows or not _TAKES_PLACE.match(look.line.between(at + 1, at + 6)):
        return None
    return Mention(look.sentence, at, at, last.head, last.ordinal, strong=last.strong)


def by_resuming(look: Look, at: int, last: Mention) -> Mention | None:
    """Read "ended for the day and will resume on Wednesday": the same meeting goes on."""
    same = last.sentence is look.sentence or last.sentence.place == look.sentence.place
    between = look.line.between(last.at + 1, at + 1)
    if not (same and _AND_RESUMES.search(between) and _ON_A_DAY.match(look.line.between(at + 1, at + 4))):
        return None
    return Mention(look.sentence, at, at, "talks", strong=last.strong)


def by_beginning(look: Look, at: int, last: Mention) -> Mention | None:
    """Read "I see us beginning on March 10" after a sentence about talks to come."""
    open_yet = last.head in ("talks", "meeting") and last.status != "held"
    follows = 0 < look.sentence.place - last.sentence.place <= 2
    on_a_day = look.pieces[at].kind == "date" or _ON_A_DAY.match(look.line.between(at + 1, at + 3))
    if at == 0 or not (open_yet and follows and on_a_day) or look.pieces[at - 1].text not in _WE:
        return None
    return Mention(look.sentence, at, at, "talks", strong=last.strong)
