"""What holds for every block, whatever happened to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from workspace_assistant.core.focus.model import Block, Gap, Interruption
from workspace_assistant.core.spans import FOREVER
from workspace_assistant.core.text import QT_TRANSLATE_NOOP


def faults(block: Block) -> tuple[str, ...]:
    """What is wrong with a block, marked for translation; empty where it may be kept."""
    return (*_of_itself(block), *_of_gaps(block), *_of_interruptions(block))


def _of_itself(block: Block) -> Iterator[str]:
    if not block.name.strip():
        yield QT_TRANSLATE_NOOP("focus", "has no name")
    if not all(map(_is_text, _texts(block))):
        yield QT_TRANSLATE_NOOP("focus", "holds characters that are no text")
    if not all(at.utcoffset() == timedelta(0) for at in _instants(block)):
        yield QT_TRANSLATE_NOOP("focus", "holds an instant that is not in UTC")
    if block.planned_s is not None and not block.planned_s > 0:
        yield QT_TRANSLATE_NOOP("focus", "is planned for no time")
    if block.ended_at is not None and block.ended_at < block.started_at:
        yield QT_TRANSLATE_NOOP("focus", "ends before it starts")
    if block.ended_at is not None and block.anchor is not None:
        yield QT_TRANSLATE_NOOP("focus", "is over, yet tied to the clock")


def _of_gaps(block: Block) -> Iterator[str]:
    if _has_twins(gap.id for gap in block.gaps):
        yield QT_TRANSLATE_NOOP("focus", "has two gaps with one id")
    if any(gap.ended_at is None for gap in block.gaps[:-1]):
        yield QT_TRANSLATE_NOOP("focus", "has an open gap before another")
    if not block.is_open and any(gap.ended_at is None for gap in block.gaps):
        yield QT_TRANSLATE_NOOP("focus", "is over, yet has an open gap")
    for gap in block.gaps:
        if not gap.started_at < _end(gap):
            yield QT_TRANSLATE_NOOP("focus", "has a gap without length")
        if gap.started_at < block.started_at or _end(gap) > (block.ended_at or FOREVER):
            yield QT_TRANSLATE_NOOP("focus", "has a gap outside itself")
    if any(_end(one) > other.started_at for one, other in pairwise(block.gaps)):
        yield QT_TRANSLATE_NOOP("focus", "has gaps that overlap or are out of order")


def _of_interruptions(block: Block) -> Iterator[str]:
    if _has_twins(one.id for one in block.interruptions):
        yield QT_TRANSLATE_NOOP("focus", "has two interruptions with one id")
    if any(one.at > other.at for one, other in pairwise(block.interruptions)):
        yield QT_TRANSLATE_NOOP("focus", "has interruptions out of order")
    for one in block.interruptions:
        if one.ended_at is not None and one.ended_at < one.at:
            yield QT_TRANSLATE_NOOP("focus", "has an interruption that ends before it starts")
        if one.at < block.started_at or (one.ended_at or one.at) > (block.ended_at or FOREVER):
            yield QT_TRANSLATE_NOOP("focus", "has an interruption outside itself")


def _instants(block: Block) -> Iterator[datetime]:
    yield block.started_at
    yield from (change.at for change in block.clock_changes)
    yield from (gap.started_at for gap in block.gaps)
    yield from (one.at for one in block.interruptions)
    ends: tuple[Block | Gap | Interruption, ...] = (block, *block.gaps, *block.interruptions)
    yield from (one.ended_at for one in ends if one.ended_at is not None)


def _texts(block: Block) -> Iterator[str]:
    yield from (block.name, *block.tags, block.source, block.time_zone)
    for one in block.interruptions:
        yield from (one.note, one.next_step)


def _is_text(text: str) -> bool:
    """Bytes of a command line that are no characters come as what no file can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _end(gap: Gap) -> datetime:
    return gap.ended_at or FOREVER


def _has_twins(ids: Iterable[str]) -> bool:
    every = list(ids)
    return len(set(every)) < len(every)
