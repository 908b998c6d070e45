"""Draw the dashboard on the seed record: `python -m tests.picture docs/dashboard.svg`."""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from store import places
from store.domain.requests import Author, BoardQuery
from store.repository import Repository
from tui.app import TalksApp

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SIZE = (120, 40)
KEYS = ("j",) * 6
"""Down to the obligation on which the sources differ most."""


async def draw(store: Path) -> str:
    """Return the dashboard on a store as SVG."""
    app = TalksApp(lambda: Repository.open(store), lambda: NOW, "analyst", BoardQuery(today=NOW.date()))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.2)
        await pilot.press(*KEYS)
        await pilot.pause(0.3)
        # the fonts are left to whoever looks: a picture that fetches nothing
        return re.sub(r',?\s*url\("https?://[^"]*"\)\s*format\("[^"]*"\)', "", app.export_screenshot(title="talks-tui"))


def main() -> None:
    """Write the picture to the path given, or to docs/dashboard.svg."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/dashboard.svg")
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "talks.db"
        Repository.create(store, author=Author("seed record", NOW), seeds=places.seeds_folder()).close()
        picture = asyncio.run(draw(store))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
