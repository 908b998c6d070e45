import re

from store.reading.article import Article
from store.reading.intake import from_text
from store.reading.texts.origins import Nearness, fingerprint, near
from tests.reading.articles import NOISY, PROSE

REPORT = "\n\n".join(
    f"On day {number} of the talks the {side} delegation under {name} asked for {number * 37} prisoners of camp"
    f" {number}, and {name} told reporters in {place} that {number * 11} bodies lay ready for the {other} side."
    for number, (side, other, name, place) in enumerate(
        [
            ("Norvanian", "League's", "Pia Harrow", "Lisk"),
            ("League's", "Norvanian", "Tom Abt", "Ostrava"),
            ("Norvanian", "League's", "Ida Holm", "Geneva"),
            ("League's", "Norvanian", "Max Ruud", "Doha"),
        ],
        3,
    )
)
OTHER = (
    "Apple growers of the southern valleys expect their largest harvest since the frost of last spring, the farmers' "
    "union said on Friday, but warned that the price of diesel and a want of pickers may leave part of it on the trees."
    " Some orchards have begun to let visitors pick for themselves, against a small fee that is paid at the gate."
)


def edited(text: str, every: int) -> str:
    words = text.split(" ")
    return " ".join(f"changed{at}" if at % every == 0 else word for at, word in enumerate(words))


def nearness(one: str, other: str) -> Nearness:
    return near(fingerprint(from_text(one)), fingerprint(from_text(other))).nearness


def test_the_same_words_are_the_same_report_whatever_stands_around_them() -> None:
    noisy = f"{REPORT}\n\nSHARE  TWEET  SAVE\n\n© 2026 The Courier"
    assert nearness(REPORT, noisy) is Nearness.SAME
    assert nearness(REPORT, REPORT.replace("\n\n", "\n\n   ").upper()) is Nearness.SAME


def test_an_edited_text_is_a_copy() -> None:
    assert nearness(REPORT, edited(REPORT, 10)) is Nearness.COPY


def test_a_rewrite_is_similar_and_never_more() -> None:
    assert nearness(REPORT, edited(REPORT, 3)) is Nearness.SIMILAR


def test_other_reports_are_apart() -> None:
    assert nearness(REPORT, OTHER) is Nearness.APART
    assert nearness(REPORT, NOISY) is Nearness.APART


def test_short_texts_are_one_only_word_for_word() -> None:
    assert nearness(PROSE[2], PROSE[2]) is Nearness.SAME
    assert nearness(PROSE[2], PROSE[2].replace("300", "310")) is Nearness.APART


def test_articles_without_words_are_apart() -> None:
    empty = fingerprint(Article("", ()))
    assert near(empty, empty).nearness is Nearness.APART


def test_fingerprints_of_another_make_are_apart() -> None:
    mark = fingerprint(from_text(REPORT))
    assert near(mark, "0" + mark).nearness is Nearness.APART
    assert near(mark, "").nearness is Nearness.APART
    assert near(mark, mark.rsplit(".", 1)[0] + ".zz").nearness is Nearness.SAME
    assert re.fullmatch(r"[0-9a-z.-]{4000,4300}", mark)
    assert mark == fingerprint(from_text(REPORT))
