"""What the check before a shift needs from outside."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.preshift.model import Attempt


class AttemptStore(Protocol):
    """Keeps attempts. Every method may raise `StoreUnavailableError`."""

    def claim(self, attempt: Attempt, stale_before: datetime) -> bool:
        """Whether it is ours to run: True for one program alone.

        One that is said to be running since before *stale_before* was left behind by a crash.
        """

    def put(self, attempt: Attempt) -> None: ...

    def of_shift(self, shift_id: str, shift_starts_at: datetime) -> tuple[Attempt, ...]: ...


class Alarm(Protocol):
    """Waits for an instant of the wall clock."""

    def wait(self, until: datetime, ctx: JobContext, /) -> None:
        """Returns at *until*, or earlier: after `ring`, a set clock, or the end of a sleep.

        No wake-up between, where the system can. Raises `JobCancelledError` within 100 ms.
        """

    def ring(self) -> None:
        """Ends a wait, from any thread."""


class Circumstances(Protocol):
    """What keeps a check from running now, or makes it smaller."""

    def in_call(self) -> bool | None:
        """Whether the microphone is in use by another program; None where that is unknown."""

    def is_metered(self) -> bool | None:
        """Whether the network counts every byte; None where that is unknown."""
