"""Whether the desktop holds notifications back, asked of the desktop that runs.

There is no common way: KDE tells over D-Bus, Xfce in its own settings, others in GSettings.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping

from workspace_assistant.adapters.desktop.bus import Bus, Place

_NOTIFICATIONS = Place(
    "org.freedesktop.Notifications",
    "/org/freedesktop/Notifications",
    "org.freedesktop.DBus.Properties",
)
_XFCONF = Place("org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf")
_ANSWER_S = 1.0
# By the name of the desktop: schema, key, and the value that means silence.
_SETTINGS = {
    "GNOME": ("org.gnome.desktop.notifications", "show-banners", "false"),
    "X-CINNAMON": ("org.cinnamon.desktop.notifications", "display-notifications", "false"),
    "MATE": ("org.mate.NotificationDaemon", "do-not-disturb", "true"),
}


class DesktopSilence:
    def __init__(
        self,
        session: Bus,
        environment: Mapping[str, str] = os.environ,
        read: Callable[[str, str], str] | None = None,
    ) -> None:
        self._session = session
        self._desktops = environment.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
        self._read = read or _setting

    def is_do_not_disturb(self) -> bool | None:
        """None where the desktop does not tell."""
        for desktop in self._desktops:
            if desktop in _SETTINGS:
                return self._by_setting(*_SETTINGS[desktop])
        return self._xfce() if "XFCE" in self._desktops else self._inhibited()

    def close(self) -> None:
        """Nothing of its own is open."""

    def _by_setting(self, schema: str, key: str, silence: str) -> bool | None:
        value = self._read(schema, key)
        return value == silence if value in {"true", "false"} else None

    def _xfce(self) -> bool | None:
        answer = self._session.call(
            _XFCONF, "GetProperty", "ss", "xfce4-notifyd", "/do-not-disturb"
        )
        return _flag(answer)

    def _inhibited(self) -> bool | None:
        answer = self._session.call(_NOTIFICATIONS, "Get", "ss", _NOTIFICATIONS.name, "Inhibited")
        return _flag(answer)


def _flag(answer: tuple[object, ...] | None) -> bool | None:
    """Of a variant: jeepney gives the type beside it."""
    variant = answer[0] if answer else None
    value = variant[1] if isinstance(variant, tuple) and len(variant) == 2 else None
    return value if isinstance(value, bool) else None


def _setting(schema: str, key: str) -> str:
    """Empty where nothing of the kind is installed."""
    try:
        done = subprocess.run(  # noqa: S603 - words of this file alone
            ["gsettings", "get", schema, key],  # noqa: S607 - where the desktop has it
            capture_output=True,
            text=True,
            timeout=_ANSWER_S,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()
