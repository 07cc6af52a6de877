"""WAV files made to harm: whatever they say of themselves, one sentence and little memory."""

import struct
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes.sounds import tone
from workspace_assistant.adapters.audio.wav_bytes import wav_bytes
from workspace_assistant.adapters.audio.wav_file import RecordingFileError, read_recording

RATE_HZ = 8_000
SUBFORMAT_END = bytes.fromhex("000000001000800000aa00389b71")
SAMPLES = tone(1000, -20, 1, RATE_HZ)
MEGABYTE = 1_000_000


def chunk(name: bytes, content: bytes, size: int | None = None) -> bytes:
    padding = b"\0" * (len(content) % 2)
    return struct.pack("<4sI", name, len(content) if size is None else size) + content + padding


def pcm_format(
    *, code: int = 1, channels: int = 1, rate_hz: int = RATE_HZ, bits: int = 16, frame: int = 2
) -> bytes:
    packed = struct.pack("<HHIIHH", code, channels, rate_hz, 0, frame, bits)
    return chunk(b"fmt ", packed)


def extensible(code: int, end: bytes = SUBFORMAT_END) -> bytes:
    start = struct.pack("<HHIIHH", 0xFFFE, 1, RATE_HZ, 2 * RATE_HZ, 2, 16)
    return chunk(b"fmt ", start + struct.pack("<HHIH", 22, 16, 4, code) + end)


def riff(*chunks: bytes, name: bytes = b"RIFF") -> bytes:
    return struct.pack("<4sI4s", name, 0xFFFFFFFF, b"WAVE") + b"".join(chunks)


DATA = chunk(b"data", (SAMPLES * 32767).astype("<i2").tobytes())
LONG_SIZES = struct.pack("<QQQI", 0, 2 * RATE_HZ, RATE_HZ, 0)


def written(folder: Path, content: bytes) -> Path:
    path = folder / "hostile.wav"
    path.write_bytes(content)
    return path


GOOD = {
    "extensible": riff(extensible(1), DATA),
    "64-bit sizes": riff(
        chunk(b"ds64", LONG_SIZES),
        pcm_format(),
        chunk(b"data", DATA[8:], size=0xFFFFFFFF),
        name=b"RF64",
    ),
    "another name for 64-bit sizes": riff(
        chunk(b"ds64", LONG_SIZES), pcm_format(), DATA, name=b"BW64"
    ),
    "chunks before the samples": riff(chunk(b"LIST", b"x" * 999), pcm_format(), DATA),
    "a recorder that was killed": riff(pcm_format(), chunk(b"data", DATA[8:], size=0)),
    "a recorder that was killed within a frame": riff(
        pcm_format(), chunk(b"data", DATA[8:], size=0), b"x"
    ),
    "a recorder of long files that was killed": riff(
        chunk(b"ds64", bytes(28)),
        pcm_format(),
        chunk(b"data", DATA[8:], size=0xFFFFFFFF),
        name=b"RF64",
    ),
    "an odd chunk": riff(pcm_format(), chunk(b"LIST", b"x" * 9), DATA),
    "an odd chunk padded with a letter": riff(
        pcm_format(), struct.pack("<4sI", b"LIST", 9) + b"x" * 10, DATA
    ),
    "odd chunks without the byte that follows": riff(
        chunk(b"LIST", b"x" * 9)[:-1], chunk(b"junk", b"x")[:-1], pcm_format(), DATA
    ),
    "an odd chunk right before the samples": riff(
        pcm_format(), chunk(b"LIST", b"x" * 9)[:-1], DATA
    ),
    "a second format": riff(pcm_format(), pcm_format(rate_hz=1), DATA),
    "a pipe that ended within a frame": riff(
        pcm_format(), chunk(b"data", DATA[8:], size=0xFFFFFFFF), b"x"
    ),
}


@pytest.mark.parametrize("name", GOOD)
def test_odd_files_that_are_whole_are_read(tmp_path: Path, name: str) -> None:
    recording = read_recording(written(tmp_path, GOOD[name]))
    np.testing.assert_allclose(recording.samples[:, 0], SAMPLES, atol=1e-4)


BAD = {
    "ambisonic": (
        riff(extensible(1, b"\0" * 14), DATA),
        "header: the samples are of an unknown sub-format; save them as plain PCM or float",
    ),
    "extensible without its extension": (
        riff(pcm_format(code=0xFFFE), DATA),
        "byte 20: the description of the format is too short",
    ),
    "short format": (riff(chunk(b"fmt ", b"\1\0")), "the description of the format is too short"),
    "no format": (riff(DATA), "byte 20: the samples come before their format"),
    "1 Hz": (riff(pcm_format(rate_hz=1), DATA), "the sample rate is 1 Hz"),
    "1 MHz": (riff(pcm_format(rate_hz=1_000_000), DATA), "the sample rate is 1000000 Hz"),
    "4 GHz": (riff(pcm_format(rate_hz=0xFFFFFFFF), DATA), "the sample rate is 4294967295 Hz"),
    "no rate": (riff(pcm_format(rate_hz=0), DATA), "the sample rate is 0 Hz"),
    "frames of nothing": (riff(pcm_format(frame=0), DATA), "do not make 0 bytes"),
    "no bits": (riff(pcm_format(bits=0), DATA), "0-bit integers"),
    "bits that do not fit": (riff(pcm_format(bits=24), DATA), "do not make 2 bytes"),
    "half float": (riff(pcm_format(code=3), DATA), "16-bit float"),
    "frames that do not divide": (
        riff(pcm_format(), chunk(b"data", DATA[8:-1])),
        "do not divide into frames of 2",
    ),
    "huge chunk": (riff(chunk(b"LIST", b"", size=0xFFFFFFF0), DATA), "cut off before its samples"),
    "many chunks": (riff(*[chunk(b"junk", b"")] * 500, pcm_format(), DATA), "200 chunks and no"),
    "nothing after the size": (riff(pcm_format(), chunk(b"data", b"", size=9)), "no samples"),
    "nothing at all after no size": (riff(pcm_format(), chunk(b"data", b"")), "no samples"),
    "no samples, but what they are": (
        riff(pcm_format(), chunk(b"data", b""), chunk(b"LIST", b"x" * 9_999)),
        "it holds no samples",
    ),
    "long sizes cut": (
        riff(chunk(b"ds64", b"\0" * 8), pcm_format(), DATA, name=b"RF64"),
        "the description of the sizes is too short",
    ),
    "long sizes that lie": (
        riff(
            chunk(b"ds64", struct.pack("<QQ", 1 << 60, 1 << 62)),
            pcm_format(),
            chunk(b"data", DATA[8:], size=0xFFFFFFFF),
            name=b"RF64",
        ),
        "the file is cut off: 16000 of 4611686018427387904 bytes",
    ),
    "double beyond all floats": (
        riff(
            pcm_format(code=3, bits=64, frame=8),
            chunk(b"data", np.full(RATE_HZ, 1e300).tobytes()),
        ),
        "the sample is 1e+300, where full scale is 1",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_it_says_of_itself_is_not_believed(tmp_path: Path, name: str) -> None:
    content, expected = BAD[name]
    with pytest.raises(RecordingFileError) as caught:
        read_recording(written(tmp_path, content))
    assert expected in str(caught.value)


def peak_bytes(action: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        action()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_ten_hours_are_refused_without_being_read(tmp_path: Path) -> None:
    size = 10 * 3600 * 48_000 * 4
    head = riff(
        chunk(b"ds64", struct.pack("<QQQI", size, size, 0, 0)),
        pcm_format(channels=2, rate_hz=48_000, frame=4),
        struct.pack("<4sI", b"data", 0xFFFFFFFF),
        name=b"RF64",
    )
    path = written(tmp_path, head)
    with path.open("r+b") as file:
        file.truncate(len(head) + size)

    def read() -> None:
        with pytest.raises(RecordingFileError, match="lasts 36000 s; at most 156 s"):
            read_recording(path)

    assert peak_bytes(read) < MEGABYTE


def test_memory_is_the_samples_and_one_piece(tmp_path: Path) -> None:
    samples = np.tile(SAMPLES, 200)
    path = written(tmp_path, wav_bytes(samples, RATE_HZ))
    assert peak_bytes(lambda: read_recording(path)) < 4 * len(samples) + 20 * MEGABYTE


def test_a_bad_sample_in_a_later_piece_is_named_by_its_frame(tmp_path: Path) -> None:
    values = np.zeros(300 * RATE_HZ, dtype="<f4")
    values[2_000_000] = np.nan
    content = riff(pcm_format(code=3, bits=32, frame=4), chunk(b"data", values.tobytes()))
    with pytest.raises(RecordingFileError, match=r"250.000 s \(frame 2000000\), channel 1"):
        read_recording(written(tmp_path, content))


HEADS = [content[: -2 * RATE_HZ] for name, content in GOOD.items() if "pipe" not in name]


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    head=st.sampled_from(HEADS),
    changes=st.lists(st.tuples(st.integers(0, 100), st.integers(0, 255)), max_size=6),
    length=st.integers(0, 2 * RATE_HZ),
)
def test_no_damage_to_the_head_does_more_than_a_sentence(
    tmp_path: Path, head: bytes, changes: list[tuple[int, int]], length: int
) -> None:
    content = bytearray(head + DATA[8 : 8 + length])
    for place, value in changes:
        if place < len(content):
            content[place] = value
    path = written(tmp_path, bytes(content))
    complaint = ""
    try:
        recording = read_recording(path)
    except RecordingFileError as error:
        complaint = str(error)
    else:
        assert np.isfinite(recording.samples).all()
        assert len(recording.samples) >= recording.sample_rate_hz
    assert not complaint or complaint.startswith(f"{path}: ")
    assert "\n" not in complaint


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300), is_wav=st.booleans())
def test_no_bytes_at_all_do_more_than_a_sentence(
    tmp_path: Path, content: bytes, is_wav: bool
) -> None:
    with pytest.raises(RecordingFileError):
        read_recording(written(tmp_path, riff(content) if is_wav else content))
