"""Attends to shifts for as long as a program runs: does what is due, then waits for the next."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from workspace_assistant.core.errors import (
    DamagedStoreError,
    LockedStoreError,
    StoreUnavailableError,
)
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.phrases import Phrase, joined
from workspace_assistant.core.preshift.model import Attended
from workspace_assistant.core.preshift.ports import Alarm, Now
from workspace_assistant.core.preshift.texts import BROKE

log = logging.getLogger(__name__)

# Another program may have added a shift or changed the settings, and a store that failed may be
# whole again: that is seen by then.
LONGEST_WAIT_S = 60.0
# Nothing slow begins so shortly before something is due.
QUIET_S = 45.0

Round = Callable[[JobContext], datetime | None]


@dataclass(slots=True)
class _Faults:
    """What could not be done in one look."""

    sentences: list[str] = field(default_factory=list)
    is_damaged: bool = False

    def add(self, sentence: str) -> None:
        if sentence not in self.sentences:
            self.sentences.append(sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """The job behind window and tray icon; the command line takes one look instead.

    Attributes:
        punctual: does what is due at an instant, and tells when it wants to be asked again, or
            None. May raise `StoreUnavailableError`.
        patient: the same for what may take half a minute, such as fetching calendars. Put off
            where it could make the other late.
        also: others that can wait as well, each asked on its own: what breaks one breaks no other.
    """

    punctual: Round
    patient: Round
    alarm: Alarm
    now: Now
    also: tuple[Round, ...] = ()

    def attend(self, ctx: JobContext) -> None:
        """Until it is cancelled. Its readings are `Attended` and those that the rounds report."""
        while True:
            self.alarm.wait(self.attend_once(ctx), ctx)

    def attend_once(self, ctx: JobContext) -> datetime:
        """Does what is due now; when to look again. A store that fails is told, not raised."""
        at, faults = self.now(), _Faults()
        next_at = self._asked(self.punctual, ctx, faults)
        if next_at - self.now() > timedelta(seconds=QUIET_S):
            asked = (self._asked(one, ctx, faults) for one in (self.patient, *self.also))
            next_at = min(next_at, *asked)
        fault = joined(" ", faults.sentences)
        ctx.report(
            reading=Attended(at=at, next_at=next_at, fault=fault, is_damaged=faults.is_damaged)
        )
        return next_at

    def _asked(self, one: Round, ctx: JobContext, faults: _Faults) -> datetime:
        wanted = None
        try:
            wanted = one(ctx)
        except JobCancelledError:
            raise
        except StoreUnavailableError as error:
            log.warning("attending to shifts failed: %s", error)
            faults.add(error.phrase)
            faults.is_damaged |= isinstance(error, DamagedStoreError | LockedStoreError)
        except Exception:  # whatever broke: the next shift is looked after all the same
            log.exception("attending to shifts broke")
            faults.add(Phrase(BROKE))
        latest = self.now() + timedelta(seconds=LONGEST_WAIT_S)
        return latest if wanted is None else min(wanted, latest)

    def ring(self) -> None:
        """Something changed, such as a shift or a setting: looks at once. From any thread."""
        self.alarm.ring()
