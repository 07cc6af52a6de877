"""What NetworkManager knows of a link (Linux): metered, the radio, whether a portal was met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workspace_assistant.adapters.network.connection.inquiry import Inquiry
from workspace_assistant.core.readiness.connection.model import Wireless

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

_NAME = "org.freedesktop.NetworkManager"
_PATH = "/org/freedesktop/NetworkManager"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_ALL_S = 1.0
_CALL_S = 0.5
_PORTAL = 2  # NM_CONNECTIVITY_PORTAL
_METERED = {1: True, 2: False, 3: True, 4: False}  # NMMetered: yes, no, and its own guesses
_NO_OBJECT = "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemNetwork:
    """Each is None when NetworkManager does not say."""

    is_metered: bool | None = None
    meets_portal: bool | None = None
    wireless: Wireless | None = None


def ask_network_manager(interface: str, inquiry: Inquiry) -> SystemNetwork | None:
    """None when it does not run here, or does not answer within 1 s. Raises `HaltedError`."""
    try:
        return inquiry.within(_ALL_S, lambda: _ask(interface))
    except (OSError, ValueError):
        return None


def _ask(interface: str) -> SystemNetwork:
    from jeepney.io.blocking import open_dbus_connection

    try:
        connection = open_dbus_connection(bus="SYSTEM", auth_timeout=_CALL_S)
    except RuntimeError as error:  # a bus by a transport that the library does not speak
        raise OSError(str(error)) from error
    with connection:
        manager = _properties(connection, _PATH, _NAME)
        device_path = _device(connection, interface)
        device = _properties(connection, device_path, f"{_NAME}.Device")
        radio = _properties(connection, device_path, f"{_NAME}.Device.Wireless")
        point = _properties(connection, _path(radio), f"{_NAME}.AccessPoint")
    return network_of(manager, device, radio, point)


def network_of(
    manager: Mapping[str, object],
    device: Mapping[str, object],
    radio: Mapping[str, object],
    point: Mapping[str, object],
) -> SystemNetwork:
    """From the properties of NetworkManager's objects; an empty mapping for one it has not."""
    metered = _METERED.get(_whole(device, "Metered"), _METERED.get(_whole(manager, "Metered")))
    connectivity = _whole(manager, "Connectivity")
    return SystemNetwork(
        is_metered=metered,
        meets_portal=connectivity == _PORTAL if connectivity > 0 else None,
        wireless=_wireless(radio, point),
    )


def _wireless(radio: Mapping[str, object], point: Mapping[str, object]) -> Wireless | None:
    if not radio:
        return None
    strength_percent = _whole(point, "Strength")
    rate_kbps, frequency_mhz = _whole(radio, "Bitrate"), _whole(point, "Frequency")
    return Wireless(
        signal_fraction=strength_percent / 100 if 0 < strength_percent <= 100 else None,
        rate_bps=rate_kbps * 1000.0 if rate_kbps > 0 else None,
        frequency_hz=frequency_mhz * 1e6 if frequency_mhz > 0 else None,
    )


def _device(connection: DBusConnection, interface: str) -> str:
    body = _call(connection, _PATH, _NAME, "GetDeviceByIpIface", "s", (interface,))
    return body[0] if body and isinstance(body[0], str) else ""


def _path(radio: Mapping[str, object]) -> str:
    path = radio.get("ActiveAccessPoint", "")
    return path if isinstance(path, str) and path != _NO_OBJECT else ""


def _properties(connection: DBusConnection, path: str, interface: str) -> dict[str, object]:
    """All properties of one object; empty when it has none of that kind."""
    if not path:
        return {}
    body = _call(connection, path, _PROPERTIES, "GetAll", "s", (interface,))
    if not body or not isinstance(body[0], dict):
        return {}
    return {name: value[1] for name, value in body[0].items()}  # the rest of a pair: its type


def _call(
    connection: DBusConnection,
    path: str,
    interface: str,
    method: str,
    signature: str,
    arguments: tuple[object, ...],
) -> tuple[object, ...]:
    from jeepney import DBusAddress, MessageFlag, MessageType, new_method_call

    address = DBusAddress(path, bus_name=_NAME, interface=interface)
    message = new_method_call(address, method, signature, arguments)
    message.header.flags |= MessageFlag.no_auto_start  # asking must not start a service
    reply = connection.send_and_get_reply(message, timeout=_CALL_S)
    is_answer = reply.header.message_type is MessageType.method_return
    return tuple(reply.body) if is_answer else ()


def _whole(properties: Mapping[str, object], name: str) -> int:
    value = properties.get(name)
    return value if isinstance(value, int) else 0
