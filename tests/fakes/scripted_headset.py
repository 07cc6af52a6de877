"""A headset that is what the test wrote down, and gives back part of what is played into it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.headset.model import HeadsetFacts, HeardTone, PlaybackDevice
from workspace_assistant.core.readiness.microphone.model import (
    Connection,
    MicrophoneDevice,
    Recording,
)

MICROPHONE = MicrophoneDevice(
    id="mic", name="Test Headset", is_default=True, connection=Connection.USB, volume_db=-3.0
)
EARPIECE = PlaybackDevice(
    id="ear",
    name="Test Headset Stereo",
    connection=Connection.USB,
    is_default=True,
    volume_db=-10.0,
)
FACTS = HeadsetFacts(
    microphone=MICROPHONE, playback=EARPIECE, same_device=True, others_recording=()
)
LAG_S = 0.3


@dataclass(frozen=True, kw_only=True)
class ScriptedHeadset:
    """Leaks *leak_db* of what is played (None: nothing) into *noise_dbfs* of white noise."""

    known: HeadsetFacts = FACTS
    leak_db: float | None = -30.0
    noise_dbfs: float | None = -60.0
    played_quieter_db: float = 0.0
    facts_error: Exception | None = None
    sound_error: Exception | None = None
    played: list[tuple[str, str]] = field(default_factory=list)

    def facts(self, microphone_id: str, ctx: JobContext) -> HeadsetFacts:
        ctx.checkpoint()
        if self.facts_error is not None:
            raise self.facts_error
        return self.known

    def play_and_record(
        self,
        samples: NDArray[np.floating],
        sample_rate_hz: int,
        *,
        microphone_id: str,
        playback_id: str,
        record_s: float,
        ctx: JobContext,
    ) -> HeardTone:
        ctx.checkpoint()
        self.played.append((microphone_id, playback_id))
        if self.sound_error is not None:
            raise self.sound_error
        heard = np.zeros(round(record_s * sample_rate_hz))
        if self.noise_dbfs is not None:
            noise = np.random.default_rng(1).standard_normal(heard.size)
            heard += noise * 10 ** (self.noise_dbfs / 20)
        if self.leak_db is not None:
            start = round(LAG_S * sample_rate_hz)
            heard[start : start + samples.size] += samples * 10 ** (self.leak_db / 20)
        channels = np.column_stack((np.zeros(heard.size), heard)).astype(np.float32)
        return HeardTone(
            recording=Recording(samples=channels, sample_rate_hz=sample_rate_hz),
            played_quieter_db=self.played_quieter_db,
        )
