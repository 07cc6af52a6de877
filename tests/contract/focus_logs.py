"""Blocks for the contract of time logs."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.fakes.focus import MONDAY
from workspace_assistant.core.focus.clock import Reading
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.ports import FocusLog, Heartbeat


def at(minutes: float) -> datetime:
    return MONDAY + timedelta(minutes=minutes)


def block(key: str, start: float, end: float | None, *, name: str = "") -> Block:
    return Block(
        id=key,
        name=name or f"Block {key}",
        started_at=at(start),
        ended_at=None if end is None else at(end),
        time_zone="Europe/Madrid",
        utc_offset_s=3600,
    )


def put(log: FocusLog, *blocks: Block) -> None:
    with log.writing() as writer:
        for one in blocks:
            writer.put(one)


def ids(blocks: tuple[Block, ...]) -> list[str]:
    return [one.id for one in blocks]


def heartbeat(block_id: str, minutes: float = 5, awake_s: float | None = None) -> Heartbeat:
    return Heartbeat(
        block_id=block_id,
        at=at(minutes),
        reading=Reading(wall_at=at(minutes), elapsed_s=1e9 / 7, awake_s=awake_s, boot_id="b"),
        watcher="w-1",
        watcher_kind="window",
        last_active_at=at(minutes - 1),
        unknown=("Anrufe sind hier nicht zu erkennen: möglich",) if awake_s is None else (),
    )
