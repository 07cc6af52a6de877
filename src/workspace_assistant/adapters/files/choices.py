"""What the user chose (microphone, profile), remembered between starts as a small JSON file."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path

from workspace_assistant.adapters.files.writing import write_whole

log = logging.getLogger(__name__)

MICROPHONE = "microphone"
PROFILE = "profile"


class ChoicesFile:
    """Reads and writes single choices; a damaged file counts as no choice made."""

    def __init__(self, directory: Path, name: str = "choices.json") -> None:
        self._path = directory / name

    def recall(self, name: str) -> str:
        return self._read().get(name, "")

    def recall_all(self) -> Mapping[str, str]:
        """Every choice at once, for what is asked often."""
        return self._read()

    def remember(self, name: str, value: str) -> None:
        """Raises OSError when the place cannot be written."""
        self.remember_all({name: value})

    def remember_all(self, values: Mapping[str, str]) -> None:
        """All of them or, with OSError, none."""
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        choices = self._read() | dict(values)
        write_whole(self._path, json.dumps(choices, indent=1).encode())

    def _read(self) -> dict[str, str]:
        try:
            document = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            log.warning("choices could not be read: %s", error)
            return {}
        if not isinstance(document, dict):
            return {}
        return {str(key): value for key, value in document.items() if isinstance(value, str)}
