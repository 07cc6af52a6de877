"""The URL of a system is taken apart, or refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.readiness.endpoints.address import (
    Kind,
    hosts_of,
    leads_elsewhere,
    parse_address,
)


@pytest.mark.parametrize(
    ("url", "kind", "place", "is_datagram", "is_secure"),
    [
        ("https://crm.example.com/health", Kind.WEB, "crm.example.com:443", False, True),
        ("http://crm.example.com:8080", Kind.WEB, "crm.example.com:8080", False, False),
        ("wss://[2001:db8::1]/ws", Kind.WEBSOCKET, "[2001:db8::1]:443", False, True),
        ("ws://10.0.0.1", Kind.WEBSOCKET, "10.0.0.1:80", False, False),
        ("sip:pbx.example.com", Kind.SIP, "pbx.example.com:5060", True, False),
        ("sip:pbx:5070;transport=tcp", Kind.SIP, "pbx:5070", False, False),
        ("sip:pbx;transport=tls", Kind.SIP, "pbx:5061", False, True),
        ("sip:pbx:5062;transport=tls", Kind.SIP, "pbx:5062", False, True),
        ("sips:[::1]:5061", Kind.SIP, "[::1]:5061", False, True),
        ("stun:stun.example.com", Kind.STUN, "stun.example.com:3478", True, False),
        ("turn:relay:3479?transport=udp", Kind.TURN, "relay:3479", True, False),
        ("turn:relay?transport=tcp", Kind.TURN, "relay:3478", False, False),
        ("turns:relay", Kind.TURN, "relay:5349", False, True),
        ("tcp://db.example.com:5432", Kind.TCP_PORT, "db.example.com:5432", False, False),
        ("udp://[::1]:4500", Kind.UDP_PORT, "[::1]:4500", True, False),
    ],
)
def test_every_kind_of_address(
    url: str, kind: Kind, place: str, is_datagram: bool, is_secure: bool
) -> None:
    address = parse_address(url)
    assert address is not None
    found = (address.kind, address.place, address.is_datagram, address.is_secure)
    assert found == (kind, place, is_datagram, is_secure)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "crm.example.com",
        "ftp://crm.example.com",
        "https://",
        "https://crm.example.com:70000",
        "tcp://db.example.com",
        "sip:pbx:0",
        "sip:pbx:99999",
        "sip:pbx?transport=udp",
        "stun:stun.example.com;transport=udp",
        "turn:relay;transport=udp",
        "turns:relay?transport=udp",
        "https://[::1",
    ],
)
def test_what_cannot_be_tried_has_no_address(url: str) -> None:
    assert parse_address(url) is None


def test_the_host_header_names_the_port_only_where_it_is_not_the_own_one() -> None:
    for url, authority in (
        ("https://crm.example.com:443/", "crm.example.com"),
        ("https://crm.example.com:8443/", "crm.example.com:8443"),
        ("http://[::1]/", "[::1]"),
    ):
        address = parse_address(url)
        assert address is not None
        assert address.authority == authority


@given(st.text(max_size=60))
def test_a_path_can_never_break_out_of_the_request_line(path: str) -> None:
    address = parse_address("https://crm.example.com/" + path)
    if address is not None:
        assert all("!" <= character <= "~" for character in address.path)


@given(st.text(max_size=40), st.sampled_from(["", "sip:", "turn:", "https://", "tcp://", "udp:"]))
def test_noise_gives_an_address_or_none(text: str, start: str) -> None:
    address = parse_address(start + text)
    assert address is None or 0 < address.port <= 65535


@pytest.mark.parametrize(
    ("location", "elsewhere"),
    [
        ("/login", False),
        ("https://crm.example.com/login", False),
        ("https://CRM.example.com/login", False),
        ("//crm.example.com/x", False),
        ("//login.example.com/x", True),
        ("https://login.example.com/", True),
        ("http://crm.example.com/", True),
        ("file:///etc/passwd", True),
        ("https://[", True),
    ],
)
def test_where_a_redirect_leads(location: str, elsewhere: bool) -> None:
    address = parse_address("https://crm.example.com/")
    assert address is not None
    assert leads_elsewhere(address, location) is elsewhere


def test_hosts_are_named_once_whatever_is_spoken_there() -> None:
    urls = ("sip:PBX.example.com", "wss://pbx.example.com/ws", "udp://[2001:DB8::1]:9", "nonsense")
    assert hosts_of(urls) == {"pbx.example.com", "2001:db8::1"}
