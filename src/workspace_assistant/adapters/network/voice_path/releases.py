"""What lies at a server for us must be given back before the process ends, whenever that is."""

from __future__ import annotations

import threading
from collections.abc import Callable

GiveBack = Callable[[], None]


class Releases:
    """Ways to give back, from the opening on. Each is bounded, and harmless when called late."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._noted: list[GiveBack] = []
        self._is_over = False

    def add(self, give_back: GiveBack) -> None:
        """Past the end it is called at once."""
        with self._lock:
            self._noted.append(give_back)
            is_over = self._is_over
        if is_over:
            give_back()

    def give_all_back(self) -> None:
        with self._lock:
            self._is_over = True
            noted = tuple(self._noted)
        for give_back in noted:
            give_back()
