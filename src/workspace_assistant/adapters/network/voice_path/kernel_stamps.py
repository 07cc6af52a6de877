"""When a packet came, by the kernel: a process that had to wait for its turn is no slow line."""

from __future__ import annotations

import socket
import struct
import sys
import time
from collections.abc import Sequence

ANCILLARY_BYTES = 64

_SO_TIMESTAMPNS = 35
_TIMESPEC = struct.Struct("@ll")
_NS_PER_S = 1_000_000_000
_LONGEST_WAIT_S = 1.0  # more than that is a wall clock that was set meanwhile


def ask_for_stamps(udp: socket.socket) -> bool:
    """From now on packets carry when they came; false where the system cannot do that."""
    if sys.platform != "linux":
        return False
    try:
        udp.setsockopt(socket.SOL_SOCKET, _SO_TIMESTAMPNS, 1)
    except OSError:
        return False
    return True


def arrival_s(ancillary: Sequence[tuple[int, int, bytes]], now_s: float, wall_ns: int) -> float:
    """On the performance counter, of which *now_s* is the present as *wall_ns* is the clock's."""
    for level, kind, value in ancillary:
        if (level, kind) == (socket.SOL_SOCKET, _SO_TIMESTAMPNS) and len(value) == _TIMESPEC.size:
            seconds, nanoseconds = _TIMESPEC.unpack(value)
            waited_s = (wall_ns - seconds * _NS_PER_S - nanoseconds) / _NS_PER_S
            return now_s - waited_s if 0 <= waited_s <= _LONGEST_WAIT_S else now_s
    return now_s


def receive(udp: socket.socket, most_bytes: int, *, is_stamped: bool) -> tuple[bytes, float]:
    """One datagram and when it came. Raises what `socket.recv` raises."""
    if not is_stamped:
        datagram = udp.recv(most_bytes)
        return datagram, time.perf_counter()
    datagram, ancillary, _, _ = udp.recvmsg(most_bytes, ANCILLARY_BYTES)
    return datagram, arrival_s(ancillary, time.perf_counter(), time.time_ns())
