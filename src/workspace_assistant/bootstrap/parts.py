"""The parts of this program that run as processes of their own, where it is a frozen bundle."""

from __future__ import annotations

import sys
from collections.abc import Sequence

_NOT_A_PART = 2

# Nothing else is ever run by name.
PARTS = (
    "workspace_assistant.adapters.audio.capture_child",
    "workspace_assistant.adapters.audio.playback_child",
    "workspace_assistant.adapters.calendar.shift_calendar_child",
    "workspace_assistant.adapters.network.line_watch.watch_child",
    "workspace_assistant.adapters.network.speedtest_child",
    "workspace_assistant.adapters.network.voice_path.stream_child",
    "workspace_assistant.ui.trial_window",
)


def run_part(arguments: Sequence[str]) -> int:
    """Run the part that *arguments* begin with, as ``python -m`` would. The exit code.

    A part that ends the process, as most do, never comes back.
    """
    name = next(iter(arguments), "")
    if name not in PARTS:
        sys.stderr.write("This program has no such part.\n")
        return _NOT_A_PART
    import runpy

    sys.argv = list(arguments)
    runpy.run_module(name, run_name="__main__", alter_sys=True)
    return 0
