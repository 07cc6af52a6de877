"""What else is to be said of a change: nothing that it took along, or put off, is kept quiet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, tzinfo
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_when import moment
from workspace_assistant.cli.language import worded
from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.clock import shown_end_at
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.core.focus.changes import Change
    from workspace_assistant.core.focus.model import Block

_ONE_CUT_OFF = QT_TRANSLATE_NOOP(
    "cli",
    "1 interruption outside went with it, notes and all. To have all as it was: {command}",
)
_CUT_OFF = QT_TRANSLATE_NOOP(
    "cli",
    "{count} interruptions outside went with it, notes and all. To have all as it was: {command}",
)


def remarks(change: Change, over: Sequence[Block], zone: tzinfo, today: date) -> Iterator[str]:
    """*over* are the blocks that it changed, as far as they are over."""
    if gone := change.interruptions_cut_off:
        yield _cut_off(gone, change.id)
    if (late := change.put_off) is not None:
        time = moment(late.started_at, zone, today)
        yield worded(texts.PUT_OFF, name=late.name, time=time)
    if change.action == "stop":
        yield from (line for block in over for line in _ended(block, zone, today))


def _ended(block: Block, zone: tzinfo, today: date) -> Iterator[str]:
    """The end may lie where no clock in sight ever stood."""
    shown_at = shown_end_at(block)
    if shown_at is not None and block.ended_at is not None:
        yield worded(
            texts.ENDED_BY_LOG,
            name=block.name,
            time=moment(block.ended_at, zone, today),
            shown=moment(shown_at, zone, today),
        )


def _cut_off(count: int, change_id: int) -> str:
    return worded(
        _ONE_CUT_OFF if count == 1 else _CUT_OFF,
        count=str(count),
        command=f"workspace-assistant focus undo {change_id}",
    )
