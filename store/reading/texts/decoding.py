"""From bytes to text: whatever the bytes, some text comes out, and what could not be read stands as U+FFFD."""

from __future__ import annotations

import codecs
import re
from collections import Counter

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; the longer of two that begin alike stands first."""
_PLAUSIBLE = re.compile(
    r"utf_?(8|16|32)(_[lb]e)?|cp(125\d|866|874|932|936|949|950)|iso8859_\d+|koi8_[rut]|mac_(cyrillic|roman)|latin_1|ascii"
    r"|gb2312|gbk|gb18030|big5|big5hkscs|shift_jis|euc_(jp|kr)|hz|tis_620|ptcp154|kz1048",
    re.ASCII,
)
"""The codecs that texts are written in. Others that Python knows, such as `zlib` or `idna`, a hostile page may name."""
_WIDER = {"latin_1": "cp1252", "ascii": "cp1252", "iso8859_1": "cp1252", "iso8859_9": "cp1254", "gb2312": "gb18030"}
"""What pages are written in that name the narrower one."""
_GUESSES = ["cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "cp1252", "cp1250", "cp1254", "cp1256", "gb18030"]
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.ASCII)
_HEAD, _SAMPLE = 4096, 16384
_UNFIT = re.compile("[\x00\ud800-\udfff]")
"""What no database and no terminal takes: NUL, and halves of characters."""
_MOSTLY = 20
"""So many characters read well to one that was not: then the encoding is right and the text is damaged."""
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")


def decoded(data: bytes, charset: str | None = None, *, markup: bool = False) -> str:
    """Return the text that bytes are. `charset` is what came with them; with `markup`, what they say inside counts.

    A byte order mark wins, then UTF-8 where the bytes are UTF-8 throughout, whatever is declared; then what is
    declared; then what is most likely. Never fails: a byte, NUL or half of a character that is no text becomes U+FFFD.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return cleaned(data[len(mark) :].decode(name, "replace"))
    wide = _without_mark(data)
    if wide is not None:
        return cleaned(data.decode(wide, "replace"))
    try:
        return cleaned(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    declared = _known(charset) or (_known(_named_inside(data)) if markup else None)
    if declared is not None and declared != "utf_8":
        return cleaned(data.decode(declared, "replace"))
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if declared is None and sum(sign > "\x7f" for sign in text) <= (_MOSTLY + 1) * lost:
        return cleaned(data.decode(_guessed(data), "replace"))
    return cleaned(text)


def cleaned(text: str) -> str:
    """Return a text with every NUL and every half of a character replaced; each other character stays in its place."""
    return _UNFIT.sub("\ufffd", text)


def is_prose(text: str) -> bool:
    """Whether a text may be one: a picture, an archive or noise that was decoded is full of signs that nobody types."""
    return len(_CONTROLS.findall(text, 0, _SAMPLE)) * _MOSTLY <= min(len(text), _SAMPLE)


def _without_mark(data: bytes) -> str | None:
    """Return the name of UTF-16 where every second byte is nearly always one of two, as in one alphabet's text."""
    sample = data[: _SAMPLE // 2 * 2]
    if len(data) < 4 or len(data) % 2 or b"\x00" not in sample:
        return None
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = Counter(sample[first::2]), Counter(sample[1 - first :: 2])
        common = sum(count for _, count in high.most_common(2))
        if high[0] and common * 10 > 9 * high.total() and low[0] * 50 < low.total():
            return name
    return None


def _named_inside(data: bytes) -> str | None:
    """Return the encoding that a page says it is in."""
    said = _DECLARED.search(data, 0, _HEAD)
    return said[1].decode("ascii") if said else None


def _known(name: str | None) -> str | None:
    """Return the codec of a name, as Python calls it; None for a name that no text is written in."""
    try:
        found = codecs.lookup(name.strip()).name.replace("-", "_") if name else ""
    except (LookupError, ValueError):
        return None
    return _WIDER.get(found, found) if _PLAUSIBLE.fullmatch(found) else None


def _guessed(data: bytes) -> str:
    """Return the likeliest one-alphabet encoding of bytes that are no UTF-8."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_GUESSES, preemptive_behaviour=False, steps=8).best()
    return best.encoding if best is not None else "cp1252"
