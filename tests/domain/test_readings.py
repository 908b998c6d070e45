"""Readings: whose view of what is owed."""

from store.domain.reading import Reading, reading_after, readings


def test_cycle_goes_through_every_reading_and_comes_back() -> None:
    parties = ("RU", "UA")
    assert [reading.name for reading in readings(parties)] == ["strict", "common", "RU", "UA"]
    current = Reading()
    seen = []
    for _ in readings(parties):
        seen.append(current.name)
        current = reading_after(current, parties)
    assert seen == ["strict", "common", "RU", "UA"]
    assert current == Reading()


def test_unknown_reading_is_followed_by_the_first() -> None:
    assert reading_after(Reading("US"), ("RU", "UA")) == Reading("strict")
