"""What can be put into a field, listed below it over the rest of the form."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from tui.forms.field import Offer
from tui.panes.strips import Kept, Painter
from tui.render.spans import BLANK, Line, Role, cells, fill, fit, put

MOST = 7
"""How many are in sight at once."""


class Offers(Kept):
    """A short list that hangs below a field. Its keys are the form's."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(id="offers")
        self.offers: Sequence[Offer] = ()
        self.chosen: int | None = None
        """Which one is highlighted; None = none of them."""
        self._painter = Painter(self)
        self.display = False

    def show(self, offers: Sequence[Offer], *, chosen: int | None) -> None:
        """List offers; none of them hides the list."""
        if not offers and not self.display:
            return
        self.offers, self.chosen = offers, chosen if offers else None
        if self.display != bool(offers):
            self.display = bool(offers)
        self.refresh()

    def step(self, by: int) -> None:
        """Highlight the next one or the one before."""
        if self.offers:
            at = -1 if self.chosen is None and by > 0 else self.chosen or 0
            self.chosen = (at + by) % len(self.offers)
            self.refresh()

    @property
    def choice(self) -> Offer | None:
        """The one that is highlighted."""
        return self.offers[self.chosen] if self.chosen is not None and self.display else None

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return min(MOST, len(self.offers))

    def notify_style_update(self) -> None:
        """Forget styles that are no longer true."""
        self._painter.forget()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Draw one of them; the highlighted one is always in sight."""
        top = max(0, min((self.chosen or 0) - MOST // 2, len(self.offers) - MOST))
        number, width = top + y, self.size.width
        line = self._line(self.offers[number], width) if number < len(self.offers) else BLANK
        return self._painter.strip(line, width, selected=number == self.chosen)

    def _line(self, offer: Offer, width: int) -> Line:
        name = min(max(cells(one.text) for one in self.offers), max(8, width // 2)) if offer.words else width - 1
        left = (" ", Role.TEXT), (fill(put(offer.text)[0], name), Role.STRONG if offer.words else Role.TEXT)
        return fit((*left, put(f"  {offer.words}", Role.MUTED)), width)
