"""Seconds since the last input on an X server of this computer."""

from __future__ import annotations

import os
from collections.abc import Mapping

from workspace_assistant.adapters.desktop import x11_wire
from workspace_assistant.adapters.desktop.x11_talk import SOCKETS, X11Talk


class X11Idle:
    """One connection, opened anew when it breaks. A server that dies is no answer, and no more."""

    def __init__(self, environment: Mapping[str, str] = os.environ, sockets: str = SOCKETS) -> None:
        self._talk = X11Talk(environment, sockets)
        self._question = b""

    def idle_s(self) -> float | None:
        """None where no server of this computer answers."""
        try:
            if not self._talk.is_open:
                self._open()
            return x11_wire.idle_ms(self._talk.ask(self._question)) / 1000
        except OSError:
            self.close()
            return None

    def close(self) -> None:
        self._talk.close()

    def _open(self) -> None:
        setup = self._talk.open()
        opcode = x11_wire.extension_opcode(self._talk.ask(x11_wire.extension_request()))
        self._talk.ask(x11_wire.version_request(opcode))
        self._question = x11_wire.info_request(opcode, x11_wire.root_window(setup))
