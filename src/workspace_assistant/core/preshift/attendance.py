"""Attends to shifts for as long as a program runs: does what is due, then waits for the next."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.preshift.model import Attended
from workspace_assistant.core.preshift.ports import Alarm, Now

log = logging.getLogger(__name__)

# Another program may have added a shift or changed the settings: that is seen by then.
LONGEST_WAIT_S = 60.0
# A store that fails is asked again, not hammered.
AFTER_FAULT_S = 60.0

Round = Callable[[JobContext], datetime | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """The job behind window and tray icon; the command line takes one look instead.

    Attributes:
        rounds: each does what is due of one thing, and tells when it wants to be asked again, or
            None. May raise `StoreUnavailableError`.
    """

    rounds: tuple[Round, ...]
    alarm: Alarm
    now: Now

    def attend(self, ctx: JobContext) -> None:
        """Until it is cancelled. Reports `Attended`, `Checked` and `ActChosen` as readings."""
        while True:
            self.alarm.wait(self.attend_once(ctx), ctx)

    def attend_once(self, ctx: JobContext) -> datetime:
        """Does what is due now; when to look again. A store that fails is told, not raised."""
        at = self.now()
        wanted, faults = [at + timedelta(seconds=LONGEST_WAIT_S)], []
        for one in self.rounds:
            try:
                wanted.append(one(ctx) or wanted[0])
            except StoreUnavailableError as error:
                log.warning("attending to shifts failed: %s", error)
                faults.append(str(error))
                wanted.append(self.now() + timedelta(seconds=AFTER_FAULT_S))
        next_at = min(wanted)
        ctx.report(reading=Attended(at=at, next_at=next_at, fault=" ".join(faults)))
        return next_at

    def ring(self) -> None:
        """Something changed, such as a shift or a setting: looks at once. From any thread."""
        self.alarm.ring()
