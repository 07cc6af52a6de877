from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator

import pytest

from tests.fakes.secret_store import LockedStore, MemoryStore
from workspace_assistant.adapters.secrets.environment import TURN_PASSWORD
from workspace_assistant.adapters.secrets.kept_secrets import SERVICE
from workspace_assistant.adapters.secrets.turn_password import (
    LONGEST_PASSWORD_CHARACTERS,
    TurnPasswordKeyring,
)
from workspace_assistant.bootstrap import start
from workspace_assistant.bootstrap import turn_login as login
from workspace_assistant.bootstrap.turn_password import password_of_environment
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import (
    VoicePathRequirement,
    WorkplaceProfile,
)
from workspace_assistant.core.readiness.profile.relay_login import RelayLogin

NEEDS = VoicePathRequirement(turn=("turn:relay.test",), turn_username="agent")
PROFILE = WorkplaceProfile(name="Relay", voice_path=NEEDS)
ACCOUNT = (SERVICE, "turn:agent@relay.test")
SECRET = "correct horse"
CTX = JobContext(lambda _progress: None)


def request(profile: WorkplaceProfile = PROFILE, given: str = "") -> CheckRequest:
    return CheckRequest(profile=profile, turn_password=given)


@pytest.fixture(autouse=True)
def _fresh_start() -> Iterator[None]:
    password_of_environment.cache_clear()
    yield
    password_of_environment.cache_clear()


def password_of(found: RelayLogin | None) -> str:
    return found.password if found else ""


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> MemoryStore:
    monkeypatch.delenv(TURN_PASSWORD, raising=False)
    return use(monkeypatch, MemoryStore())


def use(monkeypatch: pytest.MonkeyPatch, store: MemoryStore) -> MemoryStore:
    keyring = TurnPasswordKeyring(lambda: store)
    monkeypatch.setattr(login, "_keyring", lambda: keyring)
    return store


def test_who_is_asked_first(monkeypatch: pytest.MonkeyPatch, store: MemoryStore) -> None:
    assert login.turn_login(request(), CTX) is None
    store.kept[ACCOUNT] = "of the keyring"
    assert login.turn_login(request(), CTX) == RelayLogin(
        username="agent", password="of the keyring", hosts=("relay.test",)
    )
    monkeypatch.setenv(TURN_PASSWORD, "of the environment")
    password_of_environment.cache_clear()
    assert password_of(login.turn_login(request(), CTX)) == "of the environment"
    assert password_of(login.turn_login(request(given="of this run"), CTX)) == "of this run"


def test_no_program_started_later_inherits_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TURN_PASSWORD, SECRET)
    assert start.run(["--version"]) == 0
    assert TURN_PASSWORD not in os.environ
    assert password_of(login.turn_login(request(), CTX)) == SECRET


TWO_OWNERS = WorkplaceProfile(
    name="Relays",
    voice_path=VoicePathRequirement(
        turn=("turn:a.relay.test", "turn:collector.test", "turns:b.relay.test"),
        turn_username="agent",
    ),
)


def test_a_relay_of_somebody_else_never_hears_the_password(store: MemoryStore) -> None:
    given = login.turn_login(request(TWO_OWNERS, given=SECRET), CTX)
    assert given is not None
    assert given.hosts == ("a.relay.test", "b.relay.test")
    store.kept[(SERVICE, "turn:agent@b.relay.test")] = SECRET
    store.kept[(SERVICE, "turn:agent@collector.test")] = "another"
    kept = login.turn_login(request(TWO_OWNERS), CTX)
    assert kept is not None
    assert password_of(kept) == "another"
    assert kept.hosts == ("collector.test",)


def test_nobody_is_asked_where_no_relay_is_named(store: MemoryStore) -> None:
    assert login.turn_login(request(WorkplaceProfile(name="x"), given=SECRET), CTX) is None
    assert store.asked == 0


def test_a_check_goes_on_without_a_keyring_that_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TURN_PASSWORD, raising=False)
    monkeypatch.setattr(login, "_CHECK_WAITS_S", 0.1)
    locked = LockedStore({ACCOUNT: SECRET})
    use(monkeypatch, locked)
    began_s = time.monotonic()
    assert login.turn_login(request(), CTX) is None
    assert time.monotonic() - began_s < 3
    locked.unlock()


def test_a_password_is_kept_and_forgotten(store: MemoryStore) -> None:
    login.keep_turn_password(PROFILE, SECRET, CTX)
    assert store.kept == {ACCOUNT: SECRET}
    assert login.forget_turn_password(PROFILE, CTX)
    assert not login.forget_turn_password(PROFILE, CTX)


def test_a_password_is_kept_for_every_relay_by_its_host(store: MemoryStore) -> None:
    login.keep_turn_password(TWO_OWNERS, SECRET, CTX)
    assert {account for _, account in store.kept} == {
        "turn:agent@a.relay.test",
        "turn:agent@b.relay.test",
        "turn:agent@collector.test",
    }
    assert login.forget_turn_password(TWO_OWNERS, CTX)
    assert store.kept == {}


@pytest.mark.parametrize("password", ["", "x" * (LONGEST_PASSWORD_CHARACTERS + 1)])
def test_no_keyring_is_given_what_not_all_of_them_take(store: MemoryStore, password: str) -> None:
    with pytest.raises(UserInputError, match="1 to 1000 characters"):
        login.keep_turn_password(PROFILE, password, CTX)
    assert store.kept == {}


def test_a_profile_without_a_relay_has_no_password(store: MemoryStore) -> None:
    for call in (
        lambda: login.keep_turn_password(WorkplaceProfile(name="Plain"), SECRET, CTX),
        lambda: login.forget_turn_password(WorkplaceProfile(name="Plain"), CTX),
    ):
        with pytest.raises(UserInputError, match="Plain: this profile names no TURN server"):
            call()
    assert store.asked == 0


def test_a_keyring_that_fails_names_the_variable_and_no_secret(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> MemoryStore:
        raise OSError(SECRET)

    keyring = TurnPasswordKeyring(broken)
    monkeypatch.setattr(login, "_keyring", lambda: keyring)
    caplog.set_level(logging.DEBUG)
    with pytest.raises(
        UserInputError, match=f"the system's keyring failed; .*{TURN_PASSWORD}"
    ) as caught:
        login.keep_turn_password(PROFILE, SECRET, CTX)
    assert SECRET not in str(caught.value) + caplog.text


def test_a_request_does_not_show_its_password() -> None:
    assert SECRET not in repr(request(given=SECRET))
