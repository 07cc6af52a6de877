"""What keeping data safe needs from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from workspace_assistant.core.data_keeping.model import Backup, DataKind

Now = Callable[[], datetime]


class Shelf(Protocol):
    """Where automatic backups are. Everything may raise OSError."""

    def automatic(self) -> tuple[Backup, ...]: ...

    def has_room(self) -> bool:
        """Whether the disk holds one more, and stays usable."""
        ...

    def make(self) -> Backup:
        """A new one, verified. Raises `StoreUnavailableError`, also for a damaged database."""
        ...

    def remove(self, backup: Backup, /) -> None: ...


class Turn(Protocol):
    """Lets one program at a time work on backups of a data directory; nobody waits."""

    def __call__(self) -> AbstractContextManager[bool]: ...


class Pruning(Protocol):
    """Takes out what is older than what its kind is kept for."""

    def __call__(self, before: Mapping[DataKind, datetime], /) -> Mapping[DataKind, int]: ...
