"""The estimate against rooms of known decay."""

import numpy as np
import pytest

from tests.fakes.sounds import Samples, silence, white_noise
from tests.fakes.voices import in_room, words
from workspace_assistant.core.signal.limits import SHORTEST_TOLD_DECAY_S
from workspace_assistant.core.signal.reverberation import (
    LEAST_DECAYS,
    LEAST_SPEECH_S,
    Reverberation,
    reverberation,
)
from workspace_assistant.core.signal.voice_bands import voice_bands

RATE_HZ = 16_000
LONG_DECAY_S = 0.6  # what the workplace profile asks for unless told otherwise


def heard(decay_s: float, rate_hz: int = RATE_HZ) -> Samples:
    said = words(8, sample_rate_hz=rate_hz, pause_s=0.6)
    return in_room(said, rate_hz, decay_s) + white_noise(-75, said.size / rate_hz, rate_hz)


def estimate(samples: Samples, rate_hz: int = RATE_HZ) -> Reverberation:
    found = estimate_or_none(samples, rate_hz)
    assert found is not None
    return found


def estimate_or_none(samples: Samples, rate_hz: float = RATE_HZ) -> Reverberation | None:
    bands = voice_bands(samples, rate_hz, LEAST_SPEECH_S)
    return reverberation(bands) if bands else None


@pytest.mark.parametrize("decay_s", [0.4, 0.6, 0.8, 1.0])
@pytest.mark.parametrize("rate_hz", [8000, 16_000, 44_100, 48_000])
def test_the_decay_of_a_room_is_found_within_the_uncertainty(decay_s: float, rate_hz: int) -> None:
    room = estimate(heard(decay_s, rate_hz), rate_hz)
    assert room.decay_s == pytest.approx(decay_s, abs=1.5 * room.uncertainty_s)
    assert 0.1 <= room.uncertainty_s <= 0.3
    assert room.decays >= LEAST_DECAYS


def test_a_dry_room_is_not_told_from_a_short_echo() -> None:
    assert estimate(heard(0.1)).decay_s < SHORTEST_TOLD_DECAY_S
    assert estimate(heard(0.25)).decay_s < SHORTEST_TOLD_DECAY_S


def test_the_limit_parts_a_hall_from_a_living_room() -> None:
    hall, living_room = estimate(heard(0.9)), estimate(heard(0.45))
    assert hall.decay_s - hall.uncertainty_s > LONG_DECAY_S
    assert living_room.decay_s - living_room.uncertainty_s < LONG_DECAY_S


def test_words_that_disagree_have_no_estimate() -> None:
    rooms = [in_room(words(1, pause_s=1.2), RATE_HZ, decay_s) for decay_s in (0.1, 2.0) * 4]
    assert estimate_or_none(np.concatenate(rooms)) is None


@pytest.mark.parametrize(
    "samples",
    [
        np.zeros(0),
        np.zeros(1),
        silence(3, RATE_HZ),
        np.full(3 * RATE_HZ, 0.5),
        white_noise(-20, 3, RATE_HZ),
        words(1),
    ],
)
def test_without_ends_of_words_there_is_no_estimate(samples: Samples) -> None:
    assert estimate_or_none(samples) is None


def test_a_long_recording_has_the_levels_of_its_parts() -> None:
    rate_hz, after = 6000, 60
    first, second = white_noise(-30, 120, rate_hz), white_noise(-40, after, rate_hz, seed=2)
    whole = voice_bands(np.concatenate((first, second)), rate_hz, LEAST_SPEECH_S)
    parts = [voice_bands(part, rate_hz, LEAST_SPEECH_S) for part in (first, second)]
    assert whole is not None
    for place, levels in enumerate(whole):
        expected = np.concatenate([part[place] for part in parts if part is not None])
        differences = np.abs(levels - expected)
        assert levels.size == (120 + after) * 200
        assert np.quantile(differences, 0.99) < 0.3
        assert np.median(differences) < 0.01


@pytest.mark.parametrize("rate_hz", [1.0, 5999.0, 6000.0, 1e6])
def test_odd_rates_do_no_harm(rate_hz: float) -> None:
    found = estimate_or_none(heard(0.5), rate_hz)
    assert found is None or found.decay_s > 0
