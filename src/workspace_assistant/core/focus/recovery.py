"""After a crash, a kill or a power cut: what the log knows of the block that was running.

A watched block beats at least every 30 s. A beat that is overdue, or a computer that was started
anew, means that nobody watched since: that time is a gap until the person says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from workspace_assistant.core.focus.accounting import last_act_at, open_gap
from workspace_assistant.core.focus.acts import stopped, with_gap_closed
from workspace_assistant.core.focus.clock import Reading, anchored, log_time
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
    """None when somebody watches the block, or it was never watched and the computer still runs."""
    beat = heartbeat if heartbeat is not None and heartbeat.block_id == block.id else None
    is_restarted = _boot_id(block, beat) not in {None, reading.boot_id}
    is_overdue = beat is not None and reading.elapsed_s - beat.reading.elapsed_s > OVERDUE_AFTER_S
    if not (is_restarted or is_overdue):
        return None
    last_seen_at = max(last_act_at(block), *([beat.at] if beat else []))
    return Evidence(
        last_seen_at=last_seen_at,
        now=log_time(block.anchor, reading, not_before=last_seen_at),
        is_restarted=is_restarted,
        was_watched=beat is not None,
    )


def continued(block: Block, found: Evidence, reading: Reading, gap_id: str) -> Block:
    """The block goes on; the time that nobody watched becomes a gap that waits for an answer.

    A gap that was open then (a pause, an absence) simply goes on: nothing in it is work.
    """
    here = replace(block, anchor=anchored(found.now, reading))
    if open_gap(block) is not None or found.now <= found.last_seen_at:
        return here
    gap = Gap(
        id=gap_id,
        started_at=found.last_seen_at,
        ended_at=found.now,
        reason=GapReason.NOT_WATCHED,
        is_unanswered=True,
    )
    return replace(here, gaps=(*here.gaps, gap))


def ended(block: Block, found: Evidence) -> Block:
    """Over at the last instant that is proven."""
    return stopped(with_gap_closed(block, found.last_seen_at), found.last_seen_at)


def _boot_id(block: Block, beat: Heartbeat | None) -> str | None:
    if beat is not None:
        return beat.reading.boot_id
    return None if block.anchor is None else block.anchor.boot_id
