"""The seed record line by line: counts, locators, words, and nothing from outside its five sources."""

import re
from collections import Counter
from pathlib import Path

import pytest

from store.domain.requests import BoardQuery
from store.places import seeds_folder
from store.repository import Repository
from tests.conftest import TODAY
from tests.store.seeds import places, seed_lines

ARTICLES = Path(__file__).parents[3] / "shared" / "seeds"
LINES = list(seed_lines())
SOURCES = {label: fields for _, kind, label, fields in LINES if kind == "source"}


def labels(kind: str) -> list[str]:
    """List the labels of a kind, in the order of the files."""
    return [label for _, of, label, _ in LINES if of == kind]


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("track", ["IST25"]),
        ("round", ["R1", "R2", "R3", "M1", "M2", "M3", "M4"]),
        ("commitment", [f"C{n:02}" for n in range(1, 17)]),
        ("signal", [f"S{n}" for n in range(1, 20)]),
        ("gate", ["G1", "G2", "G3", "G4a", "G4b", "G5", "G6", "G7", "G8", "G9"]),
        ("position", [*(f"P{n:02}" for n in range(1, 19)), "P03b", "P03c"]),
        ("discrepancy", [f"X{n:02}" for n in range(1, 27)]),
        ("source", ["000", "001", "002", "003", "004"]),
    ],
)
def test_seeds_hold_every_fact_of_a_kind_once(kind: str, wanted: list[str]) -> None:
    assert sorted(labels(kind)) == sorted(wanted)


def test_seeds_hold_every_claim_of_delivery() -> None:
    assert {f"D{n}" for n in range(1, 14)} <= set(labels("claim"))


def test_no_two_claims_or_signals_share_a_label() -> None:
    counted = Counter(labels("claim") + labels("signal"))
    assert [label for label, n in counted.items() if n > 1] == []


def test_five_sources_have_four_origins() -> None:
    assert len({fields["origin"] for fields in SOURCES.values()}) == 4
    assert SOURCES["002"]["origin"] == SOURCES["004"]["origin"]


@pytest.mark.parametrize(
    ("label", "day", "window"),
    [
        ("001", "2025-05-22", "2025-05-22/2025-05-28"),
        ("002", "2025-06-02", "2025-06-02/2025-06-08"),
        ("004", "2025-06-02", "2025-06-02/2025-06-08"),
        ("003", "2025-06-23", "2025-06-23/2025-06-29"),
        ("000", "2025-06-25", None),
    ],
)
def test_publication_days_are_marked_as_inferred_and_say_why(label: str, day: str, window: str | None) -> None:
    fields = SOURCES[label]
    assert (fields["published"], fields["basis"]) == (day, "inferred")
    assert fields["why"]
    assert window in (None, fields["window"])


@pytest.mark.parametrize("label", list(SOURCES))
def test_every_fact_of_an_inferred_day_says_so(seeded: Path, label: str) -> None:
    with Repository.open(seeded, read_only=True) as repository:
        found = repository.evidence(label, BoardQuery(TODAY))
    cites = [
        *(claim.cite for claim in found.claims),
        *(signal.cite for signal in found.signals),
        *(report.cite for report in found.reports),
    ]
    assert cites
    assert all(cite.inferred for cite in cites)


@pytest.mark.parametrize(("where", "fields"), [(where, fields) for where, _, _, fields in LINES if places(fields)])
def test_every_locator_names_a_source_and_a_line(where: str, fields: dict[str, object]) -> None:
    for place in places(fields):
        source, colon, line = place.rpartition(":")
        assert source in SOURCES, where
        assert colon, where
        assert int(line) > 0, where


def test_every_fact_stands_in_the_file_of_its_first_source() -> None:
    stray = [
        where
        for where, _, _, fields in LINES
        if where.startswith("source-") and places(fields) and not where.startswith(f"source-{places(fields)[0][:3]}.")
    ]
    assert stray == []


def test_every_statement_has_the_words_it_rests_on() -> None:
    kinds = ("claim", "signal", "report", "gate")
    assert [where for where, kind, _, fields in LINES if kind in kinds and not fields.get("words")] == []


def test_every_contradiction_is_about_things_on_record() -> None:
    known = {label for _, _, label, _ in LINES}
    assert {label for _, kind, _, fields in LINES if kind == "discrepancy" for label in fields["about"]} <= known


@pytest.mark.parametrize(
    ("label", "kind", "about"),
    [
        ("X01", "origin", {"002", "004"}),
        ("X05", "scope", {"C10"}),
        ("X08", "strength", {"S8", "S9"}),
        ("X09", "object", {"S6", "S7"}),
        ("X10", "date", {"R3", "S8", "S16"}),
    ],
)
def test_contradiction_is_in_the_data(label: str, kind: str, about: set[str]) -> None:
    (fields,) = [fields for _, of, named, fields in LINES if of == "discrepancy" and named == label]
    assert fields["kind"] == kind
    assert about <= set(fields["about"])


def test_date_and_decision_and_quote_and_paraphrase_differ_in_the_data() -> None:
    signals = {label: fields for _, kind, label, fields in LINES if kind == "signal"}
    assert signals["S6"]["about"] != signals["S7"]["about"]
    assert (signals["S8"]["strength"], signals["S9"]["strength"]) == ("quote", "paraphrase")


@pytest.mark.parametrize(
    "outside", ["6,057", "6057", "1,212", "1212", "2025-07-23", "23 July", "1,245", "640", "303", "ICRC"]
)
def test_nothing_from_outside_the_sources_is_in_the_seeds(outside: str) -> None:
    pattern = re.compile(rf"(?<![\w,:-]){re.escape(outside)}(?![\w,])")
    facts = "\n".join(file.read_text("utf-8") for file in sorted(seeds_folder().glob("*.jsonl")))
    facts = re.sub(r'"(address|digest)": "[^"]*"', "", facts)
    assert pattern.findall(facts) == []


def straight(text: str) -> str:
    """Make curly quotes straight and join what layout splits."""
    return re.sub(r"\s+", " ", text.translate(str.maketrans("‘’“”\u00a0", "''\"\" ")))


@pytest.fixture(scope="module")
def articles() -> dict[str, list[str]]:
    """Return the lines of the five articles."""
    if not ARTICLES.is_dir():
        pytest.skip("the articles are not beside this checkout")
    files = {file.name[:3]: file for file in sorted(ARTICLES.glob("*.txt"))}
    return {label: straight_lines(files[label]) for label in SOURCES}


def straight_lines(file: Path) -> list[str]:
    """Read the lines of an article."""
    return [straight(line) for line in file.read_text("utf-8").split("\n")]


def test_every_locator_exists_in_its_article(articles: dict[str, list[str]]) -> None:
    for where, _, _, fields in LINES:
        for place in places(fields):
            source, _, line = place.rpartition(":")
            assert articles[source][int(line) - 1].strip(), f"{where}: {place} is empty"


@pytest.mark.parametrize("key", ["words", "phrase"])
def test_words_are_verbatim_in_the_line_they_are_said_to_stand_in(articles: dict[str, list[str]], key: str) -> None:
    wrong = []
    for where, _, _, fields in LINES:
        if key in fields and places(fields):
            source, _, line = places(fields)[0].rpartition(":")
            if straight(fields[key]).casefold() not in articles[source][int(line) - 1].casefold():
                wrong.append(f"{where}: {fields[key]!r}")
    assert wrong == []
