"""All numbers of one recording: a quiet stretch first, then speech.

Live recordings and files go through here alike. Every channel is looked at and the one that speech
adds most power to is measured: a dead second channel, or one with hum alone, must not fail a good
microphone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.active_speech_level import (
    ActiveSpeechLevel,
    active_speech_level,
    coarse_speech_level,
)
from workspace_assistant.core.signal.audio_bandwidth import AudioBandwidth, audio_bandwidth
from workspace_assistant.core.signal.clipping import (
    STEP,
    Clipping,
    OverDriven,
    clipping,
    over_driven,
)
from workspace_assistant.core.signal.clock_error import ClockError, clock_error
from workspace_assistant.core.signal.dip import LEAST_QUIET_S as DIP_QUIET_S
from workspace_assistant.core.signal.dip import Dip, dip
from workspace_assistant.core.signal.dropouts import Dropouts, dropouts
from workspace_assistant.core.signal.filtering import blocks_without_rumble, spoiling_offset
from workspace_assistant.core.signal.gate import Gate, is_silencing, noise_gate
from workspace_assistant.core.signal.hum import Hum, mains_hum
from workspace_assistant.core.signal.knocks import knocks_db
from workspace_assistant.core.signal.level import Samples, amplitude_db, mean_square, peak
from workspace_assistant.core.signal.noise import (
    LEAST_QUIET_S,
    NoiseFloor,
    is_mostly_silent,
    noise_floor,
)
from workspace_assistant.core.signal.pieces import keep_memory
from workspace_assistant.core.signal.resampling import resampled_singly
from workspace_assistant.core.signal.reverberation import LEAST_SPEECH_S as ECHO_SPEECH_S
from workspace_assistant.core.signal.reverberation import Reverberation, reverberation
from workspace_assistant.core.signal.silence import (
    coarse_step,
    constant_fraction,
    is_digital_silence,
    is_open,
    waking_size,
)
from workspace_assistant.core.signal.voice_activity import (
    DETECTOR_RATE_HZ,
    FRAME_S,
    VoiceActivity,
    energy_probabilities,
    voice_activity,
)
from workspace_assistant.core.signal.voice_bands import voice_bands

LEAST_SPEECH_S = 1.0
_NOTABLE_RUMBLE_DB = 1.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BlockTimes:
    """When each block of a live recording was handed over (seconds), and its frames."""

    ends_s: NDArray[np.float64]
    frames: NDArray[np.int64]


class Detector(Protocol):
    """Tells speech from other sound, frame by frame of `frame_s`, at 16 kHz."""

    @property
    def frame_s(self) -> float: ...

    def probabilities(self, samples_16k: NDArray[np.floating], /) -> NDArray[np.float64]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingAnalysis:
    """What a recording amounts to, of its best channel (counted from 1).

    `speech` and `noise` are None where there is nothing to measure: too short, too faint, or
    digital silence (then `is_quiet_silent`). The level in `speech` is that of the samples as they
    are, but for a constant offset: ITU-T P.56 knows no filter. `speech_above_rumble_dbov` is the
    same level behind a 50 Hz high-pass, to be compared with the noise; where it is lower, the
    speaking part has rumble (wind, handling, hum). `peak_dbfs` is None when all samples are 0.
    `dc_offset` is the mean of the quiet part (of the whole where that is short or silent: a voice
    that is clipped on one side has a mean of its own) as a fraction of full scale.
    `constant_fraction` is the share of unchanging samples in the speaking part (in the whole where
    there is none).

    `quiet_voice` is the voice activity of the quiet part. `dip` is looked for where the ends of
    words tell no `echo`. A recording `is_coarse` where its smallest step is over 2^-10 (8 bits, or
    a great gain after the converter): there is no telling silence or a gate then, so `gate` and
    often `noise` are None. `leading_silence_s` is what a stream that was just waking up gave
    before its first sound; it is left out of the quiet part. `knocks_db` is by how much knocks lift
    both levels of the speaking part; `snr_db` is without.
    """

    sample_rate_hz: float
    channel: int
    channels: int
    quiet_s: float
    speech_s: float
    constant_fraction: float
    is_quiet_silent: bool
    peak_dbfs: float | None
    dc_offset: float
    clipping: Clipping
    noise: NoiseFloor | None
    speech: ActiveSpeechLevel | None
    speech_above_rumble_dbov: float | None
    hum: Hum | None = None
    audio_bandwidth: AudioBandwidth | None = None
    dropouts: Dropouts | None = None
    gate: Gate | None = None
    clock: ClockError | None = None
    voice: VoiceActivity | None = None
    echo: Reverberation | None = None
    over_driven: OverDriven | None = None
    quiet_voice: VoiceActivity | None = None
    dip: Dip | None = None
    is_coarse: bool = False
    leading_silence_s: float = 0.0
    knocks_db: float = 0.0

    @property
    def is_speech_too_short(self) -> bool:
        return self.speech_s < LEAST_SPEECH_S

    @property
    def snr_db(self) -> float | None:
        """Active speech level without knocks minus the noise level, unweighted, above 50 Hz."""
        if self.speech_above_rumble_dbov is None or self.noise is None:
            return None
        return self.speech_above_rumble_dbov - self.knocks_db - self.noise.unweighted_dbov


def analyze_recording(
    samples: NDArray[np.floating],
    sample_rate_hz: float,
    quiet_s: float,
    *,
    blocks: BlockTimes | None = None,
    detector: Detector | None = None,
) -> RecordingAnalysis:
    """Measure *samples* (frames x channels, finite, full scale 1.0); the first `quiet_s` is quiet.

    *blocks* are the times of a live recording, for the clock. Without a *detector* of voice our own
    is used (`voice_activity.energy_probabilities`).

    Raises ValueError for an array without frames or channels.
    """
    frames = samples.reshape(-1, 1) if samples.ndim == 1 else samples
    if frames.ndim != 2 or frames.size == 0:
        raise ValueError("a recording needs frames and channels")
    keep_memory()
    split = min(len(frames), round(quiet_s * sample_rate_hz))
    channel = _best_channel(frames, split)
    chosen = frames[:, channel].astype(np.float64)
    woken = waking_size(chosen[:split], sample_rate_hz)
    quiet, speech = chosen[woken:split], chosen[split:]
    step = coarse_step(chosen)
    is_coarse = step is not None
    levels = _levels(chosen, speech, sample_rate_hz, step or STEP)
    has_voice = levels.speech is not None
    gate = (
        noise_gate(chosen[woken:], quiet.size, sample_rate_hz)
        if has_voice and not is_coarse
        else None
    )
    echo, filled = _echo(quiet, speech, sample_rate_hz) if has_voice else (None, None)
    voice, quiet_voice = (
        _voice(chosen, woken, split, sample_rate_hz, detector) if has_voice else (None, None)
    )
    return RecordingAnalysis(
        sample_rate_hz=sample_rate_hz,
        channel=channel + 1,
        channels=frames.shape[1],
        quiet_s=split / sample_rate_hz,
        speech_s=speech.size / sample_rate_hz,
        constant_fraction=constant_fraction(speech if speech.size else chosen),
        is_quiet_silent=not is_coarse and is_mostly_silent(quiet, sample_rate_hz),
        peak_dbfs=levels.peak_dbfs,
        dc_offset=_offset(quiet, chosen, sample_rate_hz),
        clipping=levels.clipping,
        noise=noise_floor(quiet, sample_rate_hz),
        speech=levels.speech,
        speech_above_rumble_dbov=levels.speech_above_rumble_dbov,
        hum=mains_hum(quiet, sample_rate_hz),
        audio_bandwidth=audio_bandwidth(speech, sample_rate_hz) if has_voice else None,
        dropouts=dropouts(
            chosen,
            sample_rate_hz,
            is_open=is_open(quiet, sample_rate_hz),
            is_gated=is_silencing(gate, quiet, sample_rate_hz),
            coarse_step=step,
        ),
        gate=gate,
        clock=clock_error(blocks.ends_s, blocks.frames, sample_rate_hz) if blocks else None,
        voice=voice,
        quiet_voice=quiet_voice,
        is_coarse=is_coarse,
        leading_silence_s=woken / sample_rate_hz,
        knocks_db=knocks_db(speech, sample_rate_hz) if has_voice else 0.0,
        echo=echo,
        dip=filled,
        over_driven=levels.over_driven,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Levels:
    peak_dbfs: float | None
    clipping: Clipping
    speech: ActiveSpeechLevel | None
    speech_above_rumble_dbov: float | None
    over_driven: OverDriven | None


def _levels(chosen: Samples, speech: Samples, sample_rate_hz: float, step: float) -> _Levels:
    top = peak(chosen)
    signs = clipping(chosen, step)
    level = _speech_level(speech, sample_rate_hz)
    above = _above_rumble(speech, sample_rate_hz) if level else None
    return _Levels(
        peak_dbfs=amplitude_db(top) if top > 0 else None,
        clipping=signs,
        speech=level,
        speech_above_rumble_dbov=above.level_dbov if above else None,
        over_driven=_over_driven(signs, _Loudness(amplitude_db(top), level.level_dbov), above)
        if level
        else None,
    )


def _offset(quiet: Samples, chosen: Samples, sample_rate_hz: float) -> float:
    is_told = quiet.size >= LEAST_QUIET_S * sample_rate_hz and np.ptp(quiet) > 0
    return float((quiet if is_told else chosen).mean())


def _best_channel(frames: NDArray[np.floating], split: int) -> int:
    """The channel that the speech phase adds most power to, over its quiet phase; DC left out."""
    if frames.shape[1] == 1:
        return 0
    gains = [_power(channel[split:]) - _power(channel[:split]) for channel in frames.T]
    return int(np.argmax(gains))


def _power(samples: NDArray[np.floating]) -> float:
    if samples.size == 0:
        return 0.0
    mean = float(samples.mean(dtype=np.float64))
    return max(0.0, mean_square(samples) - mean**2)


def _speech_level(speech: Samples, sample_rate_hz: float) -> ActiveSpeechLevel | None:
    if speech.size < LEAST_SPEECH_S * sample_rate_hz or is_digital_silence(speech):
        return None
    offset = spoiling_offset(speech, sample_rate_hz)
    return active_speech_level(speech, sample_rate_hz, offset)


@dataclass(frozen=True, slots=True)
class _Loudness:
    peak_dbfs: float
    level_dbov: float


def _above_rumble(speech: Samples, sample_rate_hz: float) -> _Loudness | None:
    blocks, rate_hz = blocks_without_rumble(speech, sample_rate_hz)
    found = coarse_speech_level(blocks, rate_hz)
    if found is None:
        return None
    level, top = found
    return _Loudness(amplitude_db(top), level.level_dbov)


def _over_driven(signs: Clipping, whole: _Loudness, above: _Loudness | None) -> OverDriven:
    """A crest that is the voice's: rumble has little of its own and fills the level."""
    is_rumbling = above is not None and whole.level_dbov - above.level_dbov > _NOTABLE_RUMBLE_DB
    loudness = above if above is not None and is_rumbling else whole
    return over_driven(signs, loudness.peak_dbfs, loudness.level_dbov)


def _echo(
    quiet: Samples, speech: Samples, sample_rate_hz: float
) -> tuple[Reverberation | None, Dip | None]:
    """What the ends of words tell, and where they tell nothing, how far the voice dips."""
    said = voice_bands(speech, sample_rate_hz, ECHO_SPEECH_S)
    echo = reverberation(said) if said else None
    if said is None or echo is not None:
        return echo, None
    unsaid = voice_bands(quiet, sample_rate_hz, DIP_QUIET_S)
    return None, dip(unsaid, said) if unsaid else None


def _voice(
    chosen: Samples, woken: int, split: int, sample_rate_hz: float, detector: Detector | None
) -> tuple[VoiceActivity | None, VoiceActivity | None]:
    """Activity in the speaking and in the quiet part.

    The detector hears both in one go: that is how it knows the noise.
    """
    if detector is None:
        frame_s, probabilities = FRAME_S, energy_probabilities(chosen, sample_rate_hz)
    else:
        heard = resampled_singly(chosen, round(sample_rate_hz), DETECTOR_RATE_HZ)
        frame_s, probabilities = detector.frame_s, detector.probabilities(heard)
    begin, first = (round(size / sample_rate_hz / frame_s) for size in (woken, split))
    return (
        voice_activity(probabilities[first:], frame_s),
        voice_activity(probabilities[begin:first], frame_s),
    )
