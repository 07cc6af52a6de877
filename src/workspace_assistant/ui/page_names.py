"""The pages of the window, by names that stay the same whatever their order."""

from __future__ import annotations

from enum import StrEnum


class PageName(StrEnum):
    """A page; also the name of its icon in the navigation."""

    TODAY = "today"
    READINESS = "readiness"
    MICROPHONE = "microphone"
    FOCUS = "focus"
    BREAKS = "breaks"
    SHIFTS = "shifts"
    WEEK = "week"
    HISTORY = "history"
    DATA = "data"
    SETTINGS = "settings"
    HELP = "help"


FIRST_RUN = "first_run"  # stands in the place of a page, and is none of them
