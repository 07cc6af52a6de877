"""The secret addresses of calendar subscriptions, kept in the system's keyring."""

from __future__ import annotations

from collections.abc import Callable

from workspace_assistant.adapters.secrets.environment import CALENDAR_ADDRESS
from workspace_assistant.adapters.secrets.kept_secrets import LONGEST_SECRET_CHARACTERS, SecretStore
from workspace_assistant.adapters.secrets.keyring_call import KeyringTrouble, KeyringTroubleError
from workspace_assistant.adapters.secrets.stand_in import (
    LOOKING_WAITS_S,
    PERSON_WAITS_S,
    SecretWithStandIn,
)
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts import calendar_texts as texts
from workspace_assistant.core.shifts.ports import CalendarError


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
        find_within_s: float = LOOKING_WAITS_S,
        keep_within_s: float = PERSON_WAITS_S,
    ) -> None:
        self._secret = SecretWithStandIn(from_environment, open_store, find_within_s, keep_within_s)

    def keep(self, source_id: str, address: str, ctx: JobContext, /) -> None:
        wanted = address.strip()
        if len(wanted) > LONGEST_SECRET_CHARACTERS:
            most = f"{LONGEST_SECRET_CHARACTERS:,}"
            raise CalendarError("address-too-long", texts.ADDRESS_TOO_LONG, most=most)
        try:
            self._secret.keep(calendar_account(source_id), wanted, ctx)
        except KeyringTroubleError as error:
            raise keyring_error(error.trouble) from None

    def find(self, source_id: str, ctx: JobContext, /) -> str:
        try:
            found = self._secret.find(calendar_account(source_id), ctx)
        except KeyringTroubleError as error:
            raise keyring_error(error.trouble) from None
        if not found:
            raise CalendarError("address-missing", texts.ADDRESS_MISSING)
        return found

    def forget(self, source_id: str, ctx: JobContext, /) -> None:
        try:
            self._secret.forget(calendar_account(source_id), ctx)
        except KeyringTroubleError as error:
            raise keyring_error(error.trouble) from None


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
