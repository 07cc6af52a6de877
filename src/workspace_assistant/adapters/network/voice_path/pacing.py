"""A clockwork that calls every 20 ms, keeps to its grid, and knows how late it was."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable


def next_slot(began_s: float, slot: int, spacing_s: float, now_s: float) -> int:
    """The number of the first slot after *slot* that is not over yet.

    Slots slept through are left out: sending them in a heap would break the promised rate.
    """
    return max(slot + 1, int((now_s - began_s) / spacing_s) + 1)


class Pacer:
    """Calls ``act(planned_s)`` in a thread of its own, at absolute instants *spacing_s* apart.

    Sleeping to a deadline is as exact as the system's own timers, and does not drift.
    """

    def __init__(self, spacing_s: float, act: Callable[[float], None]) -> None:
        self._spacing_s = spacing_s
        self._act = act
        self._lock = threading.Lock()
        self._is_running = False
        self._lent: deque[Callable[[], None]] = deque()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._is_running = True
        self._thread.start()

    def stop(self) -> None:
        """After this returns, nothing is called any more."""
        with self._lock:
            self._is_running = False
        self._thread.join()
        for act in self._lent:
            act()

    def lend_slot(self, act: Callable[[], None]) -> None:
        """Call *act* soon, in place of the usual; now, when nothing is being called.

        So that something else can be sent without breaking the promised rate.
        """
        with self._lock:
            if self._is_running:
                self._lent.append(act)
                return
        act()

    def _run(self) -> None:
        began_s, slot = time.perf_counter() + self._spacing_s, 0
        while True:
            planned_s = began_s + slot * self._spacing_s
            time.sleep(max(0.0, planned_s - time.perf_counter()))
            with self._lock:
                if not self._is_running:
                    return
                borrower = self._lent.popleft() if self._lent else None
            if borrower is None:
                self._act(planned_s)
            else:
                borrower()
            slot = next_slot(began_s, slot, self._spacing_s, time.perf_counter())
