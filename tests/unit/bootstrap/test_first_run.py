"""Who sees first steps at a start."""

from __future__ import annotations

from pathlib import Path

import pytest

from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.bootstrap.first_run import NOTE, first_step
from workspace_assistant.core.first_run.steps import OVER, Step


def test_a_directory_that_is_not_there_is_somebody_new(tmp_path: Path) -> None:
    assert first_step(tmp_path / "none") is Step.WELCOME
    (tmp_path / "log.txt").touch()  # a start writes it before anything is decided
    assert first_step(tmp_path) is Step.WELCOME


@pytest.mark.parametrize(
    "name", ["workspace-assistant.sqlite3", "settings.toml", "choices.json", "profile.toml"]
)
def test_whoever_left_anything_is_known(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert first_step(tmp_path) is None


def test_encrypted_data_is_somebodys_too(tmp_path: Path) -> None:
    (tmp_path / "workspace-assistant.sqlite3.encrypted").touch()
    assert first_step(tmp_path) is None


def test_the_step_that_was_left_comes_back_and_none_after_the_last(tmp_path: Path) -> None:
    ChoicesFile(tmp_path).remember(NOTE, Step.MICROPHONE.value)
    assert first_step(tmp_path) is Step.MICROPHONE
    ChoicesFile(tmp_path).remember(NOTE, OVER)
    assert first_step(tmp_path) is None
