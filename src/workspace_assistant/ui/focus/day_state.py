"""A day of the log as a ribbon and as a list. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workspace_assistant.core.focus.accounting import (
    away_s,
    gap_s,
    state,
    worked_s,
)
from workspace_assistant.core.focus.labels import CAUSES, CHANNELS, GAP_REASONS, STATES
from workspace_assistant.core.focus.model import Block, Gap, GapReason, Interruption
from workspace_assistant.core.focus.shift_frames import ShiftFrame
from workspace_assistant.core.joining import facts
from workspace_assistant.core.spans import Span
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.day_summary import day_summary
from workspace_assistant.ui.focus.looks import ALONE, STATE_LOOKS
from workspace_assistant.ui.focus.running_state import interruptions_told, not_worked_told
from workspace_assistant.ui.focus.shift_state import frames_of_day, shifts_told, whole_frame
from workspace_assistant.ui.focus.situation import Day, Situation
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.widgets.ribbon_parts import Part, RibbonPart, RibbonState, Tick
from workspace_assistant.ui.wording.durations import from_to, spelled
from workspace_assistant.ui.wording.wording import Wording

_HOUR = timedelta(hours=1)
_SHORTEST = 4 * _HOUR
_MOST_TICKS = 12
_STEPS_H = (1, 2, 3, 4, 6, 12, 24)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowState:
    """A block in the list."""

    block_id: str
    look: Look
    state: str
    times: str
    name: str
    detail: str
    worked: str
    description: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayState:
    """All of a day; the ribbon is None while nothing is logged on it, nor planned.

    Attributes:
        shifts: what is planned, and what is left of it.
    """

    title: str
    summary: str
    shifts: str
    is_today: bool
    ribbon: RibbonState | None
    rows: tuple[RowState, ...]


def day_state(now: Situation, wording: Wording) -> DayState | None:
    day, at = now.day, now.proven_at
    if day is None or now.now is None or at is None:
        return None
    day = replace(day, blocks=now.now.shown(day.blocks))
    frames = frames_of_day(day)
    ribbon = _framed(day, frames, at, now.now.at, wording) if day.blocks or frames else None
    return DayState(
        title=_title(day, wording),
        summary=day_summary(day, at, wording),
        shifts=shifts_told(frames, now.now.at, wording),
        is_today=day.is_today,
        ribbon=ribbon,
        rows=tuple(_row(block, at, now.now.at, wording) for block in day.blocks),
    )


def _framed(
    day: Day, frames: tuple[ShiftFrame, ...], at: datetime, present: datetime, wording: Wording
) -> RibbonState:
    """The ribbon with its shifts, and their planned breaks, behind the blocks."""
    whole = whole_frame(frames)
    ribbon = ribbon_state(day, at, present, wording, whole)
    scale = scale_of(day, at, present, wording, whole)
    behind = [part for frame in frames for part in _frame_parts(frame, scale)]
    return replace(ribbon, frames=tuple(behind))


def _frame_parts(frame: ShiftFrame, scale: Scale) -> list[RibbonPart]:
    kinds = [(Part.SHIFT, frame.span), *((Part.PLANNED_BREAK, one) for one in frame.breaks)]
    return [
        RibbonPart(
            id="",
            block_id="",
            part=kind,
            start=scale.share(span.start),
            end=scale.share(span.end),
            label="",
            label_end=0.0,
            description="",
        )
        for kind, span in kinds
    ]


def ribbon_state(
    day: Day, at: datetime, present: datetime, wording: Wording, frame: Span | None = None
) -> RibbonState:
    """From the hour of the first start to that of the last end, four hours at least.

    The open block reaches until *at*, which is before the *present* where nobody watched it. A
    *frame*, such as that of the shift, is in sight as well; without blocks it is all there is.
    """
    scale = scale_of(day, at, present, wording, frame)
    parts = [part for block in day.blocks for part in _parts(block, at, present, scale, wording)]
    is_near = day.is_today and scale.start <= present
    return RibbonState(
        parts=tuple(parts),
        ticks=_ticks(scale, wording),
        now=scale.share(present) if is_near else None,
    )


def scale_of(
    day: Day, at: datetime, present: datetime, wording: Wording, frame: Span | None = None
) -> Scale:
    """What the ribbon of a day reaches over; raises ValueError with nothing to show."""
    starts = [max(block.started_at, day.start) for block in day.blocks[:1]]
    ends = [min(block.ended_at or at, day.end) for block in day.blocks]
    if frame is not None:
        starts.append(frame.start)
        ends.append(frame.end)
    start = _hour_before(min(starts), wording)
    end = max(*ends, start + _SHORTEST, present if day.is_today else start)
    last = _hour_before(end, wording)
    return Scale(start, last if last == end else last + _HOUR)


@dataclass(frozen=True, slots=True)
class Scale:
    """The stretch of time that a ribbon shows."""

    start: datetime
    end: datetime

    def share(self, at: datetime) -> float:
        share = (at - self.start) / (self.end - self.start)
        return min(max(share, 0.0), 1.0)


def times_of(start: datetime, end: datetime | None, wording: Wording) -> str:
    """Such as ``09:12 - 10:02``, the second of them "now" where it has not come yet."""
    last = wording.clock(end) if end else wording.say(texts.NOW)
    return from_to(wording.clock(start), last, wording)


def _parts(
    block: Block, at: datetime, present: datetime, scale: Scale, wording: Wording
) -> list[RibbonPart]:
    end = scale.share(block.ended_at or at)
    whole = RibbonPart(
        id=block.id,
        block_id=block.id,
        part=Part.WORK,
        start=scale.share(block.started_at),
        end=end,
        label=block.name,
        label_end=min(scale.share(gap.started_at) for gap in block.gaps) if block.gaps else end,
        description=_told(block, at, present, wording),
    )
    gaps = [_gap_part(gap, block, at, scale, wording) for gap in block.gaps]
    marks = [_mark(one, block, scale, wording) for one in block.interruptions]
    inside = sorted((*gaps, *marks), key=lambda one: one.start)
    return [whole, *inside]


def _gap_part(gap: Gap, block: Block, at: datetime, scale: Scale, wording: Wording) -> RibbonPart:
    said = texts.ITEM_OPEN_GAP if gap.is_unanswered else texts.ITEM_GAP
    reason = wording.say(GAP_REASONS[gap.reason])
    return RibbonPart(
        id=gap.id,
        block_id=block.id,
        part=_gap_kind(gap),
        start=scale.share(gap.started_at),
        end=scale.share(gap.ended_at or at),
        label=reason,
        label_end=0.0,
        description=wording.say(
            said,
            reason=reason,
            times=times_of(gap.started_at, gap.ended_at, wording),
            length=spelled(gap_s(gap, at), wording),
        ),
    )


def _gap_kind(gap: Gap) -> Part:
    if gap.is_unanswered:
        return Part.QUESTION
    is_wanted = gap.reason in {GapReason.PAUSE, GapReason.BREAK}
    return Part.PAUSE if is_wanted else Part.AWAY


def _mark(one: Interruption, block: Block, scale: Scale, wording: Wording) -> RibbonPart:
    cause = wording.say(CAUSES[one.cause])
    if one.ended_at is None:
        told = wording.say(texts.ITEM_INTERRUPTION, cause=cause, time=wording.clock(one.at))
    else:
        told = wording.say(
            texts.ITEM_LONG_INTERRUPTION,
            cause=cause,
            times=times_of(one.at, one.ended_at, wording),
            length=spelled((one.ended_at - one.at).total_seconds(), wording),
        )
    return RibbonPart(
        id=one.id,
        block_id=block.id,
        part=Part.INTERRUPTION,
        start=scale.share(one.at),
        end=scale.share(one.ended_at or one.at),
        label=cause,
        label_end=0.0,
        description=wording.say(texts.ITEM_NOTED, told=told, note=one.note) if one.note else told,
    )


def _row(block: Block, at: datetime, present: datetime, wording: Wording) -> RowState:
    look, standing = _standing(block, at, present, wording)
    parts = [wording.say(CHANNELS[block.channel]), *(f"#{tag}" for tag in block.tags)]
    parts += interruptions_told(len(block.interruptions), wording)
    parts += not_worked_told(away_s(block, at), wording)
    times = times_of(block.started_at, _known_end(block, at, present), wording)
    return RowState(
        block_id=block.id,
        look=look,
        state=standing,
        times=times,
        name=block.name,
        detail=facts(parts, wording.say),
        worked=spelled(worked_s(block, at), wording),
        description=wording.say(texts.EDIT_NAMED, name=block.name, times=times),
        is_open=block.is_open,
    )


def _told(block: Block, at: datetime, present: datetime, wording: Wording) -> str:
    return wording.say(
        texts.ITEM_BLOCK,
        name=block.name,
        times=times_of(block.started_at, _known_end(block, at, present), wording),
        worked=spelled(worked_s(block, at), wording),
        state=_standing(block, at, present, wording)[1],
    )


def _is_alone(block: Block, at: datetime, present: datetime) -> bool:
    """Nobody watched it since *at*: it is not known to reach until the *present*."""
    return block.is_open and at < present


def _known_end(block: Block, at: datetime, present: datetime) -> datetime | None:
    return at if _is_alone(block, at, present) else block.ended_at


def _standing(block: Block, at: datetime, present: datetime, wording: Wording) -> tuple[Look, str]:
    if _is_alone(block, at, present):
        return ALONE, wording.say(texts.ALONE)
    standing = state(block, at)
    return STATE_LOOKS[standing], wording.say(STATES[standing])


def _title(day: Day, wording: Wording) -> str:
    date = wording.date(day.start)
    if day.is_today:
        return wording.say(texts.DAY_NAMED, name=wording.say(texts.TODAY), date=date)
    if day.on + timedelta(days=1) == day.today:
        return wording.say(texts.DAY_NAMED, name=wording.say(texts.YESTERDAY), date=date)
    return date


def _ticks(scale: Scale, wording: Wording) -> tuple[Tick, ...]:
    hours = round((scale.end - scale.start) / _HOUR)
    step = next((one for one in _STEPS_H if hours / one <= _MOST_TICKS), _STEPS_H[-1])
    ats = [scale.start + hour * _HOUR for hour in range(0, hours + 1, step)]
    return tuple(Tick(at=scale.share(at), label=wording.clock(at)) for at in ats)


def _hour_before(at: datetime, wording: Wording) -> datetime:
    """The full hour at or before *at*, on the user's clock."""
    there = wording.local(at)
    past = timedelta(minutes=there.minute, seconds=there.second, microseconds=there.microsecond)
    return at - past
