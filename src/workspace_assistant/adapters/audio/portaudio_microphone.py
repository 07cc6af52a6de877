"""The microphone port over PortAudio in a child process, helped by pactl where there is one."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from workspace_assistant.adapters.audio.capture_process import Block, CaptureProcess
from workspace_assistant.adapters.audio.capture_targets import (
    OPEN_TIMEOUT_S,
    CaptureTarget,
    list_targets,
    pick_target,
)
from workspace_assistant.adapters.audio.frames import SAMPLE_BYTES
from workspace_assistant.adapters.audio.pactl import find_pactl
from workspace_assistant.adapters.audio.pulse_sources import list_sources, recorded_source_index
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice, Recording
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)
from workspace_assistant.core.readiness.microphone.progress import report_block

if TYPE_CHECKING:  # dear to import; the window paints first
    import numpy as np
    from numpy.typing import NDArray

_FIRST_BLOCK_TIMEOUT_S = 3.0
_NEXT_BLOCK_TIMEOUT_S = 2.0
_LATEST_END_S = 3.0  # beyond the wanted length; a healthy device is late by a block or two
_LEAST_REPORT_STEP_S = 0.04  # the meter needs 25 steps a second at most


class PortAudioMicrophone:
    """Records through PortAudio. Stateless: every call sees the devices of that moment."""

    def devices(self) -> tuple[MicrophoneDevice, ...]:
        """See `MicrophoneProbe.devices`."""
        ctx = JobContext(on_progress=lambda _progress: None)
        return tuple(target.device for target in list_targets(find_pactl(), ctx))

    def record(
        self, *, device_id: str, quiet_s: float, speech_s: float, ctx: JobContext
    ) -> Recording:
        """See `MicrophoneProbe.record`."""
        pactl = find_pactl()
        target = pick_target(device_id, list_targets(pactl, ctx))
        try:
            return _record_from(target, pactl, quiet_s=quiet_s, speech_s=speech_s, ctx=ctx)
        except MicrophoneUnavailableError as error:
            detour = target.by_default_device()
            if error.reason is not Unavailable.PLUGIN_MISSING or detour is None:
                raise
        return _record_from(detour, pactl, quiet_s=quiet_s, speech_s=speech_s, ctx=ctx)


def _record_from(
    target: CaptureTarget, pactl: str | None, *, quiet_s: float, speech_s: float, ctx: JobContext
) -> Recording:
    with CaptureProcess(["record", *target.arguments], target.environment) as child:
        try:
            header = child.header(OPEN_TIMEOUT_S, ctx.checkpoint)
            take = _Take(int(header["sample_rate_hz"]), int(header["channels"]))
            take.fill(child, quiet_s=quiet_s, speech_s=speech_s, ctx=ctx)
        except MicrophoneUnavailableError:
            _check_still_there(pactl, target, None, ctx)
            raise
        _check_still_there(pactl, target, child.process_id, ctx)
    return Recording(
        samples=take.samples(quiet_s + speech_s),
        sample_rate_hz=take.sample_rate_hz,
        device_name=target.device.name,
        overflows=take.overflows,
    )


class _Take:
    """Blocks of one recording as they come in."""

    def __init__(self, sample_rate_hz: int, channels: int) -> None:
        self.sample_rate_hz = sample_rate_hz
        self.channels = channels
        self.overflows = 0
        self._blocks: list[bytes] = []
        self._frames = 0

    def fill(
        self, child: CaptureProcess, *, quiet_s: float, speech_s: float, ctx: JobContext
    ) -> None:
        """Read blocks until there is enough, counted from the first one; reports levels.

        Raises `MicrophoneUnavailableError` when a block does not come, or when all of them
        together take longer than the sound they hold: a device may be slow without ever pausing.
        """
        block = child.block(_FIRST_BLOCK_TIMEOUT_S, ctx.checkpoint, Unavailable.DELIVERS_NOTHING)
        deadline_s = time.monotonic() + quiet_s + speech_s + _LATEST_END_S
        reported_s, pending = 0.0, b""
        while True:
            self._add(block)
            pending += block.samples
            if self.recorded_s - reported_s >= _LEAST_REPORT_STEP_S:
                reported_s = self.recorded_s
                report_block(
                    ctx,
                    _frames(pending, self.channels),
                    recorded_s=reported_s,
                    quiet_s=quiet_s,
                    speech_s=speech_s,
                )
                pending = b""
            if self.recorded_s >= quiet_s + speech_s:
                return
            timeout_s = min(_NEXT_BLOCK_TIMEOUT_S, deadline_s - time.monotonic())
            block = child.block(timeout_s, ctx.checkpoint, Unavailable.STOPPED_DELIVERING)

    @property
    def recorded_s(self) -> float:
        return self._frames / self.sample_rate_hz

    def samples(self, duration_s: float) -> NDArray[np.float32]:
        frames = _frames(b"".join(self._blocks), self.channels)
        return frames[: round(duration_s * self.sample_rate_hz)]

    def _add(self, block: Block) -> None:
        # The first block may be marked: the stream began in the middle of the system's buffer.
        self.overflows += int(block.is_input_lost and self._frames > 0)
        self._blocks.append(block.samples)
        self._frames += len(block.samples) // (SAMPLE_BYTES * self.channels)


def _frames(samples: bytes, channels: int) -> NDArray[np.float32]:
    import numpy as np

    return np.frombuffer(samples, dtype=np.float32).reshape(-1, channels)


def _check_still_there(
    pactl: str | None, target: CaptureTarget, process_id: int | None, ctx: JobContext
) -> None:
    """Raise when the source has gone or the stream was moved off it.

    PortAudio does not tell: the stream goes on, silently, from another microphone.
    """
    if pactl is None or target.source is None:
        return
    index = target.source.index
    if index not in {source.index for source in list_sources(pactl, ctx.checkpoint)}:
        raise MicrophoneUnavailableError(Unavailable.UNPLUGGED, "the source left the list")
    if process_id is None:
        return
    recorded = recorded_source_index(pactl, process_id, ctx.checkpoint)
    if recorded is not None and recorded != index:
        raise MicrophoneUnavailableError(Unavailable.UNPLUGGED, "the stream was moved")
