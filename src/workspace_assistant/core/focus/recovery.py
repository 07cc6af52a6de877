"""After a crash, a kill or a power cut: what the log knows of the block that was running.

A watched block beats at least every 30 s. A beat that is overdue, or a computer that was started
anew, means that nobody watched since: that time is a gap until the person says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from workspace_assistant.core.focus.accounting import is_wanted, last_act_at, open_gap
from workspace_assistant.core.focus.acts import stopped, with_gap_closed
from workspace_assistant.core.focus.clock import (
    Reading,
    anchored,
    awake_s_between,
    has_slept_between,
    log_time,
)
from workspace_assistant.core.focus.model import Block, Gap, GapReason
from workspace_assistant.core.focus.ports import Heartbeat

HEARTBEAT_INTERVAL_S = 30.0
# Two beats may be late on a busy computer; the third is missing.
OVERDUE_AFTER_S = 3 * HEARTBEAT_INTERVAL_S


class RecoveryChoice(StrEnum):
    CONTINUE = "continue"
    END = "end"  # at the last evidence
    DISCARD = "discard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a block is thought to have been left alone, and since when.

    Attributes:
        last_seen_at: the last instant (log's time) that is proven.
        now: the present on the log's time.
        is_restarted: the computer was started anew since.
        was_watched: a program watched the block at `last_seen_at`.
    """

    last_seen_at: datetime
    now: datetime
    is_restarted: bool
    was_watched: bool


def evidence(block: Block, heartbeat: Heartbeat | None, reading: Reading) -> Evidence | None:
    """None when somebody watches the block, or it was never watched and the computer still runs.

    Nobody can beat in sleep: that makes no beat overdue. What it makes of the block is told by its
    watcher, or by the next act (`with_sleep`).
    """
    beat = heartbeat if heartbeat is not None and heartbeat.block_id == block.id else None
    is_restarted = _boot_id(block, beat) not in {None, reading.boot_id}
    is_overdue = beat is not None and awake_s_between(beat.reading, reading) > OVERDUE_AFTER_S
    if not (is_restarted or is_overdue):
        return None
    last_seen_at = _last_seen_at(block, beat)
    return Evidence(
        last_seen_at=last_seen_at,
        now=log_time(block, reading, not_before=last_seen_at),
        is_restarted=is_restarted,
        was_watched=beat is not None,
    )


def continued(block: Block, found: Evidence, reading: Reading, gap_id: str) -> Block:
    """The block goes on; the time that nobody watched becomes a gap that waits for an answer.

    A pause or a break that was open then goes on. An absence is over, for somebody is here, and
    waits for its answer: nothing in it is work.
    """
    here = replace(block, anchor=anchored(found.now, reading))
    gap = open_gap(block)
    if gap is None:
        return _with_gap(here, GapReason.NOT_WATCHED, found.last_seen_at, found.now, gap_id)
    return here if is_wanted(gap) else with_gap_closed(here, found.now)


def ended(block: Block, found: Evidence) -> Block:
    """Over at the last instant that is proven."""
    return stopped(block, found.last_seen_at)


def with_sleep(
    block: Block, beat: Heartbeat | None, reading: Reading, now: datetime, gap_id: str
) -> Block:
    """With a gap for the sleep since the last beat, of which no watcher has told yet.

    The same block where there was none, or where it lies in a gap that is open.
    """
    if beat is None or beat.block_id != block.id or open_gap(block) is not None:
        return block
    if not has_slept_between(beat.reading, reading):
        return block
    since = max(last_act_at(block), beat.last_active_at)
    return _with_gap(block, GapReason.SUSPEND, since, now, gap_id)


def reopened(block: Block, since: datetime, now: datetime, gap_id: str) -> Block:
    """A block that was over or removed *since*, and now runs on.

    Nobody counted it meanwhile. That is a gap, unless it was so short that nobody would have been
    missed, or lies in a gap that is open again.
    """
    is_short = (now - since).total_seconds() <= OVERDUE_AFTER_S
    if is_short or open_gap(block) is not None:
        return block
    return _with_gap(block, GapReason.UNDONE, since, now, gap_id)


def _with_gap(
    block: Block, reason: GapReason, start: datetime, end: datetime, gap_id: str
) -> Block:
    """With a gap that waits for an answer; one that goes on where the last one ends is one gap."""
    if end <= start:
        return block
    last = block.gaps[-1] if block.gaps else None
    if last is not None and last.is_unanswered and last.ended_at == start:
        return replace(block, gaps=(*block.gaps[:-1], replace(last, ended_at=end)))
    gap = Gap(
        id=gap_id,
        started_at=start,
        ended_at=end,
        reason=reason,
        is_unanswered=True,
    )
    return replace(block, gaps=(*block.gaps, gap))


def _last_seen_at(block: Block, beat: Heartbeat | None) -> datetime:
    signs = [last_act_at(block)]
    signs += [] if block.anchor is None else [block.anchor.at]
    signs += [] if beat is None else [beat.at]
    return max(signs)


def _boot_id(block: Block, beat: Heartbeat | None) -> str | None:
    if beat is not None:
        return beat.reading.boot_id
    return None if block.anchor is None else block.anchor.boot_id
