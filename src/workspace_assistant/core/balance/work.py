"""When there was work: shifts that have begun and blocks, put together into stretches.

A shift counts as worked, also where nothing was logged in it; one that was not worked is taken off
by hand. A block outside of a shift is work as well. What overlaps or touches is one stretch. A
planned break in which a block was worked was none, as far as that block goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workspace_assistant.core.balance.model import Records
from workspace_assistant.core.facts.outside import worked_spans
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import FOREVER, Span, common_of, total_s, united, without_all

_GOES_ON_WITHIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Work without a rest in between.

    Attributes:
        shifts: those that are in it.
        breaks: planned breaks of these that are over, in order and apart from each other.
        began_at: where the work began that it goes on with: its day and week are those of that.
        in_blocks: the worked time of the blocks in it, likewise.
    """

    span: Span
    began_at: datetime
    shifts: tuple[Shift, ...] = ()
    breaks: tuple[Span, ...] = ()
    in_blocks: tuple[Span, ...] = ()

    @property
    def planned_s(self) -> float:
        """Of its shifts, as far as they are over, without their breaks."""
        planned = united(one.span for one in self.shifts)
        return total_s(common_of(planned, (self.span,))) - total_s(self.breaks)

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
    begun = (one for one in records.shifts if one.starts_at < records.now)
    pieces: list[_Part] = [(_worked_part(one, records.now), one) for one in begun]
    pieces += [(span, None) for span in records.worked_elsewhere]
    for block in records.blocks:
        pieces += [(span, None) for span in worked_spans(block, records.proven_at)]
    pieces.sort(key=lambda one: (one[0].start, one[0].end))
    return tuple(_placed(_stretch(group, records.now) for group in _touching(pieces)))


# A shift, as far as it is over, or time worked in a block.
_Part = tuple[Span, Shift | None]


def _worked_part(shift: Shift, now: datetime) -> Span:
    return Span(shift.starts_at, min(shift.ends_at, now))


def _touching(parts: Iterable[_Part]) -> Iterator[list[_Part]]:
    """Of parts in their order, those together that overlap or touch."""
    group: list[_Part] = []
    end = FOREVER
    for one in parts:
        if one[0].start > end:
            yield group
            group = []
        end = max(end, one[0].end) if group else one[0].end
        group.append(one)
    if group:
        yield group


def _stretch(group: Sequence[_Part], now: datetime) -> Stretch:
    shifts = tuple(shift for _, shift in group if shift is not None)
    breaks = (x.span.common(_worked_part(one, now)) for one in shifts for x in one.breaks)
    return Stretch(
        span=Span(group[0][0].start, max(span.end for span, _ in group)),
        began_at=group[0][0].start,
        shifts=shifts,
        breaks=united(one for one in breaks if one),
        in_blocks=united(span for span, shift in group if shift is None),
    )


def _placed(found: Iterable[Stretch]) -> Iterator[Stretch]:
    """Blocks shortly after work go on with it: a few minutes away make no new day of a night."""
    last: Stretch | None = None
    for one in found:
        if last is not None and _goes_on(one, last):
            last = replace(one, began_at=last.began_at)
        else:
            last = one
        yield last


def _goes_on(one: Stretch, last: Stretch) -> bool:
    return not one.shifts and one.span.start - last.span.end < _GOES_ON_WITHIN
