"""The office behind the forms: looks things up in the fetcher's thread, and reads and saves in the writer's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from store.domain.fields import Entry, FormField
from store.domain.records import Edit, Held, Named, NewRecord, Start
from store.domain.requests import Receipt
from store.domain.typed import TYPE_CHECKING
from store.errors import ConflictError, FieldsError, TalksError, UsageError
from tui.commands.chosen import undoing
from tui.fetcher import Kind
from tui.forms.reading import Typed, read_form
from tui.forms.scribe import Draft

if TYPE_CHECKING:
    from store.domain.requests import Author
    from store.repository import Repository
    from store.repository.records import Records
    from tui.editor import EditingApp


def written(records: Records, draft: Draft, author: Author) -> Receipt:
    """Read what was typed and save it. Raises FieldsError, UsageError, ConflictError; then nothing is saved."""
    typed = read_form(draft.kind, draft.texts, draft.known, records, whole=True)
    if typed.errors:
        raise FieldsError(dict(typed.errors), unknown=typed.unknown)
    if draft.seen is not None:
        return records.edit(Edit(draft.seen, typed.changed), author)
    return records.add(NewRecord(draft.kind, {**draft.known, **typed.changed}, draft.label), author)


class FormOffice:
    """A `Scribe` on the running app."""

    def __init__(self, app: EditingApp) -> None:
        self._app = app

    def start(self, kind: str, about: str, taken: Callable[[Start], object]) -> None:
        """Say what a new thing of a kind begins with."""
        self._app.fetcher.wish(
            Kind.DETAIL, lambda store: store.records.start(kind, about), taken, self._app.complain
        )  # fmt: skip

    def held(self, label: str, taken: Callable[[Held], object], failed: Callable[[str], object]) -> None:
        """Fetch a thing as it stands now."""
        self._app.fetcher.wish(
            Kind.DETAIL, lambda store: store.records.held(label), taken, lambda error: failed(str(error))
        )  # fmt: skip

    def read(self, draft: Draft, taken: Callable[[Typed], object]) -> None:
        """Read what was typed."""
        self._app.fetcher.wish(
            Kind.PREVIEW,
            lambda store: read_form(draft.kind, draft.texts, draft.known, store.records),
            taken,
            self._app.complain,
        )

    def near(self, field: FormField, text: str, taken: Callable[[Sequence[Named]], object]) -> None:
        """List what can be meant in a field."""

        def look(store: Repository) -> list[Named]:
            records = store.records
            return records.units(text) if field.entry is Entry.UNIT else records.near(field.kinds, text)

        self._app.fetcher.wish(Kind.FINDING, look, taken, self._app.complain)

    def save(
        self, draft: Draft, saved: Callable[[str], object], failed: Callable[[Mapping[str, str], bool], object]
    ) -> None:
        """Save what was typed."""
        author, wrong = self._app.author(), list[TalksError]()
        labels: list[str] = []

        def work(store: Repository) -> Receipt:
            try:
                receipt = written(store.records, draft, author)
            except FieldsError as error:
                wrong.append(error)
                count = len(error.errors)
                raise UsageError(f"Not saved: {count} field{'' if count == 1 else 's'} cannot be taken so.") from None
            except TalksError as error:
                wrong.append(error)
                raise
            labels.append(receipt.entry.subject)
            return receipt

        def after() -> None:
            if labels:
                saved(labels[0])
                return
            error = wrong[0] if wrong else None
            if isinstance(error, FieldsError):
                failed(error.errors, False)
            else:
                failed({"": str(error)} if error is not None else {}, isinstance(error, ConflictError))

        self._app.change(work, undoing(), after=after)
