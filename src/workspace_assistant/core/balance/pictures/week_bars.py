"""The weeks of a month or a quarter as bars: what their hours were made of."""

from __future__ import annotations

from workspace_assistant.core.balance.summary_model import RollUp
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.drawing import Drawing
from workspace_assistant.core.table import Table


def week_bars(roll_up: RollUp, writing: Writing, width_px: float = 760.0) -> Drawing:
    del writing
    return Drawing(width_px=width_px, height_px=10, title=roll_up.name, description="", shapes=())


def week_table(roll_up: RollUp, writing: Writing) -> Table:
    """What `week_bars` shows."""
    del writing
    return Table(title=roll_up.name, columns=(), rows=())
