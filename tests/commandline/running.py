"""Runs the program inside the test, with streams, clock and environment of the test's own."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tui.cli import main
from tui.commandline.surroundings import Surroundings

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


class Run:
    """Runs the program on one store; `store` None leaves the place to the arguments and the environment."""

    def __init__(self, home: Path, store: Path | None) -> None:
        self.home = home
        self.store = store

    def __call__(
        self, *arguments: str, typed: str | bytes = "", environment: Mapping[str, str] | None = None, **streams: Any
    ) -> Result:
        own = {"TALKS_AUTHOR": "ann", "HOME": str(self.home), "TERM": "xterm-256color", **(environment or {})}
        if self.store is not None:
            own.setdefault("TALKS_STORE", str(self.store))
        out, err = streams.get("out", io.StringIO()), streams.get("err", io.StringIO())
        raw = typed.encode() if isinstance(typed, str) else typed
        around = Surroundings(
            out=out,
            err=err,
            typed=streams.get("stdin", io.TextIOWrapper(io.BytesIO(raw), "utf-8")),
            environment=own,
            clock=streams.get("clock", lambda: NOW),
            columns=lambda: int(streams.get("columns", 80)),
        )
        code = main(list(arguments), around)
        return Result(code, out.getvalue(), err.getvalue())
