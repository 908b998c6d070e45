"""Verbs whose particle stands apart, and names that stand for places: what only the neighbours of a word can tell."""

from __future__ import annotations

from store.reading.grammar.forms import verb_forms
from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece

_APART = {
    form: (first + " " + particle[0], particle, name)
    for first, particle in (
        ("let", ("go", "leave", "out")),
        ("allow", ("leave", "go")),
        ("hand", ("over", "back", "to")),
        ("turn", ("over",)),
        ("send", ("home", "back")),
        ("bring", ("home", "back")),
        ("get", ("back", "home", "out")),
        ("welcome", ("home", "back")),
        ("take", ("back", "home")),
        ("give", ("back", "up")),
        ("set", ("free",)),
        ("fly", ("home", "back")),
        ("ship", ("home", "back")),
    )
    for form, name in verb_forms(first).items()
}
_TAKING = ("bring", "get", "welcome", "take")
"""Those of them by which a side gets its own people back."""
_GOING = {form: name for verb in ("go", "head") for form, name in verb_forms(verb).items()}
_LEAVING = {form: name for verb in ("leave", "depart", "exit") for form, name in verb_forms(verb).items()}
_JAILS = ("prison", "jail", "captivity", "custody", "penitentiary", "detention")
_HANDED = verb_forms("hand")
_ARRIVING = {form: name for verb in ("arrive", "land") for form, name in verb_forms(verb).items()}
_HOME = frozenset(("home", "free", "back", "homebound", "reunited"))
"""Where people are who were handed over: "303 defenders are home"."""
_BEING = frozenset(("are", "is", "were", "was", "be", "been", "'re"))
"""Verbs whose particle may stand apart: "let 4,208 captured troops go"."""
_APART_BY = 14
"""How many pieces may lie between a verb and its particle."""


def mend(pieces: list[Piece]) -> None:
    """Make verbs of those whose particle stands apart, and places of names that stand for them, in place."""
    for at, piece in enumerate(pieces):
        pieces[at] = _apart(pieces, at) if piece.text in _APART else _placed(pieces, at)
        if pieces[at] is not piece and pieces[at].kind in ("give-verb", "receive-verb"):
            _settle_particle(pieces, at)
        if pieces[at].text in _HANDED and pieces[at].kind == "word" and _gives_to(pieces, at):
            pieces[at] = piece._replace(kind="give-verb", value="hand to", form=_HANDED[piece.text])
        if piece.text in _ARRIVING and piece.kind == "word" and _comes_to(pieces, at):
            pieces[at] = piece._replace(kind="back-verb", value="arrive", form=_ARRIVING[piece.text])
        if piece.text in _LEAVING and piece.kind == "word" and _leaves_jail(pieces, at):
            pieces[at] = piece._replace(kind="back-verb", value="leave", form=_LEAVING[piece.text])
        if piece.text in _GOING and piece.kind == "word" and _goes_to(pieces, at):
            pieces[at] = piece._replace(kind="back-verb", value="go", form=_GOING[piece.text])
        if piece.text in _HOME and piece.kind in ("word", "back-verb", "give-verb", "prep") and _is_at(pieces, at):
            pieces[at] = piece._replace(kind="back-verb", value="home", form="ed")


def _settle_particle(pieces: list[Piece], at: int) -> None:
    """Make the particle of a verb that was found a mere word: "free" of "set ten captives free"."""
    for ahead in range(at + 1, min(at + _APART_BY, len(pieces))):
        if pieces[ahead].text in _APART[pieces[at].text][1] and pieces[ahead].text != "to":
            pieces[ahead] = pieces[ahead]._replace(kind="word")
            return


def _apart(pieces: list[Piece], at: int) -> Piece:
    """Return a verb with its particle where that stands behind what is counted."""
    piece = pieces[at]
    base, particles, form = _APART[piece.text]
    counts = False
    for ahead in pieces[at + 1 : at + _APART_BY]:
        counts = counts or ahead.kind in ("unit", "number") or ahead.text in ("them", "him", "her")
        if ahead.text in particles and counts:
            way = "receive-verb" if base.partition(" ")[0] in _TAKING else "give-verb"
            return piece._replace(kind=way, value=base, form=form)
        if ahead.kind in ("punct", "say"):
            break
    return piece


def _leaves_jail(pieces: list[Piece], at: int) -> bool:
    """Whether "leave" leads out of a prison: "ten prisoners left Ofer jail"."""
    near = pieces[at + 1 : at + 6]
    stays = at > 0 and pieces[at - 1].text in _BEING and near[:1] and near[0].text in ("in", "inside", "behind")
    return not stays and any(piece.text in _JAILS or piece.text.rstrip("s") in _JAILS for piece in near)


def _gives_to(pieces: list[Piece], at: int) -> bool:
    """Whether "hand" gives something to a side: "handed Ukraine a list", "were handed to the Red Cross"."""
    following = pieces[at + 1 : at + 4]
    while following and following[0].text in ("to", "the"):
        following = following[1:]
    return bool(following) and following[0].kind == "actor"


def _comes_to(pieces: list[Piece], at: int) -> bool:
    """Whether "arrive" leads to a side's land: "arrived in the United States"."""
    near = pieces[at + 1 : at + 5]
    return any(piece.text in ("in", "at", "back") for piece in near[:2]) and any(
        piece.kind in ("actor", "place") for piece in near
    )


def _goes_to(pieces: list[Piece], at: int) -> bool:
    """Whether "go" leads to a side: "29 children are to go to Ukraine"."""
    if at + 2 >= len(pieces) or pieces[at + 1].text != "to":
        return False
    return any(piece.kind in ("actor", "place") for piece in pieces[at + 2 : at + 4])


def _is_at(pieces: list[Piece], at: int) -> bool:
    """Whether a word such as "home" says where somebody is: "are home", "will soon be back", "are free again"."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if following is not None and (
        following.kind in ("unit", "role", "word", "name") and following.text not in ("again", "now", "safely", "today")
    ):
        return False
    if pieces[at].text == "free" and following is not None and following.text in ("to", "of"):
        return False
    if pieces[at].text == "back" and following is not None and following.text in ("to", "on"):
        return False
    for back in range(at - 1, max(at - 5, -1), -1):
        if pieces[back].text in _BEING:
            return True
        if not (
            pieces[back].text in group("adverbs")
            or pieces[back].text.endswith("ly")
            or pieces[back].text in ("at", "safe")
        ):
            return False
    return False


def _placed(pieces: list[Piece], at: int) -> Piece:
    """Return an actor's name as a place where it stands for one: "in Cairo", a dateline."""
    piece = pieces[at]
    if piece.kind != "actor" or piece.form == "person":
        return piece
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if at == 0 and piece.form == "seat" and following is not None and following.text in (",", "-", "–", "—", "(", "/"):
        return piece._replace(kind="place")
    named = piece.form == "seat" or following is None or following.kind not in ("unit", "role", "name", "word", "actor")
    if named and at > 1 and pieces[at - 1].text == "," and pieces[at - 2].kind == "place":
        return piece._replace(kind="place")
    town = at > 2 and pieces[at - 2].kind == "name" and pieces[at - 3].text in group("within")
    if named and town and pieces[at - 1].text == ",":
        return piece._replace(kind="place")
    speaks = at > 1 and pieces[at - 2].text in ("officials", "authorities", "leaders", "diplomats", "negotiators")
    if named and at and pieces[at - 1].text in group("within") and not speaks:
        return piece._replace(kind="place")
    return piece
