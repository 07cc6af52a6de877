"""Questions over UDP: sent again while no answer comes, and every stray datagram is ignored."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from workspace_assistant.adapters.network.endpoints.faults import StepFailedError
from workspace_assistant.adapters.network.endpoints.walk import Walk
from workspace_assistant.core.readiness.endpoints.model import Fault

T = TypeVar("T")

# T1 of RFC 3261 (section 17.1.2.1) and the RTO of RFC 8489 (section 6.2.1), doubled once: three
# transmissions in 2.5 s.
WAITS_S = (0.5, 1.0, 1.0)
_MOST_STRAYS = 200
_LONGEST = 65535


@contextmanager
def udp_socket(walk: Walk) -> Iterator[socket.socket]:
    """Connected to the first address: hears of refusals, and from nobody else."""
    family, address = walk.addresses[0]
    with socket.socket(family, socket.SOCK_DGRAM) as sock:
        sock.connect(address)
        walk.host = str(address[0])
        yield sock


def ask(
    sock: socket.socket, walk: Walk, question: bytes, read: Callable[[bytes], T | None]
) -> tuple[T, float]:
    """The first answer that *read* knows, and the instant of the first transmission.

    Raises TimeoutError when nothing came, `StepFailedError` when only nonsense did.
    """
    strays = 0
    began_s = time.perf_counter()
    for tries, wait_s in enumerate(WAITS_S, start=1):
        sock.send(question)
        walk.tries = tries
        walk.bytes_used += len(question)
        deadline_s = time.monotonic() + wait_s
        while (data := _receive(sock, walk, deadline_s)) is not None:
            answer = read(data)
            if answer is not None:
                return answer, began_s
            strays += 1
            if strays > _MOST_STRAYS:
                break
    if strays:
        raise StepFailedError(Fault.MALFORMED_ANSWER)
    raise TimeoutError


def _receive(sock: socket.socket, walk: Walk, deadline_s: float) -> bytes | None:
    """The next datagram; None past the deadline. Raises `HaltedError` and OSError."""
    while (left_s := deadline_s - time.monotonic()) > 0:
        walk.means.halt.check()
        sock.settimeout(min(left_s, walk.means.limits.poll_s))
        try:
            data = sock.recv(_LONGEST)
        except TimeoutError:
            continue
        walk.bytes_used += len(data)
        return data
    return None
