from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.errors import PlaceError
from store.reading.texts import feeds
from store.reading.texts.feeds import FeedEntry

RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{}</channel></rss>'
ITEM = (
    "<item><title>Lisk talks &amp;amp; a swap {0}</title><link>https://news.example/{0}</link><guid>id-{0}</guid>"
    "<pubDate>Tue, 03 Jun 2025 00:30:00 +0300</pubDate>"
    "<description>&lt;p&gt;Norvania freed &lt;b&gt;120&lt;/b&gt; prisoners.&lt;/p&gt;</description></item>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id><title>Draft</title>'
    '<link href="javascript:alert(1)"/><updated>2025-06-03T23:59:00-05:00</updated>'
    '<summary>short</summary><content type="html">the longer text</content></entry></feed>'
)


def test_entries_of_a_feed_come_with_their_day_as_it_was_written() -> None:
    (entry,) = feeds.entries(RSS.format(ITEM.format(1)).encode())
    assert entry[:4] == (
        "Lisk talks & a swap 1",
        "https://news.example/1",
        date(2025, 6, 3),
        "Norvania freed 120 prisoners.",
    )


def test_an_atom_feed_is_read_too_and_only_web_addresses_are_links() -> None:
    (entry,) = feeds.entries(ATOM.encode())
    assert entry[:4] == ("Draft", None, date(2025, 6, 3), "the longer text")


def test_keys_tell_entries_apart_and_stay() -> None:
    data = RSS.format("".join(ITEM.format(number) for number in (1, 2, 1))).encode()
    found = feeds.entries(data)
    assert [entry.link for entry in found] == ["https://news.example/1", "https://news.example/2"]
    assert len({entry.key for entry in found}) == 2
    assert [entry.key for entry in feeds.entries(data)] == [entry.key for entry in found]


def test_a_long_feed_is_read_up_to_its_three_hundredth_entry() -> None:
    found = feeds.entries(RSS.format("".join(ITEM.format(number) for number in range(2000))).encode())
    assert [entry.link for entry in found] == [f"https://news.example/{number}" for number in range(feeds.MOST)]
    with pytest.raises(PlaceError, match="feeds are read up to"):
        feeds.entries(b"<" * (feeds.LIMIT + 1))


LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
HOSTILE = {
    "laughs": f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>' + RSS[21:].format("<item><title>&l9;</title></item>"),
    "file": '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    + RSS[21:].format("<item><title>a&f;</title></item>"),
    "nested": RSS.format("<item><title>" + "<b>" * 30_000),
    "attributes": RSS.format("<item " + " ".join(f'a{n}="1"' for n in range(30_000)) + "><title>t</title></item>"),
    "base": ATOM.replace("<entry>", f'<entry xml:base="{"x" * 50_000}">').replace("short", "<p>a</p>" * 5000),
    "signs": RSS.format("<item><title>" + "&" * 300_000),
    "path": "/etc/passwd",
    "address": "http://127.0.0.1:1/feed",
    "date": RSS.format("<item><title>t</title><pubDate>99999999999999999999</pubDate></item>"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_feeds_give_entries_or_none(name: str) -> None:
    found = feeds.entries(HOSTILE[name].encode())
    assert all(len(entry.title) < 20_001 and "root:" not in entry.title for entry in found)
    assert len(found) <= 1


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_feed_with_or_without_entries(data: bytes) -> None:
    for whole in (data, RSS.format("<item>{}</item>").encode().replace(b"{}", data)):
        for entry in feeds.entries(whole):
            assert (entry.title or entry.summary).encode()


def entry(title: str, summary: str = "") -> FeedEntry:
    return FeedEntry(title, None, None, summary, "k")


@pytest.mark.parametrize(
    ("text", "actors", "words", "expected"),
    [
        ("Norvanian envoys trade prisoners", ["Norvania"], ["prisoner"], True),
        ("Norvanian apples", ["Norvania"], ["prisoner"], False),
        ("Prisoners of a hobby", ["Norvania"], ["prisoner"], False),
        ("He told us of prisoners", ["US"], ["prisoner"], False),
        ("The US saw prisoners go", ["US"], ["prisoner"], True),
        ("Переговоры с делегацией России", ["Россия"], ["переговоры"], True),
        ("Red Cross counts bodies (final)", ["Red  Cross"], ["body", "bodies"], True),
        ("(a|b)* prisoners", ["(a|b)*"], ["prisoner"], False),
        ("Norvania frees prisoners", [], ["prisoner"], False),
    ],
)
def test_entries_that_name_an_actor_and_a_word_of_the_trade_count(
    text: str, actors: list[str], words: list[str], expected: bool
) -> None:
    assert feeds.mentions(entry(text), actors, words) is expected
    assert feeds.mentions(entry("", text), actors, words) is expected
