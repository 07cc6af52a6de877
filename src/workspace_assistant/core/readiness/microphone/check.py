"""The microphone check: record live, or take a recording, and judge it by the same code."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.baseline import unusual_findings, usual
from workspace_assistant.core.readiness.microphone.device_texts import UNAVAILABLE
from workspace_assistant.core.readiness.microphone.heard import OWN_DETECTOR
from workspace_assistant.core.readiness.microphone.measurements import ESSENTIAL
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice, Recording
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneProbe,
    MicrophoneUnavailableError,
    VoiceDetector,
)
from workspace_assistant.core.readiness.microphone.remarks import input_lost_finding
from workspace_assistant.core.readiness.microphone.rules import judge_recording
from workspace_assistant.core.readiness.microphone.texts import STAGE_ANALYZING, STAGE_OPENING
from workspace_assistant.core.readiness.model import NotMeasured, Outcome, ReadinessReport, Value
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement

if TYPE_CHECKING:  # dear to import; the window paints first
    import numpy as np
    from numpy.typing import NDArray

    from workspace_assistant.core.signal.recording import BlockTimes

log = logging.getLogger(__name__)

FULL_QUIET_S, FULL_SPEECH_S = 2.0, 5.0
QUICK_QUIET_S, QUICK_SPEECH_S = 1.0, 3.0


def check_microphone(
    probe: MicrophoneProbe,
    request: CheckRequest,
    ctx: JobContext,
    *,
    detector: VoiceDetector | None = None,
    earlier: Sequence[ReadinessReport] = (),
) -> Outcome:
    """Record 2 s of quiet and 5 s of speech (quick: 1 s and 3 s) and judge them.

    Without a *detector* our own tells voice from silence; *earlier* reports tell what is usual.
    Raises `JobCancelledError` and nothing else: a microphone that cannot be had is an outcome.
    """
    quiet_s, speech_s = (
        (QUICK_QUIET_S, QUICK_SPEECH_S) if request.quick else (FULL_QUIET_S, FULL_SPEECH_S)
    )
    ctx.report(STAGE_OPENING)
    try:
        recording = probe.record(
            device_id=request.microphone, quiet_s=quiet_s, speech_s=speech_s, ctx=ctx
        )
    except MicrophoneUnavailableError as error:
        log.debug("microphone unavailable: %s", error)
        return unavailable_outcome(error)
    ctx.report(STAGE_ANALYZING, 1.0)
    return judge_live_recording(
        recording, quiet_s, request.profile.microphone, detector=detector, earlier=earlier
    )


def judge_live_recording(
    recording: Recording,
    quiet_s: float,
    requirement: MicrophoneRequirement,
    *,
    detector: VoiceDetector | None = None,
    earlier: Sequence[ReadinessReport] = (),
) -> Outcome:
    """The outcome of a recording made by a probe, with the device among the conditions."""
    from workspace_assistant.core.signal.recording import analyze_recording

    analysis = analyze_recording(
        recording.samples,
        recording.sample_rate_hz,
        quiet_s,
        blocks=_block_times(recording),
        detector=detector,
    )
    device = recording.device or MicrophoneDevice(id="", name=recording.device_name)
    conditions: dict[str, Value] = {"device": recording.device_name}
    outcome = judge_recording(
        analysis, requirement, conditions, device=device, detector=_name(detector)
    )
    lost = (input_lost_finding(recording.overflows),) if recording.overflows else ()
    unusual = unusual_findings(outcome, usual(earlier, recording.device_name))
    return replace(outcome, findings=(*outcome.findings, *unusual, *lost))


def check_recording(
    samples: NDArray[np.floating],
    sample_rate_hz: float,
    quiet_s: float,
    requirement: MicrophoneRequirement,
    *,
    detector: VoiceDetector | None = None,
) -> Outcome:
    """The outcome of a recording from a file: frames x channels, full scale 1.0, finite."""
    from workspace_assistant.core.signal.recording import analyze_recording

    analysis = analyze_recording(samples, sample_rate_hz, quiet_s, detector=detector)
    return judge_recording(analysis, requirement, {}, detector=_name(detector))


def unavailable_outcome(error: MicrophoneUnavailableError) -> Outcome:
    """Nothing was measured: says why, and what to do next."""
    gap = NotMeasured(id="microphone", reason=error.reason.value, detail=UNAVAILABLE[error.reason])
    return Outcome(not_measured=(gap,), essential=ESSENTIAL)


def _block_times(recording: Recording) -> BlockTimes | None:
    from workspace_assistant.core.signal.recording import BlockTimes

    ends_s, frames = recording.block_ends_s, recording.block_frames
    return None if ends_s is None or frames is None else BlockTimes(ends_s=ends_s, frames=frames)


def _name(detector: VoiceDetector | None) -> str:
    return detector.name if detector else OWN_DETECTOR
