"""Focus blocks, their gaps and interruptions. Every instant is aware UTC, on the log's own time.

The log's time of an open block is its start plus what the steady clock has counted since, so that
setting the computer's clock changes no duration (`workspace_assistant.core.focus.clock`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Channel(StrEnum):
    """What kind of work a block is."""

    PHONE = "phone"
    EMAIL = "email"
    CHAT = "chat"
    SOCIAL = "social"
    ADMIN = "admin"
    LEARNING = "learning"
    MEETING = "meeting"
    OTHER = "other"


class Cause(StrEnum):
    """What interrupted."""

    NOISE = "noise"
    FAMILY = "family"
    PET = "pet"
    PHONE = "phone"
    CHAT = "chat"
    DOOR = "door"
    SELF = "self"
    TECHNICAL = "technical"
    OTHER = "other"


class Origin(StrEnum):
    """Whether the interruption came from the person or from outside."""

    INTERNAL = "internal"
    EXTERNAL = "external"


class GapReason(StrEnum):
    """Why a part of a block was not worked."""

    PAUSE = "pause"
    BREAK = "break"
    IDLE = "idle"
    LOCK = "lock"
    SUSPEND = "suspend"
    NOT_WATCHED = "not-watched"  # no program of ours ran: nobody knows
    UNDONE = "undone"  # what it was is open again since something was taken back


class BlockState(StrEnum):
    """Where a block stands.

    `away` is running with an open gap that nobody asked for; `ended` is over without a plan.
    """

    RUNNING = "running"
    PAUSED = "paused"
    AWAY = "away"
    COMPLETED = "completed"
    UNCOMPLETED = "uncompleted"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Time inside a block that does not count as work.

    Attributes:
        ended_at: None while it lasts.
        is_unanswered: the person has not yet said what this time was. It is no work until then.
    """

    id: str
    started_at: datetime
    ended_at: datetime | None = None
    reason: GapReason
    is_unanswered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption:
    """Something broke the concentration; the block's clock went on.

    Attributes:
        ended_at: when the person was back; None when nobody said.
        note: what it was, one line.
        next_step: what to do next in the block: the answer to "where was I?".
    """

    id: str
    cause: Cause
    origin: Origin
    at: datetime
    ended_at: datetime | None = None
    note: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockChange:
    """The computer's clock was set while the block ran.

    Attributes:
        at: when, on the log's time.
        by_s: how far the clock then stood ahead (+) or behind (-) the log's time.
    """

    at: datetime
    by_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Ties the log's time to the steady clock of one run of the computer.

    Attributes:
        at: the instant on the log's time at which...
        elapsed_s: ...the steady clock, which counts sleep as well, showed this.
        boot_id: names the run of the computer; another one has another steady clock.
    """

    at: datetime
    elapsed_s: float
    boot_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of concentrated work; open while `ended_at` is None.

    Attributes:
        planned_s: planned length; None in flow mode.
        time_zone: IANA name where it began.
        utc_offset_s: offset of that zone when it began.
        gaps: in order, apart from each other, inside the block. Only the last may be open.
        interruptions: in order, inside the block.
        source: where an imported block came from; empty for the program's own.
        anchor: only of an open block, and only where a steady clock was known.
    """

    id: str
    name: str
    channel: Channel = Channel.OTHER
    tags: tuple[str, ...] = ()
    planned_s: float | None = None
    started_at: datetime
    ended_at: datetime | None = None
    time_zone: str
    utc_offset_s: int
    gaps: tuple[Gap, ...] = ()
    interruptions: tuple[Interruption, ...] = ()
    clock_changes: tuple[ClockChange, ...] = ()
    source: str = ""
    anchor: Anchor | None = None

    @property
    def is_open(self) -> bool:
        return self.ended_at is None
