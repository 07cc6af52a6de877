"""After how long without a key an absence is asked about: the person's choice, as it is kept."""

from __future__ import annotations

from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.watching import WatchSettings
from workspace_assistant.core.lengths import length_text

IDLE_SECONDS = "focus.idle_seconds"
# Below a minute reading a long mail is an absence; beyond an hour a lunch break is work.
SHORTEST_IDLE_S, LONGEST_IDLE_S = 60.0, 3600.0


def settings_of(kept: str) -> WatchSettings:
    """What was kept under `IDLE_SECONDS`; the usual 5 min where nothing sensible was."""
    try:
        seconds = float(kept)
    except ValueError:
        return WatchSettings()
    if not SHORTEST_IDLE_S <= seconds <= LONGEST_IDLE_S:
        return WatchSettings()
    return WatchSettings(idle_threshold_s=seconds)


def kept_idle(seconds: float) -> str:
    """How to keep it. Raises `FocusError` for what would make the log untrue."""
    if not SHORTEST_IDLE_S <= seconds <= LONGEST_IDLE_S:
        raise FocusError(
            texts.IDLE_LIMITS,
            text=length_text(seconds),
            least=length_text(SHORTEST_IDLE_S),
            most=length_text(LONGEST_IDLE_S),
        )
    return f"{seconds:g}"
