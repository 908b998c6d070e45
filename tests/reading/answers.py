"""Compares what was read from a text with the answers beside it: how much was found, and how much is right."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

Record = dict[str, Any]
DISPATCHES = Path(__file__).parents[2] / "fixtures" / "dispatches"
KINDS = ("rounds", "commitments", "exchanges", "date_signals", "positions")


class Score(NamedTuple):
    """How a reading compares with the answers, of one kind of record."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was proposed that is right; 1 where nothing was."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what was asked for that was found; 1 where nothing was."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def plus(self, other: Score) -> Score:
        """Return both together."""
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)


def dispatches() -> Iterator[tuple[str, Record]]:
    """Yield the texts of our own with their answers, in order."""
    for path in sorted(DISPATCHES.glob("*.json")):
        yield path.with_suffix(".txt").read_text("utf-8"), json.loads(path.read_text("utf-8"))


def score(kind: str, answers: list[Record], proposed: list[Record]) -> Score:
    """Compare records of one kind; optional answers are neither reward nor fault."""
    alike, used, right, asked = _ALIKE[kind], set[int](), 0, 0
    for answer in sorted(answers, key=lambda record: bool(record.get("optional"))):
        hits = [at for at, record in enumerate(proposed) if at not in used and alike(answer, record)]
        used.update(hits[: 2 if answer.get("reciprocal") else 1])
        if not answer.get("optional"):
            asked += 1
            right += bool(hits)
    return Score(right, len(proposed) - len(used), asked - right)


def _within(window: list[str | None], found: list[str | None]) -> bool:
    low, high = window
    first, last = found[0] or found[1], found[1] or found[0]
    if low is None and high is None:
        return first is None
    if first is None or last is None:
        return False
    return all((low is None or day >= low) and (high is None or day <= high) for day in (first, last))


def _ends(answer: Record, record: Record) -> bool:
    def alike(one: str | None, other: str | None) -> bool:
        return not one or not other or one.casefold() == other.casefold()

    straight = alike(answer["from"], record["from"]) and alike(answer["to"], record["to"])
    turned = alike(answer["from"], record["to"]) and alike(answer["to"], record["from"])
    return straight or (bool(answer.get("reciprocal")) and turned)


def _commitment(answer: Record, record: Record) -> bool:
    wanted, found = answer["quantity"], record["quantity"]
    same = found["value"] == wanted["value"] or (wanted["value"] is None and wanted["comparator"] == "all")
    words, others = (set((one.get("qualifier") or "").casefold().split()) for one in (answer, record))
    shared = not words or not others or (words & others) - {"and", "or", "of", "the", "to"}
    return answer["kind"] == record["kind"] and same and bool(shared) and _ends(answer, record)


def _exchange(answer: Record, record: Record) -> bool:
    window = answer.get("accept_date") or [answer["date"]["start"], answer["date"]["end"]]
    same = answer["kind"] == record["kind"] and answer["count"] == record["count"] and _ends(answer, record)
    return same and _within(window, [record["date"]["start"], record["date"]["end"]])


def _round(answer: Record, record: Record) -> bool:
    day = answer["date_start"] or answer["date_end"]
    found = record["date_start"] or record["date_end"]
    if day:
        return _within([day, answer["date_end"]], [found, found])
    if answer.get("date_window"):
        return not found or _within(answer["date_window"], [found, found])
    places = [one.casefold()[:5] for one in (answer["place"], record["place"]) if one]
    return not found and len(set(places)) <= 1


def _signal(answer: Record, record: Record) -> bool:
    window = answer.get("accept_window") or [answer["window"]["start"], answer["window"]["end"]]
    found = [record["window"]["start"], record["window"]["end"]]
    if answer.get("accept_window_end") and found[1]:
        return answer["about"] == record["about"] and _within(answer["accept_window_end"], [found[1], found[1]])
    return answer["about"] == record["about"] and _within(window, found)


def _position(answer: Record, record: Record) -> bool:
    return all(answer[key].casefold() == record[key].casefold() for key in ("holder", "stance"))


_ALIKE: dict[str, Callable[[Record, Record], bool]] = {
    "rounds": _round,
    "commitments": _commitment,
    "exchanges": _exchange,
    "date_signals": _signal,
    "positions": _position,
}
