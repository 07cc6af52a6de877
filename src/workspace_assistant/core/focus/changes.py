"""The change log: who changed what and when, small enough to keep for ever, exact enough to undo.

A change keeps of each block only the fields that it changed, before and after. Undoing puts the
old values back, if the block still holds the new ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.clock import put_off_s
from workspace_assistant.core.focus.documents import Document, block_document, block_of
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.model import Block

# Lists of parts with ids: what changed is kept by part, not by list.
_PARTS = ("gaps", "interruptions")
# Acts that give blocks another span, or the time of one to another.
_CUTTING = frozenset({"add", "edit", "import"})
# What the program notes by itself.
_CLOCKS = ("anchor", "clock_changes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What became of one block.

    Attributes:
        before: the old values of the fields that changed; the whole document of a removed block;
            empty for a new one. Parts (gaps, interruptions) are mappings by id, None where there
            was none.
        after: likewise the new values; empty for a removed block.
    """

    block_id: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]

    def meets(self, other: Difference) -> bool:
        """Whether the two changed the same fact of one block."""
        if self.block_id != other.block_id:
            return False
        is_whole = not (self.before and self.after and other.before and other.after)
        return is_whole or bool(_facts(self) & _facts(other))

    @property
    def is_new(self) -> bool:
        return not self.before

    @property
    def is_removal(self) -> bool:
        return not self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One act and everything it changed.

    Attributes:
        id: given by the store, rising; 0 before.
        at: when, by the computer's clock.
        actor: who: ``window``, ``command-line``, ``watcher`` or ``import``.
        action: kebab-case, such as ``start`` or ``trim``.
        undoes: id of the change that this one takes back.
    """

    id: int = 0
    at: datetime
    actor: str
    action: str
    differences: tuple[Difference, ...]
    undoes: int | None = None

    @property
    def interruptions_cut_off(self) -> int:
        """How many interruptions, with their notes, went with the time they lay in.

        Only where nobody asked for that: the time was given to another block, or given up. What is
        deleted or taken back goes as it was told to.
        """
        if self.action not in _CUTTING:
            return 0
        gone = {key for one in self.differences for key in _interruptions(one.before)}
        return len(gone - {key for one in self.differences for key in _interruptions(one.after)})

    @property
    def put_off(self) -> Block | None:
        """The block that this begins later than the clock said, for another one had the time."""
        if self.action != "start":
            return None
        started = (block_of(one.after) for one in self.differences if one.is_new)
        return next((block for block in started if put_off_s(block) > 0), None)

    def reversed(self) -> tuple[Difference, ...]:
        """What takes it back, in order."""
        return tuple(
            replace(one, before=one.after, after=one.before) for one in reversed(self.differences)
        )


def difference(before: Block | None, after: Block | None) -> Difference | None:
    """What turned *before* into *after*; None when nothing did."""
    known = before or after
    if known is None or before == after:
        return None
    old = {} if before is None else block_document(before)
    new = {} if after is None else block_document(after)
    if not old or not new:
        return Difference(block_id=known.id, before=old, after=new)
    names = [name for name in old if old[name] != new[name]]
    return Difference(
        block_id=known.id,
        before={name: _kept(name, old[name], new[name]) for name in names},
        after={name: _kept(name, new[name], old[name]) for name in names},
    )


def applied(change: Difference, block: Block | None) -> Block | None:
    """The block after *change*; raises `FocusError` where the block is not as it was before it.

    What the program itself notes in a running block, its clocks, does not stand in the way.
    """
    document = {} if block is None else block_document(block)
    if change.is_new or change.is_removal:
        if _told(document) != _told(change.before):
            raise FocusError(texts.CHANGED_SINCE)
        return block_of(change.after) if change.after else None
    if block is None:
        raise FocusError(texts.CHANGED_SINCE)
    for name, old in change.before.items():
        document[name] = _put(name, document[name], old, change.after[name])
    return _sound(block_of(document))


def _interruptions(values: Mapping[str, Any]) -> set[str]:
    """The ids of those that these old or new values hold."""
    held = values.get("interruptions", ())
    if isinstance(held, Mapping):  # of a block that was changed only these, by id
        return {key for key, one in held.items() if one is not None}
    return {one["id"] for one in held}


def _facts(change: Difference) -> set[tuple[str, str]]:
    """The fields that it changed; of parts, which. Not what the program itself notes."""
    names = [name for name in change.before if name not in _CLOCKS]
    return {
        (name, part) for name in names for part in (change.before[name] if name in _PARTS else [""])
    }


def _told(document: Mapping[str, Any]) -> Document:
    return {name: value for name, value in document.items() if name not in _CLOCKS}


def _sound(block: Block) -> Block:
    """The block, if it is one that may be; tied to the clock only while it is open."""
    if not block.is_open:
        block = replace(block, anchor=None)
    if faults(block):
        raise FocusError(texts.CHANGED_SINCE)
    return block


def _kept(name: str, value: Any, other: Any) -> Any:
    """Of a list of parts only what *other* has not, by id."""
    if name not in _PARTS:
        return value
    mine, others = _by_id(value), _by_id(other)
    return {
        key: mine.get(key) for key in (mine | others) if mine.get(key) != others.get(key)
    }  # fmt: skip


def _put(name: str, value: Any, old: Any, new: Any) -> Any:
    if name not in _PARTS:
        if value == old:
            return new
        if name in _CLOCKS:
            return value
        raise FocusError(texts.CHANGED_SINCE)
    parts = _by_id(value)
    for key, was in old.items():
        if parts.get(key) != was:
            raise FocusError(texts.CHANGED_SINCE)
        parts[key] = new[key]
    begin = "at" if name == "interruptions" else "started_at"
    return sorted((part for part in parts.values() if part is not None), key=lambda p: p[begin])


def _by_id(parts: Sequence[Document]) -> dict[str, Any]:
    return {part["id"]: part for part in parts}
