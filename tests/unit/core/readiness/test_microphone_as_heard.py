"""A recording as the customer hears it: the right channel, the right stretch, the call's rate."""

from __future__ import annotations

import numpy as np
import pytest

from workspace_assistant.core.readiness.microphone.as_heard import CallKind, as_heard
from workspace_assistant.core.readiness.microphone.model import Recording
from workspace_assistant.core.signal.level import Samples

RATE_HZ = 48_000


def uncoded(samples: Samples, _rate_hz: int) -> Samples:
    return samples


def two_channels() -> Recording:
    """Silence for a second, then a tone on the second channel for a second."""
    samples = np.zeros((2 * RATE_HZ, 2), dtype=np.float32)
    samples[RATE_HZ:, 1] = 0.25 * np.sin(2 * np.pi * 1000 * np.arange(RATE_HZ) / RATE_HZ)
    return Recording(samples=samples, sample_rate_hz=RATE_HZ, device_name="Headset")


@pytest.mark.parametrize(("kind", "rate_hz"), [(CallKind.G711, 8_000), (CallKind.WIDEBAND, 16_000)])
def test_the_speech_of_one_channel_at_the_rate_of_the_call(kind: CallKind, rate_hz: int) -> None:
    heard = as_heard(two_channels(), kind, coder=uncoded, channel=2, from_s=1.0)
    assert heard.sample_rate_hz == rate_hz
    assert heard.samples.shape == (rate_hz, 1)
    assert heard.samples.dtype == np.float32
    assert np.abs(heard.samples[rate_hz // 2]).max() <= 0.26
    assert heard.samples[100:-100].std() == pytest.approx(0.25 / np.sqrt(2), rel=0.03)
    assert heard.device_name == "Headset"


def test_the_other_channel_is_left_out() -> None:
    heard = as_heard(two_channels(), CallKind.WIDEBAND, coder=uncoded, channel=1)
    assert heard.samples.shape == (32_000, 1)
    assert not heard.samples.any()


def test_what_the_line_loses_is_missing() -> None:
    lost = [False] * 25 + [True] * 25
    heard = as_heard(two_channels(), CallKind.G711, coder=uncoded, channel=2, from_s=1.0, lost=lost)
    assert not heard.samples[4_600:7_900].any()
    assert heard.samples[:4_000].any()
