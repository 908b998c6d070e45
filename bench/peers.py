"""What people would use instead: installed beside this project when asked, started with little data of their own."""

from __future__ import annotations

import csv
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.probe import READY, Probe, ProbeError, median
from bench.processes import HOME, paired, program
from bench.screens import FILLED
from bench.stores import built
from bench.table import Figure, not_measured

_ROOM = HOME / "peers"
_BIN = _ROOM / "env" / "bin"
_DATA = _ROOM / "data"
_PACKAGES = ("kanban-tui", "dooit", "harlequin", "visidata", "litecli")
_TIMEOUT = "40"


@dataclass(frozen=True, slots=True)
class Peer:
    """A program to compare with."""

    name: str
    words: tuple[str, ...]
    until: str
    """What its first useful screen shows."""
    quit: str


def figures(probe: Probe | str, times: int) -> list[Figure]:
    """Time the start of every peer, and of ours on the smallest store, against the floor in one run."""
    if isinstance(probe, str):
        return [not_measured("other programs", "", probe)]
    _data()
    ours = Peer("talks-tui", (*program(), "--store", str(built(100).path)), FILLED, "q")
    return [_figure(probe, peer, times) for peer in (ours, *_installed(), _taskwarrior())]


def _installed() -> list[Peer]:
    database, sheet = str(_DATA / "rows.db"), str(_DATA / "rows.csv")
    return [
        Peer("kanban-tui", (str(_BIN / "ktui"), "demo"), r"(?i)doing", "<c-q>"),
        Peer("dooit", (str(_BIN / "dooit"),), r"(?i)dooit|workspace|NORMAL|todo", "<c-q>"),
        Peer("harlequin", (str(_BIN / "harlequin"), "-a", "sqlite", database), r"(?i)Data Catalog", "<c-q>"),
        Peer("visidata", (str(_BIN / "vd"), sheet), r"what 7", "gq"),
        Peer("litecli", (str(_BIN / "litecli"), database), r"rows\.db>", "<c-d>"),
    ]


def _taskwarrior() -> Peer:
    return Peer("taskwarrior", (shutil.which("task") or "task", "rc.confirmation=off", "list"), "", "")


def _figure(probe: Probe, peer: Peer, times: int) -> Figure:
    command = Path(peer.words[0])
    if not command.exists() and shutil.which(peer.words[0]) is None:
        why = _install() if command.is_relative_to(_ROOM) else "it is not on the path"
        if why or not command.exists():
            return not_measured(peer.name, "", why or f"its package brings no command {command.name}")
    if not peer.until:
        return _whole_run(peer)
    home = ["--env", f"HOME={_DATA}", "--env", f"XDG_CONFIG_HOME={_DATA}", "--env", f"XDG_DATA_HOME={_DATA}"]
    options = ["-n", str(times), "--timeout", _TIMEOUT, *home, "--quit-a", "q", "--quit-b", peer.quit]
    try:
        pair = probe.pair(READY, peer.words, peer.until, options)
    except ProbeError as error:
        return not_measured(peer.name, "", str(error))
    memory = median(pair.ours, "hwm_mb")
    note = f"{memory:,.0f} MB" if memory else ""
    return Figure(peer.name, "", median(pair.ours, "paint_ms"), "ms", pair.ratio("paint_ms"), "F", note=note)


def _whole_run(peer: Peer) -> Figure:
    """Time a program that prints and ends, in a home of its own."""
    home = ("env", f"HOME={_DATA}", f"TASKDATA={_DATA / 'tasks'}", f"TASKRC={_DATA / 'taskrc'}")
    seconds, ratio, _ = paired((*home, *peer.words), (sys.executable, "-c", "pass"), 5)
    return Figure(peer.name, "", 1000 * seconds, "ms", ratio, "× python", note="prints and ends")


def _install() -> str:
    """Install the peers from the package index; return why that failed, or ""."""
    if not _BIN.exists():
        subprocess.run([sys.executable, "-m", "venv", str(_BIN.parent)], check=True)
    failed = [name for name in _PACKAGES if _pip(name)]
    return f"could not be installed: {', '.join(failed)}" if failed else ""


def _pip(package: str) -> int:
    words = [str(_BIN / "python"), "-m", "pip", "--disable-pip-version-check", "--no-input", "-qq", "install", package]
    return subprocess.run(words, stdout=subprocess.DEVNULL).returncode


def _data(rows: int = 100) -> None:
    """Make the little data that the peers are started with."""
    _DATA.mkdir(parents=True, exist_ok=True)
    (_DATA / "taskrc").touch()
    lines: Sequence[tuple[int, str, str]] = [(n, f"what {n}", f"2026-01-{1 + n % 28:02}") for n in range(rows)]
    with (_DATA / "rows.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "what", "due"))
        writer.writerows(lines)
    database = _DATA / "rows.db"
    database.unlink(missing_ok=True)
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE commitments (id INTEGER PRIMARY KEY, what TEXT, due TEXT)")
    connection.executemany("INSERT INTO commitments VALUES (?, ?, ?)", lines)
    connection.commit()
    connection.close()
