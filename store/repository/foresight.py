"""Foresight: what is derived from a commitment, reckoned while its lines are read.

Where a new store is built, nearly every commitment stands in the file with its claims behind it. What the board and
the search keep of it is then worked out from those lines, in the process that reads them or, of many, in one of its
own (`ahead`), by the same rules as ever; nothing need be read back. What lies elsewhere in the file is noted:
`foreseen` reckons those anew at the end.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import Any

from store.domain.facets import followed
from store.domain.model import Actor, Cite, Claim, Commitment
from store.domain.quantities import Quantity
from store.domain.standing import Case
from store.domain.typed import NamedTuple
from store.domain.windows import NO_WINDOW, Window
from store.domain.words import REJECTED, ActorKind, Role, Strength
from store.repository import lookup
from store.repository.fetch import bound
from store.repository.placings import DELIVERIES, INSTRUMENTS, VERIFICATIONS
from store.repository.searching import Words
from store.repository.tables.columns import UNSPOKEN

_MOST_SOURCES = 200_000
"""How many sources are remembered at once; a commitment that cites others is left to the end."""
NULL = float("nan")
"""SQLite stores it as NULL; Python's driver hands over None by a search for adapters, which takes longer than a row."""
_day = lru_cache(maxsize=8192)(date.fromisoformat)
_written = lru_cache(maxsize=8192)(date.isoformat)


class Foreseen(NamedTuple):
    """What was worked out of a chunk's commitments, as rows; they are numbered from 1 through all parts."""

    bands: list[tuple[int, str, str, str]]
    """New bands: number, track, recognised, bound."""
    placings: list[tuple[Any, ...]]
    """Commitment, since, until, shelf, band, due; NULL for nothing, here and below."""
    facets: list[tuple[Any, ...]]
    """How the commitments stand, from day to day, as the rows of `placings.FacetRow`."""
    words: list[tuple[int, str, str]]
    """Commitment, words, marks."""
    apart: list[str]
    """Labels of which more, or something else, must be known: they are to be reckoned at the end."""


class _UnforeseenError(Exception):
    """Something is not known here."""


class Foresight:
    """Follows the lines of a file, one after the other, and works out commitments as soon as their claims are read."""

    def __init__(self) -> None:
        self._count = 0
        self._open: tuple[str, tuple[Any, ...]] | None = None
        self._claims: list[tuple[int, tuple[Any, ...]]] = []
        self._uids: set[str] = set()
        self._whole = True
        self._numbers: dict[tuple[str, tuple[str, ...], tuple[str, ...]], int] = {}
        self._sources: dict[str, tuple[str, str]] = {}
        self._actors: dict[str, Actor] = {}
        self._voices: dict[str, tuple[str | None, str | None]] = {}
        self._known: set[str] = set()
        self._words = Words(self._actors)
        self._found = Foreseen([], [], [], [], [])

    def handed(self) -> Foreseen:
        """Return what was worked out since it was asked for."""
        found, self._found = self._found, Foreseen([], [], [], [], [])
        return found

    def see(self, kind: str, label: str, uid: str, said: Any) -> None:
        """Take the next line."""
        if kind == "claim":
            if self._open is None or said[0] != self._open[0]:
                self._found.apart.append(said[0])
            elif uid not in self._uids:
                self._uids.add(uid)
                self._claims.append((len(self._claims) + 1, said))
                self._whole = self._whole and said[5] is None
            return
        self.close()
        if kind == "commitment":
            self._count += 1
            self._open = label, said
        elif kind == "source":
            if len(self._sources) >= _MOST_SOURCES:
                self._sources.clear()
            self._sources[label] = said["published"], said["origin"]
        elif kind == "actor":
            with suppress(ValueError):  # what is wrong with the line is told by who takes it
                actor = self._actors[label] = _actor(label, said)
                self._voices[label] = actor.speaks_for or _own_side(actor), actor.office
            self._known.clear()
            self._words = Words(self._actors)

    def close(self) -> None:
        """Work out the commitment whose lines were read."""
        if self._open is None:
            return
        label, said = self._open
        (track, round_, *parties, _), _, (category, what, unit, *_) = said
        if self._known.issuperset(parties) or all(self._knows(code) for code in parties):
            words = self._words.of(label, what, category, unit, round_, *parties)
            self._found.words.append((self._count, words, self._words.marks(track, category)))
        else:
            self._found.apart.append(label)
            self._whole = False
        try:
            if self._whole:
                self._work_out(label, said)
        except (_UnforeseenError, ValueError, KeyError, TypeError):
            self._whole = False  # what is wrong with lines is told by who takes them
        if not self._whole:
            self._found.apart.append(label)
        self._open, self._claims, self._uids, self._whole = None, [], set(), True

    def _knows(self, code: str) -> bool:
        """Whether an actor is known with every name that it has."""
        actor = self._actors.get(code)
        if actor is None or not all(member in self._actors for member in actor.members):
            return False
        self._known.add(code)
        return True

    def _work_out(self, label: str, said: tuple[Any, ...]) -> None:
        (track, round_, debtor, creditor, mirrors), needs, (category, what, unit, _, known) = said
        claims = tuple([self._claim(number, claim) for number, claim in self._claims])
        if known == UNSPOKEN:
            if not claims:
                raise _UnforeseenError
            first = min([claim.known_on for claim in claims])
        else:
            first = _day(known)
        kind = lookup.CATEGORY[category]
        commitment = Commitment(
            self._count, label, track, round_, debtor, creditor, kind, what, unit, first, mirrors, tuple(needs)
        )
        parties = bound(commitment, self._actors)
        where, how = followed(Case(commitment, claims, (), parties))
        for placing in where:
            until, band = placing.until, self._band(track, placing.recognised_by, parties)
            self._found.placings.append((
                self._count, _written(placing.since), _written(until) if until else NULL, int(placing.shelf),
                band, _written(placing.due),
            ))  # fmt: skip
        for since, end, act, delivery, verification, promised, delivered, left, news in how:
            self._found.facets.append((
                self._count, _written(since), _written(end) if end else NULL, INSTRUMENTS[act], DELIVERIES[delivery],
                VERIFICATIONS[verification], NULL if promised is None else promised,
                NULL if delivered is None else delivered, NULL if left is None else left, _written(news),
            ))  # fmt: skip

    def _band(self, track: str, recognised: tuple[str, ...], parties: tuple[str, ...]) -> int:
        key = track, recognised, parties
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._numbers) + 1
            self._found.bands.append((number, track, " ".join(recognised), " ".join(parties)))
        return number

    def _claim(self, number: int, said: tuple[Any, ...]) -> Claim:
        """Make the value of a claim, as far as what is derived from it asks."""
        about, sources, speaker, said_for, _, _, known, plain = said
        (way, locator, words, strength, via, earliest, latest, wide_first, wide_last, _, _, measure, *rest) = plain
        qualifier, low, point, high, basis, progress, event, instrument, recognising, role, _, *clauses = rest
        if any(clauses):
            raise _UnforeseenError
        published, origin = self._sources[sources[0]]
        office = None
        if speaker:
            voice, office = self._voices[speaker]
            said_for = said_for or voice
        if len(sources) > 1:
            for source in sources[1:]:
                self._sources[source]  # raises KeyError
        window = NO_WINDOW
        if earliest or latest:
            window = _window(earliest, latest, wide_first, wide_last)
        return Claim(
            number, None, _day(known or published),
            Cite(sources[0], locator, words, _STRENGTH[strength], speaker, said_for, via, office, origin),
            lookup.MEASURE[measure], about, None, tuple(way.split(">")) if way else None,
            _quantity(qualifier, low, point, high) if qualifier else None, lookup.BASIS[basis],
            lookup.DELIVERY[progress] if progress and progress != REJECTED else None, progress == REJECTED,
            lookup.EVENT[event] if event else None, lookup.INSTRUMENT[instrument] if instrument else None,
            tuple(recognising.split()) if recognising else (), lookup.CLAIMROLE[role] if role else None, window,
        )  # fmt: skip


_STRENGTH: dict[str, Strength] = lookup.STRENGTH
_quantity: Callable[..., Quantity] = lru_cache(maxsize=4096)(
    lambda qualifier, low, point, high: Quantity(lookup.QUALIFIER[qualifier], low, point, high)
)


def _window(*days: str | None) -> Window:
    earliest, latest, loose_earliest, loose_latest = (_day(day) if day else None for day in days)
    return Window(earliest, latest, loose_earliest, loose_latest)


def _own_side(actor: Actor) -> str | None:
    return actor.code if actor.kind in (ActorKind.SIDE, ActorKind.JOINT) else None


def _actor(label: str, said: dict[str, Any]) -> Actor:
    return Actor(
        label, said["name"], ActorKind(said["kind"]), Role(said["role"]), said.get("for"), said.get("office"),
        tuple(sorted(set(said.get("aliases") or ()))), tuple(said.get("members") or ()),
    )  # fmt: skip
