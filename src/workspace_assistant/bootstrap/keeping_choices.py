"""Choices that a command keeps: what fails then is told in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_NOT_KEPT = QT_TRANSLATE_NOOP("data", "{path}: the choice cannot be kept: {reason}")


@contextmanager
def keeping_choice(data_dir: Path) -> Iterator[None]:
    """Turns an OSError, such as that of a full disk, into `StoreUnavailableError`.

    The system names no file where writing fails: *data_dir* says where the choice was to be.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreUnavailableError(_NOT_KEPT, path=str(data_dir), reason=reason) from error
