"""The job that watches breaks while a shift or a focus block goes on."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from workspace_assistant.core.breaks.claiming import BEAT_S
from workspace_assistant.core.breaks.model import (
    Act,
    BreakStanding,
    NextBreak,
    OpenBreak,
    Stage,
    WatchRole,
)
from workspace_assistant.core.breaks.ports import Alarm, Work
from workspace_assistant.core.breaks.watcher import BreakWatcher
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.jobs import JobContext

log = logging.getLogger(__name__)

POLL_S = 5.0
RUNNING_POLL_S = 2.0
# A block may be begun by the command line, and a shift by a calendar.
LONGEST_WAIT_S = 60.0
# What is told in minutes is no news before one is over.
_TOLD_TO_S = 60.0


@dataclass(slots=True, kw_only=True)
class BreakJob:
    """Attributes: `now` is the wall clock, which the alarm goes by."""

    watcher: BreakWatcher
    work: Work
    alarm: Alarm
    now: Callable[[], datetime]
    _told: BreakStanding | None = field(default=None, init=False)

    def run(self, ctx: JobContext, /) -> None:
        """Raises `JobCancelledError` when it is cancelled.

        Reports a `BreakStanding` whenever it changes. A store that fails is tried again.
        """
        try:
            while True:
                standing = self._looked()
                self._tell(standing, ctx)
                self.alarm.wait(self.now() + timedelta(seconds=self._wait_s(standing)), ctx)
        finally:
            self._leave()

    def act(self, act: Act, /) -> None:
        """An answer of the person, done at once. From any thread."""
        self.watcher.act(act)
        self.alarm.ring()

    def ring(self) -> None:
        """A shift, a block, a setting or a mode changed. From any thread."""
        self.alarm.ring()

    def _looked(self) -> BreakStanding:
        try:
            return self.watcher.look()
        except StoreUnavailableError as error:
            log.warning("breaks are not watched: %s", error)
            return replace(self._told or BreakStanding(), fault=error.phrase)

    def _leave(self) -> None:
        try:
            self.watcher.leave()
        except StoreUnavailableError as error:  # the next one waits until this one is overdue
            log.warning("what was seen of breaks last is lost: %s", error)

    def _wait_s(self, standing: BreakStanding) -> float:
        if standing.role is WatchRole.WATCHING:
            return RUNNING_POLL_S if self.watcher.stage is Stage.RUNNING else POLL_S
        if standing.role is WatchRole.STANDING_BY:
            return BEAT_S
        return min(self._until_shift_s(), LONGEST_WAIT_S)

    def _until_shift_s(self) -> float:
        try:
            next_s = self.work.next_shift_s()
        except StoreUnavailableError:
            next_s = None
        return LONGEST_WAIT_S if next_s is None else max(1.0, next_s)

    def _tell(self, standing: BreakStanding, ctx: JobContext) -> None:
        if self._told is None or is_news(self._told, standing):
            self._told = standing
            ctx.report(reading=standing)


def is_news(before: BreakStanding, after: BreakStanding) -> bool:
    """Whether anything changed that is shown, be it by a minute."""
    return _shown(before) != _shown(after)


def _shown(standing: BreakStanding) -> tuple[object, ...]:
    return (
        standing.role,
        standing.modes,
        standing.unknown,
        standing.fault,
        standing.worked_s // _TOLD_TO_S,
        standing.day_s // _TOLD_TO_S,
        tuple(_next_shown(one) for one in standing.next),
        None if standing.open is None else _open_shown(standing.open),
    )


def _next_shown(one: NextBreak) -> tuple[object, ...]:
    return one.kind, one.follows, one.held_by, one.in_s // _TOLD_TO_S


def _open_shown(one: OpenBreak) -> OpenBreak:
    """A running one changes with each look; one that is held back by what holds it back."""
    return one if one.stage is Stage.RUNNING else replace(one, elapsed_s=one.elapsed_s // POLL_S)
