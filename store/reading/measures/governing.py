"""The verb whose object a measure is: "agreed on a ten-day truce", "the deal calls for a ceasefire"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.grammar.aims import is_aimed_at
from store.reading.measures.grammar import group
from store.reading.measures.listing import list_in
from store.reading.measures.measure import Telling, length_near
from store.reading.measures.phrases import ASKS, Phrase
from store.reading.measures.standing import Manner, Standing, by_deal, manner_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.reading.grammar.piece import Piece
    from store.reading.measures.words import Spot

_OVER = ("suspend", "scrap", "abandon", "cancel", "revok", "repudiat", "shatter", "renounc", "jeopardi", "undermin")
"""How verbs begin that do away with a truce, or nearly."""
_FAILING = frozenset(
    ("failure", "inability", "refusal", "unable", "unwilling", "reluctance", "reluctant", "unwillingness")
)
"""What says that nothing is agreed: "their failure to agree on a truce"."""
_NEWS = frozenset(("announcement", "declaration", "proclamation"))
_BEFORE_IT = ("before", "ahead", "despite", "expect", "possible", "await", "pending", "until", "any", "hope", "wait")
_GOVERNING = frozenset((None, "on", "to", "into", "upon", "in"))


class Bound(NamedTuple):
    """What says that a measure named by a noun is agreed or in force."""

    at: int
    """The first piece of the verb."""
    last: int
    """The last piece of it."""
    manner: Manner
    words: str
    subject: bool
    """Whether the noun is the subject of it."""


def governor(telling: Telling, phrase: Phrase, kind: str) -> Bound | None:
    """Return the verb whose object the noun is: "agreed on a ten-day truce", "announced the extension of the truce"."""
    told = _under(telling, phrase, kind) or _accepted(telling, phrase) or _announced(telling, phrase)
    if told is not None:
        return told
    if phrase.preposition not in _GOVERNING and not _through(telling, phrase):
        return Bound(0, 0, Manner(Standing.MAYBE, "", 0), "", subject=False)
    for at in range(phrase.first - 1, max(phrase.first - 18, -1), -1):
        if _provided(telling, at):
            words = telling.sentence.timed[at].text
            return Bound(at, at, Manner(Standing.OWED, "agreed", at), words, subject=True)
        if _parted(telling, phrase, at):
            return None
        if at == phrase.first - 1 and _ends_it(telling, at):
            return Bound(at, at, Manner(Standing.MAYBE, "", at), telling.sentence.timed[at].text, subject=False)
        bound = _spoken(telling, at)
        if bound is not None:
            return bound
    return None


def _under(telling: Telling, phrase: Phrase, kind: str) -> Bound | None:
    """Return that a truce with its length is the frame of something: "under the two-month truce"."""
    if phrase.preposition != "under" or kind == "withdrawal":
        return None
    length = length_near(telling, phrase.spot.first, phrase.head)
    at = phrase.first - 1
    found = length is not None and length.compound
    return Bound(at, phrase.head, Manner(Standing.DONE, "agreed", at), "under", subject=True) if found else None


def _announced(telling: Telling, phrase: Phrase) -> Bound | None:
    """Return that a truce was announced, by a noun: "the government's announcement yesterday of a truce"."""
    pieces = telling.sentence.timed
    if phrase.preposition != "of":
        return None
    at = next((at for at in range(phrase.first - 1, max(phrase.first - 10, 0), -1) if pieces[at].text in _NEWS), None)
    if at is None or any(piece.text in (",", ";", "that") for piece in pieces[at + 1 : phrase.first]):
        return None
    before = pieces[max(at - 6, 0) : at]
    firm = pieces[at - 1].text in ("the", "'s", "its", "their", "his", "unilateral", "recent") or (
        pieces[at - 1].kind in ("role", "actor")
    )
    open_yet = any(
        piece.kind in (*ASKS, "not", "modal", "expect") or piece.text.startswith(_BEFORE_IT) for piece in before
    )
    if not firm or open_yet:
        return None
    by = any(piece.text == "by" for piece in pieces[at + 1 : phrase.first])
    owned = by or pieces[at - 1].text in ("'s", "its", "their", "his") or pieces[at - 1].kind == "actor"
    if not owned:
        return None  # who speaks of an announcement of others announces nothing
    return Bound(at, at, Manner(Standing.DONE, "announced", at), pieces[at].text, subject=by)


def _through(telling: Telling, phrase: Phrase) -> bool:
    """Whether the noun is the object through another one: "the extension of the truce", "calls for a truce"."""
    if phrase.preposition == "for":
        return _provided(telling, phrase.first - 2)
    before = telling.sentence.timed[max(phrase.first - 4, 0) : phrase.first]
    return phrase.preposition in ("of", "to", "in") and any(piece.text in group("starting") for piece in before)


def _ends_it(telling: Telling, at: int) -> bool:
    """Whether a verb right before a truce says that it is over: "ending the ceasefire", "to suspend the truce"."""
    over = telling.sentence.timed[at].text.startswith(_OVER)
    return over or telling.marks.covering("end-verb", at) is not None


def _parted(telling: Telling, phrase: Phrase, at: int) -> bool:
    """Whether a clause ends at a piece before the noun, or another measure stands there that it is not listed with."""
    pieces = telling.sentence.timed
    if pieces[at].text in (";", ":", "but", "while", "who", "that"):
        return True
    listed = {"and", ","} & {piece.text for piece in pieces[max(phrase.first - 2, 0) : phrase.first]}
    return telling.marks.covering("quiet-noun", at) is not None and not listed


def _spoken(telling: Telling, at: int) -> Bound | None:
    """Return what a piece before the noun says of it: that it was agreed, or is only asked for."""
    pieces, marks = telling.sentence.timed, telling.marks
    bind, asking = marks.covering("bind-verb", at), marks.covering("asking", at)
    if asking is not None and _provided(telling, asking.first):
        return None
    unreal = bind is None and (marks.covering("unreal", at) is not None or pieces[at].kind == "not")
    if asking is not None or pieces[at].kind in ASKS or unreal:
        return Bound(at, at, Manner(Standing.ASKED, "", at), pieces[at].text, subject=False)
    if bind is None or _adjective(pieces, bind):
        return None
    if bind.first > 1 and pieces[bind.first - 1].text == "to" and pieces[bind.first - 2].text in _FAILING:
        return Bound(at, at, Manner(Standing.ASKED, "", at), pieces[at].text, subject=False)
    if (bind.form in ("base", "ing") and is_aimed_at(pieces, bind.first)) or _aside(pieces, bind):
        return Bound(at, at, Manner(Standing.ASKED, "", at), pieces[at].text, subject=False)
    manner = manner_of(pieces, bind.first, bind.form)
    if manner.standing is Standing.BARE:
        manner = manner._replace(standing=Standing.OWED if listed(telling, bind.first) else _bare(telling, bind))
    return Bound(manner.left, bind.last, firm(manner, bind.text), bind.text, subject=False)


def _aside(pieces: Sequence[Piece], bind: Spot) -> bool:
    """Whether a participle belongs to the subject of another verb: "renewed fighting is threatening a truce"."""
    behind = pieces[bind.last + 1 : bind.last + 4]
    noun = len(behind) > 1 and bind.form == "ed" and bind.text.startswith(("renew", "extend", "broker"))
    return noun and behind[0].kind == "word" and behind[1].kind == "aux"


def _adjective(pieces: Sequence[Piece], bind: Spot) -> bool:
    """Whether a word that may be a verb is none: "an agreed number", "a full and complete ceasefire"."""
    before = pieces[bind.first - 1].text if bind.first else ""
    behind = pieces[bind.last + 1].text if bind.last + 1 < len(pieces) else ""
    if before == "and" and behind in ("on", "upon", "to", "a", "an", "the", "its", "their"):
        return False
    return before in ("a", "an", "the", "previously", "and") and (bind.form == "ed" or bind.text == "complete")


def _provided(telling: Telling, at: int) -> bool:
    """Whether a deal holds what follows: "the agreement calls for a truce"; "It includes a ceasefire" after a deal."""
    pieces = telling.sentence.timed
    if at < 0 or pieces[at].text not in group("providing"):
        return False
    if is_aimed_at(pieces, at):
        return False
    if by_deal(pieces, at):
        return True
    place = telling.sentence.place
    before = telling.scene.sentences[max(place - 1, 0) : place]
    return (
        at <= 2
        and pieces[0].text in ("it", "this")
        and any(by_deal(sentence.timed, min(6, len(sentence.timed) - 1)) for sentence in before)
    )


def _accepted(telling: Telling, phrase: Phrase) -> Bound | None:
    """Return that what names a truce was accepted: "accepted a proposal for a truce", "signed a deal on a truce"."""
    pieces, at = telling.sentence.timed, phrase.first - 2
    if at < 0 or phrase.preposition not in ("for", "of", "on"):
        return None
    if pieces[at].kind != "agreement-noun" and pieces[at].text not in ("proposal", "plan", "terms"):
        return None
    if pieces[at].kind == "agreement-noun" and is_aimed_at(pieces, at):
        return Bound(at, at, Manner(Standing.ASKED, "", at), pieces[at].text, subject=False)
    for back in range(at - 1, max(at - 9, -1), -1):
        piece = pieces[back]
        bind = telling.marks.covering("bind-verb", back)
        if bind is not None and (
            piece.kind == "agree" or pieces[at].kind == "agreement-noun" or bind.text.startswith(("approv", "endors"))
        ):
            return Bound(
                bind.first,
                bind.last,
                firm(manner_of(pieces, bind.first, bind.form), bind.text),
                bind.text,
                subject=False,
            )
        if piece.kind in (*ASKS, "say") or piece.text in (",", ";"):
            return None
    reached = telling.marks.within("bind-verb", at + 1, at + 12) if pieces[at].kind == "agreement-noun" else None
    if reached is not None and reached.form in ("ed", "pp") and has_auxiliary(telling, reached.first):
        return Bound(
            reached.first,
            reached.last,
            firm(manner_of(pieces, reached.first, reached.form), reached.text),
            reached.text,
            subject=True,
        )
    return None


_STILL_OPEN = (
    "sign",
    "reach",
    "conclu",
    "clinch",
    "seal",
    "announc",
    "approv",
    "broker",
    "secur",
    "ratif",
    "agreed",
    "confirm",
)


def firm(manner: Manner, verb: str) -> Manner:
    """Return how a verb stands; a truce that will be signed or announced is none yet."""
    if manner.standing is Standing.OWED and verb.startswith(_STILL_OPEN) and manner.control is None:
        return manner._replace(standing=Standing.MAYBE)
    return manner


def has_auxiliary(telling: Telling, at: int) -> bool:
    """Whether a form of be or have, or "will", stands right before a verb."""
    return any(
        piece.text in ("has", "have", "is", "was", "were", "been", "be", "being", "will", "to")
        for piece in telling.sentence.timed[max(at - 3, 0) : at]
    )


def listed(telling: Telling, at: int) -> bool:
    """Whether a piece stands in a point of a list of what was agreed."""
    return telling.listed is not None or list_in(telling.scene, telling.sentence.timed, at, telling.earlier) is not None


def _bare(telling: Telling, bind: Spot) -> Standing:
    """Return how a verb without auxiliaries stands: in a headline ("RSF SIGN TRUCE") it was done."""
    pieces = telling.sentence.timed
    if (
        bind.form in ("base", "s")
        and bind.first > 0
        and (pieces[bind.first - 1].kind in ("actor", "role") or pieces[bind.first - 1].text in ("sides", "parties"))
    ):
        return Standing.DONE
    if bind.form == "base" and bind.first > 0 and pieces[bind.first - 1].text in ("we", "i"):
        return Standing.DONE
    if bind.form == "ing" and telling.sentence.headline:
        return Standing.DONE
    return Standing.MAYBE
