"""Lines onto standard output: plain into a pipe, with Rich on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from store.domain.typed import TYPE_CHECKING
from tui.report.lines import Line, Span, Style, fitted

if TYPE_CHECKING:
    from tui.commandline.surroundings import Surroundings

_COLOURS = {
    Style.PLAIN: "",
    Style.HEAD: "bold cyan",
    Style.STRONG: "bold",
    Style.FAINT: "dim",
    Style.GOOD: "green",
    Style.WAIT: "yellow",
    Style.BAD: "bold red",
}


def paint(lines: Iterable[Line], around: Surroundings) -> None:
    """Print lines as they come, fitted to the width. Raises OSError when they cannot be written."""
    put = _rich(around) if around.on_terminal else _plain(around)
    width = around.width
    for whole in lines:
        for row in fitted(whole, width):
            put(row)


def _plain(around: Surroundings) -> Callable[[tuple[Span, ...]], None]:
    return lambda row: around.say("".join(span.text for span in row).rstrip())


def _rich(around: Surroundings) -> Callable[[tuple[Span, ...]], None]:
    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=around.out,
        width=around.width,
        no_color="NO_COLOR" in around.environment or None,
        highlight=False,
        markup=False,
        emoji=False,
        _environ=around.environment,
    )

    def put(row: tuple[Span, ...]) -> None:
        text = Text(no_wrap=True, overflow="ignore", end="\n")
        for span in row:
            text.append(span.text, _COLOURS[span.style])
        console.print(text, crop=False, soft_wrap=True)

    return put
