"""Keys from the person's own file, in a terminal: the new key works, the usual one does not, and the screen says so."""

from __future__ import annotations

from pathlib import Path

from tests.screens.terminals import Terminal


def test_keys_of_the_file_work_in_place_of_the_usual_ones(store: Path) -> None:
    folder = store.parent / ".config" / "talks-tui"
    folder.mkdir(parents=True)
    (folder / "keys.toml").write_text('reading = ["W"]\nzoom = ["Z", "f8"]\n')
    with Terminal(store) as terminal:
        terminal.until("W reading.*Z zoom")
        terminal.type("v")
        terminal.type("Ц")  # the key of the new one on a Cyrillic layout
        terminal.until("common reading")
        terminal.type("\x1b[19~")
        terminal.until("Esc back")
        terminal.type("q")
        assert terminal.ended() == 0


def test_a_file_that_cannot_be_taken_is_said_and_the_usual_keys_work(store: Path) -> None:
    folder = store.parent / ".config" / "talks-tui"
    folder.mkdir(parents=True)
    (folder / "keys.toml").write_text('fliter = ["f"]\n')
    with Terminal(store) as terminal:
        terminal.until("fliter")
        terminal.type("v")
        terminal.until("common reading")
        terminal.type("q")
        assert terminal.ended() == 0
