"""Which relays of a profile may hear a password."""

from __future__ import annotations

import pytest

from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.readiness.profile.model import (
    VoicePathRequirement,
    WorkplaceProfile,
)
from workspace_assistant.core.readiness.profile.relay_login import (
    RelayLogin,
    login_hosts,
    of_one_owner,
    relay_hosts,
)

URIS = (
    "turn:Voice.Acme.Example:3478?transport=udp",
    "turns:voice.acme.example",
    "turn:[2001:DB8::1]",
)


def test_each_host_counts_once_however_it_is_spelled() -> None:
    needs = VoicePathRequirement(turn=URIS, turn_username="agent")
    assert relay_hosts(needs) == ("voice.acme.example", "2001:db8::1")
    assert login_hosts(WorkplaceProfile(name="x", voice_path=needs)) == relay_hosts(needs)


def test_a_password_without_a_user_is_for_nobody() -> None:
    assert relay_hosts(VoicePathRequirement(turn=URIS)) == ()
    with pytest.raises(UserInputError, match="Acme: this profile names no TURN server"):
        login_hosts(WorkplaceProfile(name="Acme", voice_path=VoicePathRequirement(turn=URIS)))


@pytest.mark.parametrize(
    ("first", "other", "is_told"),
    [
        ("voice.acme.example", "relay.acme.example", True),
        ("a.voice.acme.co.uk", "b.voice.acme.co.uk", True),
        ("voice.acme.co.uk", "relay.acme.co.uk", True),
        ("acme.co.uk", "evil.co.uk", False),  # everybody's domain
        ("acme.com", "evil.com", False),
        ("voice.acme.example", "voice.evil.example", False),
        ("voice.acme.example", "voice.acme.example.evil.test", False),
        ("192.0.2.1", "192.0.2.2", False),
        ("10.0.2.1", "11.0.2.1", False),
        ("2001:db8::1", "2001:db8::2", False),
        ("localhost", "relay", False),
    ],
)
def test_only_relays_beside_the_first_are_its_owners(
    first: str, other: str, *, is_told: bool
) -> None:
    assert of_one_owner((first, other)) == (first, other)[: 1 + is_told]
    assert of_one_owner((first,)) == (first,)


def test_a_login_does_not_show_its_password() -> None:
    assert "secret" not in repr(RelayLogin(username="a", password="secret", hosts=("x",)))
