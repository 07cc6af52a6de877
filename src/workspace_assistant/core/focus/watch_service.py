"""Watches the open block for one program: looks, decides, writes, and gives way to another one.

There is one watcher at a time, named in the heartbeat. A window takes over from a keeper (the
command line's background watcher) and from an older window; anybody takes over from one that
has left, or whose beats fail to come.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.accounting import is_wanted, open_gap
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.clock import Reading, awake_s_between
from workspace_assistant.core.focus.looks import Call, Sight, Watch
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.ports import (
    CallSensor,
    FocusClock,
    FocusLog,
    Heartbeat,
    NewId,
    Presence,
    PresenceSensor,
)
from workspace_assistant.core.focus.recovery import HEARTBEAT_INTERVAL_S
from workspace_assistant.core.focus.scribe import (
    NOTICE,
    WATCHER,
    Scribe,
    is_in_the_way,
    left_alone,
    log_now,
    with_clock_noted,
)
from workspace_assistant.core.focus.watching import (
    Decision,
    WatchSettings,
    begun,
    is_call_due,
    observed,
    with_decision,
)

WINDOW = "window"
KEEPER = "keeper"
NOBODY = ""  # the watcher has left: whoever comes goes on

# Nobody is called dead for one late beat; well before the block counts as left alone.
_LATE_AFTER_S = 1.5 * HEARTBEAT_INTERVAL_S
_NOT_LOOKED = Presence(idle_s=None, is_locked=None)


class Role(StrEnum):
    """What a watcher does at the moment."""

    RESTING = "resting"  # no block is open
    ASKING = "asking"  # the block was left alone: the person says first what becomes of it
    STANDING_BY = "standing-by"  # another program watches
    WATCHING = "watching"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one watcher stands after a look.

    Attributes:
        beat_s: when it beat last, on the steady clock.
        poll_s: how long until the next look.
        has_joined: it has watched some block since it was started.
        change: what this look wrote.
        unknown: sentences: what cannot be told on this computer, and why.
        fault: why nothing could be written; empty when all is well.
    """

    role: Role = Role.RESTING
    watch: Watch | None = None
    beat_s: float | None = None
    poll_s: float = WatchSettings().poll_s
    has_joined: bool = False
    change: Change | None = None
    unknown: tuple[str, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchService:
    """One watcher.

    Attributes:
        watcher: names it; a new one for every process.
        kind: `WINDOW` or `KEEPER`.
        chosen: the person's settings, asked once at each look: they may change meanwhile.
    """

    log: FocusLog
    clock: FocusClock
    new_id: NewId
    presence: PresenceSensor
    calls: CallSensor
    watcher: str
    kind: str
    chosen: Callable[[], WatchSettings] = WatchSettings

    def look(self, before: Standing) -> Standing:
        """One look. Raises `StoreUnavailableError` when the log cannot be read.

        What cannot be written is decided again at the next look; nothing that was seen is lost.
        """
        reading = self.clock.read()
        with self.log.reading() as log:
            block, beat = log.open_block(), log.heartbeat()
            alone = None if block is None else left_alone(log, block, reading)
            has_come_to_another = block is not None and is_in_the_way(log, block, reading)
        if block is None:
            return Standing(has_joined=before.has_joined)
        if not self._may_watch(beat, reading, has_joined=before.has_joined):
            return Standing(role=Role.STANDING_BY, has_joined=before.has_joined)
        is_known = before.watch is not None and before.watch.block_id == block.id
        if not is_known and alone is not None:
            return Standing(role=Role.ASKING, has_joined=before.has_joined)
        if has_come_to_another:
            block = self._settled() or block
        sight = self._sight(block)
        watch = before.watch if before.watch and is_known else begun(block, sight, beat)
        settings = self.chosen()
        sight = self._asked_about_call(watch, block, sight, settings)
        before = replace(before, watch=watch, poll_s=settings.poll_s)
        return self._followed(before, watch, block, sight, settings)

    def _settled(self) -> Block | None:
        """The block that goes on after the one it has come to."""
        reading = self.clock.read()
        with self.log.writing() as log:
            block = log.open_block()
            return block and Scribe(log, reading, self.new_id, WATCHER).settled(block)

    def leave(self, standing: Standing) -> None:
        """Lets another watcher take over at once; raises `StoreUnavailableError`."""
        if standing.watch is None:
            return
        with self.log.writing() as log:
            beat = log.heartbeat()
            if beat is not None and beat.watcher == self.watcher:
                log.beat(replace(beat, watcher=NOBODY, watcher_kind=NOBODY))

    def _may_watch(self, beat: Heartbeat | None, reading: Reading, *, has_joined: bool) -> bool:
        if beat is None or beat.watcher in {self.watcher, NOBODY}:
            return True
        is_of_this_run = beat.reading.boot_id == reading.boot_id
        if not is_of_this_run or awake_s_between(beat.reading, reading) > _LATE_AFTER_S:
            return True
        return self.kind == WINDOW and (beat.watcher_kind == KEEPER or not has_joined)

    def _sight(self, block: Block) -> Sight:
        """Who is there, then what time it is: nothing seen is later than its instant."""
        gap = open_gap(block)
        is_paused = gap is not None and is_wanted(gap)
        presence = _NOT_LOOKED if is_paused else self.presence.presence()
        sleeps = self.presence.sleeps()
        reading = self.clock.read()
        with self.log.reading() as log:
            at = log_now(log, block, reading)
        return Sight(at=at, reading=reading, presence=presence, sleeps=sleeps)

    def _asked_about_call(
        self, watch: Watch, block: Block, sight: Sight, settings: WatchSettings
    ) -> Sight:
        gap = open_gap(block)
        if gap is not None and is_wanted(gap):
            return sight
        decision = observed(watch, block, sight, settings)
        return replace(sight, call=self._call()) if is_call_due(watch, decision, sight) else sight

    def _call(self) -> Call:
        answer = self.calls.in_call()
        if answer is None:
            return Call.UNKNOWN
        return Call.GOING_ON if answer else Call.NONE

    def _followed(
        self, before: Standing, watch: Watch, block: Block, sight: Sight, settings: WatchSettings
    ) -> Standing:
        """What follows from the look is written, if anything does or a beat is due."""
        decision = observed(watch, block, sight, settings)
        after = replace(
            before,
            role=Role.WATCHING,
            watch=decision.watch,
            change=None,
            unknown=_unknown(before.unknown, sight),
            fault="",
        )
        is_told = self._after(block, decision, sight) != block
        if not is_told and not self._is_beat_due(before, sight):
            return after
        try:
            return self._written(after, watch, sight, settings)
        except StoreUnavailableError as error:
            # What would have been told is still to be told: as if this look had not been.
            return replace(before if is_told else after, role=Role.WATCHING, fault=error.phrase)

    def _written(
        self, after: Standing, watch: Watch, sight: Sight, settings: WatchSettings
    ) -> Standing:
        """Decided again on the block as it is now: somebody may have acted meanwhile."""
        with self.log.writing() as log:
            block = log.open_block()
            if block is None or block.id != watch.block_id:
                return Standing(has_joined=after.has_joined)
            beat = log.heartbeat()
            if not self._may_watch(beat, sight.reading, has_joined=after.has_joined):
                return Standing(role=Role.STANDING_BY, has_joined=after.has_joined)
            decision = observed(watch, block, sight, settings)
            told = self._after(block, decision, sight)
            change = None
            if told != block:
                scribe = Scribe(log, sight.reading, self.new_id, WATCHER)
                change = scribe.keep(_action(decision), (block, told))
            log.beat(self._beat(decision.watch, after.unknown))
        return replace(
            after,
            watch=decision.watch,
            change=change,
            beat_s=sight.reading.elapsed_s,
            has_joined=True,
        )

    def _after(self, block: Block, decision: Decision, sight: Sight) -> Block:
        return with_clock_noted(with_decision(block, decision, self.new_id), sight.reading)

    def _is_beat_due(self, before: Standing, sight: Sight) -> bool:
        """The next look would be too late for it."""
        if before.beat_s is None:
            return True
        next_s = sight.reading.elapsed_s + before.poll_s
        return next_s - before.beat_s > HEARTBEAT_INTERVAL_S

    def _beat(self, watch: Watch, unknown: tuple[str, ...]) -> Heartbeat:
        return Heartbeat(
            block_id=watch.block_id,
            at=watch.at,
            reading=watch.reading,
            watcher=self.watcher,
            watcher_kind=self.kind,
            last_active_at=watch.active_at,
            unknown=unknown,
        )


def _unknown(before: tuple[str, ...], sight: Sight) -> tuple[str, ...]:
    """What is told of the sensors; a sensor that was not asked has nothing new to tell."""
    if sight.presence is _NOT_LOOKED:
        return before
    was_told = texts.CALLS_UNKNOWN in before and sight.call is Call.NOT_ASKED
    is_unknown = sight.call is Call.UNKNOWN or was_told
    return (*sight.presence.unknown, *((texts.CALLS_UNKNOWN,) if is_unknown else ()))


def _action(decision: Decision) -> str:
    if decision.absence is not None:
        return "away"
    if decision.returned_at is not None:
        return "return"
    return NOTICE
