"""One guided recording and all that was found in it; what the user looks at, hears and compares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.core.readiness.microphone.measurements import (
    CLIPPING,
    DROPOUTS,
    HUM,
    LEVEL,
    NOISE,
    SNR,
)
from workspace_assistant.core.readiness.microphone.model import Recording
from workspace_assistant.core.readiness.microphone.scores import Score
from workspace_assistant.core.readiness.model import Measurement, Outcome, Verdict

# Reading a sentence twice changes these by less.
_TELLING: Mapping[str, float] = {
    LEVEL: 1.0,
    NOISE: 1.0,
    SNR: 1.0,
    HUM: 2.0,
    CLIPPING: 1.0,
    DROPOUTS: 1.0,
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Take:
    """A recording with its outcome. Held in memory alone, until the user saves it by hand.

    `recording` is None where the microphone could not be had; `outcome` says why. The first
    `quiet_s` of it are the quiet part; `channel` (counted from 1) is the one that was measured.
    """

    recording: Recording | None
    device_id: str
    quiet_s: float
    channel: int
    verdict: Verdict
    outcome: Outcome
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was played: over which kind of call, and what share of its packets was missing.

    `kind` is None for the recording as it is; `loss_fraction` is None where no voice path was
    measured yet, so that nothing was left out.
    """

    kind: CallKind | None
    loss_fraction: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One number of two takes: before and after, in the unit of the measurement."""

    measurement: str
    unit: str
    before: float
    after: float


def changes(before: Outcome, after: Outcome) -> tuple[Change, ...]:
    """The numbers that differ by more than reading a sentence twice does, in their usual order."""
    old = {one.id: one for one in before.measurements}
    found = (_change(old.get(one.id), one) for one in after.measurements)
    return tuple(change for change in found if change is not None)


def _change(before: Measurement | None, after: Measurement) -> Change | None:
    least = _TELLING.get(after.id)
    if before is None or least is None:
        return None
    pair = float(before.value), float(after.value)
    if abs(pair[0] - pair[1]) < least:
        return None
    return Change(measurement=after.id, unit=after.unit, before=pair[0], after=pair[1])
