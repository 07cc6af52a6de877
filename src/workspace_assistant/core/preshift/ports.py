"""What the check before a shift needs from outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.preshift.model import Attempt

if TYPE_CHECKING:  # the system's timer starts a program of ours every few minutes
    from workspace_assistant.core.readiness.model import ReadinessReport
    from workspace_assistant.core.shifts.news import News
    from workspace_assistant.core.shifts.source_service import Refreshed, SourceView


class AttemptStore(Protocol):
    """Keeps attempts. Every method may raise `StoreUnavailableError`."""

    def claim(self, attempt: Attempt, *, is_alone: bool = False) -> bool:
        """Whether it is ours to run: True for one program alone; then it is kept as given.

        What `may_claim` is taken, and what cannot be read. *is_alone*: by the one program that
        may run checks now (`Alone`), so what is said to be running was left behind by a crash.
        """

    def claim_telling(self, attempt: Attempt) -> bool:
        """Whether it is ours to tell: True for one program alone, and as long as `told` is empty.

        Keeps the attempt's `told`, which must say something.
        """

    def put(self, attempt: Attempt) -> None: ...

    def move(self, before: Attempt, after: Attempt) -> None:
        """Puts *after* in the place of *before*, unless that is gone already."""

    def of_start(self, shift_starts_at: datetime) -> tuple[Attempt, ...]:
        """Those before what starts then, by their numbers; without any that cannot be read."""


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

    def is_checking(self) -> bool:
        """Whether a readiness check runs, in this program or another one of this data folder."""


class Checks(Protocol):
    """The readiness check, for the job's own profile.

    Every method may raise `StoreUnavailableError`, and `ProfileError` for a profile that is no
    longer readable.
    """

    def silent(self) -> frozenset[str]:
        """Ids of the checks of this job that neither record nor play anything."""

    def needs_microphone(self) -> bool:
        """Whether the job requires a working microphone."""

    def run(self, only: frozenset[str], ctx: JobContext, /, *, is_quick: bool) -> ReadinessReport:
        """Keeps nothing. Raises `JobCancelledError`."""

    def save(self, report: ReadinessReport, /) -> None: ...

    def find(self, report_id: str, /) -> ReadinessReport | None: ...

    def since(self, at: datetime, /) -> tuple[ReadinessReport, ...]:
        """Reports of checks that started at *at* or later, newest first."""

    def good_microphone_test_at(self) -> datetime | None:
        """When the microphone was last found ready."""


class Sources(Protocol):
    """The sources of shifts. Every method may raise `StoreUnavailableError`."""

    def refresh(
        self, source_id: str | None, ctx: JobContext, *, by_hand: bool = False
    ) -> Sequence[Refreshed]:
        """Fetches what is due. Raises `JobCancelledError`."""

    def next_refresh_at(self) -> datetime | None: ...

    def views(self) -> Sequence[SourceView]: ...

    def news(self) -> Sequence[News]: ...

    def mark_announced(self, told: Sequence[News]) -> None: ...


Now = Callable[[], datetime]

Alone = Callable[[], AbstractContextManager[bool]]
"""True, for as long as the block lasts, for the one program that may run checks before shifts now.

The system ends it with the program, however that ends.
"""

Guard = Callable[[JobContext, Callable[[], float | None]], AbstractContextManager[JobContext]]
"""A job inside another that is cancelled once the function given says None.

The function is asked on another thread, again after as many seconds as it says.
"""
