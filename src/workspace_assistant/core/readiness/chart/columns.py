"""Squeezes a series into as many columns as a chart has pixels, without losing a loss or a peak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from workspace_assistant.core.readiness.model import Series


@dataclass(frozen=True, slots=True)
class Column:
    """One pixel's width of a series; low and high are None where every packet was lost.

    `middle` is its place, counted in values.
    """

    middle: float
    low: float | None
    high: float | None
    lost: int


def columns_of(values: Sequence[float | None], most: int) -> list[Column]:
    """*values* in order, in at most *most* columns of equally many; the last may have fewer."""
    size = max(1, ceil(len(values) / max(1, most)))
    return [_column(values[start : start + size], start) for start in range(0, len(values), size)]


def _column(values: Sequence[float | None], start: int) -> Column:
    arrived = [value for value in values if value is not None]
    middle = start + len(values) / 2
    lost = len(values) - len(arrived)
    return Column(middle, min(arrived, default=None), max(arrived, default=None), lost)


def between(series: Series, start_s: float, end_s: float) -> tuple[float | None, ...]:
    """The values of *series* at or after *start_s* and before *end_s*."""
    first, end = between_indexes(series, start_s, end_s)
    return series.values[first:end]


def between_indexes(series: Series, start_s: float, end_s: float) -> tuple[int, int]:
    """The first value at or after *start_s*, and the first one at or after *end_s*."""
    first, end = (max(0, ceil(at / series.step_s - 1e-6)) for at in (start_s, end_s))
    return first, end
