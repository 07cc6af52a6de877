"""The analysis of a clean recording, and what is told of it with parts changed."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes.sounds import spoken_recording
from workspace_assistant.core.readiness.microphone.model import Connection, MicrophoneDevice
from workspace_assistant.core.readiness.microphone.rules import judge_recording
from workspace_assistant.core.readiness.model import Finding, Outcome
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement
from workspace_assistant.core.signal.audio_bandwidth import AudioBandwidth
from workspace_assistant.core.signal.clipping import Clipping
from workspace_assistant.core.signal.dropouts import Dropouts
from workspace_assistant.core.signal.recording import RecordingAnalysis, analyze_recording

RATE_HZ = 16_000
NEED = MicrophoneRequirement()
CLEAN = replace(
    analyze_recording(spoken_recording(), RATE_HZ, 2),
    hum=None,
    audio_bandwidth=None,
    dropouts=Dropouts(zero_runs=0, splices=0, repeats=0, at_s=()),
    gate=None,
    clock=None,
    voice=None,
    echo=None,
    over_driven=None,
    clipping=Clipping(events=0, full_scale_samples=0, pile_up_fraction=0, loud_samples=0),
)
NARROW = AudioBandwidth(upper_hz=3996, kind="narrowband", drop_db=40)
WIDE = AudioBandwidth(upper_hz=7990, kind="wideband", drop_db=40)
FULL = AudioBandwidth(upper_hz=17_000, kind="full-band", drop_db=None)
USB = MicrophoneDevice(id="a", name="USB Headset", connection=Connection.USB)
BLUETOOTH = MicrophoneDevice(id="b", name="WH-1000", connection=Connection.BLUETOOTH)


def judged(
    need: MicrophoneRequirement = NEED,
    device: MicrophoneDevice | None = None,
    clean: RecordingAnalysis = CLEAN,
    **parts: object,
) -> Outcome:
    return judge_recording(
        replace(clean, **parts), need, {}, device=device, detector="test-detector"
    )


def only(outcome: Outcome) -> Finding:
    (found,) = outcome.findings
    return found


def value_of(outcome: Outcome, key: str) -> object:
    return next((one.value for one in outcome.measurements if one.id == key), None)


def conditions_of(outcome: Outcome, key: str) -> dict[str, object]:
    return dict(next(one.conditions for one in outcome.measurements if one.id == key))


def gaps(outcome: Outcome) -> dict[str, str]:
    return {gap.id: gap.reason for gap in outcome.not_measured}
