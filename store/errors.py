"""Errors fit to show: one sentence each, with an exit code by kind."""

from __future__ import annotations


class TalksError(Exception):
    """Anything that a person can be told in one sentence. `code` is the exit code of the command line."""

    code = 1


class UsageError(TalksError):
    """The words of a command do not make sense: a bad date, an unknown state, a missing argument."""

    code = 2


class FieldsError(UsageError):
    """Fields of a thing that cannot be taken; nothing was written. `errors` holds a sentence for each by its name."""

    def __init__(self, errors: dict[str, str], *, unknown: bool = False) -> None:
        """Keep every sentence; `unknown` says that each is about something the record does not hold."""
        self.errors = errors
        self.code = UnknownError.code if unknown else UsageError.code
        super().__init__("; ".join(f"{name}: {words}" if name else words for name, words in errors.items()))


class UnknownError(TalksError):
    """Something was named that the record does not hold."""

    code = 3


class PlaceError(TalksError):
    """A path is missing, unreadable, unwritable, or already taken."""

    code = 4


class StoreError(TalksError):
    """The file is no store, is damaged, or was written by a newer version."""

    code = 5


class BusyError(TalksError):
    """Another process keeps the store locked."""

    code = 6


class ConflictError(TalksError):
    """Somebody else changed the thing meanwhile; nothing was written."""

    code = 7


class RecordError(TalksError):
    """Lines of a record that cannot be taken; nothing was written. `problems` holds one sentence a line."""

    code = 8

    def __init__(self, problems: list[str]) -> None:
        """Keep every problem; the message shows the first few."""
        self.problems = problems
        shown = "\n".join(problems[:20])
        more = f"\n(and {len(problems) - 20} more)" if len(problems) > 20 else ""
        super().__init__(f"nothing was imported:\n{shown}{more}")
