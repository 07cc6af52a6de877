"""The published level of recorded voices, beside the sample-wise method on the same file.

Voices: alsa-utils and espeak-ng, at 8, 16 and 48 kHz, -12 to -56 dBov, in white noise 5 dB under
the voice and without. The files hold 16 bits, as the reference implementation takes them, and the
number is the one of the check, so whatever comes before the measure is in it.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.fakes.sounds import Samples, white_noise
from tests.fakes.voltmeter import voltmeter
from tests.lab.sound_server import missing_tools
from workspace_assistant.adapters.audio.wav_file import read_recording
from workspace_assistant.core.readiness.microphone.check import check_recording
from workspace_assistant.core.readiness.microphone.measurements import LEVEL
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement
from workspace_assistant.core.signal.resampling import resampled

RECORDED = Path("/usr/share/sounds/alsa")
MISSING = missing_tools("espeak-ng") or ("" if RECORDED.is_dir() else "the voice of alsa-utils")
pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}"),
]
LONGEST_S = 6


def at_rate(samples: Samples, from_hz: int, to_hz: int) -> Samples:
    return resampled(samples[: LONGEST_S * from_hz], from_hz, to_hz)


@pytest.fixture(scope="module")
def voices(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Samples, int]]:
    spoken = tmp_path_factory.mktemp("voice") / "spoken.wav"
    sentence = "Thanks for calling; shall we check together which orders should ship on Thursday?"
    subprocess.run(["espeak-ng", "-w", spoken, sentence], check=True)
    words = [soundfile.read(path)[0] for path in sorted(RECORDED.glob("[FRS]*.wav"))]
    return {"recorded": (np.concatenate(words), 48_000), "made": soundfile.read(spoken)}


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 48_000])
@pytest.mark.parametrize("name", ["recorded", "made"])
def test_the_level_is_that_of_the_sample_wise_method(
    voices: dict[str, tuple[Samples, int]], name: str, rate_hz: int, tmp_path: Path
) -> None:
    voice = at_rate(*voices[name], rate_hz)
    noise = white_noise(0, voice.size, 1)
    measured = voltmeter(voice / 8, rate_hz)
    assert measured is not None
    for level_dbov in (-12, -26, -41, -56):
        gain = 10 ** ((level_dbov - measured.level_dbov) / 20) / 8
        for noise_gain in (0.0, 10 ** ((level_dbov - 5) / 20)):
            path = tmp_path / "voice.wav"
            soundfile.write(path, voice * gain + noise * noise_gain, rate_hz, subtype="PCM_16")
            expected = voltmeter(soundfile.read(path)[0], rate_hz)
            recording = read_recording(path)
            outcome = check_recording(recording.samples, rate_hz, 0, MicrophoneRequirement())
            values = {measurement.id: measurement.value for measurement in outcome.measurements}
            assert expected is not None
            assert values[LEVEL] == pytest.approx(expected.level_dbov, abs=0.006)
