"""Rows of what sources and analysts say: reports, claims, signals, gates, positions, contradictions, judgements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.domain.quantities import Basis
from store.domain.typed import TYPE_CHECKING
from store.domain.words import (
    JUDGED_WORDS,
    REJECTED,
    About,
    Aspect,
    ClaimRole,
    Delivery,
    Event,
    GateMode,
    Instrument,
    Measure,
    Modality,
    RoundState,
    Strength,
)
from store.lines import Line
from store.repository.tables.clauses import CLAUSES, check_event, clause_values
from store.repository.tables.columns import (
    WINDOW,
    Known,
    Names,
    Row,
    UnknownNameError,
    attributes,
    choose,
    cite_columns,
    day_of,
    figure_columns,
    places_of,
    sides_of,
    source_of,
    span,
    window_columns,
    window_values,
)

if TYPE_CHECKING:
    from typing import Any


def report_rows(line: Line, names: Names) -> Iterable[Row]:
    """Row of what a source says of a round; the label of the line is the round's."""
    fields = line.fields
    yield (
        "reports",
        {
            "round": names.of("round", line.label),
            **cite_columns(fields, names),
            **window_columns(fields),
            "state": choose(RoundState, fields.get("state"), "state"),
            "host": names.actor(fields.get("host")),
            "heads": " ".join(code for code in map(names.actor, fields.get("heads") or ()) if code) or None,
            **{key: fields.get(key) for key in ("place", "duration", "minutes", "outcome", "note")},
        },
    )


_PLAIN = (
    *("way", "locator", "words", "strength", "via", *WINDOW, "measure", "qualifier", "low", "point", "high", "basis"),
    *("progress", "event", "instrument", "recognised_by", "role", "note", *CLAUSES),
)
_EVENT = _PLAIN.index("counts_from")
CLAIM_COLUMNS = (
    *("label", "commitment", "exchange", "source", "speaker", "speaks_for", "known_on", "supersedes"),
    *_PLAIN,
)
"""The columns of a claim in the order of `place_claim`: those that hang on what else is known, then the plain ones."""


def read_claim(_label: str, fields: Mapping[str, Any]) -> tuple[Any, ...]:
    """Check the values of a claim, whatever else is known: what it refers to, then its plain columns."""
    get, progress = fields.get, fields.get("progress")
    choose(Strength, fields["strength"], "strength")
    choose(Measure, fields["measure"], "measure")
    choose(Basis, get("basis") or None, "basis")
    if progress != REJECTED:
        choose(Delivery, progress, "progress")
    choose(Event, get("event"), "event")
    choose(Instrument, get("instrument"), "instrument")
    choose(ClaimRole, get("role"), "role")
    return claim_values(attributes("claim", fields))


def claim_values(said: Any) -> tuple[Any, ...]:
    """Read a claim, the keys of its line as attributes, whose words were checked; `read_claim` says what it returns."""
    at, figure, recognising, direction = said.at, said.figure, said.recognised_by, said.way
    if not at:
        raise ValueError("'at' names no place")
    if at.__class__ is str:
        sources = [at.rpartition(":")[0] or at]
    else:
        sources = [place.rpartition(":")[0] or place for place in at]
        at = ", ".join(at)
    if figure and said.measure == "progress":
        raise ValueError("a claim of measure progress has no figure")
    actors = recognising or []
    if direction is not None:
        sides = sides_of(direction)
        actors, direction = [*actors, *sides], ">".join(sides)
    plain = (
        *(direction, at, said.words, said.strength, said.via),
        *window_values(said.window, said.loose, said.phrase, said.rule),
        said.measure,
        *figure_columns(figure),
        *(said.basis or "unstated", said.progress, said.event, said.instrument),
        *(" ".join(recognising) if recognising else None, said.role, said.note),
        *clause_values(said),
    )
    known = day_of(said.known) if said.known else None
    return said.about, sources, said.by, said.for_, actors, said.supersedes, known, plain


def place_claim(label: str, read: tuple[Any, ...], names: Names) -> tuple[Any, ...]:
    """Make the values of CLAIM_COLUMNS of a claim that was read. Raises UnknownNameError."""
    about, sources, speaker, said_for, actors, supersedes, known, plain = read
    commitment, exchange, sides = about, None, names.actors
    if about not in names.labels["commitment"] and not names.labels["commitment"].holds(about):
        commitment, exchange = None, about
        if not names.labels["exchange"].holds(about):
            raise UnknownNameError(f"there is no commitment or exchange '{about}'")
    if plain[_EVENT] is not None:
        check_event(plain[_EVENT], commitment, names)
    day = names.sources[sources[0]]
    for source in sources[1:]:
        names.sources[source]  # raises UnknownNameError
    for code in actors:
        names.actor(code)
    names.actor(speaker)
    speaks_for = names.actor(said_for or (sides[speaker] if speaker else None))
    earlier = _earlier(names.claims, supersedes) if supersedes is not None else None
    return label, commitment, exchange, sources[0], speaker, speaks_for, known or day, earlier, *plain


def claim_rows(line: Line, names: Names) -> Iterable[Row]:
    """Row of a claim about a commitment or an exchange."""
    read = read_claim(line.label, line.fields)
    yield "claims", dict(zip(CLAIM_COLUMNS, place_claim(line.label, read, names), strict=True))


def _earlier(known: Known[int], label: str | None) -> int | None:
    if label is None:
        return None
    try:
        return known[label]
    except UnknownNameError as error:
        raise UnknownNameError(f"{error} to supersede") from None


def signal_rows(line: Line, names: Names) -> Iterable[Row]:
    """Row of what a source says about when."""
    fields = line.fields
    said_earliest, said_latest = span(fields.get("said"))
    yield (
        "signals",
        {
            "label": line.label,
            "track": names.of("track", fields["track"]),
            "round": names.of("round", fields.get("round")),
            **cite_columns(fields, names),
            **window_columns(fields),
            "about": choose(About, fields["about"], "about"),
            "modality": choose(Modality, fields["modality"], "modality"),
            "said_earliest": said_earliest,
            "said_latest": said_latest,
            "note": fields.get("note"),
            "supersedes": _earlier(names.signals, fields.get("supersedes")),
        },
    )


def gate_rows(line: Line, names: Names) -> Iterable[Row]:
    """Rows of a gate and of the commitments it requires and holds back."""
    fields = line.fields
    yield (
        "gates",
        {
            "label": line.label,
            "track": names.of("track", fields["track"]),
            "round": names.of("round", fields.get("round")),
            **cite_columns(fields, names),
            "mode": choose(GateMode, fields["mode"], "mode"),
            "testable": int(fields["testable"]),
            **{key: fields.get(key) for key in ("holds", "condition", "note")},
        },
    )
    for part, key in (("requires", "requires"), ("holds", "holds_commitments")):
        for label in dict.fromkeys(fields.get(key) or ()):
            yield "gate_commitments", {"gate": line.label, "part": part, "commitment": names.of("commitment", label)}


_STANCES = ("demands", "proposes", "offers", "accepts", "rejects", "urges", "states")
_CONTRADICTIONS = ("origin", "figure", "scope", "date", "object", "strength", "wording", "omission", "name", "gate")


def _word(value: str, words: tuple[str, ...], what: str) -> str:
    if value not in words:
        raise ValueError(f"{what} '{value}' is none of {', '.join(words)}")
    return value


def position_rows(line: Line, names: Names) -> Iterable[Row]:
    """Row of what a side asks, offers or refuses."""
    fields = line.fields
    places = places_of(fields)
    yield (
        "positions",
        {
            "label": line.label,
            "track": names.of("track", fields.get("track")),
            "actor": names.actor(fields["actor"]),
            "stance": _word(fields["stance"], _STANCES, "stance"),
            **{key: fields.get(key) for key in ("topic", "summary", "reply")},
            "strength": choose(Strength, fields["strength"], "strength"),
            "locators": ", ".join(places),
            "known_on": day_of(fields["known"]) if fields.get("known") else names.sources[source_of(places[0], names)],
        },
    )


def discrepancy_rows(line: Line, names: Names) -> Iterable[Row]:
    """Rows of a contradiction; it is known once the last of its sources is."""
    fields = line.fields
    places = places_of(fields)
    known = max(names.sources[source_of(place, names)] for place in places)
    yield (
        "discrepancies",
        {
            "label": line.label,
            "kind": _word(fields["kind"], _CONTRADICTIONS, "kind"),
            "summary": fields["summary"],
            "treat_as": fields["treat_as"],
            "locators": ", ".join(places),
            "known_on": day_of(fields["known"]) if fields.get("known") else known,
        },
    )
    about = [fields["about"]] if isinstance(fields["about"], str) else fields["about"]
    for subject in dict.fromkeys(about):
        yield "discrepancy_subjects", {"discrepancy": line.label, "subject": subject}


def judgement_rows(line: Line, names: Names) -> Iterable[Row]:
    """Row of an analyst's statement."""
    fields = line.fields
    aspect = Aspect(choose(Aspect, fields["aspect"], "aspect") or "")
    if not any(names.labels[kind].holds(fields["about"]) for kind in ("commitment", "round")):
        raise UnknownNameError(f"there is no commitment or round '{fields['about']}'")
    value = fields.get("value")
    yield (
        "judgements",
        {
            "label": line.label,
            "about": fields["about"],
            "aspect": aspect.value,
            "value": choose(JUDGED_WORDS[aspect], value, aspect.value) if aspect in JUDGED_WORDS else value,
            **{key: fields.get(key) for key in ("reason", "rests_on", "author")},
            "day": day_of(fields["day"]),
        },
    )
