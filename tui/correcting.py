"""What the app does with requests to correct the day a source was published."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.model import Source
from store.domain.redating import NewDay
from tui import messages
from tui.commands.chosen import key_words, undoing
from tui.editor import EditingApp
from tui.render.frame import too_small
from tui.render.redating import sources_at


class CorrectingApp(EditingApp, inherit_bindings=False):
    """Asks for the right day and writes it."""

    def on_redating_asked(self, message: messages.RedatingAsked) -> None:
        """Ask for the right day of the source that something rests on, once its evidence is there."""
        self.when_settled(lambda: self._ask_for(message.label))

    def _ask_for(self, label: str) -> None:
        if self.refused():
            return
        sources = sources_at(self.board.evidence, label) if self.board is not None else ()
        if not sources:
            corrects = f"{key_words('redate', 'd')} corrects the day it was published"
            self.tell(f"No source is shown here. Move onto what one says; then {corrects}.", warning=True)
        elif not too_small(*self.size):
            self.ask_day(sources)

    def on_redating_wanted(self, message: messages.RedatingWanted) -> None:
        """Save a corrected day of publication."""
        author, new = self.author(), message.new
        self.change(
            lambda repository: repository.redate(new, author),
            undoing(),
            lambda: self._ask_again(new),
        )

    def _ask_again(self, new: NewDay) -> None:
        """Keep the day that could not be saved, over the list as it is now."""
        self.reload(lambda: self._ask_once_more(new))

    def _ask_once_more(self, new: NewDay) -> None:
        sources = self.board.evidence.sources if self.board is not None else {}
        if new.source in sources:
            self.ask_day((sources[new.source],), new.day.isoformat())

    def ask_day(self, sources: Sequence[Source], text: str = "") -> None:
        """Ask for the right day of one of some sources."""
        from tui.screens.redating import RedatingScreen

        self.push_screen(RedatingScreen(sources, self.redating, text))
