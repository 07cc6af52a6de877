"""A task of the Windows Task Scheduler."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workspace_assistant.adapters.system.schedule_files import Write, drop, put
from workspace_assistant.adapters.system.system_command import Run
from workspace_assistant.core.schedule.errors import ScheduleError
from workspace_assistant.core.schedule.model import Program, TimerKind, TimerState
from workspace_assistant.core.schedule.task_xml import TASK_NAME, minutes_of_task, runs, task_file
from workspace_assistant.core.schedule.texts import NOT_TAKEN_UP

_TOOL = "schtasks.exe"
_OF_TASK = ("/TN", TASK_NAME)


@dataclass(frozen=True, slots=True)
class TaskScheduler:
    """Implements `SystemTimer` on Windows.

    Attributes:
        folder: where the task may lie for the moment in which the system reads it.
    """

    folder: Path
    write: Write
    run: Run

    def install(self, program: Program, every_minutes: int) -> TimerState:
        place = put(self.folder, task_file(program, every_minutes), self.write)
        try:
            answer = self.run((_TOOL, "/Create", *_OF_TASK, "/XML", str(place), "/F"))
        finally:
            drop(place)
        if not answer.is_fine:
            raise ScheduleError(NOT_TAKEN_UP, reason=answer.reason)
        return self.state(program)

    def remove(self) -> TimerState:
        if self.run((_TOOL, "/Query", *_OF_TASK)).is_fine:
            answer = self.run((_TOOL, "/Delete", *_OF_TASK, "/F"))
            if not answer.is_fine:
                raise ScheduleError(NOT_TAKEN_UP, reason=answer.reason)
        return TimerState(kind=TimerKind.TASK_SCHEDULER)

    def state(self, program: Program) -> TimerState:
        answer = self.run((_TOOL, "/Query", *_OF_TASK, "/XML"))
        if not answer.is_fine:
            return TimerState(kind=TimerKind.TASK_SCHEDULER)
        return TimerState(
            kind=TimerKind.TASK_SCHEDULER,
            places=(TASK_NAME,),
            is_active=True,
            every_minutes=minutes_of_task(answer.said),
            is_ours=runs(answer.said, program),
        )
