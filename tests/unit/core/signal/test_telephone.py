"""A recording as the customer hears it: the band of the call, and what the line loses."""

from __future__ import annotations

import numpy as np
import pytest

from workspace_assistant.core.signal.level import Samples, power_db
from workspace_assistant.core.signal.telephone import WIDEBAND_RATE_HZ, narrowband, wideband

RATE_HZ = 48_000


def tone(frequency_hz: float) -> Samples:
    return 0.25 * np.sin(2 * np.pi * frequency_hz * np.arange(RATE_HZ) / RATE_HZ)


def gain_db(heard: Samples) -> float:
    middle = heard[heard.size // 4 : -heard.size // 4]
    return power_db(float(middle @ middle) / middle.size / (0.25**2 / 2))


def uncoded(samples: Samples, _rate_hz: int) -> Samples:
    return samples


@pytest.mark.parametrize(
    ("frequency_hz", "least_db", "most_db"),
    [(100, -90, -20), (300, -4, -2), (1000, -0.2, 0.2), (3400, -4, -2), (6000, -90, -30)],
)
def test_a_telephone_carries_300_to_3400_hz(
    frequency_hz: float, least_db: float, most_db: float
) -> None:
    heard, rate_hz = narrowband(tone(frequency_hz), RATE_HZ)
    assert rate_hz == 8_000
    assert heard.size == rate_hz
    assert least_db <= gain_db(heard) <= most_db


@pytest.mark.parametrize(
    ("frequency_hz", "least_db", "most_db"),
    [(20, -200, -30), (1000, -0.2, 0.2), (6000, -1, 0.2), (10_000, -200, -30)],
)
def test_wideband_carries_50_to_7000_hz(
    frequency_hz: float, least_db: float, most_db: float
) -> None:
    heard, rate_hz = wideband(tone(frequency_hz), RATE_HZ, uncoded)
    assert rate_hz == WIDEBAND_RATE_HZ
    assert heard.size == rate_hz
    assert least_db <= gain_db(heard) <= most_db


def test_lost_packets_are_missing_in_both() -> None:
    lost = [False] * 10 + [True] * 10
    narrow, _ = narrowband(tone(1000), RATE_HZ, lost)
    wide, _ = wideband(tone(1000), RATE_HZ, uncoded, lost)
    assert not narrow[round(0.35 * 8_000) : round(0.39 * 8_000)].any()
    assert not wide[round(0.35 * 16_000) : round(0.39 * 16_000)].any()


def test_the_coder_is_asked_at_its_own_rate() -> None:
    asked = []

    def halved(samples: Samples, rate_hz: int) -> Samples:
        asked.append((samples.size, rate_hz))
        return samples / 2

    heard, _ = wideband(tone(1000), RATE_HZ, halved)
    assert asked == [(WIDEBAND_RATE_HZ, WIDEBAND_RATE_HZ)]
    assert gain_db(heard) == pytest.approx(-6.02, abs=0.2)
