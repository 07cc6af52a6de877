"""The listener's rating: what the network is given, and what becomes of its answer."""

from __future__ import annotations

import numpy as np
import pytest

from workspace_assistant.core.readiness.microphone.speech_quality import (
    BACKGROUND,
    OVERALL,
    RawRating,
    rated,
)
from workspace_assistant.core.signal.level import Samples, mean_square, power_db
from workspace_assistant.core.signal.rating_input import rating_input

RATE_HZ = 48_000


class Listener:
    """Answers the same and keeps what it heard."""

    def __init__(self, background: float, overall: float) -> None:
        self.answer = RawRating(background=background, overall=overall)
        self.heard: list[Samples] = []

    def rate(self, samples_16k: Samples) -> RawRating:
        self.heard.append(samples_16k)
        return self.answer


def tone(seconds: float, level_dbov: float) -> Samples:
    at_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    wave: Samples = 10 ** (level_dbov / 20) * np.sqrt(2) * np.sin(2 * np.pi * 400 * at_s)
    return wave


def test_the_network_hears_nine_seconds_at_one_level() -> None:
    heard = rating_input(tone(3.0, -40.0), RATE_HZ, -40.0)
    assert heard.size == 144_160
    assert power_db(mean_square(heard)) == pytest.approx(-26, abs=0.05)


def test_loud_peaks_stay_within_full_scale() -> None:
    assert np.abs(rating_input(tone(3.0, -10.0), RATE_HZ, -60.0)).max() == 1


def test_ratings_follow_the_published_curve_and_say_that_they_are_estimates() -> None:
    listener = Listener(background=4.0, overall=3.0)
    background, overall = rated(tone(3.0, -26.0), RATE_HZ, -26.0, listener)
    assert (background.id, background.value) == (BACKGROUND, 3.93)
    assert (overall.id, overall.value) == (OVERALL, 2.78)
    assert background.conditions["is_estimate"] is True
    assert len(listener.heard) == 1


@pytest.mark.parametrize(("raw", "value"), [(-3.0, 1.0), (0.0, 1.0), (6.0, 4.52)])
def test_ratings_stay_on_the_scale(raw: float, value: float) -> None:
    background, _ = rated(tone(3.0, -26.0), RATE_HZ, -26.0, Listener(raw, raw))
    assert background.value == value


def test_too_little_speech_is_not_rated() -> None:
    listener = Listener(4.0, 4.0)
    assert rated(tone(1.9, -26.0), RATE_HZ, -26.0, listener) == ()
    assert not listener.heard
