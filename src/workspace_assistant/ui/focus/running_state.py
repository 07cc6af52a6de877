"""What the open block shows, second by second. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.focus.accounting import (
    away_s,
    open_gap,
    remaining_s,
    state,
    worked_s,
)
from workspace_assistant.core.focus.acts import open_interruption
from workspace_assistant.core.focus.labels import CAUSES, CHANNELS
from workspace_assistant.core.focus.model import (
    Block,
    BlockState,
    Cause,
    Gap,
    GapReason,
    Interruption,
)
from workspace_assistant.core.focus.service import Now
from workspace_assistant.core.focus.shift_frames import ShiftFrame
from workspace_assistant.core.joining import facts
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.looks import ALONE, STATE_LOOKS
from workspace_assistant.ui.focus.shift_state import shift_of_block
from workspace_assistant.ui.focus.situation import Return, Situation
from workspace_assistant.ui.focus.start_state import BREAK_S
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.wording.durations import compact, digits, spelled
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class RingState:
    """How far the block is.

    Attributes:
        fraction: of the planned time, 0 to 1; None in flow mode.
        digits: time left, time over or time worked.
        below: what the digits are.
        description: all of it in a sentence, for those who listen.
    """

    fraction: float | None
    digits: str
    below: str
    tone: Tone
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningState:
    """The open block.

    Attributes:
        detail: channel, start, what came between.
        sentence: what stands still and why; empty while all goes its way.
        note: what cannot be noticed on this computer.
        proceed: what the one button says that goes on or pauses.
        is_held: the clock stands still: that button goes on.
        can_act: it was not left alone; else that is asked first.
    """

    look: Look
    name: str
    detail: str
    sentence: str
    note: str
    ring: RingState
    proceed: str
    is_held: bool
    can_extend: bool
    can_take_break: bool
    can_act: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseState:
    """A cause that one key logs."""

    cause: Cause
    key: str
    label: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterruptionState:
    """The causes, and the interruption that goes on.

    Attributes:
        headline: what interrupts now, or the question what does.
        is_open: somebody is interrupted and can come back.
        interruption_id: of that interruption, for its next step.
        next_step, note: what was written down.
    """

    headline: str
    sentence: str
    is_open: bool
    block_id: str
    interruption_id: str
    next_step: str
    note: str
    causes: tuple[CauseState, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WelcomeState:
    """Back from a long interruption: where was I?"""

    headline: str
    sentence: str
    asks: bool
    block_id: str
    interruption_id: str


def running_state(
    now: Now,
    block: Block,
    wording: Wording,
    unknown: tuple[str, ...] = (),
    frames: tuple[ShiftFrame, ...] = (),
) -> RunningState:
    """As it is now; of a block that was left alone, as it was when it was last seen."""
    found = now.left_alone
    at = now.at if found is None else found.last_seen_at
    gap = open_gap(block)
    standing = state(block, at)
    return RunningState(
        look=STATE_LOOKS[standing] if found is None else ALONE,
        name=block.name,
        detail=facts(
            [*_detail(block, at, wording), *shift_of_block(block, frames, at, wording)],
            wording.say,
        ),
        sentence=_held(gap, wording) if gap else _plan_over(block, at, wording),
        note=" ".join(wording.say(sentence) for sentence in unknown),
        ring=ring_state(block, at, wording),
        proceed=wording.say(_proceed(standing)),
        is_held=gap is not None,
        can_extend=block.planned_s is not None,
        can_take_break=standing is not BlockState.PAUSED,
        can_act=found is None,
    )


def ring_state(block: Block, at: datetime, wording: Wording) -> RingState:
    """The ring of *block* at the log's instant *at*."""
    left_s, is_held = remaining_s(block, at), open_gap(block) is not None
    tone = Tone.UNTESTED if is_held else Tone.ACCENT
    if left_s is None or block.planned_s is None:
        worked = digits(worked_s(block, at))
        return RingState(
            fraction=None,
            digits=worked,
            below=wording.say(texts.WORKED),
            tone=tone,
            description=wording.say(texts.RING_WORKED, worked=worked),
        )
    planned, short = spelled(block.planned_s, wording), compact(block.planned_s, wording)
    if left_s < 0:
        over = digits(-left_s)
        return RingState(
            fraction=1.0,
            digits=f"+{over}",
            below=wording.say(texts.LEFT, planned=short),
            tone=tone if is_held else Tone.OK,
            description=wording.say(texts.RING_OVER, over=over, planned=planned),
        )
    left = digits(left_s)
    return RingState(
        fraction=1.0 - left_s / block.planned_s,
        digits=left,
        below=wording.say(texts.LEFT, planned=short),
        tone=tone,
        description=wording.say(texts.RING_LEFT, left=left, planned=planned),
    )


def interruption_state(now: Now, block: Block, wording: Wording) -> InterruptionState | None:
    """None while the clock stands still: then nothing is interrupted."""
    going_on = open_interruption(block)
    if going_on is None and open_gap(block) is not None:
        return None
    causes = tuple(
        CauseState(
            cause=cause,
            key=str(number),
            label=wording.say(label),
            description=wording.say(texts.CAUSE_KEY, cause=wording.say(label), key=str(number)),
        )
        for number, (cause, label) in enumerate(CAUSES.items(), 1)
    )
    if going_on is None:
        return InterruptionState(
            headline=wording.say(texts.WHAT_INTERRUPTS),
            sentence=wording.say(texts.WHAT_INTERRUPTS_HINT),
            is_open=False,
            block_id=block.id,
            interruption_id="",
            next_step="",
            note="",
            causes=causes,
        )
    said = texts.INTERRUPTED_BY[going_on.cause]
    lasts = texts.LASTS if open_gap(block) is None else texts.LASTS_HELD
    lasted_s = (now.at - going_on.at).total_seconds()
    return InterruptionState(
        headline=wording.say(said, time=wording.clock(going_on.at)),
        sentence=wording.say(lasts, length=spelled(lasted_s, wording)),
        is_open=True,
        block_id=block.id,
        interruption_id=going_on.id,
        next_step=going_on.next_step,
        note=going_on.note,
        causes=causes,
    )


def welcome_state(now: Situation, wording: Wording) -> WelcomeState | None:
    back = now.came_back
    if back is None or now.block is None or now.block.id != back.block_id:
        return None
    one = _as_logged(back, now.block)
    lasted_s = ((one.ended_at or one.at) - one.at).total_seconds()
    step = one.next_step
    return WelcomeState(
        headline=wording.say(texts.WELCOME_BACK, length=spelled(lasted_s, wording)),
        sentence=wording.say(texts.YOUR_NEXT_STEP, step=step)
        if step
        else wording.say(texts.NO_NEXT_STEP),
        asks=not step,
        block_id=back.block_id,
        interruption_id=one.id,
    )


def _as_logged(back: Return, block: Block) -> Interruption:
    """The interruption as the log has it now: a next step may have been written since."""
    same = (one for one in block.interruptions if one.id == back.interruption.id)
    return next(same, back.interruption)


def _detail(block: Block, at: datetime, wording: Wording) -> list[str]:
    parts = [
        wording.say(CHANNELS[block.channel]),
        *(f"#{tag}" for tag in block.tags),
        wording.say(texts.SINCE, time=wording.clock(block.started_at)),
    ]
    parts += interruptions_told(len(block.interruptions), wording)
    parts += not_worked_told(away_s(block, at), wording)
    return parts


def interruptions_told(count: int, wording: Wording) -> list[str]:
    """How often; nothing where never."""
    if not count:
        return []
    if count == 1:
        return [wording.say(texts.INTERRUPTED_ONCE)]
    return [wording.say(texts.INTERRUPTED_OFTEN, count=str(count))]


def not_worked_told(away: float, wording: Wording) -> list[str]:
    return [wording.say(texts.AWAY_SO_FAR, length=spelled(away, wording))] if away >= 1 else []


def _held(gap: Gap, wording: Wording) -> str:
    said = {GapReason.PAUSE: texts.PAUSED, GapReason.BREAK: texts.ON_BREAK} | texts.AWAY
    return wording.say(said[gap.reason], time=wording.clock(gap.started_at))


def _plan_over(block: Block, at: datetime, wording: Wording) -> str:
    left_s = remaining_s(block, at)
    if left_s is None or block.planned_s is None or left_s > 0:
        return ""
    planned, pause_s = spelled(block.planned_s, wording), BREAK_S.get(block.planned_s)
    if pause_s is None:
        return wording.say(texts.PLAN_OVER, planned=planned)
    return wording.say(texts.PLAN_OVER_BREAK, planned=planned, pause=spelled(pause_s, wording))


def _proceed(standing: BlockState) -> str:
    if standing is BlockState.PAUSED:
        return texts.RESUME
    return texts.I_AM_BACK if standing is BlockState.AWAY else texts.PAUSE
