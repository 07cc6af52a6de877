"""When no break comes though there was work enough for it."""

from __future__ import annotations

from workspace_assistant.core.breaks.model import BreakKind, Settings
from workspace_assistant.core.breaks.state import State

AFTER_ANOTHER = "after-another"

# So close to a rest break no micro-break comes due, and no break so soon after another one.
NEAR_S = 300.0


def silence_s(state: State, settings: Settings) -> float:
    """For so long no break comes, for another one was just over; 0 for none."""
    if state.free_from is None:
        return 0.0
    free_s = (state.attended.at - state.free_from).total_seconds()
    return max(0.0, min(settings.postpone_s, NEAR_S) - free_s)


def is_before_rest(state: State, settings: Settings, in_s: float = 0.0) -> bool:
    """Whether a rest break is near, after *in_s* more of work: then no micro-break comes."""
    rest = settings.rest
    return rest.is_on and rest.work_s - state.rest_work_s - in_s < NEAR_S


def is_behind_later(state: State, kind: BreakKind) -> bool:
    """Whether a longer break that was postponed comes first."""
    later = state.later
    return kind is BreakKind.MICRO and later is not None and later.kind is not kind
