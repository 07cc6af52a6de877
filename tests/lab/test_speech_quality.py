"""The rating network, where it is installed: it hears noise and echo, and not clipping."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from workspace_assistant.adapters.audio import speech_quality
from workspace_assistant.adapters.audio.speech_quality import installed
from workspace_assistant.core.readiness.microphone.speech_quality import (
    BACKGROUND,
    OVERALL,
    rated,
)
from workspace_assistant.core.signal.active_speech_level import active_speech_level
from workspace_assistant.core.signal.level import Samples

pytestmark = pytest.mark.lab

RATE_HZ = 22_050  # espeak-ng's own
MODEL = installed()
SENTENCE = "Good morning, thanks for calling; shall we check which five orders should ship today?"


@pytest.fixture(scope="module")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    if shutil.which("espeak-ng") is None:
        pytest.skip("espeak-ng is not installed")
    import soundfile

    file: Path = tmp_path_factory.mktemp("voice") / "voice.wav"
    subprocess.run(["espeak-ng", "-v", "en", "-w", str(file), SENTENCE], check=True)
    samples, rate_hz = soundfile.read(file)
    assert rate_hz == RATE_HZ
    return np.asarray(samples, dtype=np.float64)


def ratings(samples: Samples) -> tuple[float, float]:
    level = active_speech_level(samples, RATE_HZ)
    assert level is not None
    assert MODEL is not None
    found = {one.id: one.value for one in rated(samples, RATE_HZ, level.level_dbov, MODEL)}
    return float(found[BACKGROUND]), float(found[OVERALL])


@pytest.mark.skipif(MODEL is None, reason="the extra speech-quality is not installed")
def test_noise_and_echo_rate_worse_and_clipping_does_not(voice: Samples) -> None:
    random = np.random.default_rng(5)
    room = random.normal(size=RATE_HZ) * np.exp(-6.9 * np.arange(RATE_HZ) / RATE_HZ / 0.8)
    size = 2 ** int(np.ceil(np.log2(voice.size + room.size)))
    spectrum = np.fft.rfft(voice, size) * np.fft.rfft(room / np.linalg.norm(room), size)
    echoed = np.fft.irfft(spectrum, size)[: voice.size]
    noisy = voice + random.normal(size=voice.size) * voice.std() * 0.3
    clipped = np.clip(voice, -0.4 * np.abs(voice).max(), 0.4 * np.abs(voice).max())
    clean_background, clean_overall = ratings(voice)
    assert ratings(noisy)[0] < clean_background - 1
    assert ratings(echoed)[1] < clean_overall - 0.5
    assert abs(ratings(clipped)[1] - clean_overall) < 0.3  # the documented blind spot


def test_without_the_extra_there_is_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech_quality, "find_spec", lambda _name: None)
    assert installed() is None


@pytest.mark.skipif(MODEL is None, reason="the extra speech-quality is not installed")
def test_a_package_without_its_model_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech_quality, "files", lambda _name: ())
    assert installed() is None
