"""The same physical keys on other layouts: what a key of the table gives while a Cyrillic layout is on."""

from __future__ import annotations

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,./QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?"
_CYRILLIC = (
    "йцукенгшщзхъфывапролджэячсмитьбю.ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,",
    "йцукенгшщзхїфівапролджєячсмитьбю.ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ,",
)
_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "colon": ":",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "semicolon": ";",
    "apostrophe": "'",
    "quotation_mark": '"',
    "comma": ",",
    "full_stop": ".",
    ",": "comma",
    ".": "full_stop",
}
"""Names that Textual gives to keys, both ways where both are needed."""


def twins(key: str) -> tuple[str, ...]:
    """Return the keys that come when a key is pressed on a Russian or Ukrainian layout; none for named keys."""
    char = _NAMES.get(key, key)
    if char not in _LATIN or len(char) != 1:
        return ()
    place = _LATIN.index(char)
    found = dict.fromkeys(layout[place] for layout in _CYRILLIC)
    return tuple(_NAMES.get(twin, twin) for twin in found if twin != char)
