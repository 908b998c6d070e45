"""What is typed into the form of a thing, read field by field; what cannot be read is said at its field."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from store.domain.fields import Entry
from store.domain.forms import FORMS
from store.domain.model import Actor
from store.domain.records import Named, told
from store.domain.words import ActorKind, Role
from tui.forms.field import Offer
from tui.forms.offers import at_hand, joined_in, last_part
from tui.forms.reading import Typed, fields_of, hint_of, read_form
from tui.forms.texts import text_of

ACTORS = {
    actor.code: actor
    for actor in (
        Actor("RU", "Russia", ActorKind.SIDE, Role.PARTY, aliases=("Moscow", "Россия")),
        Actor("UA", "Ukraine", ActorKind.SIDE, Role.PARTY, aliases=("Kyiv",)),
        Actor("TR", "Türkiye", ActorKind.SIDE, Role.HOST, aliases=("Turkey",)),
        Actor("peskov", "Dmitry Peskov", ActorKind.PERSON, Role.SPOKESPERSON, "RU", aliases=("Peskov",)),
        Actor("other", "Peskov", ActorKind.PERSON, Role.OTHER),
    )
}


class Looks:
    """A small record to look things up in."""

    def actors(self) -> dict[str, Actor]:
        return ACTORS

    def published(self, source: str) -> date | None:
        return {"000": date(2025, 6, 25), "001": date(2025, 6, 2)}.get(source)

    def near(self, kinds: Any, text: str) -> list[Named]:
        named = [Named("C09", "Remains RU→UA"), Named("E2", "Swap"), Named("T", "Talks"), Named("R3", "Third round")]
        return [one for one in named if one.label.casefold().startswith(text.casefold())]


CLAIM = {"about": "C09", "measure": "cumulative", "at": "000:5", "strength": "article"}


def read(kind: str, known: dict[str, Any], whole: bool = False, /, **typed: str) -> Typed:
    texts = {name.rstrip("_").replace("__", "."): text for name, text in typed.items()}
    return read_form(kind, texts, known, Looks(), whole=whole)


@pytest.mark.parametrize(
    ("kind", "known", "name", "text", "value"),
    [
        ("claim", CLAIM, "figure", "about 6,000", "~6000"),
        ("claim", CLAIM, "figure", "20 to 30", "20..30"),
        ("claim", CLAIM, "figure", "more than 3000", ">3000"),
        ("claim", CLAIM, "figure", "All", "all"),
        ("claim", CLAIM, "progress", "Not started", "not_started"),
        ("claim", CLAIM, "measure", "prog", "progress"),
        ("claim", CLAIM, "by", "Moscow", "RU"),
        ("claim", CLAIM, "by", "turkiye", "TR"),
        ("claim", {**CLAIM, "by": "RU"}, "by", "", None),
        ("claim", CLAIM, "recognised_by", "ru, Kyiv,ru", ["RU", "UA"]),
        ("claim", CLAIM, "about", "e2", "E2"),
        ("claim", CLAIM, "at", "000:5, 001:2", ["000:5", "001:2"]),
        ("claim", CLAIM, "way", "Kyiv → Moscow", "UA>RU"),
        ("claim", CLAIM, "known", "2 June 2025", "2025-06-02"),
        ("claim", CLAIM, "known", "yesterday", "2025-06-24"),
        ("report", {"round": "R3", "at": "000:5"}, "minutes", "90", 90),
        ("signal", {"track": "T", "at": "000:5"}, "said", "last week", "2025-06-16/2025-06-22"),
        ("gate", {"testable": True}, "testable", "нет", False),
        ("gate", {}, "requires", "C09", ["C09"]),
        ("actor", {}, "aliases", "A, B , A", ["A", "B"]),
        ("source", {}, "published", "23 June 2025", "2025-06-23"),
        (
            "exchange", {}, "legs", "ru>UA remains 1,200; Kyiv->RU prisoners",
            [{"from": "RU", "to": "UA", "category": "remains", "parts": "1,200"},
             {"from": "UA", "to": "RU", "category": "prisoners"}],
        ),
    ],
)  # fmt: skip
def test_texts_are_read(kind: str, known: dict[str, Any], name: str, text: str, value: Any) -> None:
    typed = read_form(kind, {name: text}, known, Looks())
    assert typed.errors == {}
    assert typed.changed == {name: value}


def test_phrase_comes_to_a_window_against_the_day_of_its_source() -> None:
    typed = read("claim", CLAIM, window="last week")
    assert (typed.changed["window"], typed.changed["phrase"]) == ("2025-06-16/2025-06-22", "last week")
    assert typed.echoes["window"].startswith("16–22 Jun 2025 · ")
    assert typed.echoes["window read"] == "read on 25 Jun 2025, the day of 000"
    moved = read("claim", CLAIM, window="last week", at="001:1")
    assert moved.changed["window"] == "2025-05-26/2025-06-01"
    owed = read("commitment", {}, owed__at="000:1", owed__window="by the end of June")
    assert owed.changed["owed.window"] == "../2025-06-30"
    assert owed.changed["owed.phrase"] == "by the end of June"
    assert read("claim", CLAIM, window="2025-06-01/..").changed["window"] == "2025-06-01/.."
    assert read("claim", {**CLAIM, "window": "2025-06-01"}, window="").changed["window"] is None
    assert read("claim", CLAIM, window="once it is complete").changed == {
        "window": None, "loose": None, "phrase": "once it is complete",
        "rule": read("claim", CLAIM, window="once it is complete").changed["rule"],
    }  # fmt: skip
    assert "hangs on the day of a source" in read("exchange", {}, window="yesterday").errors["window"]


@pytest.mark.parametrize(
    ("kind", "name", "text", "words"),
    [
        ("claim", "figure", "many", "is no figure"),
        ("claim", "measure", "weight", "one of: owed, batch"),
        ("claim", "by", "Nobody", "there is no actor 'Nobody'"),
        ("claim", "by", "Peskov", "may be peskov or other"),
        ("claim", "about", "C99", "there is no commitment or exchange 'C99'"),
        ("claim", "at", "zz:1", "there is no source 'zz'"),
        ("claim", "at", "000", "which line of 000: write 000:5"),
        ("claim", "way", "RU-UA", "is no direction"),
        ("claim", "window", "zzz", "no day: write"),
        ("claim", "window", "2025-06-31", "no days"),
        ("claim", "window", "x" * 20_000, "are no phrase"),
        ("claim", "known", "soonish", "not a day"),
        ("report", "minutes", "1" * 30, "no number"),
        ("gate", "testable", "[/]", "write yes or no"),
        ("exchange", "legs", "RU>UA gold", "write a direction and a kind"),
        ("claim", "colour", "red", "a claim has no such field; it has about, at"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(kind: str, name: str, text: str, words: str) -> None:
    typed = read_form(kind, {name: text}, {"at": "000:5"} if kind != "exchange" else {}, Looks())
    assert words in typed.errors[name]
    assert typed.unknown == text.startswith(("Nobody", "C99", "zz:"))
    assert name not in typed.changed


def test_needed_fields_are_missed_only_when_it_is_saved() -> None:
    assert read("round", {}, name="").errors == {}
    assert set(read("round", {}, True, name="Fourth").errors) == {"track", "kind"}
    assert read("round", {"track": "T", "kind": "round"}, True, name="Fourth").errors == {}


def test_what_is_not_touched_is_not_changed_and_stays_readable() -> None:
    known = {**CLAIM, "window": "2025-06-16/2025-06-22", "phrase": "Last week", "rule": "W10", "figure": "6060",
             "by": "gone"}  # fmt: skip
    typed = read("claim", known, window="Last week", figure=" 6060 ")
    assert (typed.changed, typed.errors) == ({}, {})
    assert typed.echoes["window"] == "16–22 Jun 2025 · W10"
    assert typed.echoes["figure"] == "6,060"


def test_every_field_of_every_kind_has_a_text_a_hint_and_is_of_a_line() -> None:
    for kind, form in FORMS.items():
        fields = fields_of(form, {}, new=True)
        assert [field.name for field in fields] == [field.name for field in form.fields], kind
        assert all(field.text == "" and field.hint and len(field.title) <= 13 for field in fields), kind
        assert all(hint_of(field) for field in form.fields)
        assert not {field.name for field in fields_of(form, {}, new=False)} & {
            field.name for field in form.fields if field.fixed or field.part
        }  # fmt: skip
    legs = FORMS["exchange"].field("legs")
    assert legs is not None
    assert text_of(legs, {"legs": [{"from": "RU", "to": "UA", "category": "list", "parts": "one"}]}) == "RU>UA list one"
    assert told({"a": True, "b": [], "c": ["x", "y"]}, {"a": "first"}) == "first yes · b none · c x, y"


def test_words_and_actors_are_offered_by_any_name() -> None:
    def field(kind: str, name: str) -> Any:
        return FORMS[kind].field(name)

    by, several = field("claim", "by"), field("claim", "recognised_by")
    assert [offer.text for offer in at_hand(by, "mos", ACTORS)] == ["RU"]
    assert at_hand(by, "dmi", ACTORS)[0].words == "Dmitry Peskov"
    assert [offer.text for offer in at_hand(by, "рос", ACTORS)] == ["RU"]
    assert len(at_hand(by, "", ACTORS)) == len(ACTORS)
    assert [offer.text for offer in at_hand(field("claim", "progress"), "start", ACTORS)] == ["not started"]
    assert [offer.text for offer in at_hand(field("gate", "testable"), "", ACTORS)] == ["yes", "no"]
    assert at_hand(field("exchange", "legs"), "", ACTORS) == []
    assert last_part(several, "RU, ky") == "ky"
    assert joined_in(several, "RU, ky", Offer("UA")) == "RU, UA"
    assert joined_in(by, "mos", Offer("RU")) == "RU"
    assert {field.entry for form in FORMS.values() for field in form.fields} == set(Entry)
