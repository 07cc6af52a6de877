"""The encryption of a person's data for the window: nothing on the disk, no keyring."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

from workspace_assistant.core.data_keeping.encryption import Encryption
from workspace_assistant.core.data_keeping.recovery_key import (
    key_id,
    read_recovery_key,
    recovery_text,
)
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.data.encryption_services import EncryptionServices

RECOVERY_KEY = recovery_text("0f" * 32)
_LIMIT_S = 10.0


class EncryptionWorld:
    """What the card finds; what is done is noted in `acts` and waits at `gate`."""

    def __init__(self) -> None:
        self.found = Encryption(
            is_encrypted=False,
            can_encrypt=True,
            plain_backups=("2026-11-20.zip", "2026-11-21.zip"),
            plain_copies=("workspace-assistant.sqlite3.before-12",),
            elsewhere=("/media/stick/work.zip",),
        )
        self.acts: list[str] = []
        self.files: dict[Path, str] = {}
        self.opens = False
        self.trouble: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()

    def be_encrypted(self) -> None:
        self.found = Encryption(is_encrypted=True, can_encrypt=True, key_id=key_id("0f" * 32))

    @property
    def services(self) -> EncryptionServices:
        return EncryptionServices(
            look=lambda: self.found,
            key_to_be=lambda: self._key("key to be"),
            encrypt=self._encrypt,
            decrypt=self._decrypt,
            key=lambda: self._key("key"),
            unlock=self._unlock,
            write_key=self._write,
        )

    def _key(self, what: str) -> str:
        self._note(what)
        return RECOVERY_KEY

    def _encrypt(self, recovery_key: str, ctx: JobContext) -> Encryption:
        assert recovery_key == RECOVERY_KEY
        self._note("encrypt", ctx)
        self.be_encrypted()
        return self.found

    def _decrypt(self, ctx: JobContext) -> Encryption:
        self._note("decrypt", ctx)
        self.found = replace(self.found, is_encrypted=False, old_file_is_there=True)
        return self.found

    def _unlock(self, recovery_key: str, ctx: JobContext) -> bool:
        read_recovery_key(recovery_key)
        self._note("unlock", ctx)
        return self.opens

    def _write(self, path: Path, key: str) -> None:
        self._note(f"write {path.name}")
        self.files[path] = key

    def _note(self, what: str, ctx: JobContext | None = None) -> None:
        assert self.gate.wait(_LIMIT_S)
        if ctx is not None:
            ctx.checkpoint()
        if self.trouble is not None:
            raise self.trouble
        self.acts.append(what)
