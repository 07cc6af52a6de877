"""The playback child without a sound system: whole blocks, every channel, told when to begin."""

import io
import json
from array import array
from types import SimpleNamespace
from typing import Any

import pytest

from workspace_assistant.adapters.audio import playback_child
from workspace_assistant.adapters.audio.playback_child import interleaved, play, read_exactly

RATE_HZ = 8_000


class _CallbackStop(Exception):  # noqa: N818 - the library's own name
    pass


class _Stream:
    """Stands in for RawOutputStream: once started it takes blocks until the callback stops."""

    taken: bytes = b""
    options: dict[str, Any]

    def __init__(self, **options: Any) -> None:
        type(self).options = options
        type(self).taken = b""

    def start(self) -> None:
        for _ in range(400):  # blocks, until it stops or the test has seen enough
            block = bytearray(self.options["blocksize"] * self.options["channels"] * 4)
            try:
                self.options["callback"](memoryview(block), 0, None, None)
            except _CallbackStop:
                return
            finally:
                type(self).taken += bytes(block)
                self.options["finished_callback"]()

    def close(self) -> None:
        pass


def library() -> SimpleNamespace:
    return SimpleNamespace(
        RawOutputStream=_Stream,
        CallbackStop=_CallbackStop,
        query_devices=lambda *_: {"max_output_channels": 32, "hostapi": 0},
        query_hostapis=lambda _index: {"name": "ALSA"},
    )


def sound(*values: float) -> bytes:
    return array("f", values).tobytes()


@pytest.fixture(autouse=True)
def _told_to_play_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playback_child, "end_with_parent", lambda on_word: on_word())


@pytest.mark.parametrize(("channels", "expected"), [("1", 1), ("-", 2), ("4", 4)])
def test_the_sound_goes_to_every_channel_and_silence_follows(channels: str, expected: int) -> None:
    out = io.BytesIO()
    samples = [number / 4096 for number in range(3000)]
    arguments = ["-", channels, str(RATE_HZ), "3000"]
    play(library(), arguments, io.BytesIO(sound(*samples)), out)
    assert [json.loads(line) for line in out.getvalue().splitlines()] == [
        {"ready": True},
        {"done": True},
    ]
    played = array("f", _Stream.taken)
    assert len(played) % (128 * expected) == 0
    assert len(played) >= (3000 + 0.3 * RATE_HZ) * expected
    for channel in range(expected):
        assert list(played[channel::expected])[:3000] == samples
    assert not any(played[3000 * expected :])
    assert (_Stream.options["channels"], _Stream.options["samplerate"]) == (expected, RATE_HZ)


def test_silence_plays_until_it_is_told_to_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playback_child, "end_with_parent", lambda on_word: None)
    play(library(), ["-", "1", "8000", "1"], io.BytesIO(sound(0.5)), io.BytesIO())
    assert len(_Stream.taken) == 400 * 128 * 4
    assert not any(_Stream.taken)


class _Pipe(io.RawIOBase):
    """Hands over a few bytes at a time, as a pipe does."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def read(self, size: int = -1) -> bytes:
        return self._content.read(min(size, 3))


def test_what_follows_the_sound_is_left_in_the_pipe() -> None:
    pipe = _Pipe(b"12345678go")
    assert read_exactly(pipe, 8) == b"12345678"  # type: ignore[arg-type]  # as much as is used
    assert pipe.read(9) == b"go"
    assert read_exactly(pipe, 8) == b""  # type: ignore[arg-type]  # as much as is used


def test_no_sound_at_all_is_silence_of_whole_blocks() -> None:
    assert set(interleaved(b"", 2, RATE_HZ)) == {0}
    assert len(interleaved(b"", 2, RATE_HZ)) % (128 * 2 * 4) == 0
