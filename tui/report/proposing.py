"""Proposals as sentences in plain words."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.reading.proposals import Commitment, Exchange, Position, Round, Signal
from store.reading.record.contents import kind_of
from store.reading.record.recorded import counted, quantity_of, unit_of, what_of
from tui.wording import window_words

if TYPE_CHECKING:
    from store.reading.proposals import Content, Said

TITLES = {
    "round": "ROUNDS",
    "commitment": "OWED, OFFERED OR ASKED",
    "exchange": "HANDED OVER",
    "signal": "SAID ABOUT WHEN",
    "position": "POSITIONS",
}
"""What each kind of proposal is listed under."""
_STANCES = {
    "demand": "demands",
    "propose": "proposes",
    "accept": "accepts",
    "reject": "rejects",
    "urge": "urges",
    "criticise": "criticises",
    "accuse": "accuses",
    "condemn": "condemns",
    "state": "states",
    "offer": "offers",
}
_PER = {"each": " each way", "total": " in all", "one_way": "", "unstated": "", "duration": ""}


def sentence(content: Content) -> str:
    """Say in plain words what is proposed: "Russia owes Ukraine 6,000 remains, agreed, by 30 Jun 2025"."""
    match content:
        case Round():
            name = f"round {content.ordinal}" if content.ordinal is not None else "a round of talks"
            between = f"between {' and '.join(content.parties)}" if content.parties else ""
            place = f"in {content.place}" if content.place else ""
            return _joined(f"{name} {content.status.replace('_', ' ')}", place, between, _window(content))
        case Commitment():
            who = _between(content.debtor, content.creditor, reciprocal=content.reciprocal)
            due = f"due {window_words(content.due, year=True)}" if content.due.bounded else "no due date"
            return _joined(f"{who}: {_amount(content)}", content.modality, due)
        case Exchange():
            who = _between(content.giver, content.taker, reciprocal=content.reciprocal)
            measure = "" if content.measure == "batch" else content.measure
            return _joined(f"{who}: {_amount(content)}", measure, _window(content))
        case Signal():
            about = content.about.replace("_", " ")
            condition = f"on condition: {content.condition}" if content.condition else ""
            return _joined(f"{about} {content.modality.replace('_', ' ')}", _window(content), condition)
        case Position():
            return f"{content.holder} {_STANCES.get(content.stance, content.stance)}: {content.topic}"


def said_words(said: Said) -> str:
    """Say who says it and how directly: "Dmitry Peskov (Kremlin), paraphrase"."""
    who = said.speaker or said.body or "the article"
    body = f" ({said.body})" if said.speaker and said.body else ""
    via = f" via {said.via}" if said.via else ""
    strength = "" if said.strength.value == "article" and who == "the article" else f", {said.strength.value}"
    return f"{who}{body}{via}{strength}"


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _window(content: Round | Exchange | Signal) -> str:
    if content.window.bounded:
        return window_words(content.window, year=True)
    phrase = content.window.phrase or (content.phrase if isinstance(content, Signal) else None)
    return f"no date (“{phrase}”)" if phrase else "no date"


def _between(giver: str | None, taker: str | None, *, reciprocal: bool) -> str:
    first, second = giver or "?", taker or "?"
    if first == second:
        return first
    return f"{first} ⇄ {second}" if reciprocal else f"{first} → {second}"


def _amount(content: Commitment | Exchange) -> str:
    figure = content.figure
    unit = unit_of(content.kind, content.unit)
    what = what_of(content.kind, content.qualifier, figure)
    quantity = quantity_of(figure)
    if quantity is None:
        return what if figure.per == "duration" else f"{what}, no figure"
    what = what_of(content.kind, None).casefold()
    kind = f" ({what})" if unit and unit != what else ""
    words = f"{counted(quantity)} {unit or what}{kind}{_PER.get(figure.per, '')}"
    return _joined(words, content.qualifier or "", f"derived: {figure.how}" if figure.how else "")


def title_of(content: Content) -> str:
    """Return what a proposal is listed under."""
    return TITLES[kind_of(content)]
