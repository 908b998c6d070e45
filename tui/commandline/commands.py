"""What goes with each command: its arguments and its own options, told once to whoever tells them apart."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from tui.commandline.values import parse_limit, parse_said_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.commandline.arguments import Taker


def _status(parser: Taker) -> None:
    _json(parser)
    parser.add_argument("--limit", metavar="N", type=parse_limit, default=None, help="at most N of them")


def _board(parser: Taker) -> None:
    _status(parser)
    parser.add_argument(
        "--filter", metavar="TEXT", default=None, help="only these: 'kind:remains -status:open due<2025-07'"
    )


def _find(parser: Taker) -> None:
    parser.add_argument("words", metavar="WORDS", nargs="+", help="words, or beginnings of words")
    _json(parser)


def _show(parser: Taker) -> None:
    parser.add_argument("label", metavar="ID", help="C09, R3, G1, D1, S8, E2, 000, peskov, P01, X05, IST25 ...")
    _json(parser)


def _ledger(parser: Taker) -> None:
    parser.add_argument("label", metavar="ID", help="a commitment (C09), or a claim, exchange or gate about one")
    _json(parser)


def _timeline(parser: Taker) -> None:
    add = parser.add_argument
    add("--from", metavar="DATE", dest="since", type=parse_said_day, default=None, help="only from this day on")
    add("--to", metavar="DATE", dest="until", type=parse_said_day, default=None, help="only up to this day")
    _status(parser)


def _drift(parser: Taker) -> None:
    parser.add_argument("label", metavar="ROUND", nargs="?", default=None, help="a round (R3; default: the next one)")
    _json(parser)


def _progress(parser: Taker) -> None:
    parser.add_argument("label", metavar="ID", help="a commitment (C09), or a claim or exchange about one")
    _json(parser)


def _set(parser: Taker) -> None:
    parser.add_argument("label", metavar="ID", help="a commitment (C09) or a round (R3)")
    parser.add_argument("status", metavar="STATUS", nargs="+", help="the state, or `computed` to take it back")
    parser.add_argument("--reason", metavar="TEXT", default=None, help="why")
    parser.add_argument("--claim", metavar="CLAIM", default=None, help="the claim it rests on (D1)")
    parser.add_argument("--axis", metavar="AXIS", default=None, help="with `computed`: which judgement to take back")
    _by(parser)


def _claim(parser: Taker) -> None:
    parser.add_argument("label", metavar="ABOUT", help="the commitment or exchange it is about (C09, E2)")
    parser.add_argument("figure", metavar="FIGURE|WORD", nargs="+", help="6000, ~6000, '>3000', 20..30, all, delivered")
    add = parser.add_argument
    add("--source", metavar="LABEL", required=True, help="the source that says it (000)")
    add("--at", metavar="LINE", required=True, help="where in the source: 5, or 000:5")
    add("--measure", metavar="WORD", default=None, help="cumulative (default), batch, stock, owed, progress")
    add("--strength", metavar="WORD", default=None, help="quote, paraphrase, relayed, article, headline")
    add("--speaker", metavar="CODE", default=None, help="who says it (peskov)")
    add("--for", metavar="SIDE", dest="side", default=None, help="the side it is said for, where not the speaker's own")
    add("--role", metavar="WORD", default=None, help="debtor, creditor, witness, other")
    add("--words", metavar="TEXT", default=None, help="the few words it rests on, verbatim")
    add("--covers", metavar="WINDOW", default=None, help="the days it covers: 2025-06-16/2025-06-22, 'last week'")
    add("--due", metavar="WINDOW", default=None, help="when it is due: ../2025-06-30, 'by the end of June'")
    add("--said-on", metavar="DATE", type=parse_said_day, default=None, help="read phrases against this day")
    add("--yes", action="store_true", default=False, help="file a phrase as it is understood, unasked")
    add("--note", metavar="TEXT", default=None, help="anything a later reader should know")
    add("--supersedes", metavar="CLAIM", default=None, help="the claim that this one corrects")
    _by(parser)


def _add(parser: Taker) -> None:
    parser.add_argument("kind", metavar="KIND", help="claim, signal, commitment, round, report, exchange, gate ...")
    _fields(parser, "FIELD=VALUE ...; without any its fields are listed")


def _edit(parser: Taker) -> None:
    parser.add_argument("label", metavar="ID", help="C09, R3, G1, D1, S8, E2, 000, peskov, P01; a report by 000:5")
    _fields(parser, "FIELD=VALUE ...; FIELD= empties it; without any what stands there is listed")


def _fields(parser: Taker, about: str) -> None:
    parser.add_argument("fields", metavar="FIELD=VALUE", nargs="*", default=[], help=about)
    _json(parser)
    _by(parser)


def _redate(parser: Taker) -> None:
    parser.add_argument("source", metavar="SOURCE", help="the source (003)")
    parser.add_argument("day", metavar="DAY", nargs="+", help="the day it was published: 2025-06-24")
    add = parser.add_argument
    add("--why", metavar="TEXT", default=None, help="what the new day rests on")
    add(
        "--basis", metavar="WORD", default=None, help="how it is known: stated, resolved, inferred (default: as before)"
    )
    add(
        "--keep",
        metavar="ID",
        action="append",
        default=None,
        help="a statement dated by its own words; may be repeated",
    )
    add("--dry-run", action="store_true", default=False, help="list what would change; save nothing")
    add("--yes", action="store_true", default=False, help="save it unasked")
    _json(parser)
    _by(parser)


def _rebuild(parser: Taker) -> None:
    del parser


def _notices(parser: Taker) -> None:
    _json(parser)
    _by(parser)


def _copied(parser: Taker) -> None:
    parser.add_argument("number", metavar="N", nargs="?", default="1", help="the Nth last (default: 1)")


def _log(parser: Taker) -> None:
    parser.add_argument("label", metavar="ID", nargs="?", default=None, help="only changes of this thing")
    parser.add_argument("--by", metavar="PERSON", dest="person", default=None, help="only what this person wrote")
    parser.add_argument("--on", metavar="DAY", default=None, help="only what was written on this day, or in these")
    parser.add_argument("--since", metavar="DAY", default=None, help="only what was written on this day or later")
    parser.add_argument("--limit", metavar="N", type=parse_limit, default=50, help="at most N entries (default: 50)")
    _json(parser)


def _undo(parser: Taker) -> None:
    add = parser.add_argument
    add("entry", metavar="ENTRY", nargs="?", default=None, help="the entry to take back, whoever wrote it: 12")
    add("--dry-run", action="store_true", default=False, help="with ENTRY: say what would change; save nothing")
    _by(parser)


def _sources(parser: Taker) -> None:
    parser.add_argument("label", metavar="ID", nargs="?", default=None, help="one source, with its facts: 000")
    _json(parser)


def _new(parser: Taker) -> None:
    parser.add_argument("path", metavar="PATH", help="where to make it; an existing file is never touched")
    parser.add_argument(
        "files", metavar="FILE", nargs="*", default=[], help="fill it with these record lines; - = stdin"
    )
    parser.add_argument("--seed", action="store_true", default=False, help="fill it with the seed record")
    _by(parser)


def _import(parser: Taker) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", help="record lines, one JSON object a line; - = stdin")
    parser.add_argument("--dry-run", action="store_true", default=False, help="say whether it fits; save nothing")
    _by(parser)


def _when(parser: Taker) -> None:
    add = parser.add_argument
    add("phrase", metavar="PHRASE", nargs="+", help="'by the end of June', 'in the coming week', 'once it is complete'")
    add("--on", metavar="DATE", type=parse_said_day, default=None, help="the day it was said: 2025-06-02")
    add("--tense", choices=("past", "future"), default=None, help="whether it speaks of what was or of what is to come")
    add("--lang", choices=("en", "ru", "uk"), default=None, help="its language (default: that of its letters)")
    _json(parser)


def _read(parser: Taker) -> None:
    add = parser.add_argument
    add("article", metavar="ARTICLE", help="a file, an address (http, https), or - for standard input")
    add("--published", metavar="DAY", default=None, help="the day it appeared: 2025-06-23, '23 June 2025'")
    add("--title", metavar="TEXT", default=None, help="its title, where it is not found")
    add("--publisher", metavar="TEXT", default=None, help="who published it, where that is not found")
    add("--same-as", metavar="SOURCE", default=None, help="the source on record that goes back to the same report")
    add("--allow-private", action="store_true", default=False, help="let an address lie in a private network")
    add("--yes", metavar="ITEM,...", action="append", default=None, help="accept the items named: C1,X2")
    add("--json", action="store_true", default=False, help="print one JSON object; write nothing")
    _by(parser)


def _watch(parser: Taker) -> None:
    add = parser.add_argument
    add("feed", metavar="FEED", help="a feed: a file, an address (http, https), or - for standard input")
    add("--allow-private", action="store_true", default=False, help="let addresses lie in a private network")
    add("--limit", metavar="N", type=parse_limit, default=20, help="read at most N new articles (default: 20)")
    add("--dry-run", action="store_true", default=False, help="list the entries; fetch and keep none")
    _by(parser)


def _words(parser: Taker) -> None:
    parser.add_argument(
        "what", metavar="KIND", nargs="*", default=[], help="only this kind; or: add KIND WORDS MEANING"
    )
    _by(parser)


def _keys(parser: Taker) -> None:
    add = parser.add_argument
    add("--check", action="store_true", default=False, help="only say whether your file of keys can be taken")
    add("--toml", action="store_true", default=False, help="print a file of keys to begin with")
    add("--markdown", action="store_true", default=False, help="print tables for a manual")


def _by(parser: Taker) -> None:
    parser.add_argument("--by", metavar="NAME", default=None, help="who writes ($TALKS_AUTHOR, else your login name)")


def _json(parser: Taker) -> None:
    parser.add_argument("--json", action="store_true", default=False, help="print one JSON object")


ARGUMENTS: dict[str, Callable[[Taker], None]] = {
    "status": _board,
    "show": _show,
    "ledger": _ledger,
    "gates": _json,
    "find": _find,
    "set": _set,
    "claim": _claim,
    "add": _add,
    "edit": _edit,
    "redate": _redate,
    "timeline": _timeline,
    "drift": _drift,
    "progress": _progress,
    "notices": _notices,
    "copied": _copied,
    "log": _log,
    "undo": _undo,
    "redo": _by,
    "new": _new,
    "import": _import,
    "rebuild": _rebuild,
    "when": _when,
    "read": _read,
    "watch": _watch,
    "words": _words,
    "sources": _sources,
    "keys": _keys,
}
"""Tells a taker what goes with a command, apart from the options of several commands."""
COMMANDS = tuple(ARGUMENTS)
"""Every command; none of them = the board."""
