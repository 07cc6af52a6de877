"""Choices about the weekly summary, kept beside the other choices."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.core.balance.settings import choices_of, settings_of
from workspace_assistant.core.balance.settings_model import WeekSettings


class WeekChoices:
    """Reads anew each time: another program may change them."""

    def __init__(self, directory: Path) -> None:
        self._file = ChoicesFile(directory)

    def settings(self) -> WeekSettings:
        kept = self._file.recall_all()
        return settings_of(lambda name: kept.get(name, ""))

    def keep(self, settings: WeekSettings) -> None:
        """Raises `RefusedError` for what makes no sense, OSError where it cannot be written."""
        self._file.remember_all(choices_of(settings))
