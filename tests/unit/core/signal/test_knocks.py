"""A knock over a faint voice is told by how much it lifts the level; a voice alone has none."""

from __future__ import annotations

import numpy as np
import pytest

from tests.fakes.sounds import silence, speech_like, tone, white_noise
from tests.fakes.voices import words
from workspace_assistant.core.signal.active_speech_level import active_speech_level
from workspace_assistant.core.signal.knocks import knocks_db
from workspace_assistant.core.signal.recording import analyze_recording

RATE_HZ = 16_000


def knocked(voice: np.ndarray, at_s: float, level_dbfs: float = -1.0) -> np.ndarray:
    """With a thump of 150 ms."""
    size = round(0.15 * RATE_HZ)
    thump = tone(170, level_dbfs, 0.15, RATE_HZ) * np.exp(-np.arange(size) / (0.02 * RATE_HZ))
    heard = voice.copy()
    start = round(at_s * RATE_HZ)
    heard[start : start + size] += thump
    return heard


def level_dbov(samples: np.ndarray) -> float:
    found = active_speech_level(samples, RATE_HZ)
    assert found is not None
    return found.level_dbov


@pytest.mark.parametrize("voice_dbov", [-38, -45, -50])
def test_the_lift_of_a_knock_is_told(voice_dbov: float) -> None:
    voice = words(10, level_dbov=voice_dbov)
    heard = knocked(voice, 2.3)
    true_db = level_dbov(heard) - level_dbov(voice)
    assert true_db > 5
    assert knocks_db(heard, RATE_HZ) == pytest.approx(true_db, abs=1)


@pytest.mark.parametrize(
    "sound",
    [
        words(10),
        knocked(words(10, level_dbov=-20), 2.3),  # lost in a loud voice
        speech_like(-30, 5, RATE_HZ),
        white_noise(-40, 5, RATE_HZ),
        silence(5, RATE_HZ),
        np.zeros(0),
        knocked(silence(0.4, RATE_HZ), 0.1),  # too short to tell
        knocked(silence(5, RATE_HZ), 2.0),  # over no voice at all
        knocked(words(10, level_dbov=-99), 2.3),  # nor over one too faint for P.56
        knocked(tone(20, -3, 5, RATE_HZ), 2.0, -60),  # rumble is none
    ],
)
def test_where_nothing_lifts_the_voice_there_is_none(sound: np.ndarray) -> None:
    assert knocks_db(sound, RATE_HZ) == 0


def test_less_than_3_db_is_not_worth_telling() -> None:
    long = np.concatenate([words(10, level_dbov=-36)] * 16)
    heard = knocked(long, 2.3)
    assert 0 < level_dbov(heard) - level_dbov(long) < 3
    assert knocks_db(heard, RATE_HZ) == 0


def test_the_signal_to_noise_ratio_is_that_of_the_voice() -> None:
    voice = np.concatenate((silence(2, RATE_HZ), words(10, level_dbov=-45)))
    voice += white_noise(-75, voice.size / RATE_HZ, RATE_HZ)
    clean, spoiled = (
        analyze_recording(sound, RATE_HZ, 2) for sound in (voice, knocked(voice, 4.3))
    )
    assert clean.knocks_db == 0
    assert spoiled.knocks_db > 10
    assert spoiled.snr_db == pytest.approx(clean.snr_db, abs=1)
