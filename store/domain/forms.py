"""Forms: what can be written of each kind of thing, field by field, when one is made or mended by hand.

A field bears the name of the key that a line of the record has for it (seeds/README.md). What comes along with a new
thing (how much a new commitment owes, what is reported of a new round) has fields of a second line, `part.key`.
"""

from __future__ import annotations

from enum import StrEnum

from store.domain.fields import Entry, Form, FormField, Part
from store.domain.quantities import Basis
from store.domain.words import (
    REJECTED,
    About,
    ActorKind,
    Category,
    ClaimRole,
    DayBasis,
    Delivery,
    Event,
    GateMode,
    Instrument,
    Measure,
    Modality,
    Role,
    RoundState,
    Strength,
)


def _word(name: str, title: str, kind: type[StrEnum], means: str, *, required: bool = False) -> FormField:
    return FormField(name, title, Entry.WORD, means, required, tuple(word.value for word in kind))


def _fixed(field: FormField) -> FormField:
    return field._replace(fixed=True)


def _needed(field: FormField) -> FormField:
    return field._replace(required=True)


_T = Entry.TEXT
_TRACK = _needed(FormField("track", "track", Entry.LABEL, "the negotiation", kinds=("track",)))
_ROUND = FormField("round", "round", Entry.LABEL, "the round or meeting", kinds=("round",))
_AT = _needed(FormField("at", "stands at", Entry.PLACE, "source and line: 000:5", kinds=("source",)))
_STRENGTH = _word("strength", "how told", Strength, "who is really speaking", required=True)
_BY = FormField("by", "said by", Entry.ACTOR, "empty = the article")
_FOR = FormField("for", "said for", Entry.ACTOR, "the side; empty = the speaker's own")
_VIA = FormField("via", "relayed by", _T, "the outlet it came through")
_WORDS = FormField("words", "words", _T, "the few words it rests on, verbatim")
_KNOWN = FormField("known", "known from", Entry.DAY, "empty = the day of the source")
_NOTE = FormField("note", "note", _T, "for later readers, in your words")
_CITE = (_STRENGTH, _BY, _FOR, _VIA, _WORDS)
_FIGURE = FormField("figure", "how many", Entry.FIGURE, "6000, ~6000, >3000, >=30, <=30, 20..30, all, several")
_BASIS = _word("basis", "counted", Basis, "what the figure counts")
_INSTRUMENT = _word("instrument", "by what act", Instrument, "only announced and agreed are owed")
_ACCEPTED = FormField("recognised_by", "accepted by", Entry.ACTORS, "the parties that accept it by this")
_EVENT = _word("event", "event", Event, "of an exchange as an event")
_STATE = _word("state", "state", RoundState, "empty = it only adds detail")
_WINDOW = FormField("window", "when", Entry.WHEN, "2025-06-30, ../2025-06-30, by the end of June")
_PLACE = FormField("place", "where", _T, "city or crossing")
_HOST = FormField("host", "host", Entry.ACTOR, "who hosts it")
_WHOM = (
    FormField("from", "from", Entry.ACTOR, "who owes it", required=True),
    FormField("to", "to", Entry.ACTOR, "to whom", required=True),
)
_CLAIMED = ("commitment", "exchange")
_HELD = ("round", "setting_its_date", "truce", "summit", "exchange", "settlement", "other")
_STANCES = ("demands", "proposes", "offers", "accepts", "rejects", "urges", "states")


def _beside(part: str, *fields: FormField) -> tuple[FormField, ...]:
    """Make the fields of a line that may come along: none of them is needed by itself."""
    return tuple(field._replace(name=f"{part}.{field.name}", required=False) for field in fields)


_ROUND_FORM = Form(
    "round",
    "a meeting of the delegations, or another meeting",
    (
        _TRACK,
        FormField("kind", "kind", Entry.WORD, "a round has a number", True, ("round", "meeting")),
        FormField("ordinal", "number", Entry.NUMBER, "which round of its track: 4"),
        FormField("name", "name", _T, "Fourth round", required=True),
        *_beside("report", _AT, _STATE, _WINDOW, _PLACE, _HOST, _STRENGTH, _BY, _WORDS),
    ),
    (("report", Part("report")),),
)
_COMMITMENT_FORM = Form(
    "commitment",
    "who owes what to whom",
    (
        _TRACK,
        _ROUND._replace(means="the round it comes from"),
        *_WHOM,
        _word("category", "kind", Category, "what kind of thing", required=True),
        FormField("what", "what", _T, "Remains of soldiers", required=True),
        FormField("unit", "unit", Entry.UNIT, "what is counted: prisoners, bodies"),
        FormField("mirrors", "mirrors", Entry.LABEL, "the one of the other direction", kinds=("commitment",)),
        FormField("needs", "needs", Entry.LABELS, "what must be carried out before", kinds=("commitment",)),
        *_beside("owed", _AT, _FIGURE, _BASIS, _INSTRUMENT, _ACCEPTED, _WINDOW._replace(title="due")),
        *_beside("owed", _STRENGTH, _BY, _WORDS),
        _fixed(_KNOWN._replace(means="where no place in a source is given above")),
    ),
    (("owed", Part("claim", (("measure", "owed"),))),),
)
_EXCHANGE_FORM = Form(
    "exchange",
    "people or remains are handed over",
    (
        _TRACK,
        FormField("name", "name", _T, "Swap of 25 June", required=True),
        FormField(
            "legs",
            "directions",
            Entry.LEGS,
            "RU>UA prisoners; UA>RU remains 1,200",
            False,
            tuple(word.value for word in Category),
        ),
        FormField("serves", "serves", Entry.LABELS, "the commitments it carries out", kinds=("commitment",)),
        _WINDOW,
        _PLACE,
        FormField("witness", "witness", Entry.ACTOR, "who saw it"),
        *_beside("said", _AT, _EVENT, _FIGURE, _STRENGTH, _BY, _WORDS),
    ),
    (("said", Part("claim", (("measure", "batch"),))),),
)
_CLAIM_FORM = Form(
    "claim",
    "a source says something of a commitment or exchange",
    (
        _fixed(FormField("about", "about", Entry.LABEL, "a commitment or exchange", True, kinds=_CLAIMED)),
        _AT,
        _word("measure", "measure", Measure, "what the figure measures", required=True),
        _FIGURE,
        _BASIS,
        FormField("progress", "progress", Entry.WORD, "in words", words=(*(word.value for word in Delivery), REJECTED)),
        _EVENT,
        _INSTRUMENT,
        _ACCEPTED,
        _word("role", "speaker is", ClaimRole, "to the commitment"),
        FormField("way", "direction", Entry.WAY, "of an exchange both ways: RU>UA"),
        _WINDOW._replace(means="due (owed), else the days it covers"),
        *_CITE,
        _KNOWN,
        _NOTE,
    ),
    superseded=True,
)
_REPORT_FORM = Form(
    "report",
    "a source says something of a round",
    (
        _fixed(_needed(_ROUND)),
        _AT,
        _STATE,
        _WINDOW._replace(means="when it was, or is to be"),
        _PLACE,
        _HOST,
        FormField("duration", "how long", _T, "in words: about an hour"),
        FormField("minutes", "minutes", Entry.NUMBER, "how long, in minutes"),
        FormField("heads", "heads", Entry.ACTORS, "of the delegations"),
        FormField("outcome", "outcome", _T, "what came out of it"),
        *_CITE,
        _KNOWN,
        _NOTE,
    ),
    superseded=True,
)
_SIGNAL_FORM = Form(
    "signal",
    "a source says something about when",
    (
        _TRACK,
        _ROUND,
        _AT,
        _word("about", "about", About, "what it says when of", required=True),
        _word("modality", "how firmly", Modality, "how firmly it is said", required=True),
        _WINDOW._replace(means="the days it points to; empty = none given"),
        FormField("said", "said on", Entry.SPAN, "empty = not told"),
        *_CITE,
        _KNOWN,
        _NOTE,
    ),
    superseded=True,
)
_GATE_FORM = Form(
    "gate",
    "something only after something else",
    (
        _TRACK,
        _ROUND._replace(means="the round it holds back"),
        FormField("holds", "holds back", Entry.WORD, "what waits", True, _HELD),
        _word("mode", "needs", GateMode, "all of them or any", required=True),
        FormField("requires", "requires", Entry.LABELS, "the commitments to fulfil first", kinds=("commitment",)),
        FormField("holds_commitments", "holds these", Entry.LABELS, "commitments held back", kinds=("commitment",)),
        FormField("condition", "condition", _T, "in your words", required=True),
        _AT,
        FormField("testable", "testable", Entry.YES_NO, "can the record decide it", required=True),
        *_CITE,
        _NOTE,
    ),
)
_POSITION_FORM = Form(
    "position",
    "what a side asks, offers or refuses",
    (
        FormField("actor", "who", Entry.ACTOR, "whose position", required=True),
        FormField("topic", "topic", _T, "ceasefire", required=True),
        FormField("stance", "stance", Entry.WORD, "what it does", True, _STANCES),
        FormField("summary", "in short", _T, "in your words", required=True),
        FormField("reply", "reply", _T, "what the other side says to it"),
        _TRACK._replace(required=False),
        _AT,
        _STRENGTH,
    ),
)
_ACTOR_FORM = Form(
    "actor",
    "a side, a body or a person",
    (
        FormField("name", "name", _T, "as boards write it", required=True),
        _word("kind", "kind", ActorKind, "a joint actor stands for its members", required=True),
        _word("role", "role", Role, "in the negotiation", required=True),
        FormField("for", "speaks for", Entry.ACTOR, "the side; empty = none"),
        FormField("office", "office", Entry.ACTOR, "the body whose words it gives out"),
        FormField("aliases", "also called", Entry.TEXTS, "other names, with commas between"),
        FormField("members", "members", Entry.ACTORS, "of a joint actor"),
    ),
)
_SOURCE_FORM = Form(
    "source",
    "an article, statement or dispatch",
    (
        FormField("title", "title", _T, "as it is headed"),
        FormField("publisher", "publisher", _T, "who published it"),
        _fixed(FormField("published", "published", Entry.DAY, "the best single day", required=True)),
        _fixed(_word("basis", "day is", DayBasis, "how the day is known", required=True)),
        _fixed(FormField("why", "why that day", _T, "where it is not stated")),
        FormField("origin", "origin", _T, "the report it goes back to; empty = itself"),
        FormField("upstream", "after", _T, "whom it names as its own source"),
        FormField("address", "address", _T, "where it can be read"),
        FormField("lang", "language", _T, "en, ru, uk"),
        _NOTE,
    ),
)
_TRACK_FORM = Form(
    "track",
    "one negotiation",
    (
        FormField("name", "name", _T, "as boards head it", required=True),
        FormField("parties", "parties", Entry.ACTORS, "who negotiates", required=True),
        FormField("host", "host", Entry.ACTOR, "who hosts it"),
        FormField("mediators", "mediators", Entry.ACTORS, "who mediates"),
    ),
)

FORMS: dict[str, Form] = {
    form.kind: form
    for form in (
        _CLAIM_FORM,
        _SIGNAL_FORM,
        _COMMITMENT_FORM,
        _ROUND_FORM,
        _REPORT_FORM,
        _EXCHANGE_FORM,
        _GATE_FORM,
        _POSITION_FORM,
        _SOURCE_FORM,
        _ACTOR_FORM,
        _TRACK_FORM,
    )
}
"""The form of each kind that is made and mended by hand; what is written most often comes first."""
