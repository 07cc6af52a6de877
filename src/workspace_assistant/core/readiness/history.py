"""Trends: each key number of the latest check against the person's own usual value.

"Usual" is the median of the earlier checks: one bad day does not move it. Nothing is compared with
other people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from workspace_assistant.core.readiness.model import Measurement, ReadinessReport
from workspace_assistant.core.readiness.names import label_of
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.core.text import QT_TRANSLATE_NOOP, Say, in_english

# Measured in most checks, and telling over weeks. In the order of showing.
KEY_MEASUREMENTS = (
    "bandwidth.download",
    "bandwidth.upload",
    "bandwidth.loaded_latency",
    "bandwidth.idle_latency",
    "voice.mos",
    "voice.loss",
    "microphone.active_speech_level",
    "microphone.snr",
    "microphone.noise_floor",
    "computer.cpu_utilization",
    "computer.memory_used",
)

# The median of fewer says little about what is usual.
LEAST_EARLIER = 3

AGAINST_USUAL = QT_TRANSLATE_NOOP(
    "history", "{label} {latest}, your usual is {usual} ({count} checks)"
)
WITHOUT_USUAL = QT_TRANSLATE_NOOP(
    "history", "{label} {latest}; not enough checks yet to know your usual"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """The value of one check, and when that check started (aware UTC)."""

    at: datetime
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """One key number over time.

    Attributes:
        measurement: id of the measurement.
        points: all checks that measured it, oldest first; the last is the latest.
        usual: median of the points before the latest; None when there are fewer than three.
    """

    measurement: str
    unit: str
    points: tuple[TrendPoint, ...]
    usual: float | None

    @property
    def latest(self) -> TrendPoint:
        return self.points[-1]

    @property
    def earlier_count(self) -> int:
        """How many checks before the latest measured this; what `usual` rests on."""
        return len(self.points) - 1

    @property
    def difference(self) -> float | None:
        """Latest minus usual, in `unit`; the measure for decibels."""
        return None if self.usual is None else self.latest.value - self.usual

    @property
    def ratio(self) -> float | None:
        """Latest over usual; None where a ratio has no meaning (decibels) or usual is nothing."""
        if self.usual is None or self.usual <= 0 or self.unit.startswith("dB"):
            return None
        return self.latest.value / self.usual

    @property
    def sentence(self) -> str:
        """In English, as programs read it."""
        return self.told(in_english)

    def told(self, say: Say) -> str:
        """Such as "Upload 2.1 Mbit/s, your usual is 9.4 Mbit/s (12 checks)"."""
        label = label_of(self.measurement, say)
        latest = format_value(self.latest.value, self.unit, say)
        if self.usual is None:
            return say(WITHOUT_USUAL, label=label, latest=latest)
        return say(
            AGAINST_USUAL,
            label=label,
            latest=latest,
            usual=format_value(self.usual, self.unit, say),
            count=str(self.earlier_count),
        )


def trends(reports: Sequence[ReadinessReport]) -> tuple[Trend, ...]:
    """Trends of the key numbers that *reports*, in any order, measured at least once.

    Only like is compared with like:

    - A line measured inside this computer says nothing about the user's line and is left out.
    - So is a rate that is a lower bound only, because the transfer ended before its warm-up.
    - Microphones differ by more than workplaces do: only the device of the latest value counts.
    - Servers of a line are not told apart: a far one is part of what the line is used for, and
      the nearest public server changes by itself.
    """
    oldest_first = sorted(reports, key=lambda report: report.started_at)
    found = (_trend(measurement, oldest_first) for measurement in KEY_MEASUREMENTS)
    return tuple(trend for trend in found if trend is not None)


def _trend(measurement: str, oldest_first: Sequence[ReadinessReport]) -> Trend | None:
    taken = [
        (report.started_at, found, value)
        for report in oldest_first
        for found, value in _numbers(report, measurement)
    ]
    if not taken:
        return None
    latest = taken[-1][1]
    points = tuple(
        TrendPoint(at=at, value=value) for at, found, value in taken if _is_like(found, latest)
    )
    return Trend(measurement=measurement, unit=latest.unit, points=points, usual=_usual(points))


def _is_like(found: Measurement, latest: Measurement) -> bool:
    is_same_device = found.conditions.get("device") == latest.conditions.get("device")
    return found.unit == latest.unit and is_same_device


def _numbers(report: ReadinessReport, measurement: str) -> Iterator[tuple[Measurement, float]]:
    for check in report.checks:
        for found in check.measurements:
            value = found.value
            is_number = isinstance(value, int | float) and not isinstance(value, bool)
            if found.id == measurement and is_number and _is_telling(found):
                yield found, float(value)


def _is_telling(found: Measurement) -> bool:
    """Whether the value says what the workplace can do: no loop inside the computer, no bound."""
    is_own_loop = found.conditions.get("scope") == "this-computer"
    return not is_own_loop and found.conditions.get("lower_bound") is not True


def _usual(points: Sequence[TrendPoint]) -> float | None:
    earlier = [point.value for point in points[:-1]]
    return median(earlier) if len(earlier) >= LEAST_EARLIER else None
