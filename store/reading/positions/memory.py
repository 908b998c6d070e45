"""Who was spoken of last: what "it", "they", "its" and "the government" refer to within an article."""

from __future__ import annotations

from types import MappingProxyType

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.grammar.sides import side_of
from store.reading.positions.private import crowd, object_of, placed, privately
from store.reading.positions.stances import adjectival, word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.reading.grammar.piece import Piece

CHIEFS = word_set(
    "government army military junta regime cabinet parliament presidency president minister ministry administration"
)
_MOVEMENTS = word_set(
    "movement group militants rebels insurgents militia faction radicals organisation organization guerrillas guerrilla"
)
AGAINST_STATE = word_set(
    "rebels rebel opposition insurgents insurgent guerrillas guerrilla militants separatists jihadists"
)
"""Those who are of a country, and not the side that its name means."""
_HE = word_set("he she his her")
_THEY = word_set("it they he she")
_LONGEST_NAME = 4
_RUN = word_set("run controlled aligned affiliated")
_CHIEF_OF_ALL = word_set("president secretary minister chancellor premier")
_MADE = word_set("crafted drafted proposed formulated authored made written presented backed")


class Known(NamedTuple):
    """What an article says of its sides as a whole."""

    government: str | None = None
    """The side that "the government" and "the army" mean."""
    group: str | None = None
    """The side that "the movement" and "the rebels" mean."""
    author: str | None = None
    """Who speaks in the whole text, where it is a statement: whom "we" and "I" mean."""
    caller: bool = False
    """Whether the author tells of a call or meeting of his own: there "the President" is he."""
    names: Mapping[str, str] = MappingProxyType({})
    """The sides by their names, folded."""


class Memory:
    """Who was spoken of last in an article that is read sentence by sentence."""

    def __init__(self, known: Known) -> None:
        """Begin an article."""
        self.known = known
        self.last: str | None = None
        self.person: str | None = None
        self.speaker: str | None = None
        """Who speaks in the sentence at hand."""
        self.voice: str | None = None
        """Who spoke last: whose words a quotation of several sentences goes on with."""
        self._pieces: list[Piece] | None = None
        self._main: tuple[int, str | None] = 0, None

    def meant(self, word: str) -> str | None:
        """Return whom a pronoun means."""
        return self.person or self.last if word in _HE else self.last

    def we(self, pieces: list[Piece]) -> str | None:
        """Return whom "we" means in a sentence: its speaker, who spoke last where it goes on, or the author."""
        goes_on = bool(pieces) and pieces[0].kind == "quote"
        return self.speaker or (self.voice if goes_on else None) or self.known.author

    def heard(self, pieces: list[Piece]) -> str | None:
        """Return whose view a sentence gives: not the author's where it tells what others said or agreed."""
        told = any(piece.kind in ("say", "agree") for piece in pieces)
        return self.speaker if told and pieces[0].kind != "quote" else self.we(pieces)

    def named(self, word: str, pieces: list[Piece], at: int) -> str | None:
        """Return whom "the army" or "the Palestinian movement" means, which ends at a piece; None where nobody."""
        side = self.known.government if word in CHIEFS else self.known.group if word in _MOVEMENTS else None
        if side is None:
            return None
        back = at - 1
        while (
            word in _MOVEMENTS
            and back >= 0
            and at - back <= _LONGEST_NAME
            and pieces[back].text != "the"
            and (pieces[back].kind in ("word", "name", "role") or adjectival(pieces[back]))
        ):
            back -= 1
        return side if back >= 0 and pieces[back].text == "the" else None

    def runs(self, piece: Piece) -> str | None:
        """Return who runs what an adjective such as "Houthi-run" stands before."""
        name, _, kind = piece.text.rpartition("-")
        return self.known.names.get(name) if kind in _RUN else None

    def made(self, piece: Piece) -> str | None:
        """Return who made what an adjective such as "Hamas-crafted" stands before."""
        name, _, kind = piece.text.rpartition("-")
        return self.known.names.get(name) if kind in _MADE else None

    def main(self, pieces: list[Piece], before: int) -> str | None:
        """Return the side that a sentence is about: the first actor before a piece that is not part of a setting."""
        if self._pieces is not pieces:
            self._pieces = pieces
            self._main = next(
                ((at, side) for at in range(len(pieces)) if (side := self._about(pieces, at)) is not None),
                (len(pieces), None),
            )
        place, side = self._main
        return side if place < before else None

    def caller(self, pieces: list[Piece], at: int) -> str | None:
        """Return whom "the President" means that ends at a piece, where the author tells of a call of his own."""
        chief = at > 0 and pieces[at].text in _CHIEF_OF_ALL and pieces[at - 1].text == "the"
        alone = at + 1 >= len(pieces) or pieces[at + 1].kind not in ("actor", "name")
        return self.known.author if self.known.caller and chief and alone else None

    def _about(self, pieces: list[Piece], at: int) -> str | None:
        piece = pieces[at]
        if at == 1 and (caller := self.caller(pieces, at)) is not None:
            return caller
        if piece.text in _THEY:
            return self.meant(piece.text) or ""
        if (at == 0 and privately(pieces)) or (at == 1 and _unknown_does(pieces)):
            return ""
        if piece.kind == "actor" and (object_of(pieces, at) or crowd(pieces, at)):
            return ""
        if piece.kind == "actor" and not (placed(pieces, at) or _sets_scene(pieces, at)):
            lone = at + 1 < len(pieces) and adjectival(piece)
            of_another = lone and (
                (pieces[at + 1].kind not in ("role", "name", "word") and pieces[at + 1].form != "person")
                or (pieces[at + 1].kind == "word" and at > 0 and pieces[at - 1].text in ("of", "to"))
            )
            if lone and pieces[at + 1].text in _MOVEMENTS and self.known.group is not None:
                return self.known.group
            if lone and pieces[at + 1].text in AGAINST_STATE:
                return ""
            return None if of_another else side_of(piece)
        return self.named(piece.text, pieces, at) if piece.kind == "role" and not _of_side(pieces, at) else None

    def in_sentence(self, pieces: list[Piece], at: int, word: str) -> str | None:
        """Return whom a pronoun means within its sentence: for "he" and "she" only somebody who is a person."""
        if word in _HE and not any(piece.form == "person" or piece.kind == "role" for piece in pieces[:at]):
            return None
        return self.main(pieces, at) or None

    def stranger(self, pieces: list[Piece], at: int, word: str) -> bool:
        """Whether "he" or "she" means a person of whom only the name is known: "pilot Nadia Savchenko ... she"."""
        if word not in _HE:
            return False
        for back in range(at - 1, 0, -1):
            if pieces[back].form == "person":
                return False
            if pieces[back].kind == "name" and pieces[back - 1].kind == "name":
                return not any(piece.form == "person" for piece in pieces[:back])
        return False

    def told(self, pieces: list[Piece], speaker: str | None) -> None:
        """Remember whom a sentence was about, which person was spoken of, and who spoke, if anybody."""
        opening = next((at for at, piece in enumerate(pieces) if piece.kind in ("aux", "modal", "say")), len(pieces))
        if pieces and pieces[0].kind == "quote" and not privately(pieces):
            self.last = speaker or self.last
        else:
            self.last = self.main(pieces, opening) or None
        self.person = self._person(pieces, opening)
        quoted = any(piece.kind == "quote" for piece in pieces)
        told = any(piece.kind == "say" and piece.form in ("ed", "past", "s") for piece in pieces)
        self.voice = speaker or (self.voice if quoted and not told else None)
        self.speaker = None

    def _person(self, pieces: list[Piece], opening: int) -> str | None:
        """Return the side of whom "he" means from now on: who did what a sentence tells, or the only person in it."""
        if privately(pieces):
            return None
        if len(pieces) > 1 and (caller := self.caller(pieces, 1)) is not None:
            return caller
        for part in (pieces[:opening], pieces):
            people = dict.fromkeys(side_of(piece) for piece in part if piece.form == "person")
            if len(people) == 1:
                return next(iter(people))
            if self.last and any(piece.kind == "role" for piece in part[:opening]):
                return self.last
        return self.last or self.person


def _of_side(pieces: list[Piece], at: int) -> bool:
    """Whether an office or body is said to be a side's: "the government of Sudan"."""
    after = pieces[at + 1 : at + 4]
    return bool(after) and after[0].text == "of" and any(piece.kind == "actor" for piece in after)


def _unknown_does(pieces: list[Piece]) -> bool:
    """Whether a sentence opens with a name of nobody known and what he does: "UNSMIL thanked Egypt"."""
    verb = pieces[1].text
    return pieces[0].kind == "name" and pieces[1].kind == "word" and verb.endswith(("ed", "es")) and "-" not in verb


def _sets_scene(pieces: list[Piece], at: int) -> bool:
    """Whether a name stands in what comes before the sentence proper: "After pressure from the US, Israel agreed"."""
    if pieces[0].kind != "prep" and not (pieces[0].text in "+*-•" and pieces[1].kind == "prep"):
        return False
    comma = next((ahead for ahead in range(at, len(pieces)) if pieces[ahead].text in (",", ";")), len(pieces))
    return any(piece.kind == "actor" for piece in pieces[comma + 1 : comma + 4])
