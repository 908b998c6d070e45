"""Addresses as a person types them or a server sends them on to: taken apart, and refused where they are not plain."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

from store.domain.typed import NamedTuple
from store.errors import PlaceError

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4000
_SAFE = "!#$%&'()*+,/:;=?@[]~"
_SIGNS = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9_.-]{0,251}[a-z0-9])?\.?|[0-9a-f:.]+", re.ASCII)


class AddressError(PlaceError):
    """An address is no plain web address, leads where it may not, or what answers there is no use."""


class Target(NamedTuple):
    """Where an address leads."""

    scheme: str
    host: str
    """In small letters, as it stands in the name system; an address of the newer kind without its brackets."""
    port: int
    path: str
    """With the query, in the letters that a request may hold."""

    @property
    def address(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.host_and_port}{self.path}"

    @property
    def host_and_port(self) -> str:
        """The host as a request names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def target_of(address: str, base: Target | None = None) -> Target:
    """Return where an address leads, seen from where it was found.

    Raises AddressError for another scheme than http and https, a name or a password in the address, and signs that
    have no place in one.
    """
    if base is not None:
        try:
            address = urljoin(base.address, address)
        except ValueError:
            raise AddressError("the server sends on to what is no address") from None
    if len(address) > _LONGEST or _SIGNS.search(address.strip(" ")):
        raise AddressError("an address has no blanks, no control signs and at most 4,000 letters")
    try:
        parts = urlsplit(address.strip(" "))
        port = parts.port
    except ValueError:
        raise AddressError("this is no address: its host or port cannot be read") from None
    if parts.scheme not in _PORTS:
        raise AddressError("an address begins with http:// or https://")
    if parts.username is not None or parts.password is not None:
        raise AddressError("an address with a name or a password in it is not opened: leave them out")
    if port == 0:
        raise AddressError("this is no address: there is no port 0")
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    return Target(parts.scheme, _host_of(parts.hostname or ""), port or _PORTS[parts.scheme], path)


def _host_of(name: str) -> str:
    """Return a host as the name system knows it. Raises AddressError."""
    try:
        host = name.encode("idna").decode("ascii").lower() if not name.isascii() else name.lower()
    except UnicodeError:
        host = ""
    if not _HOST.fullmatch(host) or ".." in host:
        raise AddressError("this is no address: its host cannot be read")
    return host
