"""The password of the profile's TURN user, kept in the system's keyring.

It is never written to a file, a log, a command line or a report.
"""

from __future__ import annotations

from workspace_assistant.adapters.secrets.kept_secrets import (
    LONGEST_SECRET_CHARACTERS,
    KeptSecrets,
)

LONGEST_PASSWORD_CHARACTERS = LONGEST_SECRET_CHARACTERS


def turn_account(username: str, host: str) -> str:
    """The name under which the password is kept: a user at one relay's host."""
    return f"turn:{username}@{f'[{host}]' if ':' in host else host}"


class TurnPasswordKeyring(KeptSecrets):
    """Keeps passwords by account (`turn_account`)."""
