"""Reads the servers and systems that a profile names. A value with a fault gives its default."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from workspace_assistant.core.readiness.profile.faults import Faults, shown
from workspace_assistant.core.readiness.profile.values import read_text
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_NO_ADDRESS = QT_TRANSLATE_NOOP("readiness", "must be a host name or an address, not {text}")
_NO_SCHEME = QT_TRANSLATE_NOOP("readiness", "must start with one of {schemes}, not {text}")
_NO_LIST = QT_TRANSLATE_NOOP("readiness", "must be a list, not {value}")
_TOO_MANY = QT_TRANSLATE_NOOP("readiness", "holds {number} servers, {most} at most")
_MUST_LOOK_LIKE = QT_TRANSLATE_NOOP("readiness", "must look like {shape}, not {text}")
_NO_PORT = QT_TRANSLATE_NOOP("readiness", "has port {port}; ports go from 1 to {highest}")
_NO_HOST = QT_TRANSLATE_NOOP("readiness", "must start with {starts} and name a host, not {text}")
_MORE_THAN_HOST = QT_TRANSLATE_NOOP(
    "readiness", "must not hold a user name, password, query or fragment"
)
_NO_WEB = QT_TRANSLATE_NOOP("readiness", "is not a web address: {text}")

WEB_SCHEMES = ("http", "https")
_WEB_AND_SOCKETS = ("https", "http", "wss", "ws")
ENDPOINT_SCHEMES = (*_WEB_AND_SOCKETS, "sip", "sips", "turn", "turns", "stun", "tcp", "udp")

_HOST_AND_PORT = r"([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:(?P<port>\d{1,5}))?"
_STUN = re.compile(rf"stun:{_HOST_AND_PORT}")  # RFC 7064; "stuns" would not be a voice path
_TURN = re.compile(rf"turns?:{_HOST_AND_PORT}(\?transport=(udp|tcp))?")  # RFC 7065
_SIP = re.compile(rf"sips?:{_HOST_AND_PORT}(;transport=(udp|tcp|tls))?")  # RFC 3261, section 19.1
_PORT = re.compile(r"(tcp|udp)://([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]):(?P<port>\d{1,5})")
_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")
_HIGHEST_PORT = 65535
_MOST_SERVERS = 8

_SHAPES = {
    "stun": (_STUN, "stun:host:port"),
    "turn": (_TURN, "turn:host:port?transport=udp"),
    "turns": (_TURN, "turns:host:port"),
    "sip": (_SIP, "sip:host:port;transport=udp"),
    "sips": (_SIP, "sips:host:port"),
    "tcp": (_PORT, "tcp://host:port"),
    "udp": (_PORT, "udp://host:port"),
}


def read_server(value: object, place: str, default: str, faults: Faults) -> str:
    """A base URL: http or https, a host, no user name, no query."""
    text = read_text(value, place, default, faults)
    return text if not text or _is_web_address(text, place, WEB_SCHEMES, faults) else default


def read_portal_url(value: object, place: str, default: str, faults: Faults) -> str:
    """A URL that answers 204. Plain http: a portal cannot answer in place of a secure server."""
    text = read_text(value, place, default, faults)
    return text if not text or _is_web_address(text, place, ("http",), faults) else default


def read_host(value: object, place: str, default: str, faults: Faults) -> str:
    text = read_text(value, place, default, faults)
    if not text or _HOST.fullmatch(text):
        return text
    faults.add(place, _NO_ADDRESS, text=repr(text))
    return default


def read_endpoint_url(value: object, place: str, default: str, faults: Faults) -> str:
    """The address of one of the employer's systems, in any of `ENDPOINT_SCHEMES`."""
    text = read_text(value, place, default, faults)
    if not text:
        return text
    scheme = text.partition(":")[0]
    if scheme in _SHAPES:
        pattern, shape = _SHAPES[scheme]
        return text if _is_server(text, pattern, shape, place, faults) else default
    if scheme in _WEB_AND_SOCKETS:
        return text if _is_web_address(text, place, _WEB_AND_SOCKETS, faults) else default
    faults.add(place, _NO_SCHEME, schemes=", ".join(ENDPOINT_SCHEMES), text=repr(text))
    return default


def read_stun_list(
    value: object, place: str, default: tuple[str, ...], faults: Faults
) -> tuple[str, ...]:
    return _read_list(value, place, default, "stun", faults)


def read_turn_list(
    value: object, place: str, default: tuple[str, ...], faults: Faults
) -> tuple[str, ...]:
    return _read_list(value, place, default, "turn", faults)


def _read_list(
    value: object, place: str, default: tuple[str, ...], scheme: str, faults: Faults
) -> tuple[str, ...]:
    if not isinstance(value, list):
        faults.add(place, _NO_LIST, value=shown(value))
        return default
    if len(value) > _MOST_SERVERS:
        faults.add(place, _TOO_MANY, number=str(len(value)), most=str(_MOST_SERVERS))
        return default
    pattern, shape = _SHAPES[scheme]
    kept = []
    for index, entry in enumerate(value):
        if not isinstance(entry, str):
            faults.add(f"{place}[{index}]", _MUST_LOOK_LIKE, shape=shape, text=shown(entry))
        elif _is_server(entry, pattern, shape, f"{place}[{index}]", faults):
            kept.append(entry)
    return tuple(kept)


def _is_server(text: str, pattern: re.Pattern[str], shape: str, place: str, faults: Faults) -> bool:
    match = pattern.fullmatch(text)
    if match is None:
        faults.add(place, _MUST_LOOK_LIKE, shape=shape, text=repr(text))
        return False
    port = match["port"]
    if port is not None and not 1 <= int(port) <= _HIGHEST_PORT:
        faults.add(place, _NO_PORT, port=port, highest=str(_HIGHEST_PORT))
        return False
    return True


def _is_web_address(text: str, place: str, schemes: tuple[str, ...], faults: Faults) -> bool:
    try:
        parts = urlsplit(text)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError:
        faults.add(place, _NO_WEB, text=repr(text))
        return False
    is_plain_host = bool(_HOST.fullmatch(parts.hostname or ""))
    if parts.scheme not in schemes or not is_plain_host or not port_is_fine:
        starts = " or ".join(f"{scheme}://" for scheme in sorted(schemes, reverse=True))
        faults.add(place, _NO_HOST, starts=str(starts), text=repr(text))
        return False
    if parts.username or parts.password or parts.query or parts.fragment:
        faults.add(place, _MORE_THAN_HOST)
        return False
    return True
