"""The installed program: the wheel has this file as `talks_tui/__init__.py`, beside its own `tui` and `store`."""

import os
import sys


def main() -> None:
    """Run the program and leave with its exit code.

    Its own folder goes to the front of the path first: other distributions install a `tui` and a `store` too.
    """
    sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
    from tui.cli import launch

    launch()
