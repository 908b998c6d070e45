"""What of an article says enough to be proposed: a number, a deal, a paper, or an event on a day without a number."""

from __future__ import annotations

from datetime import date, timedelta

from store.reading.proposals import Commitment, Exchange

PAPERS = ("prisoner_list", "children_list", "draft_memorandum")
_VAGUE = ("all", "hundreds", "several")
_EVENT = timedelta(days=3)
"""How long what was handed over at once may take."""
_NEWS = timedelta(days=10)
"""How old an event without a number may be on the article's day."""
_PEOPLE = ("prisoner_exchange", "prisoners", "hostages")
Content = Commitment | Exchange


def worth(content: Content, others: list[Content], published: date | None) -> bool:
    """Whether it says enough: what was handed over needs a number, is a paper given by one side, or the news itself."""
    figure = content.figure
    if isinstance(content, Exchange):
        paper = content.kind in PAPERS and not content.reciprocal and content.giver is not None
        return figure.value is not None or paper or _is_event(content, others, published)
    vague = figure.comparator in _VAGUE and content.debtor is not None and content.creditor is not None
    return (
        figure.value is not None or figure.comparator == "all" or vague or bool(content.qualifier) or _is_firm(content)
    )


def _is_firm(content: Commitment) -> bool:
    """Whether it stands without a number: a deal, an offer, or a paper."""
    one_way = content.debtor is not None and content.creditor is not None and not content.reciprocal
    planned = content.modality == "announced" and content.reciprocal and content.kind == "prisoner_exchange"
    proposed = content.modality == "proposed" and one_way
    return content.modality == "agreed" or content.kind in PAPERS or planned or proposed


def _is_event(content: Exchange, others: list[Content], published: date | None) -> bool:
    """Whether people were handed over on a day near the article's, in a number that no words near tell."""
    window = content.window
    if content.kind not in _PEOPLE or window.earliest is None or window.latest is None or published is None:
        return False
    known = content.giver is not None and content.taker is not None
    said = content.figure.comparator in _VAGUE or (content.reciprocal and content.kind == "prisoner_exchange")
    if not known or not said or window.latest - window.earliest > _EVENT:
        return False
    if published - window.latest > _NEWS and content.figure.comparator != "all":
        return False
    return not any(
        isinstance(other, Exchange)
        and other.figure.value is not None
        and ({other.giver, other.taker} & {content.giver, content.taker} or other.giver is None)
        and other.kind in _PEOPLE
        and (not other.window.bounded or other.window.overlaps(window))
        and (content.figure.comparator != "all" or other.giver == content.giver)
        for other in others
    )
