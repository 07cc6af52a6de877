from __future__ import annotations

from pathlib import Path

import pytest

from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.adapters.files.locations import data_dir, resources
from workspace_assistant.adapters.files.writing import write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["n" * 251 + ".wav", "\N{MUSICAL SYMBOL G CLEF}" * 62 + ".wav"])
def test_the_longest_name_that_a_disk_takes_is_written(tmp_path: Path, name: str) -> None:
    write_whole(tmp_path / name, b"new")
    assert (tmp_path / name).read_bytes() == b"new"


def test_a_place_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    blocked = tmp_path / "folder"
    blocked.mkdir()
    (blocked / "inside").touch()
    with pytest.raises(OSError, match="folder"):
        write_whole(blocked, b"new")
    assert list(tmp_path.iterdir()) == [blocked]


def test_choices_are_remembered_one_by_one(tmp_path: Path) -> None:
    choices = ChoicesFile(tmp_path / "data")
    assert choices.recall("microphone") == ""
    choices.remember("microphone", "usb-headset")
    choices.remember("other", "x")
    assert ChoicesFile(tmp_path / "data").recall("microphone") == "usb-headset"


@pytest.mark.parametrize("content", ["", "[]", "{", '{"microphone": 3}', "\x00"])
def test_damaged_choices_count_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "choices.json").write_text(content)
    assert ChoicesFile(tmp_path).recall("microphone") == ""


def test_the_data_directory_is_chosen_by_argument_then_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSPACE_ASSISTANT_DATA_DIR", str(tmp_path / "environment"))
    assert data_dir(tmp_path / "argument") == tmp_path / "argument"
    assert data_dir() == tmp_path / "environment"
    monkeypatch.delenv("WORKSPACE_ASSISTANT_DATA_DIR")
    assert data_dir().name == "workspace-assistant"


def test_the_resources_are_found() -> None:
    assert (resources() / "profiles" / "default.toml").is_file()
