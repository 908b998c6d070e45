"""Sides that the lexicon does not know, recognised by what they do: "the Tamir League handed over"."""

from __future__ import annotations

import re
from collections import Counter

from store.domain.typed import TYPE_CHECKING
from store.reading.grammar.groups import group
from store.reading.lexicon import Entry, Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.reading.article import Article

_NAME = r"(?:[A-Z][\w’'-]*[a-z][\w’'-]*|[A-Z]{2,}[\w-]*)(?: (?:of (?:the )?)?[A-Z][\w’'-]+){0,3}"
_SHORT = r"(?: \([A-Z-]{2,10}\))?"
_HANDING = (
    r"hand(?:ed|s)? over|return(?:ed|s)?|releas(?:ed|es|e)|free[ds]?|transferred|swapped|exchanged|received|gave back"
)
_ACTING = r"agreed|agrees|undertook|pledged|accepted|rejected|proposed|refused|withdr[ae]w|accused|will meet|met|signed"
_BEFORE = r"(?:(?:has|have|had|will|would|also|then|on \w+day|said (?:it|on \w+day)|says it)\s+){0,3}"
_DOES = re.compile(rf"\b({_NAME}){_SHORT}(?:,[^,.;]{{1,60}},)? {_BEFORE}(?:{_HANDING}|{_ACTING})\b")
_HANDS = re.compile(rf"\b({_NAME}){_SHORT} {_BEFORE}(?:{_HANDING})\b")
_PAIR = re.compile(rf"\b(?:between|by) (?:the )?({_NAME}){_SHORT} and (?:the )?({_NAME})\b")
_BOTH = re.compile(rf"\b({_NAME}) and (?:the )?({_NAME}) {_BEFORE}(?:{_HANDING}|{_ACTING})\b")
_TOWARDS = re.compile(
    rf"\b(?:freed|released|received|returned|handed over|transferred|back|exchanged?|swap(?:ped)?|prisoners|soldiers"
    rf"|bodies|fighters|hostages)(?: [\w,]+){{0,4}} (?:from|to|with|by|of) the ({_NAME})"
)
_ADJECTIVES = ("n", "an", "ian", "ese", "i", "ish", "ns", "ans", "ians", "is")
_LEADING = re.compile(
    r"^(?:(?:The|A|But|And|While|When|After|If|Both|Meanwhile|However|Then|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|\w+day)\s+)+"
)
_REBELS = re.compile(
    r"\b([A-Z][a-z]+(?:n|i|ese|sh)) (rebels|opposition|insurgents|guerrillas|separatists|pirates)\b"
    r"|\b([A-Z][a-z]{3,}) (rebels|insurgents|guerrillas|separatists|pirates)\b"
)
_WHICH = frozenset(
    (
        "Former", "Suspected", "Armed", "Islamist", "Islamic", "Marxist", "Leftist", "Communist", "Muslim", "Rival",
        "Other", "Some", "Many", "Most", "Both", "These", "Those", "Ethnic", "Sunni", "Shiite", "Northern", "Southern",
        "Eastern", "Western", "Local", "Captured", "Freed", "Anti", "Three", "Four", "Five", "Defeated", "Government",
    )
)  # fmt: skip
"""Words before "rebels" that are no name of theirs."""
_FEW = 2
_MOST = 6
"""How many unknown sides of an article are believed."""
_LONGEST = 400_000
"""How many letters of an article are looked at."""


def strangers_in(article: Article, lexicon: Lexicon) -> Iterator[Entry]:
    """Yield sides that an article names and the lexicon does not know, with their adjectives."""
    text = article.text[:_LONGEST]
    yield from _rebels(text, lexicon)
    seen = _seen(text)
    hands = {_bare(match[1]) for match in _HANDS.finditer(text)}
    known = {words for kind, words in lexicon.entries if kind in ("actor", "seat", "person")}
    lasts = {words.split()[-1] for kind, words in lexicon.entries if kind == "person"}
    taken = 0
    for name, times in seen.most_common():
        if taken == _MOST:
            return
        if not name or _is_known(name, known, lasts) or name.split()[0] in group("no sides") or text.count(name) < _FEW:
            continue
        if _is_person(name, text):
            continue
        if times >= _FEW or name in hands or _acts_as_side(text, name):
            taken += 1
            yield Entry("actor", name, name)
            yield from (Entry("actor", form, name) for form in _adjectives(name, text))


def _seen(text: str) -> Counter[str]:
    """Count names by how often they do, or are done, what sides do; "the League" counts for the Tamir League."""
    seen: Counter[str] = Counter()
    for pattern in (_DOES, _TOWARDS, _PAIR, _BOTH):
        for match in pattern.finditer(text):
            seen.update(_bare(name) for name in match.groups())
    for name in list(seen):
        longer = next((other for other in seen if other.endswith(f" {name}")), None)
        if longer is not None:
            seen[longer] += seen.pop(name)
    return seen


def _is_known(name: str, known: set[str], lasts: set[str]) -> bool:
    words = [word.casefold() for word in name.split()]
    return " ".join(words) in known or words[-1] in lasts or any(word in known for word in words)


def _is_person(name: str, text: str) -> bool:
    """Whether a name stands behind a first name somewhere: "Nadiya Savchenko"."""
    if f"the {name}" in text:
        return False
    firsts = re.findall(rf"\b([A-Z][a-z]+) {re.escape(name)}\b", text)
    return any(first not in group("no sides") and not _LEADING.match(f"{first} ") for first in firsts)


def _rebels(text: str, lexicon: Lexicon) -> Iterator[Entry]:
    """Yield rebels without a name of their own: "the rebels" of "Syrian rebels"."""
    found = _REBELS.search(text)
    if found is None or any(group in text for group in lexicon.groups if not group.endswith("opposition")):
        return
    people, what = found[1] or found[3], found[2] or found[4]
    side = lexicon.entries.get(("actor", people.casefold()))
    of_a_state = side is not None and side.meaning not in lexicon.groups and what != "opposition"
    if (f"the {what}" not in text and not of_a_state) or people in _WHICH or people in group("no sides"):
        return
    yield Entry("actor", found.group(), found.group())
    yield Entry("seat", what, found.group())
    if side is None:
        yield Entry("actor", people, found.group())
    if side is not None and what != "pirates":
        yield Entry("faces", found.group(), side.meaning)


def _bare(name: str) -> str:
    return re.sub(r"[’']s$", "", _LEADING.sub("", name))


def _acts_as_side(text: str, name: str) -> bool:
    """Whether a name is no person's: the article stands before it, or an adjective of it occurs."""
    return f"the {name}" in text or any(True for _ in _adjectives(name, text))


def _adjectives(name: str, text: str) -> Iterator[str]:
    """Yield the words for its people that occur: "Norvania" has "Norvanian"."""
    if " " in name or name.isupper():
        last = name.split()[-1]
        if " " in name and f"the {last}" in text and last not in ("Party", "Army", "State"):
            yield last
        return
    stem = name[:-1] if name[-1] in "ae" else name
    for base in (name, stem):
        for ending in _ADJECTIVES:
            form = base + ending
            if form != name and re.search(rf"\b{re.escape(form)}\b", text):
                yield form
