"""Things of every kind as tests add and edit them by hand on the seed record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from store.domain.records import Edit, NewRecord
from tests.store.records import ANA

if TYPE_CHECKING:
    from store.domain.requests import Author, Receipt
    from store.repository import Repository

ADDED: dict[str, dict[str, Any]] = {
    "claim": {"about": "C10", "measure": "cumulative", "figure": "~900", "at": "000:5", "strength": "article"},
    "signal": {
        "track": "IST25", "round": "R3", "about": "round", "modality": "expected", "at": "000:5", "strength": "quote",
        "by": "peskov", "window": "2025-07-01/2025-07-10", "phrase": "early July", "rule": "by hand",
    },
    "commitment": {
        "track": "IST25", "round": "R2", "from": "RU", "to": "UA", "category": "children", "what": "Children",
        "unit": "children", "owed.figure": "~300", "owed.at": "000:5", "owed.instrument": "agreed",
        "owed.recognised_by": ["RU", "UA"], "owed.strength": "article",
    },
    "round": {
        "track": "IST25", "kind": "round", "ordinal": 4, "name": "Fourth round", "report.at": "000:5",
        "report.state": "expected", "report.strength": "article",
    },
    "report": {"round": "R3", "state": "postponed", "at": "000:5", "strength": "article"},
    "exchange": {
        "track": "IST25", "name": "Swap", "legs": [{"from": "RU", "to": "UA", "category": "remains"}],
        "serves": ["C09"], "said.event": "announced", "said.at": "000:5",
    },
    "gate": {
        "track": "IST25", "round": "R3", "holds": "round", "mode": "any_of", "requires": ["C09", "C10"],
        "condition": "Remains first", "testable": True, "at": "000:5", "strength": "article",
    },
    "position": {
        "actor": "UA", "topic": "ceasefire", "stance": "demands", "summary": "A truce", "at": "000:5",
        "strength": "article", "track": "IST25",
    },
    "source": {"title": "A dispatch", "published": "2025-07-02", "basis": "stated"},
    "actor": {"name": "Olena Petrenko", "kind": "person", "role": "witness", "aliases": ["O. Petrenko"]},
    "track": {"name": "Other talks", "parties": ["RU", "US"], "mediators": ["TR"]},
}  # fmt: skip
"""What is added of each kind."""

EDITED: dict[str, tuple[str, dict[str, Any]]] = {
    "claim": ("D1", {"figure": "6061", "note": None}),
    "signal": ("S8", {"modality": "hoped", "by": "putin"}),
    "commitment": ("C09", {"what": "Fallen soldiers", "category": "civilians", "to": "TR", "needs": ["C03"]}),
    "round": ("R3", {"name": "The third", "ordinal": 5}),
    "report": ("R1@003:33", {"place": "Ankara"}),
    "exchange": ("E2", {"serves": ["C09"], "place": "Novaya Guta", "legs": None}),
    "gate": ("G1", {"requires": ["C09"], "mode": "any_of", "at": "001:2"}),
    "position": ("P01", {"stance": "urges", "at": "001:2"}),
    "source": ("000", {"title": "On hold", "origin": "elsewhere"}),
    "actor": ("RU", {"aliases": ["Moskva"], "name": "Russian side"}),
    "track": ("IST25", {"name": "Istanbul", "mediators": ["US", "TR"]}),
}
"""What is edited of a thing of each kind, as the form would hand it over."""


def added(repository: Repository, kind: str, author: Author = ANA, /, **more: Any) -> Receipt:
    """Add something of a kind."""
    fields = {**ADDED[kind], **{key.rstrip("_"): value for key, value in more.items()}}
    return repository.records.add(NewRecord(kind, fields), author)


def edited(repository: Repository, label: str, author: Author = ANA, /, **changed: Any) -> Receipt:
    """Edit something, as it is seen now."""
    return repository.records.edit(
        Edit(repository.records.held(label), {key.rstrip("_"): value for key, value in changed.items()}), author
    )  # fmt: skip
