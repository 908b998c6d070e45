"""Fetching one page: public hosts alone, within a time and a size, and never with anything of the person's in it."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from email.message import Message
from time import monotonic

from store.domain.typed import NamedTuple
from store.reading.texts.peers import is_public
from store.reading.texts.targets import AddressError, Target, target_of

LIMIT, SECONDS, REDIRECTS = 5_000_000, 20.0, 5
_MOVED = frozenset((301, 302, 303, 307, 308))
_PIECE = 65536
_HEADERS = {
    "User-Agent": "talks-tui",
    "Accept": "text/html, application/xhtml+xml, application/xml, text/plain, */*;q=0.5",
    "Accept-Encoding": "gzip, identity",
    "Connection": "close",
}
_TOO_SLOW = "the server did not send the page in time: try again, or save the page and read the file"


class Fetched(NamedTuple):
    """What answered at an address."""

    data: bytes
    address: str
    """Where it was found in the end, after every redirect."""
    content_type: str | None
    """What the server calls it, in small letters: `text/html`."""
    charset: str | None


class _Deadline:
    """The moment until which all must be done."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left. Raises AddressError when there are none."""
        seconds = self._end - monotonic()
        if seconds <= 0:
            raise AddressError(_TOO_SLOW)
        return seconds


class _Connection(http.client.HTTPConnection):
    """A connection to one of the very peers that were looked at before, ended from outside when its time is up."""

    def __init__(self, target: Target, peers: list[str], deadline: _Deadline) -> None:
        super().__init__(target.host, target.port)
        self._target, self._peers, self._deadline = target, peers, deadline
        self._watch: threading.Timer | None = None

    def connect(self) -> None:
        """Connect, and set the clock: a server that sends a byte now and then would never pause long enough."""
        self.sock = held = self._opened()
        self._watch = threading.Timer(self._deadline.left(), _end, (held,))
        self._watch.daemon = True
        self._watch.start()
        if isinstance(held, ssl.SSLSocket):
            held.do_handshake()

    def _opened(self) -> socket.socket:
        """Connect to the first peer that answers."""
        failed: OSError = ConnectionError()
        for peer in self._peers:
            try:
                plain = socket.create_connection((peer, self._target.port), timeout=self._deadline.left())
            except OSError as error:
                failed = error
                continue
            if self._target.scheme == "http":
                return plain
            context = ssl.create_default_context()
            return context.wrap_socket(plain, server_hostname=self._target.host, do_handshake_on_connect=False)
        raise failed

    def release(self) -> None:
        """Close it and stop the clock. What `close` does is too early: the library calls it before a page is read."""
        if self._watch is not None:
            self._watch.cancel()
        self.close()


def fetch(
    address: str,
    *,
    allow_private: bool = False,
    limit: int = LIMIT,
    seconds: float = SECONDS,
    redirects: int = REDIRECTS,
) -> Fetched:
    """Return what answers at an address, in at most `limit` bytes, `seconds` in all and `redirects` steps.

    A host is looked up once and connected to at an address found then. Hosts of the machine itself, of its own
    network and of reserved ranges are refused, at every step, unless `allow_private`. Nothing is sent but the request:
    no cookie, no name, no proxy of the surroundings.

    Raises AddressError for what is refused, fails, is too large or too slow.
    """
    deadline = _Deadline(seconds)
    target = target_of(address)
    for _ in range(redirects + 1):
        connection = _Connection(target, _peers_of(target, deadline, allow_private=allow_private), deadline)
        try:
            answer = _asked(connection, target, limit, deadline)
        except (OSError, http.client.HTTPException, ValueError) as error:
            deadline.left()
            raise AddressError(_why(error)) from None
        finally:
            connection.release()
        if isinstance(answer, Fetched):
            return answer
        target = target_of(answer, target)
    raise AddressError(f"the server sends on more than {redirects} times: open the page in a browser and save it")


def _end(held: socket.socket) -> None:
    """End a connection whose time is up, whatever waits for it."""
    with suppress(OSError):
        # As a plain socket: the way of TLS would wait for the other side's farewell.
        socket.socket.shutdown(held, socket.SHUT_RDWR)


def _asked(connection: _Connection, target: Target, limit: int, deadline: _Deadline) -> Fetched | str:
    """Ask for a page. Return it, or the address that the server sends on to."""
    connection.putrequest("GET", target.path, skip_host=True, skip_accept_encoding=True)
    for name, value in {"Host": target.host_and_port, **_HEADERS}.items():
        connection.putheader(name, value)
    connection.endheaders()
    with closing(connection.getresponse()) as answer:
        return _answered(answer, target, limit, deadline)


def _answered(answer: http.client.HTTPResponse, target: Target, limit: int, deadline: _Deadline) -> Fetched | str:
    """Return the page that an answer holds, or the address that it sends on to."""
    if answer.status in _MOVED:
        onward = answer.headers.get("Location")
        if not onward:
            raise AddressError(f"the server answers {answer.status} and does not say where the page is")
        return onward.encode("latin-1", "replace").decode("utf-8", "replace")
    if answer.status != http.client.OK:
        raise AddressError(f"the server answers {answer.status}: there is no page to read at this address")
    if (answer.length or 0) > limit:
        raise _too_large(limit)
    data = _read(answer.read1, _opener(answer.headers, limit), limit, deadline)
    said = answer.headers.get("Content-Type")
    kind = answer.headers.get_content_type() if said else None
    return Fetched(data, target.address, kind, _charset(answer.headers))


def _read(read: Callable[[int], bytes], opened: Callable[[bytes], bytes], limit: int, deadline: _Deadline) -> bytes:
    """Read an answer to its end, opened piece by piece. Raises AddressError where it is too large or too slow."""
    pieces: list[bytes] = []
    taken = size = 0
    while piece := read(_PIECE):
        deadline.left()
        taken += len(piece)
        pieces.append(opened(piece))
        size += len(pieces[-1])
        if taken > limit or size > limit:
            raise _too_large(limit)
    deadline.left()
    return b"".join(pieces)


def _opener(headers: Message, limit: int) -> Callable[[bytes], bytes]:
    """Return what opens the pieces of an answer, in order; a small piece that holds gigabytes is not opened whole."""
    packing = (headers.get("Content-Encoding") or "identity").strip().lower()
    if packing in {"identity", ""}:
        return lambda piece: piece
    if packing not in {"gzip", "x-gzip"}:
        raise AddressError(
            "the server packs the page in a way that was not asked for: open it in a browser and save it"
        )
    unpacker = zlib.decompressobj(wbits=47)

    def opened(piece: bytes) -> bytes:
        try:
            found = unpacker.decompress(piece, limit + 1)
        except zlib.error:
            raise AddressError("the page arrived damaged: try again") from None
        if unpacker.unconsumed_tail:
            raise _too_large(limit)
        return found

    return opened


def _peers_of(target: Target, deadline: _Deadline, *, allow_private: bool) -> list[str]:
    """Look a host up, once, and return the numeric addresses to connect to. Raises AddressError."""
    found: list[str] = []

    def look() -> None:
        try:
            rows = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return
        found.extend(str(row[4][0]) for row in rows)

    # The name system may keep a caller waiting for minutes, and cannot be told how long it has.
    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    looking.join(deadline.left())
    deadline.left()
    if not found:
        raise AddressError("no such host is known: check the address and the connection")
    if not allow_private and not all(is_public(numeric) for numeric in found):
        raise AddressError("this address leads into a private network: save the page and read the file, or allow it")
    return found


def _charset(headers: Message) -> str | None:
    """Return the encoding that a server names."""
    name = headers.get_content_charset()
    return name if isinstance(name, str) else None


def _too_large(limit: int) -> AddressError:
    return AddressError(f"the page is longer than {limit:,} bytes: save the part that matters and read the file")


def _why(error: Exception) -> str:
    """Return why a page could not be had, in words of our own: those of the server may say anything."""
    if isinstance(error, TimeoutError):
        return _TOO_SLOW
    if isinstance(error, ssl.SSLCertVerificationError):
        return "the server cannot prove that it is the one of this address: its certificate is not trusted"
    if isinstance(error, ssl.SSLError):
        return "no safe connection to the server could be made"
    if isinstance(error, OSError):
        return "the server cannot be reached: check the address and the connection"
    return "what the server answers is no page"
