"""The lines at the edges: the masthead with where and when the board is, the keys, the row of pane names."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.board import Board, Moment
from store.domain.reading import COMMON, STRICT, Reading
from store.domain.typed import NamedTuple
from tui.commands.chosen import key_words
from tui.render.frame import Pane
from tui.render.names import distance_words
from tui.render.spans import Line, Role, Span, cells, fit, line_cells, put, spread
from tui.wording import day_words

_NAME: Span = (" talks  ", Role.ACCENT)
_TRACK = 16
"""How many cells of a track's name have to stay readable."""


def reading_words(reading: Reading) -> str:
    """Name a reading: "strict reading", "common reading", "RU's reading"."""
    if reading.name in (STRICT, COMMON):
        return f"{reading.name} reading"
    return f"{reading.name}’s reading"


def masthead(board: Board | None, width: int) -> Line:
    """Draw the first line: track, reading, the day shown, how old the evidence is."""
    if board is None:
        return fit((_NAME, ("opening the record", Role.MUTED)), width)
    track = track_words(board)
    rights = moments(board.moment, reading_words(board.reading))
    full: Line = (_NAME, put(track, Role.STRONG))
    short: Line = ((" ", Role.TEXT), put(track, Role.STRONG))
    lefts = [full, short]
    if len(board.tracks) > 1:
        lefts.append((_NAME, put(f"{len(board.tracks)} tracks", Role.STRONG)))
    for right in rights:
        room = width - line_cells(right) - 2
        for left in lefts:
            if line_cells(left) <= room:
                return spread(left, right, width)
        if room >= _TRACK:
            return spread(((" ", Role.TEXT), (_ending(put(track)[0], room - 1), Role.STRONG)), right, width)
    return spread(short, rights[-1], width)


def track_words(board: Board) -> str:
    """Name the track shown; where there are several, say how many, and whose next round is shown."""
    if board.track is None:
        return "no record yet"
    return f"{len(board.tracks)} tracks · {board.track.name}" if len(board.tracks) > 1 else board.track.name


def _ending(text: str, room: int) -> str:
    """Cut a name from its beginning: its end, often a year, tells one track from another."""
    while text and cells(text) > room - 1:
        text = text[1:]
    return f"…{text.lstrip(' ·–—-')}"


def moments(moment: Moment, reading: str) -> list[Line]:
    """Return what may say which reading and day are shown, fullest first."""
    if not moment.latest:
        day, latest = f"AS OF {day_words(moment.day)}", f"{key_words('latest', 'T')} latest"
        newest = [f"evidence ends {day_words(moment.evidence_ends)}"] if moment.evidence_ends else []
        ending: list[list[str]] = [
            [reading, day, "read only", *newest, latest],
            [reading, day, "read only", latest],
            [reading.removesuffix(" reading").removesuffix("’s"), day, "read only", latest],
            [day, "read only", latest],
            [day, "read only"],
            [day],
        ]
        return [_dotted(parts, Role.WARN) for parts in ending]
    if moment.evidence_ends is None or moment.age is None:
        return [_dotted([reading, "no evidence yet"], Role.MUTED), _dotted(["no evidence yet"], Role.MUTED)]
    ends = f"evidence ends {day_words(moment.evidence_ends)}"
    short = day_words(moment.evidence_ends)
    age = distance_words(moment.age)
    plain = reading.removesuffix(" reading").removesuffix("’s")
    day = day_words(moment.evidence_ends, year=False)
    choices = [
        [reading, f"as of {short}", ends, age],
        [plain, f"as of {short}", f"evidence ends {day}", age.replace(" days ago", " d ago")],
        [plain, ends, age],
        [plain, f"evidence ends {day}", age.replace(" days ago", " d ago")],
        [ends, age],
        [short, age],
        [age],
    ]
    return [_dotted(parts, Role.MUTED) for parts in choices]


def _dotted(parts: Sequence[str], role: Role) -> Line:
    return ((" · ".join(parts) + " ", role),)


class Hint(NamedTuple):
    """A key at the foot of the screen."""

    key: str
    title: str
    command: str
    """The command it stands for; a click on it gives that command."""
    weight: int
    """The lower, the longer it stays when room runs out; 0 always stays."""


class KeyBar(NamedTuple):
    """The keys that fit, and where each lies."""

    line: Line
    places: tuple[tuple[int, int, str], ...]
    """First cell, cell after the last, command."""


def key_bar(hints: Sequence[Hint], width: int) -> KeyBar:
    """Choose the keys that fit in one line, whole, and place them; those of weight 0 stay in any case."""
    room, left_out = 1 + sum(map(_hint_cells, hints)), set[Hint]()
    for heaviest in sorted(hints, key=lambda hint: -hint.weight):
        if room <= width or heaviest.weight == 0:
            break
        left_out.add(heaviest)
        room -= _hint_cells(heaviest)
    kept = [hint for hint in hints if hint not in left_out]
    spans: list[Span] = [(" ", Role.TEXT)]
    places: list[tuple[int, int, str]] = []
    x = 1
    for hint in kept:
        spans.extend([put(hint.key, Role.ACCENT), (f" {hint.title}  ", Role.MUTED)])
        places.append((x, x + _hint_cells(hint) - 2, hint.command))
        x += _hint_cells(hint)
    return KeyBar(fit(tuple(spans), width), tuple(places))


def work_bar(words: str, width: int) -> KeyBar | None:
    """Say how far long work is; None where there is none."""
    return KeyBar(fit((put(f" {words}", Role.ACCENT),), width), ()) if words else None


def _hint_cells(hint: Hint) -> int:
    return cells(hint.key) + cells(hint.title) + 3


def tab_row(focused: Pane, width: int, hidden: frozenset[Pane] = frozenset()) -> KeyBar:
    """Draw the names of the panes that are not hidden, where only one is shown at a time."""
    panes = [pane for pane in Pane if pane is focused or pane not in hidden]
    full = sum(len(pane.heading) + 5 for pane in panes) <= width
    spans: list[Span] = [(" ", Role.TEXT)]
    places: list[tuple[int, int, str]] = []
    x = 1
    for pane in panes:
        title = f"{pane.number} {pane.heading}" if full or pane is focused else str(pane.number)
        spans.extend([(title, Role.STRONG if pane is focused else Role.MUTED), (" │ ", Role.RULE)])
        places.append((x, x + len(title), f"pane_{pane.number}"))
        x += len(title) + 3
    return KeyBar(fit(tuple(spans[:-1]), width), tuple(places))


def too_small_words(width: int, height: int) -> str:
    """Say what the screen needs, as far as even that has room."""
    choices = (f"talks needs 40 x 10, has {width} x {height}", "talks needs 40 x 10", "needs 40x10", "40x10")
    return next((words for words in choices if len(words) <= width), "")
