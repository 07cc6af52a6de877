"""Whether the loudness of calls is measured, kept beside the other choices."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.adapters.files.choices import ChoicesFile

_IS_ON = "loudness.is_on"
_ON, _OFF = "on", "off"


class LoudnessChoice:
    """Off until somebody turns it on. Reads anew each time: another program may change it."""

    def __init__(self, directory: Path) -> None:
        self._file = ChoicesFile(directory)

    def is_on(self) -> bool:
        return self._file.recall(_IS_ON) == _ON

    def keep(self, *, is_on: bool) -> None:
        """Raises OSError where the place cannot be written."""
        self._file.remember(_IS_ON, _ON if is_on else _OFF)
