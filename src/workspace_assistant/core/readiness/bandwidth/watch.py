"""Watches one load while it runs: live rate, and when to stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workspace_assistant.core.readiness.bandwidth.goodput import (
    BIN_S,
    BITS_PER_BYTE,
    Decision,
    decide,
    estimate,
    mean_bps,
)
from workspace_assistant.core.readiness.bandwidth.model import (
    ByteSample,
    Direction,
    GoodputReading,
)
from workspace_assistant.core.readiness.bandwidth.plan import RunPlan
from workspace_assistant.core.readiness.limits import Floor

LOOK_EVERY_S = 0.1
STALL_AFTER_S = 3.0
STALL_BELOW_BPS = 10_000.0


class EndedBy(StrEnum):
    """What ended a load."""

    DECIDED = "decided"
    TIME = "time"
    BUDGET = "budget"
    STALL = "stall"


@dataclass(slots=True, kw_only=True)
class LoadWatch:
    """Called with all samples so far; says whether the load goes on. One per load."""

    direction: Direction
    limit_bps: Floor
    plan: RunPlan
    budget_bytes: float | None
    show: Callable[[GoodputReading], None]
    ended_by: EndedBy = EndedBy.TIME
    _looked_at_s: float = 0.0

    def __call__(self, samples: Sequence[ByteSample]) -> bool:
        latest = samples[-1]
        if self.budget_bytes is not None and latest.total_bytes >= self.budget_bytes:
            return self._end(EndedBy.BUDGET)
        if latest.at_s < self._looked_at_s + LOOK_EVERY_S:
            return True
        self._looked_at_s = latest.at_s
        self.show(live_reading(self.direction, samples))
        if latest.at_s >= STALL_AFTER_S and is_stalled(samples):
            return self._end(EndedBy.STALL)
        return not self._is_enough(samples) or self._end(EndedBy.DECIDED)

    def _is_enough(self, samples: Sequence[ByteSample]) -> bool:
        if samples[-1].at_s < self.plan.least_load_s:
            return False
        value = estimate(samples)
        if value is None or value.mean_bps < STALL_BELOW_BPS:
            return False
        if decide(value, self.limit_bps) is Decision.UNDECIDED:
            return False
        return value.half_width_fraction <= self.plan.wanted_half_width

    def _end(self, why: EndedBy) -> bool:
        self.ended_by = why
        return False


def live_reading(direction: Direction, samples: Sequence[ByteSample]) -> GoodputReading:
    at_s = samples[-1].at_s
    start_s = max(0.0, at_s - BIN_S)
    return GoodputReading(
        direction=direction, at_s=at_s, goodput_bps=mean_bps(samples, start_s, at_s)
    )


def is_stalled(samples: Sequence[ByteSample]) -> bool:
    """Under 10 kbit/s over the whole transfer, or after the warm-up: nothing to call a rate.

    The latter is a far end that takes a first burst into its buffers and then stops reading.
    """
    latest = samples[-1]
    value = estimate(samples)
    if value is not None and latest.at_s >= STALL_AFTER_S and value.mean_bps < STALL_BELOW_BPS:
        return True
    return latest.total_bytes * BITS_PER_BYTE < STALL_BELOW_BPS * latest.at_s
