"""`new`, `import` and `log`."""

import json

import pytest

from store.places import seeds_folder
from tests.commandline.running import Run

ACTOR = '{"actor": "XX", "name": "Exland", "kind": "side", "role": "party"}'
TRACK = '{"track": "T1", "name": "Talks", "parties": ["XX"]}'


def test_new_makes_an_empty_store_and_touches_nothing_that_exists(run_nowhere: Run) -> None:
    path = run_nowhere.home / "mine.db"
    assert run_nowhere("new", str(path)).out == f"made an empty store at {path}\n"
    assert "no evidence yet" in run_nowhere("status", "--store", str(path)).out
    before = path.read_bytes(), path.stat().st_mtime_ns
    again = run_nowhere("new", str(path))
    assert again.code == 4
    assert "already exists" in again.err
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_new_with_the_seed_record(run_nowhere: Run) -> None:
    path = run_nowhere.home / "mine.db"
    assert "with the seed record" in run_nowhere("new", str(path), "--seed").out
    assert "R3" in run_nowhere("status", "--store", str(path)).out


@pytest.mark.parametrize(("path", "code"), [("", 2), ("no/such/folder/x.db", 4), (".", 4)])
def test_new_where_nothing_can_be_made(run_nowhere: Run, path: str, code: int) -> None:
    result = run_nowhere("new", path and str(run_nowhere.home / path))
    assert result.code == code
    assert len(result.err.splitlines()) == 1


def test_import_from_several_files_in_any_order(run_empty: Run) -> None:
    tracks, actors = run_empty.home / "tracks.jsonl", run_empty.home / "actors.jsonl"
    tracks.write_text(f"# a track\n\n{TRACK}\n", "utf-8")
    actors.write_text(f"\ufeff{ACTOR}\n", "utf-8")
    result = run_empty("import", str(tracks), str(actors))
    assert (result.code, result.err) == (0, "")
    assert "imported 1 actor, 1 track from" in result.out
    assert "Talks (T1)" in run_empty("status").out
    assert "nothing new" in run_empty("import", str(tracks), str(actors)).out


def test_the_seed_record_comes_in_through_import(run: Run, run_empty: Run) -> None:
    files = [str(file) for file in sorted(seeds_folder().glob("*.jsonl"))]
    assert run_empty("import", *files).code == 0
    assert run_empty("status", "--json").out == run("status", "--json").out
    assert run_empty("undo").code == 0


def test_import_from_standard_input(run_empty: Run) -> None:
    assert "from standard input" in run_empty("import", "-", typed=f"{ACTOR}\n{TRACK}").out
    assert run_empty("import", "-", "-").code == 2


def test_a_dry_run_saves_nothing(run_empty: Run) -> None:
    result = run_empty("import", "-", "--dry-run", typed=ACTOR)
    assert (result.code, "nothing was saved" in result.out) == (0, True)
    assert run_empty("show", "XX").code == 3


def test_every_bad_line_is_named_with_its_file_and_nothing_is_saved(run_empty: Run) -> None:
    good, bad = run_empty.home / "good.jsonl", run_empty.home / "bad.jsonl"
    good.write_text(f"{ACTOR}\n{TRACK}\n", "utf-8")
    bad.write_text('# fine\n{"actor": 5}\n\nnot json\n', "utf-8")
    result = run_empty("import", str(good), str(bad))
    assert (result.code, result.out) == (8, "")
    assert result.err.splitlines()[0] == "talks-tui: nothing was imported: 2 lines cannot be taken"
    assert f"{bad}:2: " in result.err
    assert f"{bad}:4: " in result.err
    assert run_empty("show", "XX").code == 3


def test_one_bad_line_is_one_line(run_empty: Run) -> None:
    result = run_empty("import", "-", typed='{"actor": "a\\u001b[2J", "nam": 1}')
    assert result.code == 8
    assert len(result.err.splitlines()) == 1
    assert result.err.startswith("talks-tui: nothing was imported: standard input:1: ")
    assert "\x1b" not in result.err


def test_many_bad_lines_are_counted(run_empty: Run) -> None:
    result = run_empty("import", "-", typed="x\n" * 1000)
    assert "1,000 lines cannot be taken" in result.err
    assert "(and 980 more)" in result.err


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"{\n\xf0\x28", b"a" * 5_000_000])
def test_what_is_no_text_is_refused(run_empty: Run, raw: bytes) -> None:
    result = run_empty("import", "-", typed=raw)
    assert result.code == 8
    assert "standard input:" in result.err


def test_a_file_with_a_hostile_name(run_empty: Run) -> None:
    path = run_empty.home / "a\x1b[2J\udcff.jsonl"
    path.write_text(ACTOR, "utf-8")
    assert "a<U+001B>[2J<U+DCFF>.jsonl" in run_empty("import", str(path)).out
    assert "U+001B>" in run_empty("log").out


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_a_file_that_cannot_be_read(run_empty: Run, name: str) -> None:
    result = run_empty("import", str(run_empty.home / name))
    assert result.code == 4
    assert "cannot be read" in result.err


def test_log_is_newest_first_and_says_why(run: Run) -> None:
    run("set", "C10", "stalled", "--reason", "no buses")
    run("set", "C09", "confirmed", "--by", "bob")
    lines = run("log").lines
    assert "bob · judge C09 · one-sided → confirmed" in lines[0]
    assert "2026-11-22 09:30:00Z" in lines[0]
    flat = " ".join(run("log", "c10").out.split())
    assert "ann · judge C10 · partial → stalled · no buses" in flat
    assert "C09" not in flat
    assert "there are older entries" in run("log", "--limit", "1").out
    assert "there are older entries" not in run("log", "--limit", "3").out


def test_log_as_json(run: Run) -> None:
    run("set", "C10", "stalled", "--reason", "no buses")
    entries = json.loads(run("log", "--json").out)["entries"]
    assert [entry["action"] for entry in entries] == ["judge", "begin"]
    assert entries[0] | {"why": "no buses", "before": "partial", "after": "stalled"} == entries[0]
    assert json.loads(run("log", "C09", "--json").out) == {"entries": []}


def test_log_of_nothing(run_empty: Run) -> None:
    assert run_empty("log").code == 0
    assert run_empty("log", "C99").code == 3


def test_new_from_files_and_standard_input(run_nowhere: Run) -> None:
    path, actors = run_nowhere.home / "mine.db", run_nowhere.home / "actors.jsonl"
    actors.write_text(f"{ACTOR}\n", "utf-8")
    result = run_nowhere("new", str(path), str(actors), "-", typed=TRACK)
    assert (result.out, result.err) == (f"made a new store with 1 actor, 1 track at {path}\n", "")
    assert "Talks (T1)" in run_nowhere("status", "--store", str(path)).out


def test_new_from_lines_that_cannot_be_taken_makes_nothing(run_nowhere: Run) -> None:
    path, bad = run_nowhere.home / "mine.db", run_nowhere.home / "bad.jsonl"
    bad.write_text(f"{ACTOR}\nno line\n", "utf-8")
    result = run_nowhere("new", str(path), str(bad))
    assert (result.code, len(result.err.splitlines())) == (8, 1)
    assert f"{bad}:2: " in result.err
    assert [file.name for file in run_nowhere.home.iterdir()] == ["bad.jsonl"]


def test_new_takes_the_seed_record_or_files(run_nowhere: Run) -> None:
    assert run_nowhere("new", str(run_nowhere.home / "mine.db"), "x.jsonl", "--seed").code == 2
