"""Who says what an article tells: named speakers, quotes that go on, pronouns, outlets that relay."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING
from store.domain.words import Strength
from store.reading.proposals import Said
from store.reading.speakers import Speakers, Voice

if TYPE_CHECKING:
    from store.reading.grammar.sentences import Scene, Sentence

_NOT_OUTLETS = frozenset(("reporters", "journalists", "parliament", "lawmakers", "president", "the"))
_OUTLET = re.compile(
    r"\b(?:told|as reported by|reported by|quoted by|cited by|cites|citing|telling|interview (?:with|to))\s+"
    r"(?:the\s+|[A-Z]\w+[’']s\s+|(?:state|local|daily|newspaper|news agency)\s+){0,4}"
    r"([A-Z][\w.]*(?:\s+[A-Z][\w.]*){0,3}(?:\s+news agency)?)"
)
_ISSUED = re.compile(
    r"\b(?i:statement|remarks|readout|communiqu[eé]|declaration)\s+(?i:by|from)\s+(?i:the\s+)?"
    r"([A-Z][\w.’'-]*(?:\s+(?:of|of the|the|and|and the)?\s*"
    r"(?!(?:Welcom|Regard|Condemn|Announc|Concern|Follow|Mark|Support|Urg)ing\b|On\b)[A-Z][\w.’'-]*){0,7})(?=\s+[a-z]|\s*[\n,:]|\s+[A-Z]\w+ing\b|\s+On\b)"
)


class Speech:
    """Who speaks in each sentence of an article."""

    def __init__(self, scene: Scene) -> None:
        """Read the voices of every sentence, in order."""
        self._scene = scene
        speakers = Speakers(scene.article.text)
        issued = _ISSUED.search(scene.article.text, 0, 400)
        self._issuer = " ".join(issued[1].split()) if issued else None
        self._names = speakers.names
        self._voices: list[list[Voice]] = []
        self._quoted: list[bool] = []
        self._goes_on: list[Voice | None] = []
        last: Voice | None = None
        inside, passage = False, -1
        for sentence in scene.sentences:
            if sentence.passage != passage:
                passage, inside = sentence.passage, False
            began_inside = inside
            voices = speakers.heard(sentence, last)
            marks = sum(piece.kind == "quote" for piece in sentence.whole)
            inside = inside != bool(marks % 2)
            self._quoted.append(began_inside or marks >= 2 or (marks == 1 and inside))
            self._voices.append(voices)
            self._goes_on.append(last if began_inside or self._opens_quote(sentence) else None)
            last = voices[-1] if voices else last

    def at(self, sentence: Sentence, start: int) -> Said:
        """Return who says what stands at a place of a sentence, and how strongly."""
        voices = self._voices[sentence.place]
        voice = (
            min(voices, key=lambda one: (not one.sure, abs(one.at - start)))
            if voices
            else self._goes_on[sentence.place]
        )
        via = self._outlet(sentence)
        if voice is None and self._issuer is not None:
            return Said(self._issuer, None, Strength.HEADLINE if sentence.headline else Strength.PARAPHRASE, via)
        if voice is None:
            return Said(strength=Strength.HEADLINE if sentence.headline else Strength.ARTICLE, via=via)
        if sentence.headline:
            strength = Strength.HEADLINE
        elif self._quoted[sentence.place] and self._in_quote(sentence, start):
            strength = Strength.QUOTE
        else:
            strength = Strength.RELAYED if via else Strength.PARAPHRASE
        return Said(voice.speaker, voice.body, strength, via)

    def _opens_quote(self, sentence: Sentence) -> bool:
        """Whether a sentence is a quote whose speaker stands before it."""
        return bool(sentence.whole) and sentence.whole[0].kind == "quote"

    def _in_quote(self, sentence: Sentence, start: int) -> bool:
        """Whether most of the sentence, or the very place, stands in quotes."""
        marks = [piece.start for piece in sentence.whole if piece.kind == "quote"]
        if not marks:
            return True
        quoted = sum(last - first for first, last in zip(marks[::2], [*marks[1::2], sentence.end], strict=False))
        before = sum(mark < start for mark in marks)
        return before % 2 == 1 or quoted * 2 > sentence.end - sentence.start

    def _outlet(self, sentence: Sentence) -> str | None:
        """Return the outlet that relays a sentence."""
        match = _OUTLET.search(self._scene.article.text, sentence.start, min(sentence.end, sentence.start + 2000))
        if match is None or match[1].casefold() in _NOT_OUTLETS:
            return None
        return None if match[1].split()[-1].casefold() in self._names else match[1].rstrip(".")
