"""Spoken sentences (espeak-ng) in noise (sox), as files: the verdicts a person would give."""

import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.lab.sound_server import missing_tools
from workspace_assistant.adapters.audio.wav_file import read_recording
from workspace_assistant.core.readiness.microphone.check import check_recording
from workspace_assistant.core.readiness.microphone.texts import STAGE_SPEECH
from workspace_assistant.core.readiness.model import Outcome, Verdict
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement
from workspace_assistant.core.readiness.verdict import check_verdict
from workspace_assistant.core.signal.active_speech_level import active_speech_level
from workspace_assistant.core.signal.filtering import without_rumble

MISSING = missing_tools("espeak-ng", "sox")
pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}"),
]
RATE_HZ = 48_000


@pytest.fixture(scope="module")
def voice(tmp_path_factory: pytest.TempPathFactory) -> np.ndarray:
    """Five seconds of a synthetic voice reading the check's own sentence, at -26 dBov."""
    folder = tmp_path_factory.mktemp("voice")
    sentence = STAGE_SPEECH.partition("“")[2]
    subprocess.run(["espeak-ng", "-w", folder / "raw.wav", sentence], check=True)
    subprocess.run(
        ["sox", "-D", folder / "raw.wav", "-r", str(RATE_HZ), folder / "voice.wav"], check=True
    )
    samples = soundfile.read(folder / "voice.wav")[0][: 5 * RATE_HZ]
    level = active_speech_level(without_rumble(samples, RATE_HZ), RATE_HZ)
    assert level is not None
    assert 0.6 < level.activity_fraction <= 1
    return samples * 10 ** ((-26 - level.level_dbov) / 20)


@pytest.fixture(scope="module")
def pink(tmp_path_factory: pytest.TempPathFactory) -> np.ndarray:
    """Pink noise at 0 dBov RMS."""
    path = tmp_path_factory.mktemp("noise") / "pink.wav"
    command = ["sox", "-R", "-n", "-r", str(RATE_HZ), "-b", "32", str(path)]
    subprocess.run([*command, "synth", "8", "pinknoise", "gain", "-6"], check=True)
    noise = soundfile.read(path)[0]
    return noise / np.sqrt(np.mean(noise**2))


def judge(path: Path, samples: np.ndarray) -> Outcome:
    soundfile.write(path, samples, RATE_HZ, subtype="PCM_24")
    recording = read_recording(path)
    need = MicrophoneRequirement()
    return check_recording(recording.samples, recording.sample_rate_hz, 2, need)


@pytest.mark.parametrize(
    ("gain_db", "noise_dbov", "codes", "verdict"),
    [
        (0, -70, set(), Verdict.READY),
        (8, -60, set(), Verdict.READY),
        (-12, -80, {"speech-too-quiet"}, Verdict.CAUTION),
        (-22, -90, {"speech-too-quiet"}, Verdict.NOT_READY),
        (0, -46, {"snr-low"}, Verdict.CAUTION),
        (0, -38, {"snr-low", "noise-high"}, Verdict.NOT_READY),
        (18, -60, {"speech-too-loud", "clipping"}, Verdict.NOT_READY),
    ],
)
def test_speech_in_noise(
    voice: np.ndarray,
    pink: np.ndarray,
    tmp_path: Path,
    gain_db: float,
    noise_dbov: float,
    codes: set[str],
    verdict: Verdict,
) -> None:
    samples = pink[: 2 * RATE_HZ + voice.size] * 10 ** (noise_dbov / 20)
    samples[2 * RATE_HZ :] += voice * 10 ** (gain_db / 20)
    outcome = judge(tmp_path / "spoken.wav", np.clip(samples, -1, 1))
    assert {finding.code for finding in outcome.findings} == codes
    assert check_verdict(outcome) is verdict
    (level,) = [m.value for m in outcome.measurements if m.id.endswith("active_speech_level")]
    if "clipping" not in codes:
        assert level == pytest.approx(-26 + gain_db, abs=0.4)


def test_noise_alone_is_no_speech(pink: np.ndarray, tmp_path: Path) -> None:
    outcome = judge(tmp_path / "noise.wav", pink[: 7 * RATE_HZ] * 10 ** (-50 / 20))
    assert {finding.code for finding in outcome.findings} == {"no-speech-heard"}
    assert check_verdict(outcome) is Verdict.NOT_TESTED
