"""Fields below one another, each with how it is understood beside it: how a form looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content as Words
from textual.screen import ModalScreen
from textual.widget import Widget

from tui.forms.field import Field
from tui.panes.offers import Offers
from tui.panes.prompt import SafeInput
from tui.panes.strips import LOOKS, OneLine
from tui.render.spans import Line, Role, fit, put

_FIELD = "field-"
_AROUND = 4
"""Lines of a form that hold no field: its borders, the line that says more, and the one before it."""


class FieldsScreen(ModalScreen[None], inherit_bindings=False):
    """Fields with what is in them, and a line below that says more of the one that has the keys."""

    CSS = """
    FieldsScreen { align: center middle; background: $background 55%; layers: base over; }
    FieldsScreen #sheet { max-width: 118; width: 96%; height: auto; max-height: 96%; }
    FieldsScreen #fields { height: auto; max-height: 100%; background: $talks-raised; scrollbar-size-vertical: 1; }
    FieldsScreen .field { height: 1; background: $talks-raised; }
    FieldsScreen .title { width: 14; height: 1; background: $talks-raised; }
    FieldsScreen .group { height: 1; margin: 1 0 0 0; background: $talks-raised; }
    FieldsScreen Input { width: 1fr; height: 1; border: none; padding: 0; background: $background;
        color: $talks-strong; }
    FieldsScreen Input:focus { background: $talks-cursor; }
    FieldsScreen .echo { width: 1fr; height: 1; padding: 0 0 0 1; background: $talks-raised; }
    FieldsScreen #detail { height: 1; margin: 1 0 0 0; background: $talks-raised; }
    FieldsScreen #offers { layer: over; position: absolute; width: 40; height: 5; background: $talks-cursor; }
    """
    SCOPED_CSS = False  # it is that of every form, whatever its class is called
    COMPONENT_CLASSES = LOOKS
    AUTO_FOCUS = "Input"
    KEYS = "Ctrl+S saves · Tab ↑ ↓ move · Esc closes"

    def __init__(self) -> None:
        super().__init__()
        self.fields: tuple[Field, ...] = ()
        self.texts: dict[str, str] = {}
        """What stands in each field, by its name."""
        self.errors: Mapping[str, str] = {}
        """Why a field cannot be read, by its name; with an empty name what is wrong with all of it."""
        self.echoes: Mapping[str, str] = {}
        """How a field is understood, by its name."""
        self.offers = Offers()
        """What can be put into the field that has the keys."""
        self._said = self.KEYS
        self._telling: list[OneLine] = []
        """The lines that say how something is understood."""
        self.notice: Line = ()
        """What is said below the fields before anything else."""

    def heading(self) -> str:
        """Say what is written here."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Lay the fields below one another."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = Words(put(self.heading())[0])
            sheet.border_subtitle = Words(self.KEYS)
            with VerticalScroll(id="fields", can_focus=False):
                yield from self._rows()
            self._telling.append(OneLine(self._detail, id="detail"))
            yield self._telling[-1]
        yield self.offers

    def _rows(self) -> Iterable[Widget]:
        for field in self.fields:
            if field.heading:
                yield self._group(field)
            yield self._row(field)

    def _group(self, field: Field) -> OneLine:
        name = f"group-{_id(field.name)}"
        group = OneLine(lambda width: fit((put(field.heading, Role.ACCENT),), width), id=name)
        group.add_class("group")
        return group

    def _row(self, field: Field) -> Horizontal:
        name = _id(field.name)
        mark = "*" if field.required else ""
        title = OneLine(
            lambda width: fit((put(field.title, Role.MUTED), put(mark, Role.ACCENT)), width), id=f"title-{name}"
        )
        title.add_class("title")
        text, whole = self.texts[field.name], field.replaced
        box = SafeInput(text, compact=True, select_on_focus=whole, id=box_id(field.name))
        echo = OneLine(lambda width: self._echo(field, width), id=f"echo-{name}")
        echo.add_class("echo")
        self._telling.append(echo)
        return Horizontal(title, box, echo, classes="field")

    def fill(self) -> None:
        """Put up the fields, where they were not known when the form was opened."""
        self.query_one("#sheet").border_title = Words(put(self.heading())[0])
        self.query_one("#fields").mount_all(self._rows())
        first = next((field for field in self.fields if field.required and not field.text), self.fields[0])
        self.call_after_refresh(self.go_to, first.name)

    def on_resize(self, event: events.Resize) -> None:
        """Leave room for the line below the fields, however many there are."""
        self.query_one("#fields").styles.max_height = max(1, event.size.height * 24 // 25 - _AROUND)

    def _echo(self, field: Field, width: int) -> Line:
        error, echo = self.errors.get(field.name), self.echoes.get(field.name)
        mine = field == self.current
        if error and not (mine and self.offers.display):
            return fit((put(error, Role.BAD),), width)
        if echo and not error:
            return fit((put(f"= {echo}", Role.ACCENT),), width)
        return fit((put(field.hint if mine else "", Role.MUTED),), width)

    def _detail(self, width: int) -> Line:
        """Say in full what there is not enough room for beside the field that has the keys."""
        field = self.current
        if self.notice:
            return fit(self.notice, width)
        if self.errors.get(""):
            return fit((put(self.errors[""], Role.BAD),), width)
        if field is None:
            return ()
        if self.errors.get(field.name) and not self.offers.display:
            return fit((put(self.errors[field.name], Role.BAD),), width)
        echo, how = self.echoes.get(field.name, ""), self.echoes.get(f"{field.name} read", "")
        if echo:
            return fit((put(f"= {echo}", Role.ACCENT), put(f" · {how}" if how else "", Role.MUTED)), width)
        return fit((put(field.hint, Role.MUTED),), width)

    def show(self, errors: Mapping[str, str], echoes: Mapping[str, str]) -> None:
        """Say beside the fields how they are understood, or why they are not."""
        self.errors, self.echoes = errors, echoes
        self.redraw()

    def redraw(self) -> None:
        """Draw the echoes anew."""
        for line in self._telling:
            line.redraw()

    def say(self, words: str) -> None:
        """Say something in the lower border."""
        if words != self._said:
            self._said = words
            self.query_one("#sheet").border_subtitle = Words(words)

    @property
    def current(self) -> Field | None:
        """The field that has the keys."""
        name = self.focused.id or "" if self.focused is not None else ""
        return next((field for field in self.fields if box_id(field.name) == name), None)

    @property
    def changed(self) -> bool:
        """Whether anything was typed that is not saved."""
        return any(self.texts[field.name].strip() != field.text.strip() for field in self.fields)

    def go_to(self, name: str) -> None:
        """Move to a field."""
        for box in self.query(f"#{box_id(name)}"):
            box.focus()

    def put_text(self, name: str, text: str) -> None:
        """Put a text into a field that nobody typed in."""
        self.texts[name] = text
        for box in self.query(f"#{box_id(name)}"):
            if isinstance(box, SafeInput):
                box.value = text


def box_id(name: str) -> str:
    """Return the id of the widget that a field is typed into."""
    return f"{_FIELD}{_id(name)}"


def _id(name: str) -> str:
    """Write the name of a field so that it can be part of a widget's id."""
    return name.replace(".", "--")
