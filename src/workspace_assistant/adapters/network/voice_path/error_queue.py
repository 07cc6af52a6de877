"""ICMP errors for packets of our own, which Linux hands to the socket that sent them.

Needs no rights. See ip(7), IP_RECVERR, and ipv6(7), IPV6_RECVERR.
"""

from __future__ import annotations

import ipaddress
import socket
import struct
import sys
from dataclasses import dataclass

from workspace_assistant.adapters.network.kernel_stamps import (
    arrival_s,
    ask_for_stamps,
    both_clocks,
)

IS_SUPPORTED = sys.platform == "linux"

_IP_RECVERR = 11
_IPV6_RECVERR = 25
_ERRORS_QUEUE = 0x2000  # MSG_ERRQUEUE
_EXTENDED_ERROR = struct.Struct("@IBBBBII")
_FROM_ICMP = {2, 3}
_TIME_EXCEEDED = {(2, 11), (3, 3)}  # origin and type; RFC 792 and RFC 4443
_DESTINATION_UNREACHABLE = {(2, 3), (3, 1)}
_TOO_BIG_V6 = (3, 2)
_FRAGMENTATION_NEEDED = 4
_ANCILLARY_BYTES = 512
_QUOTED_BYTES = 2048
_MOST_AT_ONCE = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class IcmpError:
    """One error: who sent it, when it came, and which packet size it asks for if it does."""

    offender: str
    at_s: float
    is_time_exceeded: bool = False
    is_unreachable: bool = False
    next_bytes: int | None = None


def receive_errors(udp: socket.socket) -> bool:
    """From now on errors wait in the socket's queue; whether with the instants they came at.

    Raises OSError where that is not possible.
    """
    is_stamped = ask_for_stamps(udp)
    if udp.family == socket.AF_INET6:
        udp.setsockopt(socket.IPPROTO_IPV6, _IPV6_RECVERR, 1)
    else:
        udp.setsockopt(socket.IPPROTO_IP, _IP_RECVERR, 1)
    return is_stamped


def set_hop_limit(udp: socket.socket, ttl: int) -> None:
    if udp.family == socket.AF_INET6:
        udp.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_UNICAST_HOPS, ttl)
    else:
        udp.setsockopt(socket.IPPROTO_IP, socket.IP_TTL, ttl)


def read_errors(udp: socket.socket) -> list[IcmpError]:
    """What waits in the queue of a non-blocking socket, a few at the most."""
    found: list[IcmpError] = []
    for _ in range(_MOST_AT_ONCE):
        try:
            _, ancillary, _, _ = udp.recvmsg(_QUOTED_BYTES, _ANCILLARY_BYTES, _ERRORS_QUEUE)
        except OSError:  # nothing more waits
            break
        at_s = arrival_s(ancillary, *both_clocks())
        for level, kind, value in ancillary:
            if (level, kind) in {
                (socket.IPPROTO_IP, _IP_RECVERR),
                (socket.IPPROTO_IPV6, _IPV6_RECVERR),
            }:
                error = parse_error(value, at_s)
                found += [error] if error is not None else []
    return found


def parse_error(value: bytes, at_s: float) -> IcmpError | None:
    """A ``sock_extended_err`` and the address behind it; None for errors of this computer."""
    if len(value) < _EXTENDED_ERROR.size:
        return None
    _, origin, kind, code, _, info, _ = _EXTENDED_ERROR.unpack_from(value)
    if origin not in _FROM_ICMP:
        return None
    is_too_big = (origin, kind) == _TOO_BIG_V6 or (
        (origin, kind) == (2, 3) and code == _FRAGMENTATION_NEEDED
    )
    return IcmpError(
        offender=_read_address(value[_EXTENDED_ERROR.size :]),
        at_s=at_s,
        is_time_exceeded=(origin, kind) in _TIME_EXCEEDED,
        is_unreachable=(origin, kind) in _DESTINATION_UNREACHABLE and not is_too_big,
        next_bytes=info if is_too_big else None,
    )


def _read_address(sockaddr: bytes) -> str:
    """Of a ``sockaddr_in`` or ``sockaddr_in6``; empty for any other."""
    if len(sockaddr) < 8:
        return ""
    (family,) = struct.unpack_from("@H", sockaddr)
    if family == socket.AF_INET:
        return str(ipaddress.IPv4Address(sockaddr[4:8]))
    if family == socket.AF_INET6 and len(sockaddr) >= 24:
        return str(ipaddress.IPv6Address(sockaddr[8:24]))
    return ""
