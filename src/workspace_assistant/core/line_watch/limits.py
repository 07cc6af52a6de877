"""What the workplace profile says about a watched line."""

from __future__ import annotations

from workspace_assistant.core.line_watch.model import WatchLimits
from workspace_assistant.core.line_watch.ports import WatchTarget
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile


def limits_of(profile: WorkplaceProfile) -> WatchLimits:
    """A second is bad from where the check before the shift says *not ready*."""
    return WatchLimits(
        delay_ms=profile.voice_path.rtt_ms.caution,
        cpu_fraction=profile.computer.cpu_percent.caution / 100,
    )


def target_of(profile: WorkplaceProfile) -> WatchTarget:
    return WatchTarget(stun=profile.voice_path.stun, turn=profile.voice_path.turn)
