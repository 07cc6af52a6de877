"""Seconds since the last input, as desktops tell over D-Bus."""

from __future__ import annotations

import time
from collections.abc import Callable

from workspace_assistant.adapters.desktop.bus import Bus, Place

_MUTTER = Place(
    "org.gnome.Mutter.IdleMonitor",
    "/org/gnome/Mutter/IdleMonitor/Core",
    "org.gnome.Mutter.IdleMonitor",
)
_SCREEN_SAVER = Place(
    "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"
)

_MS_PER_S = 1000.0
_SHORTEST_STEP_S = 2.0  # shorter ones tell too little about whole seconds


class MutterIdle:
    """GNOME, by its window manager, on X11 as on Wayland."""

    def __init__(self, session: Bus) -> None:
        self._session = session

    def idle_s(self) -> float | None:
        count = whole(self._session.call(_MUTTER, "GetIdletime"))
        return None if count is None else count / _MS_PER_S

    def close(self) -> None:
        """Nothing of its own is open."""


class ScreenSaverIdle:
    """KDE and others, by org.freedesktop.ScreenSaver.

    The draft of that interface counts seconds, KDE milliseconds, and KDE on Wayland says 0 always.
    So the answer is believed once it has grown with the time, and in the unit it grew in.
    """

    def __init__(self, session: Bus, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        self._session, self._monotonic_s = session, monotonic_s
        self._last: tuple[int, float] | None = None
        self._units_per_s: float | None = None

    def idle_s(self) -> float | None:
        count = whole(self._session.call(_SCREEN_SAVER, "GetSessionIdleTime"))
        if count is None:
            self._last = None
            return None
        if self._units_per_s is None:
            self._learn(count)
        return None if self._units_per_s is None else count / self._units_per_s

    def close(self) -> None:
        """Nothing of its own is open."""

    def _learn(self, count: int) -> None:
        now_s = self._monotonic_s()
        if self._last is not None and now_s - self._last[1] < _SHORTEST_STEP_S:
            return
        if self._last is not None:
            self._units_per_s = unit(count - self._last[0], now_s - self._last[1])
        self._last = (count, now_s)


def unit(growth: int, passed_s: float) -> float | None:
    """Units per second of a counter that grew so much; None if it is none that counts time."""
    for units_per_s in (1.0, _MS_PER_S):
        if 0.5 < growth / units_per_s / passed_s < 1.5:  # whole seconds, and our own lateness
            return units_per_s
    return None


def whole(answer: tuple[object, ...] | None) -> int | None:
    """The one whole number of an answer; None for any other."""
    is_whole = answer is not None and len(answer) == 1 and type(answer[0]) is int
    return answer[0] if answer and is_whole and isinstance(answer[0], int) else None
