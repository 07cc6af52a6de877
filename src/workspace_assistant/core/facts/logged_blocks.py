"""Focus blocks of a stretch of time."""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.shift_frames import span_until


def blocks_of_week(blocks: Iterable[Block], windows: Windows) -> list[Block]:
    """Those that share time with this week, or began in it without any length."""
    week = windows.week
    return [
        one
        for one in blocks
        if week.holds(one.started_at) or span_until(one, windows.now).overlaps(week)
    ]
