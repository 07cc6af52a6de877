"""A day of the log in one sentence. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from workspace_assistant.core.focus.accounting import away_s, worked_s
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.joining import joined
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.situation import Day
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording

_WORTH_TELLING_S = 60.0


def day_summary(day: Day, at: datetime, wording: Wording) -> str:
    """Of the blocks that start on the day: what crosses its boundary belongs to the one before.

    Work, time away and time between blocks are all there is from the first start to the last end.
    """
    told = _of_blocks(day, at, wording)
    return " ".join([told, *_unreadable(day.unreadable, wording)])


def _unreadable(count: int, wording: Wording) -> list[str]:
    """What stays in the file and is in no list is not kept quiet."""
    if not count:
        return []
    said = texts.UNREADABLE_ONE if count == 1 else texts.UNREADABLE_MANY
    return [wording.say(said, count=str(count))]


def _of_blocks(day: Day, at: datetime, wording: Wording) -> str:
    if not day.blocks:
        return wording.say(texts.NO_BLOCKS_TODAY if day.is_today else texts.NO_BLOCKS)
    own = [block for block in day.blocks if block.started_at >= day.start]
    worked = spelled(sum(worked_s(block, at) for block in own), wording)
    said = texts.SUMMARY_ONE if len(own) == 1 else texts.SUMMARY_MANY
    away = sum(away_s(block, at) for block in own)
    parts = [
        wording.say(said, worked=worked, count=str(len(own))),
        _interrupted(sum(len(block.interruptions) for block in own), wording),
    ]
    if away >= 1:
        parts.append(wording.say(texts.SUMMARY_AWAY, length=spelled(away, wording)))
    between = between_s(own, at)
    if between >= _WORTH_TELLING_S:
        parts.append(wording.say(texts.SUMMARY_BETWEEN, length=spelled(between, wording)))
    return f"{joined(parts, wording.say)}."


def between_s(blocks: Sequence[Block], at: datetime) -> float:
    """From the first start to the last end, what no block holds: nobody logged it."""
    order = sorted(blocks, key=lambda one: one.started_at)
    return sum(
        max((later.started_at - (one.ended_at or at)).total_seconds(), 0.0)
        for one, later in pairwise(order)
    )


def _interrupted(count: int, wording: Wording) -> str:
    if not count:
        return wording.say(texts.SUMMARY_CALM)
    if count == 1:
        return wording.say(texts.SUMMARY_ONCE)
    return wording.say(texts.SUMMARY_OFTEN, count=str(count))
