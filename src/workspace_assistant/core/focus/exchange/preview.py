"""What an import would do: new entries, known ones, overlaps, and what is not understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice, takewhile

from workspace_assistant.core.focus.corrections import span_of
from workspace_assistant.core.focus.documents import Document
from workspace_assistant.core.focus.exchange.parsed import Fault, Parsed
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.log_document import listed
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.overlaps import OverlapChoice
from workspace_assistant.core.focus.ports import FocusReader
from workspace_assistant.core.phrases import Phrase, joined
from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_NAMED_FAULTS = 20
_FAULT = QT_TRANSLATE_NOOP("focus", "{place}: {reason}")
_MORE = QT_TRANSLATE_NOOP("focus", "and {count} more")
_IN_FUTURE = QT_TRANSLATE_NOOP("focus", "ends in the future")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Attributes: `others` share time with `block`: of the log, or earlier in the file."""

    block: Block
    others: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What would be gone for good where one side gives way, not only be shorter.

    Attributes:
        left_out: entries of the file of which nothing is left.
        removed: blocks of the log of which nothing is left.
        interruptions: of either, with their notes.
    """

    choice: OverlapChoice
    left_out: int
    removed: int
    interruptions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an import would do.

    Attributes:
        new: blocks that the log has not, overlapping ones among them.
        duplicates: entries that the log, or the file itself, has already; never written again.
        cuts: what each choice about the overlaps would leave out; empty without any.
    """

    new: tuple[Block, ...]
    duplicates: tuple[Block, ...]
    overlaps: tuple[Overlap, ...]
    faults: tuple[Fault, ...]
    remarks: tuple[str, ...]
    cuts: tuple[Cut, ...] = ()


def previewed(log: FocusReader, parsed: Parsed, now: datetime) -> Preview:
    """Asks the log a few large questions, not many small ones: files hold ten years of entries."""
    duplicates = duplicates_of(log, parsed.blocks)
    known = {id(block) for block in duplicates}
    rest = [block for block in parsed.blocks if id(block) not in known]
    wrong = {id(block): reason for block in rest for reason in _wrong(block, now)}
    unfit = tuple(
        Fault(place=f"“{block.name}”", reason=Phrase(wrong[id(block)]))
        for block in rest
        if id(block) in wrong
    )
    new = sorted((one for one in rest if id(one) not in wrong), key=lambda one: one.started_at)
    return Preview(
        new=tuple(new),
        duplicates=duplicates,
        overlaps=tuple(_overlaps(log, new)),
        faults=(*parsed.faults, *unfit),
        remarks=parsed.remarks,
    )


def duplicates_of(log: FocusReader, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Entries whose id or origin the log has already, or an earlier entry of the same file.

    Pieces of one entry, cut up after an earlier import, share their origin but not their time.
    """
    sources = log.with_source(frozenset(block.source for block in blocks if block.source))
    ids = set(log.with_id(frozenset(block.id for block in blocks)))
    seen: set[tuple[str, datetime, datetime | None]] = set()
    found = []
    for block in blocks:
        entry = (block.source, block.started_at, block.ended_at)
        if block.id in ids or block.source in sources or (block.source and entry in seen):
            found.append(block)
        ids.add(block.id)
        seen.add(entry)
    return tuple(found)


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
        "cuts": [
            {
                "choice": one.choice.value,
                "left_out": one.left_out,
                "removed": one.removed,
                "interruptions": one.interruptions,
            }
            for one in preview.cuts
        ],
    }


def fault_words(found: Sequence[Fault]) -> Phrase:
    """Each with its place, the first twenty of them."""
    named = [
        Phrase(_FAULT, place=fault.place, reason=fault.reason) for fault in found[:_NAMED_FAULTS]
    ]
    more = len(found) - _NAMED_FAULTS
    return joined("; ", [*named, *([Phrase(_MORE, count=str(more))] if more > 0 else [])])


def _wrong(block: Block, now: datetime) -> Iterable[str]:
    yield from faults(block)
    if block.ended_at is not None and block.ended_at > now:
        yield _IN_FUTURE


def _overlaps(log: FocusReader, new: Sequence[Block]) -> Iterator[Overlap]:
    """*new*, in order, beside the blocks of the log and those before it in the file."""
    if not new:
        return
    end = max(span_of(block).end for block in new)
    logged = log.between(new[0].started_at, end)
    first = 0
    latest: Block | None = None
    for block in new:
        span = span_of(block)
        # The log's blocks lie apart and in order: what ends before this one begins is done with.
        while first < len(logged) and span_of(logged[first]).end <= span.start:
            first += 1
        others = _in_the_way(span, islice(logged, first, None))
        if latest is not None and span.overlaps(span_of(latest)):
            others.insert(0, latest)
        if others:
            yield Overlap(block=block, others=tuple(others))
        if latest is None or span.end > span_of(latest).end:
            latest = block


def _in_the_way(span: Span, in_order: Iterable[Block]) -> list[Block]:
    near = takewhile(lambda one: one.started_at < span.end, in_order)
    return [one for one in near if span.overlaps(span_of(one))]
