"""Sources in print, and what taking an entry of the journal back comes to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from store.domain.library import Fact, Shelf, Shelved, origins
from store.domain.typed import TYPE_CHECKING
from store.domain.undoing import Turning
from tui.evidence_json import plain
from tui.render.sources import basis_words, counts_words, day_known, origin_words
from tui.report.lines import EMPTY, Line, Part, Style, heading, joined, line
from tui.status_json import as_json

if TYPE_CHECKING:
    from store.reading.record.shelved import SourceOpened


def shelf_lines(shelf: Shelf) -> Iterator[Line]:
    """List sources by the report that they go back to."""
    if not shelf.sources:
        yield line("no source is on record yet")
    for origin, group in origins(shelf.sources):
        upstream = next((one.source.upstream for one in group if one.source.upstream), None)
        parts = [
            f"{len(group)} sources, counted once" if len(group) > 1 else "",
            f"goes back to {upstream}" if upstream else "",
        ]
        yield heading(origin, " · ".join(part for part in parts if part))
        for one in group:
            yield from _source(one)
    if shelf.all > len(shelf.sources):
        yield line((f"{shelf.all - len(shelf.sources)} older sources are not listed", Style.FAINT))


def _source(one: Shelved) -> Iterator[Line]:
    source = one.source
    parts: list[Part] = [source.publisher or "", source.title or "(no title)", counts_words(one)]
    known: list[Part] = [
        (basis_words(one), Style.FAINT), (origin_words(one), Style.FAINT), "text at hand" if one.held else "",
    ]  # fmt: skip
    yield line(f"{day_known(source):<13}", (f"{source.label}  ", Style.STRONG), *joined([*parts, *known]), indent=2,
               hang=20)  # fmt: skip


def source_lines(opened: SourceOpened) -> Iterator[Line]:
    """Say what one source is, then every fact that rests on it."""
    source = opened.shelved.source
    yield from _source(opened.shelved)
    for words in (source.address, f"origin {source.origin}", source.why, source.note):
        if words:
            yield line((words, Style.FAINT), indent=4)
    yield EMPTY
    yield heading("Facts", "the text is at hand" if opened.article else "the text is only referred to")
    for fact in opened.facts:
        quote = f"“{fact.quote}”" if fact.quote else ""
        parts = joined([fact.kind, (fact.label, Style.STRONG), fact.words, quote])
        yield line((f"{fact.locator}  ", Style.FAINT), *parts, indent=2, hang=6)
    if opened.more:
        yield line(("only the newest facts are listed", Style.FAINT), indent=2)


def turning_lines(found: Turning) -> Iterator[Line]:
    """Say what taking an entry back would change, or what is in the way."""
    target = found.target
    verb = "undo" if found.action == "undo" else "put back"
    sides = " → ".join(side for side in (target.before, target.after) if side)
    yield line(*joined([(f"{verb} entry {target.id}", Style.STRONG), f"{target.action} {target.subject}",
                        f"by {target.who}", sides]))  # fmt: skip
    for one in found.obstacles:
        entry = one.entry
        yield line((f"entry {entry.id}", Style.STRONG), f" ({entry.action} {entry.subject}, by {entry.who}) {one.why}",
                   indent=2)  # fmt: skip
    if found.obstacles:
        return
    if found.counted:
        goes = "out of the record" if found.action == "undo" else "back into the record"
        yield line(f"{goes}: {found.counted}", indent=2)
    for change in found.changes:
        yield line((f"{change.label:<7} ", Style.STRONG), f"{change.name}, {change.aspect}: ",
                   f"{change.before or 'not there'} → {change.after or 'gone'}", indent=2)  # fmt: skip
    if not found.changes:
        yield line("nothing on the board changes", indent=2)
    if found.unseen:
        yield line((f"and up to {found.unseen} more commitments", Style.FAINT), indent=2)


def shelf_text(shelf: Shelf, *, ascii_only: bool = False) -> str:
    """Write sources as one JSON object, a source a line."""
    texts = [f"    {as_json(_shelved(one), ascii_only=ascii_only)}" for one in shelf.sources]
    head = f'{{"count": {shelf.all}, "sources": ['
    return "\n".join((head, ",\n".join(texts), "]}")) if texts else f"{head}]}}"


def source_text(opened: SourceOpened, *, ascii_only: bool = False) -> str:
    """Write a source as one JSON object, a fact a line."""
    source = as_json(_shelved(opened.shelved), ascii_only=ascii_only)
    facts = [f"    {as_json(_fact(fact), ascii_only=ascii_only)}" for fact in opened.facts]
    return "\n".join((f'{{"source": {source},', '"facts": [', ",\n".join(facts), "]}"))


def _shelved(one: Shelved) -> dict[str, Any]:
    counted = {name: getattr(one, name) for name in ("claims", "signals", "reports", "gates", "positions")}
    more = {"one_origin_with": list(one.together), "day_corrected": one.corrected, "text_at_hand": one.held}
    source: dict[str, Any] = plain(one.source)
    return {**source, **counted, **more}


def _fact(fact: Fact) -> dict[str, Any]:
    found: dict[str, Any] = plain(fact)
    return found
