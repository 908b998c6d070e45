"""Stores of any size, made once through the program's own import and kept until the record or the schema changes."""

from __future__ import annotations

import json
import shutil
import sys
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bench.processes import HOME, ROOT, program, run, run_watched
from bench.table import Figure, Goal, figure, not_measured
from fixtures import large

SEED = 1
_MAKERS = ("fixtures/*.py", "store/migrations/*.py")
_GOAL_SIZE, _GOAL_SECONDS = 1_000_000, 90.0
_TALKATIVE = 10.0
"""Seconds of import from which progress must show."""


@dataclass(frozen=True, slots=True)
class Built:
    """A store, and what making it took."""

    size: int
    path: Path
    seconds: float
    cpu: float
    """Seconds computed."""
    peaks: list[float]
    """Most memory of all its processes in each tenth of the import, in MB."""
    updates: int
    silence: float
    """Longest time without a word on the progress, in seconds."""
    lines: int
    lines_mb: float
    """The size of the text that was imported."""
    lines_seconds: float
    """What making that text took."""

    @property
    def name(self) -> str:
        """The size, to be read."""
        return f"{self.size:,}"

    @property
    def megabytes(self) -> float:
        """The size of its file."""
        return self.path.stat().st_size / 1e6


def copied(store: Built, purpose: str) -> Path:
    """Copy a store for writing; the copy before it, of any size, is replaced."""
    target = HOME / f"copy-{purpose}.db"
    discard(target)
    return Path(shutil.copy(store.path, target))


def discard(path: Path) -> None:
    """Remove a store with what lies beside it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def built(size: int, *, fresh: bool = False) -> Built:
    """Return the store of a size, making it where there is none yet. Raises SystemExit where the import fails."""
    folder = HOME / "stores" / f"{size}-{_digest()}"
    made = folder / "made.json"
    path = folder / "talks.db"
    if fresh or not made.exists():
        for old in folder.parent.glob(f"{size}-*"):
            shutil.rmtree(old)
        folder.mkdir(parents=True)
        _make(size, folder, path)
    return Built(size=size, path=path, **json.loads(made.read_text(encoding="utf-8")))


def seed_store() -> Path:
    """Return a store with the seed record, made anew."""
    path = HOME / "stores" / "seed.db"
    path.parent.mkdir(parents=True, exist_ok=True)
    discard(path)
    done = run([*program(), "new", "--seed", str(path)])
    if done.code:
        raise SystemExit(f"the store with the seed record could not be made (exit {done.code}):\n{done.out}")
    return path


def _make(size: int, folder: Path, path: Path) -> None:
    lines = folder / "lines.jsonl"
    began, count = time.perf_counter(), 0
    with lines.open("w", encoding="utf-8") as file:
        for line in large.record(size, SEED):
            file.write(f"{line}\n")
            count += 1
    written = time.perf_counter() - began
    sys.stderr.write(f"bench: importing {count:,} lines …\n")
    lines_mb = lines.stat().st_size / 1e6
    taken, seen = run_watched([*program(), "new", str(path), str(lines)])
    lines.unlink()
    if taken.code:
        raise SystemExit(f"the store of {size:,} could not be made (exit {taken.code}):\n{taken.out}")
    found = {
        "seconds": taken.seconds, "cpu": taken.cpu, "peaks": list(seen.peaks), "updates": seen.updates,
        "silence": seen.silence, "lines": count, "lines_mb": lines_mb, "lines_seconds": written,
    }  # fmt: skip
    (folder / "made.json").write_text(json.dumps(found), encoding="utf-8")


def _digest() -> str:
    """Name what stores follow from: the generator and the schema."""
    found = sha256(str(SEED).encode())
    for pattern in _MAKERS:
        for file in sorted(ROOT.glob(pattern)):
            found.update(file.read_bytes())
    return found.hexdigest()[:10]


def figures(store: Built, least: Built) -> list[Figure]:
    """List what making a store took; where the import was too short to show its memory, that is left out."""
    seconds = Goal(_GOAL_SECONDS if store.size >= _GOAL_SIZE else None)
    note = (
        f"{store.lines:,} lines of {store.lines_mb:,.1f} MB, made in {store.lines_seconds:,.1f} s; "
        f"{store.lines / store.seconds:,.0f} lines and {store.size / store.seconds:,.0f} commitments a second; "
        f"{store.cpu:,.1f} s computing; store {store.megabytes:,.1f} MB"
    )
    found = [figure("import", store.name, "s", store.seconds, seconds, note=note)]
    if not store.peaks:
        return [*found, not_measured("import: peak memory", store.name, "it was over before a look")]
    peak = max(store.peaks)
    tenths = "in each tenth: " + " ".join(f"{part:,.0f}" for part in store.peaks) + " MB"
    if store is least or not least.peaks:
        found.append(figure("import: peak memory", store.name, "MB", peak, note=tenths))
    else:
        flat = Goal(ratio=1.5)
        grown = peak / max(least.peaks)
        found.append(
            figure("import: peak memory", store.name, "MB", peak, flat, ratio=grown, against="× least", note=tenths)
        )
    if store.seconds > _TALKATIVE:
        said = f"{store.updates} words on how far it is"
        found.append(figure("import: longest silence", store.name, "s", store.silence, Goal(5), note=said))
    return found
