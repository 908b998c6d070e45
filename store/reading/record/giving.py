"""Lines of what is owed and what was handed over."""

from __future__ import annotations

from store.domain.model import Commitment as CommitmentHeld
from store.domain.model import Exchange as ExchangeHeld
from store.domain.model import Leg
from store.domain.quantities import Basis, Quantity, format_figure
from store.domain.typed import TYPE_CHECKING
from store.domain.windows import format_span
from store.domain.words import Instrument, Measure
from store.errors import UsageError
from store.reading.proposals import ALL_SIDES
from store.reading.record.compared import Event, Owed
from store.reading.record.drafting import filled, window_fields
from store.reading.record.handing import (
    Way,
    commitments_of,
    event_of,
    match_commitment,
    match_exchange,
    measure_of,
    mirror,
    served_of,
    ways_of,
)
from store.reading.record.recorded import BASES, INSTRUMENTS, category_of, each_way, quantity_of, unit_of, what_of

if TYPE_CHECKING:
    from typing import Any

    from store.reading.proposals import Commitment, Exchange
    from store.reading.record.desk import Chosen, Desk


def _sides(desk: Desk, number: str, names: tuple[str | None, str | None], *, reciprocal: bool) -> list[Way]:
    """Resolve the directions, drafting who is not on record. Raises UsageError where a side is nobody's."""
    track = desk.track
    for name in names:
        if name and name != ALL_SIDES:
            desk.people.side(name, track)
    if ALL_SIDES in names or names == (None, None):
        desk.people.everybody(track.parties)
    ways = ways_of(*names, desk.ground, reciprocal=reciprocal)
    if not ways:
        raise UsageError(f"{number} does not say between whom: correct it so that both sides are named")
    return ways


def draft_commitment(desk: Desk, chosen: Chosen, content: Commitment) -> None:
    """Draft a commitment for each direction that is not on record, and what is said of each."""
    names = (content.debtor, content.creditor)
    _sides(desk, chosen.proposal.number, names, reciprocal=content.reciprocal)
    cite = desk.cite(chosen)
    found = commitments_of(content, desk.ground, chosen.link)
    labels = [held.commitment.label if held else desk.labels.next("commitment") for _, held in found]
    earlier = [m.earlier for m in match_commitment(content, chosen.proposal.said, desk.ground, chosen.link)]
    for place, (way, held) in enumerate(found):
        if held is None:
            other = labels[1 - place] if len(labels) > 1 else None
            _new_commitment(desk, content, way, (labels[place], other))
    for place, (way, _) in enumerate(found):
        _owed_claim(desk, chosen, content, (labels[place], way, earlier[place]), cite)


def _new_commitment(desk: Desk, content: Commitment, way: Way, labels: tuple[str, str | None]) -> None:
    label, other = labels
    category = category_of(content.kind)
    what, unit = what_of(content.kind, content.qualifier, content.figure), unit_of(content.kind, content.unit)
    debtor, creditor = way
    desk.put(
        "commitment",
        label,
        filled(
            track=desk.track.label, from_=debtor, to=creditor, category=category.value, what=what, unit=unit,
            mirrors=other,
        ),
    )  # fmt: skip
    record = desk.ground.record
    number = 1 + max((owed.commitment.id for owed in record.commitments), default=0)
    day = desk.ground.day
    if day is None:
        raise UsageError("the article has no day: say on which day it was published")
    made = CommitmentHeld(
        number, label, desk.track.label, None, debtor, creditor, category, what, unit, day, other
    )  # fmt: skip
    owed = Owed(made, each_way(content.figure, both=content.reciprocal), _instrument(desk, content, None))
    desk.ground = desk.ground._replace(record=record._replace(commitments=(*record.commitments, owed)))


def _instrument(desk: Desk, content: Commitment, voice: str | None) -> Instrument:
    """Return the act behind a modality: what the debtor proposes is an offer, what others propose a request."""
    if content.modality != "proposed":
        return INSTRUMENTS.get(content.modality, Instrument.EXPECTED)
    debtor = desk.ground.naming.code(content.debtor, desk.ground.track)
    return Instrument.OFFERED if voice is None or voice == debtor else Instrument.REQUESTED


def _owed_claim(
    desk: Desk, chosen: Chosen, content: Commitment, about: tuple[str, Way, str | None], cite: dict[str, Any]
) -> None:
    label, way, earlier = about
    voice = desk.voice(chosen)
    instrument = _instrument(desk, content, voice)
    figure, basis = quantity_of(content.figure), BASES.get(content.figure.per, Basis.UNSTATED)
    everybody = None
    if basis is Basis.TOTAL and way[0] == way[1]:
        # the sum of what all owe together is what all together owe
        basis, everybody = Basis.UNSTATED, "The figure counts all sides together."
    desk.put(
        "claim",
        desk.labels.statement(),
        filled(
            about=label,
            measure=Measure.OWED.value,
            figure=format_figure(figure) if figure else None,
            basis=basis.value,
            instrument=instrument.value,
            recognised_by=_recognising(desk, instrument, voice, way),
            role=_role(voice, way),
            supersedes=earlier,
            note=desk.note(chosen, everybody),
            **window_fields(content.due),
            **cite,
        ),
    )


def _recognising(desk: Desk, instrument: Instrument, voice: str | None, way: Way) -> list[str]:
    """List who accepts a commitment by such a statement: the side that speaks, both where the article says agreed."""
    if not instrument.owed:
        return []
    bound: list[str] = []
    for code in way:
        actor = desk.ground.naming.actors.get(code)
        bound.extend(actor.members if actor and actor.members else (code,))
    bound = list(dict.fromkeys(bound))
    if voice in bound:
        return [voice]
    return bound if instrument is Instrument.AGREED else bound[:1]


def _role(voice: str | None, way: Way) -> str | None:
    if voice is None or way[0] == way[1]:
        return None
    return {way[0]: "debtor", way[1]: "creditor"}.get(voice)


def draft_exchange(desk: Desk, chosen: Chosen, content: Exchange) -> None:
    """Draft what was handed over in each direction, and the event where its days are known and it is not on record."""
    names = (content.giver, content.taker)
    ways = _sides(desk, chosen.proposal.number, names, reciprocal=content.reciprocal)
    cite = desk.cite(chosen)
    links = (chosen.link, mirror(chosen.link, desk.ground))
    served = [served_of(content, way, desk.ground, link) for way, link in zip(ways, links, strict=False)]
    matches = match_exchange(content, chosen.proposal.said, desk.ground, chosen.link)
    link = None if any(served) else chosen.link
    events = [event_of(content, way, desk.ground, link) for way in ways]
    event = next((found for found in events if found is not None), None)
    if event is None and (content.window.bounded or not all(served)):
        event = _new_event(desk, content, ways, [held for held in served if held is not None])
    for way, held, match in zip(ways, served, matches, strict=True):
        _handed_claim(desk, chosen, content, (way, _about(content, way, held, event, desk), match.earlier), cite)


def _new_event(desk: Desk, content: Exchange, ways: list[Way], served: list[Owed]) -> Event:
    category = category_of(content.kind)
    days = format_span(content.window.earliest, content.window.latest)
    name = ", ".join(part for part in (what_of(content.kind, content.qualifier), days) if part)
    legs = tuple(Leg(debtor, creditor, category) for debtor, creditor in ways)
    labels = tuple(dict.fromkeys(held.commitment.label for held in served))
    made = ExchangeHeld(desk.labels.next("exchange"), desk.track.label, name, content.window, legs=legs, serves=labels)
    desk.put(
        "exchange",
        made.label,
        filled(
            track=made.track,
            name=name,
            legs=[{"from": leg.debtor, "to": leg.creditor, "category": leg.category.value} for leg in legs],
            serves=list(labels),
            **window_fields(content.window),
        ),
    )
    event, record = Event(made), desk.ground.record
    desk.ground = desk.ground._replace(record=record._replace(exchanges=(*record.exchanges, event)))
    return event


def _about(content: Exchange, way: Way, held: Owed | None, event: Event | None, desk: Desk) -> tuple[str, bool]:
    """Choose what the figure is filed under, and whether that is the event.

    One handing over is filed under its event, so that two articles on it count once; but a figure under an event counts
    for all that the event serves in that direction, so it is filed under the commitment where that is more than one.
    """
    if event is None or (held is not None and measure_of(content) is not Measure.BATCH):
        return (held.commitment.label, False) if held is not None else ("", False)
    known = {owed.commitment.label: owed.commitment for owed in desk.ground.record.commitments}
    mine = [
        label
        for label in event.exchange.serves
        if label not in known or (known[label].debtor, known[label].creditor) == way
    ]
    if held is not None and mine != [held.commitment.label]:
        return held.commitment.label, False
    return event.exchange.label, True


def _handed_claim(
    desk: Desk,
    chosen: Chosen,
    content: Exchange,
    filed: tuple[Way, tuple[str, bool], str | None],
    cite: dict[str, Any],
) -> None:
    way, (about, is_event), earlier = filed
    both = content.reciprocal and way[0] != way[1]
    figure, together = _one_way(content, both=both)
    desk.put(
        "claim",
        desk.labels.statement(),
        filled(
            about=about,
            measure=measure_of(content).value if figure else Measure.PROGRESS.value,
            figure=format_figure(figure) if figure else None,
            basis=Basis.ONE_WAY.value if figure and not both else Basis.EACH.value if figure else None,
            progress=None if figure else "partial",
            event="done" if is_event else None,
            way=">".join(way) if is_event else None,
            role=_role(desk.voice(chosen), way),
            supersedes=earlier,
            note=desk.note(chosen, together),
            **window_fields(content.window),
            **cite,
        ),
    )


def _one_way(content: Exchange, *, both: bool) -> tuple[Quantity | None, str | None]:
    """Return what one direction comes to, and how that was derived; a total that is odd is nobody's half."""
    value = content.figure.value
    if not both or content.figure.per != "total" or value is None:
        return each_way(content.figure, both=both), None
    words = f"{value:,} in both directions together"
    if value % 2:
        return None, f"{words}."
    return each_way(content.figure, both=both), f"{words}, taken as half each way."
