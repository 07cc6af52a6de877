"""Days whose log is corrected."""

from __future__ import annotations

from datetime import timedelta

from tests.fakes.focus import MONDAY
from tests.unit.core.focus.services import Day
from workspace_assistant.core.focus.corrections import BlockDraft
from workspace_assistant.core.focus.model import Block


def after(minutes: float) -> object:
    return MONDAY + timedelta(minutes=minutes)


def spans(day: Day) -> list[tuple[str, float, float | None]]:
    """Names, and minutes after the day began."""
    minute = timedelta(minutes=1)
    return [
        (
            one.name,
            (one.started_at - MONDAY) / minute,
            one.ended_at and (one.ended_at - MONDAY) / minute,
        )
        for one in day.blocks
    ]


def draft(start: float, end: float, name: str = "New", **facts: object) -> BlockDraft:
    known = {
        "name": name,
        "started_at": MONDAY + timedelta(minutes=start),
        "ended_at": MONDAY + timedelta(minutes=end),
    }
    return BlockDraft(**(known | facts))


def logged(*minutes: float) -> tuple[Day, list[Block]]:
    """Blocks of those lengths, one after the other, called A, B, C."""
    day = Day()
    return day, [day.log_block(name, length) for name, length in zip("ABC", minutes, strict=False)]


def everything_undone(day: Day, since: int) -> None:
    for change in reversed(day.log.kept.changes[since:]):
        day.acts.undo(change.id)
