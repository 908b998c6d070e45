"""The lines of the seed record as they stand in their files."""

import json
from collections.abc import Iterator
from typing import Any

from store.places import seeds_folder

Fields = dict[str, Any]


def seed_lines() -> Iterator[tuple[str, str, str, Fields]]:
    """Walk all facts of the seeds: where it stands, its kind, its label, its fields."""
    for file in sorted(seeds_folder().glob("*.jsonl")):
        for number, text in enumerate(file.read_text("utf-8").splitlines(), 1):
            if text.strip() and not text.startswith("#"):
                fields = json.loads(text)
                kind = next(iter(fields))
                yield f"{file.name}:{number}", kind, fields.pop(kind), fields


def places(fields: Fields) -> list[str]:
    """List the locators of a fact."""
    at = fields.get("at", [])
    return [at] if isinstance(at, str) else list(at)
