"""Blocks, their parts and heartbeats as rows, and back.

What gives a model raises ValueError, TypeError or OverflowError for a row that no program of ours
wrote.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from workspace_assistant.adapters.sqlite.rows import (
    Row,
    instant,
    maybe_instant,
    maybe_micros,
    micros,
)
from workspace_assistant.core.focus.clock import Reading
from workspace_assistant.core.focus.model import (
    Anchor,
    Block,
    Cause,
    Channel,
    ClockChange,
    Gap,
    GapReason,
    Interruption,
    Origin,
)
from workspace_assistant.core.focus.ports import Heartbeat


def block_row(block: Block) -> Row:
    """In the order of the columns, its number left out."""
    anchor = block.anchor
    return (
        block.id,
        block.name,
        block.channel.value,
        json.dumps(block.tags, ensure_ascii=False),
        block.planned_s,
        micros(block.started_at),
        maybe_micros(block.ended_at),
        block.time_zone,
        block.utc_offset_s,
        block.source,
        *((None,) * 3 if anchor is None else _anchor_row(anchor)),
    )


def gap_row(gap: Gap) -> Row:
    start, end = micros(gap.started_at), maybe_micros(gap.ended_at)
    return (gap.id, start, end, gap.reason.value, int(gap.is_unanswered))


def interruption_row(one: Interruption) -> Row:
    begin, end = micros(one.at), maybe_micros(one.ended_at)
    return (one.id, one.cause.value, one.origin.value, begin, end, one.note, one.next_step)


def clock_change_row(change: ClockChange) -> Row:
    return (micros(change.at), change.by_s)


def heartbeat_row(beat: Heartbeat) -> Row:
    return (
        beat.block_id,
        micros(beat.at),
        micros(beat.reading.wall_at),
        beat.reading.elapsed_s,
        beat.reading.awake_s,
        beat.reading.boot_id,
        beat.watcher,
        beat.watcher_kind,
        micros(beat.last_active_at),
        json.dumps(beat.unknown, ensure_ascii=False),
    )


def block_of(
    row: Row, gaps: Sequence[Row], interruptions: Sequence[Row], clock_changes: Sequence[Row]
) -> Block:
    (
        block_id,
        name,
        channel,
        tags,
        planned_s,
        started_at,
        ended_at,
        time_zone,
        utc_offset_s,
        source,
        *anchor,
    ) = row
    return Block(
        id=block_id,
        name=name,
        channel=Channel(channel),
        tags=_texts(tags),
        planned_s=planned_s,
        started_at=instant(started_at),
        ended_at=maybe_instant(ended_at),
        time_zone=time_zone,
        utc_offset_s=utc_offset_s,
        gaps=tuple(map(_gap, gaps)),
        interruptions=tuple(map(_interruption, interruptions)),
        clock_changes=tuple(ClockChange(at=instant(at), by_s=by_s) for at, by_s in clock_changes),
        source=source,
        anchor=None if anchor[0] is None else _anchor(*anchor),
    )


def heartbeat_of(row: Row) -> Heartbeat:
    (
        block_id,
        at,
        wall_at,
        elapsed_s,
        awake_s,
        boot_id,
        watcher,
        kind,
        last_active_at,
        unknown,
    ) = row
    reading = Reading(
        wall_at=instant(wall_at), elapsed_s=elapsed_s, awake_s=awake_s, boot_id=boot_id
    )
    return Heartbeat(
        block_id=block_id,
        at=instant(at),
        reading=reading,
        watcher=watcher,
        watcher_kind=kind,
        last_active_at=instant(last_active_at),
        unknown=_texts(unknown),
    )


def _anchor_row(anchor: Anchor) -> Row:
    return (micros(anchor.at), anchor.elapsed_s, anchor.boot_id)


def _anchor(at: int, elapsed_s: float, boot_id: str) -> Anchor:
    return Anchor(at=instant(at), elapsed_s=elapsed_s, boot_id=boot_id)


def _texts(stored: str) -> tuple[str, ...]:
    found = json.loads(stored)
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise ValueError("is no list of texts")
    return tuple(found)


def _gap(row: Row) -> Gap:
    gap_id, started_at, ended_at, reason, is_unanswered = row
    return Gap(
        id=gap_id,
        started_at=instant(started_at),
        ended_at=maybe_instant(ended_at),
        reason=GapReason(reason),
        is_unanswered=bool(is_unanswered),
    )


def _interruption(row: Row) -> Interruption:
    one_id, cause, origin, at, ended_at, note, next_step = row
    return Interruption(
        id=one_id,
        cause=Cause(cause),
        origin=Origin(origin),
        at=instant(at),
        ended_at=maybe_instant(ended_at),
        note=note,
        next_step=next_step,
    )
