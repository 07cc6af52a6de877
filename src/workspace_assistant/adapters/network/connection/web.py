"""Asks for one web page: a few seconds, 64 KB at the most, and never where a redirect leads."""

from __future__ import annotations

import errno
import os
import re
import select
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from workspace_assistant.adapters.network.connection.inquiry import Inquiry
from workspace_assistant.adapters.network.connection.interfaces import scope_number
from workspace_assistant.adapters.network.exchange_error import ExchangeError
from workspace_assistant.adapters.network.http_head import parse_head

FETCH_S = 3.0
MOST_BYTES = 65536
_CONNECT_S = 1.2
_READ_BYTES = 8192
_POLL_S = 0.05
_STARTING = {errno.EINPROGRESS, errno.EWOULDBLOCK, 10035}  # the last: Windows
# Heads before the one that counts (RFC 9110, section 15.2): they say nothing.
_INTERIM = re.compile(rb"HTTP/1\.[01] 1[0-9][0-9][ \r]")
_HEAD_END = b"\r\n\r\n"
_NOT_NOW = (TimeoutError, BlockingIOError, ssl.SSLWantReadError)


# The addresses of a host, as the system's look-up gave them.
Addresses = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAnswer:
    """What matters of an answer; `date_s` is the server's clock, seconds since 1970."""

    status: int
    location: str = ""
    date_s: float | None = None
    has_body: bool = False


def connect(address: str, port: int, seconds: float, inquiry: Inquiry) -> socket.socket:
    """An open connection. Raises OSError and `HaltedError`."""
    host, _, scope = address.partition("%")
    is_ipv6 = ":" in host
    sock = socket.socket(socket.AF_INET6 if is_ipv6 else socket.AF_INET, socket.SOCK_STREAM)
    try:
        sock.settimeout(0)
        target = (host, port, 0, scope_number(scope)) if is_ipv6 else (host, port)
        _open(sock, target, seconds, inquiry)
    except BaseException:
        sock.close()
        raise
    return sock


def connect_any(addresses: Sequence[str], port: int, inquiry: Inquiry) -> socket.socket:
    """A connection to the first of *addresses* that answers. Raises OSError and `HaltedError`."""
    last = OSError("no address")
    for address in one_of_each_family(addresses):
        try:
            return connect(address, port, _CONNECT_S, inquiry)
        except OSError as error:
            last = error
    raise last


def one_of_each_family(addresses: Sequence[str]) -> tuple[str, ...]:
    """The first IPv4 and the first IPv6 address, in the order the system prefers."""
    firsts = {":" in address: address for address in reversed(addresses)}
    return tuple(address for address in addresses if firsts[":" in address] == address)


def secure(
    sock: socket.socket, context: ssl.SSLContext, host: str, inquiry: Inquiry
) -> ssl.SSLSocket:
    """Raises OSError, of which ssl.SSLError, and `HaltedError`."""
    with inquiry.halt.breaks(sock):
        sock.settimeout(max(_POLL_S, inquiry.deadline_s(FETCH_S) - time.monotonic()))
        return context.wrap_socket(sock, server_hostname=host)


def fetch(sock: socket.socket, method: str, host: str, path: str, inquiry: Inquiry) -> WebAnswer:
    """Ask for *path* and read the answer as far as it matters.

    Raises OSError, TimeoutError when no whole head came in time, ValueError when what came is no
    HTTP, and `HaltedError`.
    """
    request = (
        f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: workspace-assistant\r\n"
        "Accept-Encoding: identity\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n"
    ).encode("ascii")
    sock.settimeout(_POLL_S)
    sock.sendall(request)
    inquiry.count(len(request))
    return parse_answer(_received(sock, inquiry))


def parse_answer(raw: bytes) -> WebAnswer:
    """Raises TimeoutError for an answer without a whole head, ValueError for no HTTP at all."""
    head, blank, body = raw[_final_start(raw) :].partition(_HEAD_END)
    if not blank:
        raise TimeoutError
    try:
        parsed = parse_head(head)
    except ExchangeError as error:
        raise ValueError(str(error)) from None
    return WebAnswer(
        status=parsed.status,
        location=parsed.location,
        date_s=_date_s(head),
        has_body=bool(body) or bool(parsed.length_bytes) or parsed.is_chunked,
    )


def _received(sock: socket.socket, inquiry: Inquiry) -> bytes:
    """All up to the end of the head and the first of the body, in time and not too long."""
    deadline_s = inquiry.deadline_s(FETCH_S)
    found = bytearray()
    final = 0
    while time.monotonic() < deadline_s and len(found) < MOST_BYTES:
        inquiry.halt.check()
        try:
            data = sock.recv(_READ_BYTES)
        except _NOT_NOW:
            if _HEAD_END in found[final:]:
                break
            continue
        inquiry.count(len(data))
        if not data:
            break
        found += data
        final = _final_start(found, final)
        if found[final:].partition(_HEAD_END)[2]:
            break
    return bytes(found)


def _final_start(raw: bytes | bytearray, start: int = 0) -> int:
    """Where the answer begins that is none of the interim ones."""
    while _INTERIM.match(raw, start) and (end := raw.find(_HEAD_END, start)) >= 0:
        start = end + len(_HEAD_END)
    return start


def _date_s(head: bytes) -> float | None:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"date":
            try:
                return parsedate_to_datetime(value.decode("latin-1").strip()).timestamp()
            except (ValueError, OverflowError):
                return None
    return None


def _open(
    sock: socket.socket, target: tuple[object, ...], seconds: float, inquiry: Inquiry
) -> None:
    code = sock.connect_ex(target)
    if code in _STARTING:
        _await_writable(sock, seconds, inquiry)
        code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if code:
        raise OSError(code, os.strerror(code))


def _await_writable(sock: socket.socket, seconds: float, inquiry: Inquiry) -> None:
    deadline_s = inquiry.deadline_s(seconds)
    while time.monotonic() < deadline_s:
        inquiry.halt.check()
        if select.select([], [sock], [sock], _POLL_S)[1]:
            return
    raise TimeoutError
