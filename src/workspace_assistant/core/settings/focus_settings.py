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

SINGLE_KEYS = "focus.single_keys"

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
    Setting(
        key=SINGLE_KEYS,
        kind=Kind.SWITCH,
        section=Section.FOCUS,
        title=QT_TRANSLATE_NOOP("settings", "One key is enough for blocks and breaks"),
        explanation=QT_TRANSLATE_NOOP(
            "settings",
            "Off: letters and digits count together with Alt alone, so that speech input and a "
            "slip press nothing.",
        ),
        default="on",
        words=QT_TRANSLATE_NOOP("settings", "shortcuts keyboard speech input accessibility"),
    ),
)
