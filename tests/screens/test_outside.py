"""What comes from outside: hostile text, other processes, a busy store, odd terminals, the end of the program."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.domain.requests import Author, NewJudgement
from store.domain.words import Aspect
from store.repository import Repository
from tests.screens.conftest import MIDDLE, NOW, SMALL, Opener, make_app
from tui.render.frame import Pane

PAYLOADS = (
    "\x1b]52;c;aGFja2Vk\x07", "\x1b]52;c;aGFja2Vk\x1b\\", "\x1b]0;PWNED-TITLE\x1b\\",
    "\x1b]8;;http://evil\x1b\\x\x1b]8;;\x1b\\", "\x1b[2J\x1b[1;1H", "\x1b[6n", "\x9b31m", "\x00\x0e\x7f",
    "\u202eabc\u202c", "a\u200bb\ufeff", "bell\x07back\x08", "cr\rvt\x0bff\x0c", "[/]", "[@click=app.exit]x[/] [red]",
)  # fmt: skip
NAMES = ("Умєров і Кислиця", "Şükrü Çağlayangil İıĞ", "日本語の長い名前" * 12, "x" * 500, "e\u0301\u0323" * 40)


def hostile_lines(payload: str) -> list[str]:
    """Write a record in which every text is a payload."""
    facts: list[dict[str, object]] = [
        {"actor": "AA", "name": f"A {payload}", "kind": "side", "role": "party"},
        {"actor": "BB", "name": f"B {payload}", "kind": "side", "role": "party"},
        {"track": "T9", "name": f"T {payload}", "parties": ["AA", "BB"]},
        {"source": "900", "title": f"S {payload}", "publisher": payload, "origin": "900", "published": "2026-01-02",
         "window": "2026-01-02", "basis": "stated", "address": f"http://x/{payload}", "lang": "en"},
        {"round": "R91", "track": "T9", "kind": "round", "ordinal": 1, "name": f"R {payload}"},
        {"report": "R91", "state": "held", "window": "2026-01-01", "place": payload, "duration": payload,
         "outcome": payload, "strength": "article", "at": "900:1", "words": payload},
        {"round": "R92", "track": "T9", "kind": "round", "ordinal": 2, "name": payload},
        {"commitment": "C91", "track": "T9", "round": "R91", "from": "AA", "to": "BB", "category": "prisoners",
         "unit": "people", "what": f"W {payload}"},
        {"claim": "K91", "about": "C91", "measure": "owed", "figure": "100", "instrument": "agreed",
         "recognised_by": ["AA", "BB"], "strength": "quote", "by": "AA", "at": "900:2", "words": payload,
         "note": payload},
        {"claim": "K92", "about": "C91", "measure": "cumulative", "figure": "7", "strength": "article", "at": "900:3",
         "words": payload},
        {"signal": "S91", "track": "T9", "round": "R92", "about": "round", "modality": "expected", "by": "AA",
         "said": "2026-01-02", "phrase": payload, "window": "2026-02-01", "strength": "quote", "at": "900:4",
         "words": payload},
        {"gate": "G91", "track": "T9", "round": "R92", "holds": "round", "mode": "all_of", "requires": ["C91"],
         "condition": payload, "testable": True, "by": "AA", "strength": "quote", "at": "900:5", "words": payload},
    ]  # fmt: skip
    return [json.dumps(fact) for fact in facts]


def drawn(d: object) -> str:
    """Return every character of the screen, and of what lies above and below in the panes."""
    app = d.app  # type: ignore[attr-defined]
    strips = [strip.text for strip in app.screen._compositor.render_strips()]
    for pane in Pane:
        listing = app.dashboard.pane_widget(pane)
        strips.extend(listing._painter.strip(listing.sheet.line(y), 90).text for y in range(listing.sheet.height))
    return "".join(strips)


@pytest.mark.parametrize(
    ("payload", "size"), [*((text, MIDDLE) for text in (*PAYLOADS, *NAMES)), ("".join((*PAYLOADS, *NAMES)), SMALL)]
)
async def test_text_from_outside_is_drawn_literally(
    desk: Opener, store: Path, payload: str, size: tuple[int, int]
) -> None:
    with Repository.open(store) as repository:
        repository.import_lines(hostile_lines(payload), "hostile.jsonl", Author("tester", NOW))
    async with desk(size) as d:
        await d.press("slash")
        await d.type("C91")
        await d.press("enter")
        assert d.board.page.rows[0].label == "C91"
        for key in ("1", "3", "5", "2", "enter", "escape", "y", "space", "d", "escape", "escape"):
            await d.press(key)
            assert drawn(d).isprintable()
            assert {len(line) for line in d.lines} <= {size[0]} or not payload.isascii()
        assert all(strip.cell_length == size[0] for strip in d.app.screen._compositor.render_strips())
        await d.press("space", "s", "w")
        await d.press("enter")
        assert d.told[-1].replace("\n", "").isprintable()
        await d.press("ctrl+p")
        await d.type("C91")
        assert "".join(d.lines).isprintable()
        assert d.app.is_running
        assert "".join(d.app.clipboard).isprintable()


async def test_pasted_control_characters_stay_out(desk: Opener) -> None:
    from textual import events

    async with desk() as d:
        await d.press("slash")
        d.app.post_message(events.Paste("rem\x1b]52;c;x\x07ains"))
        await d.rest()
        assert "".join(d.lines).isprintable()
        assert d.board.page.filter.isprintable()


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
async def test_write_of_another_process_appears_by_itself(desk: Opener, store: Path, size: tuple[int, int]) -> None:
    async with desk(size) as d:
        await d.onto("C07")
        scroll = d.owed.top
        began = time.monotonic()
        with Repository.open(store) as other:
            other.judge(NewJudgement("C10", Aspect.DELIVERY, "refused", "told so"), Author("boris", NOW))
        await d.until(lambda: "✗" in d.row("C10"))
        assert time.monotonic() - began < 1.5
        assert d.owed.label == "C07"
        assert d.owed.top == scroll


LOCKER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.read()
"""


@contextmanager
def locked(store: Path) -> Iterator[subprocess.Popen[str]]:
    """Keep the store locked by another process until its input is closed."""
    process = subprocess.Popen(
        [sys.executable, "-c", LOCKER, str(store)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdin is not None
    process.stdout.readline()
    try:
        yield process
    finally:
        process.stdin.close()
        process.wait()
        process.stdout.close()


async def test_busy_store_does_not_hold_up_keys(desk: Opener, store: Path) -> None:
    async with desk() as d:
        await d.onto("C10")
        with locked(store):
            for key in ("space", "d", "j"):
                await d.pilot.press(key)
            await d.until(lambda: "saving…, the store is busy" in d.told, 3)
            began = time.monotonic()
            await d.pilot.press("k")
            assert d.owed.label != "C10"
            assert time.monotonic() - began < 0.5
            assert "delivered" not in d.row("C10")
        await d.until(lambda: "delivered" in d.row("C10"))
        await d.until(lambda: "u undoes" in d.told[-1])


async def test_leaving_waits_for_what_is_being_saved(desk: Opener, store: Path) -> None:
    with locked(store) as lock:
        async with desk() as d:
            await d.onto("C10")
            for key in ("space", "d", "j"):
                await d.pilot.press(key)
            await d.pilot.press("q")
            await d.pilot.pause(0.3)
            assert d.app.is_running
            assert "saving…, then leaving" in d.told
            assert lock.stdin is not None
            lock.stdin.close()
            await d.until(lambda: not d.app.is_running, 12)
    with Repository.open(store) as repository:
        assert repository.history(1)[0].subject == "C10"


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (39, 9), (40, 10), (60, 18), (79, 23), (100, 30), (500, 200)])
async def test_every_size_draws(desk: Opener, size: tuple[int, int]) -> None:
    async with desk() as d:
        await d.pilot.resize_terminal(*size)
        await d.rest()
        assert len(d.lines) == size[1]
        if size < (40, 10):
            return
        assert "? help" in d.lines[-1]
        assert "q quit" in d.lines[-1]
        for key in "12345":
            await d.press(key)
            assert d.app.focused is not None
            assert d.app.focused.region.width > 0


async def test_storm_of_resizes(desk: Opener) -> None:
    async with desk() as d:
        await d.onto("C10")
        for step in range(200):
            await d.pilot.resize_terminal(1 + (step * 37) % 220, 1 + (step * 17) % 60)
        await d.pilot.resize_terminal(*MIDDLE)
        await d.rest()
        assert d.owed.label == "C10"
        assert "Remains of soldiers" in d.text


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
async def test_without_colour_everything_is_still_said(
    store: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(store)
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.2)
        assert app.theme == "talks-mono"
        text = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "gated" in text
        assert "◑" in text


async def test_empty_store_names_the_next_step(tmp_path: Path, desk: Opener) -> None:
    path = tmp_path / "empty-one.db"
    Repository.create(path, author=Author("tester", NOW), seeds=None).close()
    for size in (SMALL, MIDDLE):
        async with desk(size, path=path) as d:
            assert "Nothing tracked yet. talks-tui import FILE…" in " ".join(d.text.split())
            await d.press("space", "j", "enter", "escape", "y", "u", "less_than_sign", "v")
            assert d.app.is_running


PROGRAM = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from store.domain.requests import BoardQuery
from store.repository import Repository
from tui.app import TalksApp
now = datetime(2026, 11, 22, 12, tzinfo=UTC)
app = TalksApp(lambda: Repository.open(Path(sys.argv[1])), lambda: now, "anna", BoardQuery(today=now.date()))
app.run()
sys.exit(app.return_code or 0)
"""


@contextmanager
def in_terminal(store: Path, *before: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Run the dashboard on a terminal of its own."""
    main, other = pty.openpty()
    root = str(Path(__file__).parents[2])
    process = subprocess.Popen(
        [*before, sys.executable, "-c", PROGRAM, str(store)],
        stdin=other, stdout=other, stderr=other, start_new_session=True,
        env={"PATH": os.environ["PATH"], "TERM": "xterm-256color", "PYTHONPATH": root, "HOME": str(store.parent),
             "COLUMNS": "100", "LINES": "30"},
    )  # fmt: skip
    os.close(other)
    try:
        yield process, main
    finally:
        process.kill()
        process.wait()


def read_until(main: int, words: bytes, seconds: float = 15) -> bytes:
    """Read the terminal until words appear, or it ends."""
    import select

    seen, end = b"", time.monotonic() + seconds
    while words not in seen and time.monotonic() < end:
        ready, _, _ = select.select([main], [], [], 0.2)
        if ready:
            try:
                seen += os.read(main, 65536)
            except OSError:
                break
    return seen


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signals_end_it_with_the_terminal_restored(store: Path, number: signal.Signals) -> None:
    with in_terminal(store) as (process, main):
        assert b"evidence" in read_until(main, b"? help", 20) + read_until(main, b"evidence", 5)
        process.send_signal(number)
        rest = read_until(main, b"\x1b[?1049l")
        assert b"\x1b[?1049l" in rest
        assert process.wait(10) == 128 + number


def test_it_ends_when_its_terminal_goes(store: Path) -> None:
    with in_terminal(store, "sh", "-c", 'trap "" HUP; exec "$@"', "sh") as (process, main):
        read_until(main, b"1 Rounds", 20)
        time.sleep(1)
        os.close(main)
        assert process.wait(5) == 129
