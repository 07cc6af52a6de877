"""The token for the employer's collector, kept in the system's keyring."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from workspace_assistant.adapters.secrets.environment import PUBLISH_TOKEN
from workspace_assistant.adapters.secrets.kept_secrets import LONGEST_SECRET_CHARACTERS, SecretStore
from workspace_assistant.adapters.secrets.keyring_call import KeyringTrouble, KeyringTroubleError
from workspace_assistant.adapters.secrets.stand_in import LOOKING_WAITS_S, SecretWithStandIn
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.publishing import texts
from workspace_assistant.core.publishing.model import Trouble
from workspace_assistant.core.publishing.ports import TokenError


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
        find_within_s: float = LOOKING_WAITS_S,
    ) -> None:
        self._secret = SecretWithStandIn(from_environment, open_store, find_within_s)

    def keep(self, url: str, token: str, ctx: JobContext, /) -> None:
        wanted = token.strip()
        if len(wanted) > LONGEST_SECRET_CHARACTERS:
            raise TokenError(texts.TOKEN_TOO_LONG, most=f"{LONGEST_SECRET_CHARACTERS:,}")
        if not wanted.isascii() or not wanted.isprintable() or " " in wanted:
            raise TokenError(texts.TOKEN_NOT_PLAIN)  # it would break the header
        try:
            self._secret.keep(collector_account(url), wanted, ctx)
        except KeyringTroubleError as error:
            raise _error(error.trouble) from None

    def find(self, url: str, ctx: JobContext, /) -> str:
        try:
            found = self._secret.find(collector_account(url), ctx)
        except KeyringTroubleError as error:
            raise _error(error.trouble) from None
        if not found:
            raise TokenError(texts.TROUBLES[Trouble.TOKEN_MISSING])
        return found

    def forget(self, url: str, ctx: JobContext, /) -> None:
        try:
            self._secret.forget(collector_account(url), ctx)
        except KeyringTroubleError as error:
            raise _error(error.trouble) from None


def _error(trouble: KeyringTrouble) -> TokenError:
    if trouble is KeyringTrouble.ABSENT:
        return TokenError(texts.KEYRING_ABSENT, variable=PUBLISH_TOKEN)
    return TokenError(texts.KEYRING_SILENT)
