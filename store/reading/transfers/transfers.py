"""What an article says was given, or is to be given: who, how many of what, to whom, when; sentence by sentence."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import NO_WINDOW, Window
from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.grammar.sentences import Scene, Sentence
from store.reading.grammar.sides import side_of
from store.reading.proposals import ALL_SIDES, Figure
from store.reading.transfers.act import Act
from store.reading.transfers.acts import act_on
from store.reading.transfers.again import Held, held_over, taken_up
from store.reading.transfers.counted import Counted, lost
from store.reading.transfers.counting import counted_in
from store.reading.transfers.days import dated, today_of, window_of
from store.reading.transfers.directions import Parties, parties_of, returned, says, words_of
from store.reading.transfers.evacuated import evacuated, lets_out
from store.reading.transfers.events import auxiliaries, looks_back
from store.reading.transfers.foreseen import is_no_due
from store.reading.transfers.mediated import without_mediator
from store.reading.transfers.moves import UNDER_WAY, is_freed_later
from store.reading.transfers.named import kind_of_named, named_release, worth_naming
from store.reading.transfers.partners import goes_back
from store.reading.transfers.totals import cumulative
from store.reading.transfers.unnumbered import unnumbered_exchange
from store.reading.transfers.untold import untold
from store.reading.transfers.whose import with_owner
from store.reading.transfers.worth import PAPERS

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOLD = ("done", "owed", "offered")
_KEPT = 8
"""For how many sentences the day of an event is the day of what is told of it."""


class Transfer(NamedTuple):
    """One thing given, or to be given, as a sentence says it."""

    sentence: Sentence
    counted: Counted
    act: Act
    giver: str | None
    taker: str | None
    reciprocal: bool
    guessed: bool
    """Whether giver and taker follow only from whose people they are."""
    per: str
    """What the number counts: one_way, each, total, unstated."""
    window: Window


class _Reader:
    """Goes through the sentences of an article and keeps what one says for those that follow."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._named: list[str] = []
        self._besieged = lets_out(scene)
        self._day, self._told = NO_WINDOW, -_KEPT - 1
        self._kind, self._passage = "", -1
        self._before: Parties | None = None
        self._first: Parties | None = None
        self._last: Parties | None = None
        self._here = NO_WINDOW
        self._held: list[Held] = []

    def read(self, sentence: Sentence) -> Iterator[Transfer]:
        """Yield what a sentence says was given, or is to be given."""
        if sentence.passage != self._passage:
            self._passage, self._before = sentence.passage, None
        act: Act | None = None
        self._first, self._here = None, NO_WINDOW
        everything = counted_in(sentence.pieces)
        again = taken_up(sentence, self._held)
        if again and not any(counted.numbered for counted in everything):
            everything = [*again, *(counted for counted in everything if counted.first > again[-1].last)]
        last: Transfer | None = None
        told = unnumbered_exchange(sentence.pieces) if not everything else None
        if told is not None and told[1].status == "done":
            yield self._transfer(sentence, *told)
        if not any(counted.numbered for counted in everything):
            yield from self._named_in(sentence)
        for counted in everything:
            found = act_on(sentence.pieces, counted, act)
            gone = lost(sentence.pieces, counted) and not (
                found is not None and is_freed_later(sentence.pieces, counted, found)
            )
            out = evacuated(sentence.pieces, counted) if found is None and self._besieged else None
            if out is not None:
                yield self._transfer(sentence, *out)
                continue
            if found is None or gone or found.status not in _TOLD:
                one = held_over(sentence, counted)
                self._held += [one] if one is not None else []
            elif counted.numbered:
                self._held.clear()
            if found is not None and not gone and not untold(self._scene, sentence.pieces, counted, found):
                act = found
                transfer = _turned(self._transfer(sentence, counted, found), last)
                last = transfer
                yield from _each_way(transfer)
                yield from _rest_of(transfer)
                yield from _person_for(transfer, everything)
        self._named = [side_of(piece) for piece in sentence.pieces if piece.kind == "actor"] or self._named

    def _named_in(self, sentence: Sentence) -> Iterator[Transfer]:
        """Yield the release of people whom a sentence names and does not count."""
        told = named_release(sentence)
        held_as = kind_of_named(self._scene, sentence) if told is not None else None
        if told is not None and held_as is not None:
            unit, kind = held_as
            yield self._transfer(sentence, told[0]._replace(unit=unit, kind=kind), told[1])

    def _transfer(self, sentence: Sentence, counted: Counted, act: Act) -> Transfer:
        bare = not counted.kind
        if bare:
            counted = counted._replace(unit="person", kind=self._kind or "persons")
        self._kind = self._kind if counted.kind in PAPERS else counted.kind
        counted = with_owner(self._scene, sentence.pieces, counted)
        parties = parties_of(self._scene, sentence, counted, act, self._named)
        if act.partner:
            parties = returned(self._scene, sentence.pieces, counted, parties, self._first)
        if bare and parties.giver is None and self._before is not None:
            parties = self._before
        parties = _on_the_way(parties, act, self._before, self._last)
        self._before = self._last = parties
        if not act.partner:
            self._first = parties
        later = is_freed_later(sentence.pieces, counted, act)
        told = counted._replace(first=act.at + 1, last=act.at + 1) if later else counted
        window = window_of(self._scene, sentence, told, act)
        if act.status != "done" and window.phrase and is_no_due(act, sentence.pieces, window.phrase):
            window = NO_WINDOW
        if act.moved and act.why == UNDER_WAY and not window.bounded:
            window = self._now()
        elif act.status == "done":
            window = self._day_of(sentence, act, window)
            window = window if window.bounded else self._here
            self._here = window
        return Transfer(sentence, counted, act, *parties, _per(sentence.pieces, counted, act, parties), window)

    def _now(self) -> Window:
        """Return the article's own day, on which people are under way."""
        day = self._scene.article.published.day
        return Window(day, day, phrase=UNDER_WAY, rule="told in the present") if day else NO_WINDOW

    def _day_of(self, sentence: Sentence, act: Act, window: Window) -> Window:
        """Return when something was done: as its sentence says, else today in a live report, else as told before."""
        words = auxiliaries(sentence, act)
        plain = not dated(sentence, act) and not cumulative(sentence)
        if not window.bounded and plain and "had" not in words:
            window = today_of(self._scene, sentence)
        if window.bounded and not looks_back(sentence, act):
            self._day, self._told = window, sentence.place
        elif (
            not window.bounded
            and plain
            and not looks_back(sentence, act)
            and not words & {"had", "has", "have"}
            and sentence.place - self._told <= _KEPT
        ):
            return self._day
        return window


def _each_way(transfer: Transfer) -> Iterator[Transfer]:
    """Yield a transfer; where both sides freed one person, they are two people: "each freed a prisoner"."""
    one = transfer.reciprocal and transfer.counted.figure.value == 1 and transfer.act.status == "done"
    if not one or transfer.giver is None or transfer.taker is None or transfer.act.way == "exchange":
        yield transfer
        return
    yield transfer._replace(reciprocal=False, per="one_way")
    yield transfer._replace(giver=transfer.taker, taker=transfer.giver, reciprocal=False, per="one_way")


def _on_the_way(parties: Parties, act: Act, *before: Parties | None) -> Parties:
    """Return who gives and who takes where a way tells it: "left Sanaa for Riyadh", "went the other way"."""
    if act.ends == (None, None):
        return Parties(None, None)
    if act.ends is not None:
        giver, taker = act.ends
        giver = giver or (parties.giver if parties.giver != taker else None)
        taker = taker or (parties.taker if parties.taker != giver else None)
        return Parties(giver, None if giver == taker else taker)
    last = next((one for one in before if one is not None and not one.reciprocal), None)
    if last is not None and act.again:
        return last
    return Parties(last.taker, last.giver) if act.turned and last is not None else parties


def _turned(transfer: Transfer, last: Transfer | None) -> Transfer:
    """Return what was given in return for what the same sentence tells before it with its two sides turned."""
    if last is None or last.reciprocal or transfer.act.partner or last.giver is None:
        return transfer
    if not goes_back(transfer.sentence.pieces, transfer.counted, last.counted):
        return transfer
    return transfer._replace(giver=last.taker, taker=last.giver)


def _rest_of(transfer: Transfer) -> Iterator[Transfer]:
    """Yield the number that a part begins, as owed: 400 where "the first 80 of 400" were freed."""
    rest = transfer.counted.rest
    if rest is not None and transfer.act.status == "done":
        counted = transfer.counted._replace(figure=rest, partial=False, rest=None)
        owed = transfer.act._replace(status="owed", modality="agreed")
        yield transfer._replace(counted=counted, act=owed, window=NO_WINDOW)


def _person_for(transfer: Transfer, others: list[Counted]) -> Iterator[Transfer]:
    """Yield the one person for whom several were given: "the sergeant was freed in exchange for five prisoners"."""
    act, pieces = transfer.act, transfer.sentence.pieces
    alone = not any(other.numbered and other.first < act.at for other in others)
    one = {piece.text for piece in pieces[act.left : act.at]} & {"was", "is", "has"}
    if not act.partner or act.status != "done" or not (alone and one and act.passive) or transfer.taker is None:
        return
    figure = Figure(1, how=f"'{' '.join(piece.text for piece in pieces[act.left : act.at + 1])}' is one")
    counted = transfer.counted._replace(figure=figure, unit="person", kind="prisoners", owner=None, numbered=True)
    first = act._replace(partner=False)
    yield transfer._replace(counted=counted, act=first, giver=transfer.taker, taker=transfer.giver)


def transfers_in(scene: Scene) -> Iterator[Transfer]:
    """Yield what an article says was given or is to be given, sentence by sentence."""
    reader = _Reader(without_mediator(scene))
    found = [transfer for sentence in scene.sentences for transfer in reader.read(sentence)]
    yield from worth_naming(found)


def _per(pieces: list[Piece], counted: Counted, act: Act, parties: Parties) -> str:
    """Return what the number counts."""
    around = words_of(pieces[max(counted.first - 5, 0) : counted.last + 7])
    total = says(around, group("total"))
    if parties.giver == ALL_SIDES or (total and parties.giver is None):
        return "total"
    if not parties.reciprocal:
        return "one_way"
    if _halved(pieces, counted):
        return "total"
    if says(around, group("each")) or _mirrored(pieces, counted):
        return "each"
    if total:
        return "total"
    return "each" if not counted.numbered or act.way == "give" else "unstated"


def _halved(pieces: list[Piece], counted: Counted) -> bool:
    """Whether half of it is told right behind as what each side gives: "314 prisoners, 157 each"."""
    total = counted.figure.value
    behind = [piece.value for piece in pieces[counted.last + 1 : counted.last + 6] if piece.kind == "number"]
    return total is not None and any(isinstance(half, int) and 2 * half == total for half in behind)


def _mirrored(pieces: list[Piece], counted: Counted) -> bool:
    """Whether the same number stands on both sides: "1,000 for 1,000"."""
    numbers = [piece.value for piece in pieces if piece.kind == "number"]
    twice = counted.figure.value is not None and numbers.count(counted.figure.value) > 1
    return twice and any(piece.text in ("for", "to") for piece in pieces)
