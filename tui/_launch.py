"""The installed program: the wheel has this file as `talks_tui/__init__.py`, beside its own `tui` and `store`."""

import sys
from pathlib import Path


def main() -> int:
    """Run the program and return its exit code.

    Its own folder goes to the front of the path first: other distributions install a `tui` and a `store` too.
    """
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    from tui.cli import main as run

    return run()
