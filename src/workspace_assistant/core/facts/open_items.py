"""What a shift leaves open: blocks that noted a next step and did not come to it."""

from __future__ import annotations

from collections.abc import Sequence

from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.shift_in_view import is_over, so_far
from workspace_assistant.core.facts.telling import known_of_shift, unknown
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.focus.accounting import state
from workspace_assistant.core.focus.model import Block, BlockState
from workspace_assistant.core.shifts.model import Shift

_NAME = "shift.open_items"


def open_items(blocks: Sequence[Block], shift: Shift, windows: Windows) -> Fact | Unknown:
    """Of those that began in *shift*; none that was completed, or taken up again by its name."""
    span = so_far(shift, windows)
    logged = [one for one in blocks if span.holds(one.started_at)]
    if not logged:
        return unknown(_NAME, "no-blocks-in-shift")
    left = [one for one in logged if _is_left(one, windows) and not _is_taken_up(one, blocks)]
    over = is_over(shift, windows)
    return known_of_shift(_NAME, len(left), is_over=over, count=len(logged))


def _is_left(block: Block, windows: Windows) -> bool:
    """Over without being completed, and its last interruption says how it would go on."""
    has_step = bool(block.interruptions) and bool(block.interruptions[-1].next_step.strip())
    is_over = not block.is_open and state(block, windows.now) is not BlockState.COMPLETED
    return has_step and is_over


def _is_taken_up(block: Block, blocks: Sequence[Block]) -> bool:
    return any(one.name == block.name and one.started_at > block.started_at for one in blocks)
