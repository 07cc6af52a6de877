"""Secrets in the system's keyring, by account: found, kept and forgotten within a time given.

They are never written to a file, a log, a command line or a report.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from workspace_assistant.adapters.secrets.keyring_call import (
    KeyringCall,
    KeyringTrouble,
    KeyringTroubleError,
)

SERVICE = "workspace-assistant"
# Windows keeps 2,560 bytes of UTF-16 per secret; a limit on all systems keeps stores alike.
LONGEST_SECRET_CHARACTERS = 1000


class SecretStore(Protocol):
    """The part of keyring's back ends that is used here."""

    def get_password(self, service: str, username: str, /) -> str | None: ...

    def set_password(self, service: str, username: str, password: str, /) -> None: ...

    def delete_password(self, service: str, username: str, /) -> None: ...


class KeptSecrets:
    """Keeps secrets by account.

    Every method raises `KeyringTroubleError` when the keyring cannot help within the time given,
    and passes on what *checkpoint* raises while it waits.
    """

    def __init__(self, open_store: Callable[[], SecretStore] | None = None) -> None:
        self._open_store = open_store or _system_store
        self._lock = threading.Lock()
        self._asked: dict[str, KeyringCall[str]] = {}

    def find(self, account: str, within_s: float, checkpoint: Callable[[], None]) -> str:
        """The secret; empty when none is kept."""
        with self._lock:
            call = self._asked.get(account)
            # Two checks of one run ask at a time: the user must not see two prompts.
            if call is None or call.has_ended:
                call = KeyringCall(lambda: self._open_store().get_password(SERVICE, account) or "")
                self._asked[account] = call
        try:
            return call.answer(within_s, checkpoint)
        finally:
            self._let_go(account, call)

    def keep(
        self, account: str, secret: str, within_s: float, checkpoint: Callable[[], None]
    ) -> None:
        def store() -> None:
            kept = self._open_store()
            kept.set_password(SERVICE, account, secret)
            if kept.get_password(SERVICE, account) != secret:  # a store that forgets is none
                raise KeyringTroubleError(KeyringTrouble.ABSENT)

        KeyringCall(store).answer(within_s, checkpoint)

    def forget(self, account: str, within_s: float, checkpoint: Callable[[], None]) -> bool:
        """Whether there was a secret to forget."""

        def remove() -> bool:
            kept = self._open_store()
            if kept.get_password(SERVICE, account) is None:
                return False
            kept.delete_password(SERVICE, account)
            return True

        return KeyringCall(remove).answer(within_s, checkpoint)

    def _let_go(self, account: str, call: KeyringCall[str]) -> None:
        """A call that has ended holds the secret: drop it."""
        with self._lock:
            if call.has_ended and self._asked.get(account) is call:
                del self._asked[account]


def _system_store() -> SecretStore:
    """Never a plain file: a store below keyring's own mark is left out, also of a chain of them."""
    from keyring import core

    core.init_backend(limit=core.recommended)
    store = core.get_keyring()
    if not core.recommended(store):  # the user's settings may still name one
        raise KeyringTroubleError(KeyringTrouble.ABSENT)
    return store
