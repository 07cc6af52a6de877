"""Gaps between words are deep, but for what fills them."""

import numpy as np
import pytest

from tests.fakes.sounds import Samples, silence, white_noise
from tests.fakes.voices import in_room, words
from workspace_assistant.core.signal.dip import LEAST_QUIET_S, Dip, dip
from workspace_assistant.core.signal.limits import LEAST_ABOVE_QUIET_DB, MOST_DIP_DB
from workspace_assistant.core.signal.recording import analyze_recording
from workspace_assistant.core.signal.reverberation import LEAST_SPEECH_S
from workspace_assistant.core.signal.voice_bands import voice_bands

RATE_HZ = 16_000


def heard(decay_s: float, noise_dbov: float = -75, rate_hz: int = RATE_HZ) -> Samples:
    """2 s of quiet, then words with hardly a pause."""
    said = words(18, sample_rate_hz=rate_hz, pause_s=0.03)
    spoken = np.concatenate((silence(2, rate_hz), in_room(said, rate_hz, decay_s)))
    return spoken + white_noise(noise_dbov, spoken.size / rate_hz, rate_hz)


def found(samples: Samples, rate_hz: int = RATE_HZ) -> Dip:
    quiet = voice_bands(samples[: 2 * rate_hz], rate_hz, LEAST_QUIET_S)
    said = voice_bands(samples[2 * rate_hz :], rate_hz, LEAST_SPEECH_S)
    assert quiet is not None
    assert said is not None
    return dip(quiet, said)


@pytest.mark.parametrize("rate_hz", [8000, 16_000, 44_100, 48_000])
def test_long_echoes_fill_the_gaps(rate_hz: int) -> None:
    dry, hall = (found(heard(decay_s, rate_hz=rate_hz), rate_hz) for decay_s in (0.05, 2.5))
    assert hall.dip_db < MOST_DIP_DB
    assert hall.dip_db < dip_of_pauses(rate_hz) - 10
    assert min(dry.above_quiet_db, hall.above_quiet_db) > LEAST_ABOVE_QUIET_DB


def dip_of_pauses(rate_hz: int) -> float:
    said = words(10, sample_rate_hz=rate_hz)
    spoken = np.concatenate((silence(2, rate_hz), said))
    return found(spoken + white_noise(-75, spoken.size / rate_hz, rate_hz), rate_hz).dip_db


def test_in_noise_the_voice_stands_less_above_the_quiet_part() -> None:
    assert found(heard(2.5, -40)).above_quiet_db < LEAST_ABOVE_QUIET_DB


def test_a_voice_under_steady_noise_of_its_own_part_does_not_dip() -> None:
    samples = heard(0.05)
    samples[2 * RATE_HZ :] += white_noise(-34, samples.size / RATE_HZ - 2, RATE_HZ)
    assert found(samples).dip_db < found(heard(0.05)).dip_db


@pytest.mark.parametrize(
    ("quiet_s", "speech_s", "rate_hz"), [(0.4, 5, 16_000), (2, 0.9, 16_000), (2, 5, 5999)]
)
def test_too_little_sound_has_no_dip(quiet_s: float, speech_s: float, rate_hz: int) -> None:
    sound = white_noise(-30, 6, rate_hz)
    quiet, speech = sound[: round(quiet_s * rate_hz)], sound[: round(speech_s * rate_hz)]
    samples = np.concatenate((quiet, speech * 30))
    assert analyze_recording(samples, rate_hz, quiet_s).dip is None


def test_silence_has_a_dip_of_nothing() -> None:
    assert found(np.zeros(7 * RATE_HZ)) == Dip(dip_db=0, above_quiet_db=0)


def test_a_recording_has_a_dip_where_no_decay_is_told() -> None:
    hall = analyze_recording(heard(2.5), RATE_HZ, 2)
    assert hall.echo is None
    assert hall.dip is not None
    assert hall.dip.dip_db < MOST_DIP_DB
    room = analyze_recording(in_room(words(10), RATE_HZ, 0.6), RATE_HZ, 0)
    assert room.echo is not None
    assert room.dip is None
