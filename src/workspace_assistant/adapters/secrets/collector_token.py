"""The token for the employer's collector, kept in the system's keyring."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from workspace_assistant.adapters.secrets.environment import PUBLISH_TOKEN
from workspace_assistant.adapters.secrets.kept_secrets import (
    LONGEST_SECRET_CHARACTERS,
    KeptSecrets,
    SecretStore,
)
from workspace_assistant.adapters.secrets.keyring_call import KeyringTrouble, KeyringTroubleError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.publishing import texts
from workspace_assistant.core.publishing.model import Trouble
from workspace_assistant.core.publishing.ports import TokenError

# Sending goes on later without it; somebody who gives a token is there to unlock the keyring.
_SENDING_WAITS_S = 5.0
_PERSON_WAITS_S = 60.0


def collector_account(url: str) -> str:
    """The name under which the token for the host of *url* is kept."""
    return f"collector:{urlsplit(url).netloc}"


class CollectorTokenKeyring:
    """Implements `Tokens`. Where there is no keyring at all, *from_environment* is the token."""

    def __init__(
        self,
        from_environment: str = "",
        *,
        open_store: Callable[[], SecretStore] | None = None,
        find_within_s: float = _SENDING_WAITS_S,
        keep_within_s: float = _PERSON_WAITS_S,
    ) -> None:
        self._secrets = KeptSecrets(open_store)
        self._from_environment = from_environment.strip()
        self._find_within_s = find_within_s
        self._keep_within_s = keep_within_s

    def keep(self, url: str, token: str, ctx: JobContext, /) -> None:
        wanted = token.strip()
        if len(wanted) > LONGEST_SECRET_CHARACTERS:
            raise TokenError(texts.TOKEN_TOO_LONG, most=f"{LONGEST_SECRET_CHARACTERS:,}")
        if not wanted.isascii() or not wanted.isprintable() or " " in wanted:
            raise TokenError(texts.TOKEN_NOT_PLAIN)  # it would break the header
        try:
            account = collector_account(url)
            self._secrets.keep(account, wanted, self._keep_within_s, ctx.checkpoint)
        except KeyringTroubleError as error:
            if not self._stands_in(error.trouble) or wanted != self._from_environment:
                raise _error(error.trouble) from None

    def find(self, url: str, ctx: JobContext, /) -> str:
        try:
            account = collector_account(url)
            found = self._secrets.find(account, self._find_within_s, ctx.checkpoint)
        except KeyringTroubleError as error:
            if self._stands_in(error.trouble):
                return self._from_environment
            raise _error(error.trouble) from None
        if not found:
            raise TokenError(texts.TROUBLES[Trouble.TOKEN_MISSING])
        return found

    def forget(self, url: str, ctx: JobContext, /) -> None:
        try:
            account = collector_account(url)
            self._secrets.forget(account, self._keep_within_s, ctx.checkpoint)
        except KeyringTroubleError as error:
            if error.trouble is not KeyringTrouble.ABSENT:  # where none is, nothing was kept
                raise _error(error.trouble) from None

    def _stands_in(self, trouble: KeyringTrouble) -> bool:
        return trouble is KeyringTrouble.ABSENT and bool(self._from_environment)


def _error(trouble: KeyringTrouble) -> TokenError:
    if trouble is KeyringTrouble.ABSENT:
        return TokenError(texts.KEYRING_ABSENT, variable=PUBLISH_TOKEN)
    return TokenError(texts.KEYRING_SILENT)
