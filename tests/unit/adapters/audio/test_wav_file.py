"""Good files of every format read alike; each bad one gets one sentence with file and place."""

import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.fakes.sounds import tone
from workspace_assistant.adapters.audio.wav_file import RecordingFileError, read_recording


def write(
    path: Path,
    samples: np.ndarray | None = None,
    rate_hz: int = 16_000,
    subtype: str = "PCM_16",
    **options: str,
) -> Path:
    if samples is None:
        samples = tone(1000, -20, 2, rate_hz)
    soundfile.write(path, samples, rate_hz, subtype=subtype, **options)
    return path


@pytest.mark.parametrize("rate_hz", [8_000, 44_100, 192_000])
@pytest.mark.parametrize("channels", [1, 2, 8])
@pytest.mark.parametrize("subtype", ["PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE"])
def test_formats(tmp_path: Path, rate_hz: int, channels: int, subtype: str) -> None:
    mono = tone(1000, -20, 1, rate_hz)
    samples = np.column_stack([mono / (1 + n) for n in range(channels)])
    recording = read_recording(write(tmp_path / "a.wav", samples, rate_hz, subtype))
    assert recording.sample_rate_hz == rate_hz
    assert recording.samples.shape == samples.shape
    np.testing.assert_allclose(recording.samples, samples, atol=3.1e-5)


def test_rf64_and_extensible_headers_are_read(tmp_path: Path) -> None:
    for kind in ("RF64", "WAVEX"):
        recording = read_recording(write(tmp_path / f"{kind}.wav", format=kind))
        assert len(recording.samples) == 32_000


def test_a_data_size_left_open_by_a_pipe_is_accepted(tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav")
    content = bytearray(path.read_bytes())
    content[40:44] = struct.pack("<I", 0xFFFFFFFF)
    path.write_bytes(content)
    assert len(read_recording(path).samples) == 32_000


def with_sample(value: float) -> np.ndarray:
    samples = np.column_stack((tone(1000, -20, 2, 16_000), tone(1000, -20, 2, 16_000)))
    samples[24_000, 1] = value
    return samples


def cut(path: Path, size: int) -> Path:
    path.write_bytes(path.read_bytes()[:size])
    return path


def raw(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def header_with(path: Path, at: int, value: bytes) -> Path:
    content = bytearray(write(path).read_bytes())
    content[at : at + len(value)] = value
    return raw(path, bytes(content))


BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "missing": (lambda p: p, "bad.wav: there is no such file; check its name and folder."),
    "empty": (lambda p: raw(p, b""), "bad.wav: it is empty; record or copy it again."),
    "text": (lambda p: raw(p, b"hello" * 100), "byte 0: it is not a WAV file"),
    "flac": (lambda p: write(p, format="FLAC"), "byte 0: it is not a WAV file"),
    "only a head": (lambda p: cut(write(p), 30), "byte 30: the file is cut off before"),
    "cut": (lambda p: cut(write(p), 20_000), "byte 20000: the file is cut off: 19956 of 64000"),
    "no samples": (lambda p: write(p, np.zeros(0)), "it holds no samples"),
    "short": (lambda p: write(p, np.ones(8_000) / 9), "data: the recording lasts 0.5 s"),
    "a little short": (
        lambda p: write(p, np.ones(15_999) / 9),
        "data: the recording lasts 0.999 s; at least 1 s is needed",
    ),
    "a little long": (
        lambda p: write(p, np.zeros(8_000 * 300 + 1), 8_000),
        "data: the recording lasts 300.1 s; at most 300 s of this format",
    ),
    "long": (lambda p: write(p, np.zeros(8_000 * 301), 8_000), "data: the recording lasts 301 s"),
    "slow rate": (lambda p: write(p, rate_hz=4_000), "header: the sample rate is 4000 Hz"),
    "fast rate": (lambda p: write(p, rate_hz=384_000), "header: the sample rate is 384000 Hz"),
    "many channels": (lambda p: write(p, np.zeros((16_000, 9))), "header: there are 9 channels"),
    "8 bits": (lambda p: write(p, subtype="PCM_U8"), "header: the samples are 8-bit integers"),
    "mu-law": (lambda p: write(p, subtype="ULAW"), "header: the samples are mu-law; save them"),
    "broken format": (
        lambda p: header_with(p, 20, b"\x77\x77"),
        "header: the samples are of an unknown kind (30583)",
    ),
    "no channels": (
        lambda p: header_with(p, 22, b"\0\0"),
        "header: 0 channels of 16 bits do not make 2 bytes",
    ),
    "not a number": (
        lambda p: write(p, with_sample(np.nan), subtype="FLOAT"),
        "1.500 s (frame 24000), channel 2: the sample is not a finite number",
    ),
    "infinite": (
        lambda p: write(p, with_sample(np.inf), subtype="FLOAT"),
        "1.500 s (frame 24000), channel 2: the sample is not a finite number",
    ),
    "wrong scale": (
        lambda p: write(p, with_sample(20_000), subtype="FLOAT"),
        "1.500 s (frame 24000), channel 2: the sample is 20000, where full scale is 1",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    make, expected = BAD[name]
    path = make(tmp_path / "bad.wav")
    with pytest.raises(RecordingFileError) as caught:
        read_recording(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert expected in message
    assert message.endswith(".")
    assert "\n" not in message


@pytest.mark.parametrize("length", [300, 5_000])
def test_a_name_too_long_is_one_sentence(tmp_path: Path, length: int) -> None:
    with pytest.raises(
        RecordingFileError, match=r"n: it cannot be read \(File name too long\); check its name"
    ):
        read_recording(tmp_path / ("n" * length))


def test_a_folder_that_may_not_be_entered_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(_path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", closed)
    with pytest.raises(
        RecordingFileError, match=r"a\.wav: it may not be read; change its permissions"
    ):
        read_recording(tmp_path / "a.wav")


def test_a_folder_is_no_recording(tmp_path: Path) -> None:
    with pytest.raises(RecordingFileError, match="it is not a file; give the name of a WAV file"):
        read_recording(tmp_path)
