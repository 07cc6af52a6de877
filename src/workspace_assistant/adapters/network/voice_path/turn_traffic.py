"""Counts what a relay's connection moves, and notices a relay that floods it."""

from __future__ import annotations

import time

# Our own packets come 50 times a second.
_MOST_READ_PER_S = 2000


class Traffic:
    """`overhead_bytes`: the headers of one packet. One reader, any number that only look."""

    def __init__(self, overhead_bytes: int, most_per_s: int = _MOST_READ_PER_S) -> None:
        self._overhead_bytes = overhead_bytes
        self._most_per_s = most_per_s
        self._bytes = 0
        self._read = 0
        self._since_s = time.perf_counter()
        self.has_received = False

    @property
    def bytes_used(self) -> int:
        return self._bytes

    def note_sent(self, size: int) -> None:
        self._bytes += size + self._overhead_bytes

    def note_received(self, size: int) -> float:
        """How many seconds to read no further, because too much came in this one; mostly zero."""
        self._bytes += size + self._overhead_bytes
        self.has_received = True
        self._read += 1
        now_s = time.perf_counter()
        if now_s - self._since_s >= 1:
            self._read, self._since_s = 0, now_s
        return self._since_s + 1 - now_s if self._read >= self._most_per_s else 0.0
