"""Which IP versions work: an address, a way, and an answer from a host that the profile names."""

from __future__ import annotations

import ipaddress
import secrets
import socket
from collections.abc import Callable, Sequence
from functools import partial

from workspace_assistant.adapters.network.connection.inquiry import Inquiry
from workspace_assistant.adapters.network.connection.interfaces import (
    ANYWHERE_IPV4,
    ANYWHERE_IPV6,
    local_address_towards,
)
from workspace_assistant.adapters.network.connection.web import Addresses, connect
from workspace_assistant.adapters.network.endpoint import parse_url
from workspace_assistant.core.readiness.connection.model import Family, NamedHosts

_ANSWER_S = 1.5
_MOST_HOSTS = 2
_STUN_REQUEST = b"\x00\x01\x00\x00\x21\x12\xa4\x42"  # a Binding request (RFC 8489, section 5)


def family_state(*, is_ipv6: bool, reaches: bool | None = None) -> Family:
    """What the system says of one IP version; *reaches* is passed on. Sends nothing."""
    has_route = _has_route(ANYWHERE_IPV6 if is_ipv6 else ANYWHERE_IPV4)
    return Family(
        has_address=has_route or _has_address(is_ipv6=is_ipv6),
        has_route=has_route,
        reaches=reaches if has_route else None,
    )


def questions(
    hosts: NamedHosts, addresses: Addresses, inquiry: Inquiry, *, is_ipv6: bool
) -> tuple[Callable[[], bool], ...]:
    """Calls that tell whether one named host each answers by this IP version."""
    by_tcp = [
        partial(_answers_tcp, address, url.port, inquiry)
        for url in map(parse_url, hosts.web[:_MOST_HOSTS])
        for address in _of_family(addresses(url.host), is_ipv6=is_ipv6)
    ]
    by_udp = [
        partial(answers_stun, address, port, inquiry)
        for host, port in hosts.udp[:_MOST_HOSTS]
        for address in _of_family(addresses(host), is_ipv6=is_ipv6)
    ]
    return (*by_tcp, *by_udp)


def _of_family(addresses: Sequence[str], *, is_ipv6: bool) -> list[str]:
    return [address for address in addresses if (":" in address) == is_ipv6][:1]


def _answers_tcp(address: str, port: int, inquiry: Inquiry) -> bool:
    try:
        connect(address, port, _ANSWER_S, inquiry).close()
    except ConnectionRefusedError:
        return True  # refused by the host: the way works
    except OSError:
        return False
    return True


def answers_stun(address: str, port: int, inquiry: Inquiry) -> bool:
    """Whether a STUN server there answers, within `_ANSWER_S`. Raises `HaltedError`."""
    identity = secrets.token_bytes(12)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET

    def fits(answer: bytes) -> bool:
        return len(answer) >= 20 and answer[0] & 0xC0 == 0 and answer[8:20] == identity

    for _ in range(2):  # one lost packet says nothing
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as sock:
                sock.connect((address, port))
                inquiry.exchange(sock, _STUN_REQUEST + identity, _ANSWER_S / 2, fits)
        except OSError:
            continue
        return True
    return False


def _has_route(anywhere: str) -> bool:
    try:
        local_address_towards(anywhere)
    except OSError:
        return False
    return True


def _has_address(*, is_ipv6: bool) -> bool:
    """Whether any interface has an address that is good beyond its own link."""
    import psutil

    family = socket.AF_INET6 if is_ipv6 else socket.AF_INET
    texts = (
        one.address.partition("%")[0]
        for addresses in psutil.net_if_addrs().values()
        for one in addresses
        if one.family == family
    )
    found = (ipaddress.ip_address(text) for text in texts)
    return any(not (address.is_loopback or address.is_link_local) for address in found)
