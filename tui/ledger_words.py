"""What stands in a ledger, as words: promise, readings, spread, dispute, sums, and each figure. Plain strings only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.domain.fates import Fate, Section
from store.domain.figures import VoiceFigure
from store.domain.ledger import Entry, Ledger, Spread
from store.domain.model import Actor, Claim
from store.domain.quantities import Basis, Qualifier
from store.domain.standing import Standing
from store.domain.sums import Fit, Pair, Stages, Total
from store.domain.words import Measure, Verification, spoken
from tui.render.names import listed, name, said_by, strength_words, voice_name, way
from tui.wording import (
    day_words,
    delivery_words,
    figure_words,
    number_words,
    percent_words,
    rest_words,
    safe,
    window_words,
)

Actors = Mapping[str, Actor]

SECTION_WORDS = {
    Section.PROMISED: "Promised",
    Section.CUMULATIVE: "So far: cumulative figures, by the day they were told",
    Section.BATCH: "Batches: this time, by the day of the event",
    Section.STOCK: "Held: not handed over",
    Section.WORDS: "In words, without a figure",
}
_BASES = {Basis.EACH: "each", Basis.TOTAL: "both directions together"}
_SHOWN_PARTS = 8
"""Batches of a sum that are written out."""


def counted(amount: str, unit: str | None) -> str:
    """Write a figure with its unit."""
    return safe(f"{amount} {unit}") if unit else amount


def promise_words(standing: Standing, actors: Actors) -> str:
    """Say what is promised, by what act, and who recognises it."""
    terms, commitment = standing.terms, standing.commitment
    amount = counted(figure_words(terms.quantity), commitment.unit) if terms.quantity else "no figure"
    who = listed([name(actors, party) for party in terms.recognised_by])
    due = f"due {window_words(terms.due, year=True)}" if terms.due.bounded else "no date"
    return " · ".join(
        [amount, spoken(terms.instrument), f"recognised by {who}" if who else "recognised by no party", due]
    )


def reading_words(ledger: Ledger, actors: Actors) -> list[tuple[str, str]]:
    """Say what each reading counts; readings that count the same stand together."""
    found: dict[str, list[str]] = {}
    for reading, standing in ledger.by_reading:
        found.setdefault(_counted_words(standing), []).append(name(actors, reading.name))
    return [(", ".join(names), words) for words, names in found.items()]


def _counted_words(standing: Standing) -> str:
    given, owed = standing.delivered, standing.terms.quantity
    if given is None:
        amount = "no figure of delivery"
    elif given.qualifier is Qualifier.UNDISCLOSED:
        amount = "figures of delivery withheld"
    elif standing.owed:
        amount = f"{figure_words(given)} of {figure_words(owed)}"
    else:
        amount = f"{figure_words(given)} delivered"
    parts = ["owed" if standing.owed else "not owed", amount, rest_words(standing), percent_words(standing)]
    return " · ".join(part for part in parts if part)


def voices_words(ledger: Ledger, actors: Actors) -> str:
    """Say the figure of delivery of each voice; a party without one is named too."""
    standing = ledger.standing
    given = {
        figure.voice: figure_words(figure.quantity) + _batches(ledger, figure) for figure in standing.figures.voices
    }
    order = list(dict.fromkeys((*standing.bound, *given)))
    return " · ".join(f"{voice_name(actors, voice)} {given.get(voice, 'no figure')}" for voice in order)


def _batches(ledger: Ledger, figure: VoiceFigure) -> str:
    """Say of how many batches a figure is the sum."""
    if figure.claim.measure is not Measure.BATCH:
        return ""
    summed = [e for e in ledger.entries if e.fate.counts and e.claim.cite.voice == figure.voice]
    count = sum(1 for entry in summed if entry.section is Section.BATCH)
    return f" (sum of {count} batches)" if count > 1 else ""


def spread_words(ledger: Ledger, actors: Actors) -> str:
    """Say how far the sides lie apart, and where others speak too, how far all of them do."""
    if ledger.between_sides is not None:
        between = f"between the sides {_spread(ledger.between_sides, actors)}"
    else:
        giving = {figure.voice for figure in ledger.standing.figures.voices}
        silent = [name(actors, party) for party in ledger.standing.bound if party not in giving]
        verb = "gives" if len(silent) == 1 else "give"
        between = f"none between the sides: {listed(silent)} {verb} no figure"
    overall = f"; of all voices {_spread(ledger.overall, actors)}" if ledger.overall else ""
    return between + overall


def _spread(found: Spread, actors: Actors) -> str:
    low, high = (
        f"{figure_words(figure.quantity)} ({voice_name(actors, figure.voice)})" for figure in (found.low, found.high)
    )
    if found.low.quantity == found.high.quantity:
        return f"none: both {figure_words(found.low.quantity)}"
    exact = {found.low.quantity.qualifier, found.high.quantity.qualifier} == {Qualifier.EXACT}
    apart = f"{'' if exact else 'about '}{number_words(found.difference)} apart"
    return f"{low} to {high}: {apart}{', both can be true' if found.compatible else ''}"


def dispute_words(ledger: Ledger, actors: Actors) -> str:
    """Say of what kind the dispute is and whose, or that there is none."""
    standing = ledger.standing
    said = [entry.claim for entry in ledger.entries if entry.claim.rejects and not entry.fate.struck]
    rejecting = listed(list(dict.fromkeys(f"{voice_name(actors, c.cite.voice)} ({c.cite.locator})" for c in said)))
    against = listed([voice_name(actors, figure.voice) for figure in standing.figures.against])
    leading = voice_name(actors, standing.figures.leading.voice) if standing.figures.leading else ""
    attesting = listed([voice_name(actors, voice) for voice in standing.attested_by])
    words = {
        Verification.NONE: "none: nobody speaks of any delivery",
        Verification.ONE_SIDED: f"none: one-sided ({attesting})",
        Verification.CONFIRMED: "none: both sides say so",
        Verification.WITNESSED: "none: a witness says so",
        Verification.DISCREPANT: f"figures differ: {against} against {leading}",
        Verification.DISPUTED: f"rejected by {rejecting}" if rejecting else "a party rejects what another claims",
        Verification.UNVERIFIABLE: "cannot be told: figures are withheld",
    }[standing.verification]
    judged = " (as judged)" if any(one.aspect.value == "verification" for one in standing.judged) else ""
    return f"{delivery_words(standing)} · {words}{judged}"


def stages_words(found: Stages, actors: Actors) -> str:
    """Say what listed batches add up to, beside the total that is claimed; of several totals those that do not fit."""
    parts = [figure_words(claim.figure) for claim in found.parts]
    shown = f" ({' + '.join(parts)})" if len(parts) <= _SHOWN_PARTS else f" ({len(parts)} of them)"
    base = f"stages listed by {_lister(found, actors)} add up to {figure_words(found.sum)}{shown}"
    totals = "; ".join(_total(total, actors) for total in found.totals if total.fit is found.fit)
    match found.fit:
        case Fit.APART:
            return f"{base}, total claimed {totals}"
        case Fit.LATER:
            return f"{base}, total claimed {totals}: the smaller ends on an earlier day"
        case _:
            return f"{base}, total claimed {totals}: they agree"


def _total(total: Total, actors: Actors) -> str:
    who = listed([voice_name(actors, claim.cite.voice) for claim in total.claims])
    about = "" if total.sure else "about "
    difference = f" (difference {about}{number_words(total.difference)})" if total.fit is not Fit.ADDS_UP else ""
    return f"{figure_words(total.figure)} by {who}{difference}"


def _lister(found: Stages, actors: Actors) -> str:
    if found.voice is not None:
        return voice_name(actors, found.voice)
    return f"source {safe(found.source)}" if found.source else "all together, each event once"


def pair_words(pair: Pair, actors: Actors) -> str:
    """Say what a commitment and its mirror add up to, beside what was said of both."""
    labels = " and ".join(safe(side.commitment.label) for side in (pair.one, pair.other))
    if pair.units_differ:
        units = listed([safe(side.commitment.unit or "no unit") for side in (pair.one, pair.other)])
        return f"{labels} mirror each other but count different units ({units}): not added"
    parts = [figure_words(side.promised) if side.promised else "no figure" for side in (pair.one, pair.other)]
    if pair.sum is None:
        return f"{labels} mirror each other: {parts[0]} and {parts[1]}, which cannot be added"
    base = f"{labels} mirror each other: {parts[0]} and {parts[1]} add up to {figure_words(pair.sum)}"
    if pair.figure is None:
        return f"{base}, never counted as one"
    who = listed(list(dict.fromkeys(voice_name(actors, claim.cite.voice) for claim in pair.said)))
    said = f"{base}, both together {figure_words(pair.figure)} by {who}"
    if pair.fit is Fit.APART and pair.difference is not None:
        return f"{said} (difference {number_words(pair.difference)})"
    return f"{said}: they agree"


def amount_words(entry: Entry) -> str:
    """Say the figure; where there is none, what is said instead."""
    claim = entry.claim
    if claim.rejects:
        return "rejects it"
    if claim.figure is not None:
        return figure_words(claim.figure)
    word = claim.instrument if entry.section is Section.PROMISED else claim.progress or claim.event
    return spoken(word) if word else "mentioned"


def beside_words(entry: Entry, actors: Actors) -> list[str]:
    """Say what goes with a figure: who says it and how directly, its basis, the days it covers, what became of it."""
    claim = entry.claim
    return [part for part in (_who(claim, actors), strength_words(claim.cite), *more_words(entry)) if part]


def more_words(entry: Entry) -> list[str]:
    """Say the basis, the days where they differ from those it is listed under, and what became of a figure."""
    claim = entry.claim
    parts = [_BASES.get(claim.basis, "") if entry.fate is not Fate.TOGETHER else "", _days(entry), fate_words(entry)]
    about = f"about {claim.exchange}" if claim.exchange else ""
    return [safe(part) for part in (*parts, about) if part]


def _who(claim: Claim, actors: Actors) -> str:
    if claim.cite.speaker is None and claim.cite.speaks_for is None:
        return ""
    return said_by(actors, claim.cite)


def _days(entry: Entry) -> str:
    event, said = entry.event, entry.claim.known_on
    if entry.section is Section.BATCH:
        return f"told {day_words(said, year=False)}" if event.bounded and event.latest != said else ""
    if not event.bounded or event.earliest == event.latest == said:
        return ""
    head = "due " if entry.section is Section.PROMISED else "covers " if event.earliest else ""
    return f"{head}{window_words(event)}"


def fate_words(entry: Entry) -> str:
    """Say what became of a figure where it does not simply count."""
    by = entry.corrected_by
    promised = entry.section is Section.PROMISED
    numberless = entry.claim.figure is not None and entry.section is not Section.STOCK
    return {
        Fate.INSIDE: "in the total, not added",
        Fate.OLDER: "not the figure counted" if promised else "another figure of this voice counts",
        Fate.REPEATED: "told again since",
        Fate.TOGETHER: "both directions together",
        Fate.NOTED: "no number to count" if numberless else "",
        Fate.CORRECTED: f"struck: corrected by {by.label or by.cite.locator}" if by else "struck",
        Fate.ENDED: "struck: it has ended since",
    }.get(entry.fate, "")


def column_words(codes: Iterable[str], actors: Actors) -> str:
    """Name a side."""
    return listed([name(actors, code) for code in codes])


def citation(entry: Entry, ledger: Ledger, actors: Actors, day: str) -> str:
    """Write one figure as a line to cite: of what, how much, who says so, and where."""
    commitment, claim = ledger.standing.commitment, entry.claim
    source = ledger.sources.get(claim.cite.source)
    title = f"“{source.title}”, {day_words(source.published)}, " if source and source.title else ""
    kind = {Section.CUMULATIVE: " so far", Section.BATCH: " this time", Section.STOCK: " held"}.get(entry.section, "")
    kind = " promised" if entry.section is Section.PROMISED and claim.figure else kind
    words = f" «{claim.cite.words}»" if claim.cite.words else ""
    amount = counted(amount_words(entry), commitment.unit if claim.figure is not None else None)
    return safe(
        f"{commitment.label} {commitment.what}, {way(commitment.debtor, commitment.creditor)}: {amount}{kind}"
        f" ({'; '.join(beside_words(entry, actors))}; as of {day}).{words} Source: {title}{claim.cite.locator}"
    )
