"""The names of the steps, in order; kept apart so that opening a store needs no migration machinery."""

from __future__ import annotations

STEPS = (
    "0001_record", "0002_days", "0003_bounded", "0004_inbox", "0005_edits", "0006_filters", "0007_clauses",
)  # fmt: skip
"""Every step that this version knows."""

BESIDE = ("0004_inbox", "0005_edits", "0007_clauses")
"""Steps that touch nothing of what is derived from the record, so that it need not be filled anew after them."""
