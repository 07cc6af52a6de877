"""Why a break that is due is not offered now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # whoever only counts breaks needs the words below, and nothing of the watch
    from workspace_assistant.core.breaks.attendance import Attended
    from workspace_assistant.core.breaks.model import BreakRecord, Settings
    from workspace_assistant.core.breaks.ports import OpenBlock
    from workspace_assistant.core.breaks.sight import Sight

IN_CALL = "in-call"
QUIET_MODE = "quiet-mode"
OPEN_BLOCK = "open-block"
FULL_SCREEN = "full-screen"
DO_NOT_DISTURB = "do-not-disturb"
AWAY = "away"

# A block is disturbed rather than that a break comes later than this.
LONGEST_HELD_BY_BLOCK_S = 1800.0
# One without a planned end has had its time.
LONGEST_FLOW_S = 5400.0


def held_by(attended: Attended, sight: Sight, record: BreakRecord, settings: Settings) -> str:
    """The strongest reason; empty for none.

    A call comes first: it holds back whatever else there is. What the system does not tell holds
    nothing back.
    """
    if attended.is_in_call:
        return IN_CALL
    if attended.is_away:
        return AWAY
    if sight.is_quiet:
        return QUIET_MODE
    if sight.block is not None and _waits_for(sight.block, sight, record):
        return OPEN_BLOCK
    if settings.minds_full_screen and sight.attention.is_full_screen is True:
        return FULL_SCREEN
    return DO_NOT_DISTURB if sight.attention.is_do_not_disturb is True else ""


def _waits_for(block: OpenBlock, sight: Sight, record: BreakRecord) -> bool:
    """Until its planned end, but neither for ever nor beyond what was planned."""
    if (sight.at - record.due_at).total_seconds() >= LONGEST_HELD_BY_BLOCK_S:
        return False
    if block.left_s is None:
        return block.runs_s < LONGEST_FLOW_S
    return block.left_s > 0
