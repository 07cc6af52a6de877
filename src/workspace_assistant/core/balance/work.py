"""When there was work: shifts that have begun and blocks, put together into stretches.

A shift counts as worked, also where nothing was logged in it; one that was not worked is taken off
by hand. A block outside of a shift is work as well. What overlaps or touches is one stretch. A
planned break in which a block was worked was none, as far as that block goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.balance.model import Records
from workspace_assistant.core.facts.outside import worked_spans
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import Span, total_s, united, without_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Work without a rest in between.

    Attributes:
        shifts: those that are in it.
        breaks: planned breaks of these that are over, in order and apart from each other.
        in_blocks: the worked time of the blocks in it, likewise.
    """

    span: Span
    shifts: tuple[Shift, ...] = ()
    breaks: tuple[Span, ...] = ()
    in_blocks: tuple[Span, ...] = ()

    @property
    def planned_s(self) -> float:
        """Of its shifts, without their breaks."""
        return total_s(united(one.span for one in self.shifts)) - total_s(self.breaks)

    @property
    def rested(self) -> tuple[Span, ...]:
        """The planned breaks of its shifts, without what was worked in them."""
        return without_all(self.breaks, self.in_blocks)

    @property
    def worked_s(self) -> float:
        """Its length without these."""
        return self.span.length_s - total_s(self.rested)


def stretches(records: Records) -> tuple[Stretch, ...]:
    """In their order, apart from each other, up to now."""
    pieces = [_of_shift(one, records.now) for one in records.shifts if one.starts_at < records.now]
    for block in records.blocks:
        worked = worked_spans(block, records.proven_at)
        pieces += [Stretch(span=span, in_blocks=(span,)) for span in worked]
    return tuple(_joined(sorted(pieces, key=lambda one: (one.span.start, one.span.end))))


def _of_shift(shift: Shift, now: datetime) -> Stretch:
    span = Span(shift.starts_at, min(shift.ends_at, now))
    inside = (one.span.common(span) for one in shift.breaks)
    return Stretch(span=span, shifts=(shift,), breaks=united(one for one in inside if one))


def _joined(pieces: Iterable[Stretch]) -> Iterator[Stretch]:
    whole: Stretch | None = None
    for one in pieces:
        if whole is not None and one.span.start <= whole.span.end:
            whole = _with(whole, one)
            continue
        if whole is not None:
            yield whole
        whole = one
    if whole is not None:
        yield whole


def _with(whole: Stretch, one: Stretch) -> Stretch:
    return Stretch(
        span=Span(whole.span.start, max(whole.span.end, one.span.end)),
        shifts=(*whole.shifts, *one.shifts),
        breaks=united((*whole.breaks, *one.breaks)),
        in_blocks=united((*whole.in_blocks, *one.in_blocks)),
    )
