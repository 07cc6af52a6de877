"""Round trips by ICMP echo (RFC 792, RFC 4443) on a datagram socket, which needs no root.

Linux lets the groups of ``net.ipv4.ping_group_range`` open one, macOS everybody, Windows nobody.
"""

from __future__ import annotations

import os
import socket
import struct
import time

from workspace_assistant.adapters.network.kernel_stamps import ask_for_stamps, collect

_IPV4_REQUEST, _IPV4_REPLY = 8, 0
_IPV6_REQUEST, _IPV6_REPLY = 128, 129
_HEADER = struct.Struct("!BBHHH")
_PAYLOAD_BYTES = 48


class EchoPings:
    """Pings of one address; raises OSError when the system does not let this program ping."""

    method = "icmp-echo"

    def __init__(self, target: tuple[object, ...], family: socket.AddressFamily) -> None:
        self._is_ipv6 = family == socket.AF_INET6
        protocol = socket.IPPROTO_ICMPV6 if self._is_ipv6 else socket.IPPROTO_ICMP
        self._target = target
        self._cookie = os.urandom(8)
        self._socket = socket.socket(family, socket.SOCK_DGRAM, protocol)
        self._socket.settimeout(0)
        self.is_stamped = ask_for_stamps(self._socket)

    def send(self, number: int) -> float:
        """Send ping *number*; when it left, by the performance counter."""
        request = _IPV6_REQUEST if self._is_ipv6 else _IPV4_REQUEST
        packet = echo_packet(request, number, self._cookie)
        left_s = time.perf_counter()
        try:
            self._socket.sendto(packet, self._target)
        except OSError:
            return left_s  # a full queue or a way that has just gone: a lost ping
        return left_s

    def collect(self, wait_s: float) -> list[tuple[int, float]]:
        """Numbers of the pings answered, and when the answers came; waits for one at the most."""
        return collect(self._socket, wait_s, self._number, is_stamped=self.is_stamped)

    def close(self) -> None:
        self._socket.close()

    def _number(self, data: bytes) -> int | None:
        return answered_number(data, _IPV6_REPLY if self._is_ipv6 else _IPV4_REPLY, self._cookie)


def echo_packet(kind: int, number: int, cookie: bytes) -> bytes:
    """An echo request; *cookie* makes its answer impossible to guess."""
    payload = cookie.ljust(_PAYLOAD_BYTES, b"\0")
    bare = _HEADER.pack(kind, 0, 0, 0, number & 0xFFFF) + payload
    return _HEADER.pack(kind, 0, checksum(bare), 0, number & 0xFFFF) + payload


def answered_number(data: bytes, reply: int, cookie: bytes) -> int | None:
    """The number of the ping that *data* answers; None for anything else."""
    if data[:1] == b"\x45" and len(data) >= 20:  # macOS hands over the IP header too
        data = data[20:]
    if len(data) < _HEADER.size + len(cookie):
        return None
    kind, code = data[0], data[1]
    is_ours = data[_HEADER.size :].startswith(cookie)
    return int.from_bytes(data[6:8]) if (kind, code) == (reply, 0) and is_ours else None


def checksum(data: bytes) -> int:
    """The internet checksum of an even number of bytes (RFC 1071)."""
    total: int = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total >> 16) + (total & 0xFFFF)
    return ~total & 0xFFFF
