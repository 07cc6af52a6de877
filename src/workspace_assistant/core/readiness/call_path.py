"""Which packets of a call go missing on the measured voice path: for hearing oneself over it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.readiness.model import ReadinessReport, Series
from workspace_assistant.core.readiness.voice_path.series import STREAM
from workspace_assistant.core.voice.playout import FIXED_BUFFER_MS, missing_packets


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPath:
    """What a listener's phone with a fixed 60 ms buffer misses, packet by packet of 20 ms.

    The stream went there and back, so what got lost on either way counts: the customer misses at
    most this much of the voice.
    """

    measured_at: datetime
    lost: tuple[bool, ...]

    @property
    def loss_fraction(self) -> float:
        return sum(self.lost) / len(self.lost)


def latest_call_path(reports: tuple[ReadinessReport, ...]) -> CallPath | None:
    """Of the first report (latest first) that holds a voice stream; None when none does."""
    for report in reports:
        for series in (one for check in report.checks for one in check.series):
            if series.id == STREAM and series.values:
                return CallPath(measured_at=report.finished_at, lost=_missing(series))
    return None


def _missing(series: Series) -> tuple[bool, ...]:
    one_way_ms = tuple(None if value is None else value / 2 for value in series.values)
    return missing_packets(one_way_ms, FIXED_BUFFER_MS)
