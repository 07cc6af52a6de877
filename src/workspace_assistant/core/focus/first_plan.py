"""How long a block was planned before it was extended: what to plan when it is done again."""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.model import Block

EXTEND = "extend"
_PLANNED = "planned_s"
_BY_THE_WAY = frozenset({EXTEND, "undo"})


def first_planned_s(block: Block, changes: Iterable[Change]) -> float | None:
    """The plan of *block* before extensions; *changes* are its own, the newest first.

    Whoever changed the plan in another way than by extending it meant it: that one stays.
    """
    planned_s = block.planned_s
    for change in changes:
        for one in change.differences:
            if one.block_id != block.id or one.is_new or one.is_removal:
                continue
            if _PLANNED in one.before:
                if change.action not in _BY_THE_WAY:
                    return block.planned_s
                planned_s = one.before[_PLANNED]
    return planned_s
