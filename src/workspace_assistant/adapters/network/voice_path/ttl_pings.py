"""Round trips to a router on the way, by packets to the server that live no longer than to there.

Whoever drops such a packet quotes of it only its first bytes, so the answer is told apart by the
socket that it comes back to: several take turns.
"""

from __future__ import annotations

import os
import selectors
import socket
import time

from workspace_assistant.adapters.network.stun import TRANSACTION_BYTES, binding_request
from workspace_assistant.adapters.network.voice_path import error_queue
from workspace_assistant.adapters.network.voice_path.udp_socket import (
    connected_socket,
    send_once,
)

# Ten a second: by 3.2 s later, when its socket has its turn again, a packet counts as lost.
_SOCKETS = 32
_LONGEST_WAIT_S = 2.0
_LARGEST_BYTES = 64


class TtlPings:
    """Raises OSError where the system does not hand out ICMP errors."""

    method = "udp-ttl"

    def __init__(self, address: str, port: int, ttl: int) -> None:
        if not error_queue.IS_SUPPORTED:
            raise OSError("this system keeps ICMP errors to itself")
        self._selector = selectors.DefaultSelector()
        self._sockets: list[socket.socket] = []
        # By socket: the number and when it left; no number where two answers may still come.
        self._asked: dict[int, tuple[int | None, float]] = {}
        self._reaches_server = False
        self.is_stamped = True
        try:
            for slot in range(_SOCKETS):
                udp = connected_socket(address, port)
                self._sockets.append(udp)
                self.is_stamped &= error_queue.receive_errors(udp)
                error_queue.set_hop_limit(udp, ttl)
                self._selector.register(udp, selectors.EVENT_READ, slot)
        except OSError:
            self.close()
            raise

    def send(self, number: int) -> float | None:
        """None, and nothing leaves, once the way has become so short that the server answers."""
        if self._reaches_server:
            return None
        slot = number % _SOCKETS
        packet = binding_request(os.urandom(TRANSACTION_BYTES))
        at_s = time.perf_counter()
        send_once(self._sockets[slot], packet)
        _, before_s = self._asked.get(slot, (None, float("-inf")))
        self._asked[slot] = (number if at_s - before_s >= _LONGEST_WAIT_S else None, at_s)
        return at_s

    def collect(self, wait_s: float) -> list[tuple[int, float]]:
        found: list[tuple[int, float]] = []
        for key, _ in self._selector.select(wait_s):
            udp = self._sockets[key.data]
            for error in error_queue.read_errors(udp):
                number, _ = self._asked.get(key.data, (None, 0.0))
                if number is None:
                    continue
                del self._asked[key.data]
                if error.is_time_exceeded:
                    found.append((number, error.at_s))
            try:
                udp.recv(_LARGEST_BYTES)
            except OSError:
                continue
            self._reaches_server = True
        return found

    def close(self) -> None:
        for udp in self._sockets:
            udp.close()
        self._selector.close()
