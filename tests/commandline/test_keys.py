"""The keys: listed, changed by a file, and refused with one sentence where the file makes no sense."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.keys import Keys as Known
from textual.keys import _character_to_key

from store.domain.library import Shelf
from store.domain.requests import BoardQuery
from store.repository import Repository
from tests.commandline.running import NOW, Run
from tui.commands.board import COMMANDS as BOARD
from tui.commands.chosen import Keys, choose, redoing, returning, spell_out, undoing
from tui.commands.closing import closing, opener
from tui.commands.command import Where, bindings
from tui.commands.every import COMMANDS, by_place
from tui.commands.footer import Situation, footer_hints
from tui.commands.inbox import joining, taking_back, waiting_again
from tui.commands.view import view_bindings
from tui.keymap import NAMED, Refused, clashes, key_named, read_keys, written
from tui.render.bars import masthead
from tui.render.frame import Pane
from tui.render.help import help_sheet, palette_sheet
from tui.render.inbox import readings_sheet
from tui.render.kept import kept_sheet
from tui.render.keys import keys_sheet
from tui.render.ledger import empty_sheet as empty_ledger
from tui.render.sources import sources_sheet
from tui.render.spans import EMPTY_SHEET
from tui.render.tour import tour_steps
from tui.screens.about import AboutScreen
from tui.screens.plain import PlainSheet


@pytest.fixture(autouse=True)
def _usual_keys() -> Iterator[None]:
    yield
    choose({})


def file_of(run: Run, text: str) -> Path:
    path = run.home / ".config" / "talks-tui" / "keys.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("/", "slash", "/"), ("k", "k", "k"), ("K", "K", "K"), ("Ctrl+F", "ctrl+f", "Ctrl+F"),
        ("F5", "f5", "F5"), ("esc", "escape", "Esc"), ("pgup", "pageup", "PgUp"),
        ("shift+tab", "shift+tab", "Shift+Tab"),
        ("+", "plus", "+"), ("ctrl+\\", "ctrl+backslash", "Ctrl+\\"), ("space", "space", "space"), ("ф", "ф", "ф"),
        ("#", "number_sign", "#"), ("ctrl+shift+f5", "ctrl+shift+f5", "Ctrl+Shift+F5"),
    ],
)  # fmt: skip
def test_keys_are_known_by_what_people_call_them(text: str, name: str, shown: str) -> None:
    assert key_named(text) == (name, shown)
    assert key_named(written(name))[0] == name


@pytest.mark.parametrize(
    "text", ["foo", "", " ", "ctrl+", "ctrl+m", "Ctrl+I", "ctrl+[", "ctrl+c", "shift+j", "f99", "\x1b"]
)
def test_keys_that_no_terminal_sends_are_refused(text: str) -> None:
    with pytest.raises(Refused):
        key_named(text)


def test_keys_have_the_names_of_the_screen_library() -> None:
    for code in range(33, 127):
        assert key_named(chr(code))[0] == _character_to_key(chr(code)), chr(code)
    assert set(NAMED) - {"space", "enter"} <= {key.value for key in Known}


def test_the_usual_keys_clash_with_none(run: Run) -> None:
    everything = {command.id: Keys(command.usual_keys, "") for command in BOARD}
    assert list(clashes(COMMANDS, everything)) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('filter = ["?"]', ":1: filter: ? is the key of 'help' already"),
        ('help = ["h"]\n\nfilter = ["h"]', "h is the key of"),
        ('journal = ["k"]', ":1: journal: k is the key of 'up' already"),
        ('quit_now = "a"\naccept = ["a"]', "a is the key of"),
        ('# keys\n"fliter" = ["k"]', ":2: fliter: there is no such command: `talks-tui keys` lists them"),
        ('filter = ["foo"]', ":1: filter: there is no key 'foo'"),
        ('filter = ["ctrl+m"]', "no terminal tells ctrl+m from Enter"),
        ("filter = []", 'write its keys as ["k"]'),
        ("[filter]\nkey = 1", ':1: filter: write its keys as ["k"]'),
        ('filter = ["a"', "(at "),
        ('"\\u001b]0;x" = 3', "<U+001B>]0;x: there is no such command"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_with_one_sentence(run: Run, text: str, says: str) -> None:
    path = file_of(run, text)
    result = run("keys", "--check")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"talks-tui: {path}")
    assert says in result.err
    assert result.err.count("\n") == 1
    assert "\x1b" not in result.err
    assert undoing() == "u undoes"


def test_bytes_that_are_no_text_and_folders_are_refused(run: Run, tmp_path: Path) -> None:
    file_of(run, "").write_bytes(b"\xff\xfe")
    assert "is no text in UTF-8" in run("keys", "--check").err
    with pytest.raises(Exception, match="cannot be read"):
        read_keys(tmp_path, COMMANDS)


def test_a_file_can_be_begun_with_and_is_taken(run: Run) -> None:
    assert run("keys", "--check").out.startswith("there is no ")
    begun = run("keys", "--toml").out
    assert tomllib.loads(begun) == {}
    lines = [line.removeprefix("# ") for line in begun.splitlines() if " = [" in line]
    found = tomllib.loads("\n".join(lines))
    assert found["filter"] == ["/", "ctrl+f"]
    assert set(found) == {command.id for command in COMMANDS if command.keys}
    file_of(run, 'undo = ["z"]\nlatest = "End"\nlast = ["G"]\n')
    assert run("keys", "--check").out.endswith("keys.toml can be taken\n")
    assert tomllib.loads(run("keys", "--toml").out) == {"undo": ["z"], "latest": ["end"], "last": ["G"]}


def test_the_keys_are_listed_for_people_and_for_the_manual(run: Run) -> None:
    file_of(run, 'filter = ["F", "ctrl+f"]')
    result = run("keys")
    assert result.code == 0
    assert max(map(len, result.lines)) <= 80
    assert "  filter           F ctrl+f " in result.out
    for command in COMMANDS:
        assert not command.keys or f"  {command.id} " in result.out
    table = run("keys", "--markdown").out
    assert "| `F` `ctrl+f` | `filter` | " in table
    assert run("keys", "--toml", "--markdown").code == 2


def test_what_was_chosen_is_bound_and_shown_everywhere(store_path: Path) -> None:
    choose({"filter": Keys(("F", "ctrl+f"), "F"), "undo": Keys(("z",), "z"), "latest": Keys(("Z",), "Z"),
            "journal": Keys(("slash",), "/")})  # fmt: skip
    bound = {binding.id: binding.key.split(",") for binding in bindings(BOARD, Where.BOARD, Where.DESK)}
    assert bound["filter"] == ["F", "ctrl+f", "А"]
    assert bound["undo"] == ["z", "я"]
    assert "slash" in bound["journal"]
    in_view = [binding for binding in view_bindings() if "slash" in binding.key.split(",")]
    assert [binding.id for binding in in_view] == ["narrow"]  # its own goes before what it shares
    assert all(isinstance(binding, Binding) for binding in in_view)
    hints = {hint.command: hint.key for hint in footer_hints(Situation(Where.OWED))}
    assert (hints["filter"], hints["undo"]) == ("F", "z")
    assert undoing() == "z undoes"
    with Repository.open(store_path) as repository:
        board = repository.board(BoardQuery(NOW.date()))
        past = repository.board(BoardQuery(NOW.date(), board.moment.previous))
    assert "Z latest" in "".join(text for text, _ in masthead(past, 120))
    for sheet in (
        help_sheet(Pane.OWED, "show only obligations", 80),
        palette_sheet("filter", (), board, 80, known=False, commands=COMMANDS),
    ):
        text = [" ".join("".join(words for words, _ in sheet.line(y)).split()) for y in range(sheet.height)]
        assert any(line.startswith("F ") or line.endswith(" F") for line in text)


def test_sentences_call_keys_as_the_table_does_unless_others_were_chosen() -> None:
    usual = {(command.id, key.casefold()) for command in COMMANDS for key in command.usually_shown.split()}
    sources = "".join(path.read_text("utf-8") for path in Path("tui").rglob("*.py"))
    named = set(re.findall(r"""key_words\(["'](\w+)["'], ["'](\S+?)["']\)""", sources))
    assert {command for command, _ in named} >= {"undo", "redo", "latest", "filter", "notices"}
    assert {(command, key.casefold()) for command, key in named} <= usual
    for command in COMMANDS:
        assert {(name, key.casefold()) for name, key in command.names} <= usual
        assert command.usual_help.count("{}") == len(command.names), command.id
    choose({command.id: Keys(("f5",), "F5") for command in COMMANDS})
    said = (undoing(), redoing(), returning(), waiting_again(), taking_back(), joining())
    assert {words.split()[0] for words in said} == {"F5"}


def test_help_tour_and_empty_lists_name_the_keys_as_they_are(run: Run) -> None:
    names_others = [command for command in COMMANDS if command.names]
    assert {"inbox", "import", "closer"} <= {command.id for command in names_others}
    words = {step.words for step in tour_steps() if "Enter" in step.words or "undoes" in step.words}
    assert any("Space sets a status, u undoes anything." in text for text in words)
    assert any("Enter gives it the whole screen" in text for text in words)
    file_of(run, 'copy = ["f4"]')
    assert "nothing was copied yet: F4 on the dashboard copies a row" in run("copied").err
    file_of(run, "copy = []")
    assert "nothing was copied yet: y on the dashboard copies a row" in run("copied").err
    choose({command.id: Keys(("f5",), "F5") for command in COMMANDS})
    assert all("F5" in command.help for command in names_others)
    assert [step.words.count("F5") for step in tour_steps()] == [0, 1, 0, 1, 4, 5]
    sheets = (
        readings_sheet((), 200), sources_sheet(Shelf((), 0), 200, by_origin=False), kept_sheet((), 200),
        empty_ledger("Nothing is highlighted.", "C10", 200),
    )  # fmt: skip
    said = ["".join(text for y in range(sheet.height) for text, _ in sheet.line(y)) for sheet in sheets]
    assert [words.count("F5") for words in said] == [1, 1, 2, 2]


def test_every_command_with_a_key_is_in_one_table_of_places() -> None:
    placed = [command for _, commands in by_place() for command in commands]
    assert {command.id for command in placed} == {command.id for command in COMMANDS if command.keys}
    assert not [title for title, _ in by_place() if title.startswith("In: ")]
    shown = keys_sheet(120)
    heads = [shown.line(y)[0][0] for y in range(shown.height) if shown.line(y)]
    assert [title for title, _ in by_place() if title in heads] == [title for title, _ in by_place()]


def test_what_a_command_opened_closes_with_its_keys() -> None:
    assert closing("help") == {"q", "й", "question_mark", "comma", "f1"}
    assert AboutScreen(lambda _: EMPTY_SHEET).hint == "↑↓ scrolls · H or Esc closes"
    choose({"about": Keys(("f9", "A"), "F9")})
    assert closing("about") == {"q", "й", "f9", "A", "Ф"}
    assert AboutScreen(lambda _: EMPTY_SHEET).hint == "↑↓ scrolls · F9 or Esc closes"
    assert all(opener(sheet.OPENED_BY).keys for sheet in PlainSheet.__subclasses__())


def test_where_signs_are_plain_the_enter_key_is_named(run: Run) -> None:
    spell_out(COMMANDS)
    hints = {hint.command: hint.key for hint in footer_hints(Situation(Where.OWED))}
    assert hints["open"] == "Enter"
    assert hints["filter"] == "/"
