from __future__ import annotations

import logging
import os
import time
import traceback
from collections.abc import Callable

import pytest
from keyring import errors

from tests.fakes.secret_store import ForgetfulStore, LockedStore, MemoryStore
from workspace_assistant.adapters.secrets.calendar_address import CalendarAddressKeyring
from workspace_assistant.adapters.secrets.environment import (
    CALENDAR_ADDRESS,
    take_calendar_address,
)
from workspace_assistant.adapters.secrets.kept_secrets import SERVICE
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.shifts.ports import CalendarError

ADDRESS = "https://cal.example/canary-91c2/basic.ics"
CTX = JobContext(lambda _: None)


def no_keyring() -> MemoryStore:
    raise errors.NoKeyringError


def error_of(call: Callable[[], object]) -> CalendarError:
    with pytest.raises(CalendarError) as caught:
        call()
    return caught.value


def test_an_address_is_kept_found_and_forgotten() -> None:
    store = MemoryStore()
    addresses = CalendarAddressKeyring(open_store=lambda: store)
    addresses.keep("work", f"  {ADDRESS}\n", CTX)
    assert store.kept == {(SERVICE, "calendar:work"): ADDRESS}
    assert addresses.find("work", CTX) == ADDRESS
    addresses.forget("work", CTX)
    addresses.forget("work", CTX)  # what is not there is forgotten
    assert error_of(lambda: addresses.find("work", CTX)).code == "address-missing"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.NoKeyringError(), "keyring-absent"),
        (ImportError(), "keyring-absent"),
        (errors.KeyringLocked(ADDRESS), "keyring-locked"),
        (errors.InitError("Prompt dismissed"), "keyring-locked"),
        (errors.PasswordSetError(ADDRESS), "keyring-failed"),
        (ConnectionResetError(ADDRESS), "keyring-failed"),
    ],
)
def test_every_failure_of_a_keyring_is_a_sentence_without_the_address(
    error: Exception, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> MemoryStore:
        raise error

    caplog.set_level(logging.DEBUG)
    addresses = CalendarAddressKeyring(open_store=broken)
    for call in (
        lambda: addresses.keep("work", ADDRESS, CTX),
        lambda: addresses.find("work", CTX),
    ):
        failed = error_of(call)
        assert failed.code == code
        assert "canary" not in "".join(traceback.format_exception(failed)) + caplog.text


def test_a_keyring_that_cannot_forget_says_so_unless_there_is_none() -> None:
    def locked() -> MemoryStore:
        raise errors.KeyringLocked

    assert error_of(lambda: CalendarAddressKeyring(open_store=locked).forget("work", CTX)).code == (
        "keyring-locked"
    )
    CalendarAddressKeyring(open_store=no_keyring).forget("work", CTX)


def test_a_keyring_that_forgets_is_none() -> None:
    addresses = CalendarAddressKeyring(open_store=ForgetfulStore)
    error = error_of(lambda: addresses.keep("work", ADDRESS, CTX))
    assert (error.code, error.parts) == ("keyring-absent", {"variable": CALENDAR_ADDRESS})


def test_a_keyring_that_waits_for_its_owner_is_waited_for_a_bounded_time() -> None:
    store = LockedStore()
    addresses = CalendarAddressKeyring(
        open_store=lambda: store, find_within_s=0.1, keep_within_s=0.1
    )
    began_s = time.monotonic()
    assert error_of(lambda: addresses.find("work", CTX)).code == "keyring-silent"
    assert error_of(lambda: addresses.keep("work", ADDRESS, CTX)).code == "keyring-silent"
    assert time.monotonic() - began_s < 2
    store.unlock()


def test_a_cancel_ends_the_wait() -> None:
    store = LockedStore()
    addresses = CalendarAddressKeyring(open_store=lambda: store)
    ctx = JobContext(lambda _: None)
    ctx.cancel()
    with pytest.raises(JobCancelledError):
        addresses.find("work", ctx)
    store.unlock()


def test_an_address_too_long_for_some_keyrings_is_refused_by_all() -> None:
    store = MemoryStore()
    addresses = CalendarAddressKeyring(open_store=lambda: store)
    error = error_of(lambda: addresses.keep("work", "https://" + "x" * 1000, CTX))
    assert (error.code, error.parts, store.kept) == ("address-too-long", {"most": "1,000"}, {})


def test_the_environment_stands_in_where_there_is_no_keyring() -> None:
    addresses = CalendarAddressKeyring(f" {ADDRESS}", open_store=no_keyring)
    addresses.keep("work", ADDRESS, CTX)
    assert addresses.find("work", CTX) == ADDRESS
    other = "https://cal.example/other"  # would not be found again
    assert error_of(lambda: addresses.keep("work", other, CTX)).code == "keyring-absent"


def test_the_environment_is_not_used_for_what_a_locked_keyring_may_hold() -> None:
    store = LockedStore()
    addresses = CalendarAddressKeyring(ADDRESS, open_store=lambda: store, find_within_s=0.1)
    assert error_of(lambda: addresses.find("work", CTX)).code == "keyring-silent"
    store.unlock()


def test_the_environment_holds_an_address_until_it_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(CALENDAR_ADDRESS, ADDRESS)
    assert take_calendar_address() == ADDRESS
    assert CALENDAR_ADDRESS not in os.environ
    assert take_calendar_address() == ""
