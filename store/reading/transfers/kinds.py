"""What kind of commitment or exchange a transfer is: of prisoners, hostages, remains; a swap or a release."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.piece import Piece
from store.reading.proposals import ALL_SIDES, Commitment, Exchange
from store.reading.transfers.counted import CAPTIVES
from store.reading.transfers.kidnappers import by_kidnappers
from store.reading.transfers.moves import speaks_of_captives

if TYPE_CHECKING:
    from store.reading.grammar.sentences import Scene
    from store.reading.transfers.transfers import Transfer

SWAPPED = ("prisoners", "soldiers", "persons")
"""Kinds of those whom sides exchange."""
_CAPTIVITY = frozenset(("captured", "captivity", "captive", "captives", "detained", "seized", "freed", "imprisoned"))
_JAILED = frozenset(("jail", "jails", "jailed", "prison", "prisons", "imprisoned", "custody", "detention", "sentences"))
_OF_ITSELF = re.compile(
    r"\bunilateral|\bon (?:their|its) own (?:account|initiative)\b|\bof (?:their|its) own accord\b"
    r"|\bin return for nothing\b|\bwithout anything in return\b"
)
_UNNAMED = ("children", "civilians", "persons")


def kind_of(transfer: Transfer, scene: Scene, *, swaps: bool, hostages: bool = False) -> str | None:
    """Return the kind of commitment or exchange that a transfer is; None where it is nothing of the trade.

    `swaps` says whether the article speaks of people who are exchanged: then releases are legs of a swap. Where a
    group holds hostages, who it frees are hostages, and who the state frees are prisoners; `hostages` says that a group
    frees some near by.
    """
    if _only_goes_home(transfer, scene) or _only_travels(transfer, scene):
        return None
    scene = scene._replace(hostages=True) if hostages else scene
    kind, giver = transfer.counted.kind, transfer.giver
    if _is_kidnapped(transfer):
        return "hostages"
    elsewhere = transfer.taker is None and giver is not None and giver not in (scene.pair or (giver,))
    swaps = swaps and (not elsewhere or giver == ALL_SIDES)
    swaps = swaps and not _freed_alone(transfer) and not _is_alone(transfer)
    both_ways = transfer.reciprocal or transfer.act.way == "exchange"
    if kind == "prisoners" and scene.hostages and _are_captives(transfer, scene):
        return "hostages"
    if kind in ("prisoners", "soldiers"):
        swapped = both_ways or transfer.act.partner or swaps
        return "prisoner_exchange" if swapped and not (scene.hostages and not transfer.reciprocal) else "prisoners"
    if kind in _UNNAMED and scene.hostages and giver in (scene.pair or ()):
        return "hostages" if giver == scene.group else "prisoners"
    if kind != "persons":
        return _kind_of_named(transfer, scene)
    if both_ways or (swaps and not scene.hostages):
        return "prisoner_exchange"
    known = giver is not None or transfer.taker is not None or transfer.act.moved
    return "prisoners" if known and transfer.counted.numbered and not scene.hostages else None


def _kind_of_named(transfer: Transfer, scene: Scene) -> str:
    """Return the kind of people who are called what they are, but for those whom the article tells more of."""
    kind = transfer.counted.kind
    if kind == "hostages" and _is_swap_of_both(transfer) and _names_prisoners(transfer):
        return "prisoner_exchange"
    return "prisoners" if kind == "civilians" and _was_jailed(transfer, scene) else kind


def _is_kidnapped(transfer: Transfer) -> bool:
    """Whether those who free people are kidnappers: gunmen, bandits, pirates."""
    kind, giver = transfer.counted.kind, transfer.giver
    if kind in (*SWAPPED, "civilians") and by_kidnappers(transfer.sentence.pieces, transfer.act):
        return True
    return giver is not None and giver.endswith("pirates") and kind in ("prisoners", "soldiers", *_UNNAMED)


def _are_captives(transfer: Transfer, scene: Scene) -> bool:
    """Whether a group frees its captives, in an article that speaks of hostages: "released 20 Israeli captives"."""
    named = transfer.sentence.pieces[transfer.counted.last].text.startswith("captive")
    return named and transfer.giver in {group for group, _ in scene.faces} and transfer.counted.owner != transfer.giver


def _was_jailed(transfer: Transfer, scene: Scene) -> bool:
    """Whether a state frees people named by their work, in an article that speaks of jails: fishermen it arrested."""
    named = transfer.sentence.pieces[transfer.counted.last].text
    groups = {body for body, _ in scene.faces}
    if named.startswith(("civilian", "villager")) or transfer.giver is None or transfer.giver in groups:
        return False
    return any(piece.text in _JAILED for sentence in scene.sentences for piece in sentence.pieces)


def _freed_alone(transfer: Transfer) -> bool:
    """Whether one side says of itself whom it will free; what was agreed on frees people of both sides."""
    act = transfer.act
    one_way = not transfer.reciprocal and transfer.giver != ALL_SIDES and transfer.per != "total"
    verb = transfer.sentence.pieces[act.at]
    themselves = not act.passive or verb.kind == "back-verb" or verb.text == "return"
    return one_way and themselves and act.status == "owed" and act.modality == "announced"


def _is_swap_of_both(transfer: Transfer) -> bool:
    """Whether people without a number are exchanged for each other."""
    return transfer.act.way == "exchange" and transfer.reciprocal and transfer.counted.figure.value is None


def _names_prisoners(transfer: Transfer) -> bool:
    """Whether prisoners are named beside hostages: "the exchange of prisoners and hostages" is one exchange."""
    first, last = max(transfer.counted.first - 3, 0), transfer.counted.last + 4
    return any(piece.unit[1] == "prisoners" for piece in transfer.sentence.pieces[first:last])


def _only_goes_home(transfer: Transfer, scene: Scene) -> bool:
    """Whether soldiers return in an article that speaks of no captives: from the front, or in coffins."""
    verb = transfer.sentence.pieces[transfer.act.at]
    if transfer.counted.kind != "soldiers" or verb.kind != "back-verb":
        return False
    return not any(
        piece.unit[1] in ("prisoners", "hostages") or piece.kind.startswith("exchange") or piece.text in _CAPTIVITY
        for sentence in scene.sentences
        for piece in sentence.pieces
    )


def _only_travels(transfer: Transfer, scene: Scene) -> bool:
    """Whether people went somewhere in an article that speaks of no captives: on a journey, or to another front."""
    if not transfer.act.moved:
        return False
    elsewhere = transfer.taker is not None and transfer.taker not in (scene.pair or (transfer.taker,))
    if elsewhere and transfer.giver is None and transfer.counted.owner is None:
        return True  # a third state only takes them in
    if transfer.counted.kind in CAPTIVES:
        return False
    return not any(speaks_of_captives(sentence.pieces) for sentence in scene.sentences)


def _is_alone(transfer: Transfer) -> bool:
    """Whether a side does it of its own accord: "unilaterally", "on their own account", "as an amnesty"."""
    words = " ".join(piece.text for piece in transfer.sentence.pieces)
    return not transfer.reciprocal and _OF_ITSELF.search(words) is not None


def speaks_of_swaps(scene: Scene) -> bool:
    """Whether an article is about people who are exchanged: a swap of prisoners, people exchanged for people."""
    return any(
        _is_swap(sentence.pieces, at)
        for sentence in scene.sentences
        for at, piece in enumerate(sentence.pieces)
        if piece.kind.startswith("exchange")
    )


def _is_swap(pieces: list[Piece], at: int) -> bool:
    piece = pieces[at]
    if piece.kind == "exchange-noun":
        if " " in piece.text or piece.text.startswith("swap"):
            return True
        if at and pieces[at - 1].text == "in":
            return False
    around = pieces[max(at - 3, 0) : at + 9]
    listed = any(near.text.startswith("list") for near in around)
    return not listed and any(near.unit[1] in SWAPPED for near in around)


def _lists_demands(transfer: Transfer) -> bool:
    """Whether a list is one of demands or conditions, and names nobody."""
    behind = [piece.text for piece in transfer.sentence.pieces[transfer.counted.last + 1 : transfer.counted.last + 4]]
    return behind[:1] == ["of"] and bool({"demands", "conditions", "requests", "grievances", "proposals"} & set(behind))


def _all_for_all(transfer: Transfer) -> bool:
    """Whether a sentence says that all are exchanged for all."""
    text = " ".join(piece.text for piece in transfer.sentence.pieces).replace("-", " ")
    return "all for all" in " ".join(text.split())


def content_of(transfer: Transfer, kind: str) -> Commitment | Exchange | None:
    """Return what a transfer is proposed as; None for what was refused, asked for, or only spoken of."""
    counted, act = transfer.counted, transfer.act
    before = {piece.text for piece in transfer.sentence.pieces[max(counted.first - 2, 0) : counted.first]}
    if counted.unit == "list" and (before & {"on", "by", "from", "with", "to"} or _lists_demands(transfer)):
        return None
    if act.way == "receive" and transfer.giver is None and transfer.taker is None:
        return None
    ends = (kind, transfer.giver, transfer.taker, transfer.reciprocal)
    what = (counted.figure._replace(per=transfer.per), counted.unit, counted.qualifier, transfer.window)
    if act.status == "done":
        if kind == "prisoner_list" and not counted.numbered and before & {"a", "an"}:
            what = (counted.figure._replace(value=1, per=transfer.per, how="'a list' is one"), *what[1:])
        return Exchange(*ends, *what)
    if counted.partial or (counted.figure.value == 1 and counted.figure.how):
        return None
    if transfer.reciprocal and counted.figure.value is None and _all_for_all(transfer):
        counted = counted._replace(figure=counted.figure._replace(comparator="all"))
        what = (counted.figure._replace(per=transfer.per), *what[1:])
    said = counted.figure.value is not None or (transfer.giver and transfer.taker and not transfer.reciprocal)
    if act.status in ("owed", "offered") or (act.status == "proposed" and said):
        return Commitment(*ends, *what, act.modality)
    return None
