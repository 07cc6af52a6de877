"""Keeps the server that was found, so that the next check measures against the same one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from workspace_assistant.adapters.network.speedtest_discovery import FoundServer
from workspace_assistant.core.readiness.bandwidth.model import LineTroubleError

# The same server for a shift: numbers of one day are comparable, and finding it costs seconds.
_FOUND_LASTS_S = 12 * 3600.0
# Long enough for the check that follows its own preparation, not for the user's next try.
_FAILURE_LASTS_S = 30.0


@dataclass(slots=True)
class ServerMemory:
    """What the last search found or met. Safe to ask from several threads; they search once."""

    monotonic_s: Callable[[], float] = time.monotonic
    _answer: FoundServer | LineTroubleError | None = None
    _until_s: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def found(self, search: Callable[[], FoundServer]) -> FoundServer:
        """The remembered server, else that of *search*. Raises `LineTroubleError`, also a past one.

        Another error of *search*, such as a cancel, is raised and not remembered.
        """
        with self._lock:
            if self._answer is None or self.monotonic_s() >= self._until_s:
                self._search(search)
            if isinstance(self._answer, FoundServer):
                return self._answer
            raise self._answer or RuntimeError("a search neither found a server nor failed")

    def forget(self) -> None:
        """The server did not answer any more: search again next time."""
        with self._lock:
            self._answer = None

    def _search(self, search: Callable[[], FoundServer]) -> None:
        self._answer = None
        try:
            self._answer, lasts_s = search(), _FOUND_LASTS_S
        except LineTroubleError as error:
            self._answer, lasts_s = error, _FAILURE_LASTS_S
        self._until_s = self.monotonic_s() + lasts_s
