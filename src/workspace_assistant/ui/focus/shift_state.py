"""The shifts of a day around its blocks: frames on the ribbon, and words. Plain Python."""

from __future__ import annotations

from datetime import datetime

from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.shift_frames import ShiftFrame, frame_of, left_of
from workspace_assistant.core.joining import facts, joined
from workspace_assistant.core.spans import Span
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.situation import Day
from workspace_assistant.ui.wording.durations import from_to, spelled
from workspace_assistant.ui.wording.wording import Wording


def frames_of_day(day: Day) -> tuple[ShiftFrame, ...]:
    """Those that begin on the day: a night shift belongs to the evening."""
    return tuple(one for one in day.frames if day.start <= one.starts_at < day.end)


def whole_frame(frames: tuple[ShiftFrame, ...]) -> Span | None:
    """From the first start to the last end; None without shifts."""
    if not frames:
        return None
    return Span(min(one.starts_at for one in frames), max(one.ends_at for one in frames))


def shifts_told(frames: tuple[ShiftFrame, ...], at: datetime, wording: Wording) -> str:
    """Each shift with its times, its planned breaks and what is left of it; empty for none."""
    return "\n".join(_told(frame, at, wording) for frame in frames)


def shift_of_block(
    block: Block, frames: tuple[ShiftFrame, ...], at: datetime, wording: Wording
) -> list[str]:
    """Until when the shift lasts in which the open block is worked; nothing outside of one."""
    frame = frame_of(block, frames, at)
    if frame is None:
        return []
    said = texts.SHIFT_UNTIL if at < frame.ends_at else texts.SHIFT_ENDED
    return [wording.say(said, time=wording.clock(frame.ends_at))]


def _told(frame: ShiftFrame, at: datetime, wording: Wording) -> str:
    times = _times(frame.span, wording)
    said = texts.SHIFT_NAMED if frame.name else texts.SHIFT
    parts = [wording.say(said, name=frame.name, times=times)]
    if frame.breaks:
        planned = joined((_times(one, wording) for one in frame.breaks), wording.say)
        parts.append(wording.say(texts.PLANNED_BREAKS, times=planned))
    if frame.span.holds(at):
        left = spelled(left_of(frame, at).total_seconds(), wording)
        parts.append(wording.say(texts.SHIFT_LEFT, length=left))
    return facts(parts, wording.say)


def _times(span: Span, wording: Wording) -> str:
    return from_to(wording.clock(span.start), wording.clock(span.end), wording)
