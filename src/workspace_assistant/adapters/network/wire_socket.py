"""A wire in the shape that the standard library's HTTP client works with."""

from __future__ import annotations

import io
import time
from typing import Any

from workspace_assistant.adapters.network.overriding import override
from workspace_assistant.adapters.network.wire import Wire


class WireSocket:
    """As much of a socket as `http.client` uses. Notices a stop, and a server that falls silent.

    Closing it leaves the wire open: that is for whoever opened it.
    """

    def __init__(self, wire: Wire, silence_s: float) -> None:
        self._wire = wire
        self._silence_s = silence_s

    def sendall(self, data: bytes) -> None:
        self._wire.send_all(data, self._silence_s)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self._wire, self._silence_s))

    def close(self) -> None:
        """Nothing of its own to close."""


class _Reader(io.RawIOBase):
    def __init__(self, wire: Wire, silence_s: float) -> None:
        self._wire = wire
        self._silence_s = silence_s

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Any, /) -> int:
        """Raises TimeoutError when nothing comes for too long, `HaltedError` when stopped."""
        deadline_s = time.monotonic() + self._silence_s
        while True:
            size = self._wire.receive_into(memoryview(buffer))
            if size is not None:
                return size
            if time.monotonic() > deadline_s:
                raise TimeoutError
