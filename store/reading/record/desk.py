"""The desk at which the lines of one article are drafted: what is known so far, and what was drafted."""

from __future__ import annotations

from collections.abc import Iterable

from store.domain.model import Track
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.proposals import ALL_SIDES, Commitment, Exchange, Proposal, Round
from store.reading.record.compared import Ground
from store.reading.record.drafting import Drafted, People, filled, places, words_of

if TYPE_CHECKING:
    from typing import Any

    from store.reading.article import Article
    from store.reading.record.drafting import Labels


class Chosen(NamedTuple):
    """A proposal that a person accepted."""

    proposal: Proposal
    link: str | None = None
    """The thing on record that the person says it is about."""
    corrected: bool = False
    """Whether the person changed it."""


class Desk:
    """Collects the lines of one article. `ground` grows with what is drafted, so that later proposals find it."""

    def __init__(self, article: Article, ground: Ground, source: str, labels: Labels) -> None:
        """Take the article, what the record holds, the label of the article's source, and where labels come from."""
        self.article, self.ground, self.source, self.labels = article, ground, source, labels
        self.people = People(ground, labels)
        self._lines: list[Drafted] = []
        self.made: dict[str, list[str]] = {}
        """The labels that were drafted for each proposal, by its number."""
        self._number = ""

    @property
    def lines(self) -> list[Drafted]:
        """Every line, the actors first."""
        return [*self.people.drafted, *self._lines]

    def begin(self, number: str) -> None:
        """Say for which proposal the lines to come are."""
        self._number = number
        self.labels.begin(number)
        self.made.setdefault(number, [])

    def put(self, kind: str, label: str, fields: dict[str, Any]) -> None:
        """Draft a line."""
        self._lines.append(Drafted(kind, label, fields))
        if self._number and label not in self.made[self._number]:
            self.made[self._number].append(label)

    @property
    def track(self) -> Track:
        """The negotiation that the article is about. Raises LookupError before `open_track`."""
        if self.ground.track is None:
            raise LookupError("no track was opened")
        return self.ground.track

    def open_track(self, chosen: Iterable[Proposal]) -> None:
        """Draft a negotiation of the sides that are named, where the article is about none on record."""
        if self.ground.track is not None:
            return
        names = dict.fromkeys(name for proposal in chosen for name in _parties(proposal))
        codes = [code for code in (self.people.side(name, None) for name in names) if code is not None]
        parties = tuple(dict.fromkeys(codes))
        title = "–".join(self.ground.naming.title(code) for code in parties[:MOST_NAMED]) or "Talks"
        track = Track(self.labels.next("track"), title, parties)
        self.put("track", track.label, {"name": title, "parties": list(parties)})
        record = self.ground.record
        self.ground = self.ground._replace(track=track, record=record._replace(tracks=(*record.tracks, track)))

    def cite(self, chosen: Chosen) -> dict[str, Any]:
        """Write who says a proposal, how directly, and where it stands."""
        proposal, said = chosen.proposal, chosen.proposal.said
        speaker, side = self.people.speaker(said.speaker, said.body)
        return filled(
            at=places(proposal, self.article, self.source),
            words=words_of(proposal, self.article),
            strength=said.strength.value,
            by=speaker,
            for_=side if side != self.ground.naming.side(speaker) else None,
            via=said.via,
        )

    def voice(self, chosen: Chosen) -> str | None:
        """Return the code of the side that a proposal is said for; None for the article's own voice."""
        return self.people.speaker(chosen.proposal.said.speaker, chosen.proposal.said.body)[1]

    def note(self, chosen: Chosen, *more: str | None) -> str | None:
        """Write what a later reader should know: how a number was derived, and that a person changed what was read."""
        figure = getattr(chosen.proposal.content, "figure", None)
        derived = f"Derived: {figure.how}." if figure is not None and figure.how else None
        corrected = "Corrected by hand after the rules had read it." if chosen.corrected else None
        return " ".join(part for part in (*more, derived, corrected) if part) or None


MOST_NAMED = 4
"""How many sides the name of a negotiation holds."""


def _parties(proposal: Proposal) -> tuple[str, ...]:
    """List the sides that a proposal shows to take part."""
    match proposal.content:
        case Commitment(debtor=giver, creditor=taker) | Exchange(giver=giver, taker=taker):
            named: tuple[str | None, ...] = (giver, taker)
        case Round(parties=parties):
            named = parties
        case _:
            named = ()
    return tuple(name for name in named if name and name != ALL_SIDES)
