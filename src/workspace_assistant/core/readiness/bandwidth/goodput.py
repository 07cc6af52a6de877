"""From delivered bytes over time to goodput with an interval, and to a decision against a limit.

Goodput is payload bits per second above HTTP. Method: leave the warm-up out (TCP slow start),
cut the rest into 0.25-s bins, take their mean with Student's t 95 % interval.
"""

from __future__ import annotations

import math
import statistics
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from workspace_assistant.core.readiness.bandwidth.model import ByteSample
from workspace_assistant.core.readiness.limits import Floor

BIN_S = 0.25
LEAST_BINS = 4
WARM_UP_WINDOW_S = 0.5
WARM_UP_TOLERANCE_FRACTION = 0.15
WARM_UP_CAP_S = 2.5
# A load of this length can be judged however long its warm-up takes.
LEAST_WHOLE_RUN_S = WARM_UP_CAP_S + LEAST_BINS * BIN_S
SHORT_RUN_LEAST_S = 0.05
BITS_PER_BYTE = 8

# Two-sided 95 % quantiles of Student's t by degrees of freedom, from 1.
_T95 = (
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228),
    *(2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086),
    *(2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042),
)


class Decision(StrEnum):
    """What an estimate proves about a limit; undecided when its interval straddles a bound."""

    READY = "ready"
    CAUTION = "caution"
    NOT_READY = "not-ready"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodputEstimate:
    """Goodput of one direction with its 95 % interval.

    `is_short_run` marks a transfer that ended before the warm-up was over: the line may carry
    more, so such an estimate can prove that a limit is kept but never that it is broken.
    """

    mean_bps: float
    low_bps: float
    high_bps: float
    warm_up_s: float
    bins: int
    is_short_run: bool = False

    @property
    def half_width_fraction(self) -> float:
        return (self.high_bps - self.mean_bps) / self.mean_bps if self.mean_bps > 0 else math.inf


def total_bytes_at(samples: Sequence[ByteSample], at_s: float) -> float:
    """Bytes delivered until *at_s*, interpolated; clamped to the first and last sample."""
    right = bisect_right(samples, at_s, key=lambda sample: sample.at_s)
    if right == 0:
        return samples[0].total_bytes
    before = samples[right - 1]
    if right == len(samples):
        return before.total_bytes
    after = samples[right]
    share = (at_s - before.at_s) / (after.at_s - before.at_s)
    return before.total_bytes + share * (after.total_bytes - before.total_bytes)


def mean_bps(samples: Sequence[ByteSample], start_s: float, end_s: float) -> float:
    delivered = total_bytes_at(samples, end_s) - total_bytes_at(samples, start_s)
    return delivered * BITS_PER_BYTE / (end_s - start_s)


def warm_up_end_s(samples: Sequence[ByteSample]) -> float | None:
    """When the warm-up was over, or None while it is not.

    Over when the means of two consecutive 0.5-s windows agree within 15 %, at the latest at 2.5 s.
    """
    for sample in samples:
        if sample.at_s >= WARM_UP_CAP_S:
            return WARM_UP_CAP_S
        if sample.at_s >= 2 * WARM_UP_WINDOW_S and _is_steady(samples, sample.at_s):
            return sample.at_s
    return None


def _is_steady(samples: Sequence[ByteSample], at_s: float) -> bool:
    earlier = mean_bps(samples, at_s - 2 * WARM_UP_WINDOW_S, at_s - WARM_UP_WINDOW_S)
    later = mean_bps(samples, at_s - WARM_UP_WINDOW_S, at_s)
    largest = max(earlier, later)
    return later > 0 and abs(later - earlier) <= WARM_UP_TOLERANCE_FRACTION * largest


def estimate(samples: Sequence[ByteSample]) -> GoodputEstimate | None:
    """Goodput after the warm-up; None until there are four whole bins after it."""
    start_s = warm_up_end_s(samples)
    if start_s is None:
        return None
    count = int((samples[-1].at_s - start_s) / BIN_S + 1e-9)
    if count < LEAST_BINS:
        return None
    return _from_bins(bins_bps(samples, start_s, BIN_S, count), start_s)


def short_run_estimate(samples: Sequence[ByteSample]) -> GoodputEstimate | None:
    """What the second half of a transfer too short for `estimate` says; None below 0.05 s."""
    duration_s = samples[-1].at_s if samples else 0.0
    if duration_s < SHORT_RUN_LEAST_S or samples[-1].total_bytes == 0:
        return None
    start_s = duration_s / 2
    width_s = (duration_s - start_s) / LEAST_BINS
    values = bins_bps(samples, start_s, width_s, LEAST_BINS)
    return _from_bins(values, start_s, is_short_run=True)


def bins_bps(
    samples: Sequence[ByteSample], start_s: float, width_s: float, count: int
) -> list[float]:
    edges = [total_bytes_at(samples, start_s + index * width_s) for index in range(count + 1)]
    return [(end - start) * BITS_PER_BYTE / width_s for start, end in pairwise(edges)]


def _from_bins(
    values: Sequence[float], warm_up_s: float, *, is_short_run: bool = False
) -> GoodputEstimate:
    mean = statistics.fmean(values)
    half = t95(len(values) - 1) * statistics.stdev(values) / math.sqrt(len(values))
    return GoodputEstimate(
        mean_bps=mean,
        low_bps=max(0.0, mean - half),
        high_bps=mean + half,
        warm_up_s=warm_up_s,
        bins=len(values),
        is_short_run=is_short_run,
    )


def t95(degrees_of_freedom: int) -> float:
    """Student's t for a two-sided 95 % interval; beyond 30, within 0.003 of the table."""
    if degrees_of_freedom <= len(_T95):
        return _T95[degrees_of_freedom - 1]
    return 1.96 + 2.5 / degrees_of_freedom


def decide(value: GoodputEstimate, limit_bps: Floor) -> Decision:
    """Which side of the bounds the whole interval lies on."""
    if value.low_bps >= limit_bps.ready:
        return Decision.READY
    if value.is_short_run:
        return Decision.UNDECIDED
    if value.high_bps < limit_bps.caution:
        return Decision.NOT_READY
    if value.low_bps >= limit_bps.caution and value.high_bps < limit_bps.ready:
        return Decision.CAUTION
    return Decision.UNDECIDED
