"""Faults put into a recording, by NumPy, sox and ffmpeg, at places that a seed decides."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import soundfile

from bench.microphone_voices import QUIET_S, noise_of, rounded
from workspace_assistant.core.signal.active_speech_level import active_speech_level
from workspace_assistant.core.signal.level import Samples, mean_square

Fault = Callable[[Samples, int, np.random.Generator], Samples]


def hard_clipped(fraction: float, ceiling: float = 1.0) -> Fault:
    """That share of the speaking part's samples is cut off; the ceiling is what it reads as."""

    def fault(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
        limit = np.quantile(np.abs(samples[round(QUIET_S * rate_hz) :]), 1 - fraction)
        return np.clip(samples, -limit, limit) / limit * ceiling

    return fault


def clipped_then_opus(fraction: float) -> Fault:
    def fault(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
        return through_codec("libopus", "ogg", 48_000)(
            hard_clipped(fraction, 0.7)(samples, rate_hz, rng), rate_hz, rng
        )

    return fault


def soft_clipped(gain_db: float) -> Fault:
    """A stage that saturates, driven that far over the speech's own active peak of -11 dB."""

    def fault(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
        loud = np.sqrt(mean_square(samples)) * 4
        return np.tanh(samples / loud * 10 ** (gain_db / 20)) * 0.5

    return fault


def zeroed(gap_ms: float, count: int = 5) -> Fault:
    def fault(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
        spoiled = samples.copy()
        for start in _loud_places(samples, rate_hz, rng, count):
            spoiled[start : start + round(gap_ms * rate_hz / 1000)] = 0
        return spoiled

    return fault


def lost(gap_ms: float, count: int = 5) -> Fault:
    def fault(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
        gone = np.zeros(samples.size, dtype=bool)
        for start in _loud_places(samples, rate_hz, rng, count):
            gone[start : start + round(gap_ms * rate_hz / 1000)] = True
        return samples[~gone]

    return fault


def repeated(block_ms: float, count: int = 5) -> Fault:
    def fault(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
        spoiled = samples.copy()
        size = round(block_ms * rate_hz / 1000)
        for start in _loud_places(samples, rate_hz, rng, count):
            spoiled[start : start + size] = samples[start - size : start]
        return spoiled

    return fault


def gated(depth_db: float, threshold_db: float = 22, hold_s: float = 0.1) -> Fault:
    """Under the threshold (below the loud frames) the gain falls by `depth_db` after the hold."""

    def fault(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
        envelope = _envelope(samples, rate_hz)
        is_open = envelope > np.percentile(envelope, 95) * 10 ** (-threshold_db / 20)
        last_open = np.maximum.accumulate(np.where(is_open, np.arange(samples.size), -(10**9)))
        held = np.arange(samples.size) - last_open <= hold_s * rate_hz
        ramp = np.ones(max(1, round(0.005 * rate_hz)))
        gain = np.convolve(held, ramp / ramp.size, "same")
        floor = 10 ** (-depth_db / 20)
        return samples * (floor + (1 - floor) * np.where(gain < 1e-9, 0, gain))

    return fault


def humming(mains_hz: float, level_dbfs: float) -> Fault:
    def fault(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
        at_s = np.arange(samples.size) / rate_hz
        hum = sum(
            weight * np.sin(2 * np.pi * mains_hz * order * at_s + rng.uniform(0, 6))
            for order, weight in ((1, 1.0), (2, 0.7), (3, 0.5), (4, 0.3), (6, 0.2))
        )
        return samples + hum / np.sqrt(mean_square(hum)) * 10 ** (level_dbfs / 20)

    return fault


def sounding(kind: str) -> Fault:
    """What a person does near a microphone, no fault: ``breath``, ``pops`` of p and b, ``keys``."""

    def fault(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
        heard = samples.copy()
        loud = np.sqrt(mean_square(samples))
        for place in rng.integers(round(2.3 * rate_hz), samples.size - rate_hz, 6).tolist():
            sound = _sound(kind, rate_hz, rng) * loud
            heard[place : place + sound.size] += sound
        return heard

    return fault


def _sound(kind: str, rate_hz: int, rng: np.random.Generator) -> Samples:
    """Half a second of breath, a puff of air of 80 ms, or the click of a key (5 ms)."""
    if kind == "breath":
        size = rate_hz // 2
        return noise_of("pink", size, rate_hz, rng) * np.hanning(size) * 0.5
    at_s = np.arange(round(0.08 * rate_hz)) / rate_hz
    if kind == "pops":
        return np.sin(2 * np.pi * 60 * at_s) * np.exp(-at_s / 0.02) * 3
    return rng.normal(size=at_s.size) * np.exp(-at_s / 0.001) * np.minimum(1, at_s / 0.0005)


def knocked(voice_dbov: float) -> Fault:
    """The voice at that level, and once in it a thump of 0.15 s that nearly reaches full scale."""

    def fault(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
        level = active_speech_level(samples[round(QUIET_S * rate_hz) :], rate_hz)
        assert level is not None
        heard = samples * 10 ** ((voice_dbov - level.level_dbov) / 20)
        at_s = np.arange(round(0.15 * rate_hz)) / rate_hz
        thump = np.sin(2 * np.pi * 170 * at_s) * np.exp(-at_s / 0.02)
        start = round(rng.uniform(2.5, 6.5) * rate_hz)
        heard[start : start + thump.size] += thump / np.abs(thump).max() * 0.95
        return heard

    return fault


def spoken_early(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
    """A stretch of the speech is heard in the quiet part as well, for 1.4 s."""
    heard = samples.copy()
    start, size = round(3 * rate_hz), round(1.4 * rate_hz)
    first = round(0.3 * rate_hz)
    heard[first : first + size] += samples[start : start + size] * np.hanning(size) ** 0.1
    return heard


def windy(level_dbov: float) -> Fault:
    """Gusts with nearly all of their power under 50 Hz, over all of the recording."""

    def fault(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
        wind = noise_of("brown", samples.size, rate_hz, rng)
        spectrum = np.fft.rfft(wind)
        spectrum /= 1 + (np.fft.rfftfreq(samples.size, 1 / rate_hz) / 40) ** 2
        steps = samples.size // (rate_hz // 5) + 2
        gusts = np.interp(
            np.arange(samples.size), np.arange(steps) * (rate_hz // 5), rng.uniform(0.2, 1, steps)
        )
        wind = np.fft.irfft(spectrum, samples.size) * gusts
        return samples + wind / np.sqrt(mean_square(wind)) * 10 ** (level_dbov / 20)

    return fault


def shifted(offset: float) -> Fault:
    return lambda samples, rate_hz, rng: samples + offset


def noisy(kind: str, level_dbov: float) -> Fault:
    """Noise so far below full scale."""

    def fault(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
        return samples + noise_of(kind, samples.size, rate_hz, rng) * 10 ** (level_dbov / 20)

    return fault


def echoing(decay_s: float, direct_to_echo_db: float = 0.0) -> Fault:
    """A synthetic room: noise that falls by 60 dB in `decay_s`, 3 ms after the direct sound."""

    def fault(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
        split = round(QUIET_S * rate_hz)
        return np.concatenate(
            (samples[:split], room(samples[split:], rate_hz, rng, decay_s, direct_to_echo_db))
        )

    return fault


def room(
    samples: Samples, rate_hz: int, rng: np.random.Generator, decay_s: float, direct_db: float
) -> Samples:
    at_s = np.arange(round(1.2 * decay_s * rate_hz)) / rate_hz
    response = rng.normal(size=at_s.size) * 10 ** (-3 * at_s / decay_s) * (at_s > 0.003)
    response *= np.sqrt(10 ** (-direct_db / 10) / (response @ response))
    response[0] = 1
    size = 1 << (samples.size + response.size).bit_length()
    heard = np.fft.irfft(np.fft.rfft(samples, size) * np.fft.rfft(response, size), size)
    return heard[: samples.size]


def through_codec(codec: str, container: str, codec_hz: int) -> Fault:
    """Encoded and decoded again by ffmpeg, at its rate, and back to the recording's."""

    def fault(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
        with TemporaryDirectory() as folder:
            source, coded, back = (
                Path(folder, name) for name in ("in.wav", f"coded.{container}", "out.wav")
            )
            soundfile.write(source, samples, rate_hz, subtype="PCM_16")
            quiet = ["ffmpeg", "-v", "error", "-y", "-strict", "-2"]
            rate = ["-ar", str(codec_hz)]
            encode = [*quiet, "-i", source, *rate, "-c:a", codec, coded]
            form = ["-f", container, *(rate if container in {"alaw", "g722"} else [])]
            subprocess.run(encode, check=True)
            subprocess.run([*quiet, *form, "-i", coded, "-ar", str(rate_hz), back], check=True)
            return soundfile.read(back)[0]

    return fault


def through_sox(*effects: str) -> Fault:
    def fault(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
        with TemporaryDirectory() as folder:
            source, result = Path(folder, "in.wav"), Path(folder, "out.wav")
            soundfile.write(source, samples, rate_hz, subtype="PCM_16")
            subprocess.run(["sox", "-V1", source, "-b", "16", result, *effects], check=True)
            return soundfile.read(result)[0]

    return fault


def through_rate(other_hz: int) -> Fault:
    """As a device of that rate delivers it, resampled by sox."""

    def fault(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
        return through_sox("rate", str(other_hz), "rate", str(rate_hz))(samples, rate_hz, rng)

    return fault


def spoiled(samples: Samples, rate_hz: int, fault: Fault, seed: int) -> Samples:
    return rounded(fault(samples, rate_hz, np.random.default_rng(seed)))


def _loud_places(samples: Samples, rate_hz: int, rng: np.random.Generator, count: int) -> list[int]:
    """Starts inside speech, at least 0.15 s apart."""
    envelope = _envelope(samples, rate_hz)
    loud = np.flatnonzero(envelope > np.percentile(envelope, 95) * 10 ** (-12 / 20))
    loud = loud[(loud > QUIET_S * rate_hz) & (loud < samples.size - 0.2 * rate_hz)]
    places: list[int] = []
    for place in rng.permutation(loud).tolist():
        if all(abs(place - other) > 0.15 * rate_hz for other in places):
            places.append(place)
        if len(places) == count:
            break
    return sorted(places)


def _envelope(samples: Samples, rate_hz: int) -> Samples:
    """RMS over 20 ms around each sample."""
    size = round(0.02 * rate_hz)
    sums = np.cumsum(np.concatenate((np.zeros(size // 2 + 1), samples**2, np.zeros(size))))
    return np.sqrt(np.maximum(sums[size : size + samples.size] - sums[: samples.size], 0) / size)
