"""Statements of every kind as blocks: what is said, by whom, how directly, where it stands, and the words."""

from __future__ import annotations

from datetime import date

from store.domain.board import Evidence
from store.domain.model import Cite, Claim
from store.domain.typed import NamedTuple
from store.domain.words import About, Measure, spoken
from tui.render.compare import voices
from tui.render.names import GATE_GLYPHS, GATE_ROLES, Actors, locator_span, name, said_by, strength_words, voice_name
from tui.render.spans import BLANK, Block, Line, Role, Span, flow, joined, paragraph, put, spread
from tui.wording import day_words, figure_words, said_words, window_words

_MEASURES = {Measure.BATCH: "this time", Measure.CUMULATIVE: "so far", Measure.STOCK: "held", Measure.PROGRESS: ""}
_DAYS_OF_HISTORY = 16


def heading(text: str) -> Block:
    """Open a part of the evidence."""
    return Block((BLANK, (put(text, Role.MUTED),)))


class Statement(NamedTuple):
    """One thing that one source says."""

    label: str
    said: Line
    cite: Cite
    day: date
    note: str | None = None

    def block(self, actors: Actors, width: int) -> Block:
        """Lay it out; the place in the source stays whole at the right edge. An inferred day has a ~ before it."""
        cite = self.cite
        day = f" {'~' if cite.inferred else ''}{day_words(self.day, year=False)}"
        lines = [spread((*_label(self.label), *self.said), (locator_span(cite), (day, Role.MUTED)), width)]
        who = joined([put(said_by(actors, cite)), put(strength_words(cite), Role.MUTED)])
        lines.extend(flow(who, width, indent=2))
        if cite.words:
            lines.extend(paragraph(f"«{cite.words}»", width, Role.QUOTE, indent=2))
        if self.note:
            lines.extend(paragraph(self.note, width, Role.MUTED, indent=2))
        return Block(tuple(lines), self.label or cite.locator)


def _label(label: str) -> tuple[Span, ...]:
    return (put(f"{label} ", Role.MUTED),) if label else ()


def claim_words(claim: Claim) -> str:
    """Say in a few words what a claim claims."""
    if claim.measure is Measure.OWED:
        act = spoken(claim.instrument) if claim.instrument else "owed"
        return " ".join(part for part in (act, said_words(claim)) if part)
    if claim.rejects:
        return "rejects it"
    figure = f"{figure_words(claim.figure)} {_MEASURES[claim.measure]}".strip() if claim.figure else ""
    progress = spoken(claim.progress) if claim.progress else ""
    event = spoken(claim.event) if claim.event and not progress else ""
    return ", ".join(part for part in (figure, progress, event) if part) or "mentioned"


def claim_blocks(evidence: Evidence, actors: Actors, width: int) -> list[Block]:
    """Lay out the claims voice by voice; a bound party without one is named all the same."""
    blocks: list[Block] = []
    order = voices(evidence.standing, evidence.claims) if evidence.standing else []
    order = order or list(dict.fromkeys(claim.cite.voice for claim in evidence.claims))
    for voice in order:
        mine = [claim for claim in evidence.claims if claim.cite.voice == voice]
        who = voice_name(actors, voice)
        blocks.append(heading(f"{who[:1].upper()}{who[1:]} says" if mine else f"{who} says nothing of it"))
        blocks.extend(_claim(claim, evidence, actors, width) for claim in mine)
    return blocks


def _claim(claim: Claim, evidence: Evidence, actors: Actors, width: int) -> Block:
    about = "" if claim.commitment == evidence.subject else claim.exchange or claim.commitment or ""
    window = window_words(claim.window) if claim.window.bounded else ""
    said = joined([put(claim_words(claim), Role.STRONG), put(window, Role.MUTED), put(about, Role.MUTED)])
    return Statement(claim.label or "", said, claim.cite, claim.known_on, claim.note).block(actors, width)


def report_blocks(evidence: Evidence, actors: Actors, width: int) -> list[Block]:
    """Lay out what sources report of a round."""
    blocks = [heading("Reported")] if evidence.reports else []
    for report in evidence.reports:
        window = window_words(report.window) if report.window.bounded else ""
        state = spoken(report.state) if report.state else ""
        facts = [put(state, Role.STRONG), put(window), put(report.place or ""), put(report.duration or "")]
        said = joined(facts) or (put("adds detail", Role.STRONG),)
        note = " · ".join(part for part in (report.outcome, report.note) if part) or None
        blocks.append(Statement("", said, report.cite, report.known_on, note).block(actors, width))
    return blocks


def signal_blocks(evidence: Evidence, actors: Actors, width: int) -> list[Block]:
    """Lay out who said what about when."""
    blocks = [heading("Said about when")] if evidence.signals else []
    for signal in evidence.signals:
        window = window_words(signal.window) if signal.window.bounded else "no day"
        about = "" if signal.about is About.ROUND else spoken(signal.about)
        said = joined([put(spoken(signal.modality), Role.STRONG), put(about), put(window)])
        statement = Statement(signal.label or "", said, signal.cite, signal.said_on, signal.note)
        blocks.append(statement.block(actors, width))
    return blocks


def gate_blocks(evidence: Evidence, actors: Actors, width: int) -> list[Block]:
    """Lay out the gates that the thing stands in."""
    gates = [*([evidence.gate] if evidence.gate else []), *(g for g in evidence.gates if g is not evidence.gate)]
    blocks = [heading("Gates")] if gates else []
    for standing in gates:
        gate = standing.gate
        state = (f"{GATE_GLYPHS[standing.state]} {spoken(standing.state)}", GATE_ROLES[standing.state])
        waits = f"waits on {' '.join(standing.blockers)}" if standing.blockers else ""
        said = joined([state, put(waits, Role.STRONG)])
        blocks.append(Statement(gate.label, said, gate.cite, gate.known_on, gate.condition).block(actors, width))
    return blocks


def exchange_blocks(evidence: Evidence, width: int) -> list[Block]:
    """Lay out the exchanges that serve the thing."""
    blocks = [heading("Exchanges")] if evidence.exchanges else []
    for exchange in evidence.exchanges:
        window = window_words(exchange.window) if exchange.window.bounded else "no day"
        facts = joined([put(exchange.name), put(window, Role.MUTED), put(exchange.place or "", Role.MUTED)])
        blocks.append(Block(flow(facts, width, first=(put(f"{exchange.label} ", Role.MUTED),)), exchange.label))
    return blocks


def position_blocks(evidence: Evidence, actors: Actors, width: int) -> list[Block]:
    """Lay out what the sides ask, offer or refuse."""
    blocks = [heading("Positions")] if evidence.positions else []
    for position in evidence.positions:
        head: Line = (put(f"{position.label} ", Role.MUTED), put(f"{name(actors, position.actor)} {position.stance}"))
        lines = [spread(head, (put(" ".join(position.locators[:1]), Role.ACCENT),), width)]
        lines.extend(paragraph(position.summary, width, indent=2))
        if position.reply:
            lines.extend(paragraph(f"Reply: {position.reply}", width, Role.MUTED, indent=2))
        blocks.append(Block(tuple(lines), position.label))
    return blocks


def discrepancy_blocks(evidence: Evidence, width: int) -> list[Block]:
    """Lay out where sources disagree, and how that is treated."""
    blocks = [heading("Sources disagree")] if evidence.discrepancies else []
    for item in evidence.discrepancies:
        lines = list(paragraph(item.summary, width, first=(put(f"{item.label} ", Role.WARN),)))
        lines.extend(paragraph(item.treat_as, width, Role.MUTED, indent=4))
        blocks.append(Block(tuple(lines), item.label))
    return blocks


def source_blocks(evidence: Evidence, width: int) -> list[Block]:
    """Lay out the sources cited, and how the day of each is known."""
    blocks = [heading("Sources")] if evidence.sources else []
    for label, source in evidence.sources.items():
        facts = joined(
            [
                put(source.title or "untitled", Role.STRONG),
                put(source.publisher or ""),
                put(f"after {source.upstream}" if source.upstream else ""),
                put(f"{day_words(source.published)}, day {spoken(source.basis)}", Role.MUTED),
                put(f"origin {source.origin}" if source.origin != label else "", Role.MUTED),
                put(source.address or "", Role.MUTED),
            ]
        )
        blocks.append(Block(flow(facts, width, first=(put(f"{label} ", Role.ACCENT),)), label))
    return blocks


def history_blocks(evidence: Evidence, width: int) -> list[Block]:
    """Lay out the newest writes on the thing."""
    blocks = [heading("History")] if evidence.history else []
    for entry in evidence.history:
        change = f"{entry.before or '–'} → {entry.after or '–'}" if entry.before or entry.after else ""
        facts = [put(entry.at[:_DAYS_OF_HISTORY], Role.MUTED), put(entry.who), put(entry.action)]
        line = joined([*facts, put(change), put(entry.why or "", Role.QUOTE)])
        blocks.append(Block(flow(line, width, indent=2)))
    return blocks
