"""Axes: round numbers to mark, and a top that one stray packet does not raise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from workspace_assistant.core.voice.statistics import percentile

_USUAL = 0.98
_WORTH_CUTTING = 1.5  # a peak this many times above the usual would squeeze all the rest
_ROUND_STEPS = (1, 2, 5, 10)
_LEAST_TOP = 10.0
_HEADROOM = 1.08


@dataclass(frozen=True, slots=True)
class Scale:
    """From zero to `top`, marked at `ticks`; `peak` is the highest value where the top cuts it."""

    top: float
    ticks: tuple[float, ...]
    peak: float | None = None


def scale_of(values: Sequence[float]) -> Scale:
    """The scale that shows *values*, all of them unless few stand far above the others."""
    highest = max(values, default=0.0)
    usual = percentile(values, _USUAL) or 0.0
    is_cut = highest > _WORTH_CUTTING * max(usual, _LEAST_TOP)
    top = max(_LEAST_TOP, _HEADROOM * (usual if is_cut else highest))
    return Scale(top, ticks_to(top), highest if is_cut else None)


def ticks_to(top: float, most: int = 5) -> tuple[float, ...]:
    """Round numbers from zero up to *top*, a step of 1, 2 or 5 times a power of ten apart."""
    step = _round_step(top / most)
    return tuple(number * step for number in range(floor(top / step + 1e-9) + 1))


def _round_step(least: float) -> float:
    power = 10.0 ** floor(log10(least))
    return next(step * power for step in _ROUND_STEPS if step * power >= least * (1 - 1e-9))
