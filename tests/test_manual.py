"""The manual: the page of keys is what the commands give, and pictures, scenes and pages agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.pictures import FOLDER, ROOT, draw, slimmed
from tests.scenes import SCENES, Scene
from tui.commands.chosen import choose
from tui.commands.every import COMMANDS
from tui.keymap import key_named
from tui.report.keys import markdown_lines

README = (ROOT / "README.md").read_text("utf-8")
PAGES = [
    ROOT / "README.md",
    *(ROOT / "docs").glob("*.md"),
    *ROOT.glob("fixtures/*/README.md"),
    ROOT / "seeds/README.md",
]
LINK = re.compile(r"\]\(([^)#]+)")
SHOWN = re.compile(r"docs/pictures/([\w-]+)\.svg")
MOST_BYTES = 1_500_000
"""What all pictures together may weigh: whoever clones the project carries them."""


@pytest.fixture(autouse=True)
def _usual_keys() -> Iterator[None]:
    choose({})
    yield
    choose({})


def letters(picture: str) -> str:
    """Return the text of a picture, line by line, without its spaces."""
    root = ElementTree.fromstring(picture)
    placed = [
        (float(found.attrib["y"]), float(found.attrib["x"]), "".join(found.itertext()))
        for found in root.iter("{http://www.w3.org/2000/svg}text")
        if "textLength" in found.attrib
    ]
    return "".join("".join(text.split()) for _, _, text in sorted(placed))


def shows(picture: str, scene: Scene) -> bool:
    """Whether everything that a scene has to show is in a picture."""
    held = letters(picture)
    return all("".join(words.split()) in held for words in scene.words)


def test_page_of_keys_is_what_the_commands_give() -> None:
    page = (ROOT / "docs" / "keys.md").read_text("utf-8")
    assert page.splitlines() == list(markdown_lines()), "the commands have changed: make keys"
    for command in COMMANDS:
        assert not command.keys or f" | `{command.id}` | " in page


def test_keys_of_the_readme_are_bound() -> None:
    bound = {key for command in COMMANDS for key in command.usual_keys}
    table = README.partition("## The first dozen keys")[2].partition("\n\n[")[0]
    told = [key for row in table.splitlines() for key in re.findall(r"`([^`]+)`", row.split(" | ")[0])]
    assert len(told) > 20
    assert [key for key in told if key_named(key)[0] not in bound] == []


def test_scenes_pictures_and_the_readme_agree() -> None:
    names = [scene.name for scene in SCENES]
    assert len(names) == len(set(names))
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(f"{name}.svg" for name in names)
    assert sorted(SHOWN.findall(README)) == sorted(names)


@pytest.mark.parametrize("scene", SCENES, ids=[scene.name for scene in SCENES])
def test_pictures_show_their_scene_and_fetch_nothing(scene: Scene) -> None:
    picture = (FOLDER / f"{scene.name}.svg").read_text("utf-8")
    assert shows(picture, scene), f"make pictures ARGS={scene.name}"
    assert "url(http" not in picture
    assert "@import" not in picture
    assert "@font-face" not in picture
    assert slimmed(picture) == picture


def test_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST_BYTES


async def test_a_scene_is_reached_by_its_keys(store_path: Path) -> None:
    scene = next(scene for scene in SCENES if scene.name == "blockers")
    assert shows(await draw(scene, store_path), scene)


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_links_lead_to_files(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []
