"""What can be copied of a thing: its cells, its row as a table, and each source's words as a citation.

Plain texts without a control character; only between the cells of a row, and at the ends of its lines, stand the tabs
and line ends that tables are made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from store.domain.board import Board, Evidence
from store.domain.model import Actor, Claim, Commitment, Report, Signal, Source
from store.domain.rounds import RoundStanding
from store.domain.standing import Standing
from store.domain.typed import NamedTuple
from store.domain.words import Measure, spoken
from tui.render.cite import citation
from tui.render.names import name, way
from tui.render.obligations import schedule_words
from tui.render.rounds import when_words
from tui.wording import day_words, delivery_words, figure_words, safe, verification_words, window_words

_ACTS = {Measure.CUMULATIVE: "handed over", Measure.BATCH: "handed over", Measure.STOCK: "held"}
_FORMULAS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula begins with in a spreadsheet, also in full width."""
_KINDS = {Measure.CUMULATIVE: "cumulative", Measure.BATCH: "this time", Measure.STOCK: "held"}


class Copy(NamedTuple):
    """One thing that can be copied."""

    name: str
    """What it is: "delivered", "row, Markdown"."""
    text: str


def copies(board: Board, evidence: Evidence, *, line: str = "", at: str = "") -> list[Copy]:
    """List what can be copied of a thing, `line` (what stands under the cursor) first, then the statement `at`."""
    cited = list(citations(evidence, board.actors))
    found = [Copy("line", line)] if line else []
    found.extend(Copy(f"{label} cited", text) for label, text in cited if at and label == at)
    whole = citation(board._replace(evidence=evidence))
    if whole:
        found.append(Copy("line to cite", whole))
    cells = _cells(evidence, board.actors)
    found.extend(Copy(head, text) for head, text in cells.items() if text)
    if cells:
        found.extend(_rows(cells))
    found.extend(Copy(f"{label} cited", text) for label, text in cited if not (at and label == at))
    return [Copy(safe(copy.name), copy.text) for copy in found]


def citations(evidence: Evidence, actors: Mapping[str, Actor]) -> Iterator[tuple[str, str]]:
    """Write each statement as people cite it: "Russia says 6,060 … handed over, cumulative (TASS, day, 003:4)"."""
    what = evidence.standing.commitment if evidence.standing is not None else None
    for claim in reversed(evidence.claims):
        yield claim.label or claim.cite.locator, _claim(claim, what, evidence, actors)
    for report in reversed(evidence.reports):
        yield report.cite.locator, _report(report, evidence, actors)
    for signal in evidence.signals:
        yield signal.label or signal.cite.locator, _signal(signal, evidence, actors)
    if evidence.gate is not None:
        gate = evidence.gate.gate
        who = name(actors, gate.cite.voice) if gate.cite.voice in actors else "the article"
        yield gate.label, safe(f"{who}: {gate.condition} {_place(gate.cite.locator, evidence.sources)}")


def _claim(claim: Claim, what: Commitment | None, evidence: Evidence, actors: Mapping[str, Actor]) -> str:
    things = _things(what) if what is not None else claim.commitment or claim.exchange or ""
    if claim.rejects:
        said = f"rejects what is said of {things}"
    elif claim.measure is Measure.OWED:
        figure = f"{figure_words(claim.figure)} " if claim.figure is not None else ""
        act = spoken(claim.instrument) if claim.instrument is not None else "owed"
        due = f", due {window_words(claim.window, year=True)}" if claim.window.bounded else ""
        said = f"says {figure}{things} {act}{due}"
    elif claim.figure is not None:
        kind = _KINDS.get(claim.measure, "")
        act = _ACTS.get(claim.measure, "")
        said = f"says {figure_words(claim.figure)} {things} {act}{f', {kind}' if kind and kind != act else ''}"
    else:
        word = claim.progress or claim.event
        said = f"says of {things}: {spoken(word)}" if word is not None else f"mentions {things}"
    return safe(f"{_voice(claim, actors)} {said} {_place(claim.cite.locator, evidence.sources)}")


def _voice(said: Claim | Report | Signal, actors: Mapping[str, Actor]) -> str:
    voice = said.cite.voice
    return name(actors, voice) if voice in actors else "the article"


def _things(commitment: Commitment) -> str:
    """Name what is owed inside a sentence, with its direction: "remains of soldiers (RU→UA)"."""
    what = commitment.what
    if what[:1].isupper() and not what[1:2].isupper():
        what = what[:1].lower() + what[1:]
    return f"{what} ({way(commitment.debtor, commitment.creditor)})"


def _report(report: Report, evidence: Evidence, actors: Mapping[str, Actor]) -> str:
    subject = evidence.round.round.name if evidence.round is not None else report.round
    when = window_words(report.window, year=True) if report.window.bounded else ""
    facts = ", ".join(part for part in (spoken(report.state or ""), when, report.place, report.outcome) if part)
    return safe(f"{_voice(report, actors)} on {subject}: {facts} {_place(report.cite.locator, evidence.sources)}")


def _signal(signal: Signal, evidence: Evidence, actors: Mapping[str, Actor]) -> str:
    when = window_words(signal.window, year=True) if signal.window.bounded else "no day"
    phrase = f" (“{signal.window.phrase}”)" if signal.window.phrase else ""
    said = f"{spoken(signal.about)}, {spoken(signal.modality)}: {when}{phrase}"
    who = name(actors, signal.cite.speaker) if signal.cite.speaker in actors else _voice(signal, actors)
    day = day_words(signal.said_on)
    return safe(f"{who} said on {day} of the {said} {_place(signal.cite.locator, evidence.sources)}")


def _place(locator: str, sources: Mapping[str, Source]) -> str:
    """Name the source, its day and the place in it; an inferred day has a ~ before it."""
    source = sources.get(locator.partition(":")[0])
    if source is None:
        return f"({locator})"
    named = source.publisher or (f"“{source.title}”" if source.title else f"source {source.label}")
    mark = "" if source.basis.value == "stated" else "~"
    return f"({named}, {mark}{source.published.isoformat()}, {locator})"


def _cells(evidence: Evidence, actors: Mapping[str, Actor]) -> dict[str, str]:
    """Name the cells of a row; what is not known is empty."""
    if evidence.standing is not None:
        return _standing_cells(evidence.standing)
    if evidence.round is not None:
        return _round_cells(evidence.round, actors)
    return {}


def _standing_cells(standing: Standing) -> dict[str, str]:
    commitment, due = standing.commitment, standing.terms.due
    cells = {
        "id": commitment.label,
        "what": commitment.what,
        "direction": way(commitment.debtor, commitment.creditor),
        "promised": figure_words(standing.terms.quantity) if standing.terms.quantity is not None else "",
        "delivered": figure_words(standing.delivered) if standing.delivered is not None else "",
        "left": f"{standing.remaining:,}" if standing.remaining else "",
        "over": f"{standing.surplus:,}" if standing.surplus else "",
        "due": window_words(due, year=True) if due.bounded else "",
        "schedule": schedule_words(standing),
        "delivery": delivery_words(standing),
        "verification": verification_words(standing),
        "instrument": spoken(standing.terms.instrument),
    }
    return {head: safe(text) for head, text in cells.items()}


def _round_cells(standing: RoundStanding, actors: Mapping[str, Actor]) -> dict[str, str]:
    cells = {
        "id": standing.round.label,
        "name": standing.round.name,
        "state": spoken(standing.state),
        "when": when_words(standing, year=True),
        "place": standing.place or "",
        "host": name(actors, standing.host),
        "outcome": standing.outcome or "",
    }
    return {head: safe(text) for head, text in cells.items()}


def _rows(cells: Mapping[str, str]) -> Sequence[Copy]:
    heads, texts = list(cells), list(cells.values())
    marked = ["| " + " | ".join(_marked(text) for text in row) + " |" for row in (heads, texts)]
    rule = "|" + " --- |" * len(heads)
    return (
        Copy("row, tabs", "\t".join(map(_inert, texts))),
        Copy("row with headings, tabs", "\t".join(heads) + "\n" + "\t".join(map(_inert, texts))),
        Copy("row, Markdown", "\n".join((marked[0], rule, marked[1]))),
    )


def _inert(text: str) -> str:
    """Write a cell so that a spreadsheet takes none for a formula."""
    return f"'{text}" if text[:1] in _FORMULAS else text


def _marked(text: str) -> str:
    """Write a cell so that Markdown takes none of it for its own marks."""
    for char in "\\|*_`[]<>":
        text = text.replace(char, f"\\{char}")
    return text
