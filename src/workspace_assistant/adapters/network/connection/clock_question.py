"""How far the clock is off: by the named time server, else by the date of a named web host."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Sequence

from workspace_assistant.adapters.network.connection.inquiry import Inquiry
from workspace_assistant.adapters.network.connection.sntp import ask_time
from workspace_assistant.adapters.network.connection.web import (
    Addresses,
    connect_any,
    fetch,
    one_of_each_family,
    secure,
)
from workspace_assistant.adapters.network.endpoint import ServerUrl, parse_url
from workspace_assistant.core.readiness.connection.clock import offset_by_date, offset_by_sntp
from workspace_assistant.core.readiness.connection.model import (
    ClockOffset,
    NamedHosts,
    Reason,
    Unknown,
)


def ask_clock(hosts: NamedHosts, addresses: Addresses, inquiry: Inquiry) -> ClockOffset | Unknown:
    """Raises `HaltedError`; everything else that goes wrong is `Unknown`."""
    found: ClockOffset | Unknown = Unknown(reason=Reason.NOT_NAMED)
    if hosts.time_server:
        found = _by_time_server(hosts.time_server, addresses(hosts.time_server), inquiry)
    if isinstance(found, Unknown) and hosts.web:
        by_date = _by_web_host(parse_url(hosts.web[0]), addresses, inquiry)
        if isinstance(by_date, ClockOffset) or found.reason is Reason.NOT_NAMED:
            return by_date
    return found


def _by_time_server(host: str, addresses: Sequence[str], inquiry: Inquiry) -> ClockOffset | Unknown:
    if not addresses:
        return Unknown(reason=Reason.NAME_NOT_RESOLVED, detail=host)
    for address in one_of_each_family(addresses):
        try:
            offset = offset_by_sntp(ask_time(address, inquiry), host)
        except OSError:
            continue
        if offset is not None:
            return offset
    return Unknown(reason=Reason.NO_ANSWER, detail=host)


def _by_web_host(url: ServerUrl, addresses: Addresses, inquiry: Inquiry) -> ClockOffset | Unknown:
    found = addresses(url.host)
    if not found:
        return Unknown(reason=Reason.NAME_NOT_RESOLVED, detail=url.host)
    try:
        with connect_any(found, url.port, inquiry) as sock:
            return _dated(sock, url, inquiry)
    except (OSError, ValueError):
        return Unknown(reason=Reason.NO_ANSWER, detail=url.host)


def _dated(sock: socket.socket, url: ServerUrl, inquiry: Inquiry) -> ClockOffset | Unknown:
    wire = secure(sock, _unverified(), url.host, inquiry) if url.is_secure else sock
    with wire:
        asked_s, counter_s = time.time(), time.perf_counter()
        answer = fetch(wire, "HEAD", url.authority, url.path or "/", inquiry)
        answered_s = asked_s + time.perf_counter() - counter_s
    if answer.date_s is None:
        return Unknown(reason=Reason.NO_ANSWER, detail=url.host)
    return offset_by_date(asked_s, answer.date_s, answered_s, url.host)


def _unverified() -> ssl.SSLContext:
    """Nothing secret is sent, and a clock that is wrong makes good certificates look bad."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
