"""The filter language: what is read, what is wrong and what would be right, and what Tab makes of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.domain.completing import complete
from store.domain.filtering import Condition, Filter, days_said, parse, resolve, status_words, vocabulary_of
from store.domain.model import Actor, Round, Track
from store.domain.words import ActorKind, Role

ACTORS = {
    "RU": Actor("RU", "Russia", ActorKind.SIDE, Role.PARTY, aliases=("Moscow", "the Kremlin")),
    "UA": Actor("UA", "Ukraine", ActorKind.SIDE, Role.PARTY, aliases=("Київ",)),
    "TR": Actor("TR", "Türkiye", ActorKind.SIDE, Role.HOST),
    "both": Actor("both", "Russia and Ukraine", ActorKind.JOINT, Role.PARTY, members=("RU", "UA")),
    "peskov": Actor("peskov", "Dmitry Peskov", ActorKind.PERSON, Role.SPOKESPERSON, "RU"),
}
WORDS = vocabulary_of(
    ACTORS,
    [Round("R2", "T", 2, "Second round", meeting=False), Round("M1", "T", None, "Summit", meeting=True)],
    [Track("T", "Istanbul 2025", ("RU", "UA"))],
)


def read(text: str) -> Filter:
    return resolve(parse(text), WORDS)


def condition(text: str) -> Condition:
    found = read(text)
    assert not found.problem
    return found.conditions[0]


@pytest.mark.parametrize("text", ["", "remains", "  under-25 prisoners ", '"kind:remains"', "10:30", "a - b", '"'])
def test_words_alone_are_words(text: str) -> None:
    assert parse(text).plain
    assert not read(text).problem


def test_terms_words_and_negations_stand_beside_one_another() -> None:
    found = read('remains kind:Remains,prisoners -side:RU -list to:"Russia" "status:open"')
    assert found.words == "remains status:open"
    assert found.without == ("list",)
    assert found.conditions == (
        Condition("kind", ":", ("remains", "prisoners"), negated=False),
        Condition("side", ":", ("RU", "both"), negated=True),
        Condition("to", ":", ("RU", "both"), negated=False),
    )
    assert not found.problem


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("owes:moscow", ("RU", "both")), ("owes:the-kremlin", ("RU", "both")), ('from:"THE KREMLIN"', ("RU", "both")),
        ("to:київ", ("UA", "both")), ("side:turkiye", ("TR",)), ("said:PESKOV", ("peskov",)), ("by:russia", ("RU",)),
        ("round:R2", ("R2",)), ("round:2", ("R2",)), ("round:second-round", ("R2",)), ("track:t", ("T",)),
        ("is:Not-Started", ("not_started",)), ("status:one-sided", ("one_sided",)), ("category:list", ("list",)),
        ("unit:sets", ("sets",)), ("source:000,001", ("000", "001")), ("kind=remains", ("remains",)),
    ],
)  # fmt: skip
def test_values_are_found_by_code_name_and_alias_whatever_the_case(text: str, values: tuple[str, ...]) -> None:
    assert condition(text).values == values


@pytest.mark.parametrize(
    ("text", "sign", "values"),
    [
        ("due<2025-07-01", "<", ("2025-07-01", "2025-07-01")), ("due<=2025-07", "<=", ("2025-07-01", "2025-07-31")),
        ("due:2024", ":", ("2024-01-01", "2024-12-31")), ("due>=2025-02", ">=", ("2025-02-01", "2025-02-28")),
        ("due=none", "=", ("none",)), ("left>1_000", ">", ("1000",)), ("promised:0", ":", ("0",)),
        ("news>2025-06-20", ">", ("2025-06-20", "2025-06-20")), ("remaining<5", "<", ("5",)),
    ],
)  # fmt: skip
def test_days_and_numbers_have_an_order(text: str, sign: str, values: tuple[str, ...]) -> None:
    assert (condition(text).sign, condition(text).values) == (sign, values)


def test_days_in_words_are_asked_for_elsewhere() -> None:
    asked = []

    def day_read(words: str) -> tuple[date, date] | None:
        asked.append(words)
        return (date(2025, 6, 30), date(2025, 7, 6)) if words == "next-week" else None

    assert resolve(parse("due<next-week"), WORDS, day_read).conditions[0].values == ("2025-06-30", "2025-07-06")
    assert "no day" in resolve(parse("due<soonish"), WORDS, day_read).problem
    assert asked == ["next-week", "soonish"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("status:opne", "status: has no 'opne'; did you mean open?"),
        ("kind:remians", "kind: has no 'remians'; did you mean remains?"),
        ("kind:zzz", "kind: has no 'zzz'; it has prisoners, remains, civilians, children, list, document …"),
        ("knd:remains", "there is no 'knd:'; did you mean kind:?"),
        ("zzzz:1", "there is no 'zzzz:'; terms are kind, side, owes, to, status, round …"),
        ("kind<remains", "'kind<remains': kind has no order; write kind:remains"),
        ("kind:", "'kind:' wants a value"),
        ("due<soon", "due: 'soon' is no day; write 2025-07-01, 2025-07 or none"),
        ("due<2025-13-01", "due: '2025-13-01' is no day; write 2025-07-01, 2025-07 or none"),
        ("due<none", "'due<none': nothing comes before or after none; write due:none"),
        ("due<2025,2026", "'due<2025,2026': only one value goes with <"),
        ("left>many", "left: 'many' is no number; write 6000 or none"),
        ("remains side:Atlantis", "side: has no 'Atlantis'; it has RU, UA, TR, both"),
    ],
)
def test_what_is_wrong_is_named_with_what_would_be_right(text: str, sentence: str) -> None:
    found = read(text)
    assert found.problem == sentence
    assert all(not one.values for one in found.conditions)


@given(st.text(max_size=60) | st.text(alphabet='kindue:<>=-," 2025ста', max_size=40))
def test_no_text_raises_and_what_is_right_is_whole(text: str) -> None:
    found = read(text)
    complete(text, WORDS).applied(text)
    assert found.problem or all(one.values for one in found.conditions)


@pytest.mark.parametrize("text", ["2025-02-30", "0000", "99999", "2025-1-1", "٢٠٢٥", "2025-00", ""])
def test_what_is_no_day_is_none(text: str) -> None:
    assert days_said(text) is None


@pytest.mark.parametrize(
    ("text", "choices", "applied"),
    [
        ("ki", ("kind:",), "kind:"), ("remains du", ("due<",), "remains due<"), ("-st", ("status:",), "-status:"),
        ("kind:re", ("remains",), "kind:remains "), ("kind:remains,ch", ("children",), "kind:remains,children "),
        ("s", ("side:", "status:", "said:", "source:"), "side:"), ("sa", ("said:",), "said:"),
        ("kind:c", ("civilians", "children", "ceasefire"), "kind:civilians "),
        ("is:not", ("not-started",), "is:not-started "), ("round:", ("R2", "M1"), "round:R2 "),
        ("kind:remains", (), "kind:remains"), ("due<2", (), "due<2"), ("", (), ""), ("zz", (), "zz"),
        ("said:pe", ("peskov",), "said:peskov "), ("kind:remains ", (), "kind:remains "),
    ],
)  # fmt: skip
def test_last_piece_is_completed(text: str, choices: tuple[str, ...], applied: str) -> None:
    found = complete(text, WORDS)
    assert found.choices == choices
    assert found.applied(text) == applied


def test_every_state_that_is_offered_can_be_asked_for() -> None:
    for word in status_words():
        assert condition(f"status:{word.replace('_', '-')}").values == (word,)
