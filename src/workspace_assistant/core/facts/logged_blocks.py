"""Focus blocks of a stretch of time."""

from __future__ import annotations

from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.shift_frames import span_until


def blocks_of_week(sources: Sources, windows: Windows) -> list[Block]:
    """Those that share time with this week, or began in it without any length."""
    week = windows.week
    return [
        one
        for one in sources.blocks
        if week.holds(one.started_at) or span_until(one, sources.worked_until).overlaps(week)
    ]
