"""The capture child's ring, device list and errors, without a sound system."""

import io
import json
from types import SimpleNamespace
from typing import Any

import pytest

from workspace_assistant.adapters.audio import capture_child
from workspace_assistant.adapters.audio.capture_child import BlockRing, list_devices
from workspace_assistant.adapters.audio.frames import BLOCK_HEADER


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
    assert [data for _, data in blocks] == [block(number) for number in range(2, 130)]
    assert [lost for lost, _ in blocks] == [1] + [0] * 127


def device(name: str, inputs: int, api: int = 0) -> dict[str, Any]:
    return {"name": name, "max_input_channels": inputs, "hostapi": api}


def portaudio(
    apis: list[dict[str, Any]], devices: list[dict[str, Any]], default: int
) -> SimpleNamespace:
    return SimpleNamespace(
        query_devices=lambda: devices,
        query_hostapis=lambda: apis,
        default=SimpleNamespace(device=(default, -1)),
    )


def test_outputs_are_not_listed_and_the_default_is_marked() -> None:
    library = portaudio([{"name": "ALSA"}], [device("out", 0), device("mic", 2)], 1)
    assert list_devices(library) == [{"id": "1", "name": "mic", "is_default": True}]


def test_on_windows_each_microphone_is_listed_once() -> None:
    apis = [
        {"name": "MME", "default_input_device": 0},
        {"name": "Windows WASAPI", "default_input_device": 2},
    ]
    devices = [device("Headse", 1), device("Headset", 1, 1), device("Webcam", 1, 1)]
    listed = list_devices(portaudio(apis, devices, 0))
    assert [(d["id"], d["is_default"]) for d in listed] == [("1", False), ("2", True)]


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


class _ClosedPipe(io.BytesIO):
    """Takes the header and three blocks of two writes each, then has no reader any more."""

    def flush(self) -> None:
        if self.getbuffer().nbytes > 3 * 1024 * 4:
            raise BrokenPipeError


@pytest.mark.parametrize(
    ("channels", "rate", "expected"),
    [("-", "-", (2, 44_100)), ("1", "16000", (1, 16_000))],
)
def test_recording_opens_the_asked_format_or_the_devices_own(
    channels: str, rate: str, expected: tuple[int, int]
) -> None:
    info = {"max_input_channels": 32, "default_samplerate": 44_100.0}
    library = SimpleNamespace(query_devices=lambda *_: info, RawInputStream=_Stream)
    out = _ClosedPipe()
    with pytest.raises(BrokenPipeError):
        capture_child.record(library, "-", channels, rate, out)
    header, _, blocks = out.getvalue().partition(b"\n")
    assert json.loads(header) == {"sample_rate_hz": expected[1], "channels": expected[0]}
    assert [lost for lost, _ in read_blocks(blocks)] == [0, 1, 0]
