"""How fast and how well phrases are read: `make phrases` prints it. Nothing is asserted; machines differ."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime

from store.phrases import find, resolve
from tests.phrases.cases import FOLDER, Case, cases_in, days_of

DAY = date(2025, 6, 10)
PROSE = "The sides met on Monday in the capital and agreed to exchange 1,000 prisoners by the end of June, they said. "
LONG = {
    "prose, two dates a sentence": (PROSE * 100)[:10_000],
    "one month over and over": "June " * 2000,
    "pairs of days": "22 June and " * 830,
    "numbers": "1 " * 5000,
    "brackets": "(" * 10_000,
    "nested parts": "last week of " * 760,
    "lengths": "two days " * 1100,
    "days in figures": "2025-06-22 " * 900,
}
"""Texts of ten thousand letters."""
FRESH = "import time; start = time.perf_counter(); {work}; print(time.perf_counter() - start)"


def milliseconds(work: Callable[..., object], *arguments: object, **options: object) -> float:
    start = time.perf_counter()
    work(*arguments, **options)
    return 1000 * (time.perf_counter() - start)


def in_a_fresh_interpreter(work: str) -> float:
    """Return the median of five runs, in milliseconds."""
    runs = [
        subprocess.run([sys.executable, "-c", FRESH.format(work=work)], capture_output=True, text=True, check=True)
        for _ in range(5)
    ]
    return statistics.median(1000 * float(run.stdout) for run in runs)


def answer(case: Case) -> object:
    return resolve(case.text, case.reference, case.tense, case.lang)


def print_shares() -> None:
    print("right answers, by set (those that end in 2 and 3 were written after the grammar, and then learned from)")
    for path in sorted((FOLDER / "cases").glob("*.jsonl")):
        cases = cases_in(path)
        right = sum(days_of(resolve(c.text, c.reference, c.tense, c.lang)) == c.days for c in cases)
        print(f"  {path.stem:16}{right:5} of {len(cases):4}  {100 * right / len(cases):5.1f} %")


def print_times() -> None:
    cases = [case for path in sorted((FOLDER / "cases").glob("*like*.jsonl")) for case in cases_in(path)]
    import_time = in_a_fresh_interpreter("import store.phrases")
    first = in_a_fresh_interpreter(
        "import datetime, store.phrases; store.phrases.resolve('by the end of June', datetime.date(2025, 6, 2))"
    )
    for case in cases:
        answer(case)
    warm = sorted(milliseconds(answer, case) for case in cases)
    print(f"import {import_time:.0f} ms; import and first phrase {first:.0f} ms")
    print(
        f"warm, {len(warm)} phrases: median {statistics.median(warm):.3f} ms, p95 {warm[len(warm) * 95 // 100]:.3f} ms"
    )
    print("texts of ten thousand letters, best of five")
    for name, text in LONG.items():
        best = min(milliseconds(find, text, DAY) for _ in range(5))
        print(f"  {name:30}{best:6.1f} ms")
    print_library(statistics.median(warm))


def print_library(ours: float) -> None:
    """Compare with the library that reads points, on phrases that are points."""
    import dateparser

    settings = {"RELATIVE_BASE": datetime(2025, 6, 10, tzinfo=UTC), "DATE_ORDER": "DMY"}
    phrases = ["2 June", "June 2nd", "yesterday", "three days ago", "in two weeks", "22 June 2025"]
    for phrase in phrases:
        dateparser.parse(phrase, languages=["en"], settings=settings)
    theirs = statistics.median(
        milliseconds(dateparser.parse, phrase, languages=["en"], settings=settings)
        for phrase in phrases
        for _ in range(5)
    )
    print(f"dateparser, warm, points only: median {theirs:.3f} ms, {theirs / ours:.1f} times ours")


if __name__ == "__main__":
    print_shares()
    print_times()
