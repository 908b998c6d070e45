"""What panes and screens ask for. Requests go up to the app; what happened is named in the past."""

from __future__ import annotations

from textual.message import Message

from store.domain.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from store.domain.board import Row
    from store.domain.redating import NewDay
    from store.domain.requests import NewJudgement
    from store.domain.shelves import Order
    from store.domain.words import Delivery
    from tui.panes.picker import Case
    from tui.render.frame import Layout, Pane


class KeysAwaited(Message):
    """A pane has the keys for the first time."""


class LayoutChosen(Message):
    """The panes were arranged otherwise."""

    def __init__(self, layout: Layout) -> None:
        super().__init__()
        self.layout = layout


class Highlighted(Message):
    """The cursor came onto something; its evidence is wanted."""

    def __init__(self, label: str, *, at_once: bool = False) -> None:
        super().__init__()
        self.label = label
        self.at_once = at_once
        """Whether it cannot wait until the keys are quiet."""


class Opened(Message):
    """Something was chosen with Enter or a double click."""

    def __init__(self, label: str, pane: Pane) -> None:
        super().__init__()
        self.label = label
        self.pane = pane


class PageWanted(Message):
    """Another stretch of the obligations is wanted."""

    def __init__(self, around: str | None = None, *, from_end: bool = False) -> None:
        super().__init__()
        self.around = around
        self.from_end = from_end


class FilterWanted(Message):
    """Only obligations with these words are wanted."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class OrderWanted(Message):
    """The obligations shall be put in another order."""

    def __init__(self, order: Order) -> None:
        super().__init__()
        self.order = order


class MarkAllWanted(Message):
    """All obligations that the filter leaves shall be marked."""


class ManyJudged(Message):
    """One state for several obligations shall be saved, in one step."""

    def __init__(self, labels: Sequence[str], value: str | None, reason: str | None) -> None:
        super().__init__()
        self.labels = labels
        self.value = value
        """None takes their judgements back."""
        self.reason = reason


class StepWanted(Message):
    """The next (1) or the previous (-1) day of evidence is wanted."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self.step = step


class DayWanted(Message):
    """The board of a day is wanted; None = of the latest evidence."""

    def __init__(self, day: date | None) -> None:
        super().__init__()
        self.day = day


class ChangeAhead(Message):
    """A change is about to be chosen, of one commitment where it is named."""

    def __init__(self, label: str = "") -> None:
        super().__init__()
        self.label = label


class JudgementWanted(Message):
    """A judgement shall be saved."""

    def __init__(self, judgement: NewJudgement) -> None:
        super().__init__()
        self.judgement = judgement


class NotSaved(Message):
    """A judgement could not be saved; the person was told why."""

    def __init__(self, judgement: NewJudgement) -> None:
        super().__init__()
        self.judgement = judgement


class RedatingAsked(Message):
    """The day of publication of a source shall be corrected: of the one that something highlighted rests on."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label


class RedatingWanted(Message):
    """A corrected day of publication shall be saved."""

    def __init__(self, new: NewDay) -> None:
        super().__init__()
        self.new = new


class ImportWanted(Message):
    """Record lines of a file shall be read into the store."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class CancelWanted(Message):
    """The long work under way shall be given up."""


class CopyWanted(Message):
    """A line about what is highlighted shall be put on the clipboard."""


class Told(Message):
    """Something shall be said to the person."""

    def __init__(self, words: str, *, warning: bool = False) -> None:
        super().__init__()
        self.words = words
        self.warning = warning


class CommandGiven(Message):
    """A command was given by other means than its key: a click on the footer, the palette."""

    def __init__(self, command: str) -> None:
        super().__init__()
        self.command = command


class PromptChanged(Message):
    """The text in the line at the foot changed."""

    def __init__(self, kind: str, text: str) -> None:
        super().__init__()
        self.kind = kind
        self.text = text


class PromptAnswered(Message):
    """Enter was pressed in the line at the foot."""

    def __init__(self, kind: str, text: str) -> None:
        super().__init__()
        self.kind = kind
        self.text = text


class PromptDropped(Message):
    """Esc was pressed in the line at the foot."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind


class ReasonWanted(Message):
    """The reason for a status is to be written."""

    def __init__(self, case: Case, value: Delivery | None) -> None:
        super().__init__()
        self.case = case
        self.value = value


class PickerClosed(Message):
    """Both steps of the status picker are done, or no status was chosen."""


class Found(NamedTuple):
    """What the palette had looked up; the answer to a request that is none of the messages."""

    words: str
    rows: Sequence[Row] = ()
    known: bool = False
    """Whether the words are the label of something that there is evidence of."""
