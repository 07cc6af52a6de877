"""The login for the profile's relays: who knows the password, in which order they are asked."""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING

from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

if TYPE_CHECKING:
    from workspace_assistant.adapters.secrets.keyring_call import KeyringTrouble
    from workspace_assistant.adapters.secrets.turn_password import TurnPasswordKeyring

log = logging.getLogger(__name__)

# A check goes on without it; somebody who stores a password is there to unlock the keyring.
_CHECK_WAITS_S = 3.0
_USER_WAITS_S = 60.0


def turn_login(request: CheckRequest, ctx: JobContext) -> tuple[str, str] | None:
    """User name and password; None when the profile has no user or nobody knows the password."""
    password = turn_password(request, ctx)
    return (request.profile.voice_path.turn_username, password) if password else None


def turn_password(request: CheckRequest, ctx: JobContext) -> str:
    """Of this run, else of the environment, else of the keyring; empty when none of them has it."""
    from workspace_assistant.adapters.secrets.turn_password import (
        password_from_environment,
        turn_account,
    )

    account = turn_account(request.profile)
    if not account:
        return ""
    given = request.turn_password or password_from_environment()
    return given or _password_from_keyring(account, ctx)


def _password_from_keyring(account: str, ctx: JobContext) -> str:
    from workspace_assistant.adapters.secrets.keyring_call import KeyringTroubleError

    try:
        return _keyring().find(account, _CHECK_WAITS_S, ctx.checkpoint)
    except KeyringTroubleError as error:
        log.info("no password from the keyring: %s", error.trouble)
        return ""


def keep_turn_password(profile: WorkplaceProfile, password: str, ctx: JobContext) -> None:
    """Raises `UserInputError` for a password no keyring takes, and when there is no keyring."""
    from workspace_assistant.adapters.secrets.keyring_call import KeyringTroubleError
    from workspace_assistant.adapters.secrets.turn_password import LONGEST_PASSWORD_CHARACTERS

    if not 0 < len(password) <= LONGEST_PASSWORD_CHARACTERS:
        raise UserInputError(
            f"a password has 1 to {LONGEST_PASSWORD_CHARACTERS} characters, not {len(password)}"
        )
    try:
        _keyring().keep(_account(profile), password, _USER_WAITS_S, ctx.checkpoint)
    except KeyringTroubleError as error:
        raise UserInputError(_explained(error.trouble)) from None


def forget_turn_password(profile: WorkplaceProfile, ctx: JobContext) -> bool:
    """Whether there was one. Raises `UserInputError` when there is no keyring."""
    from workspace_assistant.adapters.secrets.keyring_call import KeyringTroubleError

    try:
        return _keyring().forget(_account(profile), _USER_WAITS_S, ctx.checkpoint)
    except KeyringTroubleError as error:
        raise UserInputError(_explained(error.trouble)) from None


def _account(profile: WorkplaceProfile) -> str:
    from workspace_assistant.adapters.secrets.turn_password import turn_account

    account = turn_account(profile)
    if not account:
        raise UserInputError(f"{profile.name}: this profile names no TURN server with a user name")
    return account


def _explained(trouble: KeyringTrouble) -> str:
    from workspace_assistant.adapters.secrets.keyring_call import KeyringTrouble
    from workspace_assistant.adapters.secrets.turn_password import VARIABLE

    because = {
        KeyringTrouble.ABSENT: "this system has no keyring that keeps passwords",
        KeyringTrouble.LOCKED: "the system's keyring is locked",
        KeyringTrouble.SILENT: "the system's keyring did not answer",
        KeyringTrouble.FAILED: "the system's keyring failed",
    }[trouble]
    return f"{because}; set the environment variable {VARIABLE} instead"


@cache
def _keyring() -> TurnPasswordKeyring:
    """One for the whole start: checks that ask at a time share one question to the user."""
    from workspace_assistant.adapters.secrets.turn_password import TurnPasswordKeyring

    return TurnPasswordKeyring()
