"""The evidence of one thing: where it stands, what each side says side by side, then every statement with its words."""

from __future__ import annotations

from store.domain.board import Board, Evidence
from store.domain.journal import Judgement
from store.domain.quantities import Qualifier
from store.domain.standing import Standing
from store.domain.words import Aspect, Verification, spoken
from tui.render.compare import comparison
from tui.render.names import DELIVERY_ROLES, ROUND_ROLES, Actors, listed, mark_span, name, way
from tui.render.obligations import schedule_words
from tui.render.rounds import when_words
from tui.render.spans import BLANK, Block, Line, Role, Sheet, Span, flow, joined, paragraph, put, spread
from tui.render.statements import (
    claim_blocks,
    discrepancy_blocks,
    exchange_blocks,
    gate_blocks,
    heading,
    history_blocks,
    position_blocks,
    report_blocks,
    signal_blocks,
    source_blocks,
)
from tui.wording import (
    DELIVERY_GLYPHS,
    ROUND_GLYPHS,
    UNKNOWN,
    day_words,
    figure_words,
    of_words,
    owed_words,
    percent_words,
    rest_words,
    tied,
    verification_words,
)

_TWO = 2
"""How many parties are called both sides."""


def evidence_sheet(board: Board, width: int) -> Sheet:
    """Lay out everything the record holds about the highlighted thing."""
    evidence = board.evidence
    if not evidence.subject:
        return Sheet([Block(paragraph("Move onto a round or a commitment to see who says so.", width, Role.MUTED))])
    actors = board.actors
    blocks = _head(evidence, actors, width)
    blocks.extend(_judgements(evidence.judgements, width))
    if evidence.standing is not None:
        blocks.append(Block((BLANK, *comparison(evidence.standing, evidence.claims, actors, width))))
    blocks.extend(claim_blocks(evidence, actors, width))
    blocks.extend(report_blocks(evidence, actors, width))
    blocks.extend(signal_blocks(evidence, actors, width))
    blocks.extend(gate_blocks(evidence, actors, width))
    blocks.extend(exchange_blocks(evidence, width))
    blocks.extend(position_blocks(evidence, actors, width))
    blocks.extend(discrepancy_blocks(evidence, width))
    blocks.extend(source_blocks(evidence, width))
    blocks.extend(history_blocks(evidence, width))
    return Sheet(blocks)


def _head(evidence: Evidence, actors: Actors, width: int) -> list[Block]:
    if evidence.standing is not None:
        return [Block(tuple(_standing(evidence.standing, actors, width)))]
    if evidence.round is not None:
        return [Block(tuple(_round(evidence, actors, width)))]
    lines: list[Line] = [(put(f"{evidence.subject} ", Role.STRONG), put(evidence.kind, Role.MUTED))]
    if evidence.actor is not None:
        actor = evidence.actor
        side = f"speaks for {name(actors, actor.speaks_for)}" if actor.speaks_for else ""
        lines.append((put(actor.name, Role.STRONG),))
        lines.extend(
            flow(joined([put(spoken(actor.role)), put(side), put(", ".join(actor.aliases), Role.MUTED)]), width)
        )
    return [Block(tuple(lines))]


def _standing(standing: Standing, actors: Actors, width: int) -> list[Line]:
    commitment, role = standing.commitment, DELIVERY_ROLES[standing.delivery]
    state: tuple[Span, ...] = (
        (f"{DELIVERY_GLYPHS[standing.delivery]} {spoken(standing.delivery)} ", role),
        mark_span(standing),
    )
    title: Line = (put(f"{commitment.label} ", Role.MUTED), put(commitment.what, Role.STRONG))
    lines: list[Line] = [spread(title, state, width)]
    lines.extend(flow(_terms(standing, actors), width))
    lines.extend(flow(_progress(standing), width))
    judged = [judgement for judgement in standing.judged if judgement.aspect is Aspect.DELIVERY]
    if judged:
        words = f"Judged {spoken(standing.delivery)} by {judged[0].author}; the claims say {spoken(standing.claimed)}."
        lines.extend(paragraph(words, width, Role.WARN))
    withheld = standing.delivered is not None and standing.delivered.qualifier is Qualifier.UNDISCLOSED
    if standing.silent and not withheld:
        silent = listed([name(actors, party) for party in standing.silent])
        verb = "gives" if len(standing.silent) == 1 else "give"
        lines.extend(paragraph(f"{silent} {verb} no figure and no word of delivery.", width, Role.MUTED))
    return lines


def _terms(standing: Standing, actors: Actors) -> Line:
    terms, commitment = standing.terms, standing.commitment
    who = listed([name(actors, party) for party in terms.recognised_by])
    return joined(
        [
            put(way(commitment.debtor, commitment.creditor), Role.STRONG),
            put(spoken(terms.instrument) + (f" by {who}" if who else "")),
            put(f"at {commitment.round}" if commitment.round else ""),
            ("" if standing.owed else "not owed on this reading", Role.WARN),
            (schedule_words(standing), Role.MUTED),
        ]
    )


def _progress(standing: Standing) -> Line:
    owed, given = owed_words(standing), standing.delivered
    amount = "no figure of delivery" if given is None else f"{figure_words(given)} {of_words(standing)} {owed}"
    if given is None and owed != UNKNOWN:
        amount = f"{owed} owed, no figure of delivery"
    elif given is not None and given.qualifier is Qualifier.UNDISCLOSED:
        by = " by both sides" if len(standing.bound) == _TWO else ""
        amount = f"{owed} owed, figures of delivery withheld{by}"
    origins = f"{standing.origins} origin{'' if standing.origins == 1 else 's'}"
    return joined(
        [
            put(amount, Role.STRONG),
            put(percent_words(standing)),
            put(rest_words(standing)),
            *(put(words) for words in tied(standing)),
            (_attested(standing), Role.MUTED),
            (origins, Role.MUTED),
        ]
    )


def _attested(standing: Standing) -> str:
    return "unattested" if standing.verification is Verification.NONE else verification_words(standing)


def _round(evidence: Evidence, actors: Actors, width: int) -> list[Line]:
    standing = evidence.round
    if standing is None:
        return []
    title: Line = (put(f"{standing.round.label} ", Role.MUTED), put(standing.round.name, Role.STRONG))
    state = (f"{ROUND_GLYPHS[standing.state]} {spoken(standing.state)}", ROUND_ROLES[standing.state])
    origins = f"{standing.origins} origin{'' if standing.origins == 1 else 's'}"
    heads = listed([name(actors, head) for head in standing.heads])
    lines: list[Line] = [spread(title, (state,), width)]
    facts = [
        put(when_words(standing, year=True), Role.STRONG),
        put(standing.place or ""),
        put(f"host {name(actors, standing.host)}" if standing.host else ""),
        put(standing.duration or ""),
        (origins, Role.MUTED),
    ]
    lines.extend(flow(joined(facts), width))
    for words in (standing.outcome, f"heads: {heads}" if heads else None, standing.because):
        lines.extend(paragraph(words, width, Role.TEXT if words is standing.outcome else Role.MUTED) if words else ())
    return lines


def _judgements(judgements: tuple[Judgement, ...], width: int) -> list[Block]:
    if not judgements:
        return []
    blocks = [heading("Judged")]
    for judgement in judgements:
        value = spoken(judgement.value) if judgement.value else "as the claims say"
        facts = joined(
            [
                (value, Role.STRONG),
                put(f"by {judgement.author}"),
                (f"on the evidence to {day_words(judgement.day)}", Role.MUTED),
                (f"filed {day_words(judgement.filed_on)}" if judgement.filed_on else "", Role.MUTED),
                put(f"rests on {judgement.rests_on}" if judgement.rests_on else ""),
                put(judgement.reason or "", Role.QUOTE),
            ]
        )
        blocks.append(Block(flow(facts, width, indent=2)))
    return blocks
