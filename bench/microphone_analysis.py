"""How long the analysis of a recording takes: 7 s at 48 kHz, and the first use in a fresh process.

Run ``python bench/microphone_analysis.py [--runs 30] [--processes 7] [FILE.wav]``. Without a file
the recording is made up: 2 s of noise, then syllables of colored noise over it. "First use" counts
from the first statement of a fresh interpreter: imports (NumPy among them) and one analysis, as it
comes after a recording was made, all of it compiled as an installation leaves it. "Parts" are
medians of the time spent in each measure. Both are measured with the voice detector that the
program uses: Earshot where it is installed, else our own. The memory is what a fresh process takes
for a recording of 300 s, the recording included, beyond what it takes once all is imported.

Limits: 120 ms for the analysis, 400 ms for the first use, on a computer that does nothing else: the
processor time tells what a busy one adds. 250 MB of memory.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.adapters.audio.voice_detector import voice_detector
from workspace_assistant.adapters.audio.wav_file import read_recording
from workspace_assistant.core.signal import recording as analysis
from workspace_assistant.core.signal.filtering import apply_gain_curve

RATE_HZ, QUIET_S, SPEECH_S = 48_000, 2, 5
LIMIT_S, FIRST_LIMIT_S, LIMIT_MB = 0.12, 0.4, 250
PARTS = (
    "active_speech_level", "_above_rumble", "noise_floor", "clipping", "mains_hum",
    "audio_bandwidth", "dropouts", "noise_gate", "_echo", "_voice", "knocks_db",
)  # fmt: skip
FIRST_USE = """
import sys, time
began = time.perf_counter()
import numpy as np
samples = np.memmap(sys.argv[1], dtype=np.float32).reshape(-1, 1)
from workspace_assistant.adapters.audio.voice_detector import voice_detector
from workspace_assistant.core.signal.recording import analyze_recording
analyze_recording(samples, int(sys.argv[2]), 2, detector=voice_detector())
print(time.perf_counter() - began)
"""
MEMORY = """
import resource, sys
import numpy as np
from workspace_assistant.adapters.audio.voice_detector import voice_detector
from workspace_assistant.core.signal.recording import analyze_recording
def peak_mb():
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << (20 if sys.platform == "darwin" else 10))
short, rate_hz = np.fromfile(sys.argv[1], dtype=np.float32), int(sys.argv[2])
analyze_recording(short[:rate_hz], rate_hz, 0, detector=voice_detector())
before_mb = peak_mb()
samples = np.resize(short, 300 * rate_hz)
analyze_recording(samples, rate_hz, 2, detector=voice_detector())
print(peak_mb() - before_mb)
"""


def made_up() -> NDArray[np.float32]:
    """A voice-like sound: noise that falls with frequency and comes and goes twice a second."""
    rng = np.random.default_rng(1)
    size = (QUIET_S + SPEECH_S) * RATE_HZ
    voice = apply_gain_curve(
        rng.standard_normal(size), RATE_HZ, lambda hz: 500 / np.maximum(hz, 500)
    )
    time_s = np.arange(size) / RATE_HZ
    voice *= np.where(time_s < QUIET_S, 0, np.sin(np.pi * 2.1 * time_s) ** 4)
    sound = 0.05 / np.std(voice) * voice + 3e-4 * rng.standard_normal(size)
    return sound.astype(np.float32)[:, None]


def times_s(run: Callable[[], object], count: int) -> list[float]:
    taken = []
    for _ in range(count):
        began = time.perf_counter()
        run()
        taken.append(time.perf_counter() - began)
    return taken


def printed_by(script: str, samples: NDArray[np.float32], rate_hz: int, count: int) -> list[float]:
    """What *script* prints in each of some fresh processes; one more compiles the modules."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "samples.f32")
        samples[:, 0].tofile(path)
        command = [sys.executable, "-X", f"pycache_prefix={folder}", "-c", script]
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
        runs = [
            subprocess.run(
                [*command, str(path), str(rate_hz)],
                check=True,
                capture_output=True,
                env=environment,
            )
            for _ in range(count + 1)
        ]
    return [float(run.stdout) for run in runs[1:]]


def parts_ms(run: Callable[[], object], count: int) -> dict[str, float]:
    """Medians over some runs, with a stopwatch around each measure."""
    taken: dict[str, list[float]] = defaultdict(list)
    originals = {name: getattr(analysis, name) for name in PARTS}

    def timed(name: str) -> Callable[..., object]:
        def measure(*args: object, **named: object) -> object:
            began = time.perf_counter()
            try:
                return originals[name](*args, **named)
            finally:
                taken[name].append(time.perf_counter() - began)

        return measure

    try:
        for name in PARTS:
            setattr(analysis, name, timed(name))
        times_s(run, count)
    finally:
        for name, original in originals.items():
            setattr(analysis, name, original)
    return {name: 1000 * statistics.median(spent) for name, spent in taken.items()}


def said(title: str, taken_s: list[float], limit_s: float) -> None:
    ordered = sorted(taken_s)
    median_ms, least_ms, most_ms = (
        1000 * value for value in (statistics.median(ordered), ordered[0], ordered[-1])
    )
    kept = "kept" if median_ms <= 1000 * limit_s else "BROKEN"
    print(
        f"{title}: median {median_ms:.0f} ms of {len(ordered)} "
        f"({least_ms:.0f} to {most_ms:.0f}); limit {1000 * limit_s:.0f} ms {kept}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("--processes", type=int, default=7)
    arguments = parser.parse_args()
    samples, rate_hz = made_up(), RATE_HZ
    if arguments.file is not None:
        recording = read_recording(arguments.file)
        samples, rate_hz = recording.samples, recording.sample_rate_hz
    print(
        f"{len(samples) / rate_hz:.1f} s at {rate_hz} Hz, {samples.shape[1]} channel(s), ", end=""
    )
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")

    detector = voice_detector()
    print(f"voice detector: {type(detector).__name__ if detector else 'our own'}")

    def run() -> object:
        return analysis.analyze_recording(samples, rate_hz, QUIET_S, detector=detector)

    said("first use", printed_by(FIRST_USE, samples, rate_hz, arguments.processes), FIRST_LIMIT_S)
    began_s = time.process_time()
    said("analysis", times_s(run, arguments.runs), LIMIT_S)
    spent_ms = 1000 * (time.process_time() - began_s) / arguments.runs
    print(f"analysis, processor time alone: {spent_ms:.0f} ms on average")
    if sys.platform != "win32":
        taken_mb = max(printed_by(MEMORY, samples, rate_hz, 1))
        kept = "kept" if taken_mb <= LIMIT_MB else "BROKEN"
        print(f"memory for 300 s: {taken_mb:.0f} MB; limit {LIMIT_MB} MB {kept}")
    for name, spent_ms in sorted(parts_ms(run, arguments.runs).items(), key=lambda part: -part[1]):
        print(f"  {name.strip('_').replace('_', ' '):22} {spent_ms:6.1f} ms")


if __name__ == "__main__":
    main()
