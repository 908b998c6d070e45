"""`add` and `edit`: every kind by its fields, faults that name them, and the way back."""

import json

import pytest

from store.domain.forms import FORMS
from tests.commandline.running import Run

ADD: dict[str, tuple[str, ...]] = {
    "claim": ("about=C10", "figure=about 900", "at=000:5", "window=last week"),
    "signal": ("round=R3", "modality=expected", "at=000:5", "by=Peskov", "window=in July"),
    "commitment": ("from=Moscow", "to=Kyiv", "category=children", "what=Children", "owed.figure=300", "owed.at=000:5"),
    "round": ("name=Fourth round", "report.at=000:5", "report.state=expected"),
    "report": ("round=R3", "at=000:5", "state=postponed"),
    "exchange": ("name=Swap", "legs=RU>UA remains", "serves=C09", "said.at=000:5", "said.event=announced"),
    "gate": ("round=R3", "condition=First the remains", "at=000:5", "requires=C09, C10"),
    "position": ("actor=UA", "topic=truce", "stance=demands", "summary=A truce", "at=000:5"),
    "source": ("published=2 July 2025", "title=A dispatch"),
    "actor": ("name=Olena Petrenko", "kind=person", "role=witness", "for=Kyiv"),
    "track": ("name=Other talks", "parties=RU, US"),
}


@pytest.mark.parametrize("kind", FORMS)
def test_every_kind_is_added_and_lists_its_fields(run: Run, kind: str) -> None:
    result = run("add", kind, *ADD[kind])
    assert (result.code, result.out.startswith("added ")) == (0, True), result.err
    assert result.out.endswith("· undo: talks-tui undo\n")
    assert run("undo").code == 0
    listed = run("add", kind).out
    form = FORMS[kind]
    assert all(f"  {field.name} " in listed for field in form.fields)


def test_window_and_figure_are_told_as_they_are_understood(run: Run) -> None:
    result = run("add", "claim", *ADD["claim"])
    assert "figure = about 900" in result.err
    assert "window = 16–22 Jun 2025" in result.err
    assert "read on 25 Jun 2025, the day of 000" in result.err


def test_thing_is_shown_edited_and_taken_back(run: Run) -> None:
    assert "  what=Remains of soldiers\n" in run("edit", "C09").out
    assert run("edit", "c09", "what=Fallen", "unit=").out == (
        "C09: what Remains of soldiers · unit remains → what Fallen · unit none · undo: talks-tui undo\n"
    )  # fmt: skip
    assert "edit C09 · what Remains of soldiers" in " ".join(run("log", "C09").out.split())
    assert run("undo").out.startswith("undone: C09 what Fallen · unit none → what Remains of soldiers")
    assert run("redo").out.startswith("redone: C09 what Remains of soldiers")
    assert run("edit", "D1", "figure=6061").out.startswith("mended D1 as N5: how many 6060 → how many 6061")
    assert "N5 supersedes D1" in " ".join(run("log", "D1").out.split())
    assert run("edit", "R1@003:33", "place=Ankara").code == 0


def test_json_names_the_entry(run: Run) -> None:
    written = json.loads(run("edit", "C09", "what=Fallen", "--json").out)
    assert (written["action"], written["subject"], written["after"]) == ("edit", "C09", "what Fallen")
    assert json.loads(run("add", "actor", *ADD["actor"], "id=op", "--json").out)["subject"] == "op"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("add", "weather", "x=1"), 2, "'weather' is no kind of thing: write claim, signal"),
        (("add", "claim", "figure"), 2, "'figure' is no field with its value"),
        (("add", "claim", "about=C09", "about=C10"), 2, "'about' is given twice"),
        (("add", "claim", "about=C99", "at=000:5"), 3, "about: there is no commitment or exchange 'C99'"),
        (("add", "round", "name="), 2, "name: it cannot be empty"),
        (("add", "commitment", *ADD["commitment"], "id=C09"), 2, "label: 'C09' is on record already; C17 is free"),
        (("edit", "C99", "what=x"), 3, "holds nothing called 'C99'"),
        (("edit", "C09", "what="), 2, "what: it cannot be empty"),
        (("edit", "C09", "colour=red"), 2, "colour: a commitment has no such field"),
        (("edit", "C09", "what=Remains of soldiers"), 2, "C09 says so already"),
        (("edit", "000", "published=2025-06-20"), 2, "published: `redate` corrects"),
        (("edit", "X05", "summary=x"), 2, "X05 is a discrepancy"),
    ],
)
def test_faults_name_the_field_and_write_nothing(run: Run, arguments: tuple[str, ...], code: int, words: str) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (code, "")
    assert words in result.err
    assert len(json.loads(run("log", "--json").out)["entries"]) == 1


def test_hostile_texts_reach_neither_terminal_nor_markup(run: Run) -> None:
    result = run("edit", "C09", "what=[/]\x1b]52;c;aGk=\x07")
    assert result.code == 0
    assert "\x1b" not in result.out + run("show", "C09").out
    assert "\x1b" not in run("add", "claim", "\x1b=\x1b").err
