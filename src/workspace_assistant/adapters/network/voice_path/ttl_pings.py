"""Round trips to a router on the way, by packets to the server that live no longer than to there.

Whoever drops such a packet quotes of it only its first bytes, so the answer is told apart by the
socket that it comes back to: several take turns.
"""

from __future__ import annotations

import secrets
import selectors
import socket
import time

from workspace_assistant.adapters.network.stun import TRANSACTION_BYTES, binding_request
from workspace_assistant.adapters.network.voice_path import error_queue
from workspace_assistant.adapters.network.voice_path.udp_socket import (
    connected_socket,
    send_once,
)

_SOCKETS = 8
_LARGEST_BYTES = 64


class TtlPings:
    """Raises OSError where the system does not hand out ICMP errors."""

    method = "udp-ttl"

    def __init__(self, address: str, port: int, ttl: int) -> None:
        if not error_queue.IS_SUPPORTED:
            raise OSError("this system keeps ICMP errors to itself")
        self._selector = selectors.DefaultSelector()
        self._sockets: list[socket.socket] = []
        self._asked: dict[int, int] = {}
        self._reaches_server = False
        try:
            for slot in range(_SOCKETS):
                udp = connected_socket(address, port)
                self._sockets.append(udp)
                error_queue.receive_errors(udp)
                error_queue.set_hop_limit(udp, ttl)
                self._selector.register(udp, selectors.EVENT_READ, slot)
        except OSError:
            self.close()
            raise

    def send(self, number: int) -> float:
        """Nothing leaves any more once the way has become so short that the server answers."""
        slot = number % _SOCKETS
        self._asked[slot] = number
        at_s = time.perf_counter()
        if not self._reaches_server:
            send_once(self._sockets[slot], binding_request(secrets.token_bytes(TRANSACTION_BYTES)))
        return at_s

    def collect(self, wait_s: float) -> list[tuple[int, float]]:
        found: list[tuple[int, float]] = []
        for key, _ in self._selector.select(wait_s):
            udp = self._sockets[key.data]
            for error in error_queue.read_errors(udp):
                number = self._asked.pop(key.data, None)
                if error.is_time_exceeded and number is not None:
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
