"""What the person is at, for the watch over breaks: the shift that runs, and the open block."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from workspace_assistant.core.breaks.ports import OpenBlock
from workspace_assistant.core.focus.accounting import (
    is_wanted,
    open_gap,
    remaining_s,
    worked_s,
)
from workspace_assistant.core.focus.clock import log_time
from workspace_assistant.core.focus.errors import UnreadableBlockError
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.ports import FocusClock, FocusLog
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.shifts.schedule import current, next_shift
from workspace_assistant.core.spans import Span

log = logging.getLogger(__name__)

_AHEAD = timedelta(days=2)
# A calendar may be refreshed, and the clock set.
_LOOK_AGAIN_S = 60.0


@dataclass(slots=True, kw_only=True)
class LoggedWork:
    """Implements the port `Work`; looks into the database when it was written, or after a minute.

    Of one thread, but for `forget`.
    """

    focus: FocusLog
    clock: FocusClock
    shifts: Callable[[Span], tuple[Shift, ...]]
    now: Callable[[], datetime]
    monotonic_s: Callable[[], float] = time.monotonic
    _planned: tuple[Shift, ...] = field(default=(), init=False)
    _block: Block | None = field(default=None, init=False)
    _version: int | None = field(default=None, init=False)
    _looked_s: float = field(default=float("-inf"), init=False)

    def shift_left_s(self) -> float | None:
        self._look()
        now = self.now()
        running = current(self._planned, now)
        return None if running is None else (running.ends_at - now).total_seconds()

    def next_shift_s(self) -> float | None:
        self._look()
        now = self.now()
        following = next_shift(self._planned, now)
        return None if following is None else (following.starts_at - now).total_seconds()

    def open_block(self) -> OpenBlock | None:
        """In a pause nobody is disturbed: it has come to its end as far as breaks go."""
        self._look()
        block = self._block
        if block is None:
            return None
        now = log_time(block, self.clock.read(), not_before=block.started_at)
        gap = open_gap(block)
        is_paused = gap is not None and is_wanted(gap)
        left_s = 0.0 if is_paused else remaining_s(block, now)
        return OpenBlock(runs_s=worked_s(block, now), left_s=left_s)

    def forget(self) -> None:
        """The next question is looked up. From any thread."""
        self._looked_s = float("-inf")

    def _look(self) -> None:
        version, now_s = self.focus.version(), self.monotonic_s()
        if version == self._version and now_s - self._looked_s < _LOOK_AGAIN_S:
            return
        now = self.now()
        self._planned = self.shifts(Span(now - _AHEAD, now + _AHEAD))
        self._block = self._open_block()
        self._version, self._looked_s = version, now_s

    def _open_block(self) -> Block | None:
        try:
            with self.focus.reading() as reader:
                return reader.open_block()
        except UnreadableBlockError as error:  # the page of blocks says how to settle that
            log.warning("breaks do not know of the open block: %s", error)
            return None
