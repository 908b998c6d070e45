"""Rows of what sources and analysts say: reports, claims, signals, gates, positions, contradictions, judgements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from store.domain.quantities import Basis, parse_figure
from store.domain.words import (
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
    Verification,
)
from store.lines import Line
from store.repository.tables.columns import (
    Names,
    Row,
    choose,
    cite_columns,
    day_of,
    places_of,
    source_of,
    span,
    way,
    window_columns,
)


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


def claim_rows(line: Line, names: Names) -> Iterable[Row]:
    """Row of a claim about a commitment or an exchange."""
    fields = line.fields
    about, measure = fields["about"], choose(Measure, fields["measure"], "measure")
    kind = next((k for k in ("commitment", "exchange") if about in names.labels.get(k, ())), None)
    if kind is None:
        raise ValueError(f"there is no commitment or exchange '{about}'")
    figure = parse_figure(fields["figure"]) if fields.get("figure") else None
    if figure and measure == Measure.PROGRESS:
        raise ValueError("a claim of measure progress has no figure")
    progress = fields.get("progress")
    yield (
        "claims",
        {
            "label": line.label,
            "commitment": about if kind == "commitment" else None,
            "exchange": about if kind == "exchange" else None,
            "way": way(fields.get("way"), names),
            **cite_columns(fields, names),
            **window_columns(fields),
            "measure": measure,
            "qualifier": figure.qualifier.value if figure else None,
            "low": figure.low if figure else None,
            "point": figure.point if figure else None,
            "high": figure.high if figure else None,
            "basis": choose(Basis, fields.get("basis") or "unstated", "basis"),
            "progress": progress if progress == REJECTED else choose(Delivery, progress, "progress"),
            "event": choose(Event, fields.get("event"), "event"),
            "instrument": choose(Instrument, fields.get("instrument"), "instrument"),
            "recognised_by": " ".join(names.actor(code) or "" for code in fields.get("recognised_by") or ()) or None,
            "role": choose(ClaimRole, fields.get("role"), "role"),
            "note": fields.get("note"),
            "supersedes": _earlier(names.claims, fields.get("supersedes"), "claim"),
        },
    )


def _earlier(known: Mapping[str, int], label: str | None, kind: str) -> int | None:
    if label is None:
        return None
    if label not in known:
        raise ValueError(f"there is no {kind} '{label}' to supersede")
    return known[label]


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
            "supersedes": _earlier(names.signals, fields.get("supersedes"), "signal"),
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


JUDGED_WORDS: dict[Aspect, type[StrEnum]] = {
    Aspect.DELIVERY: Delivery,
    Aspect.VERIFICATION: Verification,
    Aspect.INSTRUMENT: Instrument,
    Aspect.ROUND_STATE: RoundState,
}


def judgement_rows(line: Line, names: Names) -> Iterable[Row]:
    """Row of an analyst's statement."""
    fields = line.fields
    aspect = Aspect(choose(Aspect, fields["aspect"], "aspect") or "")
    if not any(fields["about"] in names.labels.get(kind, ()) for kind in ("commitment", "round")):
        raise ValueError(f"there is no commitment or round '{fields['about']}'")
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
