"""A connection that stays inside this computer is told from one that leaves it."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import psutil
import pytest

from workspace_assistant.adapters.network.own_address import own_addresses, stays_inside


class FakeSocket(socket.socket):
    """A socket that claims to connect two addresses."""

    def __init__(self, near: str, far: str) -> None:
        super().__init__()
        self.near = near
        self.far = far

    def getsockname(self) -> tuple[str, int]:
        return (self.near, 1)

    def getpeername(self) -> tuple[str, int]:
        if not self.far:
            raise OSError
        return (self.far, 80)


@pytest.fixture(autouse=True)
def interfaces(monkeypatch: pytest.MonkeyPatch) -> None:
    def entry(family: int, address: str) -> SimpleNamespace:
        return SimpleNamespace(family=family, address=address)

    addresses = [
        entry(psutil.AF_LINK, "02:00:00:00:00:01"),
        entry(socket.AF_INET, "10.0.0.5"),
        entry(socket.AF_INET, "10.0.0.6"),
        entry(socket.AF_INET6, "fe80::1%eth0"),
    ]
    monkeypatch.setattr(psutil, "net_if_addrs", lambda: {"eth0": addresses})


@pytest.mark.parametrize(
    ("near", "far", "expected"),
    [
        ("127.0.0.1", "127.0.0.1", True),
        ("127.0.0.1", "127.8.8.8", True),
        ("::1", "::1", True),
        ("::ffff:127.0.0.1", "::ffff:127.0.0.1", True),
        ("192.168.7.7", "192.168.7.7", True),
        ("10.0.0.5", "10.0.0.6", True),
        ("fe80::9%eth0", "fe80::1%eth0", True),
        ("10.0.0.5", "10.0.0.7", False),
        ("10.0.0.5", "192.0.2.1", False),
        ("2001:db8::5", "2001:db8::6", False),
        ("10.0.0.5", "", False),
    ],
)
def test_where_a_connection_leads(near: str, far: str, expected: bool) -> None:
    with FakeSocket(near, far) as sock:
        assert stays_inside(sock) is expected


def test_the_addresses_of_all_interfaces_are_known() -> None:
    assert own_addresses() == {ipaddress.ip_address(a) for a in ("10.0.0.5", "10.0.0.6", "fe80::1")}


@contextmanager
def loopback_connection() -> Iterator[socket.socket]:
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        socket.create_connection(listener.getsockname()) as sock,
    ):
        yield sock


def test_a_real_connection_to_loopback_stays_inside() -> None:
    with loopback_connection() as sock:
        assert stays_inside(sock)
