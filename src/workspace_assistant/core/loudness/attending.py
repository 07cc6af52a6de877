"""The job that takes a level now and then while a call goes on."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.loudness.measuring import measured
from workspace_assistant.core.loudness.model import CallLevel, Taken, WhyNot
from workspace_assistant.core.loudness.ports import (
    Alarm,
    CallMicrophone,
    LoudnessStore,
    NoTakeError,
)

if TYPE_CHECKING:  # dear to import; the window paints first
    from workspace_assistant.core.signal.recording import Detector

log = logging.getLogger(__name__)

TAKE_S = 4.0
# A take costs a third of a second of a processor: 0.2 % of it while a call goes on.
EVERY_S = 180.0
# Whoever takes a call greets first; and many a program tries its microphone for a moment.
FIRST_AFTER_S = 30.0
# Whether a call goes on is asked every 20 seconds; who does not ask any more does not know.
_FRESH_S = 60.0
# Outside of calls nothing is waited for but the next one, which rings.
_NOT_SOON_S = 86_400.0


@dataclass(frozen=True, slots=True)
class _Call:
    """Attributes: on the steady clock, when it was seen first and last."""

    since_s: float
    seen_s: float


@dataclass(slots=True, kw_only=True)
class LoudnessJob:
    """Attributes: `now` is the wall clock, which the alarm goes by; `steady_s` the steady one."""

    is_on: Callable[[], bool]
    microphone: CallMicrophone
    detector: Detector | None
    store: LoudnessStore
    alarm: Alarm
    now: Callable[[], datetime]
    steady_s: Callable[[], float]
    _call: _Call | None = field(default=None, init=False)
    _taken_s: float = field(default=float("-inf"), init=False)

    def run(self, ctx: JobContext, /) -> None:
        """Raises `JobCancelledError` when it is cancelled. Reports what became of each take."""
        while True:
            self.alarm.wait(self.now() + timedelta(seconds=self._wait_s()), ctx)
            if self._wait_s() <= 0:
                self._taken_s = self.steady_s()
                ctx.report(reading=self._taken(ctx))

    def hear(self, in_call: bool | None) -> None:  # noqa: FBT001 - an answer of the call sensor
        """What the call sensor said just now to who watches breaks. From any thread."""
        now_s, before = self.steady_s(), self._call
        if not in_call:
            self._call = None
        elif before is None or now_s - before.seen_s > _FRESH_S:
            self._call = _Call(now_s, now_s)
            self.alarm.ring()
        else:
            self._call = _Call(before.since_s, now_s)

    def _wait_s(self) -> float:
        """Until a take is due; 0 and less for now."""
        call, now_s = self._call, self.steady_s()
        if call is None or now_s - call.seen_s > _FRESH_S:
            return _NOT_SOON_S
        return max(call.since_s + FIRST_AFTER_S, self._taken_s + EVERY_S) - now_s

    def _taken(self, ctx: JobContext) -> Taken:
        if not self.is_on():
            return Taken()
        at = self.now()
        try:
            found = measured(self.microphone.record(TAKE_S, ctx), at, self.detector)
            if isinstance(found, CallLevel):
                self.store.put(found)
        except NoTakeError as error:
            log.info("no level of this call: %s", error)
            return Taken(why=error.why)
        except StoreUnavailableError as error:
            log.warning("a level of a call is lost: %s", error)
            return Taken(why=WhyNot.NOT_KEPT)
        return Taken(why=found) if isinstance(found, WhyNot) else Taken(level=found)
