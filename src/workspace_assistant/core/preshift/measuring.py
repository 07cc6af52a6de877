"""Runs the silent checks before a shift, and runs again what was not ready."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.preshift.confirming import decided, to_confirm, troubled
from workspace_assistant.core.preshift.ports import Checks, Circumstances
from workspace_assistant.core.readiness.model import ReadinessReport

IN_CALL = "in-call"
CHECK_RUNNING = "check-running"


class HinderedError(Exception):
    """No check may run now.

    Attributes:
        reason: `IN_CALL` or `CHECK_RUNNING`.
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


def measured(checks: Checks, circumstances: Circumstances, ctx: JobContext) -> Result | None:
    """The result that two of three samples agree on, not kept yet; None with nothing to check.

    On a network that counts every byte all samples are short ones. Raises `HinderedError` before
    any sample, and what `Checks` raises.
    """
    only = checks.silent()
    is_quick = circumstances.is_metered() is True
    samples: list[ReadinessReport] = []
    while only:
        check_hindrance(circumstances)
        samples.append(checks.run(only, ctx, is_quick=is_quick))
        only = to_confirm(samples)
    if not samples:
        return None
    report = decided(samples)
    return Result(report=report, was_doubted=bool(troubled(samples[0]) and not troubled(report)))


def check_hindrance(circumstances: Circumstances) -> None:
    """Raises `HinderedError` in a call, and beside another check. What is unknown hinders not."""
    if circumstances.in_call():
        raise HinderedError(IN_CALL)
    if circumstances.is_checking():
        raise HinderedError(CHECK_RUNNING)
