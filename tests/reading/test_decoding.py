import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.reading.texts.decoding import cleaned, decoded, is_prose

RUSSIAN = "Делегации договорились об обмене пленными, сообщил в понедельник помощник президента."
UKRAINIAN = "Делегації домовилися про обмін полоненими, повідомив Координаційний штаб."
FRENCH = "Le président a déclaré que l’échange était prévu à Genève, où les délégués étaient réunis."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [RUSSIAN, UKRAINIAN, FRENCH, "Plain words, 1,000 of them."])
def test_a_text_comes_out_of_every_unicode_encoding(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (RUSSIAN, "cp866"), (UKRAINIAN, "cp1251"), (FRENCH, "cp1252")],
)
def test_an_encoding_that_nobody_names_is_guessed(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


def test_what_is_declared_counts_where_bytes_allow_it() -> None:
    assert decoded(b"\xe4\xf6\xfc", "iso-8859-7") == "\u03b4\u03c6\u03cc"
    assert decoded(b"<meta charset='koi8-r'>\xd0\xcc\xc5\xce", markup=True) == "<meta charset='koi8-r'>плен"


def test_utf_8_wins_over_a_wrong_declaration() -> None:
    assert decoded(RUSSIAN.encode(), "windows-1251") == RUSSIAN


@pytest.mark.parametrize("name", ["idna", "zlib", "rot13", "unicode_escape", "no such", "utf-7", "\x00", "hex" * 20])
def test_codecs_that_no_text_is_written_in_are_not_used(name: str) -> None:
    assert "1,000" in decoded(b"1,000 \xe9\xe8", name)


def test_a_damaged_text_keeps_its_encoding() -> None:
    damaged = RUSSIAN[:30].encode() + b"\xff" + RUSSIAN[30:].encode()
    assert decoded(damaged).replace("\ufffd", "") == RUSSIAN


def test_nuls_and_halves_of_characters_are_replaced_in_their_place() -> None:
    assert cleaned("a\x00b\ud800c") == "a\ufffdb\ufffdc"
    assert decoded(b"Round\x00 three") == "Round\ufffd three"


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=300) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")), st.text()
)
def test_any_bytes_become_a_text_that_can_be_kept(data: bytes, charset: str) -> None:
    for marked in (data, codecs.BOM_UTF16_LE + data, codecs.BOM_UTF32_BE + data):
        text = decoded(marked, charset, markup=True)
        assert "\x00" not in text
        assert text.encode().decode() == text


def test_pictures_are_told_from_prose() -> None:
    assert is_prose(RUSSIAN)
    assert is_prose("\x1b[31mRed\x1b[0m and the rest of a sentence that somebody coloured by hand for a terminal.")
    assert not is_prose(decoded(bytes(range(256)) * 20))
