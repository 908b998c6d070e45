"""The outlook: which round comes next, who says so, what blocks it, who is silent."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.gates import GateStanding
from store.domain.model import Signal
from store.domain.rounds import RoundStanding, newest_of_each
from store.domain.typed import NamedTuple
from store.domain.words import About, GateState


class SignalView(NamedTuple):
    """A signal, and whether its speaker has said something newer since."""

    signal: Signal
    current: bool


class Outlook(NamedTuple):
    """The next round of a track as known on a day, on a reading."""

    round: RoundStanding | None
    """The next round; None where none is on record."""
    gate: GateStanding | None
    """The gate that matters first: the one a side set on the setting of its date or on the round."""
    gates: tuple[GateStanding, ...]
    """Every gate known on the round, the one that matters first."""
    signals: tuple[SignalView, ...]
    """Who said what about when, newest first."""
    silent: tuple[str, ...]
    """Parties that have said nothing about when."""


NO_OUTLOOK = Outlook(None, None, (), (), ())


def next_round(rounds: Sequence[RoundStanding]) -> RoundStanding | None:
    """Choose the next round of a track: the lowest ordinal that does not lie behind us."""
    coming = [r for r in rounds if not r.round.meeting and not r.state.over]
    return min(coming, key=lambda r: r.round.ordinal or 0, default=None)


def outlook_of(rounds: Sequence[RoundStanding], gates: Sequence[GateStanding], parties: Sequence[str]) -> Outlook:
    """Compute the outlook from the standings of a track's rounds and of its gates."""
    coming = next_round(rounds)
    if coming is None:
        return NO_OUTLOOK
    mine = sorted((g for g in gates if g.gate.round == coming.round.label), key=_weight)
    speaking = {s.cite.speaks_for for s in coming.signals} | {g.gate.cite.speaks_for for g in mine}
    return Outlook(
        round=coming,
        gate=next((g for g in mine if g.state is not GateState.UNTESTABLE), mine[0] if mine else None),
        gates=tuple(mine),
        signals=signal_views(coming.signals),
        silent=tuple(party for party in parties if party not in speaking),
    )


def signal_views(signals: Sequence[Signal]) -> tuple[SignalView, ...]:
    """Mark which signals still stand: a newer word of the same speaker wins over an older one, never averaged."""
    current = {signal.id for signal in newest_of_each(signals)}
    ordered = sorted(signals, key=lambda s: (s.said_on, s.known_on, -s.cite.strength.rank, -s.id), reverse=True)
    return tuple(SignalView(signal, signal.id in current) for signal in ordered)


def _weight(standing: GateStanding) -> tuple[bool, bool, bool, int, str]:
    """Order gates: those the record can test, set by a side, on the setting of the date, newest first."""
    gate = standing.gate
    return (
        standing.state is GateState.UNTESTABLE,
        gate.cite.speaks_for is None,
        gate.holds != About.SETTING_ITS_DATE,
        -gate.known_on.toordinal(),
        gate.label,
    )
