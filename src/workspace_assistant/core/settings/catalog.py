"""Every setting there is. What is not here is noted by the program for itself, not set."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workspace_assistant.core.settings.break_settings import BREAK_SETTINGS
from workspace_assistant.core.settings.focus_settings import FOCUS_SETTINGS
from workspace_assistant.core.settings.look_settings import LOOK_SETTINGS
from workspace_assistant.core.settings.model import Setting
from workspace_assistant.core.settings.privacy_settings import PRIVACY_SETTINGS
from workspace_assistant.core.settings.reminder_settings import REMINDER_SETTINGS
from workspace_assistant.core.settings.week_settings import WEEK_SETTINGS

SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {
        one.key: one
        for one in (
            *REMINDER_SETTINGS,
            *BREAK_SETTINGS,
            *FOCUS_SETTINGS,
            *WEEK_SETTINGS,
            *LOOK_SETTINGS,
            *PRIVACY_SETTINGS,
        )
    }
)
