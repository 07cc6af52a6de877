"""Focus blocks."""

from __future__ import annotations

from workspace_assistant.core.focus.watch_settings import (
    IDLE_SECONDS,
    LONGEST_IDLE_S,
    SHORTEST_IDLE_S,
    kept_idle,
)
from workspace_assistant.core.focus.watching import WatchSettings
from workspace_assistant.core.settings.model import Kind, Section, Setting, Unit
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

FOCUS_SETTINGS = (
    Setting(
        key=IDLE_SECONDS,
        kind=Kind.LENGTH,
        section=Section.FOCUS,
        title=QT_TRANSLATE_NOOP("settings", "Ask about an absence after"),
        explanation=QT_TRANSLATE_NOOP(
            "settings",
            "Without a key or a movement of the mouse for so long, a focus block asks what the "
            "time was.",
        ),
        default=kept_idle(WatchSettings().idle_threshold_s),
        words=QT_TRANSLATE_NOOP("settings", "idle away keyboard mouse gap"),
        low=SHORTEST_IDLE_S,
        high=LONGEST_IDLE_S,
        unit=Unit.SECOND,
    ),
)
