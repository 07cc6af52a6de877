"""After how long without a key a focus block asks: one choice for all programs."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.bootstrap.keeping_choices import keeping_choice
from workspace_assistant.core.focus.watch_settings import IDLE_SECONDS, kept_idle, settings_of


def idle_s(data_dir: Path) -> float:
    return settings_of(ChoicesFile(data_dir).recall(IDLE_SECONDS)).idle_threshold_s


def keep_idle_s(data_dir: Path, seconds: float, /) -> None:
    """Raises `FocusError` for what would make the log untrue, `UserInputError` where it fails."""
    kept = kept_idle(seconds)
    with keeping_choice(data_dir):
        ChoicesFile(data_dir).remember(IDLE_SECONDS, kept)
