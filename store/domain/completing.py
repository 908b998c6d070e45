"""Completing a filter while it is typed: the terms, or the values of a term, that its last piece can become."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.domain.filtering import ALIASES, DAYS, NUMBERS, TERMS, Vocabulary, key
from store.domain.typed import NamedTuple

_LAST = re.compile(r'(?:^|\s)(-?)(?:([^\W\d_]+)(<=|>=|[:=<>]))?((?:"[^"]*"?|[^\s"])*)$')


class Completion(NamedTuple):
    """What the last piece of a text can become."""

    start: int
    """Where in the text that begins which is completed."""
    choices: tuple[str, ...] = ()
    ends: bool = False
    """Whether a choice ends the term."""

    def applied(self, text: str) -> str:
        """Complete a text as far as all choices agree; where that adds nothing, by the first of them."""
        if not self.choices:
            return text
        typed = text[self.start :]
        common = _common([choice.casefold() for choice in self.choices])
        if len(self.choices) > 1 and len(common) > len(typed) and common.startswith(typed.casefold()):
            return text[: self.start] + self.choices[0][: len(common)]
        done = self.choices[0]
        quoted = f'"{done}"' if " " in done else done
        return text[: self.start] + quoted + (" " if self.ends else "")


def _common(words: Sequence[str]) -> str:
    """Return what all words begin with."""
    first, last = min(words), max(words)
    return next((first[:place] for place, letter in enumerate(first) if not last.startswith(letter, place)), first)


def complete(text: str, vocabulary: Vocabulary) -> Completion:
    """Say what the last piece of a filter can become. Never raises."""
    found = _LAST.search(text)
    if found is None or not text:
        return Completion(len(text))
    _, name, _, rest = found.groups()
    if name is None:
        typed = rest.casefold()
        if not typed or not typed.isalpha():
            return Completion(len(text))
        fitting = tuple(
            f"{term}{'<' if term in (*DAYS, *NUMBERS) else ':'}" for term in TERMS if term.startswith(typed)
        )
        return Completion(found.start(4), fitting)
    term = ALIASES.get(name.casefold(), name.casefold())
    start = found.start(4) + rest.rfind(",") + 1
    typed = key(text[start:])
    fitting = tuple(value for value in vocabulary.spelled.get(term, ()) if key(value).startswith(typed))
    return Completion(start, () if fitting and [key(value) for value in fitting] == [typed] else fitting, ends=True)
