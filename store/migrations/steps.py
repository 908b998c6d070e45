"""The names of the steps, in order; kept apart so that opening a store needs no migration machinery."""

from __future__ import annotations

STEPS = ("0001_record", "0002_days", "0003_bounded")
"""Every step that this version knows."""
