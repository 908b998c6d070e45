"""The speakers that a sentence names, before or after the verb by which they speak."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.grammar.sides import body_of

if TYPE_CHECKING:
    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Sentence

_TELLING = frozenset(("say", "announce", "propose", "offer", "demand", "refuse", "expect"))
_FINITE = frozenset(("ed", "past", "s"))
_HE = frozenset(("he", "she", "they", "it"))
_SAME = frozenset(
    (
        "source",
        "interlocutor",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "minister",
        "official",
        "diplomat",
        "envoy",
        "negotiator",
        "president",
        "statement",
    )
)
_BETWEEN = frozenset(
    [
        "has",
        "had",
        "have",
        "also",
        "later",
        "then",
        "previously",
        "earlier",
        "again",
        "further",
        "once",
        "only",
        "on",
        "today",
        "yesterday",
        "however",
        "meanwhile",
        "likewise",
        "and",
    ]
)
_NOT_OUTLETS = frozenset(["reporters", "journalists", "parliament", "lawmakers", "president", "the"])
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her", "one", "two"))
_IN_TITLE = frozenset(("role", "name", "actor", "number"))
_PARTICLES = frozenset(("de", "van", "von", "bin", "al", "el", "der", "da", "di"))
"""Small words within a name."""
_LONGEST = 400


class Voice(NamedTuple):
    """A speaker in a sentence, and where the verb stands by which he speaks."""

    at: int
    """Where the verb begins, in the article's text."""
    speaker: str | None
    body: str | None
    sure: bool
    """Whether it is a verb of saying; else one of wanting, offering, expecting."""


class Speakers:
    """The speakers of an article, whose full names and bodies are remembered as it goes on."""

    def __init__(self, text: str) -> None:
        """Begin with an article's text."""
        self._text = text
        self.names: dict[str, str] = {}
        self._bodies: dict[str, str | None] = {}

    def heard(self, sentence: Sentence, last: Voice | None) -> list[Voice]:
        """Return who speaks in a sentence, in order; `last` is who spoke before."""
        pieces = sentence.whole[:_LONGEST]
        for at, piece in enumerate(pieces):
            if piece.kind == "actor" and piece.form == "person":
                self._keep_name(pieces, at)
        found: list[Voice] = []
        if pieces and pieces[0].text in ("he", "she") and last is not None:
            found.append(last._replace(at=pieces[0].start, sure=False))
        for at, piece in enumerate(pieces):
            voice = None
            if piece.text == ":" and at + 1 < len(pieces) and pieces[at + 1].kind == "quote":
                found.extend(self._before_colon(pieces, at, last))
            if piece.kind in _TELLING and piece.form in _FINITE:
                voice = self._speaking(pieces, at, last)
            elif piece.text == "according" and at + 1 < len(pieces) and pieces[at + 1].text == "to":
                voice = self._right_of(pieces, at + 1, at, last)
            if voice is not None:
                found.append(voice)
        return found

    def _before_colon(self, pieces: list[Piece], at: int, last: Voice | None) -> list[Voice]:
        """Return who is quoted after a colon: `Verrin: "They offered 90."`."""
        if any(piece.kind == "say" for piece in pieces[max(at - 12, 0) : at]):
            return []
        for back in range(at - 1, max(at - 14, -1), -1):
            if pieces[back].text in ("he", "she") and last is not None:
                return [last._replace(at=pieces[at].start)]
            if pieces[back].kind == "actor":
                person = pieces[back].form == "person"
                return [self._person(pieces, back, at) if person else self._body(pieces, back, back, at)]
            if pieces[back].kind == "name" and pieces[back].text not in _ARTICLES:
                return [
                    self._titled(pieces, back, at, last)
                    or Voice(pieces[at].start, self._words(pieces, back, back), None, sure=True)
                ]
        return []

    def _keep_name(self, pieces: list[Piece], at: int) -> None:
        """Remember the fullest name of a person by the last name."""
        name = self._words(pieces, _name_start(pieces, at), at)
        short = name.split()[-1].casefold() if name else ""
        if len(name) > len(self.names.get(short, "")):
            self.names[short] = name

    def _words(self, pieces: list[Piece], first: int, last: int) -> str:
        return " ".join(self._text[pieces[first].start : pieces[last].end].split())

    def _speaking(self, pieces: list[Piece], at: int, last: Voice | None) -> Voice | None:
        """Return who does the speaking of a verb: who stands before it, else who stands behind."""
        sure = pieces[at].kind == "say"
        if at and pieces[at - 1].text == "'s":
            return None
        if pieces[at].form == "ed" and any(piece.text in _BE for piece in pieces[max(at - 2, 0) : at]):
            by = next((place for place in range(at + 1, min(at + 4, len(pieces))) if pieces[place].text == "by"), None)
            return self._right_of(pieces, by, at, last) if sure and by is not None else None
        back = at - 1
        while back >= 0 and (
            pieces[back].text in _BETWEEN or pieces[back].kind in ("aux", "date") or pieces[back].text.endswith("ly")
        ):
            back -= 1
        if back >= 0:
            voice = self._ending_at(pieces, back, at, last)
            if voice is not None:
                return voice._replace(sure=sure)
        if sure and (back < 0 or pieces[back].kind in ("quote", "punct")):
            return self._right_of(pieces, at, at, last)
        return None

    def _ending_at(self, pieces: list[Piece], end: int, at: int, last: Voice | None) -> Voice | None:
        """Return the speaker whose name or title ends before a verb: "Dmitry Peskov, the Kremlin spokesman, said"."""
        if pieces[end].text in _HE and last is not None and pieces[end].text != "it":
            return last._replace(at=pieces[at].start)
        if pieces[end].text == ",":
            return self._apposed(pieces, end, at)
        if pieces[end].kind == "actor":
            return self._person(pieces, end, at) if pieces[end].form == "person" else self._body(pieces, end, end, at)
        if pieces[end].kind in ("role", "name", "word", "propose") or pieces[end].text in _SAME:
            return self._titled(pieces, end, at, last)
        return None

    def _apposed(self, pieces: list[Piece], end: int, at: int) -> Voice | None:
        """Return the speaker of "Its ombudsman, Ostap Hrynko, said" or "Olena Hryb, the head of the office, said"."""
        for back in range(end - 1, max(end - 13, -1), -1):
            if pieces[back].kind == "actor" and pieces[back].form == "person":
                return self._person(pieces, back, at)
        comma = next((back for back in range(end - 1, max(end - 13, -1), -1) if pieces[back].text == ","), None)
        for last in (end - 1, comma - 1 if comma else -1):
            if last >= 0 and pieces[last].kind == "name" and pieces[last].text != "the":
                first = last
                while (
                    first > 0
                    and pieces[first - 1].kind == "name"
                    and last - first < 3
                    and pieces[first - 1].text not in _ARTICLES
                ):
                    first -= 1
                around = pieces[max(first - 8, 0) : end]
                body = next((body_of(piece) for piece in around if piece.kind == "actor"), None)
                name = self._words(pieces, first, last)
                self.names.setdefault(name.split()[-1].casefold(), name)
                self._bodies.setdefault(name.split()[-1].casefold(), body)
                return Voice(pieces[at].start, name, body, sure=True)
        return None

    def _titled(self, pieces: list[Piece], end: int, at: int, last: Voice | None) -> Voice | None:
        """Return the speaker of "Ukrainian negotiators", "the source", "IGAD mediator Lena Osterwald"."""
        first = end
        while (first > 0 and end - first < 6 and pieces[first - 1].kind in ("role", "name", "actor", "number")) or (
            first > 0 and pieces[first - 1].text == "'s"
        ):
            first -= 1
        actor = next((place for place in range(end, first - 1, -1) if pieces[place].kind == "actor"), None)
        wider = self._described(pieces, end, at)
        if wider is not None and wider.speaker is not None and wider.speaker.split()[0].casefold() in _SAME:
            return wider
        if actor is not None:
            return self._body(pieces, actor, end, at)
        if pieces[end].kind == "role" or pieces[end].text in _SAME:
            if (
                last is not None
                and pieces[end].text in _SAME
                and (pieces[first].text == "the" or (first > 0 and pieces[first - 1].text == "the"))
            ):
                return last._replace(at=pieces[at].start)
            return self._described(pieces, end, at) or Voice(
                pieces[at].start, self._words(pieces, first, end), None, sure=True
            )
        if pieces[end].kind == "name":
            name = self._words(pieces, first, end)
            short = name.split()[-1].casefold()
            return Voice(pieces[at].start, self.names.get(short, name), self._bodies.get(short), sure=True)
        return self._described(pieces, end, at)

    def _described(self, pieces: list[Piece], end: int, at: int) -> Voice | None:
        """Return the speaker of "a source in the negotiating group", "two of the mediators"."""
        for back in range(end, max(end - 11, -1), -1):
            piece = pieces[back]
            if piece.kind not in ("word", "name", "role", "actor", "prep", "number"):
                return None
            if (
                back > 0
                and pieces[back - 1].text in _ARTICLES
                and piece.kind in ("role", "word", "name")
                and (back < 2 or pieces[back - 2].kind != "prep")
            ):
                actor = next((place for place in range(back, end + 1) if pieces[place].kind == "actor"), None)
                body = body_of(pieces[actor]) if actor is not None else None
                return Voice(pieces[at].start, self._words(pieces, back, end), body, sure=True)
        return None

    def _person(self, pieces: list[Piece], place: int, at: int) -> Voice:
        name = self._words(pieces, _name_start(pieces, place), place)
        return Voice(
            pieces[at].start, self.names.get(name.split()[-1].casefold(), name), body_of(pieces[place]), sure=True
        )

    def _body(self, pieces: list[Piece], actor: int, end: int, at: int) -> Voice:
        return Voice(pieces[at].start, self._words(pieces, actor, end), body_of(pieces[actor]), sure=True)

    def _right_of(self, pieces: list[Piece], after: int, at: int, last: Voice | None) -> Voice | None:
        """Return the speaker who stands behind: "said Dmitry Peskov", "according to Ukrainian officials"."""
        for ahead in range(after + 1, min(after + 9, len(pieces))):
            piece = pieces[ahead]
            if piece.text in ("him", "her", "them") and last is not None:
                return last._replace(at=pieces[at].start)
            if piece.kind == "actor" and piece.form == "person":
                return self._person(pieces, ahead, at)
            if piece.kind == "actor":
                return self._side_at(pieces, ahead, at)
            if piece.kind in ("role", "name") and piece.text not in ("the", "a"):
                end = ahead
                while end + 1 < len(pieces) and (
                    pieces[end + 1].kind in ("role", "name")
                    or (
                        pieces[end + 1].text in _PARTICLES
                        and pieces[end + 2 : end + 3]
                        and pieces[end + 2].kind == "name"
                    )
                ):
                    end += 1
                if pieces[end + 1 : end + 2] and pieces[end + 1].form == "person":
                    return self._person(pieces, end + 1, at)
                name = self._words(pieces, ahead, end)
                short = name.split()[-1].casefold()
                return Voice(pieces[at].start, self.names.get(short, name), self._bodies.get(short), sure=True)
            if piece.kind in ("punct", "quote") or (piece.kind not in ("word", "name", "role") and piece.text != "'s"):
                return None
        return None

    def _side_at(self, pieces: list[Piece], place: int, at: int) -> Voice:
        """Return the speaker whose title begins with a side: "Ukrainian negotiators", "Russian envoy Ivan Petrov"."""
        end = place
        while end + 1 < len(pieces) and pieces[end + 1].kind in ("role", "name", "word"):
            end += 1
        if end + 1 < len(pieces) and pieces[end + 1].form == "person":
            return self._person(pieces, end + 1, at)
        while end > place and pieces[end].kind == "word":
            end -= 1
        return self._body(pieces, place, end, at)


def _name_start(pieces: list[Piece], at: int) -> int:
    first = at
    while (
        first > 0
        and pieces[first - 1].kind == "name"
        and at - first < 3
        and pieces[first - 1].text not in ("the", "mr", "ms", "president")
    ):
        first -= 1
    return first
