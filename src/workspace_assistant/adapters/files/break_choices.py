"""Choices about breaks, kept beside the other choices."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.core.breaks.model import Modes, Settings
from workspace_assistant.core.breaks.settings import (
    choices_of,
    kept_modes,
    modes_of,
    settings_of,
)


class BreakChoices:
    """Implements the port `Choices`; reads anew each time: another program may change them."""

    def __init__(self, directory: Path) -> None:
        self._file = ChoicesFile(directory)

    def settings(self) -> Settings:
        kept = self._file.recall_all()
        return settings_of(lambda name: kept.get(name, ""))

    def keep(self, settings: Settings) -> None:
        self._file.remember_all(choices_of(settings))

    def modes(self) -> Modes:
        kept = self._file.recall_all()
        return modes_of(lambda name: kept.get(name, ""))

    def keep_modes(self, modes: Modes) -> None:
        self._file.remember_all(kept_modes(modes))
