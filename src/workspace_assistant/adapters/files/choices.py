"""What was chosen, by name: settings in ``settings.toml``, what else is noted in ``choices.json``.

A setting counts as the organization locked it, else as the person set it, else as preset.
"""

from __future__ import annotations

import errno
import json
import logging
from collections.abc import Mapping
from pathlib import Path

from workspace_assistant.adapters.files.managed_settings import (
    ManagedPlace,
    checked_settings,
    managed_settings,
    system_place,
)
from workspace_assistant.adapters.files.settings_file import SettingsFile
from workspace_assistant.adapters.files.writing import write_whole
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.settings.kept import is_setting
from workspace_assistant.core.settings.managed import LOCKED, Managed

log = logging.getLogger(__name__)

MICROPHONE = "microphone"
PROFILE = "profile"
CHOICES_NAME, MANAGED_NOTE_NAME = "choices.json", "managed.good.json"


class LockedSettingError(OSError):
    """The organization set it; nothing was changed."""


class ChoicesFile:
    """Reads and writes single choices, anew each time; damaged notes count as no choice made."""

    def __init__(
        self, directory: Path, name: str = CHOICES_NAME, place: ManagedPlace | None = None
    ) -> None:
        self._path = directory / name
        self._settings = SettingsFile(directory) if name == CHOICES_NAME else None
        self._managed_note = directory / MANAGED_NOTE_NAME
        self._place = place or system_place()

    def recall(self, name: str) -> str:
        return self.recall_all().get(name, "")

    def recall_all(self) -> Mapping[str, str]:
        """Every choice at once, for what is asked often."""
        if self._settings is None:
            return self._read()
        managed = self.managed()
        own = self._read() | dict(self._settings.read().values)
        return {**managed.preset, **own, **managed.lock}

    def managed(self) -> Managed:
        """What the organization set."""
        return checked_settings(managed_settings(self._place), self._managed_note)

    def locked(self) -> Mapping[str, str]:
        """What cannot be changed here, by name."""
        return self.managed().lock

    def faults(self) -> tuple[Phrase, ...]:
        """What is wrong in the files that people write, a sentence each."""
        own = () if self._settings is None else self._settings.read().faults
        return (*own, *self.managed().faults)

    def remember(self, name: str, value: str) -> None:
        """Raises OSError when the place cannot be written, or the setting is not the person's."""
        self.remember_all({name: value})

    def remember_all(self, values: Mapping[str, str]) -> None:
        """All of them or, with OSError, none."""
        if self._settings is None:
            self._write(self._read() | dict(values))
            return
        self._refuse_locked(values)
        settings, notes = _apart(values)
        with self._settings.turn():
            older, kept = _apart(self._read())
            before, after = older | kept, older | kept | notes
            if settings:
                self._settings.write(self._changes(settings), older)
                after = kept | notes
            if after != before:
                self._write(after)

    def _changes(self, settings: Mapping[str, str]) -> Mapping[str, str]:
        """Without what is locked: the person's own choice waits below until it is not."""
        locked = self.locked()
        return {name: text for name, text in settings.items() if name not in locked}

    def _refuse_locked(self, values: Mapping[str, str]) -> None:
        managed = self.managed()
        for name, text in values.items():
            if managed.lock.get(name, text) != text:
                raise LockedSettingError(
                    errno.EPERM, Phrase(LOCKED, name=name, place=managed.place)
                )

    def _write(self, notes: Mapping[str, str]) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(self._path, json.dumps(notes, indent=1).encode())

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


def _apart(values: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Settings, and what the program notes for itself."""
    return (
        {name: text for name, text in values.items() if is_setting(name)},
        {name: text for name, text in values.items() if not is_setting(name)},
    )
