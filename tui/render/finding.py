"""What was found as lines: by kind, best first, with the words that were looked for marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.domain.finding import KINDS, Findings, Hit
from store.domain.folding import folded
from tui.render.spans import Block, Line, Role, Sheet, Span, flow, paragraph, put
from tui.wording import safe

_EXCERPT = 240
"""How many characters of a long text are shown around the first word that was found."""
_BEFORE = 60
NEXT = "\x1f"
"""What lies between the kind and the label in the label of a block."""


def finding_sheet(found: Findings | None, width: int) -> Sheet:
    """List what was found."""
    if found is None or not found.words:
        words = "Type words: everything the store holds is searched. Case and accents do not matter, beginnings do."
        return Sheet([Block(paragraph(words, width, Role.MUTED))])
    if not found.groups:
        sought = " ".join(found.words)
        return Sheet([Block(paragraph(f"Nothing here has “{sought}”.", width, Role.MUTED))])
    blocks: list[Block] = []
    for group in found.groups:
        more = " and more; further words narrow it" if group.more else ""
        count = f"{len(group.hits)}{more}"
        blocks.append(Block(((put(KINDS[group.kind], Role.ACCENT), put(f" · {count}", Role.MUTED)),)))
        blocks.extend(Block(_lines(hit, found.words, width), f"{hit.kind}{NEXT}{hit.label}") for hit in group.hits)
    return Sheet(blocks)


def _lines(hit: Hit, words: Sequence[str], width: int) -> tuple[Line, ...]:
    about = f" of {hit.about}" if hit.about and hit.about != hit.label else ""
    first: list[Span] = [put(f"{hit.label}{about}  ", Role.STRONG)]
    day = [put(f"  {hit.day}", Role.MUTED)] if hit.day else []
    return flow([*first, *marked(excerpt(hit.says, words), words), *day], width, indent=2, first=(("  ", Role.TEXT),))


def excerpt(text: str, words: Sequence[str]) -> str:
    """Cut a long text to what stands around the first word that was found."""
    text = " ".join(text.split())
    if len(text) <= _EXCERPT:
        return text
    at = 0
    for piece, start in _pieces(text):
        if _is_found(piece, words):
            at = max(0, start - _BEFORE)
            break
    cut = text[at : at + _EXCERPT]
    return ("…" if at else "") + cut + ("…" if at + _EXCERPT < len(text) else "")


def marked(text: str, words: Sequence[str]) -> Iterator[Span]:
    """Tell the words that were looked for from the others."""
    done = 0
    for piece, start in _pieces(text):
        if _is_found(piece, words):
            if start > done:
                yield put(text[done:start])
            yield safe(piece), Role.WARN
            done = start + len(piece)
    if done < len(text):
        yield put(text[done:])


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Take a text apart at its blanks, each piece with its place."""
    at = 0
    for piece in text.split(" "):
        if piece:
            yield piece, at
        at += len(piece) + 1


def _is_found(piece: str, words: Sequence[str]) -> bool:
    return any(said.startswith(word) for said in folded(piece) for word in words)
