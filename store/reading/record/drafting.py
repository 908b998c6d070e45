"""What lines of a record are drafted with: fresh labels, places in the article, actors that are not on record yet."""

from __future__ import annotations

from store.domain.model import Actor, Track
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import Window, format_span
from store.domain.words import ActorKind, Role
from store.reading.proposals import ALL_SIDES
from store.reading.record.naming import slug

if TYPE_CHECKING:
    from typing import Any, Protocol

    from store.reading.article import Article
    from store.reading.proposals import Proposal
    from store.reading.record.compared import Ground

    class Labels(Protocol):
        """Gives labels that nothing on record has."""

        def begin(self, number: str) -> None:
            """Say for which proposal the next labels are; it gets those again that it had before."""

        def next(self, kind: str) -> str:
            """Return the next label of a kind: C17, E7, M5, P19, T2, 005."""

        def statement(self) -> str:
            """Return the next label of a claim or signal."""

        def free(self, kind: str, wanted: str) -> str:
            """Return a label as it is wanted, or with a number behind it where that is taken."""


MOST_WORDS = 300
"""How many characters of the words that a fact rests on are kept with it."""


class Drafted(NamedTuple):
    """One line of the record, to be taken as an import takes it."""

    kind: str
    label: str
    fields: dict[str, Any]


def filled(**fields: Any) -> dict[str, Any]:
    """Write the keys of a line: what is nothing is left out, and a trailing underscore is Python's."""
    return {key.rstrip("_"): value for key, value in fields.items() if value not in (None, "", [], ())}


def window_fields(window: Window) -> dict[str, Any]:
    """Write a window as the keys of a line."""
    loose = None
    if window.ambiguous:
        loose = format_span(window.loose_earliest or window.earliest, window.loose_latest or window.latest)
    span = format_span(window.earliest, window.latest)
    return filled(window=span, loose=loose, phrase=window.phrase, rule=window.rule)


def places(proposal: Proposal, article: Article, source: str) -> str | list[str]:
    """Write where in a source a proposal stands: one locator, or a list of several."""
    lines = [proposal.line, *(article.text.count("\n", 0, span.start) + 1 for span in proposal.evidence[1:])]
    found = [f"{source}:{line}" for line in dict.fromkeys(lines)]
    return found[0] if len(found) == 1 else found


def words_of(proposal: Proposal, article: Article) -> str | None:
    """Return the words that a proposal rests on, as they stand in the article, cut after many."""
    if not proposal.evidence:
        return None
    return article.words(proposal.evidence[0])[:MOST_WORDS].strip() or None


class People:
    """Finds actors by name, and drafts those that are not on record yet."""

    def __init__(self, ground: Ground, labels: Labels) -> None:
        self._naming, self._labels = ground.naming, labels
        self.drafted: list[Drafted] = []

    def side(self, name: str | None, track: Track | None) -> str | None:
        """Return the code of a side, which is drafted where nobody on record is called so."""
        if not name or name.casefold() == ALL_SIDES:
            return self._naming.code(name, track)
        code = self._naming.code(name, track)
        return code or self._new(Actor("", name, ActorKind.SIDE, Role.PARTY))

    def everybody(self, parties: tuple[str, ...]) -> str:
        """Return the code of all parties together."""
        code = self._naming.joint(parties)
        if code is not None:
            return code
        label = "+".join(parties)
        named = bool(parties) and len(label) <= MOST_CODE
        name = "both sides" if len(parties) == BOTH else ALL_SIDES
        joint = Actor("", name, ActorKind.JOINT, Role.PARTY, members=parties)
        return self._new(joint, label if named else "all-sides")

    def speaker(self, name: str | None, body: str | None) -> tuple[str | None, str | None]:
        """Return the codes of who speaks and of the side that is spoken for; None where nobody is named."""
        office = self._naming.code(body)
        if body and office is None:
            office = self._new(Actor("", body, ActorKind.BODY, Role.OTHER))
        side = self._naming.side(office)
        if not name:
            return office, side
        code = self._naming.code(name)
        if code is None:
            actor = self._naming.actors.get(office) if office else None
            held = actor.code if actor is not None and actor.kind is ActorKind.BODY else None
            code = self._new(Actor("", name, ActorKind.PERSON, Role.OTHER, side, held))
        return code, side or self._naming.side(code)

    def _new(self, actor: Actor, wanted: str = "") -> str:
        """Draft an actor, whose code is still to be found."""
        names = actor.name.split()
        last = names[-1] if actor.kind is ActorKind.PERSON and names else actor.name
        code = self._labels.free("actor", wanted or slug(last) or slug(actor.name) or "actor")
        self._naming.add(actor._replace(code=code))
        fields = filled(
            name=actor.name,
            kind=actor.kind.value,
            role=actor.role.value,
            for_=actor.speaks_for,
            office=actor.office,
            members=list(actor.members),
        )
        self.drafted.append(Drafted("actor", code, fields))
        return code


BOTH = 2
MOST_CODE = 20
"""How long the code of a joint actor may be to name its members."""
