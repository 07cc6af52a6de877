"""All clocks of the computer at once: what time it is, and how long it has run, awake and asleep.

Steady clocks differ by system, and each system has two that matter here:

- Linux: CLOCK_BOOTTIME goes on in sleep, CLOCK_MONOTONIC does not (clock_gettime(2));
- macOS: CLOCK_MONOTONIC_RAW goes on, CLOCK_UPTIME_RAW does not (clock_gettime(3));
- Windows: QueryInterruptTime goes on, QueryUnbiasedInterruptTime does not.
"""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from workspace_assistant.core.focus.clock import Reading

LINUX_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")

# One after the other is as good as at once if nothing came between: sleep, or a busy computer.
_AT_ONCE_S = 0.02
_ATTEMPTS = 10
_INTERRUPT_UNITS_PER_S = 10_000_000  # Windows counts 100 ns

Seconds = Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class SteadyClocks:
    """Attributes: `elapsed_s` counts sleep, `awake_s` does not; `boot_id` names what both count."""

    elapsed_s: Seconds
    awake_s: Seconds | None
    boot_id: str


class SystemFocusClock:
    """Implements the port `FocusClock`."""

    def __init__(self, steady: SteadyClocks | None = None, wall_s: Seconds = time.time) -> None:
        self._steady = steady or steady_clocks()
        self._wall_s = wall_s

    def read(self) -> Reading:
        """Read anew if something came between two clocks; after ten times as good as it gets."""
        for _ in range(_ATTEMPTS - 1):
            reading = self._read_once()
            if self._steady.elapsed_s() - reading.elapsed_s < _AT_ONCE_S:
                return reading
        return self._read_once()

    def _read_once(self) -> Reading:
        steady = self._steady
        return Reading(
            elapsed_s=steady.elapsed_s(),
            wall_at=datetime.fromtimestamp(self._wall_s(), UTC),
            awake_s=None if steady.awake_s is None else steady.awake_s(),
            boot_id=steady.boot_id,
        )

    def time_zone(self) -> str:
        """IANA name, looked up anew each time: people travel, and laptops with them."""
        # Imported late: zone tables cost the window's first paint 15 ms.
        from workspace_assistant.adapters.system.time_zone import zone_name

        return zone_name()

    def utc_offset_s(self, at: datetime, time_zone: str) -> int:
        """The computer's own offset where no table holds that zone (Windows ships none)."""
        import zoneinfo

        try:
            there = at.astimezone(zoneinfo.ZoneInfo(time_zone))
        except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
            there = at.astimezone()
        offset = there.utcoffset()
        return 0 if offset is None else round(offset.total_seconds())


@cache
def steady_clocks() -> SteadyClocks:
    """Those of this system. Elsewhere a steady clock that is good for this process only."""
    clocks = SteadyClocks(elapsed_s=time.monotonic, awake_s=None, boot_id=_only_here())
    if sys.platform == "linux":
        clocks = _linux()
    elif sys.platform == "darwin":
        clocks = _macos()
    elif sys.platform == "win32":
        clocks = _windows()
    return clocks


def linux_boot_id(file: Path = LINUX_BOOT_ID) -> str:
    try:
        return file.read_text("ascii").strip() or _only_here()
    except (OSError, UnicodeDecodeError):  # /proc may be closed to us
        return _only_here()


def _only_here() -> str:
    """No other process can know this one: across processes only the wall clock is believed."""
    import uuid  # late: most commands make nothing that needs an id

    return uuid.uuid4().hex


if sys.platform == "linux":

    def _linux() -> SteadyClocks:
        return SteadyClocks(
            elapsed_s=lambda: time.clock_gettime(time.CLOCK_BOOTTIME),
            awake_s=lambda: time.clock_gettime(time.CLOCK_MONOTONIC),
            boot_id=linux_boot_id(),
        )


if sys.platform == "darwin":

    def _macos() -> SteadyClocks:
        return SteadyClocks(
            elapsed_s=lambda: time.clock_gettime(time.CLOCK_MONOTONIC_RAW),
            awake_s=lambda: time.clock_gettime(time.CLOCK_UPTIME_RAW),
            boot_id=_macos_boot_id(),
        )

    def _macos_boot_id() -> str:
        """kern.bootsessionuuid: unlike kern.boottime it does not move with the wall clock."""
        text = ctypes.create_string_buffer(64)
        size = ctypes.c_size_t(len(text))
        system = ctypes.CDLL(None)
        failed = system.sysctlbyname(
            b"kern.bootsessionuuid", text, ctypes.byref(size), None, ctypes.c_size_t(0)
        )
        return _only_here() if failed else text.value.decode("ascii", "replace")


if sys.platform == "win32":

    def _windows() -> SteadyClocks:
        # QueryInterruptTime lives in no ordinary library (Windows 10 and newer).
        from workspace_assistant.adapters.system.windows_registry import boot_number

        with_sleep = ctypes.WinDLL("api-ms-win-core-realtime-l1-1-1.dll").QueryInterruptTime
        without_sleep = ctypes.WinDLL("kernel32.dll").QueryUnbiasedInterruptTime
        with_sleep.restype = None
        number = boot_number()
        return SteadyClocks(
            elapsed_s=lambda: _interrupt_time_s(with_sleep),
            awake_s=lambda: _interrupt_time_s(without_sleep),
            boot_id=_only_here() if number is None else f"windows-{number}",
        )

    def _interrupt_time_s(function: Callable[[object], object]) -> float:
        count = ctypes.c_ulonglong()
        function(ctypes.byref(count))
        return count.value / _INTERRUPT_UNITS_PER_S
