"""What can be put into a field: its words, and the actors that what is typed may mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store.domain.fields import Entry, FormField
from store.domain.typed import TYPE_CHECKING
from tui.forms.field import Offer
from tui.forms.texts import folded, shown_word

if TYPE_CHECKING:
    from store.domain.model import Actor

_SEVERAL = (Entry.ACTORS, Entry.LABELS, Entry.PLACE)
MOST = 30
"""How many are offered at most."""


def last_part(field: FormField, text: str) -> str:
    """Return what is being typed: of several the last one."""
    return text.rpartition(",")[2].strip() if field.entry in _SEVERAL else text.strip()


def joined_in(field: FormField, text: str, offer: Offer) -> str:
    """Put an offer in the place of what is being typed."""
    if field.entry not in _SEVERAL:
        return offer.text
    before, comma, _ = text.rpartition(",")
    return f"{before}{comma} {offer.text}" if comma else offer.text


def at_hand(field: FormField, text: str, actors: Mapping[str, Actor]) -> Sequence[Offer]:
    """List what fits what is typed, of words and actors."""
    if field.entry in (Entry.ACTOR, Entry.ACTORS):
        return _actors(text, actors)
    if field.entry is Entry.YES_NO:
        return [Offer(word) for word in ("yes", "no") if word.startswith(text.casefold())]
    start = folded(text).replace("_", " ").replace("-", " ")
    words = [shown_word(word) for word in field.words] if field.entry is not Entry.LEGS else []
    return [Offer(word) for word in words if start in word]


def _actors(text: str, actors: Mapping[str, Actor]) -> list[Offer]:
    """List the actors with a name or code that begins with a text, sides first."""
    start = folded(text)
    found = []
    for actor in actors.values():
        names = (actor.code, actor.name, *actor.aliases)
        fits = [name for name in names if any(part.startswith(start) for part in _starts(folded(name)))]
        if fits:
            also = f", {fits[0]}" if fits[0] not in (actor.code, actor.name) else ""
            offer = Offer(actor.code, f"{actor.name}{also}")
            found.append((not folded(actor.code).startswith(start), actor.kind != "side", offer))
    return [offer for _, _, offer in sorted(found, key=lambda one: (one[0], one[1], one[2].text))][:MOST]


def _starts(name: str) -> list[str]:
    """Return a name from each of its words on."""
    words = name.split()
    return [" ".join(words[place:]) for place in range(len(words))]
