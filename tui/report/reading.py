"""What was read from an article, as lines: what is proposed, the words it rests on, and how it lies to the record."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from store.domain.typed import TYPE_CHECKING
from store.reading.record.compared import MatchKind
from store.reading.record.inbox import State
from tui.report.lines import Line, Part, Style, heading, joined, line
from tui.report.proposing import said_words, sentence, title_of
from tui.wording import day_words

if TYPE_CHECKING:
    from store.reading.article import Article
    from store.reading.record.inbox import Item, Opened, Reading

_INDENT, _LABEL = 2, 5
_MOST_WORDS = 200
_STYLES = {
    MatchKind.NEW: Style.GOOD,
    MatchKind.DIFFERS: Style.BAD,
    MatchKind.SUPERSEDES: Style.WAIT,
}


def reading_lines(opened: Opened) -> Iterator[Line]:
    """Say what was read, then each proposal by kind: the sentence, its words and place, and how it is matched."""
    yield from _head(opened.reading)
    for title, items in groupby(opened.items, key=lambda item: title_of(item.proposal.content)):
        yield line("")
        yield heading(title)
        for item in items:
            yield from _item(item, opened.article)


def _head(reading: Reading) -> Iterator[Line]:
    published = reading.published
    day = day_words(published.day, weekday=True) if published.day else "day not known"
    known = f"{published.basis}: {published.why}" if published.why else published.basis
    parts: list[Part] = [
        (reading.title or reading.address or "(untitled)", Style.HEAD),
        reading.publisher or "",
        f"{day} ({known})" if published.day else day,
    ]
    yield line(*joined(parts), hang=_INDENT)
    if published.day is None:
        yield _aside(
            "no relative date is resolved without the day of the article: --published DAY gives it", Style.WAIT
        )
    if reading.again:
        yield _aside(
            f"already read on {reading.at[:10]} by {reading.who}: this is how it stands in the inbox", Style.WAIT
        )
    if reading.source is not None:
        yield _aside(f"this very text is source {reading.source} of the record", Style.WAIT)
    if reading.near and reading.same_as is None:
        names = ", ".join(f"{alike.source} ({alike.how})" for alike in reading.near)
        first = reading.near[0].source
        yield _aside(f"nearly the same as {names}: --same-as {first} counts both as one origin", Style.WAIT)
    if reading.same_as is not None:
        yield _aside(f"taken for a rewriting of {reading.same_as}: they count as one origin")


def _aside(words: str, style: Style = Style.FAINT) -> Line:
    return line((words, style), indent=_INDENT)


def _item(item: Item, article: Article) -> Iterator[Line]:
    proposal, hang = item.proposal, _INDENT + _LABEL
    state: Part = "" if item.state is State.WAITING else (_stands(item), Style.FAINT)
    number = f"{item.number:<{_LABEL - 1}} "
    parts = joined([sentence(proposal.content), "corrected" if item.corrected else "", state])
    yield line((number, Style.STRONG), *parts, indent=_INDENT, hang=hang)
    words = " … ".join(article.words(span)[:_MOST_WORDS] for span in proposal.evidence)
    quoted = f"«{words}» " if words else ""
    yield line((f"{quoted}line {proposal.line} · {said_words(proposal.said)}", Style.FAINT), indent=hang, hang=hang)
    matches: list[Part] = [(match.words, _STYLES.get(match.kind, Style.FAINT)) for match in item.matches]
    linked: Part = (f"linked to {item.link}", Style.FAINT) if item.link else ""
    yield line(*joined([*matches, linked]), indent=hang, hang=hang)


def _stands(item: Item) -> str:
    labels = f" as {', '.join(item.labels)}" if item.labels else ""
    return f"{item.state.value}{labels}"
