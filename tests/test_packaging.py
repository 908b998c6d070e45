"""The wheel as a stranger installs it, and the door of a fresh checkout."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def run(*command: str, cwd: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command that may fail and return what it printed."""
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=120)


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make as from a shell, even when make runs these tests."""
    mine = {"MAKEFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "MFLAGS", "PYTHON", "VENV", "ARGS"}
    return run("make", *arguments, cwd=ROOT, env={key: os.environ[key] for key in os.environ if key not in mine})


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    built = run(*command, cwd=ROOT, env=os.environ)
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def held(wheel: Path) -> set[str]:
    """Return the names of the files in the wheel."""
    return {name for name in zipfile.ZipFile(wheel).namelist() if not name.endswith("/")}


def test_wheel_holds_one_top_level_name(held: set[str]) -> None:
    described = f"talks_tui-{PROJECT['version']}.dist-info"
    assert {name.partition("/")[0] for name in held} == {"talks_tui", described}


def test_wheel_holds_code_seeds_and_looks_but_no_tests(held: set[str]) -> None:
    files = [path for folder in ("tui", "store", "seeds") for path in (ROOT / folder).rglob("*") if path.is_file()]
    wanted = {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}
    packed = {name.removeprefix("talks_tui/") for name in held if name.startswith("talks_tui/")}
    assert packed == wanted - {"tui/_launch.py"} | {"__init__.py"}


def test_folder_of_seeds_is_no_package() -> None:
    assert list((ROOT / "seeds").rglob("*.py")) == []


def test_launcher_prefers_its_own_packages_to_others_of_the_same_name(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    for name in ("tui", "store"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise RuntimeError('somebody else\\'s package')\n")
    program = "import sys, talks_tui; sys.argv = ['talks-tui', '--version']; sys.exit(talks_tui.main())"
    told = run(sys.executable, "-c", program, cwd=tmp_path, env={"HOME": str(tmp_path), "PYTHONPATH": str(tmp_path)})
    assert told.returncode == 0, told.stderr
    assert PROJECT["version"] in told.stdout


@needs_make
def test_make_alone_lists_every_target() -> None:
    rules = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    told = make()
    assert told.returncode == 0, told.stderr
    assert [line.split()[0] for line in told.stdout.splitlines()] == rules


@needs_make
@pytest.mark.parametrize("python", ["missing", "too old"])
def test_make_without_a_fitting_python_says_in_one_line_what_to_install(python: str, tmp_path: Path) -> None:
    stand_in = tmp_path / "python3"
    if python == "too old":
        stand_in.write_text("#!/bin/sh\nexit 1\n")
        stand_in.chmod(0o755)
    told = make("run", f"PYTHON={stand_in}", f"VENV={tmp_path / 'venv'}")
    assert told.returncode != 0
    assert told.stdout == ""
    (line,) = told.stderr.splitlines()
    assert "needs Python 3.11 or newer with venv" in line
    assert not (tmp_path / "venv").exists()


@needs_make
def test_bytecode_is_made_ahead_of_a_launch() -> None:
    told = make("-n", "-W", "store/errors.py", "run")
    assert told.returncode == 0, told.stderr
    steps = told.stdout.splitlines()
    compiled = next(place for place, step in enumerate(steps) if "compileall -q tui store" in step)
    assert any(step.rstrip().endswith("bin/talks-tui") for step in steps[compiled:])
