"""The ledger as lines for print: what it comes to, what does not add up, then every figure, a line each."""

from __future__ import annotations

from collections.abc import Iterator

from store.domain.board import Board
from store.domain.fates import Fate
from store.domain.ledger import Column, Entry, Ledger
from store.domain.sums import Fit
from store.domain.words import Verification
from tui.ledger_words import (
    SECTION_WORDS,
    amount_words,
    beside_words,
    dispute_words,
    pair_words,
    promise_words,
    reading_words,
    spread_words,
    stages_words,
    voices_words,
)
from tui.render.names import voice_name, way
from tui.report.lines import EMPTY, Line, Style, heading, line
from tui.wording import day_words, window_words

_INDENT, _NAME = 2, 10
_COLUMNS = {Column.DEBTOR: "owes", Column.WITNESS: "witness or other", Column.CREDITOR: "is owed"}


def ledger_lines(ledger: Ledger, board: Board) -> Iterator[Line]:
    """Say what a commitment promises and brought by each side's figures, and what does not add up."""
    standing = ledger.standing
    commitment = standing.commitment
    yield line(
        (f"{commitment.label} ", Style.HEAD),
        (commitment.what, Style.STRONG),
        f" · {way(commitment.debtor, commitment.creditor)} · as of {day_words(board.moment.day)}",
    )
    yield from _head(ledger, board)
    for section, bands in ledger.sections:
        yield EMPTY
        yield heading(SECTION_WORDS[section])
        for band in bands:
            yield line((window_words(band.days, year=True), Style.STRONG), indent=_INDENT)
            for column in Column:
                for entry in band.column(column):
                    yield _entry(entry, board)
    if not ledger.sections:
        yield line("no source says anything of it by that day", indent=_INDENT)


def _head(ledger: Ledger, board: Board) -> Iterator[Line]:
    standing, actors = ledger.standing, board.actors
    yield _field("promised", promise_words(standing, actors))
    for number, (names, words) in enumerate(reading_words(ledger, actors)):
        yield _field("" if number else "counted", f"{names}: {words}")
    yield _field("figures", voices_words(ledger, actors))
    yield _field("spread", spread_words(ledger, actors))
    disputed = standing.verification in (Verification.DISCREPANT, Verification.DISPUTED)
    yield _field("dispute", dispute_words(ledger, actors), Style.BAD if disputed else Style.PLAIN)
    sums = [(stages_words(one, actors), one.fit) for one in ledger.sums]
    if ledger.pair is not None:
        sums.append((pair_words(ledger.pair, actors), ledger.pair.fit))
    for words, fit in sorted(sums, key=lambda one: one[1] is not Fit.APART):
        bad = fit is Fit.APART
        yield _field("sums", f"{'does not reconcile: ' if bad else ''}{words}", Style.BAD if bad else Style.PLAIN)
    for item in ledger.discrepancies:
        yield _field("disagree", f"{item.label} {item.kind}: {item.summary} · {item.treat_as}")


def _field(name: str, words: str, style: Style = Style.PLAIN) -> Line:
    return line((f"{name:<{_NAME}}", Style.FAINT), (words, style), indent=_INDENT, hang=_INDENT + _NAME)


def _entry(entry: Entry, board: Board) -> Line:
    """Say one figure: whose, how much, and everything that goes with it."""
    claim = entry.claim
    who = f"{voice_name(board.actors, claim.cite.voice)} ({_COLUMNS[entry.column]})"
    beside = [
        words for words in beside_words(entry, board.actors) if words != voice_name(board.actors, claim.cite.voice)
    ]
    counted = ["the board counts it"] if entry.fate is Fate.LEADS else []
    rest = " · ".join([*beside, *counted, *([claim.label] if claim.label else []), claim.cite.locator])
    style = Style.STRONG if entry.fate is Fate.LEADS else Style.FAINT if entry.fate.struck else Style.PLAIN
    return line(f"{who}: ", (amount_words(entry), style), f" · {rest}", indent=_INDENT + 2)
