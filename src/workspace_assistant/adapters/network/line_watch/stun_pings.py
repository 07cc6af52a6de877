"""Round trips to a STUN server: one Binding request each, over the way that calls take."""

from __future__ import annotations

import os
import time

from workspace_assistant.adapters.network.kernel_stamps import ask_for_stamps, collect
from workspace_assistant.adapters.network.stun import (
    TRANSACTION_BYTES,
    answered_transaction,
    binding_request,
)
from workspace_assistant.adapters.network.voice_path.udp_socket import connected_socket, send_once

_REMEMBERED = 8


class StunPings:
    """Pings of one server; raises OSError when there is no route to it."""

    def __init__(self, address: str, port: int) -> None:
        self._socket = connected_socket(address, port)
        self._is_stamped = ask_for_stamps(self._socket)
        self._numbers: dict[bytes, int] = {}

    def send(self, number: int) -> float:
        """Send ping *number*; when it left, by the performance counter."""
        transaction = os.urandom(TRANSACTION_BYTES)
        while len(self._numbers) >= _REMEMBERED:
            del self._numbers[next(iter(self._numbers))]
        self._numbers[transaction] = number
        left_s = time.perf_counter()
        send_once(self._socket, binding_request(transaction))  # not taken: a lost ping
        return left_s

    def collect(self, wait_s: float) -> list[tuple[int, float]]:
        """Numbers of the pings answered, and when the answers came; waits for one at the most."""
        return collect(self._socket, wait_s, self._number, is_stamped=self._is_stamped)

    def close(self) -> None:
        self._socket.close()

    def _number(self, datagram: bytes) -> int | None:
        """None for what nobody asked for, or long ago."""
        return self._numbers.pop(answered_transaction(datagram) or b"", None)
