"""Takes over the entries of another log: shown first, then written all at once or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.changes import Change, Difference, difference
from workspace_assistant.core.focus.corrections import span_of
from workspace_assistant.core.focus.documents import Document
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.exchange.parsed import Fault, Parsed
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.log_document import listed
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.overlaps import OverlapChoice, OverlapError, fitted
from workspace_assistant.core.focus.ports import (
    FocusClock,
    FocusLog,
    FocusReader,
    FocusWriter,
    NewId,
)

_NAMED_FAULTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Attributes: `others` share time with `block`: of the log, or earlier in the file."""

    block: Block
    others: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an import would do.

    Attributes:
        new: blocks that the log has not, overlapping ones among them.
        duplicates: entries that the log, or the file itself, has already; never written again.
    """

    new: tuple[Block, ...]
    duplicates: tuple[Block, ...]
    overlaps: tuple[Overlap, ...]
    faults: tuple[Fault, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExchangeService:
    """Imports; a change of the log, and undone, as a whole.

    Attributes:
        actor: who imports, for the change log.
    """

    log: FocusLog
    clock: FocusClock
    new_id: NewId
    actor: str

    def preview(self, parsed: Parsed) -> Preview:
        """Writes nothing."""
        with self.log.reading() as log:
            return self._preview(log, parsed)

    def take_over(
        self,
        parsed: Parsed,
        overlap: OverlapChoice = OverlapChoice.REFUSE,
        *,
        skip_faulty: bool = False,
    ) -> Change:
        """Raises `FocusError` for faults unless they are skipped, `OverlapError` when refused.

        Nothing is written then.
        """
        with self.log.writing() as log:
            preview = self._preview(log, parsed)
            if preview.faults and not skip_faulty:
                raise FocusError(texts.FAULTY_ENTRIES, faults=fault_words(preview.faults))
            changed: list[Difference] = []
            for block in preview.new:
                changed += self._added(log, block, overlap)
            change = Change(
                at=self.clock.read().wall_at,
                actor=self.actor,
                action="import",
                differences=tuple(changed),
            )
            return log.record(change)

    def _preview(self, log: FocusReader, parsed: Parsed) -> Preview:
        now = self.clock.read().wall_at
        duplicates = _duplicates(log, parsed.blocks)
        known = {id(block) for block in duplicates}
        rest = [block for block in parsed.blocks if id(block) not in known]
        wrong = {id(block): reason for block in rest for reason in _wrong(block, now)}
        new = tuple(block for block in rest if id(block) not in wrong)
        unfit = tuple(
            Fault(place=f"“{block.name}”", reason=wrong[id(block)])
            for block in rest
            if id(block) in wrong
        )
        return Preview(
            new=new,
            duplicates=duplicates,
            overlaps=_overlaps(log, new),
            faults=(*parsed.faults, *unfit),
            remarks=parsed.remarks,
        )

    def _added(self, log: FocusWriter, block: Block, overlap: OverlapChoice) -> list[Difference]:
        span = span_of(block)
        try:
            fit = fitted(block, log.between(span.start, span.end), overlap, self.new_id)
        except OverlapError:
            if overlap is OverlapChoice.TRIM_NEW:  # others have all of its time: nothing to add
                return []
            raise
        changes: list[Difference | None] = []
        for old, left in fit.old:
            kept = {piece.id: piece for piece in left}
            changes.append(difference(old, kept.pop(old.id, None)))
            changes += [difference(None, piece) for piece in kept.values()]
            if not any(piece.id == old.id for piece in left):
                log.remove(old.id)
            for piece in left:
                log.put(piece)
        for piece in fit.new:
            log.put(piece)
            changes.append(difference(None, piece))
        return [change for change in changes if change is not None]


def preview_document(preview: Preview, now: datetime) -> Document:
    """`workspace-assistant/focus-import/1`: what an import would do."""
    return {
        "schema": "workspace-assistant/focus-import/1",
        "new": [listed(block, now) for block in preview.new],
        "duplicates": [listed(block, now) for block in preview.duplicates],
        "overlaps": [
            {"block": listed(one.block, now), "others": [listed(b, now) for b in one.others]}
            for one in preview.overlaps
        ],
        "faults": [{"place": fault.place, "reason": fault.reason} for fault in preview.faults],
        "remarks": list(preview.remarks),
    }


def fault_words(found: Sequence[Fault]) -> str:
    """Each with its place, the first twenty of them."""
    named = [f"{fault.place}: {fault.reason}" for fault in found[:_NAMED_FAULTS]]
    more = len(found) - _NAMED_FAULTS
    return "; ".join([*named, *([f"and {more} more"] if more > 0 else [])])


def _duplicates(log: FocusReader, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Entries whose id or origin is there already, be it earlier in the same file."""
    sources = log.with_source(frozenset(block.source for block in blocks if block.source))
    ids: set[str] = set()
    found = []
    for block in blocks:
        is_known = block.id in ids or block.source in sources or _has(log, block.id)
        found += [block] if is_known else []
        ids.add(block.id)
        sources |= {block.source} if block.source else frozenset()
    return tuple(found)


def _has(log: FocusReader, block_id: str) -> bool:
    return any(block.id == block_id for block in log.find(block_id))


def _wrong(block: Block, now: datetime) -> Iterable[str]:
    yield from faults(block)
    if block.ended_at is not None and block.ended_at > now:
        yield "ends in the future"


def _overlaps(log: FocusReader, new: Sequence[Block]) -> tuple[Overlap, ...]:
    found: list[Overlap] = []
    latest: Block | None = None
    for block in sorted(new, key=lambda one: one.started_at):
        span = span_of(block)
        others = tuple(
            one for one in log.between(span.start, span.end) if span.overlaps(span_of(one))
        )
        if latest is not None and span.overlaps(span_of(latest)):
            others = (latest, *others)
        if others:
            found.append(Overlap(block=block, others=others))
        if latest is None or span.end > span_of(latest).end:
            latest = block
    return tuple(found)
