"""How the dashboard is painted: from the front, only what changed and is seen, and as soon as that is known."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from time import perf_counter
from typing import Any

from textual._compositor import Compositor
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

Gap = tuple[int, int]
"""Cells of a line, from the first to before the last, that nothing was drawn on yet."""
_TURNS = 4
"""How many turns of the loop a painting waits, so that what one key changes in several places is painted as one."""


class FrontFirst(Compositor):
    """Draws from the front: what is covered is not asked for, and what nothing covers stays in one piece.

    Textual's own cuts each line wherever a widget begins or ends, asks everything for its lines, and joins them again.
    """

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        """Draw some lines; the others stay empty."""
        width, height = self.size
        gaps = {y: [(0, width)] for y in crop.line_range if is_rendered_line(y)}
        lines: list[dict[int, Strip]] = [{} for _ in range(height)]
        for widget, (region, clip) in self.visible_widgets.items():
            if not gaps:
                break
            _lay_under(lines, gaps, widget, region, clip)
        return [dict(sorted(line.items())) if len(line) > 1 else line for line in lines]


def _lay_under(
    lines: list[dict[int, Strip]], gaps: dict[int, list[Gap]], widget: Widget, region: Region, clip: Region
) -> None:
    """Draw a widget wherever nothing before it was drawn, and close these gaps."""
    seen = region.intersection(clip)
    left, right = seen.column_span
    strips: Sequence[Strip] | None = None
    for y in seen.line_range:
        free = [(max(first, left), min(end, right)) for first, end in gaps.get(y, ()) if first < right and end > left]
        if not free:
            continue
        if strips is None:
            strips = widget.render_lines(Region(seen.x - region.x, seen.y - region.y, *seen.size))
        if y - seen.y >= len(strips):
            break
        strip, line = strips[y - seen.y], lines[y]
        for first, end in free:
            line[first] = strip if (first, end) == (left, right) else strip.crop(first - left, end - left)
        still = [gap for first, end in gaps[y] for gap in ((first, min(end, left)), (max(first, right), end))]
        gaps[y] = [(first, end) for first, end in still if first < end]
        if not gaps[y]:
            del gaps[y]


class AtOnce(Timer):
    """Takes the place of the timer that paints a screen sixty times a second at most.

    With that one, whatever comes within 17 ms of a painting waits for the rest of them: the letter that was typed is
    painted, and the list it leads to is there but not shown.
    """

    def __init__(self, screen: Screen[Any], paint: Callable[[], None]) -> None:
        super().__init__(screen, 0, name="paint", pause=True)
        self._screen = screen
        self._paint = paint
        self._next: asyncio.Handle | None = None
        self._again = 0.0
        """When the next painting may begin."""

    def resume(self) -> None:
        """Paint soon, if that is not about to happen."""
        if self._next is None:
            loop, wait = asyncio.get_running_loop(), self._again - perf_counter()
            self._next = loop.call_later(wait, self._turn, 1) if wait > 0 else loop.call_soon(self._turn, _TURNS)

    def pause(self) -> None:
        """Paint no more until asked to."""
        if self._next is not None:
            self._next.cancel()
            self._next = None

    def _turn(self, left: int) -> None:
        """Let what is under way arrive, then paint."""
        if left:
            self._next = asyncio.get_running_loop().call_soon(self._turn, left - 1)
            return
        self._next = None
        if not self._screen.is_running:
            return
        began = perf_counter()
        try:
            self._paint()
        except Exception as error:  # noqa: BLE001 - as with Textual's own timer: shown where faults of a screen are
            self._screen.app._handle_exception(error)
        ended = perf_counter()
        self._again = 2 * ended - began
