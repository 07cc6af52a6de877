"""What every command says that has written: what is so now, and how to take it back."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_remarks import remarks
from workspace_assistant.cli.focus_status import (
    NOBODY_WATCHES,
    is_unwatched,
    show_status,
    wants_json,
)
from workspace_assistant.cli.focus_words import block_line
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, tell

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_services import FocusTools
    from workspace_assistant.core.focus.changes import Change
    from workspace_assistant.core.focus.model import Block

_MOST_TOLD = 10


def told(
    arguments: argparse.Namespace, tools: FocusTools, change: Change, *, may_keep: bool = True
) -> int:
    """The exit code. A block that runs on is watched, or nobody is left to believe that it is."""
    if is_unwatched(tools.acts.now()) and not (may_keep and tools.start_keeper()):
        tell(worded(NOBODY_WATCHES))
    over, now, zone = _blocks_over(tools, change), tools.acts.now().at, tools.zone()
    today = now.astimezone(zone).date()
    for remark in remarks(change, over, zone, today):
        tell(remark)
    if not wants_json(arguments):
        for block in over:
            say(block_line(block, now, zone, today))
        undo = f"workspace-assistant focus undo {change.id}"
        say(worded("Done (undo with: {command})", command=undo))
    return show_status(arguments, tools, change)


def tell_of_zone(tools: FocusTools) -> None:
    """Of blocks that are noted in another zone than the person's own."""
    if remark := tools.zone_remark():
        tell(worded(remark))


def _blocks_over(tools: FocusTools, change: Change) -> list[Block]:
    """The blocks that were changed, if they are over: the status tells of the open one."""
    ids = [one.block_id for one in change.differences if not one.is_removal]
    with tools.log.reading() as log:
        blocks = [block for block_id in ids[:_MOST_TOLD] for block in log.find(block_id)]
    return [block for block in blocks if not block.is_open]
