"""Whether somebody is at the computer: asks whatever on this desktop really answers."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from workspace_assistant.adapters.desktop.bus import SESSION, SYSTEM, Bus
from workspace_assistant.adapters.desktop.bus_idle import MutterIdle, ScreenSaverIdle
from workspace_assistant.adapters.desktop.bus_lock import LoginLock, ScreenSaverLock
from workspace_assistant.adapters.desktop.mac_idle import MacIdle, MacLock
from workspace_assistant.adapters.desktop.sleep_signals import SleepSignals
from workspace_assistant.adapters.desktop.windows_idle import WindowsIdle, WindowsLock
from workspace_assistant.adapters.desktop.x11_idle import X11Idle
from workspace_assistant.adapters.desktop.x11_wire import display_number
from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.clock import Reading
from workspace_assistant.core.focus.ports import Presence, Sleep

AnswerT = TypeVar("AnswerT")

# Desktops are started anew, and other ones log in; but not every five seconds.
_SEARCH_AGAIN_S = 30.0


class IdleSource(Protocol):
    def idle_s(self) -> float | None:
        """Seconds since the last input; None where it does not answer."""

    def close(self) -> None: ...


class LockSource(Protocol):
    def is_locked(self) -> bool | None: ...

    def close(self) -> None: ...


class SleepSource(Protocol):
    def sleeps(self) -> tuple[Sleep, ...]: ...

    def close(self) -> None: ...


class DesktopPresence:
    """Implements the port `PresenceSensor`; of one thread, but for `close`."""

    def __init__(
        self,
        idle: Sequence[IdleSource],
        locks: Sequence[LockSource],
        signals: SleepSource | None,
        why_no_idle: str,
        *,
        buses: Sequence[Bus] = (),
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._idle = _First([one.idle_s for one in idle], monotonic_s)
        self._lock = _First([one.is_locked for one in locks], monotonic_s)
        self._signals, self._why_no_idle = signals, why_no_idle
        self._open: tuple[IdleSource | LockSource | Bus, ...] = (*idle, *locks, *buses)

    def presence(self) -> Presence:
        idle_s, is_locked = self._idle.answer(), self._lock.answer()
        unknown = []
        if idle_s is None:
            unknown.append(texts.INPUT_SILENT if self._idle.has_answered else self._why_no_idle)
        if is_locked is None:
            unknown.append(texts.LOCK_UNKNOWN)
        return Presence(idle_s=idle_s, is_locked=is_locked, unknown=tuple(unknown))

    def sleeps(self) -> tuple[Sleep, ...]:
        return () if self._signals is None else self._signals.sleeps()

    def close(self) -> None:
        if self._signals is not None:
            self._signals.close()
        for one in self._open:
            one.close()


class _First(Generic[AnswerT]):
    """Asks the source that answered last; all of them when it fails, but not all the time."""

    def __init__(
        self, sources: Sequence[Callable[[], AnswerT | None]], monotonic_s: Callable[[], float]
    ) -> None:
        self._sources, self._monotonic_s = sources, monotonic_s
        self._chosen: Callable[[], AnswerT | None] | None = None
        self._not_before_s = float("-inf")

    @property
    def has_answered(self) -> bool:
        return self._chosen is not None

    def answer(self) -> AnswerT | None:
        found = None if self._chosen is None else self._chosen()
        if found is not None or self._monotonic_s() < self._not_before_s:
            return found
        self._not_before_s = self._monotonic_s() + _SEARCH_AGAIN_S
        for source in self._sources:
            found = source()
            if found is not None:
                self._chosen = source
                return found
        return None


def system_presence(
    read: Callable[[], Reading], environment: Mapping[str, str] = os.environ
) -> DesktopPresence:
    """The sensor for this computer; *read* gives all clocks when sleep is announced."""
    if sys.platform == "win32":
        sensor = DesktopPresence([WindowsIdle()], [WindowsLock()], None, texts.INPUT_UNKNOWN)
    elif sys.platform == "darwin":
        sensor = DesktopPresence([MacIdle()], [MacLock()], None, texts.INPUT_UNKNOWN)
    else:
        sensor = linux_presence(read, environment)
    return sensor


def linux_presence(
    read: Callable[[], Reading], environment: Mapping[str, str] = os.environ
) -> DesktopPresence:
    """X11 tells of itself; on Wayland its stand-in for X11 sees half of the input and is not asked.

    A screen on another computer is looked at by nobody, though a desktop may answer here.
    """
    signals = SleepSignals(read)
    display = environment.get("DISPLAY", "")
    is_wayland = runs_wayland(environment)
    if display and not is_wayland and display_number(display) is None:
        return DesktopPresence([], [], signals, texts.INPUT_REMOTE)
    session, system = Bus(SESSION), Bus(SYSTEM)
    by_bus = (MutterIdle(session), ScreenSaverIdle(session))
    has_screen = bool(display) or is_wayland
    return DesktopPresence(
        by_bus if is_wayland else (X11Idle(environment), *by_bus),
        (ScreenSaverLock(session), LoginLock(system, environment)),
        signals,
        texts.INPUT_UNKNOWN if has_screen else texts.NO_SCREEN,
        buses=(session, system),
    )


def runs_wayland(environment: Mapping[str, str]) -> bool:
    kind = environment.get("XDG_SESSION_TYPE", "")
    return kind == "wayland" or (kind != "x11" and bool(environment.get("WAYLAND_DISPLAY")))
