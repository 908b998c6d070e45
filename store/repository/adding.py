"""Adding: a thing written by hand becomes ordinary lines of the record, in one transaction with one journal entry.

What was added and undone holds on to nothing: its label, its number on the track and its names are free again, and go
to whatever is added next; then its entry can no longer be redone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from store.domain.fields import Form
from store.domain.forms import FORMS
from store.domain.records import NewRecord, spelled
from store.domain.requests import Author, Receipt
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.errors import FieldsError, RecordError, UsageError
from store.repository import journal
from store.repository.checking import checked
from store.repository.connection import writing
from store.repository.free_labels import label_of, vacate
from store.repository.lines_taken import take_lines

if TYPE_CHECKING:
    from sqlite3 import Connection


class _NewLine(NamedTuple):
    """One line to be taken."""

    kind: str
    label: str
    fields: Mapping[str, Any]


def add(connection: Connection, new: NewRecord, author: Author) -> Receipt:
    """Put a thing on record. Raises FieldsError where a field cannot be taken, UsageError for an unknown kind."""
    form = FORMS.get(new.kind)
    if form is None:
        raise UsageError(f"'{new.kind}' is no kind of thing: write one of {', '.join(FORMS)}")
    with writing(connection):
        entry = journal.next_number(connection)
        label = label_of(connection, new, entry)
        lines = _lines(connection, form, new, label, entry)
        vacate(connection, new.kind, label, lines[0].fields)
        try:
            taken = take_lines(connection, lines, author, entry, new.kind)
        except RecordError as error:
            raise FieldsError({_blamed(error): _words(error)}) from None
        subject = str(lines[0].fields["about"]) if new.kind == "claim" else label
        what = _said(form, lines[0], label) + (" with what is said of it" if len(lines) > 1 else "")
        written = journal.record(
            connection, author, "add", subject, after=what, wrote=taken.wrote, number=entry
        )  # fmt: skip
    return Receipt(written, f"added {subject} {what}{_not_shown(new.kind, len(lines))}")


def _not_shown(kind: str, lines: int) -> str:
    if lines == 1 and kind in ("round", "exchange"):
        return "; it is shown once a source says something of it"
    return ""


def _said(form: Form, line: _NewLine, label: str) -> str:
    """Say what was added, beside the label of what the entry is about."""
    fields = line.fields
    named = ("name", "what", "condition", "summary", "title", "figure", "progress", "event", "state", "modality")
    words = next((str(fields[key]) for key in named if fields.get(key)), "")
    sides = f" {fields['from']}→{fields['to']}" if form.kind == "commitment" else ""
    at = f" at {spelled(fields['at'])}" if form.superseded else ""
    called = f"claim {label}" if form.kind == "claim" else form.kind
    return f"{called}: {words}{sides}{at}" if words or sides else f"{called}{at}"


def _blamed(error: RecordError) -> str:
    """Return the field that a refusal of the record is about, where that can be told."""
    sentence = error.problems[0]
    if "alias '" in sentence:
        return "aliases"
    if "has that ordinal" in sentence:
        return "ordinal"
    return "label" if "is already" in sentence else ""


def _words(error: RecordError) -> str:
    # what stands before the sentence is the line, which is the only one there is
    return error.problems[0].partition(": ")[2] or error.problems[0]


def _lines(connection: Connection, form: Form, new: NewRecord, label: str, entry: int) -> list[_NewLine]:
    """Make the line of the thing and those that come along. Raises FieldsError."""
    own = {key: value for key, value in new.fields.items() if "." not in key and value not in (None, "", [])}
    if form.kind == "source":
        own.setdefault("origin", label)
    beside: list[_NewLine] = []
    for name, part in form.parts:
        said = {key.partition(".")[2]: value for key, value in new.fields.items() if key.startswith(f"{name}.")}
        said = {key: value for key, value in said.items() if value not in (None, "", [])}
        if not said.get("at"):
            if set(said) - {"strength", "basis", "measure", "recognised_by", "instrument"}:
                raise FieldsError({f"{name}.at": "say where it stands: a source and the line in it, 000:5"})
            continue
        said = {**dict(part.given), **said}
        said.setdefault("strength", "paraphrase" if said.get("by") else "article")
        beside.append(_NewLine(part.kind, label if part.kind == "report" else f"N{entry}", said))
    if form.kind == "commitment" and not beside and not own.get("known"):
        raise FieldsError({"owed.at": "say where it stands (000:5), or below from which day it is known"})
    checked(connection, form.kind, label, own)
    for (name, _), line in zip(form.parts, beside, strict=False):
        checked(connection, line.kind, label, line.fields, name)
    if form.kind == "report":
        own = {key: value for key, value in own.items() if key != "round"}
    about = {"about": label}
    return [_NewLine(form.kind, label, own), *(
        line if line.kind == "report" else line._replace(fields={**about, **line.fields}) for line in beside
    )]  # fmt: skip
