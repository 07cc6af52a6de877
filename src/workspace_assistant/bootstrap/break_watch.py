"""The watch over breaks, put together for the window."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.bootstrap.break_parts import OnCall
    from workspace_assistant.bootstrap.break_work import LoggedWork
    from workspace_assistant.core.breaks.attending import BreakJob
    from workspace_assistant.core.breaks.model import Act
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.core.reminders.ports import Notifier
    from workspace_assistant.core.text import Say


def _nobody(_in_call: bool | None) -> None:  # noqa: FBT001 - an answer of the call sensor
    """Nobody else wants to know."""


class BreakWatch:
    """Watches breaks for as long as the window is open; while no shift and no block runs it sleeps.

    `run` is a standing job; its readings are `BreakStanding`, each time something changes and every
    two seconds while a break runs. The rest may be called from any thread.
    """

    def __init__(self, data_dir: Path, on_call: OnCall = _nobody) -> None:
        """*on_call* gets each answer to whether a call goes on, on the thread that watches."""
        self._data_dir, self._on_call = data_dir, on_call
        self._job: BreakJob | None = None
        self._work: LoggedWork | None = None
        self._early: deque[Act] = deque()

    def run(self, notifier: Notifier, say: Say, ctx: JobContext, /) -> None:
        """Raises `JobCancelledError` when it is cancelled.

        Each offer is shown by *notifier*, as a reminder of the kind BREAK about the record's id
        with the actions ``begin``, ``postpone`` and ``skip``; it is withdrawn when it is over or a
        call begins. The break's window is such a notifier; where it raises `NotShownError` the
        desktop's notifications are tried. *say* puts its words into the user's language.
        """
        from workspace_assistant.bootstrap.break_parts import WatchParts

        parts = WatchParts.made(self._data_dir, notifier, say, self.act, self._on_call)
        self._job, self._work = parts.job, parts.work
        while self._early:
            parts.job.act(self._early.popleft())
        try:
            parts.job.run(ctx)
        finally:
            parts.close()

    def act(self, act: Act) -> None:
        """Answers the break that is open; what is not open to the person is left alone."""
        if self._job is None:
            self._early.append(act)
        else:
            self._job.act(act)

    def ring(self) -> None:
        """A shift, a block, a setting or a mode changed: look at once."""
        if self._work is not None:
            self._work.forget()
        if self._job is not None:
            self._job.ring()
