"""One recording from one microphone: its blocks with their times, the device watched all along."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from workspace_assistant.adapters.audio.capture_process import Block, CaptureProcess
from workspace_assistant.adapters.audio.capture_targets import (
    OPEN_TIMEOUT_S,
    CaptureTarget,
    list_portaudio,
)
from workspace_assistant.adapters.audio.frames import READINGS_HZ, SAMPLE_BYTES
from workspace_assistant.adapters.audio.portaudio_devices import microphone
from workspace_assistant.adapters.audio.source_watch import SourceWatch, check_on_source
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice, Recording
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)

if TYPE_CHECKING:  # dear to import; the window paints first
    import numpy as np
    from numpy.typing import NDArray

    Frames = NDArray[np.float32]
    OnSound = Callable[[Frames, float, int], None]

FIRST_BLOCK_TIMEOUT_S = 3.0
NEXT_BLOCK_TIMEOUT_S = 2.0
SETTLE_S = 0.3  # from a change of our volume until no block holds sound from before it
LATEST_END_S = 3.0  # beyond the wanted length; a healthy device is late by a block or two


def record_from(
    target: CaptureTarget,
    pactl: str | None,
    *,
    duration_s: float,
    ctx: JobContext,
    on_sound: OnSound,
) -> Recording:
    """Record `duration_s` from the first block on. Raises `MicrophoneUnavailableError`.

    `on_sound` is called about 30 times a second with what came since (frames x channels), how
    much there is by then, in seconds, and the sample rate in Hz.
    """
    with ExitStack() as stack:
        child = stack.enter_context(
            CaptureProcess(["record", *target.arguments], target.environment)
        )
        watch = _watch(pactl, target, child.process_id, stack)
        try:
            header = child.header(OPEN_TIMEOUT_S, ctx.checkpoint)
            take = Take(int(header["sample_rate_hz"]), int(header["channels"]))
            device = _fill(take, child, duration_s, ctx, on_sound=on_sound, watch=watch)
        except MicrophoneUnavailableError:
            _check_still_there(pactl, target, ctx)
            raise
        if watch is not None:
            watch.look(ctx)
        else:
            _check_still_there(pactl, target, ctx)
    return take.recording(duration_s, device or target.device)


class Take:
    """Blocks of one recording as they come in."""

    def __init__(self, sample_rate_hz: int, channels: int) -> None:
        self.sample_rate_hz = sample_rate_hz
        self.channels = channels
        self._overflows = 0
        self._blocks: list[Block] = []
        self._frames: list[int] = []
        self._total_frames = 0

    @property
    def recorded_s(self) -> float:
        return self._total_frames / self.sample_rate_hz

    def add(self, block: Block) -> None:
        # The first block may be marked: the stream began in the middle of the system's buffer.
        self._overflows += int(block.is_input_lost and bool(self._blocks))
        self._blocks.append(block)
        self._frames.append(len(block.samples) // (SAMPLE_BYTES * self.channels))
        self._total_frames += self._frames[-1]

    def latest(self, blocks: int) -> Frames:
        """The sound of the last so many blocks, frames x channels."""
        return self._samples(self._blocks[-blocks:])

    def recording(self, duration_s: float, device: MicrophoneDevice) -> Recording:
        """The first `duration_s` of it, with the times of all blocks."""
        import numpy as np

        return Recording(
            samples=self._samples(self._blocks)[: round(duration_s * self.sample_rate_hz)],
            sample_rate_hz=self.sample_rate_hz,
            device_name=device.name,
            overflows=self._overflows,
            block_ends_s=np.array([block.at_s for block in self._blocks], dtype=np.float64),
            block_frames=np.array(self._frames, dtype=np.int64),
            device=device,
        )

    def _samples(self, blocks: list[Block]) -> Frames:
        import numpy as np

        joined = blocks[0].samples if len(blocks) == 1 else b"".join([x.samples for x in blocks])
        return np.frombuffer(joined, dtype=np.float32).reshape(-1, self.channels)


def _fill(
    take: Take,
    child: CaptureProcess,
    duration_s: float,
    ctx: JobContext,
    *,
    on_sound: OnSound,
    watch: SourceWatch | None,
) -> MicrophoneDevice | None:
    """Read blocks until there is enough, counted from the first one. The device as it began.

    Raises `MicrophoneUnavailableError` when a block does not come, or when all of them together
    take longer than the sound they hold: a device may be slow without ever pausing.
    """
    block, device = _first_block(child, watch, ctx)
    deadline_s = time.monotonic() + duration_s + LATEST_END_S
    next_report_s, unreported = 0.0, 0
    while True:
        take.add(block)
        unreported += 1
        if watch is not None:
            watch.check()
        if take.recorded_s >= next_report_s:
            on_sound(take.latest(unreported), take.recorded_s, take.sample_rate_hz)
            next_report_s = max(next_report_s + 1 / READINGS_HZ, take.recorded_s - 1 / READINGS_HZ)
            unreported = 0
        if take.recorded_s >= duration_s:
            return device
        timeout_s = min(NEXT_BLOCK_TIMEOUT_S, deadline_s - time.monotonic())
        block = child.block(timeout_s, ctx.checkpoint, Unavailable.STOPPED_DELIVERING)


def _first_block(
    child: CaptureProcess, watch: SourceWatch | None, ctx: JobContext
) -> tuple[Block, MicrophoneDevice | None]:
    """The first block to count, and the device as it is by then, where a server tells.

    Volumes are looked at now and not before: a server applies what it remembers to a stream that is
    open. What came until that is passed over: it may be of another volume, and is late by now.
    """
    block = child.block(FIRST_BLOCK_TIMEOUT_S, ctx.checkpoint, Unavailable.DELIVERS_NOTHING)
    if watch is None:
        return block, None
    source, was_changed = watch.begin(ctx)
    settled_s = time.monotonic() + (SETTLE_S if was_changed else 0)
    while block.at_s < settled_s:
        block = child.block(NEXT_BLOCK_TIMEOUT_S, ctx.checkpoint, Unavailable.STOPPED_DELIVERING)
    return block, source.device


def _watch(
    pactl: str | None, target: CaptureTarget, process_id: int, stack: ExitStack
) -> SourceWatch | None:
    if pactl is None or target.source is None:
        return None
    return stack.enter_context(SourceWatch(pactl, target.source, process_id))


def _check_still_there(pactl: str | None, target: CaptureTarget, ctx: JobContext) -> None:
    if pactl is not None and target.source is not None:
        check_on_source(pactl, target.source, None, ctx)
        return
    names = {microphone(entry).name for entry in list_portaudio("input", ctx)}
    if target.device.name not in names:
        raise MicrophoneUnavailableError(Unavailable.UNPLUGGED, "the device left the list")
