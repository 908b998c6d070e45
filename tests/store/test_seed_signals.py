"""The statements about when in the seed record, as values."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.domain.requests import BoardQuery
from store.domain.windows import format_span
from store.repository import Repository
from tests.conftest import TODAY


@pytest.fixture(scope="module")
def opened(seeded: Path) -> Iterator[Repository]:
    """Return the seed record."""
    with Repository.open(seeded, read_only=True) as repository:
        yield repository


@pytest.mark.parametrize(
    ("label", "speaker", "on", "about", "window"),
    [
        ("S1", "trump", "2025-05-16/2025-05-21", "other", "2025-05-16/2025-05-28"),
        ("S2", "peskov", "2025-05-16/2025-05-22", "round", None),
        ("S3", "kremlin", "2025-05-16/2025-05-22", "round", None),
        ("S4", "ua-delegation", "2025-06-02", "reply", "2025-06-02/2025-06-30"),
        ("S5", None, "2025-06-02", "summit", None),
        ("S6", "putin", "2025-06-02/2025-06-22", "setting_its_date", "2025-06-23/.."),
        ("S7", "putin", "2025-06-02/2025-06-22", "round", "2025-06-23/.."),
        ("S8", "peskov", "2025-06-23", "setting_its_date", "2025-06-23/2025-06-29"),
        ("S9", "kremlin", "2025-06-23", "setting_its_date", "2025-06-23/2025-06-29"),
        ("S10", "peskov", "2025-06-23", "setting_its_date", "2025-06-23/2025-06-30"),
        ("S11", "kremlin", "2025-06-23", "setting_its_date", "2025-06-23/2025-06-30"),
        ("S12", "peskov", "2025-06-23", "round", None),
        ("S13", None, "2025-06-23", "round", "2025-07-01/2025-07-10"),
        ("S14", None, "2025-06-23", "other", "2025-07-01/2025-08-31"),
        ("S15", None, "2025-06-23", "round", None),
        ("S16", "peskov", "2025-06-25", "round", None),
        ("S17", "peskov", "2025-06-25", "setting_its_date", "2025-06-25/.."),
        ("S18", None, "2025-06-25", "round", "2025-06-25/.."),
        ("S19", "leavitt", "../2025-06-02", "summit", None),
    ],
)
def test_signal_says_when_as_the_facts_say(
    opened: Repository, label: str, speaker: str | None, on: str, about: str, window: str | None
) -> None:
    (found,) = opened.evidence(label, BoardQuery(TODAY)).signals
    assert (found.cite.speaker, format_span(found.said.earliest, found.said.latest), found.about) == (
        speaker,
        on,
        about,
    )
    assert format_span(found.window.earliest, found.window.latest) == window
