"""Watches the line for as long as a shift at home goes on, if the person wants that."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.line_watch.ports import WatchTroubleError

log = logging.getLogger(__name__)

# Shifts and switches may change; a process that ended may be started again.
LONGEST_WAIT_S = 60.0
# So many seconds of the line between two looks at the shift and at calls.
LOOK_EVERY = 10


class Alarm(Protocol):
    def wait(self, until: datetime, ctx: JobContext, /) -> None:
        """Returns at *until* or earlier. Raises `JobCancelledError`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftWatch:
    """A job that ends with the program.

    Attributes:
        ends_at: the end of the shift in which the line is to be watched now; None for none, also
            where the watch is turned off.
        next_at: when that may change; None for not soon.
        watch: watches until cancelled, reporting each second.
        look: done every few seconds of a watch.
    """

    ends_at: Callable[[], datetime | None]
    next_at: Callable[[], datetime | None]
    watch: Callable[[JobContext], None]
    look: Callable[[], None]
    alarm: Alarm
    now: Callable[[], datetime]

    def attend(self, ctx: JobContext) -> None:
        """Raises `JobCancelledError` when it is cancelled, and `StoreUnavailableError`."""
        while True:
            if self.ends_at() is None:
                self.alarm.wait(self._until(), ctx)
            else:
                self._watch(ctx)

    def _watch(self, ctx: JobContext) -> None:
        seconds = 0

        def note(progress: Progress) -> None:
            nonlocal seconds
            ctx.on_progress(progress)
            seconds += 1
            if seconds % LOOK_EVERY == 0:
                self.look()
                if self.ends_at() is None:
                    inner.cancel()

        inner = ctx.inner(note)
        try:
            self.watch(inner)
        except JobCancelledError:
            ctx.checkpoint()  # the shift is over: only then does it go on
        except WatchTroubleError as error:
            log.warning("the line is not watched: %s", error)
            ctx.wait(LONGEST_WAIT_S)

    def _until(self) -> datetime:
        latest = self.now() + timedelta(seconds=LONGEST_WAIT_S)
        wanted = self.next_at()
        return latest if wanted is None else min(latest, wanted)
