"""What the `data` commands work with. The composition root fills it; tests bring fakes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Protocol

from workspace_assistant.core.data_keeping.encryption import Encryption
from workspace_assistant.core.data_keeping.erasing import Erasing
from workspace_assistant.core.data_keeping.model import Backup, Contents, DataKind, Preview
from workspace_assistant.core.data_keeping.retention import Choices
from workspace_assistant.core.jobs import JobContext


class Restored(Protocol):
    """What was there: as a backup, or, where it was damaged, as a file kept aside."""

    @property
    def safety(self) -> Backup | None: ...

    @property
    def damaged(self) -> Path | None: ...


class Restoring(Protocol):
    """A backup that is open to be restored."""

    @property
    def preview(self) -> Preview: ...

    def restore(self) -> Restored: ...


class Eraser(Protocol):
    def look(self) -> Erasing: ...

    def erase(self, found: Erasing, ctx: JobContext, *, keep_secrets: bool = False) -> None: ...


class Encrypting(Protocol):
    """What encrypts and decrypts the data; `checkpoint` may end it by what it raises."""

    def look(self) -> Encryption: ...

    def recovery_key_to_be(self) -> str: ...

    def encrypt(self, recovery_key: str, checkpoint: Callable[[], None]) -> Encryption: ...

    def decrypt(self, checkpoint: Callable[[], None]) -> Encryption: ...

    def recovery_key(self) -> str: ...

    def unlock(self, recovery_key: str, checkpoint: Callable[[], None]) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTools:
    """Everything may raise `StoreUnavailableError`, and `UserInputError` where it is refused.

    Attributes:
        ask: puts a question to a person who sits at a terminal; None where nobody does.
        back_up: to a new file or into a folder; None: beside the data.
        backups: those beside the data, newest first.
        export: into a new folder, or an archive by its ending; the names of the files in it.
        older: how many of each kind lie before its instant; `take_out` removes them.
    """

    data_dir: Path
    zone: Callable[[], tzinfo]
    now: Callable[[], datetime]
    ask: Callable[[str], str] | None
    back_up: Callable[[Path | None], Backup]
    backups: Callable[[], tuple[Backup, ...]]
    restoring: Callable[[Path], AbstractContextManager[Restoring]]
    export: Callable[[Path], tuple[str, ...]]
    eraser: Callable[[], Eraser]
    encryption: Callable[[], Encrypting]
    contents: Callable[[], Contents]
    ages: Callable[[], Choices]
    keep_ages: Callable[[Choices], None]
    older: Callable[[Mapping[DataKind, datetime]], Mapping[DataKind, int]]
    take_out: Callable[[Mapping[DataKind, datetime]], Mapping[DataKind, int]]
