"""Recorded and synthetic voices out of Debian packages, in two groups: TUNED and HELD_OUT.

Limits of the detectors were chosen on TUNED alone; HELD_OUT was looked at when they stood. No
person is in both. Voices whose clips peak above 0.95 of full scale as a rule are left out, and such
clips of the others: they may be clipped already. Left out as well are klettres en and ktuberling
wa, in whose files single samples are missing (zero) all along; ktuberling es, fi, it, nds, pt and
sv, which are of 8 kHz; ktuberling gl, which rumbles; and festival suo_fi_lj, whose splices show.

A clean recording is 2 s of room noise, then 5 s of clips (prompts, words) half a second apart, in
the same noise, which is louder than the noise the clips themselves bring along.
"""

from __future__ import annotations

import functools
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import soundfile

from workspace_assistant.core.signal.active_speech_level import active_speech_level
from workspace_assistant.core.signal.filtering import without_rumble
from workspace_assistant.core.signal.level import Samples, mean_square, power_db
from workspace_assistant.core.signal.resampling import resampled

PACKAGES = (
    "alsa-utils",
    "asterisk-core-sounds-en-g722",
    "asterisk-core-sounds-fr-g722",
    "asterisk-core-sounds-it-g722",
    "asterisk-core-sounds-ru-g722",
    "espeak-ng",
    "festival",
    "festvox-ca-ona-hts",
    "festvox-czech-dita",
    "festvox-czech-krb",
    "festvox-czech-machac",
    "festvox-czech-ph",
    "festvox-italp16k",
    "festvox-kallpc16k",
    "festvox-suopuhe-mv",
    "festvox-us-slt-hts",
    "ffmpeg",
    "flite",
    "klettres-data",
    "ktuberling-data",
    "pocketsphinx-testdata",
    "sox",
    "tuxpaint-stamps-default",
)
QUIET_S, SPEECH_S = 2.0, 5.0
LOUDEST_SOURCE_PEAK = 0.95
_ASTERISK = "/usr/share/asterisk/sounds/{}/*.g722"
_KLETTRES = "/usr/share/klettres/{}/*/*.ogg"
_KTUBERLING = "/usr/share/ktuberling/sounds/{}/*.*"
_TUXPAINT = "/usr/share/tuxpaint/stamps/**/*_desc_{}.*"
_TEXT = (
    "Good morning, thanks for calling. Shall we check together which five of your orders should "
    "ship on Thursday? A quick brown fox jumps over the lazy dog, and Peter picked a pack of cards."
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Clips that match `pattern`, or what the command says after `|`."""

    name: str
    pattern: str


def _voices(pattern: str, title: str, names: str) -> tuple[Voice, ...]:
    return tuple(Voice(f"{title} {name}", pattern.format(name)) for name in names.split())


_FESTIVAL = "|text2wave -eval '(voice_{})'"


def _espeak(names: str) -> tuple[Voice, ...]:
    command = "|espeak-ng -v {} -s 150 --stdin"
    return _voices(command, "espeak-ng", names)


TUNED = (
    *_voices(_ASTERISK, "asterisk", "en_US_f_Allison it_IT_m_Carlo"),
    *_voices(_KLETTRES, "klettres", "da de es ru hu it lt nb tn uk"),
    *_voices(_KTUBERLING, "ktuberling", "en ca fr da nn sl uk nl"),
    *_voices(_TUXPAINT, "tuxpaint", "fr ro ru nl lt"),
    Voice("alsa-utils", "/usr/share/sounds/alsa/*_*.wav"),
    Voice("pocketsphinx librivox", "/usr/share/pocketsphinx/test/data/librivox/*.wav"),
    Voice("pocketsphinx cards", "/usr/share/pocketsphinx/test/data/cards/*.wav"),
    *_espeak("en de+f3 fr+klatt2 sv+f4 fr+m1 ja de+croak hi+f1 tr+m6"),
    *_voices(_FESTIVAL, "festival", "lp_diphone czech_dita czech_krb czech_machac"),
    *_voices(_FESTIVAL, "festival", "hy_fi_mv_diphone upc_ca_ona_hts"),
    Voice("flite kal16", "|flite -voice kal16"),
)
HELD_OUT = (
    *_voices(_ASTERISK, "asterisk", "fr_CA_f_June ru_RU_f_IvrvoiceRU"),
    *_voices(_KLETTRES, "klettres", "ar cs en_GB he nds nl pt_BR"),
    *_voices(_KTUBERLING, "ktuberling", "de el lt ru ga ro sr"),
    *_voices(_TUXPAINT, "tuxpaint", "ca bg be da el pt_BR"),
    *_espeak("en-us+f2 en-gb+m7 es+f5 it+m4 ru+anika en+whisper pl+edward"),
    *_voices(_FESTIVAL, "festival", "cmu_us_slt_arctic_hts czech_ph"),
    Voice("flite slt", "|flite -voice slt"),
)


def clean_recording(
    voice: Voice, rate_hz: int, seed: int, *, level_dbov: float, snr_db: float, noise: str = "pink"
) -> Samples:
    """Quiet, then speech at that level, in noise of that kind; rounded to 16 bits."""
    rng = np.random.default_rng(seed)
    speech, own_snr_db = _speech(voice, rate_hz, rng)
    samples = np.concatenate((np.zeros(round(QUIET_S * rate_hz)), speech))
    snr_db = min(snr_db, own_snr_db - 6)
    samples += noise_of(noise, samples.size, rate_hz, rng) * 10 ** (-snr_db / 20)
    gain = min(10 ** (level_dbov / 20), LOUDEST_SOURCE_PEAK / np.abs(samples).max())
    return rounded(samples * gain)


def rounded(samples: Samples) -> Samples:
    """As 16 bits hold it."""
    return np.clip(np.round(samples * 32768), -32768, 32767) / 32768


def noise_of(kind: str, size: int, rate_hz: int, rng: np.random.Generator) -> Samples:
    """Noise of power 1: ``white``, ``pink``, ``brown``, or a ``fan`` (brown, with blade tones)."""
    spectrum = np.fft.rfft(rng.normal(size=size))
    frequency_hz = np.maximum(np.fft.rfftfreq(size, 1 / rate_hz), 20.0)
    spectrum /= frequency_hz ** {"white": 0.0, "pink": 0.5, "brown": 1.0, "fan": 0.8}[kind]
    samples = np.fft.irfft(spectrum, size)
    if kind == "fan":
        at_s = np.arange(size) / rate_hz
        samples += samples.std() * sum(
            0.4 * np.sin(2 * np.pi * 137 * order * at_s) for order in (1, 2, 3)
        )
    return samples / np.sqrt(mean_square(samples))


def _speech(voice: Voice, rate_hz: int, rng: np.random.Generator) -> tuple[Samples, float]:
    """5 s of speech at 0 dBov, and how far the clips' own noise lies below it."""
    clips = _clips(voice)
    parts: list[Samples] = []
    quietest = []
    missing_s = SPEECH_S
    while missing_s > 0:
        samples, clip_hz = clips[int(rng.integers(len(clips)))]
        samples = samples[: round(missing_s * clip_hz)]
        piece = resampled(samples, clip_hz, rate_hz)
        quietest.append(_quietest_power(piece, rate_hz))
        pause = np.zeros(round(rng.uniform(0.15, 0.5) * rate_hz))
        parts += [_faded(piece, rate_hz), pause]
        missing_s -= (piece.size + pause.size) / rate_hz
    speech = np.concatenate(parts)[: round(SPEECH_S * rate_hz)]
    level = active_speech_level(without_rumble(speech, rate_hz), rate_hz)
    if level is None:
        raise ValueError(f"{voice.name} says nothing")
    own_snr_db = level.level_dbov - power_db(max(float(np.percentile(quietest, 20)), 1e-12))
    return speech / 10 ** (level.level_dbov / 20), own_snr_db


def _faded(samples: Samples, rate_hz: int) -> Samples:
    """In and out within 10 ms: a clip's end must not be a splice."""
    from_end = np.minimum(np.arange(samples.size), np.arange(samples.size)[::-1])
    return samples * np.minimum(1, from_end / (0.01 * rate_hz))


def _quietest_power(samples: Samples, rate_hz: int) -> float:
    size = rate_hz // 50
    powers = (samples[: samples.size // size * size].reshape(-1, size) ** 2).mean(axis=1)
    return float(np.percentile(powers, 5)) if powers.size else 0.0


@functools.cache
def _clips(voice: Voice) -> tuple[tuple[Samples, int], ...]:
    if voice.pattern.startswith("|"):
        return (_spoken(voice.pattern[1:]),)
    found = sorted(str(path) for path in Path("/").glob(voice.pattern.removeprefix("/")))
    step = max(1, len(found) // 40)
    clips = [_decoded(path) for path in found[::step]]
    chosen = [
        (samples, rate_hz)
        for samples, rate_hz in clips
        if samples.size > 0.3 * rate_hz and np.abs(samples).max() <= LOUDEST_SOURCE_PEAK
    ]
    if not chosen:
        raise FileNotFoundError(f"no clip of {voice.name}; install: {' '.join(PACKAGES)}")
    return tuple(chosen)


def _decoded(path: str) -> tuple[Samples, int]:
    if not path.endswith(".g722"):
        samples, rate_hz = soundfile.read(path, always_2d=True)
        loudest = samples[:, int(np.argmax((samples**2).sum(axis=0)))]
        return loudest - loudest.mean(), rate_hz
    command = ["ffmpeg", "-v", "error", "-f", "g722", "-i", path, "-f", "s16le", "-"]
    raw = subprocess.run(command, capture_output=True, check=True).stdout
    return np.frombuffer(raw, "<i2") / 32768, 16_000


def _spoken(command: str) -> tuple[Samples, int]:
    """What a synthesizer says, through a file."""
    program, options = command.split(" ", 1)
    if not shutil.which(program):
        raise FileNotFoundError(f"{program} is missing; install: {' '.join(PACKAGES)}")
    with TemporaryDirectory() as folder:
        path = Path(folder, "said.wav")
        to_file = {"text2wave": "-o", "flite": "-o", "espeak-ng": "-w"}[program]
        words: list[str | Path] = [program, *shlex.split(options), to_file, path]
        if program == "flite":
            words += ["-t", _TEXT]
        subprocess.run(words, input=_TEXT.encode(), stderr=subprocess.DEVNULL, check=True)
        samples, rate_hz = soundfile.read(path)
    return samples / (np.abs(samples).max() * 2), rate_hz
