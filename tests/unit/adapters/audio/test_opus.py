"""The Opus coder: the voice comes back, a little changed and in its place."""

from __future__ import annotations

import numpy as np
import pytest

from workspace_assistant.adapters.audio.opus import OpusUnavailableError, through_opus

RATE_HZ = 16_000


def test_a_voice_like_sound_comes_back_in_its_place() -> None:
    at_s = np.arange(2 * RATE_HZ) / RATE_HZ
    sound = sum(0.1 / k * np.sin(2 * np.pi * 150 * k * at_s) for k in range(1, 8))
    sound *= 0.6 + 0.4 * np.sin(2 * np.pi * 3 * at_s)
    heard = through_opus(sound, RATE_HZ)
    assert heard.size == sound.size
    middle = slice(RATE_HZ // 2, -RATE_HZ // 2)
    alike = np.corrcoef(sound[middle], heard[middle])[0, 1]
    assert 0.9 < alike < 0.999999  # coded, in step with what went in


@pytest.mark.parametrize("size", [0, 1, 319, 16_001])
def test_any_length_is_kept(size: int) -> None:
    assert through_opus(np.zeros(size), RATE_HZ).size == size


def test_a_rate_that_opus_has_not_is_refused() -> None:
    with pytest.raises(OpusUnavailableError):
        through_opus(np.zeros(4410), 44_100)
