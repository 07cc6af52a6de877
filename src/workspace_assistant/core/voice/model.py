"""What was seen of a stream of packets: when each left, when it came, and which came twice."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import repeat

SPACING_S = 0.02
PACKETS_PER_S = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketTrace:
    """Packets in the order of sending; the index is the sequence number.

    Attributes:
        sent_s: when each packet really left, on a clock that never jumps; rising.
        received_s: when it (or its answer) arrived first, None when it never did.
        lateness_s: how much later than planned each left: the computer's own fault.
        duplicates: sequence numbers of further copies, one entry for each.
    """

    sent_s: tuple[float, ...] = ()
    received_s: tuple[float | None, ...] = ()
    lateness_s: tuple[float, ...] = ()
    duplicates: tuple[int, ...] = ()

    def between(self, from_s: float, to_s: float) -> PacketTrace:
        """The packets sent at or after *from_s* and before *to_s*, numbered anew from zero."""
        first, end = bisect_left(self.sent_s, from_s), bisect_left(self.sent_s, to_s)
        return PacketTrace(
            sent_s=self.sent_s[first:end],
            received_s=self.received_s[first:end],
            lateness_s=self.lateness_s[first:end],
            duplicates=tuple(one - first for one in self.duplicates if first <= one < end),
        )

    @property
    def duration_s(self) -> float:
        """From the first packet's leaving to the last one's."""
        return self.sent_s[-1] - self.sent_s[0] if self.sent_s else 0.0

    @property
    def delays_ms(self) -> tuple[float | None, ...]:
        """Milliseconds under way, by sequence number; None for what never arrived."""
        pairs = zip(self.sent_s, self.received_s, strict=True)
        return tuple(None if came is None else 1000 * (came - left) for left, came in pairs)


def pooled(*traces: PacketTrace) -> PacketTrace:
    """One trace of several that follow each other in time."""
    duplicates: list[int] = []
    count = 0
    for trace in traces:
        duplicates += [number + base for number, base in zip(trace.duplicates, repeat(count))]
        count += len(trace.sent_s)
    return PacketTrace(
        sent_s=sum((trace.sent_s for trace in traces), ()),
        received_s=sum((trace.received_s for trace in traces), ()),
        lateness_s=sum((trace.lateness_s for trace in traces), ()),
        duplicates=tuple(duplicates),
    )
