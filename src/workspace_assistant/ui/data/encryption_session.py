"""What the window does about the encryption of the person's own data."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from workspace_assistant.core.data_keeping.encryption import Encryption
from workspace_assistant.core.data_keeping.encryption_texts import NOT_CONFIRMED
from workspace_assistant.core.data_keeping.recovery_key import GROUPS, is_group, read_recovery_key
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.data import encryption_texts as texts
from workspace_assistant.ui.data import texts as data_texts
from workspace_assistant.ui.data.encryption_services import EncryptionServices
from workspace_assistant.ui.data.encryption_situation import EncryptionAct, EncryptionSituation
from workspace_assistant.ui.data.encryption_state import CANCELLABLE
from workspace_assistant.ui.data.jobs import Done, act
from workspace_assistant.ui.data.situation import Remark
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

ResultT = TypeVar("ResultT")


class EncryptionSession(QObject):
    """Signals carry no state: whoever listens reads `situation`.

    `switched` comes when the data lies there otherwise than before, or can be read again. A
    recovery key is kept here
    while it is shown, and no longer.
    """

    changed = Signal()
    switched = Signal()

    def __init__(
        self, services: EncryptionServices, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._wording = wording
        self._is_looking = False
        self._running: JobContext | None = None
        self.situation = EncryptionSituation()

    @property
    def is_settled(self) -> bool:
        """Nothing is on its way."""
        return not self._is_looking and self.situation.act is None

    @Slot()
    def look(self) -> None:
        if self._is_looking:
            return
        self._is_looking = True
        self._runner.start(
            partial(act, lambda _: self._services.look(), self._wording),
            owner=self,
            done=self._on_looked,
            failed=self._on_look_failed,
        )

    @Slot()
    def cancel(self) -> None:
        """What runs is given up, and nothing is changed."""
        if self._running is not None and self.situation.act in CANCELLABLE:
            self._running.cancel()

    @Slot()
    def begin(self) -> None:
        """Show the key that the data is going to be encrypted with."""
        group = secrets.randbelow(GROUPS)
        self._do(
            EncryptionAct.ASK_KEYRING,
            lambda _: self._services.key_to_be(),
            lambda key: self._set(key=key, asked_group=group),
        )

    def confirm(self, typed: str) -> None:
        """Encrypt, where *typed* is the group that was asked for."""
        key, group = self.situation.key, self.situation.asked_group
        if not key or group is None:
            return
        if not is_group(read_recovery_key(key), group, typed):
            self.tell(self._wording.say(NOT_CONFIRMED, number=str(group + 1)), is_bad=True)
            return
        self._do(
            EncryptionAct.ENCRYPT,
            lambda ctx: self._services.encrypt(key, ctx),
            partial(self._on_switched, texts.IS_ENCRYPTED),
        )

    @Slot()
    def show_key(self) -> None:
        self._do(
            EncryptionAct.ASK_KEYRING,
            lambda _: self._services.key(),
            lambda key: self._set(key=key, asked_group=None),
        )

    @Slot()
    def hide_key(self) -> None:
        self._set(key="", asked_group=None, remark=None)

    def save_key(self, path: Path) -> None:
        key = self.situation.key
        self._do(
            EncryptionAct.SAVE_KEY,
            lambda _: self._services.write_key(path, key),
            lambda _: self.tell(self._wording.say(texts.SAVED, path=str(path))),
        )

    @Slot()
    def ask_decrypt(self) -> None:
        self._set(asks_decrypt=True, remark=None)

    @Slot()
    def stay_encrypted(self) -> None:
        self._set(asks_decrypt=False)

    @Slot()
    def decrypt(self) -> None:
        self._do(
            EncryptionAct.DECRYPT,
            self._services.decrypt,
            partial(self._on_switched, texts.IS_DECRYPTED),
        )

    @Slot()
    def open_unlock(self) -> None:
        self._set(is_unlock_open=True, remark=None)

    @Slot()
    def close_unlock(self) -> None:
        self._set(is_unlock_open=False, remark=None)

    def unlock(self, recovery_key: str) -> None:
        """The key of a backup goes into the keyring."""
        self._do(
            EncryptionAct.ASK_KEYRING,
            lambda ctx: self._services.unlock(recovery_key, ctx),
            self._on_unlocked,
        )

    def tell(self, sentence: str, *, is_bad: bool = False) -> None:
        self._set(remark=Remark(sentence=sentence, is_bad=is_bad))

    def _do(
        self,
        what: EncryptionAct,
        call: Callable[[JobContext], ResultT],
        after: Callable[[ResultT], None],
    ) -> None:
        if self.situation.act is not None:
            return
        self._set(act=what, remark=None)
        self._running = self._runner.start(
            partial(act, call, self._wording),
            owner=self,
            done=partial(self._on_done, after),
            failed=self._on_failed,
            cancelled=self._on_cancelled,
        )

    def _on_done(self, after: Callable[[ResultT], None], done: Done[ResultT]) -> None:
        self._end()
        if done.trouble:
            self.tell(done.trouble, is_bad=True)
        else:
            after(done.result)  # type: ignore[arg-type]  # without a trouble there is a result

    def _on_failed(self, error: Exception) -> None:
        log.error("an act on the encryption broke", exc_info=error)
        self._end()
        self.tell(self._wording.say(data_texts.FAULT), is_bad=True)

    def _on_cancelled(self) -> None:
        self._end()
        self.tell(self._wording.say(data_texts.CANCELLED))

    def _end(self) -> None:
        self._running = None
        self._set(act=None)

    def _on_switched(self, sentence: str, found: Encryption) -> None:
        self._set(found=found, key="", asked_group=None, asks_decrypt=False)
        self.tell(self._wording.say(sentence))
        self.switched.emit()

    def _on_unlocked(self, opens: bool) -> None:  # noqa: FBT001 - a job's result
        self._set(is_unlock_open=False)
        self.tell(self._wording.say(texts.UNLOCKED if opens else texts.UNLOCKED_OTHER))
        if opens:
            self.switched.emit()

    def _on_looked(self, found: Done[Encryption]) -> None:
        self._is_looking = False
        if found.result is not None:
            self._set(found=found.result)
        elif found.trouble:
            self.tell(found.trouble, is_bad=True)

    def _on_look_failed(self, error: Exception) -> None:
        log.error("the encryption could not be looked at", exc_info=error)
        self._is_looking = False

    def _set(self, **changes: object) -> None:
        changed = replace(self.situation, **changes)  # type: ignore[arg-type]  # fields by name
        if changed != self.situation:
            self.situation = changed
            self.changed.emit()
