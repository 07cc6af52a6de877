"""Watches the line for as long as a shift at home goes on, if the person wants that."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.line_watch.minutes import minute_of
from workspace_assistant.core.line_watch.model import Second
from workspace_assistant.core.line_watch.ports import WatchTroubleError

log = logging.getLogger(__name__)

# Shifts and switches may change; a process that ended may be started again.
LONGEST_WAIT_S = 60.0
# So many seconds of the line between two looks at the shift and at calls.
LOOK_EVERY = 10


class Alarm(Protocol):
    def wait(self, until: datetime, ctx: JobContext, /) -> None:
        """Returns at *until* or earlier. Raises `JobCancelledError`."""

    def ring(self) -> None:
        """Ends the wait that goes on, or the next one. From any thread."""


@dataclass(frozen=True, slots=True)
class NotWatched:
    """A reading: the line cannot be watched now; empty where it can again.

    Attributes:
        reason: in a sentence.
    """

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Watching:
    """A reading: since when the line is watched; None where it is not any more.

    It comes again when the first minute was kept.
    """

    since: datetime | None = None


@dataclass(slots=True, kw_only=True)
class ShiftWatch:
    """A job that ends with the program.

    Attributes:
        ends_at: the end of the shift in which the line is to be watched now; None for none, also
            where the watch is turned off.
        next_at: when that may change; None for not soon.
        watch: watches until cancelled, reporting each `Second`, and whatever else is news.
        look: done every few seconds of a watch.
    """

    ends_at: Callable[[], datetime | None]
    next_at: Callable[[], datetime | None]
    watch: Callable[[JobContext], None]
    look: Callable[[], None]
    alarm: Alarm
    now: Callable[[], datetime]
    _is_rung: bool = field(default=False, init=False)
    _trouble: str = field(default="", init=False)
    _since: datetime | None = field(default=None, init=False)
    _has_minute: bool = field(default=False, init=False)

    def attend(self, ctx: JobContext) -> None:
        """Raises `JobCancelledError` when it is cancelled.

        Its readings are the news of the watch, `Watching` and `NotWatched`. Seconds are not among
        them: nobody is woken each second. A store or a watch that fails is tried again a minute
        later.
        """
        while True:
            try:
                self._attend_once(ctx)
            except (StoreUnavailableError, WatchTroubleError) as error:
                log.warning("the line is not watched: %s", error)
                self._tell(error.phrase, ctx)
                self.alarm.wait(self._latest(), ctx)

    def ring(self) -> None:
        """Something changed, such as a shift or the switch: looks at once. From any thread."""
        self._is_rung = True
        self.alarm.ring()

    def _attend_once(self, ctx: JobContext) -> None:
        if self.ends_at() is not None:
            self._watch(ctx)
            return
        until = self._until()
        self._tell("", ctx)
        self.alarm.wait(until, ctx)

    def _watch(self, ctx: JobContext) -> None:
        seconds = 0

        def note(progress: Progress) -> None:
            nonlocal seconds
            if not isinstance(progress.reading, Second):
                ctx.on_progress(progress)
                return
            seconds += 1
            self._see(progress.reading.at, ctx)
            if seconds % LOOK_EVERY == 0 or self._is_rung:
                self._is_rung = False
                self.look()
                if self.ends_at() is None:
                    inner.cancel()

        inner = ctx.inner(note)
        try:
            self.watch(inner)
        except JobCancelledError:
            ctx.checkpoint()  # the shift is over: only then does it go on
        finally:
            if self._since is not None:
                self._since = None
                ctx.on_progress(Progress(reading=Watching()))  # also of a job that is cancelled

    def _see(self, at: datetime, ctx: JobContext) -> None:
        """Tells of the first second, and of the first one of the next minute: one is kept then."""
        if self._since is None:
            self._since, self._has_minute = at, False
            self._tell("", ctx)
        elif self._has_minute or minute_of(at) == minute_of(self._since):
            return
        else:
            self._has_minute = True
        ctx.report(reading=Watching(self._since))

    def _tell(self, trouble: str, ctx: JobContext) -> None:
        """Once, and once that it is over."""
        if trouble != self._trouble:
            self._trouble = trouble
            ctx.report(reading=NotWatched(trouble))

    def _until(self) -> datetime:
        wanted = self.next_at()
        return self._latest() if wanted is None else min(self._latest(), wanted)

    def _latest(self) -> datetime:
        return self.now() + timedelta(seconds=LONGEST_WAIT_S)
