"""The login for the profile's relays: who knows the password, in which order they are asked."""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING

from workspace_assistant.bootstrap.turn_password import password_of_environment
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.profile.relay_login import (
    RelayLogin,
    login_hosts,
    of_one_owner,
    relay_hosts,
)
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.adapters.secrets.keyring_call import KeyringTrouble
    from workspace_assistant.adapters.secrets.turn_password import TurnPasswordKeyring

_NO_KEYRING = QT_TRANSLATE_NOOP(
    "readiness",
    "this system has no keyring that keeps passwords; set the environment variable {variable} "
    "instead",
)
_LOCKED = QT_TRANSLATE_NOOP(
    "readiness",
    "the system's keyring is locked; set the environment variable {variable} instead",
)
_SILENT = QT_TRANSLATE_NOOP(
    "readiness",
    "the system's keyring did not answer; set the environment variable {variable} instead",
)
_FAILED = QT_TRANSLATE_NOOP(
    "readiness", "the system's keyring failed; set the environment variable {variable} instead"
)
_WRONG_LENGTH = QT_TRANSLATE_NOOP(
    "readiness", "a password has 1 to {most} characters, not {number}"
)

log = logging.getLogger(__name__)

# A check goes on without it; somebody who stores a password is there to unlock the keyring.
_CHECK_WAITS_S = 3.0
_USER_WAITS_S = 60.0


def turn_login(request: CheckRequest, ctx: JobContext) -> RelayLogin | None:
    """User, password and the relays that may hear them; None when nobody knows a password.

    The password of this run counts first, then that of the environment: both are meant for the
    profile's first relay, and those beside it. The keyring says itself for which host it keeps one.
    """
    needs = request.profile.voice_path
    hosts = relay_hosts(needs)
    if not hosts:
        return None
    if given := request.turn_password or password_of_environment():
        return RelayLogin(username=needs.turn_username, password=given, hosts=of_one_owner(hosts))
    return _login_from_keyring(needs.turn_username, hosts, ctx)


def _login_from_keyring(
    username: str, hosts: tuple[str, ...], ctx: JobContext
) -> RelayLogin | None:
    """By the first password that is kept, for every relay for which the same is."""
    from workspace_assistant.adapters.secrets.keyring_call import KeyringTroubleError
    from workspace_assistant.adapters.secrets.turn_password import turn_account

    kept: dict[str, str] = {}
    try:
        for host in hosts:
            account = turn_account(username, host)
            kept[host] = _keyring().find(account, _CHECK_WAITS_S, ctx.checkpoint)
    except KeyringTroubleError as error:
        log.info("no password from the keyring: %s", error.trouble)
    password = next(filter(None, kept.values()), "")
    if not password:
        return None
    at = tuple(host for host, found in kept.items() if found == password)
    return RelayLogin(username=username, password=password, hosts=at)


def keep_turn_password(profile: WorkplaceProfile, password: str, ctx: JobContext) -> None:
    """For every relay of *profile*, by its host.

    Raises `UserInputError` for a password no keyring takes, and when there is no keyring.
    """
    from workspace_assistant.adapters.secrets.keyring_call import KeyringTroubleError
    from workspace_assistant.adapters.secrets.turn_password import LONGEST_PASSWORD_CHARACTERS

    if not 0 < len(password) <= LONGEST_PASSWORD_CHARACTERS:
        raise UserInputError(
            _WRONG_LENGTH,
            most=str(LONGEST_PASSWORD_CHARACTERS),
            number=str(len(password)),
        )
    try:
        for account in _accounts(profile):
            _keyring().keep(account, password, _USER_WAITS_S, ctx.checkpoint)
    except KeyringTroubleError as error:
        raise _explained(error.trouble) from None


def forget_turn_password(profile: WorkplaceProfile, ctx: JobContext) -> bool:
    """Whether there was one. Raises `UserInputError` when there is no keyring."""
    from workspace_assistant.adapters.secrets.keyring_call import KeyringTroubleError

    try:
        forgotten = [
            _keyring().forget(account, _USER_WAITS_S, ctx.checkpoint)
            for account in _accounts(profile)
        ]
    except KeyringTroubleError as error:
        raise _explained(error.trouble) from None
    return any(forgotten)


def _accounts(profile: WorkplaceProfile) -> list[str]:
    from workspace_assistant.adapters.secrets.turn_password import turn_account

    username = profile.voice_path.turn_username
    return [turn_account(username, host) for host in login_hosts(profile)]


def _explained(trouble: KeyringTrouble) -> UserInputError:
    from workspace_assistant.adapters.secrets.environment import TURN_PASSWORD
    from workspace_assistant.adapters.secrets.keyring_call import KeyringTrouble

    because = {
        KeyringTrouble.ABSENT: _NO_KEYRING,
        KeyringTrouble.LOCKED: _LOCKED,
        KeyringTrouble.SILENT: _SILENT,
        KeyringTrouble.FAILED: _FAILED,
    }[trouble]
    return UserInputError(because, variable=TURN_PASSWORD)


@cache
def _keyring() -> TurnPasswordKeyring:
    """One for the whole start: checks that ask at a time share one question to the user."""
    from workspace_assistant.adapters.secrets.turn_password import TurnPasswordKeyring

    return TurnPasswordKeyring()
