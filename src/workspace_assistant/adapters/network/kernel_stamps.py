"""When a packet came, by the kernel: a process that had to wait for its turn is no slow line."""

from __future__ import annotations

import select
import socket
import struct
import sys
import time
from collections.abc import Callable, Sequence

ANCILLARY_BYTES = 64

_LARGEST_BYTES = 2048
_MOST_AT_ONCE = 32

Ancillary = Sequence[tuple[int, int, bytes]]

_SO_TIMESTAMPNS = 35
_TIMESPEC = struct.Struct("@ll")
_NS_PER_S = 1_000_000_000
_LONGEST_WAIT_S = 1.0  # more than that is a wall clock that was set meanwhile
# Reading both clocks takes a microsecond; in more time than this, another program had its turn.
_TOGETHER_S = 50e-6
_MOST_LOOKS = 4


def ask_for_stamps(sock: socket.socket) -> bool:
    """From now on packets carry when they came; false where the system cannot do that."""
    if sys.platform != "linux":
        return False
    try:
        sock.setsockopt(socket.SOL_SOCKET, _SO_TIMESTAMPNS, 1)
    except OSError:
        return False
    return True


def receive(sock: socket.socket, most_bytes: int, *, is_stamped: bool) -> tuple[bytes, float]:
    """One datagram and when it came. Raises what `socket.recv` raises."""
    if not is_stamped:
        datagram = sock.recv(most_bytes)
        return datagram, time.perf_counter()
    datagram, ancillary, _, _ = sock.recvmsg(most_bytes, ANCILLARY_BYTES)
    return datagram, arrival_s(ancillary, *both_clocks())


def collect(
    sock: socket.socket,
    wait_s: float,
    number_of: Callable[[bytes], int | None],
    *,
    is_stamped: bool,
) -> list[tuple[int, float]]:
    """Numbers of the pings that were answered, and when the answers came; waits for one at most.

    *number_of* tells which ping a datagram answers; None for what answers none.
    """
    select.select([sock], [], [], wait_s)
    found: list[tuple[int, float]] = []
    for _ in range(_MOST_AT_ONCE):
        try:
            data, at_s = receive(sock, _LARGEST_BYTES, is_stamped=is_stamped)
        except BlockingIOError:
            break
        except OSError:
            continue  # an error some router reported; that ping is lost
        number = number_of(data)
        if number is not None:
            found.append((number, at_s))
    return found


def arrival_s(ancillary: Ancillary, now_s: float, wall_ns: int) -> float:
    """On the performance counter, of which *now_s* is the present as *wall_ns* is the clock's."""
    for level, kind, value in ancillary:
        if (level, kind) == (socket.SOL_SOCKET, _SO_TIMESTAMPNS) and len(value) == _TIMESPEC.size:
            seconds, nanoseconds = _TIMESPEC.unpack(value)
            waited_s = (wall_ns - seconds * _NS_PER_S - nanoseconds) / _NS_PER_S
            return now_s - waited_s if 0 <= waited_s <= _LONGEST_WAIT_S else now_s
    return now_s


def both_clocks() -> tuple[float, int]:
    """One instant, by the performance counter and by the wall clock (ns).

    Whatever lies between reading the two shifts all that is reckoned from them: another look is
    taken when it was long, and the wall clock is read first, so that the rest never brings an
    arrival before its departure.
    """
    looks = 0
    while True:
        before_s, wall_ns, now_s = time.perf_counter(), time.time_ns(), time.perf_counter()
        looks += 1
        if now_s - before_s < _TOGETHER_S or looks == _MOST_LOOKS:
            return now_s, wall_ns
