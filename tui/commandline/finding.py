"""The command that looks for words in everything the store holds."""

from __future__ import annotations

from collections.abc import Iterator

from store.domain.finding import KINDS
from store.domain.typed import TYPE_CHECKING
from store.errors import UsageError
from store.repository.choices import Choices
from tui.commandline.opening import open_store, query_of
from tui.report.lines import Line, Style, line

if TYPE_CHECKING:
    from store.domain.finding import Findings
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings

_INDENT, _LABEL = 2, 10
_LONGEST = 300


def find(asked: Asked, around: Surroundings) -> int:
    """Print what was found, by kind, best first. Raises UsageError where there is no word."""
    words = " ".join(asked.words)
    with open_store(asked, around) as repository:
        found = Choices(repository).find(words, query_of(asked, around, repository))
    if not found.words:
        raise UsageError("there is no word to look for: write letters or digits")
    if asked.json:
        from tui.status_json import as_json

        groups = {group.kind: [hit._asdict() for hit in group.hits] for group in found.groups}
        around.say(as_json({"words": found.words, "found": groups}, ascii_only=not around.unicode))
        return 0
    from tui.report.paint import paint

    paint(_lines(found), around)
    return 0


def _lines(found: Findings) -> Iterator[Line]:
    if not found.groups:
        yield line((f"nothing here has “{' '.join(found.words)}”", Style.FAINT))
    for group in found.groups:
        yield line((KINDS[group.kind], Style.HEAD), " (the best of more)" if group.more else "")
        for hit in group.hits:
            about = f" of {hit.about}" if hit.about and hit.about != hit.label else ""
            says = hit.says if len(hit.says) <= _LONGEST else f"{hit.says[:_LONGEST]}…"
            day = (f"  {hit.day}" if hit.day else "", Style.FAINT)
            yield line((f"{hit.label:<{_LABEL}}", Style.STRONG), f"{about.strip()}{' · ' if about else ''}{says}", day,
                       indent=_INDENT, hang=_INDENT + _LABEL)  # fmt: skip
