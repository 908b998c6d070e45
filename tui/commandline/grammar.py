"""What was typed, told apart by argparse: whatever is not plain, and every help and refusal."""

from __future__ import annotations

import argparse

from store.domain.typed import TYPE_CHECKING
from store.errors import UsageError
from tui.commandline.arguments import OPTIONS, TAKES, Asked, HelpAskedError, add_options
from tui.commandline.commands import ARGUMENTS, COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, NoReturn


def _worded(read: Callable[[str], object]) -> Callable[[str], object]:
    """Keep the sentence with which a value is refused, for which argparse has an error of its own."""

    def kept(text: str) -> object:
        try:
            return read(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return kept


class _Parser(argparse.ArgumentParser):
    def add_argument(self, *names: Any, **how: Any) -> argparse.Action:
        if "type" in how:
            how["type"] = _worded(how["type"])
        return super().add_argument(*names, **how)

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (`{self.prog} --help` says how)")


class _Help(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        raise HelpAskedError(parser.format_help().rstrip("\n"))


class _Overview(argparse.Action):
    def __call__(self, *_: object) -> NoReturn:
        from tui.commandline.overview import OVERVIEW

        raise HelpAskedError(OVERVIEW.rstrip("\n"))


class _Version(argparse.Action):
    def __call__(self, *_: object) -> NoReturn:
        from tui.commandline.version import version_line

        raise HelpAskedError(version_line())


def grammatical(arguments: Sequence[str]) -> Asked:
    """Tell apart what was typed.

    Raises UsageError when it makes no sense, HelpAskedError when it asks for help.
    """
    return _parser().parse_args(list(arguments), Asked())


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="talks-tui", add_help=False, allow_abbrev=False, argument_default=argparse.SUPPRESS)
    parser.add_argument("-h", "--help", nargs=0, action=_Overview)
    parser.add_argument("--version", nargs=0, action=_Version)
    add_options(parser, OPTIONS)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name in COMMANDS:
        sub = commands.add_parser(
            name,
            prog=f"talks-tui {name}",
            description=_ABOUT[name],
            add_help=False,
            allow_abbrev=False,
            argument_default=argparse.SUPPRESS,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        ARGUMENTS[name](sub)
        add_options(sub, TAKES.get(name, ("store",)))
        sub.add_argument("-h", "--help", nargs=0, action=_Help, help="say this")
    return parser


_ABOUT = {
    "status": """Print the board: rounds, obligations, the next round and who says so.

--filter takes words and terms, all of which must fit: kind: side: owes: to: status:
round: track: unit: said: source: due news promised delivered left (with : < or >).
Several values stand with commas between them, - before a term turns it round:
  kind:remains side:RU -status:open due<2025-07-01""",
    "show": "Print everything known of one thing, with its evidence.",
    "ledger": """Print every figure said of one commitment, each side's apart, by day, and what does
not add up: listed stages against totals, a commitment and its mirror against both.""",
    "gates": """Print what stands in the way of the rounds to come: every commitment that a gate
requires, whether it counts on each reading, and why.""",
    "timeline": "Print everything that has a day, in the order of time, lane by lane as on the dashboard.",
    "drift": "Print every statement about when a round is to be, and how each moved the days expected.",
    "progress": "Print what was promised and what each side says was handed over, by the day it became known.",
    "find": "Look for words in everything the store holds, and print it by kind, best first.",
    "set": """State where something stands, as your own judgement, dated and undoable.

delivery      not-started preparing partial delivered exceeded stalled refused
verification  none one-sided confirmed witnessed discrepant disputed unverifiable
instrument    requested expected offered announced agreed superseded withdrawn
round         proposed gated expected scheduled in-session held postponed
              cancelled lapsed
computed      take your judgement back and let the claims speak""",
    "claim": "Add what a source of the record says of a commitment or an exchange.",
    "add": """Put something on record by hand: claim, signal, commitment, round, report,
exchange, gate, position, source, actor or track.

  talks-tui add KIND              lists the fields of a kind
  talks-tui add round name='Fourth round' ordinal=4 report.at=000:5

A fact that comes along has fields of its own: owed.figure of a commitment,
report.state of a round. undo takes it back.""",
    "edit": """Mend what is on record, field by field.

  talks-tui edit C09              lists what stands there now
  talks-tui edit C09 unit=bodies  writes one field; unit= empties it

What a source said is never overwritten: another statement supersedes it.
undo takes an edit back.""",
    "redate": """Correct the day on which a source was published.

What hung on that day moves with it, and is listed before anything is saved: what
was known and said on it, and the windows that the rules for date phrases come to
from it. Windows that they do not come to are left as they are, and named.""",
    "notices": """Print what falls due, what is overdue, and what is new since you last looked.

Days are reckoned from the day of the board, not from today. What you saw is noted
when you leave the dashboard, by store and name, in your state folder.""",
    "copied": "Print the text that the dashboard copied last, for terminals without a clipboard; 20 are kept.",
    "log": "Print the journal, newest first: who changed what, when and why.",
    "undo": """Take the last change back; with ENTRY, that entry of the journal, whoever wrote it.

An entry that something later rests on is not undone: what that is, is said. Undoing
an undo puts back what it undid. --dry-run says what would change.""",
    "redo": "Make the change again that was undone last.",
    "new": "Make a store: empty, or filled from record lines, all of them or none. This is the quick way for many.",
    "rebuild": """Reckon anew all that is kept beside the record: the order of the board, words to search
by, counts. The record and the journal stay as they are. Ctrl+C leaves everything as it was.""",
    "import": "Read record lines into the store: all of them or, when one cannot be taken, none.",
    "when": "Print the days that a date phrase allows, its kind, the rule and why. It opens no store.",
    "read": """Read an article and propose what it bears, each with the words it rests on.

What is proposed waits in the inbox of the dashboard; nothing becomes a fact by
itself. --yes C1,X2 accepts the items that it names, as one change that undo takes
back. --json prints the proposals, writes nothing and needs no store.""",
    "watch": """List the entries of a feed that name actors of the store and words of the trade,
and put the articles that are new into the inbox. Nothing becomes a fact.""",
    "words": """List the words that the reader knows of this store: its actors under every name,
and what people taught it.

talks-tui words add KIND WORDS MEANING teaches it some: undo takes them back.""",
    "sources": "Print the sources: day, how it is known, origin, what rests on each; with ID, the facts of one.",
    "keys": """List every key of the dashboard and the command it stands for.

A file keys.toml in your configuration folder changes them, a line for a command:

    filter = ["/", "ctrl+f"]

With --check: exit code 2 and a sentence where the file cannot be taken.""",
}
