"""The command line never replaces a recording: not the user's own, and none of its own."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from workspace_assistant.bootstrap.new_recordings import check_new_recordings, save_new_recording
from workspace_assistant.bootstrap.services import cli_services
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.readiness.microphone.model import Recording

RECORDING = Recording(samples=np.zeros((9, 1), np.float32), sample_rate_hz=16_000)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.wav"
    path.write_bytes(b"precious")
    return path


def test_new_names_are_fine(tmp_path: Path, own: Path) -> None:
    check_new_recordings(own, [tmp_path / "a.wav", tmp_path / "b.wav"])
    check_new_recordings(None, [tmp_path / "a.wav"])
    save_new_recording(RECORDING, tmp_path / "a.wav")
    assert (tmp_path / "a.wav").read_bytes()[:4] == b"RIFF"


@pytest.mark.parametrize("link", ["own.wav", "folder/../own.wav", "hard.wav", "soft.wav"])
def test_the_recording_that_is_read_is_never_written(tmp_path: Path, own: Path, link: str) -> None:
    (tmp_path / "folder").mkdir()
    os.link(own, tmp_path / "hard.wav")
    (tmp_path / "soft.wav").symlink_to(own)
    with pytest.raises(UserInputError, match=r"is the recording itself; choose another name\.$"):
        check_new_recordings(own, [tmp_path / link])


def test_nor_is_any_other_file(tmp_path: Path, own: Path) -> None:
    (tmp_path / "dangling.wav").symlink_to(tmp_path / "nowhere.wav")
    for name in ("own.wav", "dangling.wav"):
        with pytest.raises(
            UserInputError, match=rf"{name}: exists already; choose another name\.$"
        ):
            check_new_recordings(None, [tmp_path / name])
        with pytest.raises(UserInputError, match=f"{name}: exists already"):
            save_new_recording(RECORDING, tmp_path / name)
    assert own.read_bytes() == b"precious"


def test_two_recordings_are_two_files(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    for other in ("a.wav", "link/a.wav"):
        with pytest.raises(
            UserInputError, match=r"two recordings cannot be one file; choose another name\.$"
        ):
            check_new_recordings(None, [tmp_path / "a.wav", tmp_path / other])


def test_the_command_refuses_before_it_listens(
    tmp_path: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = parse(["mic", str(own), "--as-heard", str(own)])
    services = cli_services(tmp_path / "data")
    assert explained(lambda: int(arguments.run(arguments, services))) == 2
    assert capsys.readouterr().err == f"{own}: is the recording itself; choose another name.\n"
    assert own.read_bytes() == b"precious"
