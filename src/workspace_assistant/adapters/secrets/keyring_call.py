"""One question to the system's keyring, with a deadline: it may wait for a person to unlock it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from enum import StrEnum
from typing import Generic, TypeVar

log = logging.getLogger(__name__)

AnswerT = TypeVar("AnswerT")
_LOOK_EVERY_S = 0.05


class KeyringTrouble(StrEnum):
    """Why the keyring gave no answer."""

    ABSENT = "absent"  # none runs here, or none that keeps secrets safely
    LOCKED = "locked"  # and nobody unlocked it
    SILENT = "silent"  # no answer in time: most likely it asks somebody for its password
    FAILED = "failed"


class KeyringTroubleError(Exception):
    """`trouble` says why; nothing here ever holds a secret."""

    def __init__(self, trouble: KeyringTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


class KeyringCall(Generic[AnswerT]):
    """Runs on a thread of its own, which is left behind when it does not come back."""

    def __init__(self, ask: Callable[[], AnswerT]) -> None:
        self._ask = ask
        self._answers: list[AnswerT] = []
        self._trouble: KeyringTrouble | None = None
        self._has_ended = threading.Event()
        threading.Thread(target=self._run, name="keyring", daemon=True).start()

    @property
    def has_ended(self) -> bool:
        return self._has_ended.is_set()

    def answer(self, within_s: float, checkpoint: Callable[[], None]) -> AnswerT:
        """The answer. Raises `KeyringTroubleError`, or what *checkpoint* raises meanwhile."""
        deadline_s = time.monotonic() + within_s
        while not self._has_ended.wait(_LOOK_EVERY_S):
            checkpoint()
            if time.monotonic() > deadline_s:
                raise KeyringTroubleError(KeyringTrouble.SILENT)
        if self._trouble is not None:
            raise KeyringTroubleError(self._trouble)
        return self._answers[0]

    def _run(self) -> None:
        try:
            self._answers.append(self._ask())
        except KeyringTroubleError as error:
            self._trouble = error.trouble
        except Exception as error:  # noqa: BLE001 - keyrings are plug-ins: any error is an answer
            # Its message may repeat what was stored; its name cannot.
            log.info("the keyring failed: %s", type(error).__name__)
            self._trouble = _trouble_of(error)
        finally:
            self._has_ended.set()


def _trouble_of(error: Exception) -> KeyringTrouble:
    if isinstance(error, ImportError):
        return KeyringTrouble.ABSENT
    from keyring import errors

    if isinstance(error, errors.NoKeyringError):
        return KeyringTrouble.ABSENT
    if isinstance(error, errors.KeyringLocked | errors.InitError):  # "prompt dismissed" is an init
        return KeyringTrouble.LOCKED
    return KeyringTrouble.FAILED
