"""Boards: values fetched for a query and handed to the domain, which does the reckoning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from store.domain.board import Board, Moment, Page, Row, Totals
from store.domain.shelves import Shelf
from store.domain.typed import TYPE_CHECKING
from store.repository import fetch, paging, searching
from store.repository.meetings import meetings, outlook
from store.repository.setting import Setting, focus_track

if TYPE_CHECKING:
    from store.domain.changes import Change
    from store.domain.rounds import RoundStanding
    from store.repository.chosen import Chosen


DAYS_REACH = 8
"""How many days of evidence before and after the shown one a board names."""


def build_board(setting: Setting) -> Board:
    """Fetch and reckon everything that is on the screen for a query."""
    query, near = setting.query, setting.near()
    track = focus_track(setting)
    order = _order(setting)
    found = meetings(setting)
    return Board(
        moment=Moment(
            day=setting.day,
            evidence_ends=near.newest,
            today=query.today,
            latest=query.day is None or query.day == near.newest,
            previous=near.previous,
            following=near.following,
        ),
        reading=query.reading,
        tracks=setting.tracks,
        track=track,
        actors=setting.actors,
        rounds=found.rounds,
        page=_page(setting, order),
        totals=order.totals(),
        outlook=outlook(setting, track, found),
        days=setting.around(DAYS_REACH),
        changes=_changes(setting, found.rounds) if query.with_changes else (),
        changes_since=query.since or near.previous,
        every_track=setting.every_track(),
    )


def build_ground(setting: Setting) -> Board:
    """Fetch what everything said of a query rests on: its day, its reading, tracks and actors; nothing stands on it."""
    query, ends = setting.query, setting.near().newest
    latest = query.day is None or query.day == ends
    return Board(
        moment=Moment(setting.day, ends, query.today, latest),
        reading=query.reading,
        tracks=setting.tracks,
        track=None,
        actors=setting.actors,
        rounds=(),
        page=Page(filter=query.filter, order=query.order),
        totals=Totals({}),
        every_track=setting.every_track(),
    )


def build_outline(setting: Setting) -> Board:
    """Fetch and reckon the rounds and the outlook of a query's board, without its commitments and their totals."""
    track, found = focus_track(setting), meetings(setting)
    return build_ground(setting)._replace(track=track, rounds=found.rounds, outlook=outlook(setting, track, found))


def build_page(setting: Setting) -> Page:
    """Fetch and reckon only the page of commitments of a query: what paging and filtering change of its board."""
    return _page(setting, _order(setting))


def build_changes(setting: Setting) -> tuple[Change, ...]:
    """Fetch and reckon only what changed: what a board asked for without its changes leaves out."""
    return _changes(setting, meetings(setting).rounds)


def _changes(setting: Setting, rounds: Sequence[RoundStanding]) -> tuple[Change, ...]:
    from store.repository.changed import changes  # what is printed seldom lists changes

    return changes(setting, rounds)


def _order(setting: Setting) -> paging.Order:
    query = setting.query
    recognises = query.reading.recognises
    return paging.Order(
        setting.connection,
        setting.day,
        {number: recognises(band.recognised, band.bound) for number, band in setting.bands().items()},
        setting.tallies(),
        setting.memory.recall("nowhere", None, searching.Nowhere),
        searching.sought(query.filter),
        (searching.track_marker(query.track),) if query.track else (),
        query.size,
    )


def _page(setting: Setting, order: paging.Order) -> Page:
    query = setting.query
    around = setting.numbers([query.around]).get(query.around) if query.around else None
    chosen = _chosen(setting)
    if chosen is None:
        keys, before, after = paging.page_keys(order, around, query.size, from_end=query.from_end)
        return Page(tuple(rows_at(setting, keys)), before, after, query.filter)
    places, before, after = paging.page_keys(chosen, around, query.size, from_end=query.from_end)
    keys = list(chosen.lying([place[2] for place in places]))
    return Page(tuple(rows_at(setting, keys)), before, after, query.filter, query.order, chosen.matches)


def _chosen(setting: Setting) -> Chosen | None:
    """Return the places that a filter with terms leaves, or that another order puts them in; None where words do."""
    query = setting.query
    if not query.filter and not query.order.column:
        return None
    from store.repository.choosing import filter_of
    from store.repository.chosen import Chosen  # most boards are looked at whole

    chosen = filter_of(setting)
    if chosen.plain and not query.order.column:
        return None
    return Chosen(setting, chosen, query.order, query.size)


def count_matches(setting: Setting) -> int | None:
    """Count the commitments that a filter leaves; None where there is none."""
    if not setting.query.filter:
        return None
    from store.repository.choosing import filter_of
    from store.repository.chosen import Chosen

    return Chosen(setting, filter_of(setting), setting.query.order, setting.query.size).count()


def labels(setting: Setting, most: int) -> list[str]:
    """List the labels of the commitments that a filter leaves, in their order, at most so many."""
    chosen = _chosen(setting)
    places = chosen.after(None) if chosen is not None else _order(setting).after(None)
    numbers = [place[2] for place in islice(places, most)]
    query = f"SELECT id, label FROM commitments WHERE id {fetch.LISTED}"
    found = dict(tuple(row) for row in setting.connection.execute(query, (fetch.listed(numbers),)))
    return [found[number] for number in numbers]


def rows_at(setting: Setting, keys: Sequence[paging.Key]) -> Iterator[Row]:
    """Reckon the rows at some places of the board, in their order."""
    found = setting.standings([key[2] for key in keys])
    for key in keys:
        if key[2] in found:
            yield Row(found[key[2]], Shelf(key[0]), key)


def all_rows(setting: Setting, limit: int | None, chunk: int = 200) -> Iterator[Row]:
    """Walk all commitments in the order asked for, fetching a stretch at a time."""
    chosen = _chosen(setting)
    keys: Iterator[paging.Key]
    if chosen is None:
        keys = islice(_order(setting).after(None), limit)
    else:
        keys = _lying(chosen, islice(chosen.after(None), limit), chunk)
    while stretch := list(islice(keys, chunk)):
        yield from rows_at(setting, stretch)


def _lying(chosen: Chosen, places: Iterator[tuple[int, object, int]], chunk: int) -> Iterator[paging.Key]:
    while stretch := list(islice(places, chunk)):
        yield from chosen.lying([place[2] for place in stretch])
