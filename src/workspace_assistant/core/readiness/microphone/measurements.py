"""Ids and units of what the microphone check measures, as the report names them."""

from __future__ import annotations

from collections.abc import Mapping

LEVEL = "microphone.active_speech_level"
PEAK = "microphone.peak"
NOISE = "microphone.noise_floor"
SNR = "microphone.snr"
CLIPPING = "microphone.clipping_events"
FULL_SCALE = "microphone.full_scale_samples"
DC = "microphone.dc_offset"
ACTIVITY = "microphone.speech_activity"
CONSTANT = "microphone.constant_samples"
HUM = "microphone.hum"
AUDIO_BANDWIDTH = "microphone.audio_bandwidth"
REVERBERATION = "microphone.reverberation"
DROPOUTS = "microphone.dropouts"
CLOCK_ERROR = "microphone.clock_error"

# Among the conditions of LEVEL where rumble is much of it: the level without, dBov.
ABOVE_RUMBLE = "above_rumble_dbov"
# Likewise where knocks lift it: the level without, and without rumble.
WITHOUT_KNOCKS = "without_knocks_dbov"
# Of all: the samples have steps as of 8 bits, in which silence and gaps cannot be told.
COARSE = "is_coarse"
# Of REVERBERATION: that it may be shorter, and cannot be told.
AT_MOST = "at_most"
# Of SNR: by how much pauses have less noise than speech, where that can be told.
GATE_DEPTH = "gate_depth_db"

UNITS: Mapping[str, str] = {
    LEVEL: "dBov",
    PEAK: "dBFS",
    NOISE: "dBFS(A)",
    SNR: "dB",
    CLIPPING: "count",
    FULL_SCALE: "count",
    DC: "fraction",
    ACTIVITY: "fraction",
    CONSTANT: "fraction",
    HUM: "dBFS",
    AUDIO_BANDWIDTH: "Hz",
    REVERBERATION: "s",
    DROPOUTS: "count",
    CLOCK_ERROR: "ppm",
}

ESSENTIAL = frozenset({LEVEL, NOISE, SNR})
