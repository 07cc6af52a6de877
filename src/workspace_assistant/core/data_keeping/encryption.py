"""Whether the data is encrypted, and what a switch of that does: told before and after."""

from __future__ import annotations

from dataclasses import dataclass

ENCRYPTION_SCHEMA = "workspace-assistant/data-encryption/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Encryption:
    """How the data lies there.

    Attributes:
        is_encrypted: the database; choices and profile never are.
        can_encrypt: whether what encrypts is installed.
        key_id: the name of the key that it is, or was last, encrypted with; empty for none.
        plain_backups: names of backups beside the data that are not encrypted.
        plain_copies: names of other copies of the database that are not: of updates, and damaged.
        elsewhere: backups that the person put elsewhere; encrypting leaves them as they are.
        old_file_is_there: whether a file of before the last switch waits to be erased.
    """

    is_encrypted: bool
    can_encrypt: bool
    key_id: str = ""
    plain_backups: tuple[str, ...] = ()
    plain_copies: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    old_file_is_there: bool = False


def encryption_document(found: Encryption) -> dict[str, object]:
    return {
        "schema": ENCRYPTION_SCHEMA,
        "is_encrypted": found.is_encrypted,
        "can_encrypt": found.can_encrypt,
        "key_id": found.key_id or None,
        "plain_backups": list(found.plain_backups),
        "plain_copies": list(found.plain_copies),
        "elsewhere": list(found.elsewhere),
        "old_file_is_there": found.old_file_is_there,
    }
