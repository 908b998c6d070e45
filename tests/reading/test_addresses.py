import gzip
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from time import sleep

import pytest

from store.errors import PlaceError
from store.reading.texts import addresses
from store.reading.texts.addresses import fetch
from store.reading.texts.peers import is_public
from store.reading.texts.targets import AddressError, target_of
from tests.reading.articles import PAGE


class _Site(BaseHTTPRequestHandler):
    """A site with a page, redirects and everything that a hostile one sends."""

    seen: list[str] = []  # noqa: RUF012 - shared by the requests of one test

    def do_GET(self) -> None:
        self.seen.append(f"{self.path} {dict(self.headers)}")
        name = self.path.split("?")[0].strip("/")
        getattr(self, f"do_{name}", self.do_page)()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name for it
        return

    def send(self, data: bytes, *, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        with_suppressed_break(self, data)

    def do_page(self) -> None:
        self.send(PAGE.encode(), Content_Type="text/HTML; charset=UTF-8")

    def do_bare(self) -> None:
        self.send(b"words")

    def do_packed(self) -> None:
        self.send(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def do_bomb(self) -> None:
        self.send(gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")

    def do_broken(self) -> None:
        self.send(b"this is not packed", Content_Encoding="gzip")

    def do_brotli(self) -> None:
        self.send(b"x", Content_Encoding="br")

    def do_large(self) -> None:
        self.send(b"x" * 20_000)

    def do_said_large(self) -> None:
        self.send(b"x", Content_Length="99999999999")

    def do_moved(self) -> None:
        self.send(b"", status=302, Location="/page?from=moved")

    def do_loop(self) -> None:
        self.send(b"", status=301, Location="/loop")

    def do_lost(self) -> None:
        self.send(b"", status=302)

    def do_elsewhere(self) -> None:
        self.send(b"", status=302, Location=self.path.partition("?")[2])

    def do_missing(self) -> None:
        self.send(b"no", status=404)

    def do_drip(self) -> None:
        self.send(b"")
        for _ in range(60):
            with_suppressed_break(self, b"x")
            sleep(0.02)

    def do_drip_head(self) -> None:
        with_suppressed_break(self, b"HTTP/1.1 200 OK\r\n")
        for _ in range(60):
            with_suppressed_break(self, b"X")
            sleep(0.02)

    def do_drip_chunk(self) -> None:
        self.protocol_version = "HTTP/1.1"
        self.send(b"", Transfer_Encoding="chunked")
        for _ in range(60):
            with_suppressed_break(self, b"0")
            sleep(0.02)

    def do_garbage(self) -> None:
        with_suppressed_break(self, b"\x00\xff" * 100 + b"\r\n\r\n")

    def do_headers(self) -> None:
        with_suppressed_break(self, b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 5000 + b"\r\n")


def with_suppressed_break(site: BaseHTTPRequestHandler, data: bytes) -> None:
    """Send bytes to a client that may have gone."""
    try:
        site.wfile.write(data)
        site.wfile.flush()
    except OSError:
        return


@contextmanager
def serving() -> Iterator[str]:
    """Serve the site on loopback."""
    _Site.seen.clear()
    server = HTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def site() -> Iterator[str]:
    with serving() as address:
        yield address


def refusal(address: str, **limits: float) -> str:
    with pytest.raises(AddressError) as refused:
        fetch(address, allow_private=True, **limits)  # type: ignore[arg-type]  # sizes are whole numbers
    assert isinstance(refused.value, PlaceError)
    return str(refused.value)


def test_a_page_is_fetched_with_what_its_server_says_of_it(site: str) -> None:
    assert fetch(f"{site}/page", allow_private=True) == (PAGE.encode(), f"{site}/page", "text/html", "utf-8")
    assert fetch(f"{site}/bare", allow_private=True) == (b"words", f"{site}/bare", None, None)


def test_only_the_request_is_sent(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    fetch(f"{site}/page?q=two%20words#part", allow_private=True)
    (seen,) = _Site.seen
    assert seen.startswith("/page?q=two%20words {")
    assert set(eval(seen.split(" ", 1)[1])) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def test_packed_pages_are_opened_within_the_limit(site: str) -> None:
    assert fetch(f"{site}/packed", allow_private=True).data == PAGE.encode()
    assert "longer than 5,000,000 bytes" in refusal(f"{site}/bomb")
    assert "damaged" in refusal(f"{site}/broken")
    assert "not asked for" in refusal(f"{site}/brotli")


def test_large_pages_are_refused(site: str) -> None:
    assert len(fetch(f"{site}/large", allow_private=True, limit=20_000).data) == 20_000
    assert "longer than 19,999 bytes" in refusal(f"{site}/large", limit=19_999)
    assert "longer than" in refusal(f"{site}/said_large")


def test_redirects_are_followed_and_counted(site: str) -> None:
    assert fetch(f"{site}/moved", allow_private=True).address == f"{site}/page?from=moved"
    assert "more than 3 times" in refusal(f"{site}/loop", redirects=3)
    assert len(_Site.seen) == 2 + 4
    assert "does not say where" in refusal(f"{site}/lost")


@pytest.mark.parametrize(
    "onward", ["file:///etc/passwd", "ftp://a.example/", "http://u:p@127.0.0.1/", "//[", "javascript:1"]
)
def test_redirects_to_what_is_no_plain_address_are_refused(site: str, onward: str) -> None:
    assert "address" in refusal(f"{site}/elsewhere?{onward}")


def test_redirects_into_a_private_network_are_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda numeric: numeric == "127.0.0.1")
    port = site.rsplit(":", 1)[1]
    assert fetch(f"{site}/moved").data
    with pytest.raises(AddressError, match="private network"):
        fetch(f"{site}/elsewhere?http://127.0.0.2:{port}/page")


@pytest.mark.parametrize("name", ["drip", "drip_head", "drip_chunk"])
def test_a_slow_server_is_cut_off(site: str, name: str) -> None:
    assert "in time" in refusal(f"{site}/{name}", seconds=0.3)


def test_answers_that_are_none_are_told_in_our_words(site: str) -> None:
    assert "answers 404" in refusal(f"{site}/missing")
    assert refusal(f"{site}/garbage") == "what the server answers is no page"
    assert refusal(f"{site}/headers") == "what the server answers is no page"
    assert "safe connection" in refusal(site.replace("http:", "https:"))


def test_hosts_that_do_not_answer_are_told_so() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert "cannot be reached" in refusal(f"http://127.0.0.1:{taken.getsockname()[1]}/")
    assert "no such host" in refusal("http://no-such-host.invalid/")


def test_a_host_is_looked_up_once_and_reached_where_it_was_found(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    port = int(site.rsplit(":", 1)[1])

    def look(host: str, *_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        asked.append(host)
        if len(asked) > 1 and not host[0].isdigit():
            raise AssertionError(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", look)
    assert fetch(f"http://news.example:{port}/page", allow_private=True).data == PAGE.encode()
    assert [host for host in asked if not host[0].isdigit()] == ["news.example"]
    assert f"'Host': 'news.example:{port}'" in _Site.seen[0]


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "2130706433",
        "0x7f.1",
        "127.1",
        "0",
        "10.0.0.1",
        "169.254.169.254",
        "[::ffff:127.0.0.1]",
    ],
)
def test_the_machine_and_its_network_are_refused(host: str) -> None:
    with pytest.raises(AddressError, match=r"private network|no such host"):
        fetch(f"http://{host}/")


@pytest.mark.parametrize(
    ("numeric", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("::ffff:93.184.216.34", False), ("10.1.2.3", False),
        ("172.16.0.1", False), ("192.168.1.1", False), ("100.64.0.1", False), ("169.254.1.1", False),
        ("0.0.0.0", False), ("224.0.0.1", False), ("239.255.255.250", False), ("240.0.0.1", False),
        ("255.255.255.255", False), ("::1", False), ("::", False), ("fe80::1", False), ("fe80::1%eth0", False),
        ("fc00::1", False), ("ff02::1", False),
        ("::ffff:10.0.0.1", False), ("2002:7f00:1::", False), ("64:ff9b::7f00:1", False), ("::7f00:1", False),
        ("2001:db8::1", False), ("192.0.2.1", False), ("198.18.0.1", False), ("nonsense", False), ("", False),
    ],
)  # fmt: skip
def test_public_addresses_are_told_from_others(numeric: str, public: bool) -> None:
    assert is_public(numeric) is public


@pytest.mark.parametrize(
    "address",
    [
        "", "news.example", "ftp://a.example/", "file:///etc/passwd", "javascript:alert(1)", "http://", "http:///x",
        "http://user@a.example/", "http://user:word@a.example/", "http://a.example:99999/", "http://a.example:0/",
        "http://a.example/\r\nX: y", "http://a b.example/", "http://[::1/", "http://a..b/", "http://-/", "http://a.example\\@b/",
        "http://" + "a" * 4001, "HTTP\x00://a.example/", "http://a.example/\x1b[2J", "data:text/html,x",
    ],
)  # fmt: skip
def test_what_is_no_plain_address_is_refused(address: str) -> None:
    with pytest.raises(AddressError, match="address"):
        target_of(address)


def test_addresses_are_brought_into_the_form_of_a_request() -> None:
    assert target_of(" HTTPS://Bücher.Example:443/ä b"[:-2] + "?q=ж#part").address == (
        "https://xn--bcher-kva.example/%C3%A4?q=%D0%B6"
    )
    assert target_of("http://[2606:2800::1]:81").address == "http://[2606:2800::1]:81/"
    assert target_of("../b?c", target_of("http://a.example/x/y")).address == "http://a.example/b?c"
