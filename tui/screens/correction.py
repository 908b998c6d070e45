"""A form for a proposal: each field with how it is understood beside it. Enter saves; nothing is lost silently."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content as Words
from textual.screen import ModalScreen
from textual.widgets import Input

from store.domain.typed import TYPE_CHECKING
from tui.inbox.fields import Field, Typed, fields_of, read_fields
from tui.panes.prompt import SafeInput
from tui.panes.strips import LOOKS, OneLine
from tui.render.frame import too_small
from tui.render.spans import Line, Role, fit, put
from tui.report.proposing import sentence

if TYPE_CHECKING:
    from store.reading.article import Article
    from store.reading.record.inbox import Item
    from tui.inbox.clerk import Clerk

_KEYS = "⏎ saves · Tab ↑ ↓ move · Esc closes"
_ASKED = "not saved yet: ⏎ saves · Esc again lets it go"
_KEPT = "what you typed before, not saved yet · ⏎ saves"


class CorrectionScreen(ModalScreen[None]):
    """Edits an item. What could not be saved is there when the form is opened again."""

    CSS = """
    CorrectionScreen { align: center middle; background: $background 55%; }
    CorrectionScreen #sheet { max-width: 110; width: 96%; height: auto; max-height: 96%; }
    CorrectionScreen #fields { height: auto; max-height: 100%; background: $talks-raised; scrollbar-size-vertical: 1; }
    CorrectionScreen .field { height: 1; background: $talks-raised; }
    CorrectionScreen .title { width: 14; height: 1; background: $talks-raised; }
    CorrectionScreen Input { width: 1fr; height: 1; border: none; padding: 0; background: $background;
        color: $talks-strong; }
    CorrectionScreen Input:focus { background: $talks-cursor; }
    CorrectionScreen .echo { width: 1fr; height: 1; padding: 0 0 0 1; background: $talks-raised; }
    """
    COMPONENT_CLASSES = LOOKS
    # before the field sees them, so that what is typed right after them is the next field's
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "app.focus_next", show=False, priority=True),
        Binding("up,shift+tab", "app.focus_previous", show=False, priority=True),
        Binding("escape", "close", show=False, priority=True),
    ]
    AUTO_FOCUS = "Input"

    def __init__(self, item: Item, article: Article, clerk: Clerk) -> None:
        super().__init__()
        self._item, self._article, self._clerk = item, article, clerk
        self._fields = fields_of(item.proposal.content, item.proposal.said)
        draft = clerk.place.drafts.get(item.id, {})
        self._texts = {field.name: draft.get(field.name, field.text) for field in self._fields}
        self._asked = False
        """Whether Esc was pressed on something that is not saved."""
        self._hint = _KEPT if draft else _KEYS
        self._typed = self._read()

    def compose(self) -> ComposeResult:
        """Lay the fields below one another."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = Words(put(f"{self._item.number} {sentence(self._item.proposal.content)}")[0])
            sheet.border_subtitle = Words(self._hint)
            with VerticalScroll(id="fields", can_focus=False):
                for field in self._fields:
                    yield self._row(field)

    def _row(self, field: Field) -> Horizontal:
        title = OneLine(lambda width: fit((put(field.title, Role.MUTED),), width), id=f"title-{field.name}")
        title.add_class("title")
        box = SafeInput(self._texts[field.name], compact=True, select_on_focus=False, id=f"field-{field.name}")
        echo = OneLine(lambda width: self._echo(field, width), id=f"echo-{field.name}")
        echo.add_class("echo")
        return Horizontal(title, box, echo, classes="field")

    def _echo(self, field: Field, width: int) -> Line:
        error, echo = self._typed.errors.get(field.name), self._typed.echoes.get(field.name)
        if error:
            return fit((put(error, Role.BAD),), width)
        if echo:
            return fit((put(f"= {echo}", Role.ACCENT),), width)
        focused = self.focused is not None and self.focused.id == f"field-{field.name}"
        return fit((put(field.hint if focused else "", Role.MUTED),), width)

    def _read(self) -> Typed:
        proposal = self._item.proposal
        return read_fields(proposal.content, proposal.said, self._texts, self._article)

    @property
    def _changed(self) -> bool:
        return any(self._texts[field.name].strip() != field.text.strip() for field in self._fields)

    def _say(self, hint: str) -> None:
        self._hint = hint
        self.query_one("#sheet").border_subtitle = Words(hint)

    def _draw(self) -> None:
        for line in self.query(OneLine):
            line.redraw()

    @on(Input.Changed)
    def _edited(self, event: Input.Changed) -> None:
        event.stop()
        name = (event.input.id or "").removeprefix("field-")
        if self._texts.get(name) == event.value:
            return
        self._texts[name] = event.value
        self._asked = False
        self._say(_KEYS)
        self._typed = self._read()
        self._draw()

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Show what can be written in the field that has the keys."""
        self._draw()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if too_small(*self.app.size):
            return
        self._typed = self._read()
        if self._typed.errors:
            self.query_one(f"#field-{next(iter(self._typed.errors))}").focus()
            self._draw()
            return
        drafts, item, texts = self._clerk.place.drafts, self._item, dict(self._texts)
        drafts.pop(item.id, None)
        if self._changed:
            self._clerk.changes.edit(
                item, self._typed.content, self._typed.said, lambda: drafts.update({item.id: texts})
            )  # fmt: skip
        self.dismiss(None)

    def action_close(self) -> None:
        """Close, but ask first where something would be lost."""
        if self._changed and not self._asked:
            self._asked = True
            self._say(_ASKED)
        else:
            self._clerk.place.drafts.pop(self._item.id, None)
            self.dismiss(None)
