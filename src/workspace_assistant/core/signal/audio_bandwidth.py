"""Band of the voice: a hands-free headset or an old codec ends it at 4 or 8 kHz. Own method.

The speech is cut into Hann-windowed frames of 20 ms (bins of 50 Hz). Three things are looked at:

* *The cliff.* In the 95th percentile of the frames (fricatives are rare, and reach highest) the
  mean level at 70 to 85 % of an edge, less the highest level (smoothed over 500 Hz) from 118 % of
  it on. Voices recorded with a full band fall by 17 dB at most there (synthetic ones through Opus
  by 21, and reach on to 20 kHz), voices that went through 8 or 16 kHz by 25 to 75; the limit is 24
  dB, or 20 where nothing livelier than noise lies beyond 125 % of the edge.
* *Mirror images.* A careless resampler fills the band above the edge with the mirrored band below
  it, so there is no cliff. But bins at equal distance below and above the edge then rise and fall
  together: their difference in dB stays within 0.1 to 2 around its median (0.1 to 0.8 where the
  band reaches the edge), where independent sound has 3 to 20. The limit is 1.5.
* *The reach.* The highest 500 Hz band whose 95th percentile lies 8 dB above its 20th: steady noise
  has 4 to 5 there, a voice that comes and goes has more.

A voice is narrowband (edge 4 kHz: telephone, hands-free profile with CVSD), wideband (8 kHz: mSBC,
G.722) or, where it reaches beyond 118 % of 8 kHz, full-band. Where the sampling itself ends at the
edge, it decides.

Figures (12 voices at -20, -30 and -46 dBov, the ones that the limits were set on): of 36 that went
through 8 kHz all are found behind a clean resampler and behind a careless one; with noise of -75
dBFS added after it 34 and 31, with -65 dBFS 27 and 22. Of the rest nothing is said, except that 2
and 1 with mirror images hidden in the noise are called full-band.

Blind spots: noise that is added after the band was cut hides the cliff and the mirror images (16
kHz voices through a careless resampler and -65 dBFS of noise: 10 of 36 called full-band). A faint
voice drowns in noise before it reaches the edge. Then nothing is said rather than full-band.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.fourier import hann_window
from workspace_assistant.core.signal.level import Samples, in_frames
from workspace_assistant.core.signal.pieces import pieces

Kind = Literal["narrowband", "wideband", "full-band"]
NARROW_HZ, WIDE_HZ = 4_000.0, 8_000.0
LEAST_SPEECH_S = 1.0
LEAST_DROP_DB, LEAST_FINAL_DROP_DB = 24.0, 20.0
MOST_IMAGE_SPREAD_DB = 1.5
LEAST_SWING_DB = 8.0
_EDGES: tuple[tuple[float, Kind], ...] = ((NARROW_HZ, "narrowband"), (WIDE_HZ, "wideband"))
_BELOW_FROM, _BELOW_TO, _ABOVE_FROM, _ABOVE_TO = 0.7, 0.85, 1.18, 2.2
_BEYOND = 1.25
_FRAME_S = 0.02
_MOST_FRAMES, _FRAMES_AT_A_TIME = 1000, 64
_BAND_HZ, _BAND_STEP_HZ = 500.0, 250.0
_IMAGE_FROM_HZ = 200.0
_LEAST_IMAGE_MOVEMENT_DB = 3.0
_NOTHING = 1e-14  # the noise of 16-bit rounding has 2e-13 per bin at most


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioBandwidth:
    """Upper end of the voice, its usual name, and how far the spectrum falls there.

    `drop_db` is None where there is no cliff: the sampling ends there, mirror images fill the band
    above, or the voice is full-band.
    """

    upper_hz: float
    kind: Kind
    drop_db: float | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Spectra:
    """Power of the frames (rows) per bin, and in bands of 500 Hz that begin every 250 Hz."""

    power: Samples
    bands: Samples
    bin_hz: float
    nyquist_hz: float

    def bins(self, low_hz: float, high_hz: float) -> Samples:
        part: Samples = self.power[:, round(low_hz / self.bin_hz) : round(high_hz / self.bin_hz)]
        return part

    def bands_within(self, low_hz: float, high_hz: float) -> Samples:
        end = math.floor(min(high_hz, self.nyquist_hz) / _BAND_STEP_HZ) - 1
        part: Samples = self.bands[:, math.ceil(low_hz / _BAND_STEP_HZ) : end]
        return part


def audio_bandwidth(speech: Samples, sample_rate_hz: float) -> AudioBandwidth | None:
    """The band of *speech* (one channel); None where it is too short, or its end cannot be seen."""
    spectra = _spectra(speech, sample_rate_hz)
    if spectra is None:
        return None
    reach_hz, least_reach_hz = _reach_hz(spectra), _BAND_HZ
    for edge_hz, kind in _EDGES:
        if spectra.nyquist_hz <= _ABOVE_FROM * edge_hz:  # the sampling ends the band
            upper_hz = min(spectra.nyquist_hz, reach_hz)
            return _band(upper_hz, kind, None) if reach_hz >= least_reach_hz else None
        drop_db = _drop_db(spectra, edge_hz)
        is_end = reach_hz <= _BEYOND * edge_hz
        if drop_db >= (LEAST_FINAL_DROP_DB if is_end else LEAST_DROP_DB):
            return _band(min(edge_hz, reach_hz), kind, drop_db)
        if _has_images(spectra, edge_hz):
            return _band(edge_hz, kind, None)
        least_reach_hz = _ABOVE_FROM * edge_hz
    return _band(reach_hz, "full-band", None) if reach_hz >= least_reach_hz else None


def _band(upper_hz: float, kind: Kind, drop_db: float | None) -> AudioBandwidth:
    return AudioBandwidth(upper_hz=upper_hz, kind=kind, drop_db=drop_db)


def _spectra(speech: Samples, sample_rate_hz: float) -> _Spectra | None:
    size = round(_FRAME_S * sample_rate_hz)
    if speech.size < LEAST_SPEECH_S * sample_rate_hz or sample_rate_hz < NARROW_HZ:
        return None
    frames = in_frames(speech, size)
    frames = frames[:: -(-len(frames) // _MOST_FRAMES)]
    frames = frames[frames.max(axis=1) > frames.min(axis=1)]
    if len(frames) < LEAST_SPEECH_S / _FRAME_S / 2:
        return None
    window = hann_window(size)
    scaled = window / np.sqrt(float(window @ window) * size / 2)
    power = np.empty((len(frames), size // 2 + 1))
    for start, end in pieces(len(frames), _FRAMES_AT_A_TIME):
        transformed = np.fft.rfft(frames[start:end] * scaled)
        np.square(transformed.real, out=power[start:end])
        power[start:end] += np.square(transformed.imag)
    return _Spectra(
        power=power,
        bands=_bands(power, sample_rate_hz / size),
        bin_hz=sample_rate_hz / size,
        nyquist_hz=sample_rate_hz / 2,
    )


def _bands(power: Samples, bin_hz: float) -> Samples:
    width = round(_BAND_STEP_HZ / bin_hz)
    count = power.shape[1] // width
    halves = power[:, : count * width].reshape(-1, count, width).mean(axis=2)
    bands: Samples = (halves[:, :-1] + halves[:, 1:]) / 2
    return bands


def _drop_db(spectra: _Spectra, edge_hz: float) -> float:
    below = spectra.bins(_BELOW_FROM * edge_hz, _BELOW_TO * edge_hz)
    above = spectra.bands_within(_ABOVE_FROM * edge_hz, _ABOVE_TO * edge_hz)
    if above.shape[1] == 0:  # the sampling ends too near
        return 0.0
    return float(_db(_percentile(below, 95)).mean() - _db(_percentile(above, 95)).max())


def _has_images(spectra: _Spectra, edge_hz: float) -> bool:
    """Whether the loudest that lies above the edge mirrors what lies as far below it."""
    furthest_hz = min(edge_hz, spectra.nyquist_hz - edge_hz) - _IMAGE_FROM_HZ
    if furthest_hz < _IMAGE_FROM_HZ + _BAND_HZ:
        return False
    away = np.arange(round(_IMAGE_FROM_HZ / spectra.bin_hz), round(furthest_hz / spectra.bin_hz))
    middle = round(edge_hz / spectra.bin_hz)
    above = spectra.power[:, middle + away]
    frames, bins = _loudest(above.sum(axis=1)), _loudest(above.sum(axis=0))
    above_db = _db(above[np.ix_(frames, bins)])
    below_db = _db(spectra.power[np.ix_(frames, middle - away[bins])])
    return (
        _spread_db(above_db - below_db) < MOST_IMAGE_SPREAD_DB
        and _spread_db(below_db) > _LEAST_IMAGE_MOVEMENT_DB  # else both are merely steady
    )


def _loudest(powers: Samples) -> NDArray[np.intp]:
    """Where the highest fifth lies."""
    return np.flatnonzero(powers >= np.quantile(powers, 0.8))


def _spread_db(levels_db: Samples) -> float:
    """How far the frames lie from the median of their bin, in the median."""
    return float(np.median(np.abs(levels_db - np.median(levels_db, axis=0))))


def _reach_hz(spectra: _Spectra) -> float:
    """Upper end of the highest band that comes and goes like a voice; 0 for none."""
    swing_db = _db(_percentile(spectra.bands, 95)) - _db(_percentile(spectra.bands, 20))
    lively = np.flatnonzero(swing_db > LEAST_SWING_DB)
    return float(lively[-1] * _BAND_STEP_HZ + _BAND_HZ) if lively.size else 0.0


def _percentile(power: Samples, percent: float) -> Samples:
    """Of each column: the frame of that rank, without averaging neighbors."""
    rank = round((len(power) - 1) * percent / 100)
    ranked: Samples = np.partition(power, rank, axis=0)[rank]
    return ranked


def _db(power: Samples) -> Samples:
    levels: Samples = 10 * np.log10(power + _NOTHING)
    return levels
