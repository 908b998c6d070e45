"""The words of proposals as the record has them: categories, instruments, stances, figures."""

from __future__ import annotations

import re

from store.domain.quantities import Basis, Qualifier, Quantity, exact
from store.domain.typed import TYPE_CHECKING
from store.domain.words import About, Category, Instrument, Modality, RoundState

if TYPE_CHECKING:
    from store.reading.proposals import Figure

CATEGORIES = {
    "prisoner_exchange": Category.PRISONERS,
    "prisoners": Category.PRISONERS,
    "hostages": Category.CIVILIANS,
    "remains": Category.REMAINS,
    "civilians": Category.CIVILIANS,
    "children": Category.CHILDREN,
    "prisoner_list": Category.LIST,
    "children_list": Category.LIST,
    "draft_memorandum": Category.DOCUMENT,
    "truce": Category.CEASEFIRE,
    "ceasefire": Category.CEASEFIRE,
    "strike_halt": Category.CEASEFIRE,
}
"""The category of each kind; any other kind is `other`. The finer kind stays in what is owed and its unit."""

NAMES = {
    "prisoner_exchange": "Prisoners",
    "prisoner_list": "List of prisoners",
    "children_list": "List of children",
    "draft_memorandum": "Draft memorandum",
    "strike_halt": "Halt to strikes",
    "security_guarantees": "Security guarantees",
}
"""What is owed, where it is not simply the kind with a capital."""

UNITS = {
    "prisoner_exchange": "prisoners",
    "prisoners": "prisoners",
    "hostages": "hostages",
    "remains": "remains",
    "civilians": "civilians",
    "children": "children",
    "prisoner_list": "list",
    "children_list": "list",
    "draft_memorandum": "document",
}
"""What is counted, where the proposal names no unit."""

PLURALS = {"person": "persons", "child": "children", "remains": "remains", "document": "document", "list": "list"}
"""How the record writes a unit that does not just take an s."""

INSTRUMENTS = {
    "agreed": Instrument.AGREED,
    "announced": Instrument.ANNOUNCED,
    "offered": Instrument.OFFERED,
    "expected": Instrument.EXPECTED,
    "requested": Instrument.REQUESTED,
}
"""The act behind each modality; `proposed` is an offer or a request, by who proposes it."""

ABOUT = {
    "next_round": About.ROUND,
    "date_announcement": About.SETTING_ITS_DATE,
    "response": About.REPLY,
    "exchange": About.EXCHANGE,
    "summit": About.SUMMIT,
    "truce_end": About.END_OF_TRUCE,
}
"""What a signal says when of; anything else is `other`."""

MODALITIES = {
    "scheduled": Modality.SCHEDULED,
    "announced": Modality.SCHEDULED,
    "planned": Modality.EXPECTED,
    "expected": Modality.EXPECTED,
    "likely": Modality.EXPECTED,
    "supposed": Modality.EXPECTED,
    "claimed": Modality.EXPECTED,
    "inferred": Modality.EXPECTED,
    "proposed": Modality.PROPOSED,
    "hoped": Modality.HOPED,
    "conditional": Modality.CONDITIONAL,
    "on_hold": Modality.ON_HOLD,
    "not_set": Modality.NOT_SET,
    "open": Modality.NOT_SET,
}

STANCES = {
    "demand": "demands",
    "propose": "proposes",
    "offer": "offers",
    "accept": "accepts",
    "reject": "rejects",
    "urge": "urges",
}
"""The record's stances; whoever criticises, accuses, condemns or states something `states` it."""

ROUND_STATES = {
    "held": RoundState.HELD,
    "expected": RoundState.EXPECTED,
    "proposed": RoundState.PROPOSED,
    "on_hold": RoundState.POSTPONED,
}
"""The state that a report gives a round; an unscheduled or broken-off one has none of its own."""

BASES = {"one_way": Basis.ONE_WAY, "each": Basis.EACH, "total": Basis.TOTAL}

_WORDS = {word.value: word for word in (Qualifier.ALL, Qualifier.SEVERAL, Qualifier.HUNDREDS, Qualifier.UNDISCLOSED)}

_TELLING = {
    "wounded": r"wounded|injured",
    "ill": r"\bill\b|sick|ailing",
    "women": r"\bwom[ae]n\b|female",
    "children": r"\bchild|minors?\b",
    "elderly": r"elderly|aged|older",
    "further": r"further|additional|\banother\b|remaining",
    "living": r"\bliving\b|\balive\b",
    "dead": r"\bdead\b|deceased",
}
_AGE = re.compile(
    r"\b(under|below|younger than|over|above|older than)(?: the age(?: of)?| age)?(?: of)?[ -]*(\d+)", re.IGNORECASE
)
_COMPILED = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _TELLING.items()}


def quantity_of(figure: Figure) -> Quantity | None:
    """Return a figure as the record counts; None where the words give none, or give a length of time."""
    if figure.per == "duration":
        return None
    if figure.value is None:
        word = _WORDS.get(figure.comparator)
        return Quantity(word) if word else None
    value = figure.value
    if figure.high is not None:
        return Quantity(Qualifier.BETWEEN, low=min(value, figure.high), high=max(value, figure.high))
    bounds = {
        ">": Quantity(Qualifier.OVER, low=value + 1),
        ">=": Quantity(Qualifier.AT_LEAST, low=value),
        "<": Quantity(Qualifier.AT_MOST, high=max(value - 1, 0)),
        "<=": Quantity(Qualifier.AT_MOST, high=value),
    }
    if figure.comparator in ("~", "<~", "hundreds", "several"):
        return Quantity(Qualifier.ABOUT, point=value)
    return bounds.get(figure.comparator, exact(value))


def each_way(figure: Figure, *, both: bool) -> Quantity | None:
    """Return how many one direction comes to: of a total of both directions the half."""
    if both and figure.per == "total" and figure.value is not None and figure.value % 2 == 0:
        half = figure._replace(value=figure.value // 2, high=figure.high // 2 if figure.high else None)
        return quantity_of(half)
    return quantity_of(figure)


def category_of(kind: str) -> Category:
    """Return the record's category of a kind."""
    return CATEGORIES.get(kind, Category.OTHER)


def telling(text: str | None) -> frozenset[str]:
    """Return what in a description tells one commitment of a category from another: wounded, ill, under-25."""
    if not text:
        return frozenset()
    found = {name for name, pattern in _COMPILED.items() if pattern.search(text)}
    for word, age in _AGE.findall(text):
        younger = word.casefold() in ("under", "below", "younger than")
        found.add(f"{'under' if younger else 'over'}-{age}")
    return frozenset(found)


def what_of(kind: str, qualifier: str | None, figure: Figure | None = None) -> str:
    """Name what is owed, in the record's way: the kind, which of them, and for how long where that is what is owed."""
    parts = [NAMES.get(kind, kind.replace("_", " ").capitalize())]
    if figure is not None and figure.per == "duration" and figure.value is not None:
        parts.append(f"for {figure.value} days" if figure.high is None else f"for {figure.value} to {figure.high} days")
    if qualifier:
        parts.append(qualifier)
    return ", ".join(parts)


def unit_of(kind: str, unit: str | None) -> str | None:
    """Name what is counted, in the record's way: in the plural."""
    if unit is None:
        return UNITS.get(kind)
    return PLURALS.get(unit, unit if unit.endswith("s") else f"{unit}s")


def counted(quantity: Quantity | None) -> str:
    """Write a figure in words: "6,060", "about 6,000", "over 3,000", "all"; "no figure" where there is none."""
    if quantity is None:
        return "no figure"
    low, point, high = (f"{n:,}" if n is not None else "" for n in (quantity.low, quantity.point, quantity.high))
    match quantity.qualifier:
        case Qualifier.EXACT:
            return point
        case Qualifier.ABOUT:
            return f"about {point}"
        case Qualifier.OVER:
            return f"over {(quantity.low or 1) - 1:,}"
        case Qualifier.AT_LEAST:
            return f"at least {low}"
        case Qualifier.AT_MOST:
            return f"at most {high}"
        case Qualifier.BETWEEN:
            return f"{low} to {high}"
        case word:
            return word.value
