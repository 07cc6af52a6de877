"""The detection table: which faults of a recording are found, and what is found where none is.

Run from the checkout: ``python -m bench.microphone_detection [--voices tuned] [--clean 6]``. It
needs the Debian packages that `bench/microphone_voices.py` lists, and prints Markdown. What counts
is what the user gets to read: the codes of the findings that `check_recording` returns under the
default profile. Findings on levels (too loud, too quiet, noisy) hold numbers against limits and
detect nothing: they are left out of the false alarms.
"""

from __future__ import annotations

import argparse
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np

from bench import microphone_faults as made
from bench.microphone_voices import HELD_OUT, QUIET_S, TUNED, Voice, clean_recording
from workspace_assistant.adapters.audio.voice_detector import voice_detector
from workspace_assistant.core.readiness.microphone.check import check_recording
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement
from workspace_assistant.core.signal.level import Samples

RATES_HZ = (48_000, 16_000, 44_100, 8000, 32_000, 22_050)
WIDE_RATES_HZ = (48_000, 44_100, 32_000)
LEVELS_DBOV, SNRS_DB = (-26, -20, -31, -17, -28), (45, 38, 50, 41)
NOISES = ("pink", "white", "brown", "fan")
LEVEL_CODES = frozenset(
    {
        *("noise-high", "noise-unsteady", "snr-low", "speech-too-loud", "speech-too-quiet"),
        *("input-lost", "no-speech-heard"),
    }
)
SUSPECTED = ("clipping", "clipping-suspected", "over-driven")


@dataclass(frozen=True, slots=True)
class Row:
    """A fault, how it is made, and the codes of which one must be found (none: it is no fault)."""

    name: str
    fault: made.Fault
    codes: tuple[str, ...]


def _then(first: made.Fault, second: made.Fault) -> made.Fault:
    return lambda samples, rate_hz, rng: second(first(samples, rate_hz, rng), rate_hz, rng)


ROWS = (
    Row("0.1 % of the speech clipped at full scale", made.hard_clipped(0.001), ("clipping",)),
    Row("1 % clipped at full scale", made.hard_clipped(0.01), ("clipping",)),
    Row("1 % clipped at half of full scale", made.hard_clipped(0.01, 0.5), ("clipping",)),
    Row(
        "2 % clipped, then resampled",
        _then(made.hard_clipped(0.02, 0.7), made.through_rate(32_000)),
        SUSPECTED,
    ),
    Row("5 % clipped, then Opus", made.clipped_then_opus(0.05), SUSPECTED),
    Row("saturated by 6 dB (tanh)", made.soft_clipped(6), SUSPECTED),
    Row("saturated by 12 dB (tanh)", made.soft_clipped(12), SUSPECTED),
    Row("5 gaps of 2 ms", made.zeroed(2), ("dropouts",)),
    Row("5 gaps of 20 ms", made.zeroed(20), ("dropouts",)),
    Row("5 times 3 ms lost", made.lost(3), ("dropouts",)),
    Row("5 times 10 ms lost", made.lost(10), ("dropouts",)),
    Row("5 times 10 ms played twice", made.repeated(10), ("dropouts",)),
    Row("noise gate to exact silence", made.gated(300), ("noise-gate",)),
    Row("noise gate of 40 dB", made.gated(40), ("noise-gate",)),
    Row("noise gate of 20 dB", made.gated(20), ("noise-gate",)),
    Row("hum of 50 Hz, -50 dBFS", made.humming(50, -50), ("mains-hum",)),
    Row("hum of 60 Hz, -50 dBFS", made.humming(60, -50), ("mains-hum",)),
    Row("DC of 2 % of full scale", made.shifted(0.02), ("dc-offset",)),
    Row("narrowband (device of 8 kHz)", made.through_rate(8000), ("narrowband-voice",)),
    Row("G.711", made.through_codec("pcm_alaw", "wav", 8000), ("narrowband-voice",)),
    Row("white noise, -38 dBov", made.noisy("white", -38), ("noise-high", "snr-low")),
    Row("fan, -38 dBov", made.noisy("fan", -38), ("noise-high", "snr-low")),
    Row("room of 0.8 s", made.echoing(0.8), ("room-echo",)),
    Row("room of 1.2 s", made.echoing(1.2), ("room-echo",)),
    Row("wind on the microphone, -20 dBov", made.windy(-20), ("rumble",)),
    Row("a knock over a voice of -40 dBov", made.knocked(-40), ("knocks",)),
    Row("talk in the quiet part", made.spoken_early, ("spoke-too-early",)),
    Row("20 dB too quiet", lambda samples, rate_hz, rng: samples / 10, ("speech-too-quiet",)),
    Row("muted", lambda samples, rate_hz, rng: samples * 0, ("microphone-muted",)),
    Row("*no fault:* wideband (device of 16 kHz)", made.through_rate(16_000), ()),
    Row("*no fault:* Opus", made.through_codec("libopus", "ogg", 48_000), ()),
    Row("*no fault:* MP3", made.through_codec("libmp3lame", "mp3", 44_100), ()),
    Row("*no fault:* room of 0.3 s", made.echoing(0.3), ()),
    Row("*no fault:* breath", made.sounding("breath"), ()),
    Row("*no fault:* pops of p and b", made.sounding("pops"), ()),
    Row("*no fault:* keys", made.sounding("keys"), ()),
)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--voices", choices=("held-out", "tuned"), default="held-out")
    parser.add_argument("--clean", type=int, default=6, help="clean recordings of each voice")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    voices = HELD_OUT if options.voices == "held-out" else TUNED
    with ProcessPoolExecutor(options.jobs) as pool:
        clean = pool.map(clean_codes, voices, itertools.repeat(options.clean))
        print_clean(list(itertools.chain.from_iterable(clean)))
        spoiled = list(pool.map(spoiled_codes, range(len(voices)), voices))
    print_faults(spoiled)
    print(f"\nVoices ({options.voices}): {', '.join(voice.name for voice in voices)}.")


def clean_codes(voice: Voice, count: int) -> list[tuple[int, frozenset[str]]]:
    """Sample rate and codes of each clean recording of a voice."""
    first = sum(voice.name.encode())  # so that voices differ in rate, level and noise
    return [_clean_codes(voice, first + place) for place in range(count)]


def _clean_codes(voice: Voice, seed: int) -> tuple[int, frozenset[str]]:
    rate_hz = RATES_HZ[seed % len(RATES_HZ)]
    samples = clean_recording(
        voice,
        rate_hz,
        seed,
        level_dbov=LEVELS_DBOV[seed % len(LEVELS_DBOV)],
        snr_db=SNRS_DB[seed % len(SNRS_DB)],
        noise=NOISES[seed // 2 % len(NOISES)],
    )
    return rate_hz, codes_of(samples, rate_hz)


def spoiled_codes(place: int, voice: Voice) -> list[frozenset[str]]:
    """Codes of one voice under each row's fault."""
    rate_hz = WIDE_RATES_HZ[place % len(WIDE_RATES_HZ)]
    samples = clean_recording(voice, rate_hz, place, level_dbov=-26, snr_db=45)
    return [codes_of(made.spoiled(samples, rate_hz, row.fault, place), rate_hz) for row in ROWS]


def codes_of(samples: Samples, rate_hz: int) -> frozenset[str]:
    outcome = check_recording(
        samples, rate_hz, QUIET_S, MicrophoneRequirement(), detector=voice_detector()
    )
    return frozenset(found.code for found in outcome.findings)


def print_clean(found: list[tuple[int, frozenset[str]]]) -> None:
    alarms = Counter(code for rate_hz, codes in found for code in false_alarms(rate_hz, codes))
    recordings = sum(1 for rate_hz, codes in found if false_alarms(rate_hz, codes))
    print("| clean recordings | with a false alarm | which |\n|---|---|---|")
    print(f"| {len(found)} | {recordings} | {listed(alarms) or 'none'} |\n")


def false_alarms(rate_hz: int, codes: frozenset[str]) -> frozenset[str]:
    """A recording at 8 kHz is narrowband by itself."""
    true_codes = {"narrowband-voice"} if rate_hz <= RATES_HZ[3] else set()
    return codes - LEVEL_CODES - true_codes


def print_faults(spoiled: list[list[frozenset[str]]]) -> None:
    print("| fault | found as | hits | found besides |\n|---|---|---|---|")
    for row, *found in zip(ROWS, *spoiled, strict=True):
        hits = sum(1 for codes in found if codes.intersection(row.codes))
        besides = Counter(_others(row, found))
        hit_text = f"{hits} of {len(found)}" if row.codes else "-"
        print(f"| {row.name} | {', '.join(row.codes) or '-'} | {hit_text} | {listed(besides)} |")


def _others(row: Row, found: Iterable[frozenset[str]]) -> Iterator[str]:
    for codes in found:
        yield from codes - LEVEL_CODES - set(row.codes)


def listed(counts: Counter[str]) -> str:
    return ", ".join(f"{code} {count}" for code, count in counts.most_common())


if __name__ == "__main__":
    np.seterr(all="raise", under="ignore")
    main()
