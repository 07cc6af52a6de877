"""Numbers of readiness checks, and how they compare with the usual ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Measurement,
    ReadinessReport,
    Severity,
)

# The median of fewer says little about what is usual.
LEAST_USUAL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One measurement of one check; `at` is when the run started."""

    at: datetime
    check: CheckResult
    measurement: Measurement

    @property
    def number(self) -> float:
        """Only of one that `is_number`."""
        return float(self.measurement.value)

    @property
    def is_number(self) -> bool:
        value = self.measurement.value
        return isinstance(value, int | float) and not isinstance(value, bool)

    @property
    def device(self) -> str:
        return str(self.measurement.conditions.get("device", ""))

    @property
    def is_over_limit(self) -> bool:
        """Whether the check itself found fault with it."""
        return any(
            one.measurement == self.measurement.id and one.severity is not Severity.INFO
            for one in self.check.findings
        )

    @property
    def is_telling(self) -> bool:
        """Whether it says what the workplace can do: no loop inside the computer, no bound."""
        conditions = self.measurement.conditions
        is_own_loop = conditions.get("scope") == "this-computer"
        return not is_own_loop and conditions.get("lower_bound") is not True


def taken(reports: Iterable[ReadinessReport], *ids: str) -> tuple[Taken, ...]:
    """All measurements with one of these ids, oldest first."""
    found = (one for report in reports for one in _of(report, ids))
    return tuple(sorted(found, key=lambda one: one.at))


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """The median of `count` earlier values."""

    value: float
    count: int


def usual(values: Iterable[float]) -> Usual | None:
    """None where there are too few."""
    known = list(values)
    if len(known) < LEAST_USUAL:
        return None
    return Usual(value=median(known), count=len(known))


def latest_of_week(found: Iterable[Taken], windows: Windows) -> Taken | None:
    """The latest of *found*, which are in order, if it is of this week."""
    last = next(reversed(tuple(found)), None)
    return last if last is not None and windows.week.holds(last.at) else None


def _of(report: ReadinessReport, ids: tuple[str, ...]) -> Iterator[Taken]:
    for check in report.checks:
        for measurement in check.measurements:
            if measurement.id in ids:
                yield Taken(at=report.started_at, check=check, measurement=measurement)
