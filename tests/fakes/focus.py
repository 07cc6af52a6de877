"""A time log in memory, and clocks, presence and calls that the test moves."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.accounting import last_act_at
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.clock import Reading
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.ports import FocusDraft, Heartbeat, Presence, Sleep

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


class CountingId:
    """Implements the port `NewId`: the n-th id begins with n in four hexadecimal digits."""

    def __init__(self) -> None:
        self.given = 0

    def __call__(self) -> str:
        self.given += 1
        return f"{self.given % 0x10000:04x}{self.given:028x}"


class FakeClock:
    """Implements the port `FocusClock`. Nothing moves but by the test."""

    def __init__(self, at: datetime = MONDAY, time_zone: str = "Europe/Madrid") -> None:
        self.wall_at = at
        self.elapsed_s = 1000.0
        self.awake_s: float | None = 1000.0  # None: a system that does not tell sleep apart
        self.boots = 1
        self.zone = time_zone

    def read(self) -> Reading:
        return Reading(
            wall_at=self.wall_at,
            elapsed_s=self.elapsed_s,
            awake_s=self.awake_s,
            boot_id=f"boot-{self.boots}",
        )

    def time_zone(self) -> str:
        return self.zone

    def utc_offset_s(self, at: datetime, time_zone: str) -> int:
        offset = at.astimezone(ZoneInfo(time_zone)).utcoffset()
        return int((offset or timedelta()).total_seconds())

    def advance(self, seconds: float) -> None:
        """Time goes by while the computer is awake."""
        self.suspend(seconds)
        if self.awake_s is not None:
            self.awake_s += seconds

    def suspend(self, seconds: float) -> None:
        """Time goes by while the computer sleeps."""
        self.wall_at += timedelta(seconds=seconds)
        self.elapsed_s += seconds

    def set_wall(self, at: datetime) -> None:
        """Somebody sets the computer's clock."""
        self.wall_at = at

    def step_wall(self, seconds: float) -> None:
        self.wall_at += timedelta(seconds=seconds)

    def reboot(self, off_s: float = 60.0) -> None:
        """The computer was off and has just started again."""
        self.wall_at += timedelta(seconds=off_s)
        self.elapsed_s = 10.0
        self.awake_s = None if self.awake_s is None else 10.0
        self.boots += 1


class FakePresence:
    """Implements the port `PresenceSensor`."""

    def __init__(self, idle_s: float | None = 0.0, *, is_locked: bool | None = False) -> None:
        self.idle_s = idle_s
        self.is_locked = is_locked
        self.unknown: tuple[str, ...] = ()
        self.asked = 0
        self.is_closed = False
        self._sleeps: list[Sleep] = []

    def presence(self) -> Presence:
        self.asked += 1
        return Presence(idle_s=self.idle_s, is_locked=self.is_locked, unknown=self.unknown)

    def announce(self, *, is_asleep: bool, reading: Reading) -> None:
        self._sleeps.append(Sleep(is_asleep=is_asleep, reading=reading))

    def sleeps(self) -> tuple[Sleep, ...]:
        told = tuple(self._sleeps)
        self._sleeps.clear()
        return told

    def close(self) -> None:
        self.is_closed = True


class FakeCall:
    """Implements the port `CallSensor`."""

    def __init__(self, answer: bool | None = False) -> None:
        self.answer = answer
        self.asked = 0

    def in_call(self) -> bool | None:
        self.asked += 1
        return self.answer


@dataclass(frozen=True, slots=True)
class Kept:
    """All that a log holds at one moment."""

    blocks: Mapping[str, Block] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    heartbeat: Heartbeat | None = None


class MemoryFocusLog:
    """Implements the port `FocusLog`; held to the same contract as the real one.

    Attributes:
        kept: what has been written; a test may look.
        fault: raised by everything while it is set: the disk is full, the file is gone.
    """

    def __init__(self, *blocks: Block) -> None:
        self.kept = Kept(blocks={block.id: block for block in blocks})
        self.fault: StoreUnavailableError | FocusError | None = None
        self._lock = threading.RLock()
        self._version = 0

    @contextmanager
    def reading(self) -> Iterator[MemoryReader]:
        if self.fault is not None:
            raise self.fault
        kept = self.kept
        yield MemoryReader(lambda: kept)

    @contextmanager
    def writing(self) -> Iterator[MemoryWriter]:
        with self._lock:
            if self.fault is not None:
                raise self.fault
            writer = MemoryWriter(self.kept)
            yield writer
            self.kept = writer.kept
            self._version += 1

    def keep(self, draft: FocusDraft) -> Change | None:
        with self.writing() as writer:
            since = [
                one for change in self.kept.changes[draft.base :] for one in change.differences
            ]
            sources = {block.source for block in draft.put_blocks.values()} - {""}
            if any(
                one.block_id in draft.gone or one.after.get("source") in sources for one in since
            ):
                return None
            for gone in draft.gone:
                writer.remove(gone)
            for block in draft.put_blocks.values():
                writer.put(block)
            if draft.has_beat and (draft.new_beat or writer.open_block() is None):
                writer.beat(draft.new_beat)
            assert draft.recorded is not None
            return writer.record(draft.recorded)

    def version(self) -> int:
        if self.fault is not None:
            raise self.fault
        return self._version


class MemoryReader:
    """Implements the port `FocusReader`."""

    def __init__(self, kept: Callable[[], Kept]) -> None:
        self._kept = kept

    def open_block(self) -> Block | None:
        return next((block for block in self._blocks() if block.is_open), None)

    def unreadable_open(self) -> str | None:
        return None

    def find(self, beginning: str) -> tuple[Block, ...]:
        every = sorted(self._kept().blocks.items())
        return tuple(block for key, block in every if key.startswith(beginning))[:3]

    def between(self, start: datetime, end: datetime) -> tuple[Block, ...]:
        return tuple(block for block in self._blocks() if _meets(block, start, end))

    def latest_end_at(self) -> datetime | None:
        return max((one.ended_at for one in self._blocks() if one.ended_at), default=None)

    def next_start_at(self, after: datetime) -> datetime | None:
        starts = (block.started_at for block in self._blocks() if block.started_at > after)
        return min(starts, default=None)

    def recent_names(self, limit: int) -> tuple[Block, ...]:
        latest = {block.name: block for block in self._blocks()}
        return tuple(sorted(latest.values(), key=_order, reverse=True)[:limit])

    def with_source(self, sources: frozenset[str]) -> frozenset[str]:
        return sources & {block.source for block in self._blocks() if block.source}

    def with_id(self, ids: frozenset[str]) -> frozenset[str]:
        return ids & self._kept().blocks.keys()

    def blocks(self, ids: frozenset[str]) -> tuple[Block, ...]:
        return tuple(block for block in self._blocks() if block.id in ids)

    def unanswered(self, limit: int) -> tuple[Block, ...]:
        newest_first = reversed(self._blocks())
        waiting = (one for one in newest_first if any(gap.is_unanswered for gap in one.gaps))
        return tuple(waiting)[:limit]

    def heartbeat(self) -> Heartbeat | None:
        return self._kept().heartbeat

    def changes(self, limit: int, block_id: str = "") -> tuple[Change, ...]:
        return tuple(
            change
            for change in reversed(self._kept().changes)
            if not block_id or any(one.block_id == block_id for one in change.differences)
        )[:limit]

    def heads(self, limit: int) -> tuple[Change, ...]:
        return tuple(replace(change, differences=()) for change in self.changes(limit))

    def latest_change(self) -> int:
        return len(self._kept().changes)

    def change(self, change_id: int) -> Change | None:
        return next((one for one in self._kept().changes if one.id == change_id), None)

    def undone_by(self, change_id: int) -> int | None:
        undoing = (one.id for one in self._kept().changes if one.undoes == change_id)
        return next((one for one in undoing if self.undone_by(one) is None), None)

    def unreadable(self) -> int:
        return 0

    def _blocks(self) -> list[Block]:
        return sorted(self._kept().blocks.values(), key=_order)


class MemoryWriter(MemoryReader):
    """Implements the port `FocusWriter` on a copy that is thrown away when the block fails."""

    def __init__(self, kept: Kept) -> None:
        super().__init__(lambda: self.kept)
        self.kept = kept

    def put(self, block: Block) -> None:
        wrong = faults(block)
        if wrong:
            raise FocusError(texts.NOT_SOUND, name=block.name, fault=wrong[0])
        for other in self._blocks():
            if other.id != block.id and self._are_in_each_others_way(block, other):
                raise FocusError(texts.OVERLAPS, name=block.name, other=other.name)
        self.kept = replace(self.kept, blocks={**self.kept.blocks, block.id: block})

    def remove(self, block_id: str) -> None:
        left = {key: block for key, block in self.kept.blocks.items() if key != block_id}
        self.kept = replace(self.kept, blocks=left)

    def set_aside(self, block_id: str) -> None:
        raise LookupError(block_id)  # all that is in memory can be read

    def record(self, change: Change) -> Change:
        numbered = replace(change, id=len(self.kept.changes) + 1)
        self.kept = replace(self.kept, changes=(*self.kept.changes, numbered))
        return numbered

    def beat(self, heartbeat: Heartbeat | None) -> None:
        self.kept = replace(self.kept, heartbeat=heartbeat)

    def _are_in_each_others_way(self, new: Block, old: Block) -> bool:
        if new.is_open and old.is_open:
            return True
        if not new.is_open and not old.is_open:
            return _cross(new, old)
        running, over = (new, old) if new.is_open else (old, new)
        # An open block lasts at least until the last sign of it: an act, or the heartbeat.
        proven = [last_act_at(running)]
        beat = self.kept.heartbeat
        if old.is_open and beat is not None and beat.block_id == old.id:
            proven.append(beat.at)
        return _cross(replace(running, ended_at=max(proven)), over) or (
            over.started_at == running.started_at and over.ended_at != over.started_at
        )


def _meets(block: Block, start: datetime, end: datetime) -> bool:
    if block.ended_at == block.started_at:
        return start <= block.started_at < end
    return block.started_at < end and (block.ended_at is None or block.ended_at > start)


def _cross(one: Block, other: Block) -> bool:
    return (
        one.ended_at is not None
        and other.ended_at is not None
        and one.started_at < other.ended_at
        and other.started_at < one.ended_at
    )


def _order(block: Block) -> tuple[datetime, datetime, str]:
    return (block.started_at, block.ended_at or datetime.max.replace(tzinfo=UTC), block.id)
