"""The commands of the timeline."""

from __future__ import annotations

from tui.commands.command import Command, Where

_LANES = ("the rounds", "the exchanges", "the statements", "the claims", "the judgements", "what is due")

COMMANDS: tuple[Command, ...] = (
    Command("next_happening", ("right",), "← →", "event", "go to what happened next in the lane; {} goes back",
            Where.TIMELINE, weight=2, in_palette=False, names=(("previous_happening", "←"),)),
    Command("previous_happening", ("left",), "←", "event before", "go to what happened before in the lane",
            Where.TIMELINE, in_palette=False),
    Command("screen_right", ("shift+right", "ctrl+right"), "Shift+→", "screen on",
            "scroll a screenful on; {} does too", Where.TIMELINE, in_palette=False, names=(("page_down", "PgDn"),)),
    Command("screen_left", ("shift+left", "ctrl+left"), "Shift+←", "screen back",
            "scroll a screenful back; {} does too", Where.TIMELINE, in_palette=False, names=(("page_up", "PgUp"),)),
    Command("closer", ("z",), "z Z", "zoom", "come closer: months, weeks, days; {} goes back", Where.TIMELINE, weight=2,
            in_palette=False, names=(("farther", "Z"),)),
    Command("farther", ("Z",), "Z", "farther", "go farther: days, weeks, months", Where.TIMELINE, in_palette=False),
    Command("as_words", ("w",), "w", "as words", "the same as a list in words; again shows the axis", Where.TIMELINE,
            weight=2, in_palette=False),
    Command("lane_1", ("1",), "1-6", "lanes", f"hide or show a lane; 1 is {_LANES[0]}", Where.TIMELINE, weight=3,
            in_palette=False),
    *(
        Command(f"lane_{number}", (str(number),), str(number), "lane", f"hide or show {name}", Where.TIMELINE,
                in_palette=False)
        for number, name in enumerate(_LANES[1:], 2)
    ),
)  # fmt: skip
