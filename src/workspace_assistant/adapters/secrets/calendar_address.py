"""The secret addresses of calendar subscriptions, kept in the system's keyring."""

from __future__ import annotations

from collections.abc import Callable

from workspace_assistant.adapters.secrets.environment import CALENDAR_ADDRESS
from workspace_assistant.adapters.secrets.kept_secrets import (
    LONGEST_SECRET_CHARACTERS,
    KeptSecrets,
    SecretStore,
)
from workspace_assistant.adapters.secrets.keyring_call import KeyringTrouble, KeyringTroubleError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts import calendar_texts as texts
from workspace_assistant.core.shifts.ports import CalendarError

# A refresh goes on without it; somebody who subscribes is there to unlock the keyring.
_REFRESH_WAITS_S = 5.0
_PERSON_WAITS_S = 60.0


def calendar_account(source_id: str) -> str:
    """The name under which the address of a source is kept."""
    return f"calendar:{source_id}"


class CalendarAddressKeyring:
    """Implements `Addresses`; `find` is what fetching asks. All raise `CalendarError`.

    Where there is no keyring at all, *from_environment* is the only address that can be used.
    """

    def __init__(
        self,
        from_environment: str = "",
        *,
        open_store: Callable[[], SecretStore] | None = None,
        find_within_s: float = _REFRESH_WAITS_S,
        keep_within_s: float = _PERSON_WAITS_S,
    ) -> None:
        self._secrets = KeptSecrets(open_store)
        self._from_environment = from_environment.strip()
        self._find_within_s = find_within_s
        self._keep_within_s = keep_within_s

    def keep(self, source_id: str, address: str, ctx: JobContext, /) -> None:
        wanted = address.strip()
        if len(wanted) > LONGEST_SECRET_CHARACTERS:
            most = f"{LONGEST_SECRET_CHARACTERS:,}"
            raise CalendarError("address-too-long", texts.ADDRESS_TOO_LONG, most=most)
        try:
            account = calendar_account(source_id)
            self._secrets.keep(account, wanted, self._keep_within_s, ctx.checkpoint)
        except KeyringTroubleError as error:
            if not self._stands_in(error.trouble) or wanted != self._from_environment:
                raise keyring_error(error.trouble) from None

    def find(self, source_id: str, ctx: JobContext, /) -> str:
        try:
            account = calendar_account(source_id)
            found = self._secrets.find(account, self._find_within_s, ctx.checkpoint)
        except KeyringTroubleError as error:
            if self._stands_in(error.trouble):
                return self._from_environment
            raise keyring_error(error.trouble) from None
        if not found:
            raise CalendarError("address-missing", texts.ADDRESS_MISSING)
        return found

    def forget(self, source_id: str, ctx: JobContext, /) -> None:
        try:
            account = calendar_account(source_id)
            self._secrets.forget(account, self._keep_within_s, ctx.checkpoint)
        except KeyringTroubleError as error:
            # Where no keyring is, nothing was kept.
            if error.trouble is not KeyringTrouble.ABSENT:
                raise keyring_error(error.trouble) from None

    def _stands_in(self, trouble: KeyringTrouble) -> bool:
        """Whether the environment's address counts: a locked keyring may hold another one."""
        return trouble is KeyringTrouble.ABSENT and bool(self._from_environment)


def keyring_error(trouble: KeyringTrouble) -> CalendarError:
    match trouble:
        case KeyringTrouble.ABSENT:
            variable = CALENDAR_ADDRESS
            return CalendarError("keyring-absent", texts.KEYRING_ABSENT, variable=variable)
        case KeyringTrouble.LOCKED:
            return CalendarError("keyring-locked", texts.KEYRING_LOCKED)
        case KeyringTrouble.SILENT:
            return CalendarError("keyring-silent", texts.KEYRING_SILENT)
        case KeyringTrouble.FAILED:
            return CalendarError("keyring-failed", texts.KEYRING_FAILED)
