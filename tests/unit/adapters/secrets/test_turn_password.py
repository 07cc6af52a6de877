from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable

import pytest
from keyring import errors

from tests.fakes.secret_store import ForgetfulStore, LockedStore, MemoryStore
from workspace_assistant.adapters.secrets.environment import TURN_PASSWORD, take_password
from workspace_assistant.adapters.secrets.kept_secrets import SERVICE
from workspace_assistant.adapters.secrets.keyring_call import (
    KeyringCall,
    KeyringTrouble,
    KeyringTroubleError,
)
from workspace_assistant.adapters.secrets.turn_password import TurnPasswordKeyring, turn_account
from workspace_assistant.core.jobs import JobCancelledError

ACCOUNT = "turn:agent@turn.example"
SECRET = "correct horse"


def go_on() -> None:
    """A job that nobody cancels."""


def trouble_of(call: Callable[[], object]) -> KeyringTrouble:
    with pytest.raises(KeyringTroubleError) as caught:
        call()
    return caught.value.trouble


def test_the_account_is_the_user_at_a_relay() -> None:
    assert turn_account("agent", "turn.example") == ACCOUNT
    assert turn_account("agent", "2001:db8::1") == "turn:agent@[2001:db8::1]"


def test_a_password_is_kept_found_and_forgotten() -> None:
    store = MemoryStore()
    keyring = TurnPasswordKeyring(lambda: store)
    assert keyring.find(ACCOUNT, 1, go_on) == ""
    keyring.keep(ACCOUNT, SECRET, 1, go_on)
    assert store.kept == {(SERVICE, ACCOUNT): SECRET}
    assert keyring.find(ACCOUNT, 1, go_on) == SECRET
    assert keyring.forget(ACCOUNT, 1, go_on)
    assert keyring.find(ACCOUNT, 1, go_on) == ""
    assert not keyring.forget(ACCOUNT, 1, go_on)


def test_a_keyring_that_keeps_nothing_is_none() -> None:
    keyring = TurnPasswordKeyring(ForgetfulStore)
    assert trouble_of(lambda: keyring.keep(ACCOUNT, SECRET, 1, go_on)) is KeyringTrouble.ABSENT


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (errors.NoKeyringError(), KeyringTrouble.ABSENT),
        (ImportError(), KeyringTrouble.ABSENT),
        (errors.KeyringLocked(), KeyringTrouble.LOCKED),
        (errors.InitError("Prompt dismissed"), KeyringTrouble.LOCKED),
        (errors.PasswordSetError(SECRET), KeyringTrouble.FAILED),
        (ConnectionResetError(SECRET), KeyringTrouble.FAILED),
    ],
)
def test_every_failure_of_a_keyring_is_a_plain_outcome(
    error: Exception, trouble: KeyringTrouble, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> MemoryStore:
        raise error

    keyring = TurnPasswordKeyring(broken)
    caplog.set_level(logging.DEBUG)
    assert trouble_of(lambda: keyring.find(ACCOUNT, 1, go_on)) is trouble
    assert trouble_of(lambda: keyring.keep(ACCOUNT, SECRET, 1, go_on)) is trouble
    assert trouble_of(lambda: keyring.forget(ACCOUNT, 1, go_on)) is trouble
    assert type(error).__name__ in caplog.text
    assert SECRET not in caplog.text


def test_a_keyring_that_waits_for_its_owner_is_waited_for_a_bounded_time() -> None:
    store = LockedStore()
    keyring = TurnPasswordKeyring(lambda: store)
    began_s = time.monotonic()
    assert trouble_of(lambda: keyring.find(ACCOUNT, 0.1, go_on)) is KeyringTrouble.SILENT
    assert time.monotonic() - began_s < 3
    store.unlock()


def test_two_checks_that_ask_at_a_time_ask_the_user_once() -> None:
    store = LockedStore({(SERVICE, ACCOUNT): SECRET})
    keyring = TurnPasswordKeyring(lambda: store)
    found: list[str] = []
    askers = [
        threading.Thread(target=lambda: found.append(keyring.find(ACCOUNT, 5, go_on)))
        for _ in range(2)
    ]
    for asker in askers:
        asker.start()
    assert trouble_of(lambda: keyring.find(ACCOUNT, 0.1, go_on)) is KeyringTrouble.SILENT
    store.unlock()
    for asker in askers:
        asker.join(5)
    assert (found, store.asked) == ([SECRET, SECRET], 1)
    assert not keyring._asked  # what was found is not kept here


def test_a_cancel_ends_the_wait() -> None:
    def cancelled() -> None:
        raise JobCancelledError

    store = LockedStore()
    with pytest.raises(JobCancelledError):
        KeyringCall(lambda: store.get_password(SERVICE, ACCOUNT)).answer(5, cancelled)
    store.unlock()


def test_the_environment_holds_a_password_until_it_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(TURN_PASSWORD, SECRET)
    assert take_password() == SECRET
    assert TURN_PASSWORD not in os.environ
    assert take_password() == ""
