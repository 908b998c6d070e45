"""Programs of the tests that run as processes of their own on one store."""

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).parents[2]

PRELUDE = """
import sys
from pathlib import Path
from store.domain.requests import Author, NewJudgement
from store.domain.words import Aspect
from store.errors import PlaceError, TalksError
from store.places import seeds_folder
from store.repository import Repository
from tests.conftest import AT
path, name = Path(sys.argv[1]), sys.argv[2]
me = Author(name, AT)
"""

WRITE = """
with Repository.open(path) as repository:
    for number in range(int(sys.argv[3])):
        value = ("stalled", "refused", "partial")[number % 3]
        receipt = repository.judge(NewJudgement(f"C{5 + number % 6:02}", Aspect.DELIVERY, value, name), me)
        print(receipt.entry.id, flush=True)
"""
"""Judges again and again, and prints the number of each entry once it is written."""

TURN = """
with Repository.open(path) as repository:
    entry = repository.judge(NewJudgement("C10", Aspect.DELIVERY, "stalled", name), me).entry.id
    while True:
        entry = repository.archive.turn(entry, me, repository.archive.turning(entry, me)).entry.id
        print(entry, flush=True)
"""
"""Judges once, then takes that back and puts it back without end, and prints the number of each entry."""

LAUNCH = """
print("ready", flush=True)
sys.stdin.readline()
try:
    repository = Repository.create(path, author=me, seeds=seeds_folder())
except PlaceError:
    repository = Repository.open(path)
print(repository.history(1)[0].action, flush=True)
repository.close()
"""
"""Makes a store as on a first launch, once it is told to go on."""


def start(code: str, path: Path, name: str, *more: str) -> subprocess.Popen[str]:
    """Start a program on a store under an author's name."""
    return subprocess.Popen(
        [sys.executable, "-c", dedent(PRELUDE + code), str(path), name, *more],
        env={"PYTHONPATH": str(ROOT), "HOME": str(path.parent), "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def finished(program: subprocess.Popen[str]) -> list[str]:
    """Let a program end well and return the lines it printed."""
    printed, complaints = program.communicate(timeout=120)
    assert program.returncode == 0, complaints
    return printed.split()
