"""Whether the person is to be left alone, as far as this desktop tells."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Protocol

from workspace_assistant.adapters.desktop.bus import SESSION, Bus
from workspace_assistant.adapters.desktop.do_not_disturb import DesktopSilence
from workspace_assistant.adapters.desktop.full_screen import X11FullScreen
from workspace_assistant.adapters.desktop.presence import runs_wayland
from workspace_assistant.adapters.desktop.windows_attention import WindowsAttention
from workspace_assistant.core.breaks import texts
from workspace_assistant.core.breaks.ports import Attention


class FullScreenSource(Protocol):
    def is_full_screen(self) -> bool | None: ...

    def close(self) -> None: ...


class SilenceSource(Protocol):
    def is_do_not_disturb(self) -> bool | None: ...

    def close(self) -> None: ...


class DesktopAttention:
    """Implements the port `AttentionSensor`; of one thread."""

    def __init__(
        self,
        full_screen: FullScreenSource | None,
        silence: SilenceSource | None,
        buses: Sequence[Bus] = (),
    ) -> None:
        self._full_screen, self._silence = full_screen, silence
        self._buses = buses

    def attention(self) -> Attention:
        is_full = None if self._full_screen is None else self._full_screen.is_full_screen()
        is_silent = None if self._silence is None else self._silence.is_do_not_disturb()
        unknown = []
        if is_full is None:
            unknown.append(texts.FULL_SCREEN_UNKNOWN)
        if is_silent is None:
            unknown.append(texts.DO_NOT_DISTURB_UNKNOWN)
        return Attention(
            is_full_screen=is_full, is_do_not_disturb=is_silent, unknown=tuple(unknown)
        )

    def close(self) -> None:
        for one in (self._full_screen, self._silence, *self._buses):
            if one is not None:
                one.close()


def system_attention(environment: Mapping[str, str] = os.environ) -> DesktopAttention:
    """The sensor for this computer."""
    if sys.platform == "win32":
        sensor = DesktopAttention(WindowsAttention(), WindowsAttention())
    elif sys.platform == "darwin":
        sensor = DesktopAttention(None, None)
    else:
        sensor = linux_attention(environment)
    return sensor


def linux_attention(environment: Mapping[str, str] = os.environ) -> DesktopAttention:
    """On Wayland only programs of the old kind could be seen, so nobody is asked."""
    session = Bus(SESSION)
    full_screen = None if runs_wayland(environment) else X11FullScreen(environment)
    return DesktopAttention(full_screen, DesktopSilence(session, environment), (session,))
