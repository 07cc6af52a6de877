"""Counts what an import would cut away: told before anybody chooses which side gives way."""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.focus.exchange.preview import Cut, Preview
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.overlaps import OverlapChoice


def concerned(preview: Preview) -> Preview:
    """Of a preview only the entries that overlap anything."""
    ids = {one.id for found in preview.overlaps for one in (found.block, *found.others)}
    entries = tuple(one for one in preview.new if one.id in ids)
    return Preview(new=entries, duplicates=(), overlaps=preview.overlaps, faults=(), remarks=())


def cut_of(preview: Preview, choice: OverlapChoice, gone: set[str], left: dict[str, Block]) -> Cut:
    """What is missing of the entries of *preview*, and of what they overlap.

    *gone* are the ids of blocks that were touched, *left* what became of them.
    """
    entries = {one.id: one for one in preview.new}
    others = {one.id: one for found in preview.overlaps for one in found.others}
    logged = {key: one for key, one in others.items() if key not in entries}
    touched = [one for key, one in logged.items() if key in gone]
    before = _interruptions((*entries.values(), *touched))
    return Cut(
        choice=choice,
        left_out=sum(key not in left for key in entries),
        removed=sum(one.id not in left for one in touched),
        interruptions=len(before - _interruptions(left.values())),
    )


def _interruptions(blocks: Iterable[Block]) -> set[str]:
    return {one.id for block in blocks for one in block.interruptions}
