from __future__ import annotations

import pytest

from workspace_assistant.adapters.network.voice_path.turn_servers import relays


@pytest.mark.parametrize(
    ("uri", "found"),
    [
        (
            "turn:relay.test",
            ["turn:relay.test?transport=udp 3478", "turn:relay.test?transport=tcp 3478"],
        ),
        ("turn:relay.test:3479?transport=udp", ["turn:relay.test:3479?transport=udp 3479"]),
        ("turn:[2001:db8::1]?transport=tcp", ["turn:[2001:db8::1]?transport=tcp 3478"]),
        ("turns:relay.test", ["turns:relay.test 5349"]),
        ("turns:relay.test:443?transport=tcp", ["turns:relay.test:443?transport=tcp 443"]),
        ("turns:relay.test?transport=udp", []),  # TURN over DTLS
        ("stun:relay.test", []),
    ],
)
def test_a_relay_is_tried_by_what_its_uri_allows(uri: str, found: list[str]) -> None:
    assert [f"{relay.uri} {relay.server.port}" for relay in relays((uri,))] == found


def test_udp_is_tried_first_and_tls_last_and_nothing_twice() -> None:
    named = ("turns:a.test", "turn:b.test?transport=tcp", "turn:b.test", "turn:B.test")
    assert [relay.uri for relay in relays(named)] == [
        "turn:b.test?transport=udp",
        "turn:b.test?transport=tcp",
        "turns:a.test",
    ]


def test_the_host_is_without_brackets() -> None:
    assert {relay.server.host for relay in relays(("turn:[2001:db8::1]",))} == {"2001:db8::1"}
