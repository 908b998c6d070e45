"""The words of stance in a sentence: verbs and nouns by which a side asks, offers, takes or refuses something."""

from __future__ import annotations

from functools import lru_cache

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.grammar.forms import noun_forms, verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.grammar.piece import Piece
    from store.reading.lexicon import Entry, Lexicon

_GAP = 9
"""How many pieces may stand between the halves of a word of stance ("turned the whole plan down")."""
_PERFECT = 3
"""How far behind "it" a verb stands at most: "it had already agreed to"."""
_BEFORE = 25
"""How many pieces before it, for a passive or a relative clause."""
_NEAR = 9
"""How many pieces after a word of stance are searched for what is talked about."""


def word_set(words: str) -> frozenset[str]:
    """Return the words of a line."""
    return frozenset(words.split())


_DEEDS = word_set("violating violation violations breaching breach breaches holding detaining")
_DECLINED = word_set(
    "detail discuss go predict speculate offer take estimate characterise characterize describe publish"
)
"""What an official does not tell when he declines to: "declined to discuss the case"."""
_OPENS_NOUN = word_set("the a an this that these those its his her their our my any no another one's 's")
_DETERMINERS = frozenset(("a", "an", "the", "this", "that", "it", "its", "their", "his", "all", "these", "such"))
_ENDS = frozenset(";.!?:")


class Mark(NamedTuple):
    """A word of stance where it stands."""

    stance: str
    """That of the position, or `ask` and `offer`, which depend on who holds it."""
    noun: bool
    """Whether it is a noun."""
    form: str
    """The form of a verb: base, s, ing, past, pp, ed; empty of a noun."""
    first: int
    """Its first piece."""
    last: int
    """The last piece of its first half: what is asked or refused follows."""
    words: str
    """As the text says it, folded."""


class _Word(NamedTuple):
    run: tuple[str, ...]
    rest: tuple[str, ...]
    stance: str
    noun: bool
    form: str
    choosy: bool


class Stances:
    """The words of stance of a lexicon, ready to be looked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the entries `stance-verb` and `stance-noun` of a lexicon."""
        self._words: dict[str, list[_Word]] = {}
        ideas: set[str] = set()
        matters: set[str] = set()
        self._silent: set[str] = set()
        for (kind, _), entry in lexicon.entries.items():
            if kind == "stance-idea":
                ideas.update(noun_forms(entry.words))
            elif kind == "stance-matter":
                matters.update(noun_forms(entry.words))
            elif kind == "stance-silent":
                self._silent.add(entry.words)
            elif kind in ("stance-verb", "stance-noun"):
                for word in _forms(entry, noun=kind == "stance-noun"):
                    self._words.setdefault(word.run[0], []).append(word)
        verbs = {word.run for words in self._words.values() for word in words if not word.noun}
        self._only_nouns = frozenset(
            word.run[0] for words in self._words.values() for word in words if word.noun and word.run not in verbs
        ) - {run[0] for run in verbs}
        self.ideas = frozenset(ideas)
        """Words for what somebody said: proposal, demand, plan and so on."""
        self.matters = frozenset(matters)
        """What is talked about: ceasefires, withdrawals, terms and so on."""
        for words in self._words.values():
            words.sort(key=lambda word: -len(word.run) - len(word.rest))

    def marks(self, pieces: list[Piece]) -> Iterator[Mark]:
        """Yield the words of stance of a sentence, in their order."""
        at = 0
        while at < len(pieces):
            mark = self._mark(pieces, at)
            if mark is not None:
                yield mark
            at = mark.last + 1 if mark is not None else at + 1

    def _mark(self, pieces: list[Piece], at: int) -> Mark | None:
        words = self._words.get(pieces[at].text.partition(" ")[0])
        if words is None:
            return None
        noun = words[0].run[0] in self._only_nouns or is_noun(pieces, at)
        for word in words:
            if word.noun != noun and word.form not in ("past", "ed", "pp", "ing"):
                continue
            last = _matched(pieces, at, word.run)
            if last is None or (word.rest and not _follows(pieces, last, word.rest)):
                continue
            if word.choosy and not (self.has_idea(pieces, at, last) or _denies_doing(pieces, at, last)):
                continue
            if word.stance == "reject" and (self._keeps_silent(pieces, at, last) or _denies_fact(pieces, at, last)):
                return None
            if word.stance == "agree" and _with_one_another(pieces, last):
                return None
            return Mark(
                word.stance,
                word.noun,
                word.form,
                at,
                last,
                " ".join([*word.run, *(("…", *word.rest) if word.rest else ())]),
            )
        return None

    def has_idea(self, pieces: list[Piece], first: int, last: int) -> bool:
        """Whether something talked about stands near: after a word of stance, or right before it."""
        after = pieces[last + 1 : last + 1 + _NEAR]
        if (
            not after
            or after[0].kind in ("punct", "prep", "date")
            or after[0].text in ("it", "this", "that", "them", "both")
        ):
            return bool(after and after[0].kind == "pron") or self._names_idea(pieces[max(first - _BEFORE, 0) : first])
        stop = next((at for at, piece in enumerate(after) if piece.kind == "punct"), len(after))
        return self._names_idea(after[:stop])

    def takes(self, pieces: list[Piece], mark: Mark, holder: int) -> bool:
        """Whether one side agrees to what it was asked or offered: "Israel has agreed to a temporary ceasefire"."""
        following = pieces[mark.last + 1 : mark.last + 2]
        pronoun = pieces[holder].text in ("it", "they") and mark.first - holder <= _PERFECT
        return (
            (pieces[holder].kind == "actor" or pronoun)
            and bool(following)
            and (following[0].text in _DETERMINERS or following[0].kind == "actor" or self.matter(following[0]))
            and not any(piece.kind.startswith("exchange") for piece in pieces[mark.last + 1 : mark.last + 5])
            and self.has_idea(pieces, mark.first, mark.last)
        )

    def matter(self, piece: Piece) -> bool:
        """Whether a word is something talked about, or a word for what somebody said."""
        return piece.text in self.matters or piece.text in self.ideas

    def hands_over(self, pieces: list[Piece]) -> bool:
        """Whether what is offered is counted people or things given: that is a commitment offered, no position."""
        kinds = {piece.kind for piece in pieces}
        truce = any(piece.text in self.matters for piece in pieces[:8])
        return not truce and "number" in kinds and "unit" in kinds and bool(kinds & {"give-verb", "exchange-verb"})

    def _names_idea(self, pieces: list[Piece]) -> bool:
        return any(
            word in self.ideas or word in self.matters
            for piece in pieces
            for word in (piece.text, piece.text.rpartition(" ")[2])
        )

    def _keeps_silent(self, pieces: list[Piece], first: int, last: int) -> bool:
        """Whether one only declines to say something: "declined to comment", "declined to publicly identify"."""
        if last + 2 >= len(pieces) or pieces[last + 1].text != "to":
            return False
        said = last + 3 if pieces[last + 2].text.endswith("ly") and last + 3 < len(pieces) else last + 2
        declined = pieces[first].text.startswith("declin") and pieces[said].text.split()[0] in _DECLINED
        return declined or pieces[said].text in self._silent or pieces[said].kind == "say"


def _denies_doing(pieces: list[Piece], at: int, last: int) -> bool:
    """Whether a deed against what is talked about is denied: "denied holding political prisoners", "any breach"."""
    near = [piece.text for piece in pieces[last + 1 : last + 4]]
    if not pieces[at].text.startswith(("deny", "denie")) or not near:
        return False
    return not _DEEDS.isdisjoint(near)


def _denies_fact(pieces: list[Piece], at: int, last: int) -> bool:
    """Whether it is only denied that something is so: "denied that any list was being discussed"."""
    return pieces[at].text.startswith(("deny", "denie")) and [piece.text for piece in pieces[last + 1 : last + 2]] == [
        "that"
    ]


def _with_one_another(pieces: list[Piece], last: int) -> bool:
    """Whether somebody is agreed with on something, and nothing taken: "had agreed with the Houthis on an exchange"."""
    near = pieces[last + 1 : last + 4]
    if not pieces[last].text.endswith("with"):
        return False
    who = next((place for place, piece in enumerate(near) if piece.text not in ("the", "its", "his", "their")), 0)
    return (
        who < len(near)
        and near[who].kind == "actor"
        and pieces[last + who + 2 : last + who + 3] != []
        and (pieces[last + who + 2].text in ("on", "to", "that", "about", "over"))
    )


@lru_cache(maxsize=4)
def stances_of(lexicon: Lexicon) -> Stances:
    """Return the words of stance of a lexicon."""
    return Stances(lexicon)


def is_noun(pieces: list[Piece], at: int) -> bool:
    """Whether a word that may be a verb or a noun is a noun here, by what stands before it."""
    if at == 0:
        return False
    for back in range(at - 1, max(at - 5, -1), -1):
        piece = pieces[back]
        if piece.text in _OPENS_NOUN:
            return piece.text not in ("that", "this") or back < at - 1
        if piece.kind == "actor":
            return back == at - 1 and adjectival(piece)
        if piece.kind == "prep":
            return piece.text != "to" or back < at - 1
        if piece.kind in ("modal", "aux", "not", "pron", "punct", "conj", "date", "role", "say"):
            return False
        if piece.text.endswith("ly") or piece.text in ("again", "once", "more", "also"):
            return False
    return False


def adjectival(piece: Piece) -> bool:
    """Whether an actor's name stands as an adjective: "Russian", not "Russia", "Moscow" or "Russians"."""
    side = str(piece.value).partition("/")[0].casefold()
    return (
        piece.form == "actor"
        and piece.text != side
        and piece.text.endswith(("n", "sh", "se", "i", "ch", "ic", "ese", "k"))
    )


def _forms(entry: Entry, *, noun: bool) -> Iterator[_Word]:
    words = entry.words.removesuffix("*")
    head, _, rest = (part.strip() for part in words.partition("…"))
    choosy = entry.words.endswith("*")
    first, _, particle = head.partition(" ")
    nouns = (f"{form} {particle}".strip() for form in noun_forms(first))
    forms = dict.fromkeys(nouns, "") if noun else verb_forms(head)
    for form, name in forms.items():
        yield _Word(tuple(form.split()), tuple(rest.split()), entry.meaning, noun, name, choosy)


def _matched(pieces: list[Piece], at: int, run: tuple[str, ...]) -> int | None:
    """Return the last piece of a run of words that begins at a piece; None where it does not stand there."""
    left = list(run)
    while left:
        if at >= len(pieces):
            return None
        words = pieces[at].text.split(" ")
        if words != left[: len(words)]:
            return None
        left = left[len(words) :]
        at += 1
    return at - 1


def _follows(pieces: list[Piece], last: int, rest: tuple[str, ...]) -> bool:
    for at in range(last + 2, min(last + 2 + _GAP, len(pieces))):
        if pieces[at - 1].text in _ENDS:
            return False
        if _matched(pieces, at, rest) is not None:
            return True
    return False
