"""Rows of the things that facts are about: actors, tracks, sources, rounds, commitments, exchanges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from store.domain.words import (
    ActorKind,
    Category,
    DayBasis,
    Role,
)
from store.lines import Line
from store.repository.tables.columns import (
    UNSPOKEN,
    Names,
    Row,
    attributes,
    choose,
    day_of,
    span,
    window_columns,
)


def actor_rows(line: Line, names: Names) -> Iterable[Row]:
    """Rows of an actor and its aliases."""
    fields = line.fields
    members = [names.actor(code) for code in fields.get("members") or ()]
    yield (
        "actors",
        {
            "code": line.label,
            "name": fields["name"],
            "kind": choose(ActorKind, fields["kind"], "kind"),
            "role": choose(Role, fields["role"], "role"),
            "speaks_for": names.actor(fields.get("for")),
            "office": names.actor(fields.get("office")),
            "members": " ".join(code for code in members if code) or None,
        },
    )
    for alias in dict.fromkeys(fields.get("aliases") or ()):
        yield "aliases", {"alias": alias, "actor": line.label}


def track_rows(line: Line, names: Names) -> Iterable[Row]:
    """Rows of a track and of who takes part in it."""
    fields = line.fields
    yield "tracks", {"label": line.label, "name": fields["name"], "host": names.actor(fields.get("host"))}
    for role, key in (("party", "parties"), ("mediator", "mediators")):
        for place, code in enumerate(fields.get(key) or ()):
            yield "track_actors", {"track": line.label, "actor": names.actor(code), "role": role, "place": place}


def source_rows(line: Line, _names: Names) -> Iterable[Row]:
    """Rows of a source and its origin."""
    fields = line.fields
    earliest, latest = span(fields.get("window"))
    yield "origins", {"label": fields["origin"]}
    yield (
        "sources",
        {
            "label": line.label,
            **{
                key: fields.get(key)
                for key in ("title", "publisher", "upstream", "origin", "why", "address", "digest", "note")
            },
            "published": day_of(fields["published"]),
            "earliest": earliest,
            "latest": latest,
            "basis": choose(DayBasis, fields["basis"], "basis"),
            "language": fields.get("lang"),
        },
    )


def round_rows(line: Line, names: Names) -> Iterable[Row]:
    """Row of a round or other meeting."""
    fields = line.fields
    if fields["kind"] not in ("round", "meeting"):
        raise ValueError(f"kind '{fields['kind']}' is none of round, meeting")
    ordinal = fields.get("ordinal")
    if (ordinal is None and fields["kind"] == "round") or ordinal == 0:
        raise ValueError("a round has an ordinal of 1 or more")
    track = names.of("track", fields["track"])
    yield "rounds", {
        "label": line.label, "track": track, "kind": fields["kind"], "ordinal": fields.get("ordinal"),
        "name": fields["name"],
    }  # fmt: skip


COMMITMENT_COLUMNS = (
    *("label", "track", "round", "debtor", "creditor", "mirrors", "category", "what", "unit", "needs", "known_on"),
)
"""The columns of a commitment in the order of `place_commitment`."""


def read_commitment(_label: str, fields: Mapping[str, Any]) -> tuple[Any, ...]:
    """Check the values of a commitment, whatever else is known: what it refers to, then its plain columns."""
    choose(Category, fields["category"], "category")
    return commitment_values(attributes("commitment", fields))


def commitment_values(said: Any) -> tuple[Any, ...]:
    """Read a commitment, the keys of its line as attributes, whose words were checked; see `read_commitment`."""
    needs = said.needs or ()
    known = day_of(said.known) if said.known else UNSPOKEN
    plain = said.category, said.what, said.unit, " ".join(needs) or None, known
    return (said.track, said.round, said.from_, said.to, said.mirrors), needs, plain


def place_commitment(label: str, read: tuple[Any, ...], names: Names) -> tuple[Any, ...]:
    """Make the values of COMMITMENT_COLUMNS of a commitment that was read. Raises UnknownNameError."""
    (track, round_, debtor, creditor, mirrors), needs, plain = read
    names.of("track", track)
    names.of("round", round_)
    names.actor(debtor)
    names.actor(creditor)
    names.of("commitment", mirrors)
    for need in needs:
        names.of("commitment", need)
    return label, track, round_, debtor, creditor, mirrors, *plain


def exchange_rows(line: Line, names: Names) -> Iterable[Row]:
    """Rows of an exchange, its legs and the commitments it serves."""
    fields = line.fields
    yield (
        "exchanges",
        {
            "label": line.label,
            "track": names.of("track", fields["track"]),
            "name": fields["name"],
            **window_columns(fields),
            "place": fields.get("place"),
            "witness": names.actor(fields.get("witness")),
        },
    )
    for place, leg in enumerate(fields.get("legs") or ()):
        yield "legs", {
            "exchange": line.label, "place": place, "debtor": names.actor(leg.get("from")),
            "creditor": names.actor(leg.get("to")), "category": choose(Category, leg.get("category"), "category"),
            "parts": leg.get("parts"),
        }  # fmt: skip
    for label in dict.fromkeys(fields.get("serves") or ()):
        yield "serves", {"exchange": line.label, "commitment": names.of("commitment", label)}
