"""A gate shows in pauses; an open microphone has the same noise all along."""

import numpy as np
import pytest

from tests.fakes.sounds import Samples, white_noise
from tests.fakes.voices import in_16_bits, words
from workspace_assistant.core.signal.gate import (
    Gate,
    is_silencing,
    noise_gate,
)
from workspace_assistant.core.signal.limits import GATE_DEPTH_DB, GATE_SILENT_FRACTION

RATE_HZ = 48_000
QUIET = 2 * RATE_HZ


def gated(gain: float, noise_dbov: float = -60.0) -> tuple[Samples, Samples]:
    """Quiet part and speaking part; between words the gain falls 30 ms after each."""
    said = words(10, sample_rate_hz=RATE_HZ)
    noise = white_noise(noise_dbov, (QUIET + said.size) / RATE_HZ, RATE_HZ)
    is_open = np.concatenate((np.zeros(QUIET, bool), np.abs(said) > 0))
    is_open = np.convolve(is_open, np.ones(RATE_HZ * 3 // 100), "full")[: is_open.size] > 0
    heard = (np.concatenate((np.zeros(QUIET), said)) + noise) * np.where(is_open, 1.0, gain)
    heard = in_16_bits(heard)
    return heard[:QUIET], heard[QUIET:]


def found(quiet: Samples, speech: Samples, rate_hz: float = RATE_HZ) -> Gate:
    gate = noise_gate(np.concatenate((quiet, speech)), quiet.size, rate_hz)
    assert gate is not None
    return gate


def test_an_open_microphone_has_no_sign() -> None:
    gate = found(*gated(1.0))
    assert gate.silent_fraction == 0
    assert gate.depth_db is not None
    assert abs(gate.depth_db) < 6


def test_exact_silence_between_words_is_told_by_its_share() -> None:
    gate = found(*gated(0.0))
    assert gate.silent_fraction > max(0.6, GATE_SILENT_FRACTION)


def test_a_gate_that_leaves_a_hundredth_is_told_by_its_depth() -> None:
    gate = found(*gated(0.01, -50))
    assert gate.silent_fraction == 0
    assert gate.depth_db is not None
    assert GATE_DEPTH_DB < gate.depth_db < 43


def test_silent_pauses_are_counted_one_by_one() -> None:
    quiet, speech = gated(0.0)
    gate = found(quiet, speech)
    assert gate.pauses == 11  # the quiet part, and after each of 10 words
    assert is_silencing(gate, quiet, RATE_HZ)
    open_quiet, open_speech = gated(1.0)
    assert found(open_quiet, open_speech).pauses == 0
    assert not is_silencing(found(open_quiet, open_speech), open_quiet, RATE_HZ)
    assert not is_silencing(None, quiet, RATE_HZ)


def test_a_microphone_that_goes_dead_is_no_gate() -> None:
    quiet, speech = gated(1.0)
    speech[2 * RATE_HZ :] = 0
    gate = found(quiet, speech)
    assert gate.silent_fraction > GATE_SILENT_FRACTION
    assert gate.pauses == 1
    assert not is_silencing(gate, quiet, RATE_HZ)


def test_gaps_within_words_are_no_silent_pauses() -> None:
    quiet, speech = gated(1.0)
    for at_s in (0.6, 1.1, 2.1, 2.6):
        speech[round(at_s * RATE_HZ) :][: RATE_HZ // 25] = 0
    assert found(quiet, speech).pauses == 0


def test_silence_in_the_quiet_part_alone_is_a_gate() -> None:
    quiet, speech = gated(1.0)
    gate = found(np.zeros(quiet.size), speech)
    assert gate.pauses == 1
    assert is_silencing(gate, np.zeros(quiet.size), RATE_HZ)


def test_without_a_quiet_part_the_silent_share_is_told_alone() -> None:
    _, speech = gated(0.0)
    gate = found(np.zeros(0), speech)
    assert gate.depth_db is None
    assert gate.silent_fraction > GATE_SILENT_FRACTION


def test_under_a_second_of_speech_has_no_depth() -> None:
    quiet, speech = gated(1.0)
    assert found(quiet, speech[: RATE_HZ // 2]).depth_db is None


def test_a_rate_below_all_bands_has_no_depth() -> None:
    said = words(sample_rate_hz=1000)
    assert found(white_noise(-70, 2, 1000), said, 1000).depth_db is not None
    assert found(white_noise(-70, 4, 400), words(sample_rate_hz=400), 400).depth_db is not None


@pytest.mark.parametrize(
    ("quiet", "speech", "rate_hz"),
    [
        (np.zeros(0), np.zeros(0), 48_000),
        (np.zeros(5), np.zeros(1), 8000),
        (np.zeros(96_000), np.zeros(240_000), 48_000),
        (np.zeros(0), white_noise(-30, 3, 8000), 8000),
        (np.zeros(10), np.ones(100), 1),
        (np.zeros(10), np.ones(100), 1e6),
        (np.full(20_000, 0.1), np.full(20_000, 0.1), 3999.5),  # their mean rounds up
    ],
)
def test_without_speech_or_pauses_nothing_is_told(
    quiet: Samples, speech: Samples, rate_hz: float
) -> None:
    assert noise_gate(np.concatenate((quiet, speech)), quiet.size, rate_hz) is None
