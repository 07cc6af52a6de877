"""The shift that surrounds focus blocks, as the terminal tells it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_when import stretch
from workspace_assistant.cli.language import worded
from workspace_assistant.core.focus.accounting import worked_s
from workspace_assistant.core.focus.shift_frames import (
    frame_at,
    frame_of,
    frames_around,
    left_of,
)
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.spans import Span

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_services import FocusTools
    from workspace_assistant.core.focus.model import Block
    from workspace_assistant.core.focus.service import Now
    from workspace_assistant.core.focus.shift_frames import ShiftFrame


def frame_now(tools: FocusTools, now: Now) -> ShiftFrame | None:
    """The shift that the open block belongs to; without one, the shift that goes on."""
    if now.block is None:
        return frame_at(tools.frames_between(_just(now.at)), now.at)
    frames = frames_around([now.block], now.proven_at, tools.frames_between)
    return frame_of(now.block, frames, now.proven_at)


def frame_line(frame: ShiftFrame, now: datetime, zone: tzinfo, today: date) -> str:
    """Which shift it is, and what is left of it."""
    left = left_of(frame, now).total_seconds()
    name = _named(frame, zone, today)
    if not left:
        return worded("Shift: {shift}, over", shift=name)
    return worded("Shift: {shift}, {length} left of it", shift=name, length=length_text(left))


def frame_sums(
    frames: Sequence[ShiftFrame], blocks: Sequence[Block], now: datetime, zone: tzinfo, day: date
) -> list[str]:
    """How much was worked in each shift to which any of the *blocks* belongs, and outside."""
    belonging = [(frame_of(block, frames, now), block) for block in blocks]
    lines = []
    for frame in frames:
        inside = [block for of, block in belonging if of is frame]
        if inside:
            worked = length_text(sum(worked_s(block, now) for block in inside))
            lines.append(_sum(frame, worked, now, _named(frame, zone, day)))
    outside = [block for of, block in belonging if of is None]
    if lines and outside:
        worked = length_text(sum(worked_s(block, now) for block in outside))
        lines.append(worded("Outside of shifts: {worked} worked", worked=worked))
    return lines


def _sum(frame: ShiftFrame, worked: str, now: datetime, name: str) -> str:
    left = left_of(frame, now).total_seconds()
    if not left or frame.starts_at > now:
        return worded("Shift {shift}: {worked} worked", shift=name, worked=worked)
    return worded(
        "Shift {shift}: {worked} worked, {length} left of it",
        shift=name,
        worked=worked,
        length=length_text(left),
    )


def _named(frame: ShiftFrame, zone: tzinfo, day: date) -> str:
    name = f"“{frame.name}” " if frame.name else ""
    return f"{name}{stretch(frame.starts_at, frame.ends_at, zone, day)}"


def _just(at: datetime) -> Span:
    return Span(at, at + timedelta(microseconds=1))
