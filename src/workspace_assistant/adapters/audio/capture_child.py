"""Runs as a process of its own: opens a microphone and writes what it delivers to standard output.

``python -m workspace_assistant.adapters.audio.capture_child list input`` prints the input devices
as JSON (``list output`` the others); ``… record DEVICE CHANNELS RATE`` records until killed (``-``
takes PortAudio's own value).
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, BinaryIO

from workspace_assistant.adapters.audio.child_process import (
    end_with_parent,
    own_settings,
    run_with_portaudio,
    write_line,
)
from workspace_assistant.adapters.audio.frames import (
    BLOCK_HEADER,
    OWN_CHOICE,
    PULSE_DEVICE,
    SAMPLE_BYTES,
    recorded_frames,
)

_RING_BLOCKS = 128
_MOST_CHANNELS_GUESSED = 2
_LOOK_EVERY_S = 0.02  # for the first sound; a block lasts 33 ms


class BlockRing:
    """Fixed memory between the audio callback and the writing loop: one writer, one reader.

    The callback only copies, counts, notes a flag and says so: it waits for nobody, and writes
    nothing itself.
    """

    def __init__(self, block_bytes: int) -> None:
        self._bytes = memoryview(bytearray(_RING_BLOCKS * block_bytes))
        self._block_bytes = block_bytes
        self._times_s = [0.0] * _RING_BLOCKS
        self._lost = [0] * _RING_BLOCKS
        self._written = 0
        self._read = 0
        self._news = threading.Lock()  # free when there are some: the cheapest way to wake a thread
        self._news.acquire()

    def put(self, block: Any, is_input_lost: bool) -> None:  # noqa: FBT001 - called in the callback
        slot = self._written % _RING_BLOCKS
        start = slot * self._block_bytes
        self._bytes[start : start + self._block_bytes] = block
        self._times_s[slot] = time.monotonic()
        self._lost[slot] = int(is_input_lost)
        self._written += 1
        if self._news.locked():
            self._news.release()

    def wait(self) -> None:
        """Until a block came since the last call."""
        self._news.acquire()

    def write_new(self, out: BinaryIO) -> None:
        """Write what came since the last call; blocks that were overwritten count as lost."""
        while self._read < self._written:
            # The reader may stall at any block: one that is too old by now is passed over.
            overwritten = self._written - self._read - (_RING_BLOCKS - 1)
            self._read += max(0, overwritten)
            slot = self._read % _RING_BLOCKS
            start = slot * self._block_bytes
            lost = self._lost[slot] | int(overwritten > 0)
            header = BLOCK_HEADER.pack(self._times_s[slot], lost, self._block_bytes)
            self._read += 1
            out.write(header + self._bytes[start : start + self._block_bytes])  # a copy
        out.flush()


def list_devices(sounddevice: Any, direction: str) -> list[dict[str, Any]]:
    """All devices for ``input`` or ``output``; on Windows by WASAPI alone: the rest repeat it."""
    apis = list(sounddevice.query_hostapis())
    wasapi = next((index for index, api in enumerate(apis) if "WASAPI" in api["name"]), None)
    default = (
        sounddevice.default.device[int(direction == "output")]
        if wasapi is None
        else apis[wasapi][f"default_{direction}_device"]
    )
    return [
        {
            "id": str(index),
            "name": device["name"],
            "api": apis[device["hostapi"]]["name"],
            "rate_hz": int(device["default_samplerate"]),
            "is_default": index == default,
        }
        for index, device in enumerate(sounddevice.query_devices())
        if device[f"max_{direction}_channels"] > 0 and wasapi in {None, device["hostapi"]}
    ]


def record(sounddevice: Any, device: str, channels: str, rate: str, out: BinaryIO) -> None:
    """Open the device at its own format and write blocks until this process is killed."""
    wanted = None if device == OWN_CHOICE else int(device) if device.isdecimal() else device
    info = sounddevice.query_devices(wanted, "input")
    channel_count = (
        min(info["max_input_channels"], _MOST_CHANNELS_GUESSED)
        if channels == OWN_CHOICE
        else int(channels)
    )
    rate_hz = int(info["default_samplerate"]) if rate == OWN_CHOICE else int(rate)
    frames = recorded_frames(rate_hz)
    ring = BlockRing(frames * channel_count * SAMPLE_BYTES)

    options: dict[str, Any] = {
        "device": wanted,
        "channels": channel_count,
        "samplerate": rate_hz,
        "blocksize": frames,
        "dtype": "float32",
        "extra_settings": own_settings(sounddevice, info["hostapi"]),
    }
    fill = _fill_by_reading if device == PULSE_DEVICE else _fill_by_callback
    with fill(sounddevice, options, ring):
        write_line(out, {"sample_rate_hz": rate_hz, "channels": channel_count})
        while True:
            ring.wait()
            ring.write_new(out)


def _fill_by_callback(
    sounddevice: Any, options: dict[str, Any], ring: BlockRing
) -> AbstractContextManager[Any]:
    def on_block(block: Any, _frames: int, _times: Any, status: Any) -> None:
        ring.put(block, status.input_overflow)

    stream: AbstractContextManager[Any] = sounddevice.RawInputStream(**options, callback=on_block)
    return stream


@contextmanager
def _fill_by_reading(sounddevice: Any, options: dict[str, Any], ring: BlockRing) -> Iterator[None]:
    """For ALSA's bridge, which calls itself ready until its first sound is there.

    PortAudio's own thread would ask it over and over, with all of a processor: for as long as
    the buffer of another program that records, up to 2 s. To look how much is there asks nothing.
    """
    with sounddevice.RawInputStream(**options) as stream:
        threading.Thread(
            target=_read_blocks, args=(stream, options["blocksize"], ring), daemon=True
        ).start()
        yield


def _read_blocks(stream: Any, frames: int, ring: BlockRing) -> None:
    while stream.read_available < frames:
        time.sleep(_LOOK_EVERY_S)
    while True:
        ring.put(*stream.read(frames))


def main(arguments: list[str]) -> int:
    out = sys.stdout.buffer
    if arguments[0] == "list":
        return run_with_portaudio(
            lambda library: write_line(out, {"devices": list_devices(library, arguments[1])}),
            OWN_CHOICE,
            out,
        )
    _, device, channels, rate = arguments
    return run_with_portaudio(
        lambda library: record(library, device, channels, rate, out), device, out
    )


if __name__ == "__main__":
    end_with_parent()
    sys.exit(main(sys.argv[1:]))
