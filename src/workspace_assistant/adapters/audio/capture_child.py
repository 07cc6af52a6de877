"""Runs as a process of its own: opens a microphone and writes what it delivers to standard output.

A process, because opening can hang for ever and only a process can be killed; because the Linux
`pulse` device takes its source from the environment at start; because PortAudio lists devices once
per process; and because ALSA writes to standard error at will.

``python -m workspace_assistant.adapters.audio.capture_child list`` prints the input devices as
JSON; ``… record DEVICE CHANNELS RATE`` records until killed (``-`` takes PortAudio's own value).
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from typing import Any, BinaryIO

from workspace_assistant.adapters.audio.frames import (
    BLOCK_FRAMES,
    BLOCK_HEADER,
    OWN_CHOICE,
    PULSE_DEVICE,
    SAMPLE_BYTES,
)
from workspace_assistant.adapters.audio.portaudio_errors import unavailable_reason
from workspace_assistant.core.readiness.microphone.ports import Unavailable

_RING_BLOCKS = 128
_POLL_S = 0.02  # as often as blocks come: looking more often costs a hundredth of a processor
_MOST_CHANNELS_GUESSED = 2


class BlockRing:
    """Fixed memory between the audio callback and the writing loop: one writer, one reader.

    The callback only copies, counts and notes a flag: no allocation, no lock, no I/O.
    """

    def __init__(self, block_bytes: int) -> None:
        self._bytes = memoryview(bytearray(_RING_BLOCKS * block_bytes))
        self._block_bytes = block_bytes
        self._times_s = [0.0] * _RING_BLOCKS
        self._lost = [0] * _RING_BLOCKS
        self._written = 0
        self._read = 0

    def put(self, block: Any, is_input_lost: bool) -> None:  # noqa: FBT001 - called in the callback
        slot = self._written % _RING_BLOCKS
        start = slot * self._block_bytes
        self._bytes[start : start + self._block_bytes] = block
        self._times_s[slot] = time.monotonic()
        self._lost[slot] = int(is_input_lost)
        self._written += 1

    def write_new(self, out: BinaryIO) -> None:
        """Write what came since the last call; blocks that were overwritten count as lost."""
        overwritten = self._written - self._read - _RING_BLOCKS
        self._read += max(0, overwritten)
        while self._read < self._written:
            slot = self._read % _RING_BLOCKS
            start = slot * self._block_bytes
            lost = self._lost[slot] | int(overwritten > 0)
            overwritten = 0
            out.write(BLOCK_HEADER.pack(self._times_s[slot], lost, self._block_bytes))
            out.write(self._bytes[start : start + self._block_bytes])
            self._read += 1
        out.flush()


def list_devices(sounddevice: Any) -> list[dict[str, Any]]:
    """Input devices, of Windows' WASAPI alone where it exists: the other APIs repeat them."""
    apis = list(sounddevice.query_hostapis())
    wasapi = next((index for index, api in enumerate(apis) if "WASAPI" in api["name"]), None)
    default = (
        sounddevice.default.device[0] if wasapi is None else apis[wasapi]["default_input_device"]
    )
    return [
        {"id": str(index), "name": device["name"], "is_default": index == default}
        for index, device in enumerate(sounddevice.query_devices())
        if device["max_input_channels"] > 0 and wasapi in {None, device["hostapi"]}
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
    ring = BlockRing(BLOCK_FRAMES * channel_count * SAMPLE_BYTES)

    def on_block(block: Any, _frames: int, _times: Any, status: Any) -> None:
        ring.put(block, status.input_overflow)

    with sounddevice.RawInputStream(
        device=wanted,
        channels=channel_count,
        samplerate=rate_hz,
        blocksize=BLOCK_FRAMES,
        dtype="float32",
        callback=on_block,
    ):
        _write_line(out, {"sample_rate_hz": rate_hz, "channels": channel_count})
        while True:
            time.sleep(_POLL_S)
            ring.write_new(out)


def end_with_parent() -> None:
    """End this process when standard input ends: the parent has gone, even if it was killed."""

    def wait() -> None:
        sys.stdin.buffer.read()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def main(arguments: list[str]) -> int:
    out = sys.stdout.buffer
    try:
        import sounddevice
    except OSError as error:  # sounddevice says so when it finds no PortAudio
        return _fail(out, Unavailable.LIBRARY_MISSING, str(error))
    try:
        if arguments[0] == "list":
            _write_line(out, {"devices": list_devices(sounddevice)})
        else:
            record(sounddevice, arguments[1], arguments[2], arguments[3], out)
    except sounddevice.PortAudioError as error:
        return _fail(out, _reason(error), str(error))
    except ValueError as error:  # sounddevice: no device matches the name
        is_bridge = PULSE_DEVICE in arguments
        reason = Unavailable.PLUGIN_MISSING if is_bridge else Unavailable.UNKNOWN_DEVICE
        return _fail(out, reason, str(error))
    except BrokenPipeError:  # the parent has gone
        return 1
    return 0


def _reason(error: Exception) -> Unavailable:
    """PortAudioError carries (message, code, (host API, host code, host text)); parts may miss."""
    code = error.args[1] if len(error.args) > 1 else None
    host_code = error.args[2][1] if len(error.args) > 2 else None
    if code is None and "querying device" in str(error):
        return Unavailable.NO_DEVICE
    return unavailable_reason(code, host_code)


def _fail(out: BinaryIO, reason: Unavailable, detail: str) -> int:
    _write_line(out, {"error": reason.value, "detail": detail})
    return 1


def _write_line(out: BinaryIO, document: dict[str, Any]) -> None:
    out.write(json.dumps(document).encode() + b"\n")
    out.flush()


if __name__ == "__main__":
    end_with_parent()
    sys.exit(main(sys.argv[1:]))
