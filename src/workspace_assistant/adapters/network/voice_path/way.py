"""Which way packets to an address leave this computer: local address, interface, first router."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace

from workspace_assistant.adapters.network.connection.gateways import (
    Gateway,
    default_gateways,
    parse_macos_route,
    parse_windows_routes,
)
from workspace_assistant.adapters.network.connection.interface_kinds import kind_of
from workspace_assistant.adapters.network.connection.interfaces import interface_towards
from workspace_assistant.adapters.network.own_address import own_addresses
from workspace_assistant.adapters.network.voice_path.addresses import (
    local_address_towards,
    plain_address,
)
from workspace_assistant.core.readiness.connection.model import Interface, InterfaceKind

_ANSWER_S = 2.0
_UNKNOWN = Interface(name="", kind=InterfaceKind.UNKNOWN)
_NO_CARRIER = (InterfaceKind.VPN, InterfaceKind.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """`gateway` is the home router, also where packets to the server go through a tunnel."""

    local_address: str
    interface: Interface
    is_this_computer: bool
    gateway: str

    @property
    def is_vpn(self) -> bool:
        return self.interface.kind is InterfaceKind.VPN


def way_towards(address: str) -> Way:
    """Asks the system alone; sends nothing."""
    interface, gateways = _interface(address), _gateways()
    return Way(
        local_address=local_address_towards(address),
        interface=with_carrier(interface, gateways),
        is_this_computer=_is_this_computer(address),
        gateway=chosen_gateway(gateways, interface.name, is_v6=":" in address),
    )


def with_carrier(interface: Interface, gateways: tuple[Gateway, ...]) -> Interface:
    """*interface*; a tunnel with the kind of what carries it, the way to the home router."""
    if interface.kind is not InterfaceKind.VPN:
        return interface
    kinds = (kind_of(one.interface) for one in gateways if one.address)
    return replace(interface, under=next((kind for kind in kinds if kind not in _NO_CARRIER), None))


def chosen_gateway(gateways: tuple[Gateway, ...], interface: str, *, is_v6: bool) -> str:
    """Of the interface in use and its IP version if there is one, else the most preferred.

    Packets in a tunnel still cross the home router, by another interface and perhaps another
    IP version.
    """
    routers = [one for one in gateways if one.address]
    ranked = sorted(
        routers, key=lambda one: (one.interface != interface, (":" in one.address) != is_v6)
    )
    return ranked[0].address if ranked else ""


def _interface(address: str) -> Interface:
    try:
        return interface_towards(address)
    except OSError:
        return _UNKNOWN


def _is_this_computer(address: str) -> bool:
    plain = plain_address(address)
    return plain.is_loopback or plain in own_addresses()


def _gateways() -> tuple[Gateway, ...]:
    if sys.platform == "darwin":
        return parse_macos_route(_told_by("route", "-n", "get", "default"))
    if sys.platform == "win32":
        return parse_windows_routes(_told_by("route", "print", "-4", "0.0.0.0"))  # noqa: S104
    return default_gateways()


def _told_by(*command: str) -> str:
    import subprocess  # late: Linux needs none of it

    try:
        done = subprocess.run(  # noqa: S603 - a fixed command of the system
            command, capture_output=True, timeout=_ANSWER_S, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace")
