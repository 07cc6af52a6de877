"""What a day was made of: stretches of work, cut into what each part of them was.

The pieces of a day fill its stretches of work, without a gap and without lying over each other:

- worked time of blocks is `AFTER_HOURS` where it lies more than five minutes outside of every
  shift, else `FOCUS`; where no shift is known at all it is `FOCUS`;
- what is left of planned breaks, and of rest breaks that were had, is `BREAK`;
- the rest, of shifts without a block, is `OTHER_WORK`.

So `FOCUS` and `AFTER_HOURS` together are the time worked in blocks, and all pieces together are the
time at work and the planned breaks in it. Micro-breaks are too short to be pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workspace_assistant.core.balance.model import Layer, Piece
from workspace_assistant.core.balance.work import Stretch
from workspace_assistant.core.breaks.model import BreakKind, BreakRecord, Outcome
from workspace_assistant.core.facts.outside import GRACE, outside_shifts
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import Span, common_of, united, without_all

HAD = frozenset({Outcome.TAKEN, Outcome.NATURAL, Outcome.SHORTENED})


def rests_had(breaks: Iterable[BreakRecord]) -> tuple[Span, ...]:
    """Rest breaks that were had, from their beginning to their end; united."""
    return united(
        Span(one.began_at, one.ended_at)
        for one in breaks
        if one.kind is BreakKind.REST
        and one.outcome in HAD
        and one.began_at is not None
        and one.ended_at is not None
        and one.began_at < one.ended_at
    )


def after_hours(stretch: Stretch, shifts: Iterable[Shift]) -> tuple[Span, ...]:
    """Worked time of its blocks more than five minutes outside of every shift, of *shifts*."""
    start, end = stretch.span.start - GRACE, stretch.span.end + GRACE
    near = (one for one in shifts if one.starts_at < end and start < one.ends_at)
    return outside_shifts(stretch.in_blocks, near)


def pieces_of(
    work: Iterable[Stretch], shifts: Sequence[Shift], had: Sequence[Span]
) -> tuple[Piece, ...]:
    """Of stretches that are apart from each other, in order.

    *shifts* are all that are known, also around them; *had* are breaks, united.
    """
    found = (piece for one in work for piece in _pieces(one, shifts, had))
    return tuple(sorted(found, key=lambda one: one.span.start))


def _pieces(stretch: Stretch, shifts: Sequence[Shift], had: Sequence[Span]) -> Iterator[Piece]:
    whole = (stretch.span,)
    outside = after_hours(stretch, shifts) if shifts else ()
    rested = united((*stretch.breaks, *common_of(whole, had)))
    layers = {
        Layer.AFTER_HOURS: outside,
        Layer.FOCUS: without_all(stretch.in_blocks, outside),
        Layer.BREAK: without_all(rested, stretch.in_blocks),
    }
    taken = united(span for spans in layers.values() for span in spans)
    layers[Layer.OTHER_WORK] = without_all(whole, taken)
    for layer, spans in layers.items():
        yield from (Piece(span=one, layer=layer) for one in spans)
