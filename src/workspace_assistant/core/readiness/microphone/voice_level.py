"""The level of the voice in an outcome: what steps, comparisons and one's usual voice go by."""

from __future__ import annotations

from workspace_assistant.core.readiness.microphone.measurements import (
    ABOVE_RUMBLE,
    LEVEL,
    WITHOUT_KNOCKS,
)
from workspace_assistant.core.readiness.model import Measurement, Outcome

NO_VOICE = "no-voice-recognized"


def voice_level(outcome: Outcome) -> Measurement | None:
    """The active speech level; None where there is none, or it is not that of a voice."""
    if any(one.code == NO_VOICE for one in outcome.findings):
        return None
    return next((one for one in outcome.measurements if one.id == LEVEL), None)


def judged_dbov(level: Measurement) -> float:
    """What of a level is the voice's: without rumble and knocks, where they are much of it."""
    told = level.conditions
    return float(told.get(WITHOUT_KNOCKS, told.get(ABOVE_RUMBLE, level.value)))
