"""Searching: whether hits are taken one by one or looked for along the board, the same rows come in the same order."""

from datetime import date
from typing import Any

import pytest

from store.domain.folding import folded
from store.domain.reading import Reading
from store.domain.requests import BoardQuery
from store.repository import Repository, searching
from store.repository.paging import AMONG
from tests.conftest import TODAY
from tests.store.handmade import added
from tests.store.records import labels

WAYS = (
    lambda _most: 1,  # few hits: each of them is looked at
    lambda most: 1 if most == AMONG else most + 1,  # the board is walked, and each place looked up among all hits
    lambda most: AMONG if most == AMONG else most + 1,  # so it is, but hardly any way: then each hit is looked at
    lambda most: most + 1,  # the words of each place are looked into
)
"""How many hits are counted, for each way of searching."""


@pytest.mark.parametrize("more", [{}, {"day": date(2024, 3, 15)}, {"reading": Reading("AA")}, {"track": "T2"}], ids=str)
@pytest.mark.parametrize("text", ["p", "prisoners", "silence ist", "n001", "дети", "Брянія", "zzz"])
def test_all_ways_of_searching_find_the_same(
    generated: Repository, monkeypatch: pytest.MonkeyPatch, text: str, more: dict[str, Any]
) -> None:
    found = []
    for way in WAYS:
        monkeypatch.setattr(searching, "count", lambda *asked, way=way: way(asked[-1]))
        asked = BoardQuery(TODAY, size=50, filter=text, **more)
        pages = [generated.page(asked), generated.page(asked._replace(from_end=True))]
        pages.append(generated.page(asked._replace(around=pages[0].rows[-1].label if pages[0].rows else None)))
        found.append([(labels(page.rows), page.more_before, page.more_after) for page in pages])
    assert all(other == found[0] for other in found)


FOLDED = [
    ("İstanbul ISTANBUL istanbul", ["istanbul"] * 3),
    ("Iğdır", ["igdir"]),
    ("Журавлёв, Їжакевич", ["журавлев", "іжакевич"]),
    ("Łukasik-Öztürk_№ 17", ["lukasik", "ozturk", "no", "17"]),
    ("STRASSE straße", ["strasse", "strasse"]),
    (' "*( ', []),
]


@pytest.mark.parametrize(("text", "words"), FOLDED)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert folded(text) == words


def test_words_of_a_filter_count_once_and_not_without_end() -> None:
    assert searching.sought("a A b") == ("a", "b")
    assert len(searching.sought(" ".join(f"w{number}" for number in range(50)))) == searching.MOST_WORDS


def test_what_is_typed_on_to_words_found_nowhere_is_found_nowhere() -> None:
    nowhere = searching.Nowhere()
    nowhere.note(("pris", "list"), ("¦h",))
    assert nowhere.holds(("prisoners", "lists", "young"), ("¦h",))
    assert not nowhere.holds(("prisoners",), ("¦h",))
    assert not nowhere.holds(("prisoners", "li"), ("¦h",))
    assert not nowhere.holds(("prisoners", "lists"), ("¦o",))


def test_words_found_nowhere_are_looked_for_again_after_a_write(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.repository.paging._NEAR", 1)
    monkeypatch.setattr("store.repository.paging.Order._few", lambda _: False)
    asked = BoardQuery(TODAY, filter="lightship")
    assert not repository.page(asked).rows
    added(repository, "commitment", what="lightship")
    assert [row.standing.commitment.what for row in repository.page(asked).rows] == ["lightship"]
