"""What the form of a thing asks for: to look things up, and to have what was typed saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from store.domain.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

    from store.domain.fields import FormField
    from store.domain.records import Held, Named, Start
    from tui.forms.reading import Typed


class Draft(NamedTuple):
    """What stands in a form."""

    kind: str
    texts: Mapping[str, str]
    """What was typed, by field; fields that nobody touched are left out."""
    known: Mapping[str, Any]
    """What the form began with: of a thing on record what it says."""
    label: str | None = None
    """What a new thing shall be called; None = the next free label."""
    seen: Held | None = None
    """The thing on record that is mended; None = it is a new one."""


class Scribe(Protocol):
    """What can be asked. Answers are handed over in the thread of the screen."""

    def start(self, kind: str, about: str, taken: Callable[[Start], object]) -> None:
        """Say what a new thing of a kind begins with, given what is highlighted."""

    def held(self, label: str, taken: Callable[[Held], object], failed: Callable[[str], object]) -> None:
        """Fetch a thing as it stands now; `failed` takes a sentence that says why it cannot be edited."""

    def read(self, draft: Draft, taken: Callable[[Typed], object]) -> None:
        """Read what was typed, unless something newer was typed meanwhile."""

    def near(self, field: FormField, text: str, taken: Callable[[Sequence[Named]], object]) -> None:
        """List what can be meant in a field by what is typed, unless something newer was typed meanwhile."""

    def save(
        self, draft: Draft, saved: Callable[[str], object], failed: Callable[[Mapping[str, str], bool], object]
    ) -> None:
        """Save what was typed; `saved` takes the label of the thing.

        `failed` takes the errors by field, and whether somebody else changed the thing meanwhile.
        """
