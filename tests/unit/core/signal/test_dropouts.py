"""Gaps, cuts and repeats are counted where they were put, and nowhere else."""

import numpy as np
import pytest

from tests.fakes.sounds import Samples, speech_like, tone, white_noise
from tests.fakes.voices import in_16_bits, words
from workspace_assistant.core.signal.dropouts import Dropouts, dropouts

RATE_HZ = 48_000
AT_S = (0.6, 1.1, 2.1)  # in the middle of words


def voice(rate_hz: int = RATE_HZ) -> Samples:
    said = words(sample_rate_hz=rate_hz)
    return in_16_bits(said + white_noise(-70, said.size / rate_hz, rate_hz))


def found(samples: Samples, rate_hz: int = RATE_HZ) -> Dropouts:
    result = dropouts(samples, rate_hz)
    assert result is not None
    return result


@pytest.mark.parametrize("rate_hz", [8000, 16_000, 44_100, 48_000, 96_000])
def test_a_whole_voice_has_none(rate_hz: int) -> None:
    assert found(voice(rate_hz), rate_hz) == Dropouts(zero_runs=0, splices=0, repeats=0, at_s=())


@pytest.mark.parametrize("gap_ms", [2, 5, 20, 50])
def test_gaps_in_words_are_zero_runs_and_nothing_else(gap_ms: int) -> None:
    samples = voice()
    for at_s in AT_S:
        start = round(at_s * RATE_HZ)
        samples[start : start + gap_ms * RATE_HZ // 1000] = 0
    gaps = found(samples)
    assert (gaps.zero_runs, gaps.splices, gaps.repeats) == (3, 0, 0)
    assert gaps.at_s == pytest.approx(AT_S, abs=0.001)


def test_a_sample_that_is_held_is_a_gap_too() -> None:
    samples = voice()
    start = round(AT_S[0] * RATE_HZ)
    samples[start : start + 480] = samples[start - 1] / 2
    assert found(samples).zero_runs == 1


def test_silence_in_a_pause_or_at_the_ends_is_no_gap() -> None:
    samples = voice()
    samples[round(0.3 * RATE_HZ) : round(0.45 * RATE_HZ)] = 0
    samples[:480] = samples[-480:] = 0
    assert found(samples).zero_runs == 0


@pytest.mark.parametrize(("first_s", "end_s"), [(3.0, 5.0), (3.1, 3.9), (0.3, 0.31), (4.7, 4.9)])
def test_an_open_microphone_is_never_silent(first_s: float, end_s: float) -> None:
    samples = voice()
    samples[round(first_s * RATE_HZ) : round(end_s * RATE_HZ)] = 0
    silent = dropouts(samples, RATE_HZ, is_open=True)
    assert silent is not None
    assert (silent.zero_runs, silent.splices) == (1, 0)
    assert silent.longest_silence_s == pytest.approx(end_s - first_s, abs=0.001)
    assert silent.silent_from_s == pytest.approx(first_s, abs=0.001)
    assert found(samples).zero_runs == 0


def test_the_padding_of_a_codec_is_no_dropout() -> None:
    samples = voice()
    samples[: RATE_HZ // 4] = samples[-RATE_HZ // 20 :] = 0
    padded = dropouts(samples, RATE_HZ, is_open=True)
    assert padded is not None
    assert (padded.zero_runs, padded.longest_silence_s, padded.silent_from_s) == (0, 0, None)


def test_the_edges_of_a_hard_gate_are_no_splices() -> None:
    period_s = np.arange(5 * RATE_HZ) / RATE_HZ % 0.5
    opened = np.where(period_s < 0.3, np.minimum(1, period_s / 0.2), 0)  # cuts words off
    samples = in_16_bits(speech_like(-24, 5, RATE_HZ) * opened)
    assert found(samples).splices >= 2
    gated = dropouts(samples, RATE_HZ, is_gated=True)
    assert gated is not None
    assert (gated.splices, gated.longest_silence_s, gated.silent_from_s) == (0, 0, None)


def test_a_jump_at_the_very_end_is_a_codecs() -> None:
    samples = in_16_bits(speech_like(-24, 5, RATE_HZ))
    samples[-2] += 0.1
    samples[1] -= 0.1
    assert found(samples).splices == 0
    samples[-2000] += 0.1
    assert found(samples).splices == 1


@pytest.mark.parametrize("height", [0.3, 0.6, 0.9])
def test_clicks_are_splices_even_where_they_are_the_peak(height: float) -> None:
    samples = in_16_bits(speech_like(-24, 5, RATE_HZ))
    for at_s in AT_S:
        samples[round(at_s * RATE_HZ)] = height
    assert found(samples).splices == len(AT_S)


def test_the_stairs_of_8_bits_are_no_dropouts() -> None:
    stairs = np.round(voice() * 127) / 128
    coarse = dropouts(stairs, RATE_HZ, coarse_step=1 / 128)
    assert found(stairs).at_s != ()
    assert coarse is not None
    assert coarse.at_s == ()


@pytest.mark.parametrize("lost_ms", [3, 10])
def test_lost_sound_leaves_splices(lost_ms: int) -> None:
    samples = voice()
    lost = np.zeros(samples.size, dtype=bool)
    for at_s in AT_S:
        start = round(at_s * RATE_HZ)
        lost[start : start + lost_ms * RATE_HZ // 1000] = True
    cuts = found(samples[~lost])
    assert (cuts.zero_runs, cuts.repeats) == (0, 0)
    assert cuts.splices >= 2


@pytest.mark.parametrize("block_ms", [3, 10, 40])
@pytest.mark.parametrize("rate_hz", [8000, 44_100, 48_000])
def test_a_block_played_twice_is_a_repeat_at_any_place(block_ms: int, rate_hz: int) -> None:
    samples = voice(rate_hz)
    size = block_ms * rate_hz // 1000
    for start in (round(0.6 * rate_hz) + 17, round(1.1 * rate_hz) + 130):
        samples[start : start + size] = samples[start - size : start]
    again = found(samples, rate_hz)
    assert (again.repeats, again.splices) == (2, 0)


@pytest.mark.parametrize("after", [-480, -241, -5, 0, 3])
def test_a_copy_across_the_border_of_two_pieces_counts_once(after: int) -> None:
    samples = voice()
    start, size = 65_536 + after, RATE_HZ // 100
    samples[start : start + size] = samples[start - size : start]
    again = found(samples)
    assert (again.repeats, again.splices) == (1, 0)
    assert again.at_s == (pytest.approx((start - size) / RATE_HZ, abs=1e-4),)


@pytest.mark.parametrize("frequency_hz", [50, 100, 250, 1000])
def test_a_tone_repeats_itself_and_is_no_repeat(frequency_hz: int) -> None:
    assert found(in_16_bits(tone(frequency_hz, -20, 2, RATE_HZ))).repeats == 0


def test_the_corners_of_clipping_are_no_splices() -> None:
    limit = 0.05
    assert found(np.clip(voice(), -limit, limit)).splices == 0


def test_a_voice_pressed_flat_has_no_splices() -> None:
    assert found(in_16_bits(np.tanh(40 * speech_like(-24, 3, RATE_HZ)) * 0.5)).splices == 0


def test_many_jumps_within_10_ms_count_once() -> None:
    samples = voice()
    start = round(AT_S[0] * RATE_HZ) // 480 * 480 - 2
    samples[start + 1] += 0.3
    samples[start + 10] -= 0.3
    assert found(samples).splices <= 1


@pytest.mark.parametrize("size", [0, 1, 3, 200])
def test_too_little_sound_tells_nothing(size: int) -> None:
    assert dropouts(np.zeros(size), 16_000) is None


@pytest.mark.parametrize("rate_hz", [1.0, 3999.0])
def test_a_rate_that_holds_no_voice_tells_nothing(rate_hz: float) -> None:
    assert dropouts(voice(), rate_hz) is None


def test_silence_and_the_loudest_floats_are_no_dropouts() -> None:
    assert found(np.zeros(RATE_HZ)).at_s == ()
    assert found(np.full(RATE_HZ, 1e30)).at_s == ()
