"""How the dashboard opens: by option, else by environment, else as it was left, else by itself."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import platformdirs
import pytest

from store.errors import UsageError
from store.places import config_folder, state_folder
from tests.commandline.running import NOW, Run, Terminal
from tests.commandline.test_screen import Stub, app, on_terminal  # noqa: F401 - a fixture
from tui.commandline.arguments import Asked
from tui.commandline.outset import plain_encoding, theme_of
from tui.commandline.surroundings import Surroundings
from tui.commands.chosen import choose
from tui.remembered import Remembered, keep, place_for


@pytest.fixture(autouse=True)
def _usual_keys() -> Iterator[None]:
    yield
    choose({})


def asked(**given: object) -> Asked:
    found = Asked()
    for name in ("theme", "ascii"):
        setattr(found, name, given.get(name))
    return found


@pytest.mark.parametrize(
    ("option", "environment", "left", "theme"),
    [
        (None, {}, "", "dark"),
        (None, {"COLORFGBG": "0;15"}, "", "light"),
        (None, {"COLORFGBG": "0;15"}, "contrast", "contrast"),
        (None, {"TALKS_THEME": "colour-blind"}, "contrast", "colour-blind"),
        (None, {"TALKS_THEME": ""}, "contrast", "contrast"),
        ("light", {"TALKS_THEME": "colour-blind"}, "contrast", "light"),
        ("light", {"NO_COLOR": "1"}, "contrast", "mono"),
    ],
)
def test_a_theme_is_chosen_by_whoever_is_nearest(
    option: str | None, environment: Mapping[str, str], left: str, theme: str
) -> None:
    assert theme_of(asked(theme=option), environment, left) == theme


@pytest.mark.parametrize(("option", "environment"), [("neon", {}), (None, {"TALKS_THEME": "\x1b[31m"})])
def test_a_theme_that_there_is_not_is_refused(option: str | None, environment: Mapping[str, str]) -> None:
    with pytest.raises(UsageError, match=r"there is no theme '.*': write dark, light, contrast") as refused:
        theme_of(asked(theme=option), environment, "")
    assert "\x1b" not in str(refused.value)


@pytest.mark.parametrize(
    ("option", "environment", "written", "encoding"),
    [
        (None, {}, "utf-8", ""),
        (None, {"LANG": "uk_UA.UTF-8"}, "utf-8", ""),
        (None, {"LANG": "en_US.utf8", "LC_ALL": "C"}, "utf-8", "ascii"),
        (None, {"LANG": "ru_RU.KOI8-R"}, "koi8-r", "koi8-r"),
        (None, {"LANG": "ru_RU.KOI8-R"}, "utf-8", "ascii"),
        (None, {"LC_CTYPE": "de_DE.ISO-8859-15@euro"}, "iso8859-15", "iso8859-15"),
        (None, {"TERM": "linux", "LANG": "C.UTF-8"}, "utf-8", "utf-8"),
        (None, {"TERM": "linux", "TALKS_ASCII": "0"}, "utf-8", ""),
        (None, {"TALKS_ASCII": "yes"}, "utf-8", "utf-8"),
        (True, {"TALKS_ASCII": "0"}, "utf-8", "utf-8"),
    ],
)
def test_signs_are_plain_where_that_is_wanted_or_others_cannot_be_drawn(
    option: bool | None, environment: Mapping[str, str], written: str, encoding: str
) -> None:
    err = io.TextIOWrapper(io.BytesIO(), encoding=written)
    around = Surroundings(out=err, err=err, typed=err, environment=environment, clock=lambda: NOW)
    assert plain_encoding(asked(ascii=option), around) == encoding


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
def test_own_folders_are_those_of_platformdirs(monkeypatch: pytest.MonkeyPatch) -> None:
    for environment in ({"HOME": "/h"}, {"HOME": "/h", "XDG_STATE_HOME": "/s", "XDG_CONFIG_HOME": "/c"}):
        for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        assert state_folder(environment) == platformdirs.user_state_dir("talks-tui", appauthor=False)
        assert config_folder(environment) == platformdirs.user_config_dir("talks-tui", appauthor=False)
    assert state_folder({}) is None


@pytest.fixture
def left(run: Run) -> Path:
    """Leave the store with the common reading and in another theme, and return the file that says so."""
    assert run.store is not None
    file = place_for(f"{run.home}/.local/state/talks-tui", str(run.store))
    assert keep(file, str(run.store), Remembered(theme="light", reading="common"))
    return Path(file)


def test_it_opens_as_it_was_left(run: Run, app: type[Stub], left: Path) -> None:  # noqa: F811 - the fixture
    assert on_terminal(run).code == 0
    assert on_terminal(run, "--theme", "contrast", "--reading", "ru", "--ascii").code == 0
    assert on_terminal(run, "--fresh").code == 0
    assert on_terminal(run, "--read-only").code == 0
    left.write_text("{")
    assert on_terminal(run).code == 0
    found = [(made.given["query"].reading.name, made.given["outset"].theme) for made in app.made]
    left_so, by_itself = ("common", "light"), ("strict", "dark")
    assert found == [left_so, ("RU", "contrast"), by_itself, left_so, by_itself]
    assert [made.given["outset"].encoding for made in app.made] == ["", "utf-8", "", "", ""]
    memories = [made.memory for made in app.made]  # type: ignore[attr-defined]  # set like the app's
    assert [memory and memory.place for memory in memories] == [str(left)] * 3 + [None, str(left)]
    assert memories[1].before == Remembered(theme="light", reading="common")
    assert memories[1].lasting(memories[1].opened) == memories[1].before


def test_keys_that_cannot_be_taken_are_said_and_the_usual_ones_are_used(run: Run, app: type[Stub]) -> None:  # noqa: F811 - the fixture
    path = run.home / ".config" / "talks-tui" / "keys.toml"
    path.parent.mkdir(parents=True)
    path.write_text('filter = ["?"]')
    assert on_terminal(run).code == 0
    (made,) = app.made
    greeting: str = made.greeting  # type: ignore[attr-defined]  # set like the app's
    assert greeting.startswith(f"{path}:1: filter: ? is the key of 'help' already")
    assert greeting.endswith("The usual keys are in force.")


def test_a_theme_that_there_is_not_opens_nothing(run: Run, app: type[Stub]) -> None:  # noqa: F811 - the fixture
    result = on_terminal(run, "--theme", "neon", err=Terminal())
    assert result.code == 2
    assert "there is no theme 'neon'" in result.err
    assert app.made == []
