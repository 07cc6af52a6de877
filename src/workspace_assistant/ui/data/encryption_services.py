"""What the encryption of the person's own data is reached by. Everything here blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workspace_assistant.core.data_keeping.encryption import Encryption
from workspace_assistant.core.jobs import JobContext


@dataclass(frozen=True, slots=True, kw_only=True)
class EncryptionServices:
    """All may raise `RefusedError` and `StoreUnavailableError`; then nothing was changed.

    Attributes:
        key_to_be: the recovery key, to be shown before `encrypt`, which wants it back.
        key: the recovery key of encrypted data.
        unlock: puts a recovery key into the keyring; whether it opens the data here.
        write_key: into a new file, for this account alone; raises OSError as well.
    """

    look: Callable[[], Encryption]
    key_to_be: Callable[[], str]
    encrypt: Callable[[str, JobContext], Encryption]
    decrypt: Callable[[JobContext], Encryption]
    key: Callable[[], str]
    unlock: Callable[[str, JobContext], bool]
    write_key: Callable[[Path, str], None]
