"""What an article says twice, in parts and in sum, made one: no fact twice, no total beside its parts."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.domain.windows import Window
from store.reading.grammar.groups import group
from store.reading.proposals import Commitment, Exchange
from store.reading.transfers.carriedout import FREED, done_in_parts, was_carried_out
from store.reading.transfers.days import dated
from store.reading.transfers.events import dated_by_events, told_in_present
from store.reading.transfers.kinds import SWAPPED, content_of, kind_of, speaks_of_swaps
from store.reading.transfers.saying import by_the_day_done
from store.reading.transfers.sums import day_of, sum_of_others
from store.reading.transfers.totals import cumulative, since_beginning, summed_up
from store.reading.transfers.transfers import Transfer
from store.reading.transfers.worth import worth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.grammar.sentences import Scene

Content = Commitment | Exchange
_CAPTIVES = {"prisoners", "civilians", "hostages"}
_OFFERS = ("offered", "proposed")
_MANY, _ROUGHLY = 50, 0.05
"""From how many people on a number is rounded, and by what share of it at most."""
_Settled = tuple[Transfer, Content]


def settled(scene: Scene, transfers: list[Transfer]) -> list[_Settled]:
    """Return what is to be proposed of what an article says of things given, in the order of the text."""
    told = by_the_day_done(transfers, scene.sentences)
    found = list(_contents(scene, _merged(dated_by_events(told, scene.article.published.day))))
    contents = [content for _, content in found]
    found = [one for one in found if worth(one[1], contents, scene.article.published.day)]
    found = [_reported_today(scene, one) for one in _once(_dated_by_total(found))]
    found = done_in_parts(found)
    found = [one for one in found if not was_carried_out(*one, [other for _, other in found])]
    found = [one for one in found if not _part_of_another(one, [other for _, other in found])]
    return [one for one in found if not sum_of_others(one[1], [other for _, other in found])]


def _part_of_another(one: _Settled, others: list[Content]) -> bool:
    """Whether it is a part of what is told in full of the same day: "a bus with 32 of the prisoners left"."""
    transfer, content = one
    if not transfer.counted.partial or not isinstance(content, Exchange) or not content.window.bounded:
        return False
    return any(
        isinstance(other, Exchange)
        and (other.figure.value or 0) > (content.figure.value or 0)
        and _same_kind(content, other)
        and _same_way(content, other)
        and other.window.bounded
        and other.window.overlaps(content.window)
        for other in others
    )


def _merged(transfers: list[Transfer]) -> Iterator[Transfer]:
    """Join "a prisoner exchange" and "of 1,000 individuals each" into one."""
    held: Transfer | None = None
    for transfer in transfers:
        if held is not None and _same_act(held, transfer) and not held.counted.numbered and transfer.counted.numbered:
            if transfer.counted.kind == "persons" or not transfer.counted.kind:
                transfer = transfer._replace(
                    counted=transfer.counted._replace(kind=held.counted.kind, unit=held.counted.unit)
                )
        elif held is not None:
            yield held
        held = transfer
    if held is not None:
        yield held


def _same_act(one: Transfer, other: Transfer) -> bool:
    return (
        one.sentence.place == other.sentence.place
        and one.act.at == other.act.at
        and one.counted.last < one.act.at < other.counted.first
    )


def _contents(scene: Scene, transfers: Iterator[Transfer]) -> Iterator[_Settled]:
    said = list(transfers)
    swaps = speaks_of_swaps(scene) or _as_many_back(said)
    groups = {side for side, _ in scene.faces}
    freed = {one.sentence.place for one in said if one.giver in groups and _is_of_hostages(one)}
    together: dict[int, list[Transfer]] = {}
    for transfer in said:
        together.setdefault(transfer.sentence.place, []).append(transfer)
    for transfer in said:
        place = transfer.sentence.place
        swapped = swaps or _two_ways(transfer, together[place])
        known = transfer if swapped or not _may_be_own(transfer) else transfer._replace(giver=None, taker=None)
        near = not freed.isdisjoint((place - 1, place, place + 1))
        kind = kind_of(known, scene, swaps=swapped, hostages=near)
        content = content_of(known, kind) if kind else None
        if content is not None and not (isinstance(content, Exchange) and _is_sum(transfer)):
            yield known, content


def _as_many_back(said: list[Transfer]) -> bool:
    """Whether as many prisoners went one way as the other, by what the article tells: they were exchanged."""
    ways = {
        (one.giver, one.taker, one.counted.figure.value)
        for one in said
        if one.act.status == "done" and one.counted.kind in ("prisoners", "soldiers") and one.giver and one.taker
    }
    return any(count is not None and (taker, giver, count) in ways for giver, taker, count in ways)


def _is_of_hostages(transfer: Transfer) -> bool:
    """Whether those counted are called hostages."""
    named = transfer.sentence.pieces[transfer.counted.last]
    before = transfer.sentence.pieces[transfer.counted.last - 1].text if transfer.counted.last else ""
    return named.unit[1] == "hostages" and transfer.counted.numbered and before not in group("held")


def _is_sum(transfer: Transfer) -> bool:
    """Whether it is a total since a beginning, and no event."""
    both = transfer.reciprocal and cumulative(transfer.sentence)
    if both or summed_up(transfer.sentence, transfer.counted):
        return True
    return since_beginning(transfer.sentence, transfer.counted) and not dated(transfer.sentence, transfer.act)


def _may_be_own(transfer: Transfer) -> bool:
    """Whether a state may have freed its own people: prisoners who were freed, by whom nobody says."""
    return transfer.guessed and transfer.counted.kind in ("prisoners", "persons", "civilians")


def _two_ways(transfer: Transfer, others: list[Transfer]) -> bool:
    """Whether a sentence, which tells of `others` too, tells of people who go the other way in return."""
    people = [other for other in others if other.counted.kind in SWAPPED]
    if any(other.act.partner and other.act.at == transfer.act.at for other in people):
        return True
    if " in return " not in f" {' '.join(piece.text for piece in transfer.sentence.pieces)} ":
        return False
    near = [other for other in people if (other.act.status == "done") == (transfer.act.status == "done")]
    return any(other.giver and other.giver == transfer.taker for other in near)


def _once(found: list[_Settled]) -> list[_Settled]:
    """Keep of what is said several times the fullest."""
    kept: list[_Settled] = []
    for one in found:
        at = next((index for index, other in enumerate(kept) if _same(one[1], other[1])), None)
        if at is None:
            kept.append(one)
            continue
        better, other = (one, kept[at]) if _fullness(one[1]) > _fullness(kept[at][1]) else (kept[at], one)
        kept[at] = better[0], _with_day_of(better[1], other[1])
    return [one for one in kept if not _vaguer(one[1], [other for _, other in kept if other is not one[1]])]


def _with_day_of(content: Content, other: Content) -> Content:
    """Return what was handed over with the day that is told of it elsewhere."""
    if isinstance(content, Exchange) and isinstance(other, Exchange) and not content.window.bounded:
        return content._replace(window=other.window)
    return content


def _dated_by_total(found: list[_Settled]) -> list[_Settled]:
    """Give what each side gave the day that is told of both together: 157 each, and 314 on Thursday."""
    totals = {
        content.figure.value: content.window
        for _, content in found
        if isinstance(content, Exchange) and content.window.bounded and content.figure.value
    }
    dated: list[_Settled] = []
    for transfer, content in found:
        if isinstance(content, Exchange) and content.reciprocal and not content.window.bounded:
            total = totals.get(2 * (content.figure.value or 0), content.window)
            dated.append((transfer, content._replace(window=total)))
        else:
            dated.append((transfer, content))
    return dated


def _reported_today(scene: Scene, one: _Settled) -> _Settled:
    """Give what is told in the present ("the rebels release four") and without a day the article's day."""
    transfer, content = one
    day = scene.article.published.day
    if day is None or not told_in_present(transfer) or not isinstance(content, Exchange) or content.window.bounded:
        return one
    verb = transfer.sentence.pieces[transfer.act.at]
    return transfer, content._replace(window=Window(day, day, phrase=verb.text, rule="told in the present"))


def _same(one: Content, other: Content) -> bool:
    if type(one) is not type(other) or not _same_kind(one, other):
        return False
    if one.figure.value != other.figure.value and not (_rounds(one, other) or _rounds(other, one)):
        return False
    if not _same_way(one, other):
        return False
    if one.figure.value is None:
        return _alike(one.qualifier, other.qualifier)
    first, second = day_of(one), day_of(other)
    return not (first.bounded and second.bounded) or first.overlaps(second)


def _rounds(one: Content, other: Content) -> bool:
    """Whether a number of people, with no day of its own, is another said roughly: "more than 300" beside 307."""
    rough, exact = one.figure, other.figure
    dated = not isinstance(one, Exchange) or one.window.bounded
    if dated or rough.value is None or exact.value is None or exact.comparator != "=":
        return False
    least = rough.value - (rough.value * _ROUGHLY if rough.comparator in ("~", "<~", "<") else 0)
    most = rough.value + rough.value * _ROUGHLY if rough.comparator in ("~", ">") else rough.value
    return rough.comparator != "=" and rough.value >= _MANY and least <= exact.value <= most


def _same_kind(one: Content, other: Content) -> bool:
    """Whether two can be of one event: prisoners who are freed in a swap are freed prisoners."""
    counted = one.figure.value is not None and {one.kind, other.kind} == FREED
    return one.kind == other.kind or counted or _same_people(one, other)


def _same_people(one: Content, other: Content) -> bool:
    """Whether as many people, freed by the same side on the same day, are called now prisoners, now civilians."""
    if not isinstance(one, Exchange) or not isinstance(other, Exchange) or not {one.kind, other.kind} <= _CAPTIVES:
        return False
    day = one.window.bounded and other.window.bounded and one.window.overlaps(other.window)
    return day and one.figure.value == other.figure.value and (one.giver, one.taker) == (other.giver, other.taker)


def _ends(content: Content) -> tuple[str | None, str | None]:
    return (content.debtor, content.creditor) if isinstance(content, Commitment) else (content.giver, content.taker)


def _same_way(one: Content, other: Content) -> bool:
    first, second = _ends(one), _ends(other)
    if one.reciprocal or other.reciprocal:
        return True
    return all(a is None or b is None or a == b for a, b in zip(first, second, strict=True))


def _alike(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return one == other
    small = group("adverbs of plight")
    synonyms = {"injured": "wounded", "sick": "ill"}
    first, second = ({synonyms.get(word, word) for word in words.split()} - small for words in (one, other))
    return bool(first & second)


def _fullness(content: Content) -> int:
    window = day_of(content)
    each = content.reciprocal and content.figure.per == "each"
    said = 4 * window.bounded + 2 * (content.figure.value is not None) + 2 * (not content.reciprocal) + 7 * each
    ends = sum(end is not None for end in _ends(content))
    return (
        said
        + ends
        + 6 * (content.kind == "prisoner_exchange")
        + (content.figure.comparator != "=")
        + (content.figure.per == "each")
    )


def _vaguer(content: Content, others: list[Content]) -> bool:
    """Whether another one says the same and more: a promise without a number beside one with a number."""
    if not isinstance(content, Commitment) or content.figure.value is not None or content.qualifier:
        return False
    if content.figure.comparator == "all" and content.reciprocal:
        return False
    alike = (other for other in others if isinstance(other, Commitment) and _same_sort(content, other))
    return any(other.figure.value is not None or other.qualifier for other in alike)


def _same_sort(one: Commitment, other: Commitment) -> bool:
    """Whether two are about the same thing between the same sides; an offer is no part of a deal."""
    offers = (one.modality in _OFFERS) == (other.modality in _OFFERS)
    return one.kind == other.kind and offers and _same_way(one, other)
