"""Erases everything that the program keeps of a person."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from workspace_assistant.adapters.files.profile_file import active_profile_path, read_profile
from workspace_assistant.adapters.files.wiping import wipe
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.kind_tables import contents
from workspace_assistant.adapters.sqlite.live_file import encrypted_path, store_file
from workspace_assistant.adapters.sqlite.store_file import StoreFile
from workspace_assistant.adapters.sqlite.taking_alone import collectors, subscriptions, taken_alone
from workspace_assistant.bootstrap.data_backup import listed_backups, places_elsewhere
from workspace_assistant.bootstrap.data_file import DATABASE_NAME, ERASING_FOLDER
from workspace_assistant.bootstrap.data_places import has_database, own_files, taken_turn
from workspace_assistant.core.data_keeping import texts
from workspace_assistant.core.data_keeping.erasing import Erasing
from workspace_assistant.core.errors import RefusedError, StoreUnavailableError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.profile.faults import ProfileError
from workspace_assistant.core.readiness.profile.relay_login import relay_hosts

log = logging.getLogger(__name__)

_KEYRING_WAITS_S = 60.0


@dataclass(frozen=True, slots=True)
class DataEraser:
    data_dir: Path

    def look(self) -> Erasing:
        """What would go; nothing is changed."""
        files = own_files(self.data_dir)
        return Erasing(
            data_dir=str(self.data_dir),
            files=tuple(f"{one.name}/" if one.is_dir() else one.name for one in files),
            rows=self._rows(),
            backups=tuple(Path(one.path).name for one in listed_backups(self.data_dir)),
            elsewhere=tuple(str(one) for one in places_elsewhere(self.data_dir)),
            secrets=self._secrets(),
            starts_by_itself=self._starts_by_itself(),
        )

    def erase(self, found: Erasing, ctx: JobContext, *, keep_secrets: bool = False) -> None:
        """Secrets first: whose names are in the data. What a kill leaves the next start takes away.

        Raises `RefusedError` while another program has the data open, `RefusedError` where the
        keyring does not let its entries go; then nothing is erased.
        """
        finish_erasing(self.data_dir)
        with taken_turn(self.data_dir), ExitStack() as stack:
            for file in _files_of_database(self.data_dir / DATABASE_NAME):
                stack.enter_context(taken_alone(file))
            self._take_away(found, ctx, keep_secrets=keep_secrets)

    def _take_away(self, found: Erasing, ctx: JobContext, *, keep_secrets: bool) -> None:
        if not keep_secrets:
            _forget(found.secrets, ctx)
        _close_log()
        room = self.data_dir / ERASING_FOLDER
        room.mkdir(mode=0o700, exist_ok=True)
        # From here on the program has no data: a rename cannot be cut in half.
        for path in own_files(self.data_dir):
            path.rename(room / path.name)
        wipe(room)
        (self.data_dir / "backup.lock").unlink(missing_ok=True)
        if not any(self.data_dir.iterdir()):
            self.data_dir.rmdir()

    def _rows(self) -> int | None:
        if not has_database(self.data_dir):
            return 0
        try:
            with self._opened() as database, database.reading() as connection:
                kinds = contents(connection).kinds
        except StoreUnavailableError:
            return None
        return sum(one.rows for one in kinds)

    def _opened(self) -> closing[Database]:
        return closing(Database(self.data_dir / DATABASE_NAME))

    def _secrets(self) -> tuple[str, ...]:
        return (*self._named_in_database(), *self._relays(), *self._keys())

    def _keys(self) -> tuple[str, ...]:
        """Also of data that is not encrypted any more: backups may be."""
        from workspace_assistant.adapters.secrets.database_key import key_account
        from workspace_assistant.bootstrap.database_key import known_key_ids

        return tuple(map(key_account, known_key_ids(self.data_dir)))

    def _named_in_database(self) -> tuple[str, ...]:
        from workspace_assistant.adapters.secrets.calendar_address import calendar_account
        from workspace_assistant.adapters.secrets.collector_token import collector_account

        if not has_database(self.data_dir):
            return ()
        try:
            with self._opened() as database:
                calendars = tuple(calendar_account(one) for one in subscriptions(database))
                return calendars + tuple(collector_account(one) for one in collectors(database))
        except StoreUnavailableError:
            return ()

    def _relays(self) -> tuple[str, ...]:
        from workspace_assistant.adapters.secrets.turn_password import turn_account

        try:
            needs = read_profile(active_profile_path(self.data_dir)).voice_path
        except ProfileError:
            return ()
        return tuple(turn_account(needs.turn_username, one) for one in relay_hosts(needs))

    def _starts_by_itself(self) -> bool:
        from workspace_assistant.bootstrap.schedule import schedule_service

        try:
            service = schedule_service(self.data_dir)
            return bool(service.state().places) or service.autostart_state().is_on
        except (OSError, RefusedError):
            return False


def _files_of_database(path: Path) -> Iterator[StoreFile]:
    """One, or both while a switch of the encryption is not done with the old one."""
    if path.exists():
        yield StoreFile(path)
    sealed = encrypted_path(path)
    if sealed.exists():
        try:
            yield store_file(path, sealed)
        except StoreUnavailableError:  # without its key nobody else has it open either
            yield StoreFile(sealed)


def finish_erasing(data_dir: Path) -> None:
    """What an erasing that was cut short had taken out of the program's sight already."""
    room = data_dir / ERASING_FOLDER
    if not room.exists():
        return
    try:
        wipe(room)
    except OSError as error:
        log.warning("what was erased is not overwritten yet: %s", error)


def _forget(accounts: tuple[str, ...], ctx: JobContext) -> None:
    if not accounts:
        return
    from workspace_assistant.adapters.secrets.kept_secrets import KeptSecrets
    from workspace_assistant.adapters.secrets.keyring_call import (
        KeyringTrouble,
        KeyringTroubleError,
    )

    secrets = KeptSecrets()
    for account in accounts:
        try:
            secrets.forget(account, _KEYRING_WAITS_S, ctx.checkpoint)
        except KeyringTroubleError as error:
            if error.trouble is KeyringTrouble.ABSENT:  # nothing was kept either
                return
            raise RefusedError(
                texts.ENTRY_STAYS, account=account, reason=str(error.trouble)
            ) from None


def _close_log() -> None:
    """The program's own log goes as well: nothing more is written to it."""
    logger = logging.getLogger("workspace_assistant")
    for handler in tuple(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.addHandler(logging.NullHandler())
