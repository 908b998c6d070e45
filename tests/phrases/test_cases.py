"""What the grammar makes of phrases, clauses and sentences with known answers."""

import json
from datetime import date
from pathlib import Path

import pytest

from store.phrases import find, resolve
from tests.phrases.cases import FOLDER, Case, cases_in, days_of

FILES = sorted((FOLDER / "cases").glob("*.jsonl"))
ARTICLES = sorted((FOLDER / "articles").glob("*.json"))
DEV = FOLDER.parents[2] / "shared" / "dates" / "dev.jsonl"
KNOWN_WRONG = frozenset((FOLDER / "known_wrong.txt").read_text().splitlines())
"""The texts that are known to come out wrong; they stay in as such."""
KNOWN = 0.97
"""The least share of kinds and lengths, and of dates in sentences, that must come out right."""


def right(case: Case) -> bool:
    """Whether a case comes out as it should."""
    return days_of(resolve(case.text, case.reference, case.tense, case.lang)) == case.days


def check(cases: list[Case]) -> None:
    """Expect all cases of a set to come out right but those known not to."""
    wrong = [case for case in cases if not right(case) and case.text not in KNOWN_WRONG]
    assert wrong == [], "\n".join(map(str, wrong))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_phrases_come_to_the_days_that_the_conventions_give(path: Path) -> None:
    check(cases_in(path))


def test_what_is_known_to_be_wrong_is_still_wrong() -> None:
    cases = [case for path in FILES for case in cases_in(path) if case.text in KNOWN_WRONG]
    assert len(cases) >= len(KNOWN_WRONG)
    assert [str(case) for case in cases if right(case)] == []


@pytest.mark.skipif(not DEV.exists(), reason="the development phrases are not beside the project")
def test_the_development_phrases_come_out_right() -> None:
    assert [str(case) for case in cases_in(DEV) if not right(case)] == []


@pytest.mark.parametrize("path", [path for path in FILES if "silent" not in path.stem], ids=lambda path: path.stem)
def test_lengths_and_kinds_are_told(path: Path) -> None:
    cases = [case for case in cases_in(path) if case.kind != "none"]
    wrong = []
    for case in cases:
        answer = resolve(case.text, case.reference, case.tense, case.lang)
        told = None if answer is None else (answer.kind.value, answer.min_days, answer.max_days)
        if told != (case.kind, case.least, case.most):
            wrong.append(f"{case} is {case.kind} {case.least}-{case.most}, told {told}")
    assert len(cases) - len(wrong) >= KNOWN * len(cases), "\n".join(wrong)


@pytest.mark.parametrize("path", [path for path in FILES if "clauses" in path.stem], ids=lambda path: path.stem)
def test_the_one_date_of_a_sentence_is_found_where_it_stands(path: Path) -> None:
    cases = cases_in(path)
    wrong = []
    for case in cases:
        found = find(case.text, case.reference, case.lang)
        start, end = case.words or (0, 0)
        if len(found) != 1 or days_of(found[0].window) != case.days or found[0].start >= end or found[0].end <= start:
            wrong.append(f"{case}: {[(case.text[one.start : one.end], one.window.edtf) for one in found]}")
    assert len(cases) - len(wrong) >= KNOWN * len(cases), "\n".join(wrong)


@pytest.mark.parametrize("path", [path for path in FILES if "silent" in path.stem], ids=lambda path: path.stem)
def test_sentences_without_a_date_are_left_alone(path: Path) -> None:
    cases = cases_in(path)
    loud = [str(case) for case in cases if find(case.text, case.reference, case.lang)]
    assert len(cases) - len(loud) >= KNOWN * len(cases), "\n".join(loud)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_articles_give_up_their_dates_and_nothing_else(path: Path) -> None:
    article = json.loads(path.read_text())
    found = find(article["text"], date.fromisoformat(article["ref"]), article.get("lang", "en"))
    missed = []
    for phrase in article["phrases"]:
        here = [one for one in found if one.start < phrase["end"] and one.end > phrase["start"]]
        if (phrase["earliest"], phrase["latest"]) not in [days_of(one.window) for one in here]:
            missed.append((phrase["words"], [one.window.edtf for one in here]))
    places = [(phrase["start"], phrase["end"]) for phrase in article["phrases"]]
    invented = [one for one in found if not any(one.start < end and one.end > start for start, end in places)]
    assert len(missed) <= 1, missed
    assert len(invented) <= 1, invented
