"""Windows: seconds since the last input, and whether the session is locked.

Importable everywhere, answers on Windows only.
"""

from __future__ import annotations

import ctypes
import struct
import sys

_WTS_CURRENT_SESSION = 0xFFFFFFFF
_WTS_SESSION_INFO_EX = 25
_LEVEL_1 = 1
_LOCK_FLAGS = {0: True, 1: False}  # WTS_SESSIONSTATE_LOCK, WTS_SESSIONSTATE_UNLOCK


def since_ms(now_ms: int, then_ms: int) -> int:
    """Between two counts of a clock of 32 bits, which begins again after 49.7 days."""
    return (now_ms - then_ms) & 0xFFFFFFFF


def lock_of(info: bytes) -> bool | None:
    """From a WTSINFOEXW: level at 0; at 8, after padding, session id, state and lock flag."""
    if len(info) < 20:
        return None
    level, flags = struct.unpack_from("<I", info, 0)[0], struct.unpack_from("<i", info, 16)[0]
    return _LOCK_FLAGS.get(flags) if level == _LEVEL_1 else None


class WindowsIdle:
    def idle_s(self) -> float | None:
        seconds = None
        if sys.platform == "win32":
            seconds = _idle_s()
        return seconds

    def close(self) -> None:
        """Nothing is open."""


class WindowsLock:
    def is_locked(self) -> bool | None:
        info = b""
        if sys.platform == "win32":
            info = _session_info()
        return lock_of(info)

    def close(self) -> None:
        """Nothing is open."""


if sys.platform == "win32":

    class _LastInput(ctypes.Structure):
        _fields_ = (("size", ctypes.c_uint), ("at_ms", ctypes.c_uint))

    def _idle_s() -> float | None:
        last = _LastInput()
        last.size = ctypes.sizeof(last)
        if not ctypes.windll.user32.GetLastInputInfo(ctypes.byref(last)):
            return None
        return since_ms(ctypes.windll.kernel32.GetTickCount(), last.at_ms) / 1000

    def _session_info() -> bytes:
        api = ctypes.windll.wtsapi32
        buffer, size = ctypes.c_void_p(), ctypes.c_uint()
        if not api.WTSQuerySessionInformationW(
            None,
            ctypes.c_uint(_WTS_CURRENT_SESSION),
            _WTS_SESSION_INFO_EX,
            ctypes.byref(buffer),
            ctypes.byref(size),
        ):
            return b""
        try:
            return ctypes.string_at(buffer, size.value) if buffer.value else b""
        finally:
            api.WTSFreeMemory(buffer)
