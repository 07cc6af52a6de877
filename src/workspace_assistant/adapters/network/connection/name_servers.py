"""Names and their servers: the configured resolvers, each asked by itself, and the system's way."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from workspace_assistant.adapters.network.connection.inquiry import Inquiry
from workspace_assistant.adapters.network.connection.interfaces import scope_number
from workspace_assistant.adapters.network.connection.name_question import (
    IDENTITY_BYTES,
    is_answer_to,
    name_question,
    result_of,
)
from workspace_assistant.core.readiness.connection.model import ResolverAnswer, SystemLookup

RESOLVER_FILE = Path("/etc/resolv.conf")
PORT = 53
_RESOLVER_S = 2.0
_LOOKUP_S = 3.0
_MOST_RESOLVERS = 3  # MAXNS of resolv.h: the system itself asks no more
_NO_SUCH_NAME = {
    getattr(socket, name, None) for name in ("EAI_NONAME", "EAI_NODATA", "EAI_ADDRFAMILY")
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name as the system looked it up; `addresses` are texts, IPv6 and IPv4, as it orders them.

    `lookup` is None for a name that is an address already.
    """

    host: str
    addresses: tuple[str, ...] = ()
    lookup: SystemLookup | None = None


def is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def configured_resolvers(text: str) -> tuple[str, ...]:
    """The name servers of a ``resolv.conf``, in its order."""
    found: list[str] = []
    for line in text.splitlines():
        words = line.split()
        is_server = len(words) >= 2 and words[0] == "nameserver" and is_address(words[1])
        if is_server and words[1] not in found:
            found.append(words[1])
    return tuple(found[:_MOST_RESOLVERS])


def read_resolvers(path: Path = RESOLVER_FILE) -> tuple[str, ...]:
    try:
        return configured_resolvers(path.read_text("utf-8", "replace"))
    except OSError:
        return ()


def ask_resolver(
    resolver: str, name: str, inquiry: Inquiry, *, is_ipv6: bool = False, port: int = PORT
) -> ResolverAnswer:
    """Ask *resolver* itself for an address of *name*, for 2 s in all. Raises `HaltedError`.

    A second question goes out halfway: one lost packet must not look like a dead server.
    """
    identity = os.urandom(IDENTITY_BYTES)
    try:
        wire = name_question(identity, name, is_ipv6=is_ipv6)
    except ValueError:
        return ResolverAnswer(resolver=resolver, name=name, error="bad-name")
    began_s = time.perf_counter()
    try:
        with _connected(resolver, port) as sock:
            answer = _asked_twice(sock, wire, partial(is_answer_to, identity), inquiry)
    except OSError as error:
        return ResolverAnswer(resolver=resolver, name=name, error=failure(error))
    took_ms = 1000 * (time.perf_counter() - began_s)
    return ResolverAnswer(resolver=resolver, name=name, took_ms=took_ms, error=result_of(answer))


def system_addresses(host: str) -> tuple[str, ...]:
    """Addresses by the system's own look-up. Raises OSError and UnicodeError."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    addresses = (_shown(entry[4]) for entry in found)
    return tuple(dict.fromkeys(addresses))


def look_up(
    host: str,
    inquiry: Inquiry,
    ask: Callable[[str], tuple[str, ...]] = system_addresses,
    within_s: float = _LOOKUP_S,
) -> Found:
    """Look *host* up as programs do. Raises `HaltedError`."""
    if is_address(host):
        return Found(host=host, addresses=(host,))

    def timed() -> tuple[tuple[str, ...], float]:
        began_s = time.perf_counter()
        return ask(host), 1000 * (time.perf_counter() - began_s)

    try:
        addresses, took_ms = inquiry.within(within_s, timed)
    except TimeoutError:
        return Found(host=host, lookup=SystemLookup(name=host, error="timeout"))
    except OSError as error:
        return Found(host=host, lookup=SystemLookup(name=host, error=lookup_failure(error)))
    except ValueError:  # a label that DNS cannot hold
        return Found(host=host, lookup=SystemLookup(name=host, error="bad-name"))
    lookup = SystemLookup(name=host, took_ms=took_ms)
    return Found(host=host, addresses=addresses, lookup=lookup)


def failure(error: OSError) -> str:
    """Why an exchange by UDP failed, in a word."""
    if isinstance(error, TimeoutError):
        return "timeout"
    if isinstance(error, ConnectionRefusedError):
        return "refused"
    if error.errno in {errno.ENETUNREACH, errno.EHOSTUNREACH}:
        return "unreachable"
    return "failed"


def lookup_failure(error: OSError) -> str:
    """Why the system's look-up failed: there is no such name, or nobody could be asked."""
    return "nxdomain" if error.errno in _NO_SUCH_NAME else "no-answer"


def _asked_twice(
    sock: socket.socket, wire: bytes, fits: Callable[[bytes], bool], inquiry: Inquiry
) -> bytes:
    try:
        return inquiry.exchange(sock, wire, _RESOLVER_S / 2, fits)
    except TimeoutError:
        return inquiry.exchange(sock, wire, _RESOLVER_S / 2, fits)


def _connected(resolver: str, port: int) -> socket.socket:
    host, _, scope = resolver.partition("%")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_DGRAM)
    try:
        sock.connect((host, port, 0, scope_number(scope)) if ":" in host else (host, port))
    except OSError:
        sock.close()
        raise
    return sock


def _shown(address: tuple[object, ...]) -> str:
    host = str(address[0])
    has_scope = len(address) == 4 and bool(address[3]) and "%" not in host
    return f"{host}%{address[3]}" if has_scope else host
