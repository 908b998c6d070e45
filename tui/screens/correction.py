"""A form for a proposal: each field with how it is understood beside it. Enter saves; nothing is lost silently."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from tui.inbox.fields import Typed, fields_of, read_fields
from tui.report.proposing import sentence
from tui.screens.form import FormScreen

if TYPE_CHECKING:
    from store.reading.article import Article
    from store.reading.record.inbox import Item
    from tui.inbox.clerk import Clerk

_KEPT = "what you typed before, not saved yet · ⏎ saves"


class CorrectionScreen(FormScreen):
    """Edits an item. What could not be saved is there when the form is opened again."""

    KEYS = "⏎ saves · Tab ↑ ↓ move · Esc closes"
    ENTER_SAVES = True

    def __init__(self, item: Item, article: Article, clerk: Clerk) -> None:
        super().__init__()
        self._item, self._article, self._clerk = item, article, clerk
        self.fields = fields_of(item.proposal.content, item.proposal.said)
        draft = clerk.place.drafts.get(item.id, {})
        self.texts = {field.name: draft.get(field.name, field.text) for field in self.fields}
        self._kept = bool(draft)
        self._typed = self._read()
        self.errors, self.echoes = self._typed.errors, self._typed.echoes

    def on_mount(self) -> None:
        """Say where something is in the fields that was typed before."""
        if self._kept:
            self.say(_KEPT)

    def heading(self) -> str:
        """Name the item."""
        return f"{self._item.number} {sentence(self._item.proposal.content)}"

    def _read(self) -> Typed:
        proposal = self._item.proposal
        return read_fields(proposal.content, proposal.said, self.texts, self._article)

    def reread(self) -> None:
        """Read what was typed."""
        self._typed = self._read()
        self.show(self._typed.errors, self._typed.echoes)

    def save(self) -> None:
        """Change the item, or say at the first field that cannot be read why not."""
        self.reread()
        if self._typed.errors:
            self.go_to(next(iter(self._typed.errors)))
            return
        drafts, item, texts = self._clerk.place.drafts, self._item, dict(self.texts)
        drafts.pop(item.id, None)
        if self.changed:
            self._clerk.changes.edit(
                item, self._typed.content, self._typed.said, lambda: drafts.update({item.id: texts})
            )  # fmt: skip
        self.dismiss(None)

    def leave(self) -> None:
        """Close; what was typed is forgotten."""
        self._clerk.place.drafts.pop(self._item.id, None)
        super().leave()
