"""What the sides ask, offer, take and refuse: one position for each holder, stance and topic."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.groups import group
from store.reading.grammar.sides import side_of
from store.reading.positions.addressed import each_other, mutual, names, of_people, urges
from store.reading.positions.holders import Held, partners_of, subject_of
from store.reading.positions.knowledge import known_of, seated_in
from store.reading.positions.memory import Memory
from store.reading.positions.moods import asks_a_side, mood, of_oneself, only_thinks
from store.reading.positions.owners import owner_of
from store.reading.positions.partaking import of_the_talks, off_the_talks, only_supposed
from store.reading.positions.passives import by_whom, passive
from store.reading.positions.predicates import predicates_in, repeats
from store.reading.positions.refusals import refusals_in
from store.reading.positions.sameness import joined, negotiated, same
from store.reading.positions.speaking import speaker_of
from store.reading.positions.stances import Mark, Stances, stances_of, word_set
from store.reading.positions.stand import Stand, adds, goes_on, parted, said, span_of
from store.reading.positions.terms import setter_of, terms_in
from store.reading.positions.topics import (
    clause_end,
    content_words,
    topic_after,
    topic_before,
    topic_of_clause,
    topic_of_noun,
)
from store.reading.proposals import Position, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Scene, Sentence
    from store.reading.lexicon import Lexicon

_BY_PARTIES = frozenset(("want", "offer", "criticise", "accuse", "accept"))
_OF_OTHERS = ("demand", "urg", "call", "ask", "press", "appeal")
"""Verbs whose object is never oneself: who "demanded that Washington show" was not Washington."""
_AGAINST = frozenset(("accuse", "condemn", "criticise"))
_CLAIMS = word_set("claim allege assert charge")
_SOON, _LEAD = 6, 2
_MOST = 50
"""How many positions of one holder and stance are proposed from one article: more than that is no article."""
_MERGED = {"propose": "demand"}
"""Stances that are one where the topic is one: whoever proposes what he also demands holds one position."""


def positions_in(scene: Scene, lexicon: Lexicon) -> Iterator[Proposal]:
    """Yield the positions of an article, in the order of its text, numbered from P1."""
    room = _Room(scene, lexicon)
    for number, stands in enumerate(joined(room.once()), 1):
        first = stands[0]
        pieces = first.sentence.pieces
        spans = tuple(span_of(stand) for stand in stands)
        line = scene.article.text.count("\n", 0, spans[0].start) + 1
        why = (f"{first.position.stance}: '{first.mark.words}'", f"holder: '{pieces[first.held.at].text}'")
        topic = "; ".join(dict.fromkeys(stand.position.topic for stand in stands))
        yield Proposal(f"P{number}", first.position._replace(topic=topic), spans, line, said(first), why)


class _Room:
    """The positions of one article while they are found."""

    def __init__(self, scene: Scene, lexicon: Lexicon) -> None:
        self.scene = scene
        self.stances: Stances = stances_of(lexicon)
        self.seated = seated_in(lexicon)
        self.memory = Memory(known_of(scene, lexicon, self.seated))
        self.leads = False
        """Whether the sentence at hand is one of the first, whose sides are those that the article is about."""
        self.kept: list[Stand] = []
        self.nearby: dict[tuple[str, str], list[Position]] = {}

    def once(self) -> Iterator[Stand]:
        """Yield the positions, of those that say the same only the first."""
        for stand in self._stands():
            key = stand.position.holder, _MERGED.get(stand.position.stance, stand.position.stance)
            near = self.nearby.setdefault(key, [])
            if len(near) < _MOST and not any(self._same(stand, other) for other in near):
                near.append(stand.position)
                self.kept.append(stand)
                yield stand

    def _same(self, stand: Stand, other: Position) -> bool:
        listed = self.memory.known.author == stand.position.holder or adds(stand.sentence.pieces, stand.mark.first)
        return same(stand.position, other, self.stances.ideas, spoken_of=stand.mark.noun, listed=listed)

    def _stands(self) -> Iterator[Stand]:
        for sentence in parted(self.scene.sentences):
            pieces, self.leads = sentence.pieces, sentence.place <= _LEAD
            marks = [] if pieces and pieces[-1].text == "?" else self._marks(pieces)
            if marks:
                self.memory.speaker = speaker_of(pieces, self.memory)
            before: Stand | None = None
            here: list[Stand] = []
            for mark in marks:
                if mark.stance == "accuse" and each_other(pieces, mark, self.scene.pair):
                    yield from mutual(sentence, mark, self.scene)
                    continue
                stand = self._stand(sentence, mark, before)
                if stand is not None:
                    yield stand
                    yield from self._partners(stand)
                    before = stand
                    here.append(stand)
            for stand in predicates_in(sentence, self.scene, self.memory, self._party):
                if not any(repeats(stand, other) for other in here):
                    yield stand
            self.memory.told(pieces, speaker_of(pieces, self.memory))

    def _partners(self, stand: Stand) -> Iterator[Stand]:
        """Yield the same for the sides that are named together with the holder."""
        pieces = stand.sentence.pieces
        owner = pieces[stand.held.at]
        if owner.kind != "actor" or side_of(owner) != stand.held.side:
            return
        for side, at in partners_of(pieces, stand.held):
            held = Held(side, at)
            asks = stand.position.stance if stand.mark.stance != "ask" else None
            stance = asks or self._stance(pieces, stand.mark, held, negated=False)
            if stance is not None:
                yield stand._replace(position=stand.position._replace(holder=side, stance=stance), held=held)

    def _marks(self, pieces: list[Piece]) -> list[Mark]:
        """Return the words of stance of a sentence; what a side will not do only where nothing else says a stance."""
        marks = [*self.stances.marks(pieces), *terms_in(pieces)]
        if any(mark.stance in ("reject", "demand", "terms", "must", "accept") for mark in marks):
            return marks
        return [*marks, *refusals_in(pieces)]

    def _stand(self, sentence: Sentence, mark: Mark, before: Stand | None) -> Stand | None:
        pieces = sentence.pieces
        if mark.stance in ("must", "should", "wrong"):
            return self._of_others(sentence, mark)
        if mark.stance in ("terms", "wont"):
            return self._of_will(sentence, mark)
        negated, certain = mood(pieces, mark)
        if not certain or only_thinks(pieces, mark) or only_supposed(pieces, mark):
            return None
        turned = not mark.noun and mark.form in ("ed", "pp") and passive(pieces, mark.first)
        held = self._holder(pieces, mark, before, turned=turned)
        stance = self._stance(pieces, mark, held, negated=negated) if held else None
        if held is None or stance is None or goes_on(pieces, mark, held, stance, before):
            return None
        topic = self._topic(pieces, mark, held, before, turned=turned)
        end = clause_end(self.scene.article.text, pieces, mark.last + 1)
        said_of = pieces[mark.last + 1 : end]
        if not topic or off_the_talks(pieces, mark, held, Position(held.side, stance, topic)):
            return None
        if mark.stance in ("offer", "propose") and not mark.noun and self.stances.hands_over(said_of):
            return None
        if stance in ("criticise", "condemn") and not of_the_talks(said_of, held.side, self.stances):
            return None
        relayed = self._relayed(pieces, stance, held)
        if relayed is not None:
            held, stance = held._replace(side=relayed), "accuse"
        return Stand(sentence, Position(held.side, stance, topic), mark, held, self.memory.speaker, end)

    def _of_will(self, sentence: Sentence, mark: Mark) -> Stand | None:
        """Return what a party says must come before it does something, or what it will not do at all."""
        pieces, text, never = sentence.pieces, self.scene.article.text, mark.stance == "wont"
        held = subject_of(pieces, mark.first, self.memory) if never else setter_of(pieces, mark, self.memory)
        topic = topic_of_clause(text, pieces, mark) if never else topic_after(text, pieces, mark)
        if held is None or not self._party(held.side) or not content_words(topic):
            return None
        if never and of_people(pieces[held.at]):
            return None
        end = clause_end(text, pieces, mark.last + 1)
        position = Position(held.side, "reject" if never else "demand", topic)
        return Stand(sentence, position, mark, held, self.memory.speaker, end)

    def _of_others(self, sentence: Sentence, mark: Mark) -> Stand | None:
        """Return what a speaker says the other side has to do, or does wrong."""
        pieces = sentence.pieces
        speaker = self.memory.heard(pieces)
        subject = subject_of(pieces, mark.first, self.memory)
        if (
            speaker is None
            or mark.noun
            or (subject is not None and subject.side == speaker)
            or of_oneself(pieces, mark)
            or (mark.stance == "should" and not asks_a_side(pieces, mark))
        ):
            return None
        text = self.scene.article.text
        topic = topic_of_clause(text, pieces, mark)
        if mark.stance == "must" and not asks_a_side(pieces, mark) and not negotiated(topic):
            return None
        stance = "demand" if mark.stance == "must" or self._party(speaker) else "urge"
        if mark.stance == "wrong":
            if passive(pieces, mark.first):
                subject = by_whom(pieces, mark.last)
            if not self._does_wrong(pieces, mark, subject) or not self._party(speaker):
                return None
            if subject is not None and subject.side == speaker:
                return None
            stance = "accuse"
        end = clause_end(text, pieces, mark.last + 1)
        held = Held(speaker, subject.at if subject else mark.first)
        return (
            Stand(sentence, Position(speaker, stance, topic), mark, held, speaker, end)
            if content_words(topic)
            else None
        )

    def _does_wrong(self, pieces: list[Piece], mark: Mark, subject: Held | None) -> bool:
        """Whether a verb says that a party does wrong, or that something has harmed what is talked about."""
        if subject is not None:
            doer = self._party(subject.side)
        else:
            has = any(piece.text in ("has", "had", "have") for piece in pieces[max(mark.first - 3, 0) : mark.first])
            near = pieces[mark.last + 1 : mark.last + 4]
            doer = has and any(self.stances.matter(piece) or piece.kind == "meeting" for piece in near)
        return doer and mood(pieces, mark)[1] and (subject is not None or not passive(pieces, mark.first))

    def _holder(self, pieces: list[Piece], mark: Mark, before: Stand | None, *, turned: bool) -> Held | None:
        if mark.noun:
            return owner_of(pieces, mark.first, mark.last, self.memory)
        if not turned:
            return subject_of(pieces, mark.first, self.memory)
        found = by_whom(pieces, mark.last)
        pair = self.scene.pair
        if (
            found is None
            and before is not None
            and pair is not None
            and before.position.holder in pair
            and mark.stance in ("reject", "accept")
        ):
            return Held(pair[1] if before.position.holder == pair[0] else pair[0], mark.first)
        return found

    def _stance(self, pieces: list[Piece], mark: Mark, held: Held, *, negated: bool) -> str | None:
        """Return the stance of the position: not to accept is to reject, what others ask of the parties is urging."""
        party = self._party(held.side)
        if negated:
            return "reject" if mark.stance in ("accept", "agree") else None
        if mark.stance == "agree":
            return "accept" if party and mark.form != "ing" and self.stances.takes(pieces, mark, held.at) else None
        truce = mark.stance == "offer" and any(map(self.stances.matter, pieces[mark.last + 1 : mark.last + _SOON]))
        pair = self.scene.pair if self.leads else None
        of_party = mark.stance == "accuse" and any(
            names(pieces[mark.last + 1 : mark.last + 4], side) for side in pair or ()
        )
        if (mark.stance in _BY_PARTIES and not party and not truce and not of_party) or (
            mark.stance == "need" and party and held.side != self.memory.known.author
        ):
            return None
        of_others = mark.stance in _AGAINST or mark.words.startswith(_OF_OTHERS)
        if of_others and not mark.noun and names(pieces[mark.last + 1 : mark.last + 4], held.side):
            return None
        if mark.stance == "ask":
            return "demand" if party and not urges(pieces, mark, held.side, self.scene.pair) else "urge"
        return {"want": "demand", "offer": "propose", "need": "urge"}.get(mark.stance, mark.stance)

    def _party(self, side: str) -> bool:
        """Whether a side is a party to the conflict: one of the pair, or a movement without a seat of power."""
        pair = self.scene.pair
        return pair is None or side in pair or (side not in self.seated and side not in group("third"))

    def _relayed(self, pieces: list[Piece], stance: str, held: Held) -> str | None:
        """Return who accuses the other of refusing: "Kyiv had refused the bodies, claimed Moscow's envoy"."""
        speaker = self.memory.speaker
        if stance != "reject" or speaker == held.side:
            return None
        claimed = any(
            piece.kind == "say" and piece.form not in ("", "base") and str(piece.value) in _CLAIMS for piece in pieces
        )
        return speaker if claimed else None

    def _topic(self, pieces: list[Piece], mark: Mark, held: Held, before: Stand | None, *, turned: bool) -> str | None:
        """Return what it is about: what follows, what stands before, or what was spoken of last."""
        text = self.scene.article.text
        if turned:
            if before is not None and any(piece.text == "that" for piece in pieces[before.mark.last : mark.first]):
                return None
            topic = topic_before(text, pieces, mark.first)
            bare = mark.stance in ("want", "demand", "ask") and content_words(topic) <= self.stances.ideas
            return topic if content_words(topic) and not bare else before.position.topic if before else None
        if mark.noun:
            return topic_of_noun(text, pieces, mark, held.at)
        topic = topic_after(text, pieces, mark)
        if mark.last + 1 < len(pieces) and pieces[mark.last + 1].kind in ("aux", "modal"):
            return None
        last = next((stand for stand in reversed(self.kept) if stand.held.side != held.side), None)
        taken_up = last.position.topic if last and mark.stance in ("reject", "accept") else None
        if content_words(topic):
            return taken_up or topic if content_words(topic) <= self.stances.ideas else topic
        earlier = topic_before(text, pieces, held.at)
        if content_words(earlier) <= self.stances.ideas:
            return earlier if self._held_before(held.side, mark.stance) else taken_up
        return earlier

    def _held_before(self, side: str, stance: str) -> bool:
        return any(position.stance == stance for position in self.nearby.get((side, _MERGED.get(stance, stance)), ()))
