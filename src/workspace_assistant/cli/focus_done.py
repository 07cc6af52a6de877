"""What every command says that has written: what is so now, and how to take it back."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_status import (
    NOBODY_WATCHES,
    is_unwatched,
    show_status,
    wants_json,
)
from workspace_assistant.cli.focus_words import block_line
from workspace_assistant.cli.output import say, tell

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_services import FocusTools
    from workspace_assistant.core.focus.changes import Change

_MOST_TOLD = 10


def told(
    arguments: argparse.Namespace, tools: FocusTools, change: Change, *, may_keep: bool = True
) -> int:
    """The exit code. A block that runs on is watched, or nobody is left to believe that it is."""
    if is_unwatched(tools.acts.now()) and not (may_keep and tools.start_keeper()):
        tell(NOBODY_WATCHES)
    if gone := change.interruptions_cut_off:
        tell(_cut_off(gone, change.id))
    if not wants_json(arguments):
        for line in _blocks_over(tools, change):
            say(line)
        say(f"Done (undo with: workspace-assistant focus undo {change.id})")
    return show_status(arguments, tools, change)


def _cut_off(count: int, change_id: int) -> str:
    what = "1 interruption" if count == 1 else f"{count} interruptions"
    return (
        f"{what} outside went with it, notes and all. "
        f"To have all as it was: workspace-assistant focus undo {change_id}"
    )


def tell_of_zone(tools: FocusTools) -> None:
    """Of blocks that are noted in another zone than the person's own."""
    if remark := tools.zone_remark():
        tell(remark)


def _blocks_over(tools: FocusTools, change: Change) -> list[str]:
    """The blocks that were changed, if they are over: the status tells of the open one."""
    ids = [one.block_id for one in change.differences if not one.is_removal]
    with tools.log.reading() as log:
        blocks = [block for block_id in ids[:_MOST_TOLD] for block in log.find(block_id)]
    now, zone = tools.acts.now().at, tools.zone()
    today = now.astimezone(zone).date()
    return [block_line(block, now, zone, today) for block in blocks if not block.is_open]
