"""What people would use instead: installed when asked, measured in turns with the floor, like ours."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench import looks, peer_data
from bench.numbers import paired_ratio, sample
from bench.peer_data import TITLE, Place, made
from bench.probe import Launched, Look, Probe, ProbeError
from bench.processes import HOME, paired, program
from bench.stores import built
from bench.table import Figure, figure, not_measured

SIZES = (100, 1_000_000)
_ROOM = HOME / "peers"
_PATIENCE = 60.0
"""Seconds within which a program must show what it has; what takes longer is not measured."""
_STROKES = 10
_LETTER = "s"
_SECOND_ROW = TITLE.format(1)


class Peer(NamedTuple):
    """A program to compare with."""

    name: str
    words: tuple[str, ...]
    """`{env}` and `{home}` stand for its folders."""
    until: Look | str
    """What its first useful screen shows."""
    key: str
    """What is struck: down in the list, or a letter where the program is a line to type into."""
    quit: tuple[str, ...]
    make: peer_data.Maker = peer_data.nothing
    most: int = 1_000_000
    """The most rows that it has been seen to show within a minute."""
    before: tuple[tuple[str, str], ...] = ()
    """Keys that lead into the list, each with what it shows; their time is part of the first paint."""


PEERS = (
    Peer("visidata", ("{env}/vd", "{home}/rows.db"), "commitments", "<down>", ("gq",), peer_data.table,
         before=(("<enter>", _SECOND_ROW),)),
    Peer("litecli", ("{env}/litecli", "{home}/rows.db"), r"rows\.db>", _LETTER, ("<c-c>", "<c-d>"), peer_data.table),
    Peer("harlequin", ("{env}/harlequin", "--locale", "C", "-a", "sqlite", "{home}/rows.db"), "Data Catalog", _LETTER,
         ("<c-q>",), peer_data.table),
    Peer("dooit", ("{env}/dooit", "--db", "{home}/dooit.db"), "bench", "j", ("<c-q>",), peer_data.todos, 10_000,
         before=(("j", _SECOND_ROW), ("<tab>", ""))),
    Peer("kanban-tui", ("{env}/ktui", "demo"), "Task_green_ready", "<down>", ("<c-q>",), most=15),
)  # fmt: skip


class _Start(NamedTuple):
    """What one launch came to, in milliseconds and MB."""

    paint: float
    key: float | None
    memory: float
    quit: float | None


def tables(probe: Probe | str, sizes: Sequence[int], times: int, idle: float) -> Iterator[tuple[str, list[Figure]]]:
    """Measure every program, with as many rows as each bears, in turns with the floor; the same for ours."""
    ready = {peer.name: _installed(peer.name) for peer in PEERS}
    for place, size in enumerate(sizes):
        rows = []
        if isinstance(probe, str):
            rows.append(not_measured("programs on a screen", "", "needs the probe"))
        else:
            ours = Peer(
                "talks-tui", (*program(), "--store", str(built(size).path)), looks.FILLED, "<down>", ("q",),
            )  # fmt: skip
            rows += _measured(probe, ours, size, times, idle)
            for peer in PEERS:
                if ready[peer.name]:
                    rows.append(not_measured(peer.name, "", ready[peer.name]))
                elif place == 0 or min(size, peer.most) > sizes[place - 1]:
                    rows += _measured(probe, peer, min(size, peer.most), times, idle)
        rows += _taskwarrior(min(size, 10_000), times) if place < 2 else []
        yield f"Beside other programs, {size:,} rows or what they bear", rows


def _installed(name: str) -> str:
    """Install a program into its own environment; return why that failed, or ""."""
    folder = _ROOM / name
    if not (folder / "installed").exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "--no-input", "-qq"]
        done = subprocess.run([*pip, "--retries", "0", "install", name], capture_output=True, text=True)
        if done.returncode:
            return f"could not be installed: {' '.join(done.stderr.split()[-20:])}"
        (folder / "installed").touch()
    return ""


def _measured(probe: Probe, peer: Peer, size: int, times: int, idle: float) -> list[Figure]:
    place = Place(_ROOM / peer.name / "home", _ROOM / peer.name / "bin")
    name = f"{size:,}"
    try:
        made(place, size, peer.make)
        base, ours = _in_turns(probe, peer, place, times)
        share = _idle(probe, peer, place, min(idle, 10))
    except (ProbeError, OSError, subprocess.TimeoutExpired) as error:
        return [not_measured(peer.name, name, f"{error}; waited {_PATIENCE:g} s")]
    finally:
        shutil.rmtree(place.home, ignore_errors=True)
    paint, key = [one.paint for one in ours], [one.key for one in ours]
    return [
        figure(f"{peer.name}: first paint", name, "ms", sample(paint), ratio=paired_ratio(base, paint), against="F"),
        figure(f"{peer.name}: key", name, "ms", sample(key), note="typing a letter" if peer.key == _LETTER else ""),
        figure(f"{peer.name}: peak memory", name, "MB", sample([one.memory for one in ours])),
        figure(f"{peer.name}: idle CPU", name, "%", share),
        figure(f"{peer.name}: quit", name, "ms", sample([one.quit for one in ours])),
    ]


def _in_turns(probe: Probe, peer: Peer, place: Place, times: int) -> tuple[list[float], list[_Start]]:
    """Launch the floor and a program, every second time the other way round; the first launches do not count."""
    base, ours = [], []
    failed: ProbeError | None = None
    for turn in range(-1, times):
        first = _floor(probe) if turn % 2 else None
        try:
            start = _start(probe, peer, place)
        except ProbeError as error:
            failed = error
            continue
        paint = first if first is not None else _floor(probe)
        if turn >= 0:
            base.append(paint)
            ours.append(start)
    if failed and not ours:
        raise failed
    return base, ours


def _words(peer: Peer, place: Place) -> list[str]:
    return [word.format(env=place.env, home=place.home) for word in peer.words]


def _enter(launched: Launched, peer: Peer) -> float:
    """Wait for the first useful screen and go to the list; return the milliseconds of both together."""
    taken = launched.shown(peer.until, _PATIENCE)
    for keys, shows in peer.before:
        launched.still()
        stroke = launched.strike(keys, shows or None, _PATIENCE)
        taken += stroke.first if stroke and shows else 0
    launched.still()
    return taken


def _start(probe: Probe, peer: Peer, place: Place) -> _Start:
    with probe.launch(_words(peer, place), place.settings) as launched:
        paint = _enter(launched, peer)
        strokes = [launched.strike(peer.key) for _ in range(_STROKES)]
        key = sample([stroke.first if stroke else None for stroke in strokes])
        return _Start(paint, key and key.median, launched.memory(), launched.quit(*peer.quit))


def _floor(probe: Probe) -> float:
    with probe.launch(probe.floor_words) as launched:
        paint = launched.shown(looks.FLOOR)
        launched.quit("q")
        return paint


def _idle(probe: Probe, peer: Peer, place: Place, seconds: float) -> float:
    """Return the part of a processor that it takes when nobody touches it, in percent."""
    with probe.launch(_words(peer, place), place.settings) as launched:
        _enter(launched, peer)
        launched.still(2)
        before = launched.cpu()
        launched.watch(seconds)
        share = (launched.cpu() - before) / (10 * seconds)
        launched.quit(*peer.quit)
        return share


def _taskwarrior(size: int, times: int) -> list[Figure]:
    """Time whole runs of taskwarrior: a list, and a status set, which is what its users wait for."""
    name, command = f"{size:,}", shutil.which("task")
    if command is None:
        return [not_measured("taskwarrior", name, "not on the path (apt install taskwarrior)")]
    place = Place(_ROOM / "taskwarrior" / "home", Path(command).parent)
    made(place, size, peer_data.tasks)
    home = ["env", *(f"{setting}={value}" for setting, value in place.settings.items()), command]
    floor = (sys.executable, "-c", "pass")
    ways = {
        "taskwarrior: list limit:20": [[*home, "list", "limit:20"]],
        "taskwarrior: ID modify": [[*home, "17", "modify", f"priority:{value}"] for value in "HL"],
    }
    rows = []
    for what, words in ways.items():
        runs = paired(words, floor, times)
        failed = f"exit {runs.failed.code}: {' '.join(runs.failed.out.split()[-20:])}" if runs.failed else ""
        row = figure(what, name, "ms", runs.wall, ratio=runs.ratio, against="× python", note="prints and ends")
        rows.append(not_measured(what, name, failed) if failed else row)
    shutil.rmtree(place.home)
    return rows
