"""What can be copied of a thing, and how a citation reads."""

from __future__ import annotations

import csv
import io

import pytest

from store.domain.model import Source
from store.domain.requests import BoardQuery
from store.repository import Repository
from tests.conftest import TODAY
from tui.render.copies import citations, copies
from tui.render.tour import tour_lines, tour_steps


def texts(repository: Repository, label: str, **how: str) -> dict[str, str]:
    query = BoardQuery(TODAY)
    return {copy.name: copy.text for copy in copies(repository.board(query), repository.evidence(label, query), **how)}


def test_citation_names_voice_figure_source_day_and_place(repository: Repository) -> None:
    query = BoardQuery(TODAY)
    found = [text for _, text in citations(repository.evidence("C09", query), repository.board(query).actors)]
    place = "(thesmartinvestorguide.com, ~2025-06-25, 000:5)"
    assert f"the article says 6,060 remains of soldiers (RU→UA) handed over, cumulative {place}" in found
    assert any(text.startswith("Russia says about 6,000 remains of soldiers (RU→UA) handed over") for text in found)
    assert any("says 6,000 remains of soldiers (RU→UA) announced, due 9–15 Jun" in text for text in found)
    asked = [text for _, text in citations(repository.evidence("C13", query), repository.board(query).actors)]
    assert any("requested" in text for text in asked)


def test_cells_leave_out_what_nobody_gives(repository: Repository) -> None:
    found = texts(repository, "C10")
    assert (found["promised"], found["delivered"], found["left"]) == ("6,000", "78", "5,922")
    assert "over" not in found
    assert texts(repository, "C09")["over"] == "60"
    assert "delivered" not in texts(repository, "C12")
    assert texts(repository, "R2")["state"] == "held"
    assert "line to cite" in texts(repository, "G1")


def test_statement_under_the_cursor_comes_first(repository: Repository) -> None:
    query = BoardQuery(TODAY)
    evidence = repository.evidence("C09", query)
    label = next(claim.label for claim in evidence.claims if claim.label)
    found = list(texts(repository, "C09", line="the row", at=label))
    assert found[:2] == ["line", f"{label} cited"]
    assert found.count(f"{label} cited") == 1


def test_row_is_one_line_of_tabs_and_a_table_of_markdown(repository: Repository) -> None:
    found = texts(repository, "C09")
    heads, cells = csv.reader(io.StringIO(found["row with headings, tabs"]), delimiter="\t")
    assert len(heads) == len(cells)
    assert dict(zip(heads, cells, strict=True))["promised"] == "6,000"
    assert "\n" not in found["row, tabs"]
    lines = found["row, Markdown"].split("\n")
    assert len(lines) == 3
    assert len({line.replace("\\|", "").count("|") for line in lines}) == 1


@pytest.mark.parametrize("hostile", ["=1+1", "@x", "\x1b]52;c;aGk=\x07", "a\tb\nc", "[red]x[/] | <b>", "\u202eevil"])
def test_no_text_holds_a_control_character_or_a_formula(repository: Repository, hostile: str) -> None:
    query = BoardQuery(TODAY)
    evidence = repository.evidence("C09", query)
    assert evidence.standing is not None
    commitment = evidence.standing.commitment._replace(what=hostile)
    sources = {label: source._replace(publisher=hostile) for label, source in evidence.sources.items()}
    assert all(isinstance(source, Source) for source in sources.values())
    changed = evidence._replace(standing=evidence.standing._replace(commitment=commitment), sources=sources)
    for copy in copies(repository.board(query), changed):
        assert copy.text.replace("\t", "").replace("\n", "").isprintable()
        if "\t" in copy.text:
            cells = [cell for line in copy.text.split("\n") for cell in line.split("\t")]
            assert not any(cell.startswith(("=", "@")) for cell in cells)


@pytest.mark.parametrize("width", [36, 42, 60])
def test_steps_of_the_tour_fit_a_corner(width: int) -> None:
    steps = tour_steps()
    for number in range(len(steps)):
        lines = tour_lines(steps, number, width)
        assert max(sum(len(text) for text, _ in line) for line in lines) <= width
        if width == 42:
            assert len(lines) <= 12
