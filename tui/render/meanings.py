"""What every state and every sign on the screen means, in words. Help under the cursor and docs/states.md say these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from store.domain.quantities import Basis, Qualifier
from store.domain.reading import COMMON, STRICT
from store.domain.shelves import Shelf
from store.domain.standing import JUDGED
from store.domain.typed import NamedTuple
from store.domain.words import (
    About,
    ClaimRole,
    DayBasis,
    Delivery,
    Event,
    GateMode,
    GateState,
    Instrument,
    Measure,
    Modality,
    RoundState,
    Schedule,
    Strength,
    Verification,
)
from store.reading.record.compared import MatchKind
from store.reading.record.inbox import State

_MEANT: Sequence[tuple[StrEnum, str]] = (
    (Instrument.REQUESTED, "one side asked for it; nobody owes it"),
    (Instrument.EXPECTED, "somebody expects it; nobody promised it, so nobody owes it"),
    (Instrument.OFFERED, "one side offered it; nothing is owed until it is taken up"),
    (Instrument.ANNOUNCED, "one side said it will do it; owed on the strict reading and on that side's own"),
    (Instrument.AGREED, "both sides say it was agreed; owed"),
    (Instrument.SUPERSEDED, "a later act took its place; it is owed no more"),
    (Instrument.WITHDRAWN, "whoever owed it took it back; it is owed no more"),
    (Delivery.NOT_STARTED, "no source speaks of anything handed over; that is not the same as nothing handed over"),
    (Delivery.PREPARING, "sources speak of preparations, of nothing handed over yet"),
    (Delivery.PARTIAL, "something was handed over, and not all of it"),
    (Delivery.DELIVERED, "as much was handed over as is owed"),
    (Delivery.EXCEEDED, "more was handed over than is owed; the surplus is named"),
    (Delivery.STALLED, "a source says that it does not go on"),
    (Delivery.REFUSED, "whoever owes it says that it will not be done"),
    (Verification.NONE, "nobody says anything of a delivery, so there is nothing to attest"),
    (Verification.ONE_SIDED, "one side alone says so; the other is silent, which is no denial"),
    (Verification.CONFIRMED, "both sides say so"),
    (Verification.WITNESSED, "somebody who is no side saw it and says so"),
    (Verification.DISCREPANT, "the sides give figures that differ"),
    (Verification.DISPUTED, "a side says that it is not so"),
    (Verification.UNVERIFIABLE, "what is said cannot be checked: no source counts, or none is named"),
    (Schedule.NO_DEADLINE, "no source gives a day by which it is due; that is normal"),
    (Schedule.OPEN, "its days have not come to their end"),
    (Schedule.DUE, "the strict end of its days is reached, the loosest reading of them is not over"),
    (Schedule.OVERDUE, "even the loosest reading of its days is over, and it is not carried out"),
    (Schedule.MET, "carried out, and no word says later than due"),
    (Schedule.MET_LATE, "carried out, after its last day by the words of the source"),
    (Schedule.LAPSED, "its days are over, and it was no obligation, or is none any more"),
    (RoundState.PROPOSED, "somebody speaks of it, or nobody does; no day is expected or set"),
    (RoundState.GATED, "a side says that it waits for something else, and that has not happened"),
    (RoundState.EXPECTED, "somebody expects it, or the setting of its date, in some days"),
    (RoundState.SCHEDULED, "both sides, or the host and one of them, name its day"),
    (RoundState.IN_SESSION, "the delegations meet"),
    (RoundState.HELD, "it took place; what came out of it is another matter"),
    (RoundState.POSTPONED, "it was put off"),
    (RoundState.CANCELLED, "it was called off"),
    (RoundState.LAPSED, "the days it was set or expected for went by without it"),
    (GateState.CLOSED, "what it waits for has not happened"),
    (GateState.OPEN, "all that it waits for has happened"),
    (GateState.DISPUTED, "it is open on one side's view of what is owed, closed on the other's"),
    (GateState.UNTESTABLE, "the record cannot decide whether it is fulfilled"),
    (GateMode.ALL_OF, "everything it names has to happen"),
    (GateMode.ANY_OF, "one of the things it names is enough"),
    (Modality.SCHEDULED, "said as a fixed day"),
    (Modality.EXPECTED, "said as what is expected"),
    (Modality.PROPOSED, "said as a proposal"),
    (Modality.HOPED, "said as a hope"),
    (Modality.CONDITIONAL, "said to hang on something else"),
    (Modality.ON_HOLD, "said to be on hold"),
    (Modality.NOT_SET, "said to have no day yet"),
    (About.ROUND, "when the round is"),
    (About.SETTING_ITS_DATE, "when the day of the round will be set; that is no day of the round"),
    (About.REPLY, "when a reply is due"),
    (About.SUMMIT, "when a meeting of leaders is"),
    (About.EXCHANGE, "when an exchange is"),
    (About.END_OF_TRUCE, "when a truce ends"),
    (About.OTHER, "when something else is"),
    (Measure.OWED, "how much is owed"),
    (Measure.BATCH, "how much was handed over this time; never added to a figure so far"),
    (Measure.CUMULATIVE, "how much was handed over so far, all together"),
    (Measure.STOCK, "how much somebody holds"),
    (Measure.PROGRESS, "how far it is, without a figure"),
    (Event.ANNOUNCED, "the exchange was announced"),
    (Event.ATTEMPTED, "the exchange was attempted"),
    (Event.POSTPONED, "the exchange was put off"),
    (Event.DONE, "the exchange took place"),
    (Event.DISPUTED, "a side says that the exchange was otherwise, or not at all"),
    (ClaimRole.DEBTOR, "said by the side that owes it"),
    (ClaimRole.CREDITOR, "said by the side that it is owed to"),
    (ClaimRole.WITNESS, "said by somebody who saw it and is no side"),
    (ClaimRole.OTHER, "said by somebody else"),
    (Strength.QUOTE, "the speaker's own words, quoted"),
    (Strength.PARAPHRASE, "the speaker's words, retold by the source"),
    (Strength.RELAYED, "told by the source after another outlet"),
    (Strength.ARTICLE, "the article says so itself and names no speaker"),
    (Strength.HEADLINE, "it stands in a headline only"),
    (DayBasis.STATED, "the source bears its day of publication"),
    (DayBasis.RESOLVED, "the day of the source was worked out from its words"),
    (DayBasis.INFERRED, "the day of the source was inferred from what it speaks of"),
    (Qualifier.EXACT, "the very number"),
    (Qualifier.ABOUT, "about that number; one within 5 % of it agrees"),
    (Qualifier.OVER, "more than that number"),
    (Qualifier.AT_LEAST, "that number or more"),
    (Qualifier.AT_MOST, "that number or fewer"),
    (Qualifier.BETWEEN, "between the two numbers"),
    (Qualifier.ALL, "all there are; no number, so never a percentage"),
    (Qualifier.SEVERAL, "several; no number, so never a percentage"),
    (Qualifier.HUNDREDS, "hundreds; no number, so never a percentage"),
    (Qualifier.UNDISCLOSED, "a figure that nobody gives; it is unknown, never zero"),
    (Basis.ONE_WAY, "counts one direction"),
    (Basis.EACH, "counts each direction for itself"),
    (Basis.TOTAL, "counts both directions together"),
    (Basis.UNSTATED, "the source does not say what it counts"),
    (MatchKind.NEW, "the record holds nothing of it"),
    (MatchKind.CONFIRMS, "it says what the record holds, from another origin"),
    (MatchKind.SAME_ORIGIN, "it says what the record holds, after the same report: it counts once"),
    (MatchKind.DIFFERS, "it says otherwise than the record"),
    (MatchKind.SUPERSEDES, "it is a newer word of the same speaker"),
    (State.WAITING, "it waits in the inbox; nothing is a fact before somebody accepts it"),
    (State.ACCEPTED, "it was accepted and is in the record; it can be taken back"),
    (State.DROPPED, "it was put aside; it can wait again"),
    (State.SPLIT, "two proposals of one direction each took its place"),
)  # fmt: skip
MEANINGS: Mapping[tuple[type[StrEnum], str], str] = {(type(word), word.value): text for word, text in _MEANT}
"""What a state, a kind or a word of the record means, by its axis: one word can mean several things."""


def meaning(word: StrEnum) -> str:
    """Say what a state, a kind or a word of the record means."""
    return MEANINGS[type(word), word.value]


READINGS: Mapping[str, str] = {
    STRICT: "whatever any side says is owed, is owed",
    COMMON: "only what both sides say is owed, is owed",
    "": "only what this party says is owed, is owed",
}
"""What the readings take for owed; "" = the reading of a party."""

SHELVES: Mapping[Shelf, str] = {
    Shelf.OPEN_HUMANITARIAN: "owed, not carried out: people or the dead",
    Shelf.OPEN: "owed, not carried out: lists, documents and the like",
    Shelf.DONE: "owed and carried out",
    Shelf.ASKED: "asked for, offered, expected, or not owed on this reading; still open",
    Shelf.ASKED_DONE: "asked for or offered, and done all the same",
    Shelf.ENDED: "superseded or withdrawn: it is owed no more",
}
"""What it means to stand under a heading of the obligations."""


class Kind(StrEnum):
    """What sort of thing is highlighted."""

    COMMITMENT = "commitment"
    ROUND = "round"
    GATE = "gate"
    CLAIM = "claim"
    SIGNAL = "signal"
    EXCHANGE = "exchange"
    SOURCE = "source"
    ACTOR = "actor"
    POSITION = "position"
    DISCREPANCY = "discrepancy"
    TRACK = "track"
    REPORT = "report"
    JUDGEMENT = "judgement"
    ENTRY = "entry"
    PROPOSAL = "proposal"
    READING = "reading"


KINDS: Mapping[Kind, str] = {
    Kind.COMMITMENT: "Who owes what to whom. One direction is one commitment; it stands on the claims about it.",
    Kind.ROUND: "A meeting of the delegations, or another meeting. Its state and what came out of it are two things.",
    Kind.GATE: "One thing only after another: what somebody says has to happen first.",
    Kind.CLAIM: "What one source says of one commitment or exchange. Never changed: a correction takes its place.",
    Kind.SIGNAL: "What one source says about when. Of one speaker the newest word counts; none are averaged.",
    Kind.EXCHANGE: "An event in which people or remains are handed over. It may serve several commitments, or none.",
    Kind.SOURCE: "An article or statement. Sources that rewrite one report are one origin and count once.",
    Kind.ACTOR: "A side, a body or a person, under all its names.",
    Kind.POSITION: "What a side asks for, offers or refuses.",
    Kind.DISCREPANCY: "Where sources contradict one another or themselves, and how that is treated.",
    Kind.TRACK: "One negotiation. Its rounds are numbered on it alone.",
    Kind.REPORT: "What one source says of a round.",
    Kind.JUDGEMENT: "The analyst's own statement, dated and signed; it overrides what the claims say until taken back.",
    Kind.ENTRY: "One write into the store: who, when, what it was before. Each can be undone, and stays readable.",
    Kind.PROPOSAL: "What rules found in an article, with the words it rests on. No fact before somebody accepts it.",
    Kind.READING: "An article that was read into the inbox, with how many of its proposals wait.",
}
"""What a thing is."""


class Sign(NamedTuple):
    """A sign on the screen. One sign can mean several things, each in its own place."""

    sign: str
    place: str
    """Where it has this meaning; empty = everywhere."""
    meaning: str


DELIVERY, ROUND, GATE, BLOCKER = "delivery", "round", "gate", "blocker"
FIGURE, BAR, MARK, DAY, WAY, PROPOSAL = "figure", "bar", "mark", "day", "way", "proposal"
MARKED, LEDGER, TIMELINE, CHART = "marked row", "ledger", "timeline, drift", "charts"

SIGNS: Sequence[Sign] = (
    Sign("○", DELIVERY, "not started"),
    Sign("◔", DELIVERY, "preparing"),
    Sign("◑", DELIVERY, "partial"),
    Sign("✓", DELIVERY, "delivered, or exceeded"),
    Sign("‖", DELIVERY, "stalled"),
    Sign("✗", DELIVERY, "refused"),
    Sign("↺", DELIVERY, "take the judgement back, and let the claims speak"),
    Sign("○", ROUND, "proposed"),
    Sign("‖", ROUND, "gated"),
    Sign("◔", ROUND, "expected"),
    Sign("◑", ROUND, "scheduled"),
    Sign("●", ROUND, "in session"),
    Sign("✓", ROUND, "held"),
    Sign("→", ROUND, "postponed"),
    Sign("✗", ROUND, "cancelled or lapsed"),
    Sign("✗", GATE, "closed"),
    Sign("✓", GATE, "open"),
    Sign("!", GATE, "disputed: open on one side's view"),
    Sign("?", GATE, "untestable: the record cannot decide"),
    Sign("○", BLOCKER, "stands in the way, and nobody speaks of any delivery (unproven)"),
    Sign("◑", BLOCKER, "stands in the way, and some of it came"),
    Sign("?", MARK, "one side alone says so, or it cannot be checked"),
    Sign("=", MARK, "both sides say so, or a witness does"),
    Sign("!", MARK, "the sides' figures differ, or one says that it is not so"),
    Sign(JUDGED, MARK, "the analyst's own judgement, not the claims"),
    Sign("━", BAR, "handed over, as a share of what is owed"),
    Sign("─", BAR, "left"),
    Sign("┄", BAR, "unknown: no figure, or nothing to measure it by; never 0 %"),
    Sign("?", FIGURE, "nobody gives a figure; that is not zero"),
    Sign("~", FIGURE, "about"),
    Sign(">", FIGURE, "more than"),
    Sign("≥", FIGURE, "at least"),
    Sign("≤", FIGURE, "at most"),
    Sign("~", DAY, "the day of the source was inferred or worked out, not stated"),
    Sign("●", DAY, "these days are the ones on the board"),
    Sign("→", WAY, "from whoever owes it to whom it is owed; between two values: from what was to what is"),
    Sign("↔", WAY, "both ways"),
    Sign("○", PROPOSAL, "waits"),
    Sign("✓", PROPOSAL, "accepted"),
    Sign("✗", PROPOSAL, "dropped"),
    Sign("▸", PROPOSAL, "marked, to be accepted or dropped with others"),
    Sign("+", MARKED, "marked: the status is set for all that are marked, as one change"),
    Sign("●", LEDGER, "the board counts this figure"),
    Sign("○", LEDGER, "the figure of its own voice, which the board does not count"),
    Sign("✗", LEDGER, "struck: corrected or withdrawn"),
    Sign("├━┤", TIMELINE, "one of these days, as the words have it; ┄ as far as the words may reach"),
    Sign("◂▸", TIMELINE, "it goes on beyond the days in sight, or has no end"),
    Sign("┃", TIMELINE, "the day shown; in the drift, the days that the words name"),
    Sign("┆", TIMELINE, "in the drift, the days of the other statements"),
    Sign("▲▼", CHART, "an open end; in the progress, the figures of one voice"),
    Sign("█", CHART, "what is highlighted"),
    Sign("■◆", CHART, "the figures of one voice each: the line below the chart says whose"),
    Sign("┊", CHART, "what is disputed: from the least figure to the most"),
    Sign("⏎", "key", "the Enter key"),
    Sign("«»", "", "the words of the source itself"),
    Sign("…", "", "cut short for want of room"),
    Sign("↑", "", "more lies above"),
    Sign("↓", "", "more lies below"),
    Sign("–", "", "nothing is known, or nothing was there; between two days or numbers: up to"),
)
"""Every sign that is drawn, and what it means where."""


def is_drawn(sign: str, text: str) -> bool:
    """Whether a sign stands in a text."""
    if sign == "–":  # between words it is a mark of writing
        return " – " in text or "–\n" in text
    return bool(text) and any(part in text for part in sign)
