"""Whether one program fills the screen."""

from __future__ import annotations

import os
from collections.abc import Mapping

from workspace_assistant.adapters.desktop import x11_windows
from workspace_assistant.adapters.desktop.x11_talk import SOCKETS, X11Talk
from workspace_assistant.adapters.desktop.x11_wire import root_window


class X11FullScreen:
    """By the state of the window in front, as window managers note it."""

    def __init__(self, environment: Mapping[str, str] = os.environ, sockets: str = SOCKETS) -> None:
        self._talk = X11Talk(environment, sockets)
        self._root = 0
        self._atoms: dict[bytes, int] = {}

    def is_full_screen(self) -> bool | None:
        """None where no server of this computer answers, or no window manager tells."""
        try:
            if not self._talk.is_open:
                self._root = root_window(self._talk.open())
            return self._looked()
        except OSError:
            self.close()
            return None

    def close(self) -> None:
        self._talk.close()
        self._atoms.clear()

    def _looked(self) -> bool | None:
        active = self._atom(x11_windows.ACTIVE_WINDOW)
        if not active:
            return None
        windows = self._property(self._root, active)
        if not windows:
            return None
        if not windows[0]:  # nothing is in front: the desktop itself
            return False
        state, full_screen = map(self._atom, (x11_windows.STATE, x11_windows.FULL_SCREEN))
        has_state = bool(state) and bool(full_screen)
        return has_state and full_screen in self._property(windows[0], state)

    def _atom(self, name: bytes) -> int:
        """Kept once it is known: it stays the same for as long as the server runs."""
        known = self._atoms.get(name)
        if not known:
            known = x11_windows.atom_of(self._talk.ask(x11_windows.atom_request(name)))
            self._atoms[name] = known
        return known

    def _property(self, window: int, name: int) -> tuple[int, ...]:
        return x11_windows.items_of(self._talk.ask(x11_windows.property_request(window, name)))
