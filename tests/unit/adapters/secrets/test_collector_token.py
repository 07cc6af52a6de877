from __future__ import annotations

import os

import pytest
from keyring import errors

from tests.fakes.publishing import CTX, URL
from tests.fakes.secret_store import MemoryStore
from workspace_assistant.adapters.secrets.collector_token import CollectorTokenKeyring
from workspace_assistant.adapters.secrets.environment import PUBLISH_TOKEN, take_publish_token
from workspace_assistant.adapters.secrets.kept_secrets import SERVICE
from workspace_assistant.core.publishing.ports import TokenError

TOKEN = "canary-7f31"


def no_keyring() -> MemoryStore:
    raise errors.NoKeyringError


def locked() -> MemoryStore:
    raise errors.KeyringLocked(TOKEN)


def test_a_token_is_kept_found_and_forgotten() -> None:
    store = MemoryStore()
    tokens = CollectorTokenKeyring(open_store=lambda: store)
    tokens.keep(URL, f" {TOKEN}\n", CTX)
    assert store.kept == {(SERVICE, "collector:collector.example:4318"): TOKEN}
    assert tokens.find(f"{URL}/other", CTX) == TOKEN
    tokens.forget(URL, CTX)
    tokens.forget(URL, CTX)
    with pytest.raises(TokenError):
        tokens.find(URL, CTX)


@pytest.mark.parametrize("token", ["a b", "a\nb", "\u00e4", "a" * 1001])
def test_what_would_break_a_header_is_no_token(token: str) -> None:
    with pytest.raises(TokenError):
        CollectorTokenKeyring(open_store=MemoryStore).keep(URL, token, CTX)


def test_where_there_is_no_keyring_the_environment_holds_the_token() -> None:
    tokens = CollectorTokenKeyring(TOKEN, open_store=no_keyring)
    tokens.keep(URL, TOKEN, CTX)
    assert tokens.find(URL, CTX) == TOKEN
    tokens.forget(URL, CTX)
    with pytest.raises(TokenError, match=PUBLISH_TOKEN):
        tokens.keep(URL, "another", CTX)
    with pytest.raises(TokenError, match=PUBLISH_TOKEN):
        CollectorTokenKeyring(open_store=no_keyring).find(URL, CTX)


def test_a_locked_keyring_may_hold_another_token() -> None:
    tokens = CollectorTokenKeyring(TOKEN, open_store=locked)
    for act in (tokens.find, tokens.forget):
        with pytest.raises(TokenError) as caught:
            act(URL, CTX)
        assert TOKEN not in str(caught.value)


def test_the_token_leaves_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PUBLISH_TOKEN, TOKEN)
    assert take_publish_token() == TOKEN
    assert PUBLISH_TOKEN not in os.environ
    assert take_publish_token() == ""
