"""Puts a running block that the log cannot read any more together again.

The change log holds every block twice over: all that was ever done to one gives the block.
"""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.changes import Change, applied
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.scribe import REPAIR, SET_ASIDE, Scribe

_ALL_CHANGES = 1_000_000

# A document of the change log that no program of ours wrote.
_UNREADABLE = (FocusError, ValueError, TypeError, KeyError, OverflowError)


def repaired(scribe: Scribe) -> Change:
    """The running block as the change log tells it; raises `FocusError` where it can be read.

    What the change log cannot tell either is set aside: the entry stays in the file as it is, but
    is no running block any more. Either way nothing that was known is lost, and the change holds
    no difference: as the change log tells it, nothing has changed.
    """
    block_id = scribe.log.unreadable_open()
    if block_id is None:
        raise FocusError(texts.NOTHING_TO_REPAIR)
    block = played(reversed(scribe.log.changes(_ALL_CHANGES, block_id)), block_id)
    if block is not None and block.is_open:
        try:
            scribe.log.put(block)
        except FocusError:  # it does not fit in with the other blocks
            pass
        else:
            return scribe.record(REPAIR, ())
    scribe.log.set_aside(block_id)
    return scribe.record(SET_ASIDE, ())


def played(changes: Iterable[Change], block_id: str) -> Block | None:
    """The block that *changes*, the oldest first, leave behind; None where one does not fit."""
    block: Block | None = None
    for change in changes:
        for one in change.differences:
            if one.block_id != block_id:
                continue
            try:
                block = applied(one, block)
            except _UNREADABLE:
                return None
    return block
