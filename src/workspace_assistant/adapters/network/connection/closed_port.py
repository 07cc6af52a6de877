"""Round trips by TCP to a port where nobody listens: the refusal comes after one round trip.

For systems that do not let a program ping. An open port answers just as fast.
"""

from __future__ import annotations

import errno
import selectors
import socket
import time

_PORT = 9  # discard (RFC 863): closed on every router of today
_ANSWERED = {0, errno.ECONNREFUSED, errno.EISCONN}
_UNDER_WAY = {errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EALREADY, 10035}  # the last: Windows
# The system sends a second request after 1 s; what comes later answers that one.
_LATEST_S = 0.9


class ClosedPortPings:
    """Connection attempts to one address, each on a socket of its own."""

    method = "tcp-closed-port"
    is_stamped = False

    def __init__(self, target: tuple[object, ...], family: socket.AddressFamily) -> None:
        self._target = (target[0], _PORT, *target[2:])
        self._family = family
        self._selector = selectors.DefaultSelector()
        self._at_once: list[tuple[int, float]] = []

    def send(self, number: int) -> float:
        self._give_up_old()
        sock = socket.socket(self._family, socket.SOCK_STREAM)
        sock.settimeout(0)
        left_s = time.perf_counter()
        code = sock.connect_ex(self._target)
        if code in _UNDER_WAY:
            self._selector.register(sock, selectors.EVENT_WRITE, (sock, number, left_s))
            return left_s
        if code in _ANSWERED:
            self._at_once.append((number, time.perf_counter()))
        sock.close()
        return left_s

    def collect(self, wait_s: float) -> list[tuple[int, float]]:
        """Numbers of the attempts answered, and when; waits for an answer at the most."""
        found, self._at_once = self._at_once, []
        for key, _ in self._selector.select(timeout=0 if found else wait_s):
            now_s = time.perf_counter()
            sock, number, left_s = key.data
            code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            self._forget(sock)
            if code in _ANSWERED and now_s - left_s <= _LATEST_S:
                found.append((number, now_s))
        return found

    def _give_up_old(self) -> None:
        """So that the system does not send a request again that counts as lost."""
        now_s = time.perf_counter()
        for key in list(self._selector.get_map().values()):
            sock, _, left_s = key.data
            if now_s - left_s >= _LATEST_S:
                self._forget(sock)

    def close(self) -> None:
        for key in list(self._selector.get_map().values()):
            self._forget(key.data[0])
        self._selector.close()

    def _forget(self, sock: socket.socket) -> None:
        self._selector.unregister(sock)
        sock.close()
