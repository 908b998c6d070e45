"""The command that corrects the day on which a source was published, with the windows that hung on it."""

from __future__ import annotations

from store.domain.redating import NewDay
from store.domain.requests import BoardQuery
from store.domain.typed import TYPE_CHECKING
from store.domain.words import DayBasis
from store.errors import UsageError
from tui.commandline.opening import author_of, open_store, say_written
from tui.commandline.values import word_of
from tui.publication import read_published

if TYPE_CHECKING:
    from store.domain.redating import Redating
    from store.repository import Repository
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings


def redate(asked: Asked, around: Surroundings) -> int:
    """Print what the new day moves and what it leaves; save it where somebody says yes.

    Raises UnknownError, UsageError, ConflictError; UsageError also where nobody said yes.
    """
    if asked.json and not (asked.yes or asked.dry_run):
        raise UsageError("--json goes with --yes, or with --dry-run: nobody can be asked in between")
    author = author_of(asked, around)
    with open_store(asked, around) as repository:
        new = _new_day(asked, repository, around)
        found = repository.redating(new)
        if not asked.json:
            _show(found, around)
        if not (asked.dry_run or _agreed(asked, around)):
            raise UsageError("nothing was saved: repeat it with --yes to save it")
        receipt = None if asked.dry_run else repository.redate(new._replace(seen=found), author)
    if asked.json:
        from tui.report.redating import redating_text

        entry = receipt.entry.id if receipt else None
        around.say(redating_text(found, entry, ascii_only=not around.unicode))
    elif receipt is None:
        around.say("nothing was saved (--dry-run)")
    else:
        say_written(receipt.sentence, asked, around)
    return 0


def _agreed(asked: Asked, around: Surroundings) -> bool:
    return bool(asked.yes) or around.ask("Save it so? y/N")


def _show(found: Redating, around: Surroundings) -> None:
    from tui.report.paint import paint
    from tui.report.redating import redating_lines

    paint(redating_lines(found), around)
    around.out.flush()


def _new_day(asked: Asked, repository: Repository, around: Surroundings) -> NewDay:
    """Return the correction that was typed; words for a day are read against the day the source has."""
    evidence = repository.evidence(asked.source.strip(), BoardQuery(around.today, size=1))
    if evidence.kind != "source":
        raise UsageError(f"{evidence.subject} is a {evidence.kind}: only a source has a day of publication")
    source = evidence.sources[evidence.subject]
    read = read_published(" ".join(asked.day), source.published)
    if read.day is None:
        raise UsageError(read.refusal)
    return NewDay(
        source=source.label,
        day=read.day,
        why=asked.why.strip() or None if asked.why is not None else None,
        basis=word_of(DayBasis, asked.basis, "basis") if asked.basis is not None else None,
        keep=tuple(dict.fromkeys(label.strip() for label in asked.keep or ())),
    )
