"""Twelve faults in three voices get the right explanation each; clean ones get none.

The voices are Debian's `alsa-utils` (recorded at 48 kHz) and `espeak-ng`. A far larger table, of
many more voices and faults, is printed by ``python -m bench.microphone_detection``.
"""

import pytest

from bench import microphone_faults as made
from bench.microphone_detection import codes_of
from bench.microphone_voices import HELD_OUT, TUNED, Voice, clean_recording
from tests.lab.sound_server import missing_tools

MISSING = missing_tools("espeak-ng", "sox", "speaker-test")  # the last stands for alsa-utils
pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}"),
]
VOICES = {
    voice.name: voice
    for voice in TUNED + HELD_OUT
    if voice.name in {"alsa-utils", "espeak-ng en-us+f2", "espeak-ng it+m4"}
}
RATE_HZ = 48_000
FAULTS = {
    "clipped at full scale": (made.hard_clipped(0.002), "clipping"),
    "clipped at half of full scale": (made.hard_clipped(0.01, 0.5), "clipping"),
    "over-driven amplifier": (made.soft_clipped(8), "over-driven"),
    "gaps": (made.zeroed(10), "dropouts"),
    "blocks played twice": (made.repeated(10), "dropouts"),
    "hum": (made.humming(50, -54), "mains-hum"),
    "shifted": (made.shifted(0.03), "dc-offset"),
    "narrowband": (made.through_rate(8000), "narrowband-voice"),
    "room of 1 s": (made.echoing(1.0), "room-echo"),
    "noise gate": (made.gated(300), "noise-gate"),
    "fan": (made.noisy("fan", -38), "snr-low"),
    "too quiet": (lambda samples, rate_hz, rng: samples / 15, "speech-too-quiet"),
}


@pytest.mark.parametrize("name", VOICES)
@pytest.mark.parametrize(
    ("rate_hz", "noise"), [(16_000, "fan"), (44_100, "white"), (RATE_HZ, "pink")]
)
def test_a_clean_recording_gets_no_explanation(name: str, rate_hz: int, noise: str) -> None:
    clean = clean_recording(VOICES[name], rate_hz, 7, level_dbov=-24, snr_db=42, noise=noise)
    assert codes_of(clean, rate_hz) == frozenset()


@pytest.fixture(scope="module", params=VOICES)
def voice(request: pytest.FixtureRequest) -> Voice:
    return VOICES[request.param]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_gets_its_own_explanation_alone(voice: Voice, fault: str) -> None:
    clean = clean_recording(voice, RATE_HZ, 7, level_dbov=-26, snr_db=42)
    make, code = FAULTS[fault]
    found = codes_of(made.spoiled(clean, RATE_HZ, make, 3), RATE_HZ)
    assert found - {"noise-high"} == {code}
