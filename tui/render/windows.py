"""Windows and what they were made from: the days, the looser days, the phrase, the rule, who said it and where."""

from __future__ import annotations

from collections.abc import Iterator

from store.domain.board import Board, Evidence
from store.domain.model import Cite, Claim
from store.domain.standing import Standing
from store.domain.typed import NamedTuple
from store.domain.windows import NO_WINDOW, Window
from store.domain.words import About, Measure, spoken
from tui.render.names import Actors, locator_span, said_by, strength_words
from tui.render.spans import BLANK, Block, Line, Role, Sheet, Span, flow, joined, paragraph, put, spread
from tui.wording import day_words, window_words


class Dated(NamedTuple):
    """One window on record, and whose it is."""

    label: str
    """The statement, and what opening it shows; empty where it has no label of its own."""
    what: str
    """What the days are: "due", "covers", "held"."""
    window: Window
    cite: Cite | None = None
    """Who says so and where; None for an exchange, whose claims say it."""
    source: str = ""
    """The label of a source, of which it is the window of publication."""

    @property
    def place(self) -> str:
        """What the cursor of the evidence stops at."""
        return self.label or (self.cite.locator if self.cite else "")


def windows_sheet(board: Board, only: str, width: int) -> Sheet:
    """Lay out every window of the highlighted thing, those on the board first; `only` keeps those of one statement."""
    evidence = board.evidence
    shown = board_windows(evidence)
    found = list(dated(evidence))
    one = [item for item in found if only and item.place == only]
    found = one or sorted(found, key=lambda item: item.window not in shown.values())
    blocks = []
    if all(item.source for item in found) and evidence.kind != "source":
        words = f"{evidence.subject}: no source gives days, or words for when."
        blocks.append(Block((*paragraph(words, width, Role.MUTED), BLANK)))
    elif not one and (evidence.standing or evidence.round):
        blocks.append(Block((*_headline(evidence, shown, width), BLANK)))
    blocks.extend(_block(item, item.window in shown.values(), evidence, board.actors, width) for item in found)
    return Sheet(blocks)


def board_windows(evidence: Evidence) -> dict[str, Window]:
    """Return the windows that the board shows for a thing, by what they are; empty where they come from nowhere."""
    shown = {}
    if evidence.standing is not None:
        shown["due"] = evidence.standing.terms.due
    if evidence.round is not None:
        shown[spoken(evidence.round.state)] = evidence.round.window
        shown["its date to be set"] = evidence.round.date_expected
    return {what: window for what, window in shown.items() if window is not NO_WINDOW and window != NO_WINDOW}


def dated(evidence: Evidence) -> Iterator[Dated]:
    """List the windows of a thing: every statement that gives days, or words for when."""
    for claim in evidence.claims:
        yield from _spoken_for(_of_claim(claim, evidence.standing))
    for report in evidence.reports:
        yield from _spoken_for(Dated("", spoken(report.state) if report.state else "when", report.window, report.cite))
    for signal in evidence.signals:
        about = "" if signal.about is About.ROUND else f"{spoken(signal.about)}, "
        yield from _spoken_for(
            Dated(signal.label or "", f"{about}{spoken(signal.modality)}", signal.window, signal.cite)
        )
    for exchange in evidence.exchanges:
        yield from _spoken_for(Dated(exchange.label, "exchange", exchange.window))
    for label, source in evidence.sources.items():
        days = source.window if source.window.bounded else Window(source.published, source.published)
        yield Dated(label, f"published, {spoken(source.basis)}", days, source=label)


def _of_claim(claim: Claim, standing: Standing | None) -> Dated:
    """Say which window a claim gives; days that it counts from an event are those that the board reckons from it."""
    label, counted = claim.label or "", claim.clauses.counted if claim.clauses else None
    if claim.measure is not Measure.OWED or counted is None:
        what = "due" if claim.measure is Measure.OWED else "covers"
        return Dated(label, what, claim.window, claim.cite)
    from tui.clauses import from_words  # few days are counted so

    shown = standing.terms.due if standing is not None and standing.terms.counted == counted else claim.window
    return Dated(label, f"due {from_words(counted)}", shown, claim.cite)


def _spoken_for(item: Dated) -> Iterator[Dated]:
    if item.window.bounded or item.window.phrase:
        yield item


def _headline(evidence: Evidence, shown: dict[str, Window], width: int) -> Iterator[Line]:
    """Say which days the board shows for the thing."""
    if not shown:
        yield from paragraph(f"{evidence.subject}: the board shows no day.", width, Role.MUTED)
    for what, window in shown.items():
        words: tuple[Span, ...] = (put(f"{what}: "), put(window_words(window, year=True), Role.STRONG))
        yield from flow(words, width, first=(put(f"{evidence.subject} ", Role.STRONG),))


def _block(item: Dated, on_board: bool, evidence: Evidence, actors: Actors, width: int) -> Block:
    window, cite = item.window, item.cite
    days = window_words(window, year=True) if window.bounded else "no day"
    left: Line = (
        ("● " if on_board else "  ", Role.ACCENT),
        put(f"{item.label} " if item.label else "", Role.MUTED),
        put(f"{item.what}: "),
        put(days, Role.STRONG),
    )
    lines = [spread(left, (locator_span(cite),) if cite else (), width)]
    if window.ambiguous:
        wide = Window(window.first_day, window.last_day)
        lines.extend(paragraph(f"loosely {window_words(wide, year=True)}", width, Role.WARN, indent=4))
    lines.extend(flow(_reason(item, evidence), width, indent=4))
    if cite is not None:
        lines.extend(flow(_said(cite, evidence, actors), width, indent=4))
    if window.edtf:
        more = f", loosely {window.loose_edtf}" if window.ambiguous else ""
        lines.extend(paragraph(f"{window.edtf}{more}", width, Role.MUTED, indent=4))
    return Block((*lines, BLANK), item.place)


def _reason(item: Dated, evidence: Evidence) -> Line:
    """Say which words the days were made from and by which rule; of a source, how its day is known."""
    window = item.window
    if item.source:
        source = evidence.sources[item.source]
        best = put(f"taken as {day_words(source.published)}")
        return joined([best, put(source.why or "no reason on record", Role.MUTED)])
    phrase = put(f"“{window.phrase}”", Role.QUOTE) if window.phrase else put("no phrase on record", Role.MUTED)
    rule = put(f"rule: {window.rule}" if window.rule else "no rule on record", Role.TEXT if window.rule else Role.MUTED)
    return joined([phrase, rule])


def _said(cite: Cite, evidence: Evidence, actors: Actors) -> Line:
    source = evidence.sources.get(cite.source)
    title = f"“{source.title}”" if source and source.title else cite.source
    day = f"{'~' if cite.inferred else ''}{day_words(source.published)}" if source else ""
    return joined(
        [
            put(said_by(actors, cite)),
            put(strength_words(cite), Role.MUTED),
            put(title, Role.MUTED),
            put(day, Role.MUTED),
        ]
    )
