"""A keyring in memory for the keys of encrypted data, in place of the system's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.fakes.secret_store import MemoryStore
from workspace_assistant.adapters.secrets.database_key import DatabaseKeys
from workspace_assistant.adapters.secrets.kept_secrets import SecretStore
from workspace_assistant.adapters.sqlite.database_keys import find_keys_by
from workspace_assistant.bootstrap import database_key


def use_store(store: SecretStore | Callable[[], SecretStore]) -> None:
    """From now on; as a new program would, which remembers nothing."""
    database_key.use_keys(DatabaseKeys(store if callable(store) else lambda: store))
    find_keys_by(database_key.key_of_database)


@contextmanager
def held_keys() -> Iterator[MemoryStore]:
    store = MemoryStore()
    use_store(store)
    try:
        yield store
    finally:
        database_key.use_keys(DatabaseKeys())
        find_keys_by(lambda _: "")
