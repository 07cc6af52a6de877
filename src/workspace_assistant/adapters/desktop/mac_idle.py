"""macOS: seconds since the last input, and whether the screen is locked.

Importable everywhere, answers on macOS only.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any

_FRAMEWORKS = "/System/Library/Frameworks"
_HID_SYSTEM_STATE = 1  # kCGEventSourceStateHIDSystemState
_ANY_INPUT = 0xFFFFFFFF  # kCGAnyInputEventType
_UTF_8 = 0x08000100  # kCFStringEncodingUTF8
_LOCKED_KEY = b"CGSSessionScreenIsLocked"


class MacIdle:
    def idle_s(self) -> float | None:
        seconds = None
        if sys.platform == "darwin":
            seconds = _idle_s()
        return seconds

    def close(self) -> None:
        """Nothing is open."""


class MacLock:
    def is_locked(self) -> bool | None:
        answer = None
        if sys.platform == "darwin":
            answer = _is_locked()
        return answer

    def close(self) -> None:
        """Nothing is open."""


if sys.platform == "darwin":

    def _idle_s() -> float | None:
        ask = _framework("ApplicationServices").CGEventSourceSecondsSinceLastEventType
        ask.restype = ctypes.c_double
        ask.argtypes = (ctypes.c_int32, ctypes.c_uint32)
        seconds = float(ask(_HID_SYSTEM_STATE, _ANY_INPUT))
        return seconds if seconds >= 0 else None

    def _is_locked() -> bool | None:
        """The session's description has the key only while the screen is locked."""
        copy = _framework("ApplicationServices").CGSessionCopyCurrentDictionary
        copy.restype = ctypes.c_void_p
        session = copy()
        if not session:
            return None  # no screen: a program behind a remote shell
        core = _framework("CoreFoundation")
        core.CFStringCreateWithCString.restype = ctypes.c_void_p
        core.CFDictionaryGetValue.restype = ctypes.c_void_p
        core.CFBooleanGetValue.restype = ctypes.c_ubyte
        key = core.CFStringCreateWithCString(None, _LOCKED_KEY, ctypes.c_uint32(_UTF_8))
        try:
            value = core.CFDictionaryGetValue(ctypes.c_void_p(session), ctypes.c_void_p(key))
            return bool(value) and bool(core.CFBooleanGetValue(ctypes.c_void_p(value)))
        finally:
            core.CFRelease(ctypes.c_void_p(key))
            core.CFRelease(ctypes.c_void_p(session))

    def _framework(name: str) -> Any:
        return ctypes.CDLL(f"{_FRAMEWORKS}/{name}.framework/{name}")
