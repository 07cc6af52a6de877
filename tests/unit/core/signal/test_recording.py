"""All numbers of a recording together, and the choice of the channel."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.fakes.sounds import silence, speech_like, spoken_recording, tone, white_noise
from tests.fakes.voltmeter import voltmeter
from workspace_assistant.core.signal.recording import BlockTimes, analyze_recording


@pytest.mark.parametrize("snr_db", [15, 20, 30, 40])
def test_snr_is_level_over_noise(snr_db: int) -> None:
    rate_hz = 48_000
    speech = np.concatenate((silence(2, rate_hz), tone(1000, -26, 5, rate_hz)))
    noise = white_noise(-26 - snr_db, 7, rate_hz)
    analysis = analyze_recording((speech + noise)[:, None], rate_hz, 2)
    assert analysis.snr_db == pytest.approx(snr_db, abs=0.25)
    assert analysis.speech is not None
    assert analysis.speech.level_dbov == pytest.approx(-26, abs=0.2)


def test_values_know_their_place() -> None:
    samples = spoken_recording() + 0.02
    analysis = analyze_recording(samples, 16_000, 2)
    assert (analysis.quiet_s, analysis.speech_s) == (2, 5)
    assert (analysis.channel, analysis.channels) == (1, 1)
    assert analysis.dc_offset == pytest.approx(0.02, abs=0.001)
    assert analysis.peak_dbfs == pytest.approx(20 * np.log10(np.abs(samples).max()))
    assert not analysis.is_quiet_silent


@pytest.mark.parametrize(
    "other",
    [
        np.zeros(7 * 16_000),
        np.full(7 * 16_000, 0.3),
        tone(50, -10, 7, 16_000),
        white_noise(-20, 7, 16_000, seed=9),
    ],
    ids=["dead", "constant", "hum", "noise"],
)
def test_a_bad_channel_does_not_fail_a_good_microphone(other: np.ndarray) -> None:
    good = spoken_recording()
    alone = analyze_recording(good, 16_000, 2)
    for order, channel in (((0, 1), 1), ((1, 0), 2)):
        both = np.column_stack((good[:, 0], other))[:, order]
        analysis = analyze_recording(both, 16_000, 2)
        assert analysis.channel == channel
        assert analysis.speech == alone.speech
        assert analysis.noise == alone.noise


def test_one_dimension_is_one_channel() -> None:
    samples = spoken_recording()
    flat = analyze_recording(samples[:, 0], 16_000, 2)
    assert flat == analyze_recording(samples, 16_000, 2)


def test_without_a_quiet_part_there_is_a_level_and_no_noise() -> None:
    analysis = analyze_recording(spoken_recording(), 16_000, 0)
    assert analysis.speech is not None
    assert analysis.noise is None
    assert analysis.snr_db is None
    assert not analysis.is_quiet_silent


@pytest.mark.parametrize("silent_s", [0.3, 0.7, 1.0, 1.4])
def test_the_silence_of_a_stream_that_wakes_up_is_no_part_of_the_quiet(silent_s: float) -> None:
    samples = spoken_recording()
    awake = analyze_recording(samples, 16_000, 2)
    samples[: round(silent_s * 16_000)] = 0
    woken = analyze_recording(samples, 16_000, 2)
    assert woken.leading_silence_s == silent_s
    assert awake.leading_silence_s == 0
    assert not woken.is_quiet_silent
    assert woken.noise is not None
    assert awake.noise is not None
    assert woken.noise.a_weighted_dbfs == pytest.approx(awake.noise.a_weighted_dbfs, abs=0.3)
    assert woken.noise.spread_db < 3
    assert woken.gate is not None
    assert woken.gate.silent_fraction == 0


def test_gaps_in_the_quiet_part_do_not_make_it_unsteady() -> None:
    samples = spoken_recording()
    samples[8000:16_000] = 0
    noise = analyze_recording(samples, 16_000, 2).noise
    assert noise is not None
    assert noise.spread_db < 3


def test_a_recording_that_ends_in_the_quiet_part_has_no_speech() -> None:
    analysis = analyze_recording(spoken_recording()[: 2 * 16_000], 16_000, 2)
    assert analysis.speech is None
    assert analysis.is_speech_too_short
    assert analysis.noise is not None


def test_silence_has_no_level_no_peak_and_no_noise() -> None:
    analysis = analyze_recording(np.zeros((7 * 8000, 2)), 8_000, 2)
    assert analysis.constant_fraction == 1
    assert analysis.peak_dbfs is None
    assert analysis.speech is None
    assert analysis.noise is None
    assert analysis.is_quiet_silent


@pytest.mark.parametrize("shape", [(0, 1), (5, 0), (2, 2, 2)])
def test_other_shapes_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="frames and channels"):
        analyze_recording(np.zeros(shape), 16_000, 2)


def test_the_level_is_that_of_the_samples_as_they_are() -> None:
    rate_hz = 16_000
    speech = speech_like(-30, 5, rate_hz) + tone(30, -36, 5, rate_hz)  # P.56 knows no filter
    analysis = analyze_recording(speech, rate_hz, 0)
    expected = voltmeter(speech, rate_hz)
    assert analysis.speech is not None
    assert expected is not None
    assert analysis.speech.level_dbov == pytest.approx(expected.level_dbov, abs=1e-6)
    assert analysis.speech_above_rumble_dbov == pytest.approx(-30, abs=0.5)


def test_rumble_and_an_offset_are_no_noise_and_no_voice_to_the_snr() -> None:
    samples = spoken_recording()[:, 0]
    spoiled = samples + tone(8, -36, 7, 16_000) + 0.03
    clean, rumbling = (analyze_recording(given, 16_000, 2) for given in (samples, spoiled))
    assert clean.snr_db is not None
    assert rumbling.snr_db == pytest.approx(clean.snr_db, abs=0.3)


def test_hum_of_the_quiet_part_and_the_band_of_the_voice_are_told() -> None:
    hum = tone(50, -50, 7, 16_000) + tone(100, -52, 7, 16_000) + tone(150, -56, 7, 16_000)
    analysis = analyze_recording(spoken_recording()[:, 0] + hum, 16_000, 2)
    assert analysis.hum is not None
    assert (analysis.hum.mains_hz, analysis.hum.harmonics) == (50, (1, 2, 3))
    assert analysis.audio_bandwidth is not None
    assert analysis.audio_bandwidth.kind == "wideband"


def test_faults_of_the_waveform_are_looked_for_in_the_whole_recording() -> None:
    samples = spoken_recording()[:, 0]
    samples[50_000:50_400] = 0
    analysis = analyze_recording(samples, 16_000, 2)
    assert analysis.dropouts is not None
    assert analysis.dropouts.zero_runs == 1
    assert analysis.over_driven is not None
    assert analysis.over_driven.crest_db > 8


def test_a_microphone_that_goes_dead_is_a_dropout_and_no_gate() -> None:
    samples = spoken_recording(sample_rate_hz=48_000)
    samples[4 * 48_000 :] = 0
    found = analyze_recording(samples, 48_000, 2).dropouts
    assert found is not None
    assert (found.zero_runs, found.silent_from_s) == (1, pytest.approx(4, abs=0.001))
    assert found.longest_silence_s == pytest.approx(3, abs=0.001)


@pytest.mark.parametrize("level_dbov", [-16, -24, -30])
def test_8_bits_are_coarse_and_nothing_else(level_dbov: float) -> None:
    samples = spoken_recording(speech_dbov=level_dbov, sample_rate_hz=44_100)
    coarse = analyze_recording(np.round(samples * 127) / 128, 44_100, 2)
    assert coarse.is_coarse
    assert not coarse.is_quiet_silent
    assert coarse.gate is None
    assert coarse.noise is None
    assert coarse.clipping.events == 0
    assert coarse.dropouts is not None
    assert coarse.dropouts.at_s == ()
    assert not analyze_recording(np.round(samples * 32767) / 32768, 44_100, 2).is_coarse


def test_a_voice_clipped_on_one_side_is_no_offset_of_the_signal() -> None:
    samples = np.minimum(spoken_recording(speech_dbov=-6), 0.2)
    assert abs(samples.mean()) > 0.03
    assert abs(analyze_recording(samples, 16_000, 2).dc_offset) < 0.001
    samples[: 2 * 16_000] = 0  # a gate's silence says nothing of it
    assert analyze_recording(samples, 16_000, 2).dc_offset == pytest.approx(samples.mean())


def test_rumble_over_a_faint_voice_is_not_over_driven() -> None:
    samples = spoken_recording(speech_dbov=-46)[:, 0]
    clean, rumbling = (
        analyze_recording(given, 16_000, 2).over_driven
        for given in (samples, samples + tone(20, -22, 7, 16_000))
    )
    assert clean is not None
    assert rumbling is not None
    assert rumbling.crest_db == pytest.approx(clean.crest_db, abs=2)  # what is left of the rumble


def test_the_clock_is_told_of_a_live_recording_only() -> None:
    samples = spoken_recording()
    ends_s = np.arange(1, 701) * 0.01 * (1 - 200e-6)
    blocks = BlockTimes(ends_s=ends_s, frames=np.full(700, 160, dtype=np.int64))
    live = analyze_recording(samples, 16_000, 2, blocks=blocks)
    assert live.clock is not None
    assert live.clock.ppm == pytest.approx(200, abs=1)
    assert analyze_recording(samples, 16_000, 2).clock is None


def test_the_detector_hears_everything_and_counts_in_the_speaking_part() -> None:
    class Halves:
        frame_s = 0.5
        heard = 0

        def probabilities(self, samples_16k: NDArray[np.floating]) -> NDArray[np.float64]:
            self.heard = samples_16k.size
            return np.array([1.0] * 4 + [0.0] * 5 + [1.0] * 5)

    detector = Halves()
    analysis = analyze_recording(
        spoken_recording(sample_rate_hz=8_000), 8_000, 2, detector=detector
    )
    assert detector.heard == 7 * 16_000
    assert analysis.voice is not None
    assert analysis.voice.fraction == 0.5
    assert (analysis.voice.first_s, analysis.voice.last_s) == (2.5, 5.0)


def test_without_a_detector_our_own_is_asked() -> None:
    analysis = analyze_recording(spoken_recording(), 16_000, 2)
    assert analysis.voice is not None
    assert analysis.voice.fraction > 0.9


@given(
    frames=st.integers(1, 3000),
    channels=st.integers(1, 3),
    rate_hz=st.sampled_from([8.0, 100.0, 8_000.0, 48_000.0, 1e6]),
    quiet_s=st.sampled_from([0.0, 0.01, 2.0]),
    scale=st.sampled_from([0.0, 1e-300, 1e-5, 1.0, 16.0]),
    offset=st.sampled_from([0.0, 1e-9, 0.5]),
)
@settings(max_examples=150, deadline=None)
def test_any_recording_is_analyzed_without_warnings(
    frames: int, channels: int, rate_hz: float, quiet_s: float, scale: float, offset: float
) -> None:
    noise = np.random.default_rng(frames).standard_normal((frames, channels))
    noise[frames // 3 : frames // 2] = 0
    analysis = analyze_recording(noise * scale + offset, rate_hz, quiet_s)
    assert 1 <= analysis.channel <= channels


def test_without_a_quiet_part_the_louder_channel_is_the_microphone() -> None:
    loud = np.random.default_rng(1).standard_normal((4000, 1)) / 10
    assert analyze_recording(np.hstack((loud / 100, loud)), 8_000, 0).channel == 2


def test_at_a_rate_too_low_for_a_high_pass_nothing_is_above_rumble() -> None:
    noise = np.random.default_rng(1).standard_normal((50, 1))
    assert analyze_recording(noise, 8, 0).speech_above_rumble_dbov is None


def test_long_recordings_are_filtered_in_pieces_without_seams() -> None:
    rate_hz = 8_000
    analysis = analyze_recording(tone(1000, -26, 150, rate_hz)[:, None], rate_hz, 0)
    assert analysis.speech is not None
    assert analysis.speech.level_dbov == pytest.approx(-26, abs=0.02)


def test_a_long_recording_takes_little_memory_beside_its_samples() -> None:
    rate_hz = 8_000
    short = spoken_recording(sample_rate_hz=rate_hz)[:, 0].astype(np.float32)
    samples = np.resize(short, 300 * rate_hz)
    tracemalloc.start()
    try:
        analyze_recording(samples, rate_hz, 2)
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak_bytes < 2.5 * 8 * samples.size  # in double precision, and something beside
