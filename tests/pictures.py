"""Draw the pictures of the manual from the program: `python -m tests.pictures [NAME…]`, into docs/pictures."""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from textual.widgets import Input

from store import places
from store.domain.requests import Author
from store.repository import Repository
from tests.scenes import SCENES, Record, Scene
from tests.screens.conftest import NOW, Desk, make_app
from tests.screens.inboxes import dispatch

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
WRITER = Author("seed record", NOW)
_FONT = re.compile(r"@font-face \{[^}]*\}")
_FAMILY = re.compile(r"font-family: Fira Code, monospace")
_FAMILIES = "font-family: 'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, monospace"
_LINE_CLIP = re.compile(r'<clipPath id="[^"]*-line-\d+">.*?</clipPath>\s*', re.DOTALL)
_CLIPPED = re.compile(r' clip-path="url\(#[^"]*-line-\d+\)"')
_OWN_NAME = re.compile(r"terminal-\d+-")


@contextmanager
def store_of(record: Record) -> Iterator[Path]:
    """Make a store for pictures and throw it away afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "talks.db"
        with Repository.create(path, author=WRITER, seeds=places.seeds_folder()) as repository:
            if record is Record.BOTH:
                files = sorted((ROOT / "fixtures" / "gaza").glob("*.jsonl"))
                repository.import_lines(
                    [line for file in files for line in file.read_text("utf-8").splitlines()], "fixtures/gaza", WRITER
                )
        if record is Record.INBOX:
            dispatch(path, "02", "01")
        yield path


def slimmed(svg: str) -> str:
    """Leave out of a picture what it can do without.

    Fonts are left to whoever looks, so that a picture fetches nothing; lines need no frame of their own to be cut off
    at; and a file of its own needs no number by which to tell its parts from those of others.
    """
    for pattern in (_FONT, _LINE_CLIP, _CLIPPED):
        svg = pattern.sub("", svg)
    svg = _FAMILY.sub(_FAMILIES, svg)
    return "\n".join(line.rstrip() for line in _OWN_NAME.sub("t-", svg).splitlines() if line.strip()) + "\n"


async def draw(scene: Scene, store: Path) -> str:
    """Bring the dashboard to a scene by keys and return it as SVG. Raises AssertionError where that fails."""
    app = make_app(store, outset=scene.outset)
    async with app.run_test(size=scene.size) as pilot:
        desk = Desk(app, pilot, [])
        await desk.until(lambda: app.board is not None and desk.text.strip())
        await desk.rest()
        for key in scene.keys.split():
            await (desk.type(key[1:]) if key.startswith("'") else desk.press(key))
        await desk.until(lambda: all(words in desk.text for words in scene.words))
        app.clear_notifications()
        for field in app.screen.query(Input):
            field.cursor_blink = False
        await desk.rest(0.4)
        return slimmed(app.export_screenshot(title="talks-tui"))


def main(names: Sequence[str]) -> None:
    """Draw all pictures, or those named."""
    unknown = set(names) - {scene.name for scene in SCENES}
    if unknown:
        sys.exit(f"There is no scene {', '.join(sorted(unknown))}: tests/scenes.py has the table")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        if not names or scene.name in names:
            with store_of(scene.record) as store:
                picture = asyncio.run(draw(scene, store))
            (FOLDER / f"{scene.name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
