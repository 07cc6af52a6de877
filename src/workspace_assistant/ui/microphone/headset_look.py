"""What a new look at the headset leaves of what a test tone has told."""

from __future__ import annotations

from dataclasses import replace

from workspace_assistant.core.readiness.headset.measurements import LEAK
from workspace_assistant.core.readiness.model import Outcome, Value

# What a leak depends on.
_SET_UP = ("device", "playback", "input_volume_db", "output_volume_db")


def seen_again(new: Outcome, before: Outcome | None) -> Outcome:
    """*new*, and with it the leak that *before* has of the same devices at the same volumes."""
    if before is None or not _set_up(new) or _set_up(new) != _set_up(before):
        return new
    return replace(
        new,
        measurements=(
            *(one for one in new.measurements if one.id != LEAK),
            *(one for one in before.measurements if one.id == LEAK),
        ),
        findings=(
            *(one for one in new.findings if one.measurement != LEAK),
            *(one for one in before.findings if one.measurement == LEAK),
        ),
        not_measured=(
            *(one for one in new.not_measured if one.id != LEAK),
            *(one for one in before.not_measured if one.id == LEAK),
        ),
    )


def _set_up(found: Outcome) -> tuple[Value | None, ...]:
    """Devices and volumes; empty where the system does not tell."""
    told = next((one.conditions for one in found.measurements if one.conditions), None)
    return () if told is None else tuple(told.get(name) for name in _SET_UP)
