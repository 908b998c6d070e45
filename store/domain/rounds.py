"""The standing of a round on a day: its state, its days, what came out of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from store.domain.gates import GateStanding
from store.domain.journal import Judgement
from store.domain.knowledge import judged, known
from store.domain.model import Report, Round, Signal, Track
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import NO_WINDOW, Window
from store.domain.words import About, Aspect, GateState, Modality, RoundState, Strength, spoken

if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")

_DECISIVE = (RoundState.HELD, RoundState.IN_SESSION, RoundState.CANCELLED, RoundState.POSTPONED)
_WAITING = (Modality.ON_HOLD, Modality.CONDITIONAL)
_DRIVING = (About.ROUND, About.SETTING_ITS_DATE)
_HOPEFUL = (Modality.SCHEDULED, Modality.EXPECTED, Modality.PROPOSED)


class RoundCase(NamedTuple):
    """Everything the record holds about one round, of whatever day, and its gates on a reading."""

    round: Round
    track: Track
    reports: tuple[Report, ...] = ()
    signals: tuple[Signal, ...] = ()
    judgements: tuple[Judgement, ...] = ()


class RoundStanding(NamedTuple):
    """Where a round stands. Outcome and state are two things."""

    round: Round
    state: RoundState
    window: Window
    """The days of the round itself; unbounded where none are set."""
    date_expected: Window
    """The days in which its date is to be set; that is no window of the round."""
    place: str | None
    host: str | None
    duration: str | None
    minutes: int | None
    heads: tuple[str, ...]
    outcome: str | None
    """What came out of it, as the report nearest to the event told it; a correction supersedes that report."""
    reports: tuple[Report, ...]
    signals: tuple[Signal, ...]
    """What was said about when, newest first."""
    origins: int
    """How many independent reports tell of it; before there is a report, how many speak of when."""
    because: str
    """Why it is in this state, in a few words."""
    judged: Judgement | None = None


def newest_of_each(signals: Iterable[Signal]) -> list[Signal]:
    """Keep what each speaker said last (all of one day), newest first; earlier words of the same speaker give way."""
    last: dict[str, date] = {}
    ordered = sorted(signals, key=lambda s: (s.said_on, s.known_on, s.id), reverse=True)
    for signal in ordered:
        last.setdefault(signal.cite.mouth, signal.said_on)
    return [s for s in ordered if last[s.cite.mouth] == s.said_on]


def first_known(case: RoundCase) -> date | None:
    """Return the day on which the record first speaks of a round; None where it never does."""
    days = [*(report.known_on for report in case.reports), *(signal.known_on for signal in case.signals)]
    return min(days, default=None)


def round_standing(case: RoundCase, gates: Sequence[GateStanding], day: date) -> RoundStanding:
    """Compute where a round stands from what was known on the evening of a day.

    `gates` are the gates that hold back this round or the setting of its date, as known that day.
    """
    reports = known(case.reports, day) if case.reports else []
    signals = known(case.signals, day) if case.signals else []
    signals.sort(key=lambda s: (s.said_on, s.known_on, s.id), reverse=True)
    override = judged(case.judgements, Aspect.ROUND_STATE, day) if case.judgements else None
    state, because = _state(case.track, reports, signals, gates, day)
    if override is not None and override.value is not None:
        state, because = RoundState(override.value), f"judged by {override.author}"
    held = state in (RoundState.HELD, RoundState.IN_SESSION)
    said = [] if held else _newest_of_sides(signals)
    return RoundStanding(
        round=case.round,
        state=state,
        window=_reported_window(reports) if held or not signals else _signalled(said, About.ROUND),
        date_expected=_signalled(said, About.SETTING_ITS_DATE),
        place=_newest(report.place for report in reports),
        host=_newest(report.host for report in reports),
        duration=_newest(report.duration for report in reports),
        minutes=_newest(report.minutes for report in reports),
        heads=tuple(dict.fromkeys(head for report in reports for head in report.heads)),
        outcome=next((report.outcome for report in reports if report.outcome), None),
        reports=tuple(reports),
        signals=tuple(signals),
        origins=len({report.cite.origin for report in reports} or {signal.cite.origin for signal in signals}),
        because=because,
        judged=override,
    )


def _newest(values: Iterable[T | None]) -> T | None:
    """Return the last value said, of reports in the order they became known."""
    said = [value for value in values if value is not None]
    return said[-1] if said else None


def _state(
    track: Track, reports: Sequence[Report], signals: Sequence[Signal], gates: Sequence[GateStanding], day: date
) -> tuple[RoundState, str]:
    decisive = [report for report in reports if report.state in _DECISIVE]
    if any(report.state is RoundState.HELD for report in decisive):
        return RoundState.HELD, "reported as held"
    reported_on = decisive[-1].known_on if decisive else date.min
    signalled = _signalled_state(track, [s for s in signals if s.said_on > reported_on], gates, day)
    if decisive and (signalled is None or signalled[0] is RoundState.PROPOSED):
        return decisive[-1].state or RoundState.PROPOSED, "reported"
    if signalled is not None:
        return signalled
    last = _newest(report.state for report in reports)
    return (last, "reported") if last else (RoundState.PROPOSED, "nobody gives a day")


def _signalled_state(
    track: Track, signals: Sequence[Signal], gates: Sequence[GateStanding], day: date
) -> tuple[RoundState, str] | None:
    """Read the state off the newest word of each side; None where no side speaks."""
    newest = _newest_of_sides(signals)
    if not newest:
        return None
    waiting = [s for s in newest if s.modality in _WAITING and s.cite.speaks_for in track.parties]
    closed = [g for g in gates if _holds_back(g, newest)]
    scheduled = _scheduled(track, newest)
    held_since = max((*(s.said_on for s in waiting), *(g.gate.known_on for g in closed)), default=date.min)
    if scheduled and max(s.said_on for s in scheduled) > held_since:
        return _unless_past(RoundState.SCHEDULED, _best(scheduled), day, "its day is confirmed")
    if closed:
        return RoundState.GATED, f"held back by {closed[0].gate.label}"
    if waiting:
        return RoundState.GATED, f"{spoken(waiting[0].modality)}, says {waiting[0].cite.speaks_for}"
    expecting = [s for s in newest if s.modality in _HOPEFUL and s.window.bounded]
    if expecting:
        return _unless_past(RoundState.EXPECTED, _best(expecting), day, f"{expecting[0].cite.voice} expects it")
    return RoundState.PROPOSED, "no day is set"


def _newest_of_sides(signals: Sequence[Signal]) -> list[Signal]:
    """Keep what each side said on its last day, newest first: only speakers for a side, about the round or its date."""
    driving = [s for s in signals if s.about in _DRIVING and s.cite.speaks_for is not None]
    last: dict[str | None, date] = {}
    for signal in driving:
        side, said_on = signal.cite.speaks_for, signal.said_on
        if side not in last or said_on > last[side]:
            last[side] = said_on
    return [s for s in driving if s.said_on == last[s.cite.speaks_for]]


def _holds_back(standing: GateStanding, newest: Sequence[Signal]) -> bool:
    """Whether a side keeps a gate shut: it set it, it is not open, and it has not spoken hopefully since."""
    gate, side = standing.gate, standing.gate.cite.speaks_for
    if side is None or standing.state not in (GateState.CLOSED, GateState.DISPUTED):
        return False
    since = [s for s in newest if s.cite.speaks_for == side and s.said_on > gate.known_on]
    return not any(s.modality in _HOPEFUL for s in since)


def _scheduled(track: Track, newest: Sequence[Signal]) -> list[Signal]:
    """Return the signals that give a round the same days: of both sides, or of the host and one; else none."""
    given = [s for s in newest if s.modality is Modality.SCHEDULED and s.about is About.ROUND and s.window.bounded]
    for one in given:
        confirming = [s for s in given if one.window.overlaps(s.window)]
        sides = {s.cite.speaks_for for s in confirming}
        parties = sides & set(track.parties)
        if len(parties) > 1 or (parties and track.host in sides):
            return confirming
    return []


def _unless_past(state: RoundState, signal: Signal, day: date, because: str) -> tuple[RoundState, str]:
    last_day = signal.window.last_day
    if last_day is not None and last_day < day:
        return RoundState.LAPSED, "its days passed without news"
    return state, because


def _best(signals: Sequence[Signal]) -> Signal:
    """Choose whose window to show: the newest, then the one said most directly, then the narrowest."""
    return min(signals, key=lambda s: (-s.said_on.toordinal(), s.cite.strength.rank, s.window.days or 10**6))


def _signalled(newest: Sequence[Signal], about: About) -> Window:
    """Return the window that a side last gave for the round or for the setting of its date; a headline gives none."""
    mine = [
        s
        for s in newest
        if s.about is about and s.modality in _HOPEFUL and s.window.bounded and s.cite.strength is not Strength.HEADLINE
    ]
    return _best(mine).window if mine else NO_WINDOW


def _reported_window(reports: Sequence[Report]) -> Window:
    """Return the narrowest days that a report gives; of equals the newest."""
    windows = [(r.window.days or 10**6, -index, r.window) for index, r in enumerate(reports) if r.window.bounded]
    return min(windows, default=(0, 0, NO_WINDOW), key=lambda item: item[:2])[2]
