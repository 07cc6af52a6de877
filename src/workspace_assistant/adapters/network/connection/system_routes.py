"""The way out of this computer: its interface and its home router, on each system in its way."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from workspace_assistant.adapters.network.connection.gateways import (
    Gateway,
    default_gateways,
    parse_macos_route,
    parse_windows_routes,
)
from workspace_assistant.adapters.network.connection.inquiry import Inquiry
from workspace_assistant.adapters.network.connection.interface_kinds import (
    LINUX_FILES,
    kind_of,
    parse_macos_ports,
)
from workspace_assistant.adapters.network.connection.interfaces import (
    ANYWHERE_IPV4,
    ANYWHERE_IPV6,
    interface_towards,
)
from workspace_assistant.core.readiness.connection.model import (
    Interface,
    InterfaceKind,
    Reason,
    Unknown,
)

_COMMAND_S = 2.0
_MACOS_PORTS = ("/usr/sbin/networksetup", "-listallhardwareports")
_ROUTES = {
    "darwin": (("/sbin/route", "-n", "get", "default"), parse_macos_route),
    "win32": (("route", "print", "-4", "0.0.0.0"), parse_windows_routes),  # noqa: S104 - a route
}


def system_gateways(inquiry: Inquiry, platform: str = sys.platform) -> tuple[Gateway, ...]:
    """Default routes of this computer; none where the system cannot be asked."""
    if platform not in _ROUTES:
        return default_gateways()
    command, parse = _ROUTES[platform]
    return parse(_output(command, inquiry))


def named_by_system(
    interface: Interface, inquiry: Inquiry, platform: str = sys.platform
) -> Interface:
    """*interface* with its kind where its name does not tell it and the system can be asked."""
    if interface.kind is not InterfaceKind.UNKNOWN or platform != "darwin":
        return interface
    kinds = parse_macos_ports(_output(_MACOS_PORTS, inquiry))
    return replace(interface, kind=kinds.get(interface.name, InterfaceKind.UNKNOWN))


def home_router(gateways: Sequence[Gateway], sys_files: Path = LINUX_FILES) -> Gateway | None:
    """The router that stands in the home: the first that is not at the far end of a tunnel."""
    for gateway in gateways:
        if gateway.address and kind_of(gateway.interface, sys_files) is not InterfaceKind.VPN:
            return gateway
    return None


def internet_interface(
    gateways: Sequence[Gateway], sys_files: Path = LINUX_FILES
) -> Interface | Unknown:
    """What carries traffic to the internet; for a VPN also what it runs on. Sends nothing."""
    for anywhere in (ANYWHERE_IPV4, ANYWHERE_IPV6):
        try:
            found = interface_towards(anywhere, sys_files)
        except OSError:
            continue
        if found.kind is not InterfaceKind.VPN:
            return found
        return replace(found, under=_under(gateways, sys_files))
    return Unknown(reason=Reason.NO_NETWORK)


def _under(gateways: Sequence[Gateway], sys_files: Path) -> InterfaceKind | None:
    kinds = (kind_of(gateway.interface, sys_files) for gateway in gateways)
    return next((kind for kind in kinds if kind is not InterfaceKind.VPN), None)


def _output(command: Sequence[str], inquiry: Inquiry) -> str:
    """What a command of the system prints; empty when there is none, or it takes too long."""

    def run() -> str:
        try:
            done = subprocess.run(  # noqa: S603 - a fixed command of the system, no shell
                command, capture_output=True, timeout=_COMMAND_S, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise TimeoutError from error
        return done.stdout.decode("utf-8", "replace")

    try:
        return inquiry.within(_COMMAND_S, run)
    except OSError:
        return ""
