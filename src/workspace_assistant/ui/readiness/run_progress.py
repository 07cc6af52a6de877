"""What is known of a running check: a value that each sign of life moves on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING

from workspace_assistant.core.jobs import Progress
from workspace_assistant.core.readiness.model import CheckResult

if TYPE_CHECKING:  # fifteen data classes, which the first paint needs none of
    from workspace_assistant.core.readiness.bandwidth.model import GoodputReading
    from workspace_assistant.core.readiness.microphone.model import LevelReading
    from workspace_assistant.core.readiness.voice_path.model import StreamReading


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckProgress:
    """One check of the run. It waits until its first sign of life, and ends with a result.

    `started_at_s` and `ended_at_s` count from the start of the run.
    """

    id: str
    is_started: bool = False
    started_at_s: float = 0.0
    ended_at_s: float = 0.0
    stage: str = ""
    fraction: float = 0.0
    level: LevelReading | None = None
    download: tuple[GoodputReading, ...] = ()
    upload: tuple[GoodputReading, ...] = ()
    stream: tuple[StreamReading, ...] = ()
    result: CheckResult | None = None

    @property
    def is_running(self) -> bool:
        return self.is_started and self.result is None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunProgress:
    """`shown_left_s` and `shown_fraction` are what the user read last: neither goes back."""

    checks: tuple[CheckProgress, ...]
    is_quick: bool = False
    is_long: bool = False
    is_cancelling: bool = False
    shown_left_s: float = inf
    shown_fraction: float = 0.0


def started_run(
    check_ids: tuple[str, ...], *, is_quick: bool = False, is_long: bool = False
) -> RunProgress:
    checks = tuple(CheckProgress(id=check_id) for check_id in check_ids)
    return RunProgress(checks=checks, is_quick=is_quick, is_long=is_long)


def advanced(run: RunProgress, progress: Progress, elapsed_s: float = 0.0) -> RunProgress:
    """*run* after one sign of life, *elapsed_s* after its start.

    A check that was not foreseen joins at the end.
    """
    if not progress.source:
        return run
    known = {check.id: check for check in run.checks}
    check = known.get(progress.source, CheckProgress(id=progress.source))
    known[progress.source] = _moved(check, progress, elapsed_s)
    return replace(run, checks=tuple(known.values()))


def _moved(check: CheckProgress, progress: Progress, elapsed_s: float) -> CheckProgress:
    moved = replace(
        check,
        is_started=True,
        started_at_s=check.started_at_s if check.is_started else elapsed_s,
        stage=progress.stage or check.stage,
        fraction=check.fraction if progress.fraction is None else progress.fraction,
    )
    return _with_reading(moved, progress.reading, elapsed_s)


def _with_reading(moved: CheckProgress, reading: object, elapsed_s: float) -> CheckProgress:
    from workspace_assistant.core.readiness.bandwidth.model import Direction, GoodputReading
    from workspace_assistant.core.readiness.microphone.model import LevelReading

    match reading:
        case LevelReading() as level:
            return replace(moved, level=level)
        case GoodputReading(direction=Direction.DOWNLOAD) as point:
            return replace(moved, download=(*moved.download, point))
        case GoodputReading() as point:
            return replace(moved, upload=(*moved.upload, point))
        case CheckResult() as result:
            return replace(moved, result=result, ended_at_s=elapsed_s)
        case None:
            return moved
        case _:
            return _with_stream(moved, reading)


def _with_stream(check: CheckProgress, reading: object) -> CheckProgress:
    from workspace_assistant.core.readiness.voice_path.model import StreamReading

    if isinstance(reading, StreamReading):
        return replace(check, stream=(*check.stream, reading))
    return check
