"""Whether a word of the trade that may be a verb or a noun is a noun: "the release of", "a government pardon for"."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.groups import group

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece


def is_noun(pieces: list[Piece], at: int) -> bool:
    """Whether a word that may be a verb or a noun is a noun here."""
    piece = pieces[at]
    if piece.kind.endswith("-noun"):
        return True
    if piece.form not in ("base", "s", "ing"):
        return False
    previous = pieces[at - 1] if at else None
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if following is not None and (following.text == "of" or following.kind == "agreement-noun"):
        return True
    if previous is None:
        return False
    if piece.form == "base" and following is not None and following.text in ("for", "by") and _opened(pieces, at):
        return True
    after_verb = previous.kind in ("modal", "aux", "not") or (previous.kind == "actor" and piece.form != "ing")
    if previous.text in ("to", "and", "or") or after_verb:
        return False
    return previous.kind in ("unit", "prep", "'s") or previous.text in group("articles")


def _opened(pieces: list[Piece], at: int) -> bool:
    """Whether an article stands before it, over words for whose it is: "a government pardon for two"."""
    back = at - 1
    while back > max(at - 4, 0) and pieces[back].kind in ("role", "actor", "word", "name"):
        if pieces[back].text in group("articles"):
            return True
        back -= 1
    return pieces[back].text in group("articles")
