"""Stores of any size, made once through the program's own import and kept until the record or the schema changes."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bench.processes import HOME, ROOT, program, run
from bench.table import Figure, at_most
from fixtures import large

SEED = 1
_MAKERS = ("fixtures/*.py", "store/migrations/*.py")
_GOAL_SIZE, _GOAL_SECONDS = 1_000_000, 90.0


@dataclass(frozen=True, slots=True)
class Built:
    """A store, and what making it took."""

    size: int
    path: Path
    seconds: float
    peak_mb: float
    lines_mb: float
    """The size of the text that was imported."""

    @property
    def name(self) -> str:
        """The size, to be read."""
        return f"{self.size:,}"

    @property
    def megabytes(self) -> float:
        """The size of its file."""
        return self.path.stat().st_size / 1e6

    def copy(self) -> Path:
        """Copy it for writing; the copy before is replaced."""
        target = HOME / f"written-{self.size}.db"
        for suffix in ("", "-wal", "-shm"):
            target.with_name(target.name + suffix).unlink(missing_ok=True)
        return Path(shutil.copy(self.path, target))


def built(size: int, *, fresh: bool = False) -> Built:
    """Return the store of a size, making it where there is none yet. Raises SystemExit where the import fails."""
    folder = HOME / "stores" / f"{size}-{_digest()}"
    made = folder / "made.json"
    path = folder / "talks.db"
    if fresh or not made.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        made.write_text(json.dumps(_make(size, folder, path)), encoding="utf-8")
    return Built(size=size, path=path, **json.loads(made.read_text(encoding="utf-8")))


def _make(size: int, folder: Path, path: Path) -> dict[str, float]:
    lines = folder / "lines.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in large.record(size, SEED))
    lines_mb = lines.stat().st_size / 1e6
    empty = run([*program(), "new", str(path)])
    taken = run([*program(), "--store", str(path), "import", str(lines)], look=True)
    lines.unlink()
    for step in (empty, taken):
        if step.code:
            raise SystemExit(f"the store of {size:,} could not be made (exit {step.code}):\n{step.out}")
    return {"seconds": taken.seconds, "peak_mb": taken.peak_mb, "lines_mb": lines_mb}


def _digest() -> str:
    """Name what stores follow from: the generator and the schema."""
    found = sha256(str(SEED).encode())
    for pattern in _MAKERS:
        for file in sorted(ROOT.glob(pattern)):
            found.update(file.read_bytes())
    return found.hexdigest()[:10]


def figures(store: Built, least: Built) -> list[Figure]:
    """List what making a store took, against the smallest one."""
    reached = store.size >= _GOAL_SIZE
    per_second = store.size / store.seconds
    grown = store.peak_mb / least.peak_mb
    return [
        Figure(
            "import", store.name, store.seconds, "s", goal="≤ 90 s at 1,000,000" if reached else "",
            met=at_most(store.seconds, _GOAL_SECONDS) if reached else None, note=f"{per_second:,.0f} commitments/s",
        ),
        Figure(
            "import, peak memory", store.name, store.peak_mb, "MB", grown, f"× {least.name}", "flat: ≤ 1.5 × smallest",
            met=None if store is least else at_most(grown, 1.5),
            note=f"{store.lines_mb:,.1f} MB of lines, store {store.megabytes:,.1f} MB",
        ),
    ]  # fmt: skip
