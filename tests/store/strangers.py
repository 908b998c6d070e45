"""Running code as somebody to whom the modes of files apply; root ignores them."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).parents[2]
NOBODY = 65534


PRELUDE = """
import os
from pathlib import Path
import store.migrations.apply, store.repository.importing, store.repository.writing
from store.domain.requests import BoardQuery
from store.errors import PlaceError
from store.repository import Repository
from tests.store.records import ANA, TODAY, board
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid({nobody})
    os.setuid({nobody})
path = Path({path!r})
"""
"""Loads everything first: who gives up root may be unable to read the Python that root runs."""


def run_as_stranger(code: str, store: Path, file_mode: int, folder_mode: int) -> str:
    """Run code with `path` set to a copy of a store under these modes, and return what it printed."""
    folder = Path(tempfile.mkdtemp(prefix="talks-stranger-"))
    try:
        path = Path(shutil.copy(store, folder / "talks.db"))
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
            os.chown(path, NOBODY, NOBODY)
        path.chmod(file_mode)
        folder.chmod(folder_mode)
        return _run(PRELUDE.format(nobody=NOBODY, path=str(path)) + dedent(code))
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def _run(code: str) -> str:
    environment = {"PYTHONPATH": str(ROOT), "HOME": "/", "PYTHONDONTWRITEBYTECODE": "1", "PATH": os.defpath}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd="/", capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
