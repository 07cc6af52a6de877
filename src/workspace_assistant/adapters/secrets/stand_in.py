"""A secret of the keyring. Where there is no keyring at all, the environment's stands in."""

from __future__ import annotations

from collections.abc import Callable

from workspace_assistant.adapters.secrets.kept_secrets import KeptSecrets, SecretStore
from workspace_assistant.adapters.secrets.keyring_call import KeyringTrouble, KeyringTroubleError
from workspace_assistant.core.jobs import JobContext

# What looks for a secret goes on later without it; who gives one is there to unlock the keyring.
LOOKING_WAITS_S = 5.0
PERSON_WAITS_S = 60.0


class SecretWithStandIn:
    """Of one kind; each has its account. All raise `KeyringTroubleError`.

    A keyring that is locked may hold another secret: for that one nothing stands in.
    """

    def __init__(
        self,
        from_environment: str = "",
        open_store: Callable[[], SecretStore] | None = None,
        find_within_s: float = LOOKING_WAITS_S,
        keep_within_s: float = PERSON_WAITS_S,
    ) -> None:
        self._secrets = KeptSecrets(open_store)
        self._from_environment = from_environment.strip()
        self._find_within_s = find_within_s
        self._keep_within_s = keep_within_s

    def keep(self, account: str, secret: str, ctx: JobContext) -> None:
        try:
            self._secrets.keep(account, secret, self._keep_within_s, ctx.checkpoint)
        except KeyringTroubleError as error:
            if not self._stands_in(error) or secret != self._from_environment:
                raise

    def find(self, account: str, ctx: JobContext) -> str:
        """Empty where none is kept."""
        try:
            return self._secrets.find(account, self._find_within_s, ctx.checkpoint)
        except KeyringTroubleError as error:
            if self._stands_in(error):
                return self._from_environment
            raise

    def forget(self, account: str, ctx: JobContext) -> None:
        try:
            self._secrets.forget(account, self._keep_within_s, ctx.checkpoint)
        except KeyringTroubleError as error:
            if error.trouble is not KeyringTrouble.ABSENT:  # where none is, nothing was kept
                raise

    def _stands_in(self, error: KeyringTroubleError) -> bool:
        return error.trouble is KeyringTrouble.ABSENT and bool(self._from_environment)
