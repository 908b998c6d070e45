"""What a verb of measures does to what: one rule for each class of verbs."""

from __future__ import annotations

from collections.abc import Callable

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.measures.listing import list_in
from store.reading.measures.measure import length_near
from store.reading.measures.standing import Standing, manner_of

if TYPE_CHECKING:
    from store.reading.measures.measure import Telling
    from store.reading.measures.sides import Parties
    from store.reading.measures.words import Spot

_CLOSE = 2
_ARTICLES = frozenset(("a", "an", "the", "its", "their", "this", "that"))
"""Behind which a word is no verb: "the deal now on the table offers a road map"."""
_HOLDING = frozenset(("hold", "holds", "held", "holding"))


class Deed(NamedTuple):
    """What a verb does to what, as a rule finds it."""

    kind: str
    last: int
    """The last piece of its object."""
    lasting: bool = False
    """Whether it holds for a time, rather than being done by a day."""
    needs_time: bool = False
    """Whether it is told only with how long or until when."""
    counted: bool = False
    """Whether what is moved or let in may be counted."""
    vowed: bool = False
    """Whether it is owed by having been said: "promised access"."""
    subject: int | None = None
    """The first piece of what moves, where that is no side: "six hundred trucks shall enter"."""


def listing(telling: Telling, at: int) -> Parties | None:
    """Return who owes what stands at a piece, where it is a point of a list of what was agreed."""
    return telling.listed or list_in(telling.scene, telling.sentence.timed, at, telling.earlier)


def not_to(telling: Telling, spot: Spot) -> int | None:
    """Return the "not" of "not to strike", "will not strike": what is promised is that nothing is done."""
    pieces = telling.sentence.timed
    if telling.marks.covering("strike-verb", spot.first) != spot:
        return None
    return next((at for at in range(spot.first - 1, max(spot.first - 4, -1), -1) if pieces[at].kind == "not"), None)


def _stop(telling: Telling, spot: Spot) -> Deed | None:
    """Read "halt its air strikes", "cease hostilities", "fighting will halt"."""
    marks = telling.marks
    halt = marks.covering("quiet-noun", spot.first)
    if halt is not None and not {"to", "in", "of", "on"}.isdisjoint(halt.text.split()):
        return None
    reach = spot.last + 7
    fight = marks.within("fight-noun", spot.last + 1, reach)
    strike = marks.within("strike-noun", spot.last + 1, reach)
    if spot.text in _HOLDING:
        if not fight or fight.text != "fire" or fight.first - spot.last > _CLOSE:
            return None
        aimed = fight.last + 1 < len(telling.sentence.timed) and telling.sentence.timed[fight.last + 1].text == "on"
        return Deed("strike_halt" if aimed else "ceasefire", fight.last, lasting=True)
    ing = telling.marks.within("strike-verb", spot.last + 1, spot.last + 2)
    if ing is not None and ing.form == "ing":
        return Deed("strike_halt", ing.last, lasting=True)
    found = fight if strike and fight and fight.first == strike.first and fight.last > strike.last else strike or fight
    if found is not None and _plain_between(telling, spot.last + 1, found.first):
        lasts = length_near(telling, spot.first, found.last) is not None
        ceased = found.text == "fire" and spot.text.startswith("ceas") and not lasts
        return Deed("ceasefire" if ceased else found.value, found.last, lasting=True)
    before = marks.within("fight-noun", max(spot.first - 8, 0), spot.first - 1)
    if (
        before is not None
        and spot.form in ("base", "ed", "s")
        and (before.text != "fire" or before.first == spot.first - 1)
    ):
        return Deed("truce", spot.last, lasting=True, needs_time=True, subject=before.first)
    return None


def _plain_between(telling: Telling, first: int, last: int) -> bool:
    """Whether no verb or clause stands between a verb and its object."""
    pieces = telling.sentence.timed[first:last]
    return not any(
        piece.kind in ("aux", "modal", "say", "conj")
        or piece.text in (",", ";", ":", "for", "in", "until", "at", "to", "who", "which", "that", ".")
        for piece in pieces
    )


def _spare(telling: Telling, spot: Spot) -> Deed | None:
    """Read "spare each other's power stations for 30 days": somebody's things must follow."""
    if spot.last + 1 >= len(telling.sentence.timed):
        return None
    return Deed("strike_halt", spot.last, lasting=True, needs_time=True)


def _strike(telling: Telling, spot: Spot) -> Deed | None:
    """Read "not to strike the capital for a week"."""
    if not_to(telling, spot) is None or spot.form != "base":
        return None
    return Deed("strike_halt", spot.last, lasting=True, needs_time=True)


def _leave(telling: Telling, spot: Spot) -> Deed | None:
    """Read "withdraw its forces", "Israeli forces shall withdraw from the road", "withdraw from three localities"."""
    pieces, marks = telling.sentence.timed, telling.marks
    if marks.within("affair", spot.last + 1, spot.last + 5):
        return None
    force = marks.within("force", spot.last + 1, spot.last + 5) or marks.within(
        "force", max(spot.first - 14, 0), spot.first - 1
    )
    following = pieces[spot.last + 1 : spot.last + 3]
    away = any(piece.text == "from" for piece in following) or _back_to(telling, spot)
    if (
        spot.text.split()[0].startswith(("pull", "remov"))
        and len(spot.text.split()) == 1
        and not (force and force.first > spot.last)
    ):
        return None
    if force is None and not away:
        return None
    return Deed("withdrawal", max(spot.last, force.last if force else 0), counted=True)


def _back_to(telling: Telling, spot: Spot) -> bool:
    """Whether it says whereto or whence: "withdraw to its positions of March", "pull out of the town"."""
    pieces, at = telling.sentence.timed, spot.last + 1
    to = at < len(pieces) and (
        pieces[at].text in ("to", "behind", "beyond", "across")
        or (pieces[at].text == "of" and spot.text.endswith("out"))
    )
    return to and telling.marks.within("ground", at + 1, at + 6) is not None


def _go(telling: Telling, spot: Spot) -> Deed | None:
    """Read "the fighters will leave the country by 31 October": what leaves must be forces."""
    force = telling.marks.within("force", max(spot.first - 14, 0), spot.first - 1)
    ground = telling.marks.within("ground", spot.last + 1, spot.last + 6)
    if force is None and ground is not None and _bound_to_go(telling, spot):
        return Deed("withdrawal", ground.last, counted=True)
    if force is None or telling.marks.within("affair", spot.last + 1, spot.last + 4):
        return None
    between = telling.sentence.timed[force.last + 1 : spot.first]
    bound = [piece.text for piece in between[-2:]] in (["are", "to"], ["is", "to"])
    if any(piece.text in (";", "that", "to") for piece in (between[:-2] if bound else between)):
        return None
    return Deed("withdrawal", spot.last, counted=True)


def _bound_to_go(telling: Telling, spot: Spot) -> bool:
    """Whether a side is bound to leave: "Armenia shall leave the district", "agreed to vacate the town"."""
    manner = manner_of(telling.sentence.timed, spot.first, spot.form)
    return manner.standing is Standing.OWED and manner.modality == "agreed"


def _pass(telling: Telling, spot: Spot) -> Deed | None:
    """Read "open the road to convoys", "let aid through", "grant unhindered access"."""
    for way in _ways(telling, spot):
        if (
            spot.last < way.first <= spot.last + 9
            and set(way.value.split()) & set(spot.value.split())
            and _near(telling, spot.last + 1, way.first)
        ):
            return Deed("access", way.last, counted=True)
    return None


def _ways(telling: Telling, spot: Spot) -> list[Spot]:
    """Return the ways and goods that stand behind a verb."""
    behind = range(spot.last + 1, spot.last + 10)
    found = [telling.marks.covering("way-noun", place) for place in behind]
    return list(dict.fromkeys(way for way in found if way is not None))


def _near(telling: Telling, first: int, last: int) -> bool:
    pieces = telling.sentence.timed[first:last]
    return not any(
        piece.kind in ("aux", "modal", "say", "conj")
        or piece.text in (",", ";", ":", "for", "to", "that", "who", "which")
        for piece in pieces
    )


def _found(telling: Telling, spot: Spot) -> Deed | None:
    """Read "set up a joint commission", "medical commissions will be created"."""
    body = telling.marks.within("body-noun", spot.last + 1, spot.last + 8)
    if body is not None and _near(telling, spot.last + 1, body.first):
        numbered = any(piece.kind == "number" for piece in telling.sentence.timed[spot.last + 1 : body.first])
        return Deed("arrangement", body.last, counted=numbered)
    way = next((way for way in _ways(telling, spot) if "corridor" in way.text), None)
    opened = way is not None and way.first > spot.last and not spot.text.startswith("deploy")
    if body is None and way is not None and opened and _near(telling, spot.last + 1, way.first):
        return Deed("access", way.last)
    before = telling.marks.within("body-noun", max(spot.first - 6, 0), spot.first - 1)
    return Deed("arrangement", spot.last) if before is not None and spot.form in ("ed", "pp") else None


def _promise(telling: Telling, spot: Spot) -> Deed | None:
    """Read "promised unhindered access"."""
    for way in _ways(telling, spot):
        if spot.last < way.first <= spot.last + 5 and "right" in way.value and _near(telling, spot.last + 1, way.first):
            return Deed("access", way.last, vowed=True)
    return None


def _guarantee(telling: Telling, spot: Spot) -> Deed | None:
    """Read "give security guarantees", "has given a guarantee of safety"."""
    noun = telling.marks.within("guarantee-noun", spot.last + 1, spot.last + 6)
    if noun is None or spot.text.startswith("offer") or not _near(telling, spot.last + 1, noun.first):
        return None
    return Deed("security_guarantees", noun.last, vowed=True)


def _past_taker(telling: Telling, at: int) -> int:
    """Return the piece behind "to Kyiv" where that stands before what is given: "handed to Kyiv a draft"."""
    pieces = telling.sentence.timed[at : at + 2]
    return at + 2 if len(pieces) > 1 and pieces[0].text == "to" and pieces[1].kind == "actor" else at


def _paper(telling: Telling, spot: Spot) -> Deed | None:
    """Read "send its own memorandum", "share a draft"; "its own" where the sentence before speaks of one."""
    if spot.form == "base" and spot.first and telling.sentence.timed[spot.first - 1].text in _ARTICLES:
        return None
    noun = telling.marks.within("paper-noun", spot.last + 1, spot.last + 6)
    if noun is not None and _near(telling, _past_taker(telling, spot.last + 1), noun.first):
        return Deed("draft_memorandum", noun.last)
    own = [piece.text for piece in telling.sentence.timed[spot.last + 1 : spot.last + 3]]
    place = telling.sentence.place
    before = telling.scene.sentences[max(place - 1, 0) : place]
    if own in (["its", "own"], ["their", "own"]) and any(
        piece.text.endswith(("memorandum", "memoranda", "draft")) for sentence in before for piece in sentence.timed
    ):
        return Deed("draft_memorandum", spot.last + 2)
    return None


Rule = Callable[["Telling", "Spot"], "Deed | None"]
RULES: dict[str, Rule] = {
    "stop-verb": _stop,
    "spare-verb": _spare,
    "strike-verb": _strike,
    "leave-verb": _leave,
    "go-verb": _go,
    "pass-verb": _pass,
    "found-verb": _found,
    "vow-verb": _promise,
    "give-verb": _guarantee,
    "paper-verb": _paper,
}
