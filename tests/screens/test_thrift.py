"""What is sent leads a terminal from any screen to any other, and nothing is sent twice."""

from __future__ import annotations

from random import Random
from typing import Literal, cast

import pyte
import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.shown import Shown
from tui.thrift import ThriftyUpdate

WIDTH, HEIGHT, SPLIT = 24, 3, 10
CONSOLE = Console(color_system="truecolor", force_terminal=True)
STYLES = [
    None,
    *(
        Style(color=fore, bgcolor=back, bold=bold, dim=dim, underline=line, reverse=turned)
        for fore, back, bold, dim, line, turned in (
            ("#cdd3dc", "#14171c", None, None, None, None), ("#cdd3dc", "#26384a", True, None, None, None),
            ("#86c997", "#14171c", True, True, None, None), ("#86c997", "#14171c", None, True, None, None),
            ("#e3b65b", "#26384a", None, None, True, None), ("#f28b82", "#26384a", None, None, None, True),
            (None, None, True, None, None, None),
        )
    ),
]  # fmt: skip

PIECES = ("a", "b ", "  ", " ●", "━━━", "х", "日", "日本語", "👍", "e\u0301", "и\u0306 ", "word", "6,000")


def strip_of(parts: list[tuple[str, Style | None]], width: int) -> Strip:
    """Make a strip of a width."""
    return Strip([Segment(text, style) for text, style in parts]).adjust_cell_length(width, STYLES[1])


Drawn = list[tuple[Strip, Strip]]


def drawn(chance: Random) -> Drawn:
    """Draw a screen of chance."""

    def part(width: int) -> Strip:
        return strip_of([(chance.choice(PIECES), chance.choice(STYLES)) for _ in range(chance.randrange(9))], width)

    # pyte takes a mark that combines with the last cell of a line to the next one, which no terminal does
    edge = Strip([Segment(".", STYLES[1])])
    return [(part(SPLIT), Strip.join([part(WIDTH - SPLIT - 1), edge])) for _ in range(HEIGHT)]


def pieced(strip: Strip, chance: Random) -> Strip:
    """Change some pieces of a strip in place, and leave the others the very same."""
    styles, pieces = STYLES, list[Segment]()
    for text, style, _ in strip:
        fresh = Segment("x" * len(text) if text.isascii() and chance.random() < 0.5 else text, chance.choice(styles))
        pieces.append(fresh if chance.random() < 0.4 else Segment(text, style))
    return Strip(pieces)


def mended(screen: Drawn, chance: Random) -> Drawn:
    """Change some lines of a screen, and leave others as they are or alike."""
    fresh = drawn(chance)
    return [
        chance.choice((old, (Strip(list(old[0])), old[1]), (old[0], other), new, pieces))
        for old, new, (_, other), pieces in zip(
            screen, fresh, drawn(chance), [(pieced(left, chance), pieced(right, chance)) for left, right in screen],
            strict=True,
        )
    ]  # fmt: skip


def whole(screen: Drawn) -> LayoutUpdate:
    """Make the update that draws a whole screen."""
    return LayoutUpdate([list(line) for line in screen], Region(0, 0, WIDTH, HEIGHT))


def part(screen: Drawn) -> ChopsUpdate:
    """Make the update that draws what changed of a screen: here all that might have."""
    chops = [{0: left, SPLIT: right} for left, right in screen]
    return ChopsUpdate(chops, [(y, 0, WIDTH) for y in range(HEIGHT)], [[SPLIT, WIDTH]] * HEIGHT)


def cells(terminal: pyte.Screen) -> list[list[object]]:
    """Return every cell; on a blank the colour of letters does not count."""
    found: list[list[object]] = []
    for y in range(HEIGHT):
        line = [terminal.buffer[y][x] for x in range(WIDTH)]
        found.append(
            [
                cell._replace(fg="", bold=False) if cell.data == " " and not (cell.underscore or cell.reverse) else cell
                for cell in line
            ]
        )
    return found


def after(*sent: str) -> list[list[object]]:
    """Return what a terminal shows after all that was sent."""
    terminal = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(terminal)
    for text in sent:
        stream.feed(text)
    return cells(terminal)


@pytest.mark.parametrize("seed", range(40))
def test_thrifty_updates_lead_to_the_same_screen(seed: int) -> None:
    chance, shown = Random(seed), Shown()
    screen = drawn(chance)
    sent, plain = (
        [ThriftyUpdate(whole(screen), shown).render_segments(CONSOLE)],
        [whole(screen).render_segments(CONSOLE)],
    )
    for _ in range(4):
        screen = mended(screen, chance)
        sent.append(ThriftyUpdate(part(screen), shown).render_segments(CONSOLE))
        plain.append(part(screen).render_segments(CONSOLE))
        assert after(*sent) == after(*plain)


def test_what_follows_wide_characters_is_sent_again() -> None:
    plain, shown = STYLES[1], Shown()
    left = [strip_of([(word, plain)], SPLIT) for word in ("日本語", "中本語", "plain", "other")]
    right = strip_of([("│ right", plain)], WIDTH - SPLIT)
    sent = [
        ThriftyUpdate(ChopsUpdate([{0: one, SPLIT: right}], [(0, 0, WIDTH)], [[SPLIT, WIDTH]]), shown).render_segments(
            CONSOLE
        )
        for one in left
    ]
    assert ["right" in text for text in sent] == [True, True, False, False]


@pytest.mark.parametrize("system", ["truecolor", "256", "standard"])
def test_any_terminal_is_led_to_the_same_screen(
    system: Literal["truecolor", "256", "standard"], monkeypatch: pytest.MonkeyPatch
) -> None:
    for style in STYLES:
        if style is not None:
            monkeypatch.setattr(style, "_ansi", None)  # what it was rendered to for another terminal
    console = Console(color_system=system, force_terminal=True)
    chance, shown = Random(7), Shown()
    screen = drawn(chance)
    sent, plain = (
        [ThriftyUpdate(whole(screen), shown).render_segments(console)],
        [whole(screen).render_segments(console)],
    )
    for _ in range(6):
        screen = mended(screen, chance)
        sent.append(ThriftyUpdate(part(screen), shown).render_segments(console))
        plain.append(part(screen).render_segments(console))
        assert after(*sent) == after(*plain)


def test_overlay_that_opens_and_closes_leaves_nothing_behind() -> None:
    plain, shown, sent = STYLES[1], Shown(), list[str]()
    under = strip_of([("x" * WIDTH, plain)], WIDTH)
    over = strip_of([("日over", plain)], 8)
    for line, ends in (
        ({0: under}, [WIDTH]),
        ({0: None, SPLIT: over, SPLIT + 8: None}, [SPLIT, SPLIT + 8, WIDTH]),
        ({0: under}, [WIDTH]),
    ):
        update = ChopsUpdate([line], [(0, 0, WIDTH)], [ends])
        sent.append(ThriftyUpdate(update, shown).render_segments(CONSOLE))
    assert after(*sent)[0] == after(sent[0])[0]


def test_overlay_that_goes_costs_what_was_under_it() -> None:
    plain, shown = STYLES[1], Shown()
    under = strip_of([("x" * WIDTH, plain)], WIDTH)
    over = strip_of([("over", plain)], 8)
    sent = [
        ThriftyUpdate(ChopsUpdate([line], [(0, 0, WIDTH)], [[]]), shown).render_segments(CONSOLE)
        for line in ({0: under}, {0: under.crop(0, 4), 4: over, 12: under.crop(12, WIDTH)}, {0: under})
    ]
    assert [text.count("x") for text in sent] == [WIDTH, 0, 8]


def test_what_is_shown_already_is_not_sent() -> None:
    shown, plain = Shown(), STYLES[1]
    screen = [(strip_of([("C10 ●", plain)], SPLIT), strip_of([("Remains", plain)], WIDTH - SPLIT))] * HEIGHT
    first = ThriftyUpdate(whole(screen), shown).render_segments(CONSOLE)
    alike = [(Strip(list(left)), Strip(list(right))) for left, right in screen]
    assert ThriftyUpdate(part(alike), shown).render_segments(CONSOLE) == ""
    shown.forget()
    assert ThriftyUpdate(part(alike), shown).render_segments(CONSOLE) == first


def test_one_changed_word_costs_its_cells() -> None:
    plain, good = cast("Style", STYLES[1]), cast("Style", STYLES[3])
    before = strip_of([("C10 ", plain), ("owed", plain), (" 6,000", plain)], WIDTH)
    now = strip_of([("C10 ", plain), ("done", good), (" 6,000", plain)], WIDTH)
    shown = Shown()
    ThriftyUpdate(ChopsUpdate([{0: before}], [(0, 0, WIDTH)], [[WIDTH]]), shown).render_segments(CONSOLE)
    sent = ThriftyUpdate(ChopsUpdate([{0: now}], [(0, 0, WIDTH)], [[WIDTH]]), shown).render_segments(CONSOLE)
    assert sent.startswith("\x1b[1;5H")
    assert sent.endswith("done\x1b[0m")
    assert "C10" not in sent


def test_what_lies_beside_an_overlay_is_known_when_it_goes() -> None:
    plain, shown = STYLES[1], Shown()
    under, other = (strip_of([(char * WIDTH, plain)], WIDTH) for char in "xy")
    over = strip_of([("over", plain)], 8)
    sent = [
        ThriftyUpdate(ChopsUpdate([line], [(0, 0, WIDTH)], [[]]), shown).render_segments(CONSOLE)
        for line in ({0: under}, {4: over}, {0: under}, {4: over}, {0: other})
    ]
    assert [text.count("x") for text in sent] == [WIDTH, 0, 8, 0, 0]
    assert sent[-1].count("y") == WIDTH
    assert after(*sent)[0] == after(sent[-1])[0]
