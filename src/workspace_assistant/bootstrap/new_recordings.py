"""Where the command line may write a recording: nothing that is there already is ever replaced."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.bootstrap.sound import check_wav_path, save_recording
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:  # most commands need none of it
    from workspace_assistant.core.readiness.microphone.model import Recording

_EXISTS = QT_TRANSLATE_NOOP("microphone", "{path}: exists already; choose another name.")
_ITSELF = QT_TRANSLATE_NOOP("microphone", "{path}: is the recording itself; choose another name.")
_ONE_FILE = QT_TRANSLATE_NOOP(
    "microphone", "{path}: two recordings cannot be one file; choose another name."
)


def check_new_recordings(source: Path | None, targets: Sequence[Path]) -> None:
    """Raises `UserInputError` where a target is *source*, another target, or there already."""
    for target in targets:
        check_wav_path(target)
        if source is not None and _is_same(source, target):
            raise UserInputError(_ITSELF, path=str(target))
        _check_is_new(target)
    for one, other in combinations(targets, 2):
        if _is_same(one, other):
            raise UserInputError(_ONE_FILE, path=str(other))


def save_new_recording(recording: Recording, path: Path) -> None:
    """Writes a WAV file, whole or not at all, where there is none. Raises `UserInputError`.

    It looks again: recording took a while, and two names may be one on this disk.
    """
    _check_is_new(path)
    save_recording(recording, path)


def _check_is_new(path: Path) -> None:
    if os.path.lexists(path):
        raise UserInputError(_EXISTS, path=str(path))


def _is_same(one: Path, other: Path) -> bool:
    """Whether both names lead to one place, through links as well."""
    try:
        return one.samefile(other)
    except OSError:  # at least one is not there yet
        return os.path.realpath(one) == os.path.realpath(other)
