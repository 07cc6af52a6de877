"""What is known of a running check: a value that each sign of life moves on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workspace_assistant.core.jobs import Progress
from workspace_assistant.core.readiness.bandwidth.model import Direction, GoodputReading
from workspace_assistant.core.readiness.microphone.model import LevelReading
from workspace_assistant.core.readiness.model import CheckResult

FULL_DURATION_S = 30.0
QUICK_DURATION_S = 12.0
TYPICAL_DURATIONS_S = {"computer": 4.0, "microphone": 8.0, "bandwidth": 18.0}
_OTHER_DURATION_S = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckProgress:
    """One check of the run. It waits until its first sign of life, and ends with a result."""

    id: str
    is_started: bool = False
    stage: str = ""
    fraction: float = 0.0
    level: LevelReading | None = None
    download: tuple[GoodputReading, ...] = ()
    upload: tuple[GoodputReading, ...] = ()
    result: CheckResult | None = None

    @property
    def is_running(self) -> bool:
        return self.is_started and self.result is None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunProgress:
    checks: tuple[CheckProgress, ...]
    is_quick: bool = False
    is_cancelling: bool = False

    @property
    def fraction(self) -> float:
        """How far the whole run is, 0 to 1; each check counts by how long it usually takes."""
        whole_s = sum(_typical_s(check) for check in self.checks)
        done_s = sum(
            _typical_s(check) * (1.0 if check.result else check.fraction) for check in self.checks
        )
        return done_s / whole_s if whole_s else 0.0


def started_run(check_ids: tuple[str, ...], *, is_quick: bool) -> RunProgress:
    return RunProgress(checks=tuple(CheckProgress(id=i) for i in check_ids), is_quick=is_quick)


def advanced(run: RunProgress, progress: Progress) -> RunProgress:
    """*run* after one sign of life. A check that was not foreseen joins at the end."""
    if not progress.source:
        return run
    known = {check.id: check for check in run.checks}
    check = known.get(progress.source, CheckProgress(id=progress.source))
    known[progress.source] = _moved(check, progress)
    return replace(run, checks=tuple(known.values()))


def remaining_s(run: RunProgress, elapsed_s: float) -> float:
    """Seconds until the run ends, from what a run of this kind takes; never below zero."""
    expected_s = QUICK_DURATION_S if run.is_quick else FULL_DURATION_S
    return max(0.0, expected_s - elapsed_s)


def _typical_s(check: CheckProgress) -> float:
    return TYPICAL_DURATIONS_S.get(check.id, _OTHER_DURATION_S)


def _moved(check: CheckProgress, progress: Progress) -> CheckProgress:
    moved = replace(
        check,
        is_started=True,
        stage=progress.stage or check.stage,
        fraction=check.fraction if progress.fraction is None else progress.fraction,
    )
    match progress.reading:
        case LevelReading() as level:
            return replace(moved, level=level)
        case GoodputReading(direction=Direction.DOWNLOAD) as point:
            return replace(moved, download=(*moved.download, point))
        case GoodputReading() as point:
            return replace(moved, upload=(*moved.upload, point))
        case CheckResult() as result:
            return replace(moved, result=result)
        case _:
            return moved
