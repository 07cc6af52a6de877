"""The guided recordings of the microphone page: one take, or one of every microphone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.as_heard import as_recorded
from workspace_assistant.core.readiness.microphone.check import (
    FULL_QUIET_S,
    FULL_SPEECH_S,
    judge_live_recording,
    unavailable_outcome,
)
from workspace_assistant.core.readiness.microphone.comparison import (
    Candidate,
    Comparison,
    compare,
)
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice, Recording
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneProbe,
    MicrophoneUnavailableError,
    VoiceDetector,
)
from workspace_assistant.core.readiness.microphone.scores import scores
from workspace_assistant.core.readiness.microphone.speech_quality import SpeechQualityModel, rated
from workspace_assistant.core.readiness.microphone.take import Take
from workspace_assistant.core.readiness.microphone.texts import STAGE_ANALYZING, STAGE_OPENING
from workspace_assistant.core.readiness.microphone.voice_level import judged_dbov, voice_level
from workspace_assistant.core.readiness.model import Outcome, ReadinessReport
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.verdict import check_verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeMaker:
    """What a take is made with. `detector` and `model` may be absent; `earlier` tells the usual."""

    probe: MicrophoneProbe
    detector: VoiceDetector | None = None
    model: SpeechQualityModel | None = None
    earlier: Callable[[], Sequence[ReadinessReport]] = tuple

    def take(self, profile: WorkplaceProfile, device_id: str, ctx: JobContext) -> Take:
        """Record 2 s of quiet and 5 s of speech and judge them. Raises `JobCancelledError`.

        A microphone that cannot be had gives a take without a recording, which says why.
        """
        ctx.report(STAGE_OPENING)
        try:
            recording = self.probe.record(
                device_id=device_id, quiet_s=FULL_QUIET_S, speech_s=FULL_SPEECH_S, ctx=ctx
            )
        except MicrophoneUnavailableError as error:
            return _take(None, device_id, unavailable_outcome(error), profile)
        ctx.report(STAGE_ANALYZING, 1.0)
        outcome = judge_live_recording(
            recording,
            FULL_QUIET_S,
            profile.microphone,
            detector=self.detector,
            earlier=self.earlier(),
        )
        return _take(recording, device_id, self._with_rating(recording, outcome), profile)

    def compare(
        self, profile: WorkplaceProfile, devices: Sequence[MicrophoneDevice], ctx: JobContext
    ) -> Comparison:
        """A take of each microphone, one after the other; the recordings are dropped.

        Progress carries the microphone's id as its source.
        """
        return compare(
            [
                Candidate(
                    device=device,
                    outcome=self.take(profile, device.id, ctx.part(device.id)).outcome,
                )
                for device in devices
            ]
        )

    def _with_rating(self, recording: Recording, outcome: Outcome) -> Outcome:
        """The optional estimate, where its network is installed and there is a voice to rate."""
        level = voice_level(outcome)
        if self.model is None or level is None:
            return outcome
        channel = int(level.conditions["channel"])
        speech = as_recorded(recording, channel=channel, from_s=FULL_QUIET_S)
        samples = speech.samples[:, 0].astype("float64")
        ratings = rated(samples, speech.sample_rate_hz, judged_dbov(level), self.model)
        return replace(outcome, measurements=(*outcome.measurements, *ratings))


def _take(
    recording: Recording | None, device_id: str, outcome: Outcome, profile: WorkplaceProfile
) -> Take:
    channels = (one.conditions.get("channel") for one in outcome.measurements)
    return Take(
        recording=recording,
        device_id=device_id,
        quiet_s=FULL_QUIET_S,
        channel=next((int(channel) for channel in channels if channel is not None), 1),
        verdict=check_verdict(outcome),
        outcome=outcome,
        scores=scores(outcome, profile.microphone),
    )
