"""A microphone that delivers what the test wrote down, with the progress of a real one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice, Recording
from workspace_assistant.core.readiness.microphone.ports import MicrophoneUnavailableError
from workspace_assistant.core.readiness.microphone.progress import block_reporter

HEADSET = MicrophoneDevice(id="headset", name="Test Headset", is_default=True)


@dataclass(frozen=True, kw_only=True)
class ScriptedMicrophone:
    """Plays *samples* (frames x channels) from the start at every recording, or fails."""

    samples: NDArray[np.floating]
    sample_rate_hz: int = 16_000
    error: MicrophoneUnavailableError | None = None
    overflows: int = 0
    known_devices: tuple[MicrophoneDevice, ...] = (HEADSET,)

    def devices(self) -> tuple[MicrophoneDevice, ...]:
        return self.known_devices

    def record(
        self, *, device_id: str, quiet_s: float, speech_s: float, ctx: JobContext
    ) -> Recording:
        if self.error is not None:
            raise self.error
        frames = round((quiet_s + speech_s) * self.sample_rate_hz)
        taken = self.samples[:frames].astype(np.float32)
        report_block = block_reporter(ctx, quiet_s=quiet_s, speech_s=speech_s)
        step = self.sample_rate_hz // 10
        for end in range(step, len(taken) + 1, step):
            recorded_s = end / self.sample_rate_hz
            block = taken[end - step : end]
            report_block(block, recorded_s, self.sample_rate_hz)
        device = next((d for d in self.known_devices if d.id == device_id), HEADSET)
        return Recording(
            samples=taken,
            sample_rate_hz=self.sample_rate_hz,
            device_name=device.name,
            overflows=self.overflows,
        )
