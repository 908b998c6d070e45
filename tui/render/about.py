"""Help on the thing under the cursor: what it is, what its states mean and rest on, every sign in its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from store.domain.board import Board, Evidence
from store.domain.gates import GateStanding
from store.domain.model import Cite, Claim, Report, Signal
from store.domain.reading import COMMON, STRICT
from store.domain.rounds import RoundStanding
from store.domain.standing import Standing
from store.domain.typed import NamedTuple
from store.domain.words import Aspect, Measure, spoken
from tui.commands.chosen import key_words
from tui.commands.command import Command
from tui.render import meanings
from tui.render.bars import reading_words
from tui.render.meanings import KINDS, READINGS, SHELVES, SIGNS, Kind, is_drawn, meaning
from tui.render.names import GATE_GLYPHS, listed, locator_span, name, said_by, voice_name
from tui.render.obligations import figure_cell
from tui.render.spans import BLANK, Block, Line, Role, Sheet, fill, flow, joined, paragraph, put
from tui.wording import DELIVERY_GLYPHS, ROUND_GLYPHS, day_words, figure_words, window_words

_HEAD, _SIGN = 16, 5
_MOST = 3
"""How many statements are named as the reason of a state."""

_ANYWHERE = ("", meanings.DAY, meanings.WAY)
_OWED = (meanings.DELIVERY, meanings.BLOCKER, meanings.MARK, meanings.BAR, meanings.FIGURE)
_PLACES = {
    Kind.COMMITMENT: (*_OWED, *_ANYWHERE),
    Kind.ROUND: (meanings.ROUND, "", meanings.DAY),
    Kind.GATE: (meanings.GATE, *_ANYWHERE),
    Kind.PROPOSAL: (meanings.PROPOSAL, *_ANYWHERE),
}
_INFERRED = re.compile(r"~\d{1,2} [A-Z]")
"""A day that the source does not state."""


class Subject(NamedTuple):
    """What is highlighted."""

    label: str
    row: str
    """How it is drawn where the cursor is, line by line."""
    evidence: Evidence
    """What is known of it."""
    within: Evidence
    """What is known of the thing in whose evidence it stands; else the same."""
    kind: Kind | None = None
    """What it is, where the screen says so; None = what the evidence is of."""
    words: tuple[tuple[str, StrEnum], ...] = ()
    """States that the screen knows of it, each with the name of its axis."""
    blocks: bool = False
    """Whether its row says that it stands in the way."""


def about_sheet(subject: Subject, board: Board, commands: Sequence[Command], width: int) -> Sheet:
    """Explain what is highlighted, and what can be done with it."""
    kind = _kind(subject)
    blocks = [Block((*_title(subject, kind, width), BLANK))]
    doing = [
        Block(flow([put(command.help)], width, first=((fill(f"  {command.shown}", _HEAD), Role.ACCENT),)))
        for command in commands
    ]
    for title, part in (
        ("Where it stands, and why", list(_stands(subject, board, kind, width))),
        ("Signs in its row", list(_signs(subject, kind, width))),
        ("What can be done here", doing),
    ):
        blocks.extend([Block(((put(title, Role.MUTED),),)), *part, Block((BLANK,))] if part else [])
    return Sheet(blocks)


def _kind(subject: Subject) -> Kind | None:
    if subject.kind is not None:
        return subject.kind
    stated = _statement(subject)
    if stated is not None:
        kinds = {Claim: Kind.CLAIM, Signal: Kind.SIGNAL, Report: Kind.REPORT}
        return kinds[type(stated)]
    try:
        return Kind(subject.evidence.kind)
    except ValueError:
        return None


def _statement(subject: Subject) -> Claim | Signal | Report | None:
    """Find the statement that the cursor is on inside the evidence of a thing, or that is the thing itself."""
    for found in (subject.within, subject.evidence):
        if found is subject.evidence and found.kind not in (Kind.CLAIM, Kind.SIGNAL):
            continue
        statements: list[Claim | Signal | Report] = [*found.claims, *found.signals, *found.reports]
        for statement in statements:
            named = statement.label if not isinstance(statement, Report) else None
            if subject.label in (named, statement.cite.locator):
                return statement
    return None


def _title(subject: Subject, kind: Kind | None, width: int) -> Iterator[Line]:
    what = _called(subject)
    head = joined([put(subject.label, Role.STRONG), put(what, Role.STRONG), put(kind or "", Role.MUTED)])
    yield from flow(head, width) if head else ()
    if kind is not None:
        yield from paragraph(KINDS[kind], width)
    elif not subject.label:
        explains = f"{key_words('about', 'H')} explains it"
        yield from paragraph(f"Nothing is highlighted here. Move onto a line, then {explains}.", width)


def _called(subject: Subject) -> str:
    evidence = subject.evidence
    if evidence.standing is not None:
        return evidence.standing.commitment.what
    if evidence.round is not None:
        return evidence.round.round.name
    source = evidence.sources.get(subject.label)
    return source.title or "" if source is not None else ""


def _stands(subject: Subject, board: Board, kind: Kind | None, width: int) -> Iterator[Block]:
    evidence = subject.evidence
    statement = _statement(subject)
    for axis, word in subject.words:
        yield _axis(axis, spoken(word), "", width, word)
    if statement is not None and kind in (Kind.CLAIM, Kind.SIGNAL, Kind.REPORT):
        yield from _of_statement(statement, subject.within, board, width)
    elif evidence.standing is not None:
        yield from _of_commitment(evidence, evidence.standing, board, width)
    elif evidence.round is not None:
        yield from _of_round(evidence.round, evidence, board, width)
    elif evidence.gate is not None:
        yield from _of_gate(evidence.gate, board, width)
    elif subject.label in evidence.sources:
        source = evidence.sources[subject.label]
        yield _axis("its day", day_words(source.published), source.why or "", width, source.basis)
        count = "an origin of its own" if source.origin == source.label else f"one origin with {source.origin}"
        yield _axis("origin", count, "", width)


def _axis(head: str, state: str, why: str, width: int, *words: StrEnum) -> Block:
    """Say on one axis what the state is, what it means, and what it rests on."""
    said = "; ".join(dict.fromkeys(meaning(word) for word in words))
    parts = [put(state, Role.STRONG), put(f": {said}" if said else ""), put(f" · {why}" if why else "", Role.MUTED)]
    return Block(flow([part for part in parts if part[0]], width, first=((fill(f"  {head}", _HEAD), Role.TEXT),)))


def _of_commitment(evidence: Evidence, standing: Standing, board: Board, width: int) -> Iterator[Block]:
    terms = standing.terms
    shelf = next((row.shelf for row in board.page.rows if row.label == standing.commitment.label), None)
    owed = f"{'owed' if standing.owed else 'not owed'} on the {reading_words(board.reading).replace('’s', '’s own')}"
    yield _axis("reading", owed, _reading(board), width)
    yield _axis("instrument", spoken(terms.instrument), _cites(terms.statements, board), width, terms.instrument)
    yield _axis("delivery", spoken(standing.delivery), _delivered(evidence, standing, board), width, standing.delivery)
    yield _axis("verification", spoken(standing.verification), _attested(standing, board), width, standing.verification)
    yield _axis("schedule", spoken(standing.schedule), _due(standing, board), width, standing.schedule)
    if terms.quantity is not None:
        yield _axis("promised", figure_words(terms.quantity), "", width, terms.quantity.qualifier)
    if standing.delivered is not None:
        yield _axis("handed over", figure_words(standing.delivered), "", width, standing.delivered.qualifier)
    if shelf is not None:
        yield _axis("on the board", SHELVES[shelf], "", width)


def _reading(board: Board) -> str:
    means = READINGS[board.reading.name if board.reading.name in (STRICT, COMMON) else ""]
    return f"{means}; {key_words('reading', 'v')} changes it"


def _cites(claims: Sequence[Claim], board: Board) -> str:
    shown = [f"{voice_name(board.actors, claim.cite.voice)} {claim.cite.locator}" for claim in claims[-_MOST:]]
    return listed(list(dict.fromkeys(shown))) or "no statement on record"


def _delivered(evidence: Evidence, standing: Standing, board: Board) -> str:
    own = next((j for j in evidence.judgements if j.aspect is Aspect.DELIVERY and j.value is not None), None)
    if own is not None and any(judged.aspect is Aspect.DELIVERY for judged in standing.judged):
        reason = f": {own.reason}" if own.reason else ""
        claimed = spoken(standing.claimed)
        return f"judged by {own.author} on the evidence to {day_words(own.day)}{reason}; the claims say {claimed}"
    said = [claim for claim in evidence.claims if claim.measure is not Measure.OWED]
    if not said:
        return "no claim on record"
    leading = standing.figures.leading
    claim = leading.claim if leading is not None else said[-1]
    who = voice_name(board.actors, claim.cite.voice)
    figure = figure_words(claim.figure) if claim.figure is not None else spoken(claim.progress or claim.event or "")
    return f"{who} says {figure or 'so'}, {claim.cite.locator}"


def _attested(standing: Standing, board: Board) -> str:
    says = listed([voice_name(board.actors, voice) for voice in standing.attested_by])
    silent = listed([name(board.actors, code) for code in standing.silent])
    origins = f"{standing.origins} origin{'' if standing.origins == 1 else 's'}"
    parts = (f"said by {says}" if says else "", f"silent: {silent}" if silent else "", origins)
    return ", ".join(part for part in parts if part)


def _due(standing: Standing, board: Board) -> str:
    due = standing.terms.due
    if not due.bounded:
        return ""
    phrase = f"“{due.phrase}”, " if due.phrase else ""
    return f"{phrase}{window_words(due, year=True)}; the board shows {day_words(board.moment.day)}"


def _of_round(standing: RoundStanding, evidence: Evidence, board: Board, width: int) -> Iterator[Block]:
    why = standing.because
    if standing.judged is not None:
        why = f"judged by {standing.judged.author}"
    yield _axis("state", spoken(standing.state), why, width, standing.state)
    days = window_words(standing.window, year=True) if standing.window.bounded else "no date"
    yield _axis("its days", days, "", width)
    if standing.date_expected.bounded:
        words = window_words(standing.date_expected, year=True)
        yield _axis("its date", f"to be set {words}", "these are no days of the round", width)
    outlook = board.outlook
    coming = outlook.round is not None and outlook.round.round.label == standing.round.label
    for gate in outlook.gates if coming else evidence.gates:
        yield from _of_gate(gate, board, width)


def _of_gate(standing: GateStanding, board: Board, width: int) -> Iterator[Block]:
    gate = standing.gate
    waits = f"waits on {' '.join(standing.blockers)}" if standing.blockers else ""
    setter = said_by(board.actors, gate.cite) or "the article"
    why = ", ".join(part for part in (waits, f"set by {setter}, {gate.cite.locator}") if part)
    yield _axis(f"gate {gate.label}", spoken(standing.state), why, width, standing.state)
    yield _axis("condition", gate.condition, "", width, gate.mode)
    if standing.unproven:
        yield _axis("unproven", " ".join(standing.unproven), "nobody speaks of any delivery of these", width)


def _of_statement(said: Claim | Signal | Report, within: Evidence, board: Board, width: int) -> Iterator[Block]:
    if isinstance(said, Claim):
        words = [word for word in (said.progress, said.event, said.instrument) if word is not None]
        yield _axis("measures", spoken(said.measure), "", width, said.measure)
        if said.figure is not None:
            yield _axis("figure", figure_words(said.figure), "", width, said.figure.qualifier, said.basis)
        for word in words:
            yield _axis("says", spoken(word), "", width, word)
        if said.role is not None:
            yield _axis("said by", spoken(said.role), "", width, said.role)
    elif isinstance(said, Signal):
        yield _axis("about", spoken(said.about), "", width, said.about)
        yield _axis("firmness", spoken(said.modality), said.window.phrase or "", width, said.modality)
    elif said.state is not None:
        yield _axis("reports", spoken(said.state), "", width, said.state)
    yield from _cited(said.cite, within, board, width)


def _cited(cite: Cite, within: Evidence, board: Board, width: int) -> Iterator[Block]:
    yield _axis(
        "how directly",
        spoken(cite.strength),
        f"{said_by(board.actors, cite)}, {locator_span(cite)[0]}".lstrip(", "),
        width,
        cite.strength,
    )
    source = within.sources.get(cite.source)
    if source is not None:
        yield _axis("its day", day_words(source.published), source.why or "", width, source.basis)


def _signs(subject: Subject, kind: Kind | None, width: int) -> Iterator[Block]:
    places = _PLACES.get(kind, _ANYWHERE) if kind is not None else _ANYWHERE
    for sign in SIGNS:
        if sign.place not in places or not is_drawn(sign.sign, _drawn(sign.place, subject)):
            continue
        first: Line = ((fill(f"  {sign.sign}", _SIGN), Role.ACCENT),)
        place = f" ({sign.place})" if sign.place else ""
        yield Block(flow([put(sign.meaning), put(place, Role.MUTED)], width, first=first))


def _drawn(place: str, subject: Subject) -> str:
    """Return that part of the row in which a sign has its meaning of a place."""
    evidence, row = subject.evidence, f"{subject.row}\n"
    standing, round_, gate = evidence.standing, evidence.round, evidence.gate
    match place:
        case meanings.DELIVERY:
            return DELIVERY_GLYPHS[standing.delivery] if standing is not None and not subject.blocks else ""
        case meanings.BLOCKER:
            return row[:1] if subject.blocks else ""
        case meanings.MARK:
            return standing.mark if standing is not None and not subject.blocks else ""
        case meanings.FIGURE:
            return figure_cell(standing) if standing is not None and figure_cell(standing) in row else ""
        case meanings.ROUND:
            return ROUND_GLYPHS[round_.state] if round_ is not None else ""
        case meanings.GATE:
            return GATE_GLYPHS[gate.state] if gate is not None else ""
        case meanings.DAY:
            return ("~" if _INFERRED.search(row) else "") + ("●" if row.startswith("●") else "")
        case _:
            return row
