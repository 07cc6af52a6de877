"""Asking with deadlines: every wait notices a stop, and every byte for the internet is counted."""

from __future__ import annotations

import math
import queue
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from workspace_assistant.adapters.network.halt import Halt

T = TypeVar("T")

_LOOK_EVERY_S = 0.02
_POLL_S = 0.05
_LARGEST_DATAGRAM_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One round of questions: its stop switch, its end, and the payload that went over the line.

    `end_s` is an instant of the monotonic clock; what is asked later has no time to be answered.
    """

    halt: Halt = field(default_factory=Halt)
    end_s: float = math.inf
    _sizes: list[int] = field(default_factory=list)

    def count(self, size_bytes: int) -> None:
        self._sizes.append(size_bytes)  # appending is atomic: threads share the list

    @property
    def bytes_used(self) -> int:
        return sum(self._sizes)

    def deadline_s(self, seconds: float) -> float:
        """When something that may take *seconds* from now must be over, by the monotonic clock."""
        return min(time.monotonic() + seconds, self.end_s)

    def within(self, seconds: float, call: Callable[[], T]) -> T:
        """The answer of a call that cannot be interrupted; past the deadline it ends alone.

        Raises TimeoutError, `HaltedError`, or what *call* raises of OSError and ValueError.
        """
        answers: queue.Queue[T | OSError | ValueError] = queue.Queue()

        def run() -> None:
            try:
                answers.put(call())
            except (OSError, ValueError) as error:
                answers.put(error)

        threading.Thread(target=run, daemon=True).start()
        deadline_s = self.deadline_s(seconds)
        while time.monotonic() < deadline_s:
            self.halt.check()
            try:
                answer = answers.get(timeout=_LOOK_EVERY_S)
            except queue.Empty:
                continue
            if isinstance(answer, OSError | ValueError):
                raise answer
            return answer
        raise TimeoutError

    def exchange(
        self, sock: socket.socket, question: bytes, seconds: float, fits: Callable[[bytes], bool]
    ) -> bytes:
        """Send *question* on a connected UDP socket, return the first answer that *fits*.

        Anything else that arrives is passed over. Raises OSError, of which TimeoutError when
        nothing fitting came in time, and `HaltedError`.
        """
        deadline_s = self.deadline_s(seconds)
        sock.settimeout(_POLL_S)
        sock.send(question)
        self.count(len(question))
        while time.monotonic() < deadline_s:
            self.halt.check()
            try:
                answer = sock.recv(_LARGEST_DATAGRAM_BYTES)
            except TimeoutError:
                continue
            self.count(len(answer))
            if fits(answer):
                return answer
        raise TimeoutError
