"""The commands that put a thing on record, and mend one, field by field."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.forms import FORMS
from store.domain.records import Edit, Held, NewRecord
from store.domain.typed import TYPE_CHECKING
from store.errors import FieldsError, UsageError
from tui.commandline.opening import author_of, open_store, say_written
from tui.forms.reading import Typed, hint_of, read_form
from tui.wording import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from store.domain.requests import Author, Receipt
    from store.repository.records import Records
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings

LABEL = "id"
"""The name under which the label of a new thing is given."""


def add(asked: Asked, around: Surroundings) -> int:
    """Put a thing on record, and print what was added. Raises FieldsError, which names the fields; UsageError."""
    kind = asked.kind.strip().casefold()
    if kind not in FORMS:
        raise UsageError(f"'{safe(asked.kind)}' is no kind of thing: write {', '.join(FORMS)}")
    if not asked.fields:
        around.say("\n".join(_listed(kind)))
        return 0
    typed = _typed(asked.fields)
    label = typed.pop(LABEL, None)
    author = author_of(asked, around)
    with open_store(asked, around) as repository:
        records = repository.records
        usual = records.start(kind).fields
        read = _read(kind, typed, usual, records)
        receipt = records.add(NewRecord(kind, {**usual, **read.changed}, label), author)
    _say(receipt, read, asked, around)
    return 0


def edit(asked: Asked, around: Surroundings) -> int:
    """Mend a thing, and print what stood and what stands there. Raises UnknownError, FieldsError, UsageError."""
    author = author_of(asked, around)
    with open_store(asked, around) as repository:
        records = repository.records
        held = records.held(asked.label)
        if not asked.fields:
            around.say("\n".join(map(safe, _standing(held))))
            return 0
        typed = _typed(asked.fields)
        read, receipt = _mended(records, held, typed, author)
    _say(receipt, read, asked, around)
    return 0


def _mended(records: Records, held: Held, typed: Mapping[str, str], author: Author) -> tuple[Typed, Receipt]:
    read = _read(held.kind, typed, held.fields, records, new=False)
    return read, records.edit(Edit(held, read.changed), author)


def _typed(words: Sequence[str]) -> dict[str, str]:
    """Take FIELD=VALUE apart. Raises UsageError."""
    found: dict[str, str] = {}
    for word in words:
        name, equals, text = word.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"'{safe(word)}' is no field with its value: write FIELD=VALUE, such as what='Remains'")
        if name.strip() in found:
            raise UsageError(f"'{safe(name.strip())}' is given twice")
        found[name.strip()] = safe(text)
    return found


def _read(
    kind: str, typed: Mapping[str, str], known: Mapping[str, object], records: Records, *, new: bool = True
) -> Typed:
    read = read_form(kind, typed, known, records, whole=new)
    if read.errors:
        raise FieldsError({safe(name): safe(words) for name, words in read.errors.items()}, unknown=read.unknown)
    return read


def _say(receipt: Receipt, read: Typed, asked: Asked, around: Surroundings) -> None:
    """Print what was written; how dates and figures were understood is said beside it."""
    if asked.json:
        import json

        entry = receipt.entry
        written = {
            "entry": entry.id, "action": entry.action, "subject": entry.subject,
            "before": entry.before, "after": entry.after, "why": entry.why,
        }  # fmt: skip
        around.say(json.dumps(written, ensure_ascii=not around.unicode))
        return
    for name in read.changed:
        echo = read.echoes.get(name)
        if echo and name.rpartition(".")[2] in _TOLD:
            how = read.echoes.get(f"{name} read", "")
            around.tell(safe(f"talks-tui: {name} = {echo}{', ' if how else ''}{how}"))
    say_written(receipt.sentence, asked, around)


_TOLD = ("window", "said", "figure", "published", "known")
"""Fields whose understanding is said, as it may be another than was meant."""


def _listed(kind: str) -> Iterator[str]:
    """List the fields of a kind."""
    form = FORMS[kind]
    yield f"{kind}: {form.about}"
    if kind not in ("claim", "report"):
        yield f"  {LABEL:<18} its label (default: the next free one)"
    for field in form.fields:
        needed = "*" if field.required else " "
        yield f"  {field.name:<18}{needed}{hint_of(field)}"
    yield "* cannot be empty. Dates in words are read against the day of the source in `at`."


def _standing(held: Held) -> Iterator[str]:
    """List what a thing says now, field by field."""
    from tui.forms.texts import text_of

    yield f"{held.label} {held.kind}"
    for field in FORMS[held.kind].fields:
        if not field.part:
            fixed = "  (fixed)" if field.fixed else ""
            yield f"  {field.name}={text_of(field, held.fields)}{fixed}"
