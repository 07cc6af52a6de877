"""What breaks need from outside. Adapters fill these; tests bring fakes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from workspace_assistant.core.breaks.model import (
    Act,
    ActivityStretch,
    BreakKind,
    BreakRecord,
    Modes,
    Settings,
)
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.spans import Span


class Reading(Protocol):
    """All clocks of the computer, read at once."""

    @property
    def wall_at(self) -> datetime: ...
    @property
    def elapsed_s(self) -> float:
        """Steady, sleep included."""

    @property
    def awake_s(self) -> float | None:
        """Steady, without sleep; None where the system does not tell the two apart."""

    @property
    def boot_id(self) -> str: ...


class Clock(Protocol):
    def read(self) -> Reading: ...

    def day(self, at: datetime, /) -> date:
        """The log's day, which begins at 04:00 where the person is."""

    def day_span(self, at: datetime, /) -> Span:
        """From its beginning to that of the next one."""


class Presence(Protocol):
    """Whether somebody is at the computer; None for what the system does not tell."""

    @property
    def idle_s(self) -> float | None: ...
    @property
    def is_locked(self) -> bool | None: ...
    @property
    def unknown(self) -> tuple[str, ...]: ...


class PresenceSensor(Protocol):
    """Never raises."""

    def presence(self) -> Presence: ...

    def close(self) -> None: ...


class CallSensor(Protocol):
    def in_call(self) -> bool | None:
        """Whether another program uses a microphone now; None where the system cannot tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """What the desktop says about being disturbed; None for what it does not tell.

    Attributes:
        is_full_screen: one program fills the screen, such as a presentation.
        is_do_not_disturb: the desktop holds notifications back.
        unknown: for each that cannot be told, a sentence why.
    """

    is_full_screen: bool | None = None
    is_do_not_disturb: bool | None = None
    unknown: tuple[str, ...] = ()


class AttentionSensor(Protocol):
    """Never raises."""

    def attention(self) -> Attention: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBlock:
    """The focus block that is open, which is not disturbed.

    Attributes:
        runs_s: since it began.
        left_s: until its planned end, below zero beyond it; None where none is planned.
    """

    runs_s: float
    left_s: float | None


class Work(Protocol):
    """What the person is at. Every method may raise `StoreUnavailableError`."""

    def shift_left_s(self) -> float | None:
        """Until the running shift ends; None outside shifts."""

    def next_shift_s(self) -> float | None:
        """Until the next one begins; None for not soon."""

    def open_block(self) -> OpenBlock | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """There was work enough for a break of that `kind`, but another one was over at `since`."""

    kind: BreakKind
    since: datetime


class Offers(Protocol):
    """Brings breaks before the person, and keeps why. Never raises."""

    def offer(self, record: BreakRecord, /) -> None: ...

    def withdraw(self, record: BreakRecord, /) -> None:
        """From the screen, if it is there: it is over, or held back for `BreakRecord.reason`."""

    def held(self, record: BreakRecord, /) -> None:
        """It is due, and `BreakRecord.reason` holds it back."""

    def silent(self, silence: Silence, /) -> None:
        """It comes some minutes later."""


class Alarm(Protocol):
    def wait(self, until: datetime, ctx: JobContext, /) -> None:
        """Returns at *until*, by the wall clock, or earlier. Raises `JobCancelledError`."""

    def ring(self) -> None:
        """Ends the wait that goes on, or the next one. From any thread."""


class Choices(Protocol):
    """The person's choices, read anew each time. What keeps raises OSError where it cannot."""

    def settings(self) -> Settings: ...

    def keep(self, settings: Settings) -> None:
        """Raises `BreakError` for what makes no sense."""

    def modes(self) -> Modes: ...

    def keep_modes(self, modes: Modes) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """The last sign of life of the one program that watches.

    Attributes:
        watcher: names the process that watches.
        at: on the log's time.
    """

    watcher: str
    at: datetime
    elapsed_s: float
    awake_s: float | None
    boot_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An answer that another program (the command line) gives to the one that watches."""

    id: str
    act: Act
    at: datetime


class BreakStore(Protocol):
    """Breaks and activity. Every method may raise `StoreUnavailableError`; then nothing changed."""

    def put(self, record: BreakRecord) -> None:
        """New, or in place of what was known of it; an outcome stays as it is."""

    def records(self, span: Span) -> tuple[BreakRecord, ...]:
        """Those that were due in *span*, in order."""

    def open_records(self) -> tuple[BreakRecord, ...]:
        """Those that have no outcome yet, in order. More than one only after a crash."""

    def prolong(self, stretch: ActivityStretch) -> None:
        """New, or a later end of one that is kept; never an earlier one."""

    def activity(self, span: Span) -> tuple[ActivityStretch, ...]:
        """Those that overlap *span*, in order."""

    def latest_activity_end(self) -> datetime | None: ...

    def claim(self, beat: Beat, *, is_newcomer: bool = False) -> bool:
        """Keeps the beat of a program that may watch: see `may_watch`. False for another one."""

    def release(self, watcher: str) -> None:
        """Takes the beat of that program away, if it is the one that watches."""

    def beat(self) -> Beat | None: ...

    def ask(self, asked: Asked) -> None: ...

    def take_asked(self) -> tuple[Asked, ...]:
        """What was asked since, in order; each is given once."""
