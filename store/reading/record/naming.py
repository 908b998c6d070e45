"""Who is who: the names that articles use, as the codes of the record's actors."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from store.domain.model import ARTICLE, Actor, Track
from store.domain.typed import TYPE_CHECKING
from store.domain.words import ActorKind
from store.reading.proposals import ALL_SIDES

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.reading.proposals import Said

_SIGNS = re.compile(r"[^a-z0-9]+")
_LONGEST = 40
_WORD = re.compile(r"\w+")


def folded(name: str) -> str:
    """Fold a name, so that case, accents, blanks and a leading article make no difference."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(char for char in plain if not unicodedata.combining(char)).replace("’", "'")
    return " ".join(bare.split()).removeprefix("the ")


def slug(name: str) -> str:
    """Write a name as a code: small letters, digits and hyphens; empty where it has none of them."""
    return _SIGNS.sub("-", folded(name)).strip("-")[:_LONGEST].strip("-")


class Naming:
    """The actors by their names. `add` makes another actor known."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self.actors: dict[str, Actor] = dict(actors)
        self._codes: dict[str, str] = {}
        for actor in actors.values():
            self._name(actor)

    def _name(self, actor: Actor) -> None:
        for name in (actor.code, actor.name, *actor.aliases):
            self._codes.setdefault(folded(name), actor.code)

    def add(self, actor: Actor) -> None:
        """Know one more actor."""
        self.actors[actor.code] = actor
        self._name(actor)

    def code(self, name: str | None, track: Track | None = None) -> str | None:
        """Return the code of a name; None where nobody is called so. `all sides` are the joint parties of a track."""
        if not name:
            return None
        if folded(name) == ALL_SIDES:
            return self.joint(track.parties) if track else None
        return self._codes.get(folded(name))

    def joint(self, members: Iterable[str]) -> str | None:
        """Return the joint actor that stands for some sides together; of none named, for all of them."""
        wanted = frozenset(members)
        if not wanted:
            return self._codes.get(ALL_SIDES)
        found = (a.code for a in self.actors.values() if a.kind is ActorKind.JOINT and frozenset(a.members) == wanted)
        return next(found, None)

    def side(self, code: str | None) -> str | None:
        """Return the side that an actor speaks for: its own where it is a side."""
        actor = self.actors.get(code) if code else None
        if actor is None:
            return None
        return actor.speaks_for or (actor.code if actor.kind in (ActorKind.SIDE, ActorKind.JOINT) else None)

    def mouth(self, code: str | None) -> str | None:
        """Return with whose mouth an actor speaks: a spokesperson with the office's."""
        actor = self.actors.get(code) if code else None
        return (actor.office or actor.code) if actor else None

    def mouth_of(self, said: Said, track: Track | None) -> str:
        """Return with whose mouth somebody speaks; the article's own where nobody is named."""
        name = said.speaker or said.body
        code = self.code(name, track)
        if code is None:
            return f"? {name}" if name else ARTICLE
        return self.mouth(code) or code

    def among(self, codes: Iterable[str], words: str) -> int:
        """Count of which actors a name stands in a text of folded words with blanks between them and at both ends."""
        found = 0
        for actor in (self.actors[code] for code in codes if code in self.actors):
            names = (" ".join(_WORD.findall(folded(name))) for name in (actor.name, *actor.aliases))
            found += any(f" {name} " in words for name in names if name)
        return found

    def title(self, code: str) -> str:
        """Return the name of an actor."""
        actor = self.actors.get(code)
        return actor.name if actor else code


def fresh(wanted: str, taken: Callable[[str], bool]) -> str:
    """Return a label that is not taken: the wanted one, else one with a number behind it."""
    label, number = wanted, 2
    while taken(label):
        label, number = f"{wanted}-{number}", number + 1
    return label
