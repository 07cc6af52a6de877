"""When interruptions come: by the hour, for each cause and each weekday."""

from __future__ import annotations

from workspace_assistant.core.balance.summary_model import HeatMap
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.drawing import Drawing
from workspace_assistant.core.table import Table


def cause_map(heat: HeatMap, writing: Writing, width_px: float = 760.0) -> Drawing | None:
    """None where no interruption came."""
    del heat, writing
    return Drawing(width_px=width_px, height_px=10, title="", description="", shapes=())


def cause_table(heat: HeatMap, writing: Writing) -> Table:
    """What `cause_map` shows."""
    del heat, writing
    return Table(title="", columns=(), rows=())


def weekday_map(heat: HeatMap, writing: Writing, width_px: float = 760.0) -> Drawing | None:
    """None where nobody worked."""
    del heat, writing
    return Drawing(width_px=width_px, height_px=10, title="", description="", shapes=())


def weekday_table(heat: HeatMap, writing: Writing) -> Table:
    """What `weekday_map` shows."""
    del heat, writing
    return Table(title="", columns=(), rows=())
