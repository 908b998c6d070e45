import gzip
import logging
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.errors import PlaceError
from store.reading import intake
from store.reading.article import Article, Published
from tests.reading.articles import NOISY, PAGE, PROSE

RUSSIAN = "Стороны договорились об обмене пленными. Это объявили посредники."
UKRAINIAN = "Сторони домовилися про обмін полоненими. Її оголосили посередники."


def article_of(data: bytes, **said: str) -> Article:
    return intake.from_bytes(data, address=None, published=None, **said)


def test_a_plain_text_stays_as_it_is() -> None:
    article = intake.from_bytes(NOISY.encode(), address="/tmp/a.txt", published=None)
    assert article.text == NOISY
    assert (article.title, article.publisher, article.address) == ("Talks in Lisk bring a swap", None, "/tmp/a.txt")
    assert [article.words(passage.span) for passage in article.passages if not passage.headline] == list(PROSE)


def test_a_page_gives_its_main_text_title_publisher_and_day() -> None:
    article = article_of(PAGE.encode())
    assert (article.title, article.publisher) == ("Talks in Lisk bring a swap", "The Courier")
    assert article.published == Published(date(2026, 7, 3), "stated", "page metadata")
    assert [article.words(passage.span) for passage in article.passages] == [article.title, *PROSE]
    assert [passage.headline for passage in article.passages] == [True, False, False, False]
    assert "joe77" not in article.text
    assert "9,999" not in article.text


def test_a_page_in_another_encoding_is_read_as_it_says() -> None:
    page = f"<html><head><meta charset='windows-1251'></head><body><p>{RUSSIAN}</p></body></html>"
    assert RUSSIAN in article_of(page.encode("cp1251")).text
    assert RUSSIAN in article_of(page.replace("windows-1251", "x").encode("koi8-r"), charset="koi8-r").text


def test_the_day_of_a_page_without_one_is_sought_in_its_text() -> None:
    page = (
        f"<html><body><article><p>LISK, June 3, 2025 (Wire) - {PROSE[0]}</p><p>{PROSE[1]}</p></article></body></html>"
    )
    found = article_of(page.encode()).published
    assert (found.day, found.why) == (date(2025, 6, 3), "dateline")


@pytest.mark.parametrize(
    ("text", "lang"), [(RUSSIAN, "ru"), (UKRAINIAN, "uk"), (PROSE[0], "en"), ("", "en"), ("1,000", "en")]
)
def test_the_language_is_told_by_its_letters(text: str, lang: str) -> None:
    assert intake.from_text(text).lang == lang


NO_TEXTS = {
    "nothing": b"",
    "nuls": b"\x00" * 999,
    "every byte": bytes(range(256)) * 50,
    "archive": gzip.compress(NOISY.encode() * 9, mtime=0),
    "picture": b"\x89PNG\r\n\x1a\n\x00\x00",
}


@pytest.mark.parametrize("name", NO_TEXTS)
def test_what_is_no_text_has_no_passages(name: str) -> None:
    assert article_of(NO_TEXTS[name]).passages == ()


def test_more_than_the_limit_is_refused_in_one_sentence() -> None:
    with pytest.raises(PlaceError, match="5,000,001 bytes long; a text is read up to 5,000,000"):
        article_of(b"a" * (intake.LIMIT + 1))
    with pytest.raises(PlaceError, match="5,000,001 letters long"):
        intake.from_text("a" * (intake.LIMIT + 1))


HEAD = "<html><head><title>T</title></head><body><article>"
BOMBS = {
    "one line": "word " * 200_000,
    "one word": "a" * 1_000_000,
    "blank lines": "\n" * 100_000,
    "a book": "".join(f"On day {day} the sides freed {day} prisoners each, they said.\n\n" for day in range(4000)),
    "comments": "".join(f"Comments\n\nReader {number} writes a line of some words here.\n\n" for number in range(9000)),
    "nested divs": HEAD + "<div>" * 100_000 + "The end of it.",
    "nested bold": f"{HEAD}<p>{PROSE[0]}</p>" + "<b>" * 100_000 + "x",
    "nested tables": HEAD + "<table><tr><td>" * 30_000 + "x",
    "scripts": "<html><body>" + "<script>document.write('prisoners')</script>" * 20_000,
    "one tag": HEAD + "<p " + " ".join(f'a{number}=">"' for number in range(60_000)) + ">The end of it.</p>",
    "spans": HEAD + "<p>" + "<span>word </span>" * 30_000,
    "short paragraphs": HEAD + "".join(f"<p>No. {number}.</p>" for number in range(15_000)),
    "links": HEAD + "<a href='x'>words</a>" * 20_000,
    "entities": HEAD + "<p>" + "&amp;&lt;&#0;&#xd800;" * 30_000,
    "brackets": "<html>" + "<" * 300_000,
    "data": "<html><script type='application/ld+json'>" + "[" * 100_000 + "</script><p>The end of it.</p>",
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_end_in_an_article(name: str) -> None:
    article = article_of(BOMBS[name].encode())
    assert all(article.words(passage.span).strip() for passage in article.passages)
    if "The end of it" in BOMBS[name]:
        assert "script" not in article.text


def test_a_book_loses_nothing() -> None:
    assert len(article_of(BOMBS["a book"].encode()).passages) == 4000


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([None, "text/html", "text/plain", "x"]))
def test_any_bytes_are_an_article(data: bytes, content_type: str | None) -> None:
    for whole in (data, b"<html><p>" + data, b"<html>" + b"<".join(data[at : at + 3] for at in range(0, len(data), 3))):
        article = intake.from_bytes(whole, address=None, published=None, content_type=content_type)
        assert article.text.encode().decode() == article.text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<table>",
                "<td>",
                "<ul><li>",
                "</ul>",
                "<a href='//['>",
                "<time datetime='2025-99-99'>",
                "<meta property='og:url' content='http://['>",
                "<base href='http://['>",
                "<html lang='\ud800'>",
                "<title>",
                "</title>",
                "<script type='application/ld+json'>{\"@type\":1",
                "</script>",
                "words of the talks. ",
                "<article>",
                "<blockquote>",
                "<!--",
                "-->",
                "&#1114112;",
            ]
        ),
        max_size=40,
    )
)
def test_any_markup_is_an_article(parts: list[str]) -> None:
    page = f"<html><body>{''.join(parts)}</body></html>"
    article = intake.from_bytes(page.encode("utf-8", "replace"), address="http://a.example/[", published=None)
    assert article.text.encode().decode() == article.text


def test_the_libraries_say_nothing_on_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    article_of(b"<html><body><script>x</script></body></html>")
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(f"{name}.core").error("shown nowhere")
    assert capfd.readouterr() == ("", "")
