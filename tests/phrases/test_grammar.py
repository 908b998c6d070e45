"""The rules and the words agree: nothing is made that no rule takes, and no rule waits for what nothing makes."""

import pkgutil
import re
from pathlib import Path

import pytest

from store.phrases import rules
from store.phrases.lexicon import Word, forms, listed, tree
from store.phrases.rules.stages import BY_ITSELF, CLASSES, IN_PROSE
from store.phrases.words import language_named
from store.phrases.words.slavic import inflected, inside, joined

LANGUAGES = ("en", "ru", "uk")
FROM_TEXT = "N K Y BIG ORD QUARTER YEARS DASH COMMA POINT STOP AND LP RP SLASH POSS TIME DATE PERIOD SHORT POINTED X"
"""What `pieces` makes of numbers, figures and marks."""
LEFT_OUT = {"SKIP", "STOP", "EVERY"}
"""What is dropped, parts one phrase from the next, or only warns that no one day is meant."""
NAME = re.compile(r"(?<![<?A-Za-z])[A-Z][A-Z_]*")
RULES = [rule for stage in (*IN_PROSE, *BY_ITSELF) for rule in stage.rules]


def symbols_of_words(words: dict[str, Word]) -> set[str]:
    found = set()
    for word in words.values():
        if word.entry:
            found.add(word.entry[0])
        found |= symbols_of_words(word.following)
    return found


def made_by_words() -> set[str]:
    return set().union(*(symbols_of_words(dict(language_named(lang).words)) for lang in LANGUAGES))


def taken_by_rules() -> set[str]:
    names = {name for rule in RULES for name in NAME.findall(rule.pattern)}
    return {symbol for name in names for symbol in CLASSES.get(name, name).split()}


def made_by_rules() -> set[str]:
    folder = Path(rules.__path__[0])
    sources = [(folder / f"{module.name}.py").read_text() for module in pkgutil.iter_modules(rules.__path__)]
    return set(re.findall(r'return \(?"([A-Z]+)",', "\n".join(sources))) | {"DATE", "PERIOD", "W", "OW"}


def test_every_symbol_of_the_words_is_taken_by_a_rule() -> None:
    assert made_by_words() - taken_by_rules() - LEFT_OUT == set()


def test_every_symbol_in_a_rule_can_occur() -> None:
    assert taken_by_rules() - made_by_words() - made_by_rules() - set(FROM_TEXT.split()) == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_the_words_no_rule_can_do_without(lang: str) -> None:
    needed = listed("MONTH WEEKDAY SEASON RDAY W TENS OW IN ON AND OR FROM BEFORE AFTER BY NEXT LAST THIS AGO WITHIN")
    assert needed - symbols_of_words(dict(language_named(lang).words)) == set()


def test_every_rule_has_a_name_and_those_that_decide_a_meaning() -> None:
    silent = {rule.name for rule in RULES if not rule.means}
    assert all(rule.name for rule in RULES)
    assert silent <= {
        "age", "tens", "tens and ones", "year in words", "hour of the day", "weekday beside a date", "end of a day",
        "time of day", "later or earlier that day",
    }  # fmt: skip


def test_forms_are_written_in_one_line() -> None:
    assert forms("wee", "k - ks") == "week | wee | weeks"
    assert inflected({"a|b": 1}, "x y") == {"ax | ay | bx | by": 1}
    assert inside("in on", "a | b") == "in a | in b | on a | on b"
    assert joined("a", "b | c") == "a | b | c"
    assert listed("a b a") == {"a", "b"}


def test_the_longest_entry_stands_and_the_later_of_two() -> None:
    words = tree({"ONE": "next", "TWO": "next week"}, {"THREE": {"next": 3}})
    assert words["next"].entry == ("THREE", 3)
    assert words["next"].following["week"].entry == ("TWO", None)
