"""A voice against the person's own usual one, with the same microphone.

Usual is the median of the earlier checks, so one odd day does not move it; three are the least that
say anything. Whoever sits as always speaks within a few decibels of it: 6 dB is twice the distance
to the microphone, or another input level. Checks that found the voice too loud or clipped, or none
at all, are not what anybody should come back to.

Blind spot: the level of a recording depends on the input volume as much as on the voice; a step in
either looks alike here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from workspace_assistant.core.readiness.findings import finding
from workspace_assistant.core.readiness.microphone.measurements import LEVEL, UNITS
from workspace_assistant.core.readiness.microphone.texts import FINDINGS
from workspace_assistant.core.readiness.microphone.voice_level import (
    NO_VOICE,
    judged_dbov,
    voice_level,
)
from workspace_assistant.core.readiness.model import (
    Finding,
    Measurement,
    Outcome,
    ReadinessReport,
    Severity,
)
from workspace_assistant.core.readiness.units import format_value

LEAST_EARLIER = 3
TELLING_DB = 6.0
# Whoever lowered the input as these advise must not hear that the voice is quieter now.
_UNUSUAL = frozenset({"speech-too-loud", "clipping", NO_VOICE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """The median speech level of `count` earlier checks with one microphone."""

    level_dbov: float
    count: int


def usual(reports: Sequence[ReadinessReport], device_name: str) -> Usual | None:
    """The usual level with *device_name*; None with fewer than three earlier recordings of it."""
    levels = [
        judged_dbov(found)
        for report in reports
        for check in report.checks
        if not _UNUSUAL & {one.code for one in check.findings}
        for found in check.measurements
        if _is_level_of(found, device_name)
    ]
    if len(levels) < LEAST_EARLIER:
        return None
    return Usual(level_dbov=median(levels), count=len(levels))


def _is_level_of(found: Measurement, device_name: str) -> bool:
    is_number = isinstance(found.value, int | float) and not isinstance(found.value, bool)
    return found.id == LEVEL and is_number and found.conditions.get("device") == device_name


def unusual_findings(outcome: Outcome, own: Usual | None) -> tuple[Finding, ...]:
    """A note when the voice of *outcome* is at least 6 dB quieter than usual."""
    found = voice_level(outcome)
    if own is None or found is None:
        return ()
    level_dbov = judged_dbov(found)
    lower_db = own.level_dbov - level_dbov
    if lower_db < TELLING_DB:
        return ()
    parameters = {
        "difference": format_value(round(lower_db), "dB"),
        "usual": format_value(own.level_dbov, UNITS[LEVEL]),
        "count": str(own.count),
    }
    return (
        finding(
            FINDINGS,
            "quieter-than-usual",
            Severity.INFO,
            LEVEL,
            value=level_dbov,
            limit=round(own.level_dbov - TELLING_DB, 2),
            parameters=parameters,
        ),
    )
