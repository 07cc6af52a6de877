"""Whether a start is somebody's first: some looks at the directory, before anything is opened."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.adapters.files.choices import CHOICES_NAME, ChoicesFile
from workspace_assistant.adapters.files.settings_file import SETTINGS_NAME
from workspace_assistant.core.first_run.steps import Step, standing

NOTE = "first_run"
_OF_A_PERSON = (CHOICES_NAME, SETTINGS_NAME, "profile.toml", "*.sqlite3*")  # also encrypted data


def first_step(data_dir: Path) -> Step | None:
    """The step to begin with; None where there is nothing to go through."""
    word = ChoicesFile(data_dir).recall(NOTE)
    kept = (file for pattern in _OF_A_PERSON for file in data_dir.glob(pattern))
    return standing(word, is_used=next(kept, None) is not None)
