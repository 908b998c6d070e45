"""A reading as an answer sheet: one JSON object in the field names that the field's sheets and their scoring use."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.proposals import ArticleReading, Commitment, Exchange, Figure, Position, Proposal, Round, Signal

if TYPE_CHECKING:
    from typing import Any

    from store.domain.windows import Window
    from store.reading.article import Article

LISTS = {
    Round: "rounds",
    Commitment: "commitments",
    Exchange: "exchanges",
    Signal: "date_signals",
    Position: "positions",
}
"""Which list of a sheet each kind of proposal stands in."""


def sheet_of(reading: ArticleReading) -> dict[str, Any]:
    """Write a reading as a sheet; every evidence string is verbatim, and days are ISO or null."""
    article = reading.article
    found: dict[str, Any] = {
        "title": article.title,
        "publisher": article.publisher,
        "address": article.address,
        "published": _published(article),
        **{name: [] for name in LISTS.values()},
    }
    for proposal in reading.proposals:
        record = {"id": proposal.number, **_said(proposal.content), **_rests_on(proposal, article)}
        found[LISTS[type(proposal.content)]].append(record)
    return found


def _published(article: Article) -> dict[str, Any]:
    published = article.published
    day = published.day.isoformat() if published.day else None
    return {
        "stated": day if published.basis in ("given", "stated") else None,
        "best": day,
        "window": [day, day],
        "basis": published.basis if published.why is None else f"{published.basis}: {published.why}",
        "evidence": article.words(published.evidence) if published.evidence else None,
    }


def _rests_on(proposal: Proposal, article: Article) -> dict[str, Any]:
    said = proposal.said
    return {
        "speaker": said.speaker,
        "speaker_org": said.body,
        "strength": said.strength.value,
        "via": said.via,
        "line": proposal.line,
        "why": list(proposal.why),
        "evidence": [article.words(span) for span in proposal.evidence],
    }


def _said(content: Round | Commitment | Exchange | Signal | Position) -> dict[str, Any]:
    match content:
        case Round():
            return _round(content)
        case Commitment():
            return _commitment(content)
        case Exchange():
            return _exchange(content)
        case Signal():
            return {
                "about": content.about,
                "modality": content.modality,
                "phrase": content.window.phrase or content.phrase,
                "window": _window(content.window),
                "conditional_on": content.condition,
                "place": content.place,
            }
        case Position():
            return {"holder": content.holder, "stance": content.stance, "topic": content.topic}


def _round(content: Round) -> dict[str, Any]:
    start, end = _days(content.window)
    return {
        "ordinal": content.ordinal,
        "date_start": start,
        "date_end": end,
        "date_phrase": content.window.phrase,
        "place": content.place,
        "status": content.status,
        "parties": list(content.parties),
    }


def _commitment(content: Commitment) -> dict[str, Any]:
    return {
        "from": content.debtor,
        "to": content.creditor,
        "kind": content.kind,
        "reciprocal": content.reciprocal,
        "quantity": _quantity(content.figure),
        "unit": content.unit,
        "qualifier": content.qualifier,
        "due": {**_window(content.due), "phrase": content.due.phrase},
        "modality": content.modality,
    }


def _exchange(content: Exchange) -> dict[str, Any]:
    figure = content.figure
    status = "given" if figure.value is not None else figure.comparator if figure.comparator != "=" else "unstated"
    return {
        "from": content.giver,
        "to": content.taker,
        "kind": content.kind,
        "reciprocal": content.reciprocal,
        "count": figure.value,
        "count_status": status,
        "comparator": figure.comparator,
        "per": figure.per,
        "high": figure.high,
        "derived": figure.how,
        "unit": content.unit,
        "qualifier": content.qualifier,
        "measure": content.measure,
        "date": {**_window(content.window), "phrase": content.window.phrase},
    }


def _quantity(figure: Figure) -> dict[str, Any]:
    return {
        "value": figure.value,
        "comparator": figure.comparator,
        "per": figure.per,
        "high": figure.high,
        "derived": figure.how,
    }


def _days(window: Window) -> tuple[str | None, str | None]:
    first, last = window.earliest, window.latest
    return first.isoformat() if first else None, last.isoformat() if last else None


def _window(window: Window) -> dict[str, str | None]:
    start, end = _days(window)
    return {"start": start, "end": end}
