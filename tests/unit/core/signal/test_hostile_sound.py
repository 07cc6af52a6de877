"""Any finite sound at any rate: the detectors answer or say nothing, without a warning."""

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.sounds import Samples
from workspace_assistant.core.signal.clipping import clipping, over_driven
from workspace_assistant.core.signal.dropouts import dropouts
from workspace_assistant.core.signal.gate import noise_gate
from workspace_assistant.core.signal.reverberation import LEAST_SPEECH_S, reverberation
from workspace_assistant.core.signal.voice_activity import energy_probabilities, voice_activity
from workspace_assistant.core.signal.voice_bands import voice_bands

RATES_HZ = st.sampled_from([1.0, 100.0, 3999.5, 4000.0, 8000.0, 11_025.0, 48_000.0, 1_000_000.0])


@st.composite
def sounds(draw: st.DrawFn) -> Samples:
    """Noise, steps, spikes, constants, or hardly anything, from nothing to float32's largest."""
    size = draw(st.sampled_from([0, 1, 2, 3, 7, 100, 1000, 20_000]))
    seed = draw(st.integers(0, 9))
    scale = draw(st.sampled_from([0.0, 1e-30, 1 / 32768, 0.1, 1.0, 3e38]))
    noise = np.random.default_rng(seed).standard_normal(size)
    shape = draw(st.sampled_from(["noise", "constant", "square", "spikes", "half"]))
    made = {
        "noise": noise / 8,
        "constant": np.ones(size),
        "square": np.sign(noise),
        "spikes": np.where(np.arange(size) % 997 == 0, 1.0, 0.0),
        "half": np.where(np.arange(size) < size // 2, 0.0, noise / 8),
    }[shape]
    return made * scale


@given(quiet=sounds(), speech=sounds(), rate_hz=RATES_HZ)
@settings(max_examples=150, deadline=None)
def test_all_detectors_bear_any_sound(quiet: Samples, speech: Samples, rate_hz: float) -> None:
    with np.errstate(all="raise", under="ignore"):
        signs = clipping(speech)
        found = dropouts(speech, rate_hz)
        gate = noise_gate(np.concatenate((quiet, speech)), quiet.size, rate_hz)
        bands = voice_bands(speech, rate_hz, LEAST_SPEECH_S)
        echo = reverberation(bands) if bands else None
        voice = voice_activity(energy_probabilities(speech, rate_hz))
    assert 0 <= signs.pile_up_fraction <= 1
    assert over_driven(signs, -3.0, -20.0).crest_db == 17
    if found:
        assert len(found.at_s) == found.zero_runs + found.splices + found.repeats
        assert list(found.at_s) == sorted(found.at_s)
        assert all(0 <= at_s <= speech.size / rate_hz for at_s in found.at_s)
    if gate:
        assert 0 <= gate.silent_fraction <= 1
        assert gate.depth_db is None or math.isfinite(gate.depth_db)
    if echo:
        assert 0 < echo.decay_s < math.inf
    if voice:
        assert 0 <= voice.fraction <= 1
