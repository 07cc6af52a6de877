"""What focus blocks need from outside. Adapters fill these; tests bring fakes."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.clock import Reading
from workspace_assistant.core.focus.model import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Heartbeat:
    """The last sign of life of a program that watches the running block. There is one at a time.

    Attributes:
        block_id: the block that is watched.
        at: the log's time.
        reading: all clocks at that moment.
        watcher: names the process that watches; a new one at each start.
        watcher_kind: ``window`` or ``keeper`` (the command line's background watcher).
        last_active_at: the latest instant (log's time) at which input or a call was seen; `at`
            where the system cannot tell.
        unknown: sentences about what the watcher cannot sense.
    """

    block_id: str
    at: datetime
    reading: Reading
    watcher: str
    watcher_kind: str
    last_active_at: datetime
    unknown: tuple[str, ...] = ()


class FocusReader(Protocol):
    """A consistent view of the log."""

    def open_block(self) -> Block | None:
        """Raises `UnreadableBlockError` where one is open that cannot be read."""

    def unreadable_open(self) -> str | None:
        """The id of an open block that cannot be read; None where there is none."""

    def find(self, beginning: str) -> tuple[Block, ...]:
        """Blocks whose id begins so, at most three: enough to tell one from several."""

    def between(self, start: datetime, end: datetime) -> tuple[Block, ...]:
        """Blocks that overlap [start, end), open ones too, in order of their start.

        A block without length belongs where it starts.
        """

    def latest_end_at(self) -> datetime | None:
        """The latest end of any block that is over."""

    def next_start_at(self, after: datetime) -> datetime | None:
        """The earliest start of any block later than *after*."""

    def recent_names(self, limit: int) -> tuple[Block, ...]:
        """The latest block of each of the *limit* names used last, newest first."""

    def with_source(self, sources: frozenset[str]) -> frozenset[str]:
        """Which of these sources (`Block.source`) the log already holds."""

    def with_id(self, ids: frozenset[str]) -> frozenset[str]:
        """Which of these ids the log already holds, be it in entries that cannot be read."""

    def blocks(self, ids: frozenset[str]) -> tuple[Block, ...]:
        """The blocks with these ids, in order of their start."""

    def unanswered(self, limit: int) -> tuple[Block, ...]:
        """Blocks with gaps that wait for an answer, newest first."""

    def heartbeat(self) -> Heartbeat | None: ...

    def changes(self, limit: int, block_id: str = "") -> tuple[Change, ...]:
        """Newest first; those of one block when its id is given."""

    def heads(self, limit: int) -> tuple[Change, ...]:
        """The newest changes, without what they changed: an import has changed thousands."""

    def latest_change(self) -> int:
        """The number of the newest change; 0 for none."""

    def change(self, change_id: int) -> Change | None: ...

    def undone_by(self, change_id: int) -> int | None:
        """The change that took this one back, unless that was taken back itself."""

    def unreadable(self) -> int:
        """How many entries this view has met that cannot be read. They stay as they are."""


class FocusWriter(FocusReader, Protocol):
    """The same inside a write transaction: all of it is kept, or nothing."""

    def put(self, block: Block) -> None:
        """Adds the block or replaces it with all its parts."""

    def remove(self, block_id: str) -> None: ...

    def record(self, change: Change) -> Change:
        """Adds to the change log and gives it back with its id."""

    def set_aside(self, block_id: str) -> None:
        """Keeps an entry that cannot be read as it is, but for that it is over."""

    def beat(self, heartbeat: Heartbeat | None) -> None:
        """Replaces the heartbeat; None takes it away."""


class FocusDraft(Protocol):
    """What is to be written, founded on a view of the log.

    Attributes:
        base: the newest change of that view; 0 for none.
        gone: ids of blocks that are removed, or put anew.
        put_blocks: what is put, by id.
        recorded: the change to be noted.
        new_beat: the heartbeat it leaves, where `has_beat`; none is taken from an open block.
    """

    base: int
    gone: set[str]
    put_blocks: dict[str, Block]
    recorded: Change | None
    has_beat: bool
    new_beat: Heartbeat | None


class FocusLog(Protocol):
    """The time log. Everything may raise `StoreUnavailableError`, and then nothing was changed."""

    def reading(self) -> AbstractContextManager[FocusReader]: ...

    def writing(self) -> AbstractContextManager[FocusWriter]: ...

    def keep(self, draft: FocusDraft) -> Change | None:
        """Writes a draft, all of it or nothing, keeping others waiting for as short as can be.

        None where somebody has changed a block since that the draft changes as well, or has added
        one of the same origin (`Block.source`): then nothing is written. Raises `FocusError` for
        blocks that are not sound or not apart.
        """

    def version(self) -> int:
        """Differs from an earlier answer of the same thread when the log was written since."""


class FocusClock(Protocol):
    def read(self) -> Reading: ...

    def time_zone(self) -> str:
        """IANA name of the user's time zone; ``UTC`` when unknown."""

    def utc_offset_s(self, at: datetime, time_zone: str) -> int:
        """Offset of a zone at an instant."""


class NewId(Protocol):
    def __call__(self) -> str:
        """32 hexadecimal digits that were never used before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Whether somebody is at the computer.

    Attributes:
        idle_s: seconds since the last input; None where the system cannot tell.
        is_locked: None where the system cannot tell.
        unknown: for each of the two that cannot be told, a sentence why; else empty.
    """

    idle_s: float | None
    is_locked: bool | None
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleep:
    """The system announced that it goes to sleep, or woke up.

    Attributes:
        is_asleep: True for going to sleep.
        reading: the clocks when the announcement came.
    """

    is_asleep: bool
    reading: Reading


class PresenceSensor(Protocol):
    """Never raises: what cannot be told is unknown, with its reason."""

    def presence(self) -> Presence: ...

    def sleeps(self) -> tuple[Sleep, ...]:
        """Announcements since the last time this was asked, in order."""

    def close(self) -> None: ...


class CallSensor(Protocol):
    def in_call(self) -> bool | None:
        """Whether another program uses a microphone now; None where the system cannot tell."""
