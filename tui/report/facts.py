"""Single facts as lines: each with who says it, how directly, where it stands, and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from store.domain.board import Board
from store.domain.journal import Judgement
from store.domain.model import Claim, Discrepancy, Exchange, Position, Report, Source
from store.domain.windows import Window
from store.domain.words import Measure, spoken
from tui.report.board import actor_words
from tui.report.lines import Line, Part, Style, joined, line
from tui.report.outlook import cite_words
from tui.wording import day_words, said_words, window_words

_INDENT = 2


def _fact(*parts: Part) -> Line:
    return line(*joined(list(parts)), indent=_INDENT, hang=_INDENT + 2)


def _note(note: str | None) -> Iterator[Line]:
    if note:
        yield line((note, Style.FAINT), indent=_INDENT + 2, hang=_INDENT + 2)


def window_note(window: Window) -> Iterator[Line]:
    """Say which words a window was made from and by which rule, where the record keeps them."""
    parts: list[Part] = [f"“{window.phrase}”" if window.phrase else "", f"rule: {window.rule}" if window.rule else ""]
    if any(parts):
        yield line(*joined([(str(part), Style.FAINT) for part in parts]), indent=_INDENT + 2, hang=_INDENT + 2)


def _quoted(words: str | None) -> str:
    return f"«{words}»" if words else ""


def claim_lines(claim: Claim, board: Board) -> Iterator[Line]:
    """Say one claim: its figure or word, the days, the words, who said it."""
    days = window_words(claim.window, year=True) if claim.window.bounded else ""
    about = claim.commitment or claim.exchange or ""
    said: list[Part] = [
        (claim.label or f"#{claim.id}", Style.STRONG),
        day_words(claim.known_on) + (" (inferred)" if claim.cite.inferred else ""),
        f"{about}{f' {claim.way[0]}→{claim.way[1]}' if claim.way else ''}",
        spoken(claim.measure),
        said_words(claim),
        spoken(claim.progress) if claim.progress else "",
        ("rejected", Style.BAD) if claim.rejects else "",
        spoken(claim.event) if claim.event else "",
        spoken(claim.instrument) if claim.instrument else "",
        f"recognised by {', '.join(claim.recognised_by)}" if claim.recognised_by else "",
        (f"due {days}" if claim.measure is Measure.OWED else f"covers {days}") if days else "",
        _quoted(claim.cite.words),
        cite_words(claim.cite, board),
    ]
    yield _fact(*said)
    yield from window_note(claim.window)
    yield from _note(claim.note)


def report_lines(report: Report, board: Board) -> Iterator[Line]:
    """Say one report on a round."""
    yield _fact(
        day_words(report.known_on),
        spoken(report.state) if report.state else "",
        window_words(report.window, year=True) if report.window.bounded else "",
        report.place or "",
        report.duration or "",
        ", ".join(actor_words(board, head) for head in report.heads),
        report.outcome or "",
        _quoted(report.cite.words),
        cite_words(report.cite, board),
    )
    yield from window_note(report.window)
    yield from _note(report.note)


def exchange_lines(exchange: Exchange) -> Iterator[Line]:
    """Say one exchange: its days, place, directions, and the commitments it serves."""
    legs = ", ".join(f"{leg.debtor}→{leg.creditor} {spoken(leg.category)}" for leg in exchange.legs)
    yield _fact(
        (exchange.label, Style.STRONG),
        exchange.name,
        window_words(exchange.window, year=True),
        exchange.place or "",
        f"witness {exchange.witness}" if exchange.witness else "",
        legs,
        f"serves {', '.join(exchange.serves)}" if exchange.serves else "serves no commitment",
    )
    yield from window_note(exchange.window)


def position_lines(position: Position, board: Board) -> Iterator[Line]:
    """Say one position: who asks, offers or refuses what, and what the other side replied."""
    yield _fact(
        (position.label, Style.STRONG),
        f"{actor_words(board, position.actor)} {position.stance}",
        f"{position.topic}: {position.summary}",
        f"reply: {position.reply}" if position.reply else "",
        f"{position.strength}, {', '.join(position.locators)}",
    )


def discrepancy_lines(discrepancy: Discrepancy) -> Iterator[Line]:
    """Say where sources contradict each other, and how to treat it."""
    yield _fact(
        (discrepancy.label, Style.STRONG),
        spoken(discrepancy.kind),
        ", ".join(discrepancy.about),
        discrepancy.summary,
        ", ".join(discrepancy.locators),
    )
    yield from _note(f"treat as: {discrepancy.treat_as}")


def judgement_lines(judgement: Judgement) -> Iterator[Line]:
    """Say one statement of an analyst's own."""
    value = spoken(judgement.value) if judgement.value is not None else "taken back"
    yield _fact(
        (judgement.label or f"#{judgement.id}", Style.STRONG),
        f"on the evidence to {day_words(judgement.day)}",
        f"filed {day_words(judgement.filed_on)}" if judgement.filed_on else "",
        judgement.about,
        f"{spoken(judgement.aspect)}: {value}",
        judgement.author,
        judgement.reason or "analyst judgement",
        f"rests on {judgement.rests_on}" if judgement.rests_on else "",
    )


def source_lines(source: Source) -> Iterator[Line]:
    """Say one source: what it is, when it was published and how that is known, and what it goes back to."""
    yield _fact(
        (source.label, Style.STRONG),
        source.title or "(untitled)",
        source.publisher or "",
        f"{day_words(source.published)} ({spoken(source.basis)})",
        f"after {source.upstream}" if source.upstream else "",
        f"origin {source.origin}",
        source.address or "",
    )
    yield from _note(source.why)
    yield from _note(source.note)
