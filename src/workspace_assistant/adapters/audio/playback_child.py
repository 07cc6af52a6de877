"""Runs as a process of its own: plays samples from standard input when it is told to.

``python -m workspace_assistant.adapters.audio.playback_child DEVICE CHANNELS RATE FRAMES`` reads
FRAMES of one channel (float32), opens the output (``-`` leaves DEVICE or CHANNELS to PortAudio)
and plays silence, so that the sound server shows the stream. It writes ``{"ready": true}``, waits
for one byte more, plays the sound, and writes ``{"done": true}``.
"""

from __future__ import annotations

import sys
import threading
from array import array
from typing import Any, BinaryIO

from workspace_assistant.adapters.audio.child_process import (
    end_with_parent,
    own_settings,
    run_with_portaudio,
    write_line,
)
from workspace_assistant.adapters.audio.frames import OWN_CHOICE, SAMPLE_BYTES, played_frames

_MOST_CHANNELS_GUESSED = 2
_TAIL_S = 0.3  # of silence: what is still in the system's buffers when a stream ends may be cut


def interleaved(samples: bytes, channels: int, rate_hz: int) -> bytes:
    """The same sound on every channel, then silence, in whole blocks.

    On every channel, because a server that is given one channel may spread it 3 dB down.
    """
    frames = len(samples) // SAMPLE_BYTES + round(_TAIL_S * rate_hz)
    block = played_frames(rate_hz)
    whole = -(-frames // block) * block
    padded = array("f", samples.ljust(whole * SAMPLE_BYTES, b"\0"))
    sound = array("f", bytes(whole * channels * SAMPLE_BYTES))
    for channel in range(channels):
        sound[channel::channels] = padded
    return sound.tobytes()


class Tape:
    """Gives the callback its next block, and knows when the last one was given."""

    def __init__(self, sound: bytes, block_bytes: int) -> None:
        self._sound = memoryview(sound)
        self._block_bytes = block_bytes
        self._position = 0

    def fill(self, out: Any) -> bool:
        """Copy the next block into *out*; False when it was the last."""
        end = self._position + self._block_bytes
        out[:] = self._sound[self._position : end]
        self._position = end
        return end < len(self._sound)


def read_exactly(source: BinaryIO, size_bytes: int) -> bytes:
    """So many bytes of an unbuffered *source*, which hands a pipe over piece by piece; or its rest.

    Unbuffered, because the byte that says go must not be read along with them.
    """
    read = bytearray()
    while piece := source.read(size_bytes - len(read)):
        read += piece
    return bytes(read)


def play(sounddevice: Any, arguments: list[str], source: BinaryIO, out: BinaryIO) -> None:
    device, channels, rate, frames = arguments
    samples = read_exactly(source, int(frames) * SAMPLE_BYTES)
    is_told = threading.Event()
    end_with_parent(on_word=is_told.set)  # from now on: opening may hang
    wanted = None if device == OWN_CHOICE else int(device) if device.isdecimal() else device
    info = sounddevice.query_devices(wanted, "output")
    channel_count = (
        min(info["max_output_channels"], _MOST_CHANNELS_GUESSED)
        if channels == OWN_CHOICE
        else int(channels)
    )
    block_size = played_frames(int(rate))
    sound = interleaved(samples, channel_count, int(rate))
    silence = bytes(block_size * channel_count * SAMPLE_BYTES)
    tape = Tape(sound, len(silence))
    is_over = threading.Event()

    def on_block(block: Any, _frames: int, _times: Any, _status: Any) -> None:
        if not is_told.is_set():
            block[:] = silence
        elif not tape.fill(block):
            raise sounddevice.CallbackStop

    stream = sounddevice.RawOutputStream(
        device=wanted,
        channels=channel_count,
        samplerate=int(rate),
        blocksize=block_size,
        dtype="float32",
        callback=on_block,
        finished_callback=is_over.set,
        extra_settings=own_settings(sounddevice, info["hostapi"]),
    )
    stream.start()
    write_line(out, {"ready": True})
    is_over.wait()
    stream.close()
    write_line(out, {"done": True})


def main(arguments: list[str]) -> int:
    out = sys.stdout.buffer
    with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as source:
        return run_with_portaudio(
            lambda library: play(library, arguments, source, out), arguments[0], out
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
