"""Whether the screen is locked, as desktops tell over D-Bus."""

from __future__ import annotations

import os
from collections.abc import Mapping

from workspace_assistant.adapters.desktop.bus import Bus, Place

# Each desktop has its own, all alike; where several answer they mean the same screen.
_SCREEN_SAVERS = tuple(
    Place(f"org.{owner}.ScreenSaver", f"/org/{owner}/ScreenSaver", f"org.{owner}.ScreenSaver")
    for owner in ("gnome", "freedesktop", "cinnamon", "mate", "xfce")
)
_LOGIN = "org.freedesktop.login1"
_MANAGER = Place(_LOGIN, "/org/freedesktop/login1", f"{_LOGIN}.Manager")
_PROPERTIES = "org.freedesktop.DBus.Properties"


class ScreenSaverLock:
    """By the first screen saver service that answers."""

    def __init__(self, session: Bus) -> None:
        self._session = session
        self._place: Place | None = None

    def is_locked(self) -> bool | None:
        if self._place is not None:
            answer = self._asked(self._place)
            if answer is not None:
                return answer
        for place in _SCREEN_SAVERS:
            answer = self._asked(place)
            if answer is not None:
                self._place = place
                return answer
        return None

    def close(self) -> None:
        """Nothing of its own is open."""

    def _asked(self, place: Place) -> bool | None:
        answer = self._session.call(place, "GetActive")
        return answer[0] if answer and isinstance(answer[0], bool) else None


class LoginLock:
    """By logind's hint about the session, which not every desktop gives.

    So "not locked" is believed only of a session that has been told locked before.
    """

    def __init__(self, system: Bus, environment: Mapping[str, str] = os.environ) -> None:
        self._system, self._environment = system, environment
        self._session: Place | None = None
        self._is_hinted = False

    def is_locked(self) -> bool | None:
        session = self._session or self._found()
        if session is None:
            return None
        interface = f"{_LOGIN}.Session"
        answer = self._system.call(session, "Get", "ss", interface, "LockedHint")
        hint = _value(answer)
        if not isinstance(hint, bool):
            self._session = None  # sessions end
            return None
        self._session = session
        self._is_hinted = self._is_hinted or hint
        return hint if self._is_hinted else None

    def close(self) -> None:
        """Nothing of its own is open."""

    def _found(self) -> Place | None:
        """Our own session; for a program outside of any, the one on the user's screen."""
        named = self._environment.get("XDG_SESSION_ID")
        answer = self._system.call(_MANAGER, "GetSession", "s", named) if named else None
        path = answer[0] if answer else self._on_screen()
        return Place(_LOGIN, path, _PROPERTIES) if isinstance(path, str) else None

    def _on_screen(self) -> object:
        answer = self._system.call(_MANAGER, "GetUser", "u", os.getuid())
        if not answer or not isinstance(answer[0], str):
            return None
        user = Place(_LOGIN, answer[0], _PROPERTIES)
        shown = _value(self._system.call(user, "Get", "ss", f"{_LOGIN}.User", "Display"))
        return shown[1] if isinstance(shown, tuple) and len(shown) == 2 and shown[0] else None


def _value(answer: tuple[object, ...] | None) -> object:
    """What a property holds: jeepney gives the type beside it."""
    variant = answer[0] if answer else None
    return variant[1] if isinstance(variant, tuple) and len(variant) == 2 else None
