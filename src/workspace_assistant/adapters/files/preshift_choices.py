"""Choices about shifts, kept beside the other choices."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.preshift.settings import (
    KEEPS_IN_TRAY,
    WATCH_IS_ON,
    choices_of,
    is_on,
    settings_of,
    switch,
)


class PreshiftChoices:
    """Reads them anew each time: another program may have changed them.

    What keeps something raises OSError when the place cannot be written.
    """

    def __init__(self, directory: Path) -> None:
        self._file = ChoicesFile(directory)

    def settings(self) -> PreshiftSettings:
        return settings_of(self._file.recall)

    def keep(self, settings: PreshiftSettings) -> None:
        """Raises `PreshiftError` for what makes no sense."""
        self._file.remember_all(choices_of(settings))

    def keeps_in_tray(self) -> bool:
        return is_on(self._file.recall(KEEPS_IN_TRAY), usually=True)

    def keep_in_tray(self, *, on: bool) -> None:
        self._file.remember(KEEPS_IN_TRAY, switch(on=on))

    def watches_line(self) -> bool:
        return is_on(self._file.recall(WATCH_IS_ON), usually=False)

    def watch_line(self, *, on: bool) -> None:
        self._file.remember(WATCH_IS_ON, switch(on=on))
