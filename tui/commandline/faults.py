"""What went wrong, as lines for standard error."""

from __future__ import annotations

from store.errors import RecordError, TalksError
from tui.wording import safe

MOST_PROBLEMS = 20
"""Problems of a record that are listed one by one."""


def fault_lines(error: Exception) -> list[str]:
    """Say what went wrong: one line, and for a record that cannot be taken one more for each problem."""
    if isinstance(error, RecordError) and len(error.problems) > 1:
        return _problem_lines(error.problems)
    if isinstance(error, RecordError):
        return [f"talks-tui: nothing was imported: {safe(''.join(error.problems))}"]
    if isinstance(error, TalksError):
        return [f"talks-tui: {safe(str(error))}"]
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return [f"talks-tui: {safe(place + (error.strerror or str(error)))}"]
    what = safe(str(error)) or "no more is known"
    return [f"talks-tui: a fault of ours, {type(error).__name__}: {what}; TALKS_DEBUG=1 shows where"]


def _problem_lines(problems: list[str]) -> list[str]:
    lines = [f"talks-tui: nothing was imported: {len(problems):,} lines cannot be taken"]
    lines += [f"  {safe(problem)}" for problem in problems[:MOST_PROBLEMS]]
    if len(problems) > MOST_PROBLEMS:
        lines.append(f"  (and {len(problems) - MOST_PROBLEMS:,} more)")
    return lines
