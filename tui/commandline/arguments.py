"""What can be typed beside a command: the options that several commands have, and where each of them goes."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from tui.commandline.values import parse_as_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Protocol

    class Taker(Protocol):
        """Whoever is told what can be typed; what it is told means what it means to argparse."""

        def add_argument(self, *names: str, **how: Any) -> object:
            """Take an argument or an option."""


BOARD = "board"
"""What is meant when no command is named."""
_VIEW = ("as_of", "reading", "track", "read_only")
_LOOK = ("theme", "ascii", "fresh")
TAKES = {
    BOARD: ("store", *_VIEW, *_LOOK),
    "status": ("store", *_VIEW),
    "show": ("store", *_VIEW),
    "ledger": ("store", *_VIEW),
    "gates": ("store", *_VIEW),
    "timeline": ("store", *_VIEW),
    "drift": ("store", *_VIEW),
    "progress": ("store", *_VIEW),
    "notices": ("store", *_VIEW),
    "copied": (),
    "find": ("store", *_VIEW),
    "log": ("store", "read_only"),
    "sources": ("store", "as_of", "track", "read_only"),
    "new": (),
    "when": (),
    "keys": (),
}
OPTIONS = ("store", *_VIEW, *_LOOK)
PATHS = ("store", "path", "files", "article", "feed")


class HelpAskedError(Exception):
    """Somebody asked for help; the text is the argument. No error, but a way out of the parser."""


class Asked:
    """What was typed: the command, and every argument and option by its name."""

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Return what was typed for a name."""

        def __setattr__(self, name: str, value: Any) -> None:
            """Keep what was typed for a name."""


def add_options(parser: Taker, wanted: Sequence[str]) -> None:
    """Tell a taker of options that several commands have."""
    add = parser.add_argument
    if "store" in wanted:
        add("--store", metavar="PATH", help="the store (default: $TALKS_STORE, else the one in your home)")
    if "as_of" in wanted:
        add("--as-of", metavar="DATE", type=parse_as_of, help="what was known that evening: a day or a phrase")
    if "reading" in wanted:
        add("--reading", metavar="NAME", help="whose view of what is owed: strict, common, or a party such as RU")
    if "track" in wanted:
        add("--track", metavar="LABEL", help="only this negotiation")
    if "read_only" in wanted:
        add("--read-only", action="store_true", help="change nothing, and make no store")
    if "theme" in wanted:
        add("--theme", metavar="NAME", help="colours: dark, light, contrast, colour-blind, mono ...")
    if "ascii" in wanted:
        add("--ascii", action="store_true", help="draw with plain signs")
    if "fresh" in wanted:
        add("--fresh", action="store_true", help="open as if nothing were remembered")
