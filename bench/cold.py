"""The first launch of a day: the store is on the disk, and nothing of it in memory."""

from __future__ import annotations

import ctypes
import mmap
import os
from pathlib import Path

from bench.numbers import paired_ratio, sample
from bench.probe import Probe, ProbeError
from bench.stores import Built, copied, discard
from bench.table import Figure, figure, not_measured
from bench.visits import Visit, dashboard, look_in


def figures(probe: Probe, store: Built, launches: int) -> list[Figure]:
    """Launch on a copy that the system keeps in memory, and on the same one dropped from it, in turns."""
    path = copied(store, "cold")
    cold: list[Visit] = []
    warm: list[Visit] = []
    left = 0.0
    _read(path)
    try:
        for turn in range(launches):
            for kind in (warm, cold) if turn % 2 else (cold, warm):
                if kind is cold:
                    left = max(left, _dropped(path))
                else:
                    _read(path)
                kind.append(look_in(probe, dashboard("", path)))
    except (ProbeError, OSError) as error:
        return [not_measured("cold", store.name, str(error))]
    finally:
        discard(path)
    note = f"against the same store in memory; at most {left:.0f} % of it was still there"
    rows = []
    for what, pick in (("cold: first paint", "paint"), ("cold: first key answered", "first_key")):
        before, after = [getattr(visit, pick) for visit in warm], [getattr(visit, pick) for visit in cold]
        rows.append(
            figure(
                what, store.name, "ms", sample(after), ratio=paired_ratio(before, after), against="× warm", note=note
            )
        )
        note = ""
    return rows


def _read(path: Path) -> None:
    """Take a file into memory."""
    with path.open("rb") as file:
        while file.read(1 << 20):
            pass


def _dropped(path: Path) -> float:
    """Write a file out and drop it from memory. Returns how much of it is still there, in percent."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        size = path.stat().st_size
        with mmap.mmap(file.fileno(), size, access=mmap.ACCESS_COPY) as mapped:
            pages = (ctypes.c_ubyte * ((size + mmap.PAGESIZE - 1) // mmap.PAGESIZE))()
            first = ctypes.c_char.from_buffer(mapped)
            asked = ctypes.CDLL(None, use_errno=True).mincore(
                ctypes.c_void_p(ctypes.addressof(first)), ctypes.c_size_t(size), pages
            )
            del first
    if asked:
        raise OSError(ctypes.get_errno(), "cannot ask which pages are in memory")
    return 100 * sum(page & 1 for page in pages) / len(pages)
