"""Which addresses of the network a program may be sent to by an article: public ones alone."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"), IPv6Network("::/96"))
"""Ranges whose last four bytes are an address of the older kind."""


def is_public(numeric: str) -> bool:
    """Whether a numeric address belongs to a public host.

    Not so are loopback, private, link-local, shared, multicast, reserved and unspecified ones, those of the newer kind
    that carry such a one of the older kind, and those that are one of the older kind in disguise (`::ffff:…`).
    """
    try:
        address = ip_address(numeric.partition("%")[0])
    except ValueError:
        return False
    if "%" in numeric:
        return False
    if isinstance(address, IPv6Address):
        inner = _carried(address)
        if address.ipv4_mapped is not None or (inner is not None and not _is_open(inner)):
            return False
    return _is_open(address)


def _is_open(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address, as it stands, is one of the public network."""
    closed = address.is_multicast or address.is_private or address.is_reserved or address.is_loopback
    return address.is_global and not (closed or address.is_link_local or address.is_unspecified)


def _carried(address: IPv6Address) -> IPv4Address | None:
    """Return the address of the older kind that one of the newer carries."""
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if any(address in network for network in _TRANSLATED):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
