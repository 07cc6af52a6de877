"""Whether a connection stays inside this computer, and so says nothing about any line."""

from __future__ import annotations

import ipaddress
import socket

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address


def stays_inside(sock: socket.socket) -> bool:
    """Whether the far end of an open connection has an address of this computer.

    Loopback, the near end's own address, or one of any other network interface.
    """
    try:
        peer = _ip(sock.getpeername()[0])
        if peer.is_loopback or peer == _ip(sock.getsockname()[0]):
            return True
    except OSError:  # broken meanwhile: the measurement will say so
        return False
    return peer in own_addresses()


def own_addresses() -> frozenset[Ip]:
    """The addresses of all network interfaces of this computer (of this network namespace)."""
    import psutil

    entries = (entry for found in psutil.net_if_addrs().values() for entry in found)
    families = (socket.AF_INET, socket.AF_INET6)
    return frozenset(_ip(entry.address) for entry in entries if entry.family in families)


def _ip(text: str) -> Ip:
    address = ipaddress.ip_address(text.partition("%")[0])
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address
