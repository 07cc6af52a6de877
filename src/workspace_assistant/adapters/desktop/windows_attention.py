"""Windows: whether the person is to be disturbed (SHQueryUserNotificationState).

Importable everywhere, answers on Windows only.
"""

from __future__ import annotations

import ctypes
import sys

# QUERY_USER_NOTIFICATION_STATE of shellapi.h
_BUSY, _DIRECT_3D, _PRESENTATION, _ACCEPTS, _QUIET_TIME, _STORE_APP = 2, 3, 4, 5, 6, 7
_FULL_SCREEN = frozenset({_BUSY, _DIRECT_3D, _PRESENTATION})
_KNOWN = _FULL_SCREEN | {_ACCEPTS, _QUIET_TIME, _STORE_APP}


def is_full_screen_in(state: int | None) -> bool | None:
    """None for what Windows does not tell, such as while the screen is locked."""
    return state in _FULL_SCREEN if state in _KNOWN else None


def is_do_not_disturb_in(state: int | None) -> bool | None:
    """The hour after the first login alone: of "focus assist" this question knows nothing."""
    return True if state == _QUIET_TIME else None


class WindowsAttention:
    def is_full_screen(self) -> bool | None:
        return is_full_screen_in(_state())

    def is_do_not_disturb(self) -> bool | None:
        return is_do_not_disturb_in(_state())

    def close(self) -> None:
        """Nothing is open."""


def _state() -> int | None:
    state = None
    if sys.platform == "win32":
        state = _asked()
    return state


if sys.platform == "win32":

    def _asked() -> int | None:
        state = ctypes.c_int()
        failed = ctypes.windll.shell32.SHQueryUserNotificationState(ctypes.byref(state))
        return None if failed else state.value
