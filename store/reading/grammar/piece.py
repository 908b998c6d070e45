"""One thing in a sentence, as the reader sees it."""

from __future__ import annotations

from store.domain.typed import NamedTuple
from store.phrases import Found, PhraseWindow


class Piece(NamedTuple):
    """One thing in a sentence."""

    kind: str
    """actor, place, number, unit, date, punct, quote, word, name, aux, modal, not, prep, pron, conj, each, or a
    class of the lexicon."""
    start: int
    """Where it begins, in the article's text."""
    end: int
    text: str
    """Its words, folded."""
    value: object = None
    """What it comes to: an actor's side, a number, a unit and kind, the found date."""
    form: str = ""
    """The form of a verb; `adj`, `name`, `seat` or `person` of an actor."""

    @property
    def unit(self) -> tuple[str, str]:
        """The unit and the kind of commitment of a piece that is a unit; empty for others."""
        return self.value if self.kind == "unit" and isinstance(self.value, tuple) else ("", "")

    @property
    def date(self) -> PhraseWindow | None:
        """The window of a piece that names days; None for others."""
        return self.value.window if self.kind == "date" and isinstance(self.value, Found) else None
