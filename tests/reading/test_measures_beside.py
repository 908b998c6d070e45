"""Truces that a phrase beside their noun tells, of whom they bind, and those that are only watched or threatened."""

from __future__ import annotations

import pytest

from tests.reading.texts import owed

_RSF = "Sudan's army and the RSF fight. The RSF shelled Sudan's army."
_WAR = "Russia and Ukraine fight on. Ukraine accused Russia, and Russia accused Ukraine."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"A three-day pause agreed on Tuesday by the warring factions was violated. {_RSF}", "truce | 3"),
        (f"The talks end with a seven-day truce about to run out on Sunday. {_RSF}", "truce | 7"),
        ("The commitment of the government of Ethiopia and the TPLF to a ceasefire remains a step.", "ceasefire"),
        (f"They met in Jeddah, and agreed on a nine-day truce. {_RSF}", "truce | 9"),
        (f"Sudan's army has extended the truce for 21 more days. {_RSF}", "truce | 21"),
        ("They agreed to set up four joint committees. India and Pakistan met. Pakistan and India.", "arrangement | 4"),
    ],
)
def test_truce_told_by_a_phrase_beside_it(text: str, expected: str) -> None:
    assert any(expected in line for line in owed(text))


@pytest.mark.parametrize(
    "text",
    [
        f"Turkey will monitor the ceasefire in the Black Sea, officials announced. {_WAR}",
        f"Renewed fighting is threatening a fragile truce. {_RSF}",
        f"They counted 90 breaches of the ceasefire, which began in November. {_RSF}",
        f"The envoy has tried for months to secure a deal that includes a ceasefire. {_RSF}",
        f"The onus is on the RSF to agree to a ceasefire. {_RSF}",
    ],
)
def test_truce_that_is_watched_or_wanted_is_not_owed(text: str) -> None:
    assert owed(text) == []


def test_power_that_talks_with_one_side_is_no_party() -> None:
    text = f"Russia and the United States agreed on a ceasefire in the Black Sea with Ukraine. {_WAR}"
    assert all("United States" not in line for line in owed(text))
    assert owed(text)


def test_allies_owe_a_truce_to_the_state_they_face() -> None:
    text = (
        "The Arakan Army and the TNLA declared a truce on Monday. The TNLA and the Arakan Army attacked Myanmar. "
        "Myanmar hit back."
    )
    (line,) = owed(text)
    assert line.startswith("None > Myanmar | truce")
