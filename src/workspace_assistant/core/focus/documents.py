"""A block as plain data, and back: for the change log, the store and JSON files.

Instants are ISO 8601 in UTC to the microsecond, durations seconds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

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

Document = dict[str, Any]


def block_document(block: Block) -> Document:
    """Everything a block holds."""
    return {
        "id": block.id,
        "name": block.name,
        "channel": block.channel.value,
        "tags": list(block.tags),
        "planned_s": block.planned_s,
        "started_at": instant(block.started_at),
        "ended_at": _maybe_instant(block.ended_at),
        "time_zone": block.time_zone,
        "utc_offset_s": block.utc_offset_s,
        "gaps": [gap_document(gap) for gap in block.gaps],
        "interruptions": [interruption_document(one) for one in block.interruptions],
        "clock_changes": [_clock_document(change) for change in block.clock_changes],
        "source": block.source,
        "anchor": None if block.anchor is None else _anchor_document(block.anchor),
    }


def gap_document(gap: Gap) -> Document:
    return {
        "id": gap.id,
        "started_at": instant(gap.started_at),
        "ended_at": _maybe_instant(gap.ended_at),
        "reason": gap.reason.value,
        "is_unanswered": gap.is_unanswered,
    }


def interruption_document(interruption: Interruption) -> Document:
    return {
        "id": interruption.id,
        "cause": interruption.cause.value,
        "origin": interruption.origin.value,
        "at": instant(interruption.at),
        "ended_at": _maybe_instant(interruption.ended_at),
        "note": interruption.note,
        "next_step": interruption.next_step,
    }


def block_of(document: Mapping[str, Any]) -> Block:
    """The block of a document that this program wrote; KeyError or ValueError for another."""
    anchor = document["anchor"]
    return Block(
        id=document["id"],
        name=document["name"],
        channel=Channel(document["channel"]),
        tags=tuple(document["tags"]),
        planned_s=document["planned_s"],
        started_at=at_of(document["started_at"]),
        ended_at=_maybe_at(document["ended_at"]),
        time_zone=document["time_zone"],
        utc_offset_s=document["utc_offset_s"],
        gaps=tuple(map(gap_of, document["gaps"])),
        interruptions=tuple(map(interruption_of, document["interruptions"])),
        clock_changes=_clock_changes(document["clock_changes"]),
        source=document["source"],
        anchor=None if anchor is None else anchor_of(anchor),
    )


def gap_of(document: Mapping[str, Any]) -> Gap:
    return Gap(
        id=document["id"],
        started_at=at_of(document["started_at"]),
        ended_at=_maybe_at(document["ended_at"]),
        reason=GapReason(document["reason"]),
        is_unanswered=document["is_unanswered"],
    )


def interruption_of(document: Mapping[str, Any]) -> Interruption:
    return Interruption(
        id=document["id"],
        cause=Cause(document["cause"]),
        origin=Origin(document["origin"]),
        at=at_of(document["at"]),
        ended_at=_maybe_at(document["ended_at"]),
        note=document["note"],
        next_step=document["next_step"],
    )


def instant(at: datetime) -> str:
    """Such as ``2026-11-22T09:00:00.000000Z``: of one length, so that text sorts like time."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def at_of(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _maybe_instant(at: datetime | None) -> str | None:
    return None if at is None else instant(at)


def _maybe_at(text: str | None) -> datetime | None:
    return None if text is None else at_of(text)


def _clock_document(change: ClockChange) -> Document:
    return {"at": instant(change.at), "by_s": change.by_s}


def _clock_changes(documents: Sequence[Mapping[str, Any]]) -> tuple[ClockChange, ...]:
    return tuple(ClockChange(at=at_of(one["at"]), by_s=one["by_s"]) for one in documents)


def _anchor_document(anchor: Anchor) -> Document:
    return {
        "at": instant(anchor.at),
        "elapsed_s": anchor.elapsed_s,
        "boot_id": anchor.boot_id,
    }


def anchor_of(document: Mapping[str, Any]) -> Anchor:
    return Anchor(
        at=at_of(document["at"]),
        elapsed_s=document["elapsed_s"],
        boot_id=document["boot_id"],
    )
