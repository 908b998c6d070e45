"""Stances told by what is said of something: unacceptable, open to, not honoured, committed to."""

from __future__ import annotations

from datetime import date

import pytest

from store.reading import intake
from store.reading.lexicon import shipped
from store.reading.proposals import Position
from store.reading.reader import read


def _held(text: str) -> list[tuple[str, str]]:
    proposals = read(intake.from_text(text, published=date(2024, 5, 15)), shipped()).proposals
    return [(one.content.holder, one.content.stance) for one in proposals if isinstance(one.content, Position)]


@pytest.mark.parametrize(
    ("text", "holder", "stance"),
    [
        (
            "Sudan's army fights the RSF. The army said any presence of the RSF in power was out of the question.",
            "Sudan",
            "reject",
        ),
        (
            "Ethiopia and the TPLF fight. Addis Ababa said it was open to a ceasefire without conditions.",
            "Ethiopia",
            "accept",
        ),
        ("Armenia and Azerbaijan talk. Yerevan described the offer as a cynical ploy.", "Armenia", "criticise"),
        ("Armenia and Azerbaijan talk. Baku has not honoured the ceasefire, Yerevan said.", "Armenia", "accuse"),
        ("Sudan's army fights the RSF. The RSF said it was committed to the Jeddah process.", "RSF", "state"),
        ("Thailand and Cambodia clash. Cambodia renewed the demand for a pullback.", "Cambodia", "demand"),
        (
            "Thailand and Cambodia clash. Captives would go home only if Thailand opened the border, Cambodia said.",
            "Cambodia",
            "demand",
        ),
        (
            "UN envoy Hans Grundberg met Houthi leaders to urge an extension of the truce with Yemen.",
            "United Nations",
            "urge",
        ),
        ("Congo and M23 fight. Congo will not resume the talks in Doha.", "DR Congo", "reject"),
    ],
)
def test_what_is_said_of_something_is_a_stance(text: str, holder: str, stance: str) -> None:
    assert _held(text) == [(holder, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Armenia and Azerbaijan talk. The weather in Baku was not acceptable.",
        "Sudan's army fights the RSF. The RSF may be open to a truce.",
        "Thailand and Cambodia clash. Residents said the noise was unacceptable.",
    ],
)
def test_what_is_only_possible_or_nobodys_is_none(text: str) -> None:
    assert _held(text) == []


def test_in_a_readout_the_secretary_is_the_one_who_called() -> None:
    text = (
        "Readout of Secretary Blinken's Call with President Aliyev\n\n"
        "The Secretary urged President Aliyev to reopen the Lachin corridor to Armenia."
    )
    assert _held(text) == [("United States", "urge")]
