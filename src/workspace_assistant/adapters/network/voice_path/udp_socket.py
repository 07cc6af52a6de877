"""UDP sockets for STUN: connected, so that others' packets never arrive; marked where allowed."""

from __future__ import annotations

import socket
import sys

UDP_HEADER_BYTES = 8
_EXPEDITED_FORWARDING = 46 << 2  # RFC 3246; the field's two lowest bits belong to ECN
# Windows takes the call and ignores it unless a policy of the computer says otherwise.
_CAN_MARK = sys.platform != "win32"


def family_of(address: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in address else socket.AF_INET


def header_bytes(address: str) -> int:
    """IP and UDP headers of one packet to *address*."""
    return (40 if ":" in address else 20) + UDP_HEADER_BYTES


def connected_socket(address: str, port: int) -> socket.socket:
    """A non-blocking UDP socket to one host. Raises OSError when there is no route."""
    udp = socket.socket(family_of(address), socket.SOCK_DGRAM)
    try:
        udp.settimeout(0)
        udp.connect((address, port))
    except OSError:
        udp.close()
        raise
    return udp


def mark_expedited(udp: socket.socket) -> bool:
    """Ask for expedited forwarding; whether the system agreed. Routers may still ignore it."""
    if not _CAN_MARK:
        return False
    is_v6 = udp.family == socket.AF_INET6
    level = socket.IPPROTO_IPV6 if is_v6 else socket.IPPROTO_IP
    option = socket.IPV6_TCLASS if is_v6 else socket.IP_TOS
    try:
        udp.setsockopt(level, option, _EXPEDITED_FORWARDING)
    except OSError:
        return False
    return True


def send_once(udp: socket.socket, packet: bytes) -> bool:
    """Send, without waiting; whether the system took it.

    An ICMP error of an earlier packet is handed out in place of sending: then once more.
    """
    for _ in range(2):
        try:
            udp.send(packet)
        except OSError:
            continue
        return True
    return False
