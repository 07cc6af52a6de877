"""The capture child's ring, device list and errors, without a sound system."""

import io
import json
import queue
import threading
from types import SimpleNamespace
from typing import Any, Self

import pytest

from workspace_assistant.adapters.audio import capture_child
from workspace_assistant.adapters.audio.capture_child import BlockRing, list_devices
from workspace_assistant.adapters.audio.child_process import own_settings
from workspace_assistant.adapters.audio.frames import BLOCK_HEADER, played_frames, recorded_frames


def read_blocks(data: bytes) -> list[tuple[int, bytes]]:
    blocks = []
    stream = io.BytesIO(data)
    while header := stream.read(BLOCK_HEADER.size):
        _, lost, size = BLOCK_HEADER.unpack(header)
        blocks.append((lost, stream.read(size)))
    return blocks


def block(number: int) -> bytes:
    return number.to_bytes(4, "little")


def test_blocks_come_out_once_in_order_with_their_flags() -> None:
    ring, out = BlockRing(4), io.BytesIO()
    ring.put(block(1), False)
    ring.put(block(2), True)
    ring.write_new(out)
    ring.write_new(out)
    ring.put(block(3), False)
    ring.write_new(out)
    assert read_blocks(out.getvalue()) == [(0, block(1)), (1, block(2)), (0, block(3))]


def test_what_was_overwritten_is_marked_as_lost() -> None:
    ring, out = BlockRing(4), io.BytesIO()
    for number in range(130):
        ring.put(block(number), False)
    ring.write_new(out)
    blocks = read_blocks(out.getvalue())
    assert [data for _, data in blocks] == [block(number) for number in range(3, 130)]
    assert [lost for lost, _ in blocks] == [1] + [0] * 126


def test_what_is_overwritten_while_the_reader_stalls_is_marked_and_never_read() -> None:
    ring = BlockRing(4)

    class Stalling(io.BytesIO):
        """Takes so long over the second block that 200 more come meanwhile."""

        def write(self, data: Any) -> int:
            if data.endswith(block(1)):
                for number in range(3, 203):
                    ring.put(block(number), False)
            return super().write(data)

    for number in range(3):
        ring.put(block(number), False)
    out = Stalling()
    ring.write_new(out)
    numbers = [int.from_bytes(data, "little") for _, data in read_blocks(out.getvalue())]
    assert numbers == [0, 1, *range(76, 203)]
    assert [lost for lost, _ in read_blocks(out.getvalue())] == [0, 0, 1] + [0] * 126


def test_the_writer_wakes_up_once_for_all_that_came() -> None:
    ring = BlockRing(4)
    woken: queue.SimpleQueue[str] = queue.SimpleQueue()

    def wait_twice() -> None:
        for time in ("first", "second"):
            ring.wait()
            woken.put(time)

    ring.put(block(1), False)
    ring.put(block(2), False)
    writer = threading.Thread(target=wait_twice)
    writer.start()
    assert woken.get(timeout=5) == "first"
    with pytest.raises(queue.Empty):
        woken.get(timeout=0.05)
    ring.put(block(3), False)
    assert woken.get(timeout=5) == "second"
    writer.join()


def device(name: str, inputs: int, api: int = 0) -> dict[str, Any]:
    return {
        "name": name,
        "max_input_channels": inputs,
        "max_output_channels": 2 - inputs,
        "hostapi": api,
        "default_samplerate": 48_000.0,
    }


def portaudio(
    apis: list[dict[str, Any]], devices: list[dict[str, Any]], default: int
) -> SimpleNamespace:
    return SimpleNamespace(
        query_devices=lambda: devices,
        query_hostapis=lambda: apis,
        default=SimpleNamespace(device=(default, 0)),
    )


def test_inputs_and_outputs_are_listed_apart_and_the_default_is_marked() -> None:
    library = portaudio([{"name": "ALSA"}], [device("out", 0), device("mic", 2)], 1)
    common = {"api": "ALSA", "rate_hz": 48_000, "is_default": True}
    assert list_devices(library, "input") == [{"id": "1", "name": "mic", **common}]
    assert list_devices(library, "output") == [{"id": "0", "name": "out", **common}]


def test_on_windows_each_device_is_listed_once() -> None:
    apis = [
        {"name": "MME", "default_input_device": 0, "default_output_device": 0},
        {"name": "Windows WASAPI", "default_input_device": 2, "default_output_device": 1},
    ]
    devices = [device("Headse", 1), device("Headset", 1, 1), device("Webcam", 1, 1)]
    library = portaudio(apis, devices, 0)
    for direction, default in (("input", "2"), ("output", "1")):
        listed = list_devices(library, direction)
        assert [(d["id"], d["is_default"]) for d in listed] == [
            ("1", default == "1"),
            ("2", default == "2"),
        ]


class _PortAudioError(Exception):
    pass


@pytest.mark.parametrize(
    ("error", "arguments", "reason"),
    [
        (_PortAudioError("Error opening", -9985), "3", "device-busy"),
        (_PortAudioError("Host", -9999, (0, -16, "busy")), "3", "device-busy"),
        (_PortAudioError("Error querying device -1"), "-", "no-device"),
        (ValueError("No input device matching 'x'"), "x", "unknown-device"),
        (ValueError("No input device matching 'pulse'"), "pulse", "sound-plugin-missing"),
    ],
)
def test_errors_leave_as_one_json_line(
    error: Exception,
    arguments: str,
    reason: str,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    def query_devices(*_args: object) -> None:
        raise error

    library = SimpleNamespace(query_devices=query_devices, PortAudioError=_PortAudioError)
    monkeypatch.setitem(capture_child.sys.modules, "sounddevice", library)  # type: ignore[arg-type]  # stands in for the module
    assert capture_child.main(["record", arguments, "-", "-"]) == 1
    answer = json.loads(capfdbinary.readouterr().out)
    assert answer["error"] == reason
    assert str(error) == answer["detail"]


class _Stream:
    """Stands in for RawInputStream: delivers three blocks as soon as it is opened."""

    def __init__(self, **options: Any) -> None:
        self.options = options

    def __enter__(self) -> None:
        size = self.options["blocksize"] * self.options["channels"] * 4
        for lost in (False, True, False):
            status = SimpleNamespace(input_overflow=lost)
            self.options["callback"](bytes(size), self.options["blocksize"], None, status)

    def __exit__(self, *_error: object) -> None:
        pass


class _ReadStream:
    """Stands in for a stream without a callback: two looks go by before the first sound."""

    def __init__(self, **options: Any) -> None:
        assert "callback" not in options
        self._size = options["blocksize"] * options["channels"] * 4
        self._available = iter((0, options["blocksize"] - 1, options["blocksize"]))
        self._lost = iter((False, True, False))
        self.is_waiting = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        pass

    @property
    def read_available(self) -> int:
        available = next(self._available)
        self.is_waiting = available < 533
        return available

    def read(self, frames: int) -> tuple[bytes, bool]:
        assert not self.is_waiting
        assert frames == 533
        lost = next(self._lost, None)
        if lost is None:
            threading.Event().wait()  # for ever: this thread ends with the process
        return bytes(self._size), bool(lost)


class _ClosedPipe(io.BytesIO):
    """Takes the header and three blocks of two writes each, then has no reader any more."""

    def flush(self) -> None:
        if self.getbuffer().nbytes > 3 * 256 * 4:
            raise BrokenPipeError


class _Library:
    """Stands in for sounddevice with one device on *api*."""

    RawInputStream = _Stream

    def __init__(self, api: str) -> None:
        self._api = api

    def query_devices(self, *_args: object) -> dict[str, Any]:
        return {"max_input_channels": 32, "default_samplerate": 44_100.0, "hostapi": 0}

    def query_hostapis(self, _index: int) -> dict[str, Any]:
        return {"name": self._api}

    def WasapiSettings(self, **settings: bool) -> dict[str, bool]:  # noqa: N802 - its own name
        return settings


@pytest.mark.parametrize(
    ("channels", "rate", "expected"),
    [("-", "-", (2, 44_100)), ("1", "16000", (1, 16_000))],
)
def test_recording_opens_the_asked_format_or_the_devices_own(
    channels: str, rate: str, expected: tuple[int, int]
) -> None:
    out = _ClosedPipe()
    with pytest.raises(BrokenPipeError):
        capture_child.record(_Library("ALSA"), "-", channels, rate, out)
    header, _, blocks = out.getvalue().partition(b"\n")
    assert json.loads(header) == {"sample_rate_hz": expected[1], "channels": expected[0]}
    assert [lost for lost, _ in read_blocks(blocks)] == [0, 1, 0]


def test_the_bridge_to_the_server_is_read_once_it_has_a_whole_block() -> None:
    """Asked before that it says that it is ready, over and over."""
    library, out = _Library("ALSA"), _ClosedPipe()
    library.RawInputStream = _ReadStream  # type: ignore[assignment] # without a callback
    with pytest.raises(BrokenPipeError):
        capture_child.record(library, "pulse", "1", "16000", out)
    _, _, blocks = out.getvalue().partition(b"\n")
    assert [lost for lost, _ in read_blocks(blocks)] == [0, 1, 0]


@pytest.mark.parametrize(
    ("rate_hz", "recorded", "played"),
    [
        (48_000, 1600, 1024),
        (44_100, 1470, 1024),
        (16_000, 533, 256),
        (8_000, 267, 128),
        (1_000, 64, 64),
    ],
)
def test_blocks_last_about_as_long_at_any_rate(rate_hz: int, recorded: int, played: int) -> None:
    assert recorded_frames(rate_hz) == recorded
    assert played_frames(rate_hz) == played


def test_on_windows_the_mixer_may_convert_and_nothing_is_taken_for_ourselves() -> None:
    assert own_settings(_Library("Windows WASAPI"), 0) == {"exclusive": False, "auto_convert": True}
    assert own_settings(_Library("Core Audio"), 0) is None
