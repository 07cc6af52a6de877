"""A recording from a file as a take: what a guided recording gives, without a microphone."""

from __future__ import annotations

from workspace_assistant.core.readiness.microphone.check import check_recording
from workspace_assistant.core.readiness.microphone.model import Recording
from workspace_assistant.core.readiness.microphone.ports import VoiceDetector
from workspace_assistant.core.readiness.microphone.scores import scores
from workspace_assistant.core.readiness.microphone.take import Take
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.verdict import check_verdict


def file_take(
    recording: Recording,
    quiet_s: float,
    profile: WorkplaceProfile,
    detector: VoiceDetector | None = None,
) -> Take:
    """Judges *recording*, whose first `quiet_s` are quiet, by the code that judges a live one."""
    outcome = check_recording(
        recording.samples,
        recording.sample_rate_hz,
        quiet_s,
        profile.microphone,
        detector=detector,
    )
    return Take(
        recording=recording,
        device_id="",
        quiet_s=quiet_s,
        channel=int(outcome.measurements[0].conditions["channel"]),
        verdict=check_verdict(outcome),
        outcome=outcome,
        scores=scores(outcome, profile.microphone),
    )
