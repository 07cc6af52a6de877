"""Focus blocks and what interrupted them: shown as they are, without a target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from statistics import median

from workspace_assistant.core.balance import texts
from workspace_assistant.core.balance.definitions import (
    COMPLETED_BLOCKS,
    FOCUS_TIME,
    INTERRUPTIONS,
    UNINTERRUPTED,
    Targets,
)
from workspace_assistant.core.balance.during import Seen
from workspace_assistant.core.balance.model import Indicator, Term
from workspace_assistant.core.facts.outside import worked_spans
from workspace_assistant.core.focus.accounting import state, worked_s
from workspace_assistant.core.focus.model import Block, BlockState
from workspace_assistant.core.spans import Span

_HOUR_S = 3600.0


def block_indicators(seen: Seen, targets: Targets) -> tuple[Indicator, ...]:
    if not seen.blocks:
        all_of_them = (FOCUS_TIME, COMPLETED_BLOCKS, UNINTERRUPTED, INTERRUPTIONS)
        return tuple(one.unknown(targets, texts.NO_BLOCKS) for one in all_of_them)
    told = (_focus, _completed, _uninterrupted, _interruptions)
    return tuple(one(seen, targets) for one in told)


def uninterrupted(block: Block, now: datetime) -> Iterator[Span]:
    """The worked time of a block, cut where something interrupted it."""
    cuts = [one.at for one in block.interruptions]
    for span in worked_spans(block, now):
        inside = sorted(at for at in cuts if span.start < at < span.end)
        for start, end in pairwise([span.start, *inside, span.end]):
            if start < end:
                yield Span(start, end)


def _focus(seen: Seen, targets: Targets) -> Indicator:
    now = seen.records.proven_at
    if all(one.planned_s is None for one in seen.blocks):
        return FOCUS_TIME.unknown(targets, texts.NO_PLAN)
    done = [one for one in seen.blocks if state(one, now) is BlockState.COMPLETED]
    terms = [_term(one, now) for one in done]
    focus_s = sum(one.value for one in terms)
    return FOCUS_TIME.known(focus_s, targets, texts.FOCUS, terms, length=focus_s, count=len(done))


def _completed(seen: Seen, targets: Targets) -> Indicator:
    now = seen.records.proven_at
    over = [one for one in seen.blocks if one.planned_s is not None and not one.is_open]
    if not over:
        return COMPLETED_BLOCKS.unknown(targets, texts.NO_PLANNED_BLOCKS)
    done = [state(one, now) is BlockState.COMPLETED for one in over]
    terms = [
        Term(span=_span(one, now), value=is_done) for one, is_done in zip(over, done, strict=True)
    ]
    return COMPLETED_BLOCKS.known(
        sum(done) / len(over), targets, texts.COMPLETED, terms, met=sum(done), count=len(over)
    )


def _uninterrupted(seen: Seen, targets: Targets) -> Indicator:
    now = seen.records.proven_at
    pieces = [piece for one in seen.blocks for piece in uninterrupted(one, now)]
    if not pieces:
        return UNINTERRUPTED.unknown(targets, texts.NO_BLOCKS)
    middle_s = median(one.length_s for one in pieces)
    terms = [Term(span=one, value=one.length_s) for one in pieces]
    return UNINTERRUPTED.known(middle_s, targets, texts.UNINTERRUPTED, terms, length=middle_s)


def _interruptions(seen: Seen, targets: Targets) -> Indicator:
    length_s = sum(worked_s(one, seen.records.proven_at) for one in seen.blocks)
    if not length_s:
        return INTERRUPTIONS.unknown(targets, texts.NO_BLOCKS)
    causes = Counter(x.cause.value for one in seen.blocks for x in one.interruptions)
    terms = [
        Term(span=seen.week, value=count, name=cause) for cause, count in sorted(causes.items())
    ]
    whole = causes.total()
    return INTERRUPTIONS.known(
        whole / (length_s / _HOUR_S),
        targets,
        texts.INTERRUPTIONS,
        terms,
        count=whole,
        length=length_s,
    )


def _term(block: Block, now: datetime) -> Term:
    return Term(span=_span(block, now), value=worked_s(block, now))


def _span(block: Block, now: datetime) -> Span:
    return Span(block.started_at, max(block.ended_at or now, block.started_at))
