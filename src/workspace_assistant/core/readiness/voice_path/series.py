"""The stream as a curve: the round trip of every packet since the idle phase began."""

from __future__ import annotations

from bisect import bisect_left

from workspace_assistant.core.readiness.model import Series, Span
from workspace_assistant.core.readiness.voice_path.stretches import Stretch, Stretches
from workspace_assistant.core.voice.model import SPACING_S, PacketTrace

STREAM = "voice.stream"


def stream_series(whole: PacketTrace, stretches: Stretches) -> Series:
    """One value for each packet, None for a lost one; spans name what the line carried."""
    values = (None if delay is None else round(delay, 2) for delay in whole.delays_ms)
    spans = (_span(whole, stretch) for stretch in (stretches.idle, *stretches.loads))
    return Series(id=STREAM, unit="ms", step_s=SPACING_S, values=tuple(values), spans=tuple(spans))


def _span(whole: PacketTrace, stretch: Stretch) -> Span:
    """By packet number, as the values are: a late packet moves no other one."""
    first, end = (bisect_left(whole.sent_s, at) for at in (stretch.begin_s, stretch.end_s))
    return Span(
        name=stretch.phase.value,
        start_s=round(first * SPACING_S, 3),
        end_s=round(end * SPACING_S, 3),
    )
