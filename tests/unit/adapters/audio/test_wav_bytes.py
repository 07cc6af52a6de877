"""What is saved is what was recorded."""

import tracemalloc
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.fakes.sounds import tone
from workspace_assistant.adapters.audio.wav_bytes import wav_bytes
from workspace_assistant.adapters.audio.wav_file import read_recording


@pytest.mark.parametrize("channels", [1, 2, 3])
@pytest.mark.parametrize("frames", [8_000, 8_001])
def test_a_saved_recording_reads_the_same(tmp_path: Path, channels: int, frames: int) -> None:
    steps = np.random.default_rng(1).integers(-32768, 32768, (frames, channels))
    samples = (steps / 32768).astype(np.float32)
    path = tmp_path / "a.wav"
    path.write_bytes(wav_bytes(samples, 8_000))
    np.testing.assert_array_equal(read_recording(path).samples, samples)
    read, rate_hz = soundfile.read(path, always_2d=True)
    assert rate_hz == 8_000
    np.testing.assert_array_equal(read, samples)


def test_minutes_of_sound_are_written_in_little_memory(tmp_path: Path) -> None:
    samples = np.random.default_rng(2).uniform(-1, 1, 4_000_001).astype(np.float32)
    tracemalloc.start()
    try:
        content = wav_bytes(samples, 48_000)
        peak_bytes = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak_bytes < 2 * len(content) + 8_000_000
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    np.testing.assert_allclose(read_recording(path).samples[:, 0], samples, atol=2**-23)


def test_what_exceeds_full_scale_is_cut_and_never_wraps(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(wav_bytes(3 * tone(100, -3.01, 1, 8_000), 8_000))
    samples = read_recording(path).samples
    assert samples.max() == pytest.approx(1, abs=1e-6)
    assert samples.min() == -1
