"""What adds up along the way, delay and its variation, and how to compare it between places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workspace_assistant.core.readiness.voice_path import idle_rules
from workspace_assistant.core.readiness.voice_path.model import Place
from workspace_assistant.core.voice.model import PacketTrace
from workspace_assistant.core.voice.statistics import StreamStatistics, describe

_LEAST_TOLERANCE_MS = 2.0

Amount = Callable[[StreamStatistics], float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One amount, the measurement it belongs to, and how far equal ones may lie apart.

    A place with fewer answers than `least_answers` says nothing of it.
    """

    name: str
    measurement: str
    amount: Amount
    tolerance_fraction: float
    least_answers: int

    def tolerance_ms(self, target_ms: float) -> float:
        return max(_LEAST_TOLERANCE_MS, self.tolerance_fraction * target_ms)

    def of_places(self, places: Mapping[Place, PacketTrace]) -> dict[Place, float]:
        """The amount in ms of every place that answered often enough."""
        seen = {place: describe(trace) for place, trace in places.items()}
        return {
            place: amount
            for place, one in seen.items()
            if (amount := self.amount(one)) is not None and one.received >= self.least_answers
        }


def _spread_ms(seen: StreamStatistics) -> float | None:
    """How much later than the fastest 19 of 20 packets come.

    Unlike the running jitter it does not depend on how often a place is probed.
    """
    if seen.rtt_p95_ms is None or seen.rtt_min_ms is None:
        return None
    return seen.rtt_p95_ms - seen.rtt_min_ms


DELAY = Kind(
    name="delay",
    measurement=idle_rules.RTT,
    amount=lambda seen: seen.rtt_median_ms,
    tolerance_fraction=0.1,
    least_answers=5,
)
JITTER = Kind(  # the extremes of a few hundred packets vary by a fifth
    name="jitter",
    measurement=idle_rules.JITTER,
    amount=_spread_ms,
    tolerance_fraction=0.3,
    least_answers=20,
)
