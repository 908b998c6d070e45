"""The notices as one JSON object; commitments and rounds have the shape they have on the board."""

from __future__ import annotations

from store.domain.notices import Notices
from store.domain.typed import TYPE_CHECKING
from tui.evidence_json import plain
from tui.status_json import as_json, round_value, standing_value

if TYPE_CHECKING:
    from typing import Any


def notices_text(found: Notices, *, ascii_only: bool = False) -> str:
    """Write the notices as one JSON object, a key a line."""
    since = found.since
    value: dict[str, Any] = {
        "as_of": found.day.isoformat(),
        "due": [standing_value(standing) for standing in found.due],
        "coming": [
            {"what": coming.what, "first": plain(coming.first), "last": plain(coming.last),
             "round": round_value(coming.standing)}
            for coming in found.coming
        ],
        "overdue": [standing_value(standing) for standing in found.overdue],
        "more_overdue": found.more_overdue,
        "since": {**plain(since), "anything": since.anything} if since is not None else None,
    }  # fmt: skip
    pairs = (f'  "{key}": {as_json(held, ascii_only=ascii_only)}' for key, held in value.items())
    return "{\n" + ",\n".join(pairs) + "\n}"
