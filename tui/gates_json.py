"""The gate board as one JSON object: every blocker with its state on every reading, and why."""

from __future__ import annotations

from store.domain.blocking import Blocker, GateBoard, GateGroup, HeldBack
from store.domain.board import Board
from store.domain.typed import TYPE_CHECKING
from tui.blocking_words import far_words, reasons
from tui.status_json import as_json, quantity_value

if TYPE_CHECKING:
    from typing import Any

    Json = dict[str, Any]


def gates_text(found: GateBoard, board: Board, *, ascii_only: bool = False) -> str:
    """Write the gates, a key a line; states stand under the names of the readings."""
    held = [
        {
            "track": one.track.label,
            "round": one.round.label if one.round else None,
            "state": one.standing.state.value if one.standing else None,
            "readings": [reading.name for reading in one.readings],
            "groups": [_group(one, group, board) for group in one.groups],
        }
        for one in found.held
    ]
    value: Json = {"as_of": board.moment.day.isoformat(), "reading": board.reading.name, "held": held}
    pairs = (f'  "{key}": {as_json(part, ascii_only=ascii_only)}' for key, part in value.items())
    return "{\n" + ",\n".join(pairs) + "\n}"


def _group(held: HeldBack, group: GateGroup, board: Board) -> Json:
    names = [reading.name for reading in held.readings]
    return {
        "gates": [
            {
                "id": gate.label,
                "holds": gate.holds,
                "condition": gate.condition,
                "speaker": gate.cite.speaker,
                "strength": gate.cite.strength.value,
                "locator": gate.cite.locator,
            }
            for gate in group.gates
        ],
        "mode": group.mode.value,
        "testable": group.testable,
        "states": {name: state.value for name, state in zip(names, group.states, strict=True)},
        "commitments": [_blocker(held, blocker, names, board) for blocker in group.blockers],
    }


def _blocker(held: HeldBack, blocker: Blocker, names: list[str], board: Board) -> Json:
    standing = blocker.standing
    return {
        "id": blocker.label,
        "what": standing.commitment.what if standing else None,
        "debtor": standing.commitment.debtor if standing else None,
        "creditor": standing.commitment.creditor if standing else None,
        "delivery": standing.delivery.value if standing else None,
        "delivered": quantity_value(standing.delivered if standing else None),
        "quantity": quantity_value(standing.terms.quantity if standing else None),
        "states": {name: verdict.value for name, verdict in zip(names, blocker.verdicts, strict=True)},
        "how_far": far_words(blocker, board.actors),
        "because": [
            {"readings": list(said), "state": verdict.value, "why": words}
            for said, verdict, words in reasons(blocker, held, board.actors)
        ],
    }
