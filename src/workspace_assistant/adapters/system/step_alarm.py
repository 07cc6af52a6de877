"""An alarm of short waits, where nobody tells that the computer slept or its clock was set."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

from workspace_assistant.core.jobs import JobContext

# So late an alarm may be after a sleep of the computer.
STEP_S = 30.0
# Clocks that are kept right by small steps are no reason to look.
_JUMP_S = 2.0


class StepAlarm:
    """Implements the port `Alarm` with a look at the clock every 30 s."""

    def __init__(
        self,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        monotonic_s: Callable[[], float] = time.monotonic,
        step_s: float = STEP_S,
    ) -> None:
        self._now, self._monotonic_s, self._step_s = now, monotonic_s, step_s
        self._rung = threading.Event()

    def wait(self, until: datetime, ctx: JobContext) -> None:
        with ctx.woken(self._rung.set):
            offset_s = self._offset_s()
            while (left_s := (until - self._now()).total_seconds()) > 0:
                if self._rung.wait(min(left_s, self._step_s)):
                    break
                if abs(self._offset_s() - offset_s) > _JUMP_S:
                    break
        self._rung.clear()
        ctx.checkpoint()

    def ring(self) -> None:
        self._rung.set()

    def _offset_s(self) -> float:
        """Of the wall clock to one that nobody sets: a sleep or a set clock changes it."""
        return self._now().timestamp() - self._monotonic_s()
