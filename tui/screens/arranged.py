"""How a person arranges the dashboard: sizes, hidden panes, columns; by keys, by a list, and with the mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from store.domain.typed import TYPE_CHECKING
from tui.commands.chosen import key_words
from tui.messages import LayoutChosen, Told
from tui.render.frame import Columns, Layout, Pane, columns_at
from tui.screens.placed import PlacedScreen

if TYPE_CHECKING:
    from tui.render.borders import Scene

_HEIGHT_STEP, _WIDTH_STEP = 1, 4
"""Cells by which a key makes a pane higher or wider."""


class ArrangedScreen(PlacedScreen, inherit_bindings=False):
    """A dashboard whose panes are resized and hidden."""

    @property
    def arranging(self) -> dict[str, Callable[[], object]]:
        """What each command does that arranges panes."""
        return {
            "grow": partial(self._resize, _HEIGHT_STEP, wide=False),
            "shrink": partial(self._resize, -_HEIGHT_STEP, wide=False),
            "wider": partial(self._resize, _WIDTH_STEP, wide=True),
            "narrower": partial(self._resize, -_WIDTH_STEP, wide=True),
            "hide": self._hide,
            "layout": self._choose,
        }

    def rearrange(self, layout: Layout) -> Layout:
        """Lay the panes out otherwise, and return how they are: one of them always stays."""
        if len(layout.hidden) >= len(Pane):
            layout = layout._replace(hidden=layout.hidden - {self.trail.pane})
            self._tell("One pane has to stay.")
        if layout == self.trail.layout:
            return layout
        self.trail.layout = layout
        self.post_message(LayoutChosen(layout))
        self._stay_in_sight()
        self.place_anew()
        return layout

    def _stay_in_sight(self) -> None:
        """Have the keys on a pane that is shown."""
        from tui.render.borders import left_after

        if self.trail.pane in self.trail.layout.hidden:
            self.trail.zoomed = False
            self.go(left_after(self.trail.layout, self.trail.pane)[0])

    def go(self, pane: Pane) -> None:
        """Move to a pane; one that is hidden is shown again, unless it only has the screen for a while."""
        if pane in self.trail.layout.hidden and not self.trail.zoomed:
            from tui.render.borders import hiding

            self.rearrange(hiding(self.trail.layout, pane, shown=True))
        super().go(pane)

    def _tell(self, words: str) -> None:
        self.post_message(Told(words))

    def _scene(self) -> Scene:
        from tui.render.borders import Scene

        return Scene(*self.size, self.trail.pane, self.trail.layout)

    @property
    def _single(self) -> bool:
        """Whether one pane has the whole screen."""
        return self.trail.zoomed or columns_at(*self.size, self.trail.layout.columns) is Columns.ONE

    def _resize(self, by: int, *, wide: bool) -> None:
        """Make the focused pane larger or smaller."""
        from tui.render.borders import resized

        layout = None if self._single else resized(self._scene(), by, wide=wide)
        if layout is None:
            self._tell("There is no other pane beside it to share the room with.")
        elif layout == self.trail.layout:
            self._tell("It cannot become larger here." if by > 0 else "It cannot become smaller.")
        else:
            self.rearrange(layout)

    def _hide(self) -> None:
        """Hide the focused pane, and say how it comes back."""
        from tui.render.borders import hiding, left_after

        pane = self.trail.pane
        if not left_after(self.trail.layout, pane):
            self._tell("This is the only pane in sight, so it stays.")
            return
        self.rearrange(hiding(self.trail.layout, pane, shown=False))
        shows, lists = key_words(f"pane_{pane.number}", str(pane.number)), key_words("layout", "L")
        self._tell(f"{pane.heading} is hidden. {shows} shows it again; {lists} lists all.")

    def _choose(self) -> None:
        from tui.screens.trying import LayoutScreen

        self.app.push_screen(LayoutScreen(self.trail.layout, self.rearrange))

    def grip(self, x: int, y: int) -> Callable[[int, int], object] | None:
        """Return what moves the border at a cell, by how far it is moved from there; None where there is none."""
        if self._single or self.over is not None:
            return None
        from tui.render.borders import border_at, dragged

        scene = self._scene()
        border = border_at(scene, x, y)
        return None if border is None else lambda dx, dy: self.rearrange(dragged(scene, border, dx, dy))
