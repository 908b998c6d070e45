"""Why a commitment stands in the way of a gate on a reading, or does not, in words that name what it rests on."""

from __future__ import annotations

from collections.abc import Mapping

from store.domain.blocking import Blocker, GateGroup, Grounds, HeldBack, Verdict, grounds_of
from store.domain.journal import Judgement
from store.domain.model import Actor, Claim, Gate
from store.domain.quantities import Qualifier
from store.domain.reading import COMMON, Reading
from store.domain.standing import Standing
from store.domain.words import Aspect, GateMode, Measure, spoken
from tui.render.names import listed, name, said_by, strength_words, voice_name
from tui.wording import figure_words, rest_words, safe

Actors = Mapping[str, Actor]

VERDICT_WORDS = {
    Verdict.BLOCKS: "blocks",
    Verdict.DONE: "done",
    Verdict.SPARED: "spared",
    Verdict.NOT_OWED: "not owed",
    Verdict.ENDED: "ended",
    Verdict.UNKNOWN: "unknown",
    Verdict.UNTESTABLE: "untested",
}
VERDICT_GLYPHS = {
    Verdict.BLOCKS: "✗",
    Verdict.DONE: "✓",
    Verdict.SPARED: "✓",
    Verdict.NOT_OWED: "–",
    Verdict.ENDED: "–",
    Verdict.UNKNOWN: "?",
    Verdict.UNTESTABLE: "?",
}
MODE_WORDS = {GateMode.ALL_OF: "all of these", GateMode.ANY_OF: "any one of these"}
_HELD = {
    "round": "the round",
    "other": "something else",
    "summit": "a summit",
    "exchange": "an exchange",
    "truce": "a truce",
    "settlement": "a settlement",
}
NO_GATE = (
    "No gate is on record for a round to come.",
    "A gate says that something happens only after something else: a round, or the setting of its date, only once some "
    "commitments are carried out, all of them or any one.",
    "A gate comes on record when a source states such a condition: a line of kind `gate` in a file that "
    "`talks-tui import` reads, with the commitments it requires and the place where it is said.",
)


def reading_name(reading: Reading, actors: Actors) -> str:
    """Name a reading: strict, common, or the party."""
    return name(actors, reading.name)


def gate_words(gate: Gate, actors: Actors) -> str:
    """Say what a gate holds back and on what condition, who set it and where."""
    holds = f"holds back {_HELD.get(gate.holds, spoken(gate.holds))}"
    who = said_by(actors, gate.cite)
    told = ", ".join(part for part in (who, strength_words(gate.cite), gate.cite.locator) if part)
    return safe(f"{holds}: {gate.condition} · {told}")


def group_words(group: GateGroup) -> str:
    """Say how many commitments must be fulfilled; or that the record cannot decide it."""
    if not group.testable:
        return "the record cannot decide it: a person must"
    return f"opens when {MODE_WORDS[group.mode]} {'is' if group.mode is GateMode.ANY_OF else 'are'} carried out"


def held_words(held: HeldBack) -> str:
    """Name what is held back: the round and where it stands, or a track."""
    if held.round is None or held.standing is None:
        return safe(f"{held.track.name}: gates on something else than a round")
    return safe(f"{held.round.label} {held.round.name} · {spoken(held.standing.state)}")


def come_words(blocker: Blocker) -> str:
    """Say in a few words how much came of how much."""
    standing = blocker.standing
    if standing is None:
        return "not on record by that day"
    given, owed = standing.delivered, standing.terms.quantity
    if given is None and owed is None:
        return "no figure"
    if given is not None and given.qualifier is Qualifier.UNDISCLOSED:
        return "figures withheld"
    return f"{figure_words(given)} of {figure_words(owed)}"


def reasons(blocker: Blocker, held: HeldBack, actors: Actors) -> list[tuple[tuple[str, ...], Verdict, str]]:
    """Say for every reading what a commitment is on it and why; readings with one reason stand together."""
    grounds = grounds_of(blocker)
    found: dict[tuple[Verdict, str], list[str]] = {}
    for reading, verdict in zip(held.readings, blocker.verdicts, strict=True):
        words = _reason(blocker, reading, verdict, grounds, actors)
        found.setdefault((verdict, words), []).append(reading_name(reading, actors))
    return [(tuple(names), verdict, words) for (verdict, words), names in found.items()]


def _reason(blocker: Blocker, reading: Reading, verdict: Verdict, grounds: Grounds, actors: Actors) -> str:
    standing = blocker.standing
    if standing is None:
        return "not counted: the commitment was not on record by that day"
    match verdict:
        case Verdict.UNTESTABLE:
            return "not weighed: the gate names a condition that the record cannot decide"
        case Verdict.ENDED:
            return f"not counted: {_ended(standing, grounds)}"
        case Verdict.NOT_OWED:
            return f"not counted: {_unrecognised(reading, standing, grounds, actors)}"
        case Verdict.SPARED:
            done = listed([safe(label) for label in blocker.done_instead])
            return f"{_recognised(standing, grounds, actors)}; any one is enough, and {done} came"
    return _recognised(standing, grounds, actors)


def far_words(blocker: Blocker, actors: Actors) -> str:
    """Say how far a commitment is carried out, by whose figure or judgement, and where that stands."""
    if blocker.standing is None:
        return "nothing is known of it"
    return _delivery(blocker.standing, grounds_of(blocker), actors)


def _at(claim: Claim) -> str:
    """Name a claim by its label and its place."""
    return safe(f"{claim.label} {claim.cite.locator}" if claim.label else claim.cite.locator)


def _judged(standing: Standing, aspect: Aspect) -> Judgement | None:
    return next((one for one in standing.judged if one.aspect is aspect), None)


def _judgement(one: Judgement) -> str:
    why = f", «{one.reason}»" if one.reason else ""
    rests = f", resting on {one.rests_on}" if one.rests_on else ""
    return safe(f"judged {spoken(one.value or '')} by {one.author}{why}{rests}")


def _ended(standing: Standing, grounds: Grounds) -> str:
    judged = _judged(standing, Aspect.INSTRUMENT)
    if judged is not None:
        return _judgement(judged)
    by = f" ({_at(grounds.acts[0])})" if grounds.acts else ""
    return f"{spoken(standing.terms.instrument)}{by}"


def _recognised(standing: Standing, grounds: Grounds, actors: Actors) -> str:
    if not standing.terms.instrument.owed:
        by = f" ({_at(grounds.acts[0])})" if grounds.acts else ""
        return f"counts: {spoken(standing.terms.instrument)}{by}, a step that counts on every reading"
    judged = _judged(standing, Aspect.INSTRUMENT)
    if judged is not None:
        return f"counts: {_judgement(judged)}"
    parties = standing.terms.recognised_by
    if not parties:
        return "counts: strict takes what any side says, though no party is on record as recognising it"
    verb = "recognises" if len(parties) == 1 else "recognise"
    return f"counts: {listed([name(actors, party) for party in parties])} {verb} it{_statements(parties, grounds)}"


def _statements(parties: tuple[str, ...], grounds: Grounds) -> str:
    places = dict.fromkeys(_at(grounds.recognising[party]) for party in parties if party in grounds.recognising)
    return f" ({', '.join(places)})" if places else ""


def _unrecognised(reading: Reading, standing: Standing, grounds: Grounds, actors: Actors) -> str:
    recognising = standing.terms.recognised_by
    wanted = standing.bound if reading.name == COMMON else (reading.name,)
    lacking = listed([name(actors, party) for party in wanted if party not in recognising])
    who = listed([name(actors, party) for party in recognising]) or "no party"
    verb = "recognise" if len(recognising) > 1 else "recognises"
    return f"only {who} {verb} it{_statements(recognising, grounds)}; no source says that {lacking} does"


def _delivery(standing: Standing, grounds: Grounds, actors: Actors) -> str:
    judged = _judged(standing, Aspect.DELIVERY)
    said = _said(standing, grounds, actors)
    return f"{_judgement(judged)}; the claims say: {said}" if judged is not None else said


def _said(standing: Standing, grounds: Grounds, actors: Actors) -> str:
    if grounds.figure is not None:
        return _figure(standing, grounds.figure, actors)
    told = grounds.told
    if told is None:
        return "no source says that anything came"
    if told.rejects:
        words = "rejected"
    elif told.figure is not None and told.progress is None:
        words = f"{figure_words(told.figure)}, no number"
    else:
        words = f"{spoken(told.progress) if told.progress else 'mentioned'}, no figure"
    return f"{words} ({_voice(told, actors)}, {_at(told)})"


def _figure(standing: Standing, claim: Claim, actors: Actors) -> str:
    unit = f" {safe(standing.commitment.unit)}" if standing.commitment.unit else ""
    amount = f"{figure_words(standing.delivered)} of {figure_words(standing.terms.quantity)}{unit}"
    batches = ", summed from batches" if claim.measure is Measure.BATCH else ""
    rest = rest_words(standing)
    left = f", {rest}" if rest else ""
    against = standing.figures.against
    differ = f"; {listed([voice_name(actors, one.voice) for one in against])} says otherwise" if against else ""
    return f"{amount}{left} ({_voice(claim, actors)}, {_at(claim)}{batches}){differ}"


def _voice(claim: Claim, actors: Actors) -> str:
    return said_by(actors, claim.cite) or strength_words(claim.cite)
