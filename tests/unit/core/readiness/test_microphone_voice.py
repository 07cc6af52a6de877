"""Whether what is heard is a voice, and what a live recording is judged by."""

from dataclasses import replace

import numpy as np
import pytest

from tests.fakes.reports import a_report
from tests.fakes.sounds import spoken_recording, white_noise
from workspace_assistant.core.readiness.microphone.check import (
    check_recording,
    judge_live_recording,
)
from workspace_assistant.core.readiness.microphone.model import (
    Connection,
    MicrophoneDevice,
    Recording,
)
from workspace_assistant.core.readiness.model import (
    Measurement,
    Outcome,
    ReadinessReport,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement
from workspace_assistant.core.readiness.verdict import check_verdict

RATE_HZ = 16_000
NEED = MicrophoneRequirement()


def outcome_of(samples: np.ndarray, quiet_s: float = 2) -> Outcome:
    return check_recording(samples, RATE_HZ, quiet_s, NEED)


def codes(outcome: Outcome) -> set[str]:
    return {finding.code for finding in outcome.findings}


def values(outcome: Outcome) -> dict[str, object]:
    return {measurement.id: measurement.value for measurement in outcome.measurements}


def gaps(outcome: Outcome) -> dict[str, str]:
    return {gap.id: gap.reason for gap in outcome.not_measured}


class EverSpeaking:
    name = "ever-speaking"
    frame_s = 0.016

    def probabilities(self, samples_16k: np.ndarray) -> np.ndarray:
        return (np.arange(len(samples_16k) // 256) >= 2 / self.frame_s).astype(float)


def test_a_live_recording_is_judged_by_device_clock_detector_and_past() -> None:
    bluetooth = MicrophoneDevice(id="b", name="WH-1000", connection=Connection.BLUETOOTH)
    frames = np.full(7 * RATE_HZ // 160, 160)
    recording = Recording(
        samples=spoken_recording(speech_dbov=-33).astype(np.float32),
        sample_rate_hz=RATE_HZ,
        device_name="WH-1000",
        block_ends_s=np.cumsum(frames) / RATE_HZ * 1.1,
        block_frames=frames,
        device=bluetooth,
    )
    earlier = [past_report("WH-1000", -24.0)] * 3
    outcome = judge_live_recording(recording, 2, NEED, detector=EverSpeaking(), earlier=earlier)
    assert codes(outcome) == {"clock-off", "hands-free-suspected", "quieter-than-usual"}
    told = {one.id: one for one in outcome.measurements}
    assert told["microphone.clock_error"].value == pytest.approx(-91_000, rel=0.01)
    activity = told["microphone.speech_activity"]
    assert (activity.value, activity.conditions["detector"]) == (1, "ever-speaking")


def past_report(device: str, level_dbov: float) -> ReadinessReport:
    level = Measurement(
        id="microphone.active_speech_level",
        value=level_dbov,
        unit="dBov",
        conditions={"device": device},
    )
    check = replace(a_report().checks[0], measurements=(level,))
    return replace(a_report(), checks=(check,))


class NeverSpeaking(EverSpeaking):
    def probabilities(self, samples_16k: np.ndarray) -> np.ndarray:
        return np.zeros(len(samples_16k) // 256)


def fan_switched_on(speech_dbov: float) -> np.ndarray:
    samples = white_noise(speech_dbov, 7, RATE_HZ)[:, None]
    samples[: 2 * RATE_HZ] *= 10 ** (-20 / 20)
    return samples


def test_a_fan_that_starts_is_no_voice() -> None:
    outcome = check_recording(fan_switched_on(-28), RATE_HZ, 2, NEED, detector=NeverSpeaking())
    assert [(f.code, f.severity) for f in outcome.findings] == [
        ("no-voice-recognized", Severity.CAUTION)
    ]
    assert check_verdict(outcome) is Verdict.NOT_TESTED
    assert values(outcome)["microphone.active_speech_level"] == pytest.approx(-28, abs=0.3)
    assert {key for key, reason in gaps(outcome).items() if reason == "no-voice"} == {
        "microphone.snr",
        "microphone.audio_bandwidth",
        "microphone.reverberation",
    }


@pytest.mark.parametrize(
    ("samples", "is_doubted"),
    [
        (spoken_recording(speech_dbov=-47, noise_dbov=-70), False),
        (spoken_recording(speech_dbov=-47, noise_dbov=-75), True),
        (spoken_recording(speech_dbov=-24, noise_dbov=-44), True),
    ],
)
def test_a_faint_voice_is_not_doubted(samples: np.ndarray, *, is_doubted: bool) -> None:
    outcome = check_recording(samples, RATE_HZ, 2, NEED, detector=NeverSpeaking())
    assert ("no-voice-recognized" in codes(outcome)) is is_doubted
    assert ("speech-too-quiet" in codes(outcome)) is not is_doubted


def test_without_a_detector_a_knock_is_no_voice() -> None:
    samples = white_noise(-70, 7, RATE_HZ)[:, None]
    samples[4 * RATE_HZ : 4 * RATE_HZ + RATE_HZ // 20] *= 300
    outcome = outcome_of(samples)
    assert "no-voice-recognized" in codes(outcome)
    assert codes(outcome).isdisjoint({"speech-too-loud", "noise-gate"})
    assert check_verdict(outcome) is Verdict.NOT_TESTED


def test_without_a_detector_our_own_is_named() -> None:
    (activity,) = (
        one
        for one in outcome_of(spoken_recording()).measurements
        if one.id == "microphone.speech_activity"
    )
    assert activity.conditions["detector"] == "energy"
