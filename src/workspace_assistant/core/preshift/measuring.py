"""Runs the silent checks before a shift, and runs again what was not ready."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.preshift.confirming import decided, to_confirm, troubled
from workspace_assistant.core.preshift.ports import Checks, Circumstances, Guard, Now
from workspace_assistant.core.readiness.model import ReadinessReport

IN_CALL = "in-call"
CHECK_RUNNING = "check-running"
NO_TIME = "no-time"

# A usual check and a quick one end within that time: docs/accuracy.md, with room.
FULL_TAKES_S = 40.0
QUICK_TAKES_S = 20.0
# A call that begins in the midst is heard of after that time at most.
_LOOK_EVERY_S = 3.0


class HinderedError(Exception):
    """No check may run now.

    Attributes:
        reason: `IN_CALL`, `CHECK_RUNNING`, or `NO_TIME` before the shift.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was measured.

    Attributes:
        was_doubted: a first sample was bad, and was not confirmed.
    """

    report: ReadinessReport
    was_doubted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Measuring:
    """Runs samples that end before the shift begins, and as soon as a call does."""

    checks: Checks
    circumstances: Circumstances
    guard: Guard
    now: Now

    def run(self, starts_at: datetime, ctx: JobContext) -> Result | None:
        """The result that two of three samples agree on, not kept yet; None with nothing to check.

        On a network that counts every byte all samples are short ones, and where the shift begins
        soon. Raises `HinderedError`, and what `Checks` raises.
        """
        only = self.checks.silent()
        is_metered = self.circumstances.is_metered() is True
        samples: list[ReadinessReport] = []
        while only:
            check_hindrance(self.circumstances)
            left_s = self._left_s(starts_at)
            if left_s < QUICK_TAKES_S:
                raise HinderedError(NO_TIME)
            is_quick = is_metered or left_s < FULL_TAKES_S
            samples.append(self._sample(only, starts_at, ctx, is_quick=is_quick))
            only = to_confirm(samples)
        if not samples:
            return None
        report = decided(samples)
        was_doubted = bool(troubled(samples[0]) and not troubled(report))
        return Result(report=report, was_doubted=was_doubted)

    def _sample(
        self, only: frozenset[str], starts_at: datetime, ctx: JobContext, *, is_quick: bool
    ) -> ReadinessReport:
        reasons: list[str] = []

        def look() -> float | None:
            left_s = self._left_s(starts_at)
            if left_s > 0 and not self.circumstances.in_call():
                return min(left_s, _LOOK_EVERY_S)
            reasons.append(IN_CALL if left_s > 0 else NO_TIME)
            return None

        try:
            with self.guard(ctx, look) as inner:
                return self.checks.run(only, inner, is_quick=is_quick)
        except JobCancelledError:
            if ctx.is_cancelled:
                raise
            # It gave way to a call or to the shift, else to a check that a person started.
            raise HinderedError(reasons[0] if reasons else CHECK_RUNNING) from None

    def _left_s(self, starts_at: datetime) -> float:
        return (starts_at - self.now()).total_seconds()


def check_hindrance(circumstances: Circumstances) -> None:
    """Raises `HinderedError` in a call, and beside another check. What is unknown hinders not."""
    if circumstances.in_call():
        raise HinderedError(IN_CALL)
    if circumstances.is_checking():
        raise HinderedError(CHECK_RUNNING)
