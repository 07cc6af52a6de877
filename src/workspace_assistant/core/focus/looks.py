"""One look at the person and the computer, compared with the look before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from workspace_assistant.core.focus.accounting import last_act_at
from workspace_assistant.core.focus.clock import SHORTEST_SLEEP_S, Reading, log_time
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.ports import Presence, Sleep
from workspace_assistant.core.focus.recovery import OVERDUE_AFTER_S

# Between two looks the clocks do not tell what came first, sleep or act, more exactly than so.
_BLUR_S = 1.0


class Call(Enum):
    """What the call sensor said."""

    NOT_ASKED = auto()
    UNKNOWN = auto()
    NONE = auto()
    GOING_ON = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What is seen at one look, at `at` on the log's time."""

    at: datetime
    reading: Reading
    presence: Presence
    call: Call = Call.NOT_ASKED
    sleeps: tuple[Sleep, ...] = ()

    @property
    def is_locked(self) -> bool:
        return self.presence.is_locked is True

    @property
    def sees_input(self) -> bool:
        return self.presence.idle_s is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What is known of one block from all looks so far.

    Attributes:
        at: the last look, on the log's time.
        proof_at: the last instant at which somebody was there for certain.
        active_at: where an absence begins: `proof_at`; or, where input cannot be seen, the last
            look at which nothing spoke against somebody being there.
        woke_at: when the computer woke up last, on the log's time.
        is_locked: how the screen was at the last look.
        call_asked_s: when the call sensor was asked last, on the steady clock.
        was_in_call: what it said.
    """

    block_id: str
    at: datetime
    reading: Reading
    proof_at: datetime
    active_at: datetime
    woke_at: datetime | None = None
    is_locked: bool | None = None
    call_asked_s: float | None = None
    was_in_call: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one look tells.

    Attributes:
        has_slept: the computer slept since the look before.
        fell_asleep_at: when, if that was announced; else the look before.
        woke_at: when, if that was announced; else this look.
        awake_again_at: no act after this lies before the sleep.
        input_at: the last input; None where it is unknown, or where sleep blurs its instant.
        act_at: an act on the block since the look before.
        is_overdue: the computer was awake, and yet nobody looked for too long.
    """

    watch: Watch
    block: Block
    sight: Sight
    has_slept: bool
    fell_asleep_at: datetime
    woke_at: datetime
    awake_again_at: datetime
    input_at: datetime | None
    act_at: datetime | None
    is_overdue: bool

    @property
    def is_in_call(self) -> bool:
        """A call that was seen lasts until the sensor, when it is asked next, says otherwise."""
        call = self.sight.call
        return call is Call.GOING_ON or (call is Call.NOT_ASKED and self.watch.was_in_call)

    @property
    def is_unlocked_now(self) -> bool:
        return self.watch.is_locked is True and self.sight.presence.is_locked is False

    @property
    def present_at(self) -> datetime | None:
        """An instant since the look before, and after any sleep, at which somebody was there.

        Whoever types a password into a locked screen is not at work yet.
        """
        if self.act_at is not None and not self.is_before_sleep(self.act_at):
            return self.act_at
        if self.sight.call is Call.GOING_ON:
            return self.sight.at
        is_new = self.input_at is not None and self.input_at > self.watch.at
        return self.input_at if is_new and not self.sight.is_locked else None

    def is_before_sleep(self, at: datetime) -> bool:
        return self.has_slept and at < self.awake_again_at


def compared(watch: Watch, block: Block, sight: Sight, poll_s: float) -> Look:
    """What *sight* tells of the *block* after what *watch* knew."""
    elapsed_s, awake_s = _seconds(watch.reading, sight.reading)
    if awake_s is None:  # then only announcements tell sleep from a busy computer
        has_slept = bool(sight.sleeps) and elapsed_s > 3 * poll_s
    else:
        has_slept = elapsed_s - awake_s > SHORTEST_SLEEP_S
    told_woke_at = _announced(block, sight, is_asleep=False)
    woke_at = told_woke_at or sight.at
    blurred_at = sight.at - timedelta(seconds=(awake_s or 0.0) + _BLUR_S)
    acted_at = last_act_at(block)
    return Look(
        watch=watch,
        block=block,
        sight=sight,
        has_slept=has_slept,
        fell_asleep_at=_announced(block, sight, is_asleep=True) or watch.at,
        woke_at=woke_at,
        awake_again_at=told_woke_at or blurred_at,
        input_at=_input_at(sight, woke_at if has_slept else watch.woke_at),
        act_at=acted_at if acted_at > watch.at else None,
        is_overdue=not has_slept and (elapsed_s if awake_s is None else awake_s) > OVERDUE_AFTER_S,
    )


def _seconds(earlier: Reading, now: Reading) -> tuple[float, float | None]:
    """In all and, where the clocks tell them apart, awake."""
    elapsed_s = now.elapsed_s - earlier.elapsed_s
    if earlier.awake_s is None or now.awake_s is None:
        return elapsed_s, None
    return elapsed_s, now.awake_s - earlier.awake_s


def _input_at(sight: Sight, woke_at: datetime | None) -> datetime | None:
    """The instant of the last input. Most systems do not count sleep as time without input.

    So an instant before the waking is none: it lies somewhere before the sleep.
    """
    if sight.presence.idle_s is None:
        return None
    at = sight.at - timedelta(seconds=sight.presence.idle_s)
    return None if woke_at is not None and at < woke_at else at


def _announced(block: Block, sight: Sight, *, is_asleep: bool) -> datetime | None:
    """The first announcement of sleep, or the last one of waking, on the log's time."""
    told = [one.reading for one in sight.sleeps if one.is_asleep is is_asleep]
    if not told:
        return None
    one = told[0] if is_asleep else told[-1]
    return min(log_time(block, one, not_before=block.started_at), sight.at)
