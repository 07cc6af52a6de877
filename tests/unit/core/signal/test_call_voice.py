"""The voice of a call's take: its level without pauses and without the noise between words."""

from __future__ import annotations

import numpy as np
import pytest

from tests.fakes.loudness import RATE_HZ, HeardFrom, talk
from tests.fakes.sounds import Samples, silence, speech_like, white_noise
from tests.fakes.voices import words
from workspace_assistant.core.signal.call_voice import CallVoice, call_voice


def heard(samples: Samples) -> CallVoice | None:
    return call_voice(samples.reshape(-1, 1), RATE_HZ)


def level(samples: Samples) -> CallVoice:
    found = heard(samples)
    assert found is not None
    return found


@pytest.mark.parametrize("dbov", [-50.0, -26.0, -12.0])
@pytest.mark.parametrize("pause_s", [0.8, 2.5])
def test_level_and_noise_are_those_that_were_made(dbov: float, pause_s: float) -> None:
    found = level(talk(dbov, dbov - 40, pause_s))
    assert found.level_dbov == pytest.approx(dbov, abs=0.5)
    assert found.speech_s == pytest.approx(4 - pause_s, abs=0.1)
    assert found.noise_dbov == pytest.approx(dbov - 40, abs=0.5)


def test_six_decibels_read_as_six_decibels() -> None:
    said = words(8) + white_noise(-70, 4, RATE_HZ)
    louder = level(2 * said).level_dbov - level(said).level_dbov
    assert louder == pytest.approx(6.02, abs=0.05)


def test_how_much_of_the_take_is_spoken_does_not_move_the_level() -> None:
    """With noise within P.56's margin the level of the whole would fall with each pause."""
    for pause_s in (2.8, 1.0):
        samples = talk(-30, -44, pause_s).reshape(-1, 1)
        found = call_voice(samples, RATE_HZ, HeardFrom(pause_s))
        assert found is not None
        assert found.level_dbov == pytest.approx(-30, abs=0.5)


def test_nobody_speaks() -> None:
    assert heard(silence(4, RATE_HZ)) is None
    assert heard(white_noise(-60, 4, RATE_HZ)) is None
    assert heard(np.zeros(10)) is None


def test_without_a_pause_the_noise_is_not_known() -> None:
    quiet = white_noise(-70, 0.45, RATE_HZ)
    found = level(np.concatenate((quiet, speech_like(-26, 3.5, RATE_HZ))))
    assert found.noise_dbov is None


def test_the_channel_that_hears_is_measured_and_an_offset_is_not() -> None:
    samples = np.column_stack((np.full(4 * RATE_HZ, 0.4), talk() + 0.01))
    found = call_voice(samples.astype(np.float32), RATE_HZ)
    assert found is not None
    assert found.level_dbov == pytest.approx(-26, abs=0.5)


@pytest.mark.parametrize("rate_hz", [16_000, 44_100])
def test_a_detector_decides_what_is_speech(rate_hz: int) -> None:
    samples = white_noise(-40, 2, rate_hz)
    both = np.concatenate((samples, 10 * samples)).reshape(-1, 1)
    found = call_voice(both, rate_hz, HeardFrom(2))
    assert found is not None
    assert found.level_dbov == pytest.approx(-20, abs=0.3)
    assert found.noise_dbov == pytest.approx(-40, abs=0.5)
    assert found.speech_s == pytest.approx(2, abs=0.03)
