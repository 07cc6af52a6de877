"""The watch over breaks, put together for the window."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.core.breaks.model import Act
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.reminders.ports import Notifier
from workspace_assistant.core.text import Say


class BreakWatch:
    """Watches breaks for as long as the window is open; while no shift and no block runs it sleeps.

    `run` is a standing job; its readings are `BreakStanding`, each time something changes and each
    second while a break runs. The rest may be called from any thread.
    """

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir

    def run(self, notifier: Notifier, say: Say, ctx: JobContext, /) -> None:
        """Raises `JobCancelledError` when it is cancelled.

        Each offer is shown by *notifier*, as a reminder of the kind BREAK about the record's id
        with the actions ``begin``, ``postpone`` and ``skip``; it is withdrawn when it is over or a
        call begins. The break's window is such a notifier; where it raises `NotShownError` the
        desktop's notifications are tried. *say* puts its words into the user's language.
        """
        raise NotImplementedError

    def act(self, act: Act) -> None:
        """Answers the break that is open; what is not open to the person is left alone."""
        raise NotImplementedError

    def ring(self) -> None:
        """A shift, a block, a setting or a mode changed: look at once."""
        raise NotImplementedError
