"""The keys of encrypted data, kept in the system's keyring by their names."""

from __future__ import annotations

import re
from collections.abc import Callable

from workspace_assistant.adapters.secrets.kept_secrets import KeptSecrets, SecretStore
from workspace_assistant.adapters.secrets.keyring_call import KeyringTrouble, KeyringTroubleError

_KEY = re.compile(r"[0-9a-f]{64}")
_WITHIN_S = 60.0  # a person may have to unlock it; without it nothing of the data can be read


def key_account(key_id: str) -> str:
    return f"database:{key_id}"


class DatabaseKeys:
    """All raise `KeyringTroubleError`, and pass on what *checkpoint* raises while they wait."""

    def __init__(self, open_store: Callable[[], SecretStore] | None = None) -> None:
        self._secrets = KeptSecrets(open_store)

    def find(self, key_id: str, checkpoint: Callable[[], None] = lambda: None) -> str:
        """64 hexadecimal digits; empty where none is kept."""
        found = self._secrets.find(key_account(key_id), _WITHIN_S, checkpoint)
        return found if _KEY.fullmatch(found) else ""

    def keep(self, key_id: str, key: str, checkpoint: Callable[[], None]) -> None:
        """In the keyring when it returns: it was read back."""
        self._secrets.keep(key_account(key_id), key, _WITHIN_S, checkpoint)
        if self.find(key_id, checkpoint) != key:
            raise KeyringTroubleError(KeyringTrouble.FAILED)
