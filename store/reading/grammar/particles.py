"""Verbs whose particle stands apart, and names that stand for places: what only the neighbours of a word can tell."""

from __future__ import annotations

from store.reading.grammar.forms import verb_forms
from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece

_APART = {
    form: (first + " " + particle[0], particle, name)
    for first, particle in (
        ("let", ("go", "leave")),
        ("allow", ("leave", "go")),
        ("hand", ("over", "back", "to")),
        ("turn", ("over",)),
        ("send", ("home", "back")),
        ("bring", ("home", "back")),
        ("give", ("back", "up")),
        ("set", ("free",)),
        ("fly", ("home",)),
    )
    for form, name in verb_forms(first).items()
}
"""Verbs whose particle may stand apart: "let 4,208 captured troops go"."""
_APART_BY = 14
"""How many pieces may lie between a verb and its particle."""


def mend(pieces: list[Piece]) -> None:
    """Make verbs of those whose particle stands apart, and places of names that stand for them, in place."""
    for at, piece in enumerate(pieces):
        pieces[at] = _apart(pieces, at) if piece.text in _APART else _placed(pieces, at)
        if pieces[at] is not piece and pieces[at].kind == "give-verb":
            _settle_particle(pieces, at)


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
            return piece._replace(kind="give-verb", value=base, form=form)
        if ahead.kind in ("punct", "say"):
            break
    return piece


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
    speaks = at > 1 and pieces[at - 2].text in ("officials", "authorities", "leaders", "diplomats", "negotiators")
    if named and at and pieces[at - 1].text in group("within") and not speaks:
        return piece._replace(kind="place")
    return piece
