"""The shift that surrounds a block. Shifts are planned elsewhere; here they are frames of time.

A block belongs to the shift with which it has the most time in common. One before or after every
shift belongs to none, however close it lies: overtime is not made up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.focus.documents import Document, instant
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.spans import Span

_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftFrame:
    """A shift as far as focus blocks are concerned. Instants are aware UTC.

    Attributes:
        name: what the plan calls it; often empty.
        breaks: planned ones, in order.
    """

    id: str
    name: str
    starts_at: datetime
    ends_at: datetime
    breaks: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.starts_at, self.ends_at)


FramesBetween = Callable[[Span], tuple[ShiftFrame, ...]]
"""The shifts that have time in common with a span, in order of their start."""


def no_frames(_span: Span) -> tuple[ShiftFrame, ...]:
    """Where no shifts are known."""
    return ()


def frame_of(block: Block, frames: Iterable[ShiftFrame], now: datetime) -> ShiftFrame | None:
    """The shift that *block* belongs to; None for one outside of all.

    An open block counts until *now*, on the log's time. Of two that have as much in common with
    it, the one that began first.
    """
    span = span_until(block, now)
    if not span.length_s:
        return frame_at(frames, block.started_at)
    shared = [(_common_s(frame.span, span), frame) for frame in frames]
    found = sorted((one for one in shared if one[0] > 0), key=lambda one: one[1].starts_at)
    return max(found, key=lambda one: one[0])[1] if found else None


def frame_at(frames: Iterable[ShiftFrame], at: datetime) -> ShiftFrame | None:
    """The shift that goes on at an instant; of several, the one that began last."""
    inside = [frame for frame in frames if frame.span.holds(at)]
    return max(inside, key=lambda frame: frame.starts_at, default=None)


def left_of(frame: ShiftFrame, now: datetime) -> timedelta:
    """How long the shift still lasts at *now*; nothing once it is over."""
    return max(frame.ends_at - now, timedelta())


def frames_around(
    blocks: Sequence[Block], now: datetime, frames_between: FramesBetween
) -> tuple[ShiftFrame, ...]:
    """The shifts that any of *blocks* can belong to: asked for in one question."""
    spans = [span_until(block, now) for block in blocks]
    if not spans:
        return ()
    first = min(span.start for span in spans)
    # A block that has just begun has no length; what goes on at its start is asked for as well.
    return frames_between(Span(first, max(span.end for span in spans) + _INSTANT))


def span_until(block: Block, now: datetime) -> Span:
    """From its start to its end; of an open block, to *now*."""
    return Span(block.started_at, max(block.ended_at or now, block.started_at))


def frame_document(frame: ShiftFrame | None) -> Document | None:
    """What JSON documents say of the shift that a block belongs to; null for none."""
    if frame is None:
        return None
    return {
        "id": frame.id,
        "name": frame.name,
        "starts_at": instant(frame.starts_at),
        "ends_at": instant(frame.ends_at),
    }


def _common_s(one: Span, other: Span) -> float:
    common = one.common(other)
    return 0.0 if common is None else common.length_s
