"""Days of a focus log: what an agent might have logged."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from workspace_assistant.core.focus.model import (
    Block,
    Cause,
    Channel,
    Gap,
    GapReason,
    Interruption,
    Origin,
)

DAY = datetime(2026, 11, 23, tzinfo=UTC)


def at(clock: str, day: datetime = DAY) -> datetime:
    """``09:12`` or ``09:12:30`` of *day*."""
    hours, minutes, *seconds = map(int, clock.split(":"))
    return day + timedelta(hours=hours, minutes=minutes, seconds=seconds[0] if seconds else 0)


def gap(
    start: str, end: str | None, reason: GapReason = GapReason.IDLE, *, is_unanswered: bool = False
) -> Gap:
    return Gap(
        id=_id("9", start),
        started_at=at(start),
        ended_at=at(end) if end else None,
        reason=reason,
        is_unanswered=is_unanswered,
    )


def interruption(
    start: str, cause: Cause, end: str | None = None, *, note: str = "", next_step: str = ""
) -> Interruption:
    return Interruption(
        id=_id("7", start),
        cause=cause,
        origin=Origin.EXTERNAL,
        at=at(start),
        ended_at=at(end) if end else None,
        note=note,
        next_step=next_step,
    )


def block(
    name: str,
    start: str,
    end: str | None,
    *,
    channel: Channel = Channel.PHONE,
    planned_min: float | None = 50,
    tags: tuple[str, ...] = (),
    gaps: tuple[Gap, ...] = (),
    interruptions: tuple[Interruption, ...] = (),
    day: datetime = DAY,
) -> Block:
    return Block(
        id=_id(f"{day.day:02}", start),
        name=name,
        channel=channel,
        tags=tags,
        planned_s=None if planned_min is None else planned_min * 60,
        started_at=at(start, day),
        ended_at=at(end, day) if end else None,
        time_zone="UTC",
        utc_offset_s=0,
        gaps=gaps,
        interruptions=interruptions,
    )


def full_day() -> tuple[Block, ...]:
    """A shift from eight to half past four, over."""
    return (
        block(
            "Refund queue",
            "08:02",
            "08:55",
            tags=("billing",),
            interruptions=(
                interruption("08:17", Cause.NOISE),
                interruption("08:31", Cause.FAMILY, "08:36", next_step="Call back about 4471"),
            ),
        ),
        block("Email backlog", "09:05", "09:31", channel=Channel.EMAIL, planned_min=25),
        block(
            "Chat: delivery",
            "09:40",
            "10:52",
            channel=Channel.CHAT,
            gaps=(
                gap("10:04", "10:12", GapReason.BREAK),
                gap("10:30", "10:38", GapReason.LOCK, is_unanswered=True),
            ),
            interruptions=(interruption("09:58", Cause.TECHNICAL),),
        ),
        block("Team meeting", "11:00", "11:28", channel=Channel.MEETING, planned_min=None),
        block(
            "Refund queue",
            "12:10",
            "12:38",
            tags=("billing",),
            interruptions=(interruption("12:20", Cause.PET),),
        ),
        block(
            "Learning: new tariff",
            "13:00",
            "14:20",
            channel=Channel.LEARNING,
            gaps=(gap("13:31", "13:52", GapReason.IDLE),),
        ),
        block("Phone: late calls", "14:30", "16:24", planned_min=100),
    )


def morning() -> tuple[Block, ...]:
    """What is over at ten, when another block may run."""
    return full_day()[:2]


def _id(kind: str, start: str) -> str:
    digits = start.replace(":", "")
    return f"{kind}{digits}".ljust(32, "0")
