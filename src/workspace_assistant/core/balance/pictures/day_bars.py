"""The days of a week as bars over the hours of the day, on the shifts that were planned."""

from __future__ import annotations

from workspace_assistant.core.balance.model import Week
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.drawing import Drawing
from workspace_assistant.core.table import Table


def day_bars(week: Week, writing: Writing, width_px: float = 760.0) -> Drawing:
    del writing
    return Drawing(width_px=width_px, height_px=10, title=week.name, description="", shapes=())


def day_table(week: Week, writing: Writing) -> Table:
    """What `day_bars` shows."""
    del writing
    return Table(title=week.name, columns=(), rows=())
