"""Who holds hostages, where a sentence names only who wants them back."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from store.reading.grammar.sentences import Scene
    from store.reading.transfers.counted import Counted


def from_captors(scene: Scene, counted: Counted, giver: str | None, taker: str | None) -> tuple[str | None, str | None]:
    """Return giver and taker of hostages where a state is told to free them: a group holds them, the state wins them.

    "Israel wants a deal to free all hostages" tells who wants them back.
    """
    faced = dict(scene.faces)
    captors = [scene.group] if scene.group is not None else list(faced)
    captor = captors[0] if len(captors) == 1 else None
    if captor is None or giver in (None, captor) or counted.owner in (captor, scene.people):
        return giver, taker
    if giver != faced.get(captor) and scene.group is not None:
        return giver, taker
    return captor, None if taker == captor else taker
