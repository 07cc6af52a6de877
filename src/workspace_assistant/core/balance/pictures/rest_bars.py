"""The rests between days of work as bars against the least that a rest should be."""

from __future__ import annotations

from workspace_assistant.core.balance.model import Week
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.drawing import Drawing
from workspace_assistant.core.table import Table


def rest_bars(week: Week, writing: Writing, width_px: float = 760.0) -> Drawing | None:
    """None where no rest ended in the week."""
    del writing
    return Drawing(width_px=width_px, height_px=10, title=week.name, description="", shapes=())


def rest_table(week: Week, writing: Writing) -> Table:
    """What `rest_bars` shows."""
    del writing
    return Table(title=week.name, columns=(), rows=())
