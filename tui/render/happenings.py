"""What happened in words: one line for lists, and in full with its source for what is highlighted."""

from __future__ import annotations

from store.domain.journal import Judgement
from store.domain.model import Claim, Exchange, Signal, Source
from store.domain.rounds import RoundStanding
from store.domain.timeline import Due, Happening, Lane, Timeline
from store.domain.typed import NamedTuple
from store.domain.windows import Window
from store.domain.words import About, spoken
from tui.commands.chosen import key_words
from tui.render.names import Actors, name, said_by, way
from tui.render.spans import BLANK, Line, Role, fill, flow, joined, paragraph, put, spread
from tui.render.statements import Statement, claim_words
from tui.wording import day_words, figure_words, window_words

LANE_NAMES = {
    Lane.ROUNDS: "Rounds",
    Lane.EXCHANGES: "Exchanges",
    Lane.STATEMENTS: "Statements",
    Lane.CLAIMS: "Claims",
    Lane.JUDGEMENTS: "Judgements",
    Lane.DUE: "Due",
}

_WHEN, _LANE = 23, 12
_ROOM_FOR_LANE = 70


class Words(NamedTuple):
    """A happening in words."""

    label: str
    said: str
    """What happened."""
    who: str = ""
    """Who says so; empty where the record says it by itself."""
    place: str = ""
    """Where it stands."""


def when_words(happening: Happening) -> str:
    """Say on which days it was; what its words leave open is named too."""
    window = happening.window
    strict = window_words(Window(window.earliest, window.latest), year=True)
    if not window.ambiguous:
        return strict
    wide = Window(happening.first, happening.last)
    return f"{strict} (or {window_words(wide, year=True)})"


def words_of(happening: Happening, actors: Actors) -> Words:
    """Say what happened in one line."""
    fact = happening.fact
    match fact:
        case RoundStanding():
            said = " · ".join(part for part in (fact.round.name, happening.note or spoken(fact.state)) if part)
            return Words(happening.label, said)
        case Exchange():
            return Words(happening.label, " · ".join(part for part in (fact.name, fact.place or "") if part))
        case Signal():
            of = fact.round or ""
            about = "" if of and fact.about is About.ROUND else spoken(fact.about)
            matter = " ".join(part for part in (of, about) if part)
            said = f"{matter}: {spoken(fact.modality)}, {window_words(fact.window, year=True)}"
            return Words(fact.label or "", said, said_by(actors, fact.cite), fact.cite.locator)
        case Claim():
            about = fact.commitment or fact.exchange or ""
            return Words(fact.label or "", f"{about} {claim_words(fact)}".strip(), said_by(actors, fact.cite),
                         fact.cite.locator)  # fmt: skip
        case Judgement():
            value = spoken(fact.value) if fact.value else "taken back"
            return Words(fact.about, f"{spoken(fact.aspect)} {value}", fact.author)
        case Due():
            commitment = fact.commitment
            figure = figure_words(fact.terms.quantity) if fact.terms.quantity else ""
            parts = (
                way(commitment.debtor, commitment.creditor),
                commitment.what,
                figure,
                spoken(fact.terms.instrument),
            )
            return Words(commitment.label, " · ".join(part for part in parts if part))


def plain_words(happening: Happening, actors: Actors) -> str:
    """Say everything that a search may look for."""
    words = words_of(happening, actors)
    fact = happening.fact
    more = (fact.cite.words or "") if isinstance(fact, (Claim, Signal)) else ""
    return " ".join((*words, LANE_NAMES[happening.lane], when_words(happening), more))


def short_when(happening: Happening) -> str:
    """Say in few columns on which days it was; a day that is only the best of several has a ~ before it."""
    window = happening.window
    words = window_words(Window(window.earliest, window.latest), year=True)
    return f"~{words}" if window.ambiguous else words


def list_line(happening: Happening, actors: Actors, width: int) -> Line:
    """Tell a happening in one line of the list; what has no room is left out, for it stands in full below."""
    words = words_of(happening, actors)
    lane = width >= _ROOM_FOR_LANE
    left: Line = (
        (fill(short_when(happening), _WHEN), Role.STRONG),
        (fill(LANE_NAMES[happening.lane].lower(), _LANE) if lane else "", Role.MUTED),
        put(f"{words.label} " if words.label else "", Role.MUTED),
        put(words.said),
        put(f" · {words.who}" if words.who else "", Role.MUTED),
    )
    return spread(left, (put(words.place.split(", ")[0], Role.ACCENT),), width)


def full_lines(happening: Happening, timeline: Timeline, width: int) -> tuple[Line, ...]:
    """Tell a happening in full, with the words it rests on and their source."""
    fact, actors = happening.fact, timeline.actors
    if isinstance(fact, (Claim, Signal)):
        return (*_when(happening, width), *_stated(fact, happening, actors, width), *_source(fact, timeline, width))
    words = words_of(happening, actors)
    head: Line = (put(f"{words.label} ", Role.STRONG), put(words.said, Role.STRONG))
    return (*_when(happening, width), *flow(head, width), *flow(_more(happening, actors), width, indent=2))


def _when(happening: Happening, width: int) -> tuple[Line, ...]:
    known = " · known only as a range of days" if _ranged(happening) else ""
    return flow((put(when_words(happening), Role.ACCENT), put(known, Role.MUTED)), width)


def _ranged(happening: Happening) -> bool:
    return happening.first != happening.last and happening.lane is not Lane.DUE


def _stated(fact: Claim | Signal, happening: Happening, actors: Actors, width: int) -> tuple[Line, ...]:
    words = words_of(happening, actors)
    day = fact.said_on if isinstance(fact, Signal) else fact.known_on
    covers = window_words(fact.window, year=True) if isinstance(fact, Claim) and fact.window.bounded else ""
    said = joined([put(words.said, Role.STRONG), put(f"covers {covers}" if covers else "", Role.MUTED)])
    return Statement(words.label, said, fact.cite, day, fact.note).block(actors, width).lines


def _source(fact: Claim | Signal, timeline: Timeline, width: int) -> tuple[Line, ...]:
    source = timeline.sources.get(fact.cite.source)
    return flow(source_parts(source), width, indent=2) if source is not None else (BLANK,)


def source_parts(source: Source) -> Line:
    """Name a source, and how its day is known."""
    return joined([
        put(f"“{source.title}”" if source.title else source.label, Role.MUTED),
        put(source.publisher or "", Role.MUTED),
        put(f"{day_words(source.published)}, day {spoken(source.basis)}", Role.MUTED),
    ])  # fmt: skip


def _more(happening: Happening, actors: Actors) -> Line:
    fact = happening.fact
    match fact:
        case RoundStanding():
            places = " ".join(report.cite.locator for report in fact.reports[:3])
            parts = [put(fact.place or ""), put(fact.outcome or ""), put(fact.because, Role.MUTED),
                     put(places, Role.ACCENT)]  # fmt: skip
        case Exchange():
            legs = ", ".join(f"{way(leg.debtor, leg.creditor)} {leg.category}" for leg in fact.legs)
            serves = f"serves {' '.join(fact.serves)}" if fact.serves else ""
            witness = f"witness {name(actors, fact.witness)}" if fact.witness else ""
            parts = [put(legs), put(serves), put(witness, Role.MUTED)]
        case Judgement():
            parts = [put(f"judged by {fact.author}"), put(fact.reason or "", Role.QUOTE), put(fact.rests_on or "")]
        case Due():
            places = " ".join(claim.cite.locator for claim in fact.terms.statements[:3])
            phrase = f"“{fact.terms.due.phrase}”" if fact.terms.due.phrase else ""
            unowed = "" if fact.owed else "not owed on this reading"
            parts = [put(unowed, Role.WARN), put(phrase, Role.QUOTE), put(places, Role.ACCENT)]
        case _:
            parts = []
    return joined(parts)


def shared_words(place: int, count: int, width: int) -> tuple[Line, ...]:
    """Say which of several at one place this is."""
    if count < 2:
        return ()
    words = f"{place} of {count:,} here: {onward()} and {backward()} go through them"
    return paragraph(words, width, Role.MUTED)


def onward() -> str:
    """Return the key that goes to what happened next."""
    return key_words("next_happening", "→")


def backward() -> str:
    """Return the key that goes to what happened before."""
    return key_words("previous_happening", "←")
