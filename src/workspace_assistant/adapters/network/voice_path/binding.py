"""Whether the home router keeps a silent binding: 30 s without a packet, then one from outside.

The server is asked, from a second socket, to answer to the port that the silent one was given
(RESPONSE-PORT of RFC 5780, section 4.6). Servers that cannot do so leave a weaker sign: a router
that has forgotten a binding gives another port, unless it always takes the same one.
"""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from workspace_assistant.adapters.network.stun import (
    BINDING_ANSWERS,
    BINDING_SUCCESS,
    TRANSACTION_BYTES,
    StunFormatError,
    StunMessage,
    binding_request,
    mapped_address,
    read_message,
)
from workspace_assistant.adapters.network.voice_path.udp_socket import family_of
from workspace_assistant.core.readiness.voice_path.model import Reason, Trouble

SILENCE_S = 30.0
_TRIES = 3
_PREPARED_S = 6.0
_SHORTEST_WAIT_S = 0.15
_LARGEST_DATAGRAM_BYTES = 2048

Endpoint = tuple[str, int]
# Has what it is given done at an instant when one more packet to the server is not one too many.
Lend = Callable[[Callable[[], None]], None]


class BindingWatch:
    """Runs in a thread of its own; `result` tells what is known so far, at any time."""

    def __init__(
        self,
        local_address: str,
        server: Endpoint,
        round_trip_s: float,
        lend: Lend,
        silence_s: float = SILENCE_S,
    ) -> None:
        self._lend = lend
        self._is_silent = threading.Event()
        self._local_address = local_address
        self._server = server
        self._wait_s = max(_SHORTEST_WAIT_S, 2 * round_trip_s)
        self._silence_s = silence_s
        self._result: bool | Trouble = Trouble(reason=Reason.LONG_TEST_ONLY)
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def await_silence(self) -> None:
        """Until nothing is sent for a while, or ever."""
        self._is_silent.wait(_PREPARED_S)

    @property
    def result(self) -> bool | Trouble:
        return self._result

    def _run(self) -> None:
        try:
            with self._socket() as silent, self._socket() as asking:
                self._result = self._watch(silent, asking)
        except OSError:
            self._result = Trouble(reason=Reason.NETWORK_UNREACHABLE)
        finally:
            self._is_silent.set()

    def _socket(self) -> socket.socket:
        made = socket.socket(family_of(self._server[0]), socket.SOCK_DGRAM)
        try:
            made.bind((self._local_address, 0))
        except OSError:
            made.close()
            raise
        return made

    def _watch(self, silent: socket.socket, asking: socket.socket) -> bool | Trouble:
        own = (self._local_address, int(silent.getsockname()[1]))
        before = self._seen(silent)
        if before is None:
            return Trouble(reason=Reason.NO_ANSWER)
        can_answer_elsewhere = self._reaches(silent, asking, before[1])
        self._is_silent.set()
        time.sleep(self._silence_s)
        if can_answer_elsewhere:
            return self._reaches(silent, asking, before[1])
        return judged_by_port(own, before, self._seen(silent))

    def _seen(self, silent: socket.socket) -> Endpoint | None:
        for _ in range(_TRIES):
            transaction = os.urandom(TRANSACTION_BYTES)
            self._send(silent, binding_request(transaction))
            answer = self._answer(silent, {transaction})
            if answer is not None:
                return mapped_address(answer)
        return None

    def _reaches(self, silent: socket.socket, asking: socket.socket, port: int) -> bool:
        transactions: set[bytes] = set()
        for _ in range(_TRIES):
            transaction = os.urandom(TRANSACTION_BYTES)
            transactions.add(transaction)
            self._send(asking, binding_request(transaction, response_port=port))
            answer = self._answer(silent, transactions)
            if answer is not None and answer.kind == BINDING_SUCCESS:
                return True
        return False

    def _send(self, udp: socket.socket, packet: bytes) -> None:
        self._lend(partial(send_to, udp, packet, self._server))

    def _answer(self, udp: socket.socket, transactions: set[bytes]) -> StunMessage | None:
        deadline_s = time.perf_counter() + self._wait_s
        while (left_s := deadline_s - time.perf_counter()) > 0:
            udp.settimeout(left_s)
            try:
                message = read_message(udp.recv(_LARGEST_DATAGRAM_BYTES))
            except (OSError, StunFormatError):
                continue
            if message.kind in BINDING_ANSWERS and message.transaction in transactions:
                return message
        return None


def send_to(udp: socket.socket, packet: bytes, server: Endpoint) -> None:
    """For another thread, which a lost packet is none of the business of."""
    with suppress(OSError):
        udp.sendto(packet, server)


def judged_by_port(own: Endpoint, before: Endpoint, after: Endpoint | None) -> bool | Trouble:
    """From the addresses a server saw before and after the silence.

    A router that keeps our own port number would show the same one again after forgetting it.
    """
    if after is None:
        return Trouble(reason=Reason.NO_ANSWER)
    if after != before:
        return False
    return True if before[1] != own[1] else Trouble(reason=Reason.TOO_FEW_SERVERS)
