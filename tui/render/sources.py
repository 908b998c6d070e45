"""The sources as lines: each with its day, its origin and what rests on it; one with its facts."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.library import Fact, Shelf, Shelved, origins
from store.domain.model import Source
from store.domain.typed import TYPE_CHECKING
from store.domain.words import DayBasis, spoken
from tui.commands.chosen import key_words
from tui.render.frame import Box
from tui.render.spans import BLANK, Block, Line, Role, Sheet, fill, fit, flow, joined, line_cells, paragraph, put
from tui.wording import day_words

if TYPE_CHECKING:
    from store.reading.record.shelved import SourceOpened

_DAY = len("~25 Jun 2025 ")
SIDE_BY_SIDE, _NARROWEST, _TALL = 100, 80, 20


def day_known(source: Source) -> str:
    """Write the day of publication, with a mark where the source does not state it."""
    return f"{'' if source.basis is DayBasis.STATED else '~'}{day_words(source.published)}"


def basis_words(one: Shelved) -> str:
    """Say how the day is known."""
    return f"day {spoken(one.source.basis)}{', corrected' if one.corrected else ''}"


def counts_words(one: Shelved) -> str:
    """Say how much rests on a source: "7 claims, 3 signals"; nothing where nothing does."""
    counted = (
        (one.claims, "claim"), (one.signals, "signal"), (one.reports, "report"), (one.gates, "gate"),
        (one.positions, "position"),
    )  # fmt: skip
    parts = (f"{number:,} {kind}{'' if number == 1 else 's'}" for number, kind in counted if number)
    return ", ".join(parts) or "nothing rests on it"


def origin_words(one: Shelved) -> str:
    """Say with which others a source counts once, and after whom it tells."""
    upstream = f"after {one.source.upstream}" if one.source.upstream else ""
    together = f"one origin with {', '.join(one.together)}" if one.together else ""
    return " · ".join(part for part in (upstream, together) if part)


def sources_sheet(shelf: Shelf, width: int, *, by_origin: bool) -> Sheet:
    """List sources by day, or in groups that go back to one report."""
    if not shelf.sources:
        inbox = f"{_inbox_key()} opens the inbox, where articles are read"
        words = f"No source is on record yet. {inbox}; talks-tui import takes record lines."
        return Sheet([Block(paragraph(words, width, Role.MUTED))])
    blocks: list[Block] = []
    if not by_origin:
        blocks = [_source(one, width) for one in shelf.sources]
    for origin, group in origins(shelf.sources) if by_origin else ():
        blocks.append(Block((*((BLANK,) if blocks else ()), *_origin(origin, group, width))))
        blocks.extend(_source(one, width, indent=2) for one in group)
    if shelf.all > len(shelf.sources):
        words = f"{shelf.all - len(shelf.sources):,} older sources are not listed here."
        blocks.append(Block(paragraph(words, width, Role.MUTED)))
    return Sheet(blocks)


def _origin(origin: str, group: Sequence[Shelved], width: int) -> tuple[Line, ...]:
    upstream = next((one.source.upstream for one in group if one.source.upstream), None)
    parts = [
        put(origin, Role.ACCENT),
        put(f"{len(group)} sources, counted once" if len(group) > 1 else ""),
        put(f"goes back to {upstream}" if upstream else "", Role.MUTED),
    ]
    return flow(joined(parts), width)


def _source(one: Shelved, width: int, indent: int = 0) -> Block:
    source = one.source
    first: Line = (put(" " * indent + fill(day_known(source), _DAY)), put(f"{source.label}  ", Role.ACCENT))
    name = " · ".join(part for part in (source.publisher, source.title) if part) or "no title, no publisher"
    hang = line_cells(fit(first, width // 2))
    parts = [
        put(counts_words(one), Role.TEXT if one.facts else Role.MUTED),
        put(basis_words(one), Role.MUTED),
        put(origin_words(one), Role.WARN if one.together else Role.MUTED),
        put("text at hand" if one.held else "", Role.GOOD),
    ]
    named = flow([put(name, Role.STRONG)], width, first=fit(first, width // 2))
    return Block((*named, *flow(joined(parts), width, indent=hang)), source.label)


def facts_sheet(opened: SourceOpened, width: int) -> Sheet:
    """Say what a source is, then each fact that rests on it under its place."""
    one, source = opened.shelved, opened.shelved.source
    head: list[Line] = []
    for words, role in (
        (source.title or "(no title)", Role.STRONG),
        (" · ".join(part for part in (source.publisher, source.address) if part), Role.MUTED),
        (f"{day_known(source)}, {basis_words(one)}{': ' + source.why if source.why else ''}", Role.TEXT),
        (f"origin {source.origin}", Role.MUTED),
        (origin_words(one), Role.WARN if one.together else Role.MUTED),
        (counts_words(one), Role.TEXT),
        (source.note or "", Role.QUOTE),
    ):
        head.extend(paragraph(words, width, role) if words else ())
    blocks = [Block((*head, BLANK))]
    blocks.extend(Block(_fact(fact, source.label, width), str(number)) for number, fact in enumerate(opened.facts))
    if opened.more:
        blocks.append(Block(paragraph("Only the newest facts are listed.", width, Role.MUTED)))
    return Sheet(blocks)


def _fact(fact: Fact, source: str, width: int) -> tuple[Line, ...]:
    place = fact.locator.removeprefix(f"{source}:") if ", " not in fact.locator else fact.locator
    first: Line = (put(f"{fill(place, 4)} ", Role.ACCENT),)
    parts = [put(fact.kind, Role.MUTED), put(fact.label, Role.STRONG), put(fact.words),
             put(f"“{fact.quote}”" if fact.quote else "", Role.QUOTE)]  # fmt: skip
    return flow(joined(parts), width, first=fit(first, width // 2))


def no_text_sheet(opened: SourceOpened, width: int) -> Sheet:
    """Say calmly that the text is not here, and where it lies."""
    source = opened.shelved.source
    words = [
        "The store holds no text of this source: it is only referred to. The places at the left say in which line "
        "each fact stands.",
        f"It was found at {source.address}." if source.address else "",
        f"Articles that are read through the inbox ({_inbox_key()}) keep their text, and show it here.",
    ]
    return Sheet([Block((*paragraph(text, width, Role.MUTED), BLANK)) for text in words if text])


def _inbox_key() -> str:
    return key_words("inbox", "i")


def source_boxes(body: Box, focused: str, *, text: bool) -> dict[str, Box]:
    """Place facts and text beside one another, above one another, or the one that has the keys alone."""
    right = "article" if text else "absent"
    if body.width >= SIDE_BY_SIDE:
        left = min(100, body.width // 2)
        return {
            "lines": Box(body.x, body.y, left, body.height),
            right: Box(body.x + left, body.y, body.width - left, body.height),
        }
    if body.width >= _NARROWEST and body.height >= _TALL:
        above = (body.height + 1) // 2
        return {
            "lines": Box(body.x, body.y, body.width, above),
            right: Box(body.x, body.y + above, body.width, body.height - above),
        }
    return {right if focused == right else "lines": body}
