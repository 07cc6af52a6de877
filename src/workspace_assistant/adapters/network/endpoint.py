"""Where a server is: its URL taken apart and its name looked up, within a deadline."""

from __future__ import annotations

import errno
import queue
import socket
import threading
import time
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from workspace_assistant.adapters.network.exchange_error import ExchangeError
from workspace_assistant.adapters.network.halt import Halt
from workspace_assistant.core.readiness.bandwidth.model import Reason

# The system knows more kinds of address than the two of the internet; all are only passed on.
Address = tuple[socket.AddressFamily, tuple[object, ...]]

_DEFAULT_PORTS = {"http": 80, "https": 443}
# The system itself repeats a question only after 5 s: one lost packet must not look like no name.
_ASK_AGAIN_S = 1.0
# RFC 5737 and RFC 3849: documentation addresses. Connecting a UDP socket sends nothing; it only
# asks the system which way a packet would take.
_ROUTE_QUESTIONS = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerUrl:
    """A base URL that was checked: `path` has no trailing slash, `query` no question mark."""

    scheme: str
    host: str
    port: int
    path: str
    query: str = ""

    @property
    def is_secure(self) -> bool:
        return self.scheme == "https"

    @property
    def authority(self) -> str:
        """Host and, unless it is the scheme's own, port: the Host header, and the display name."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"


def parse_url(url: str) -> ServerUrl:
    """Raises `ExchangeError` for anything that is not a plain http or https URL."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ExchangeError(Reason.BAD_SERVER_ADDRESS) from None
    if not _is_plain(url, parts):
        raise ExchangeError(Reason.BAD_SERVER_ADDRESS)
    return ServerUrl(
        scheme=parts.scheme,
        host=parts.hostname or "",
        port=port or _DEFAULT_PORTS[parts.scheme],
        path=parts.path.rstrip("/"),
        query=parts.query,
    )


def _is_plain(url: str, parts: SplitResult) -> bool:
    is_printable = all("!" <= character <= "~" for character in url)
    return (
        is_printable
        and parts.scheme in _DEFAULT_PORTS
        and bool(parts.hostname)
        and parts.port != 0
        and parts.username is None
    )


def resolve(url: ServerUrl, timeout_s: float, halt: Halt) -> tuple[Address, ...]:
    """All addresses of the server's host. Raises `ExchangeError`.

    The system's look-up cannot be interrupted: past the deadline its thread is left to end alone.
    """
    answers: queue.Queue[tuple[Address, ...] | OSError] = queue.Queue()
    ask_s = time.monotonic()
    deadline_s = ask_s + timeout_s
    while (now_s := time.monotonic()) < deadline_s:
        halt.check()
        if now_s >= ask_s:
            threading.Thread(target=_look_up, args=(url, answers), daemon=True).start()
            ask_s += _ASK_AGAIN_S
        try:
            answer = answers.get(timeout=0.02)
        except queue.Empty:
            continue
        if isinstance(answer, OSError):
            break
        return answer
    raise ExchangeError(Reason.NAME_NOT_RESOLVED if has_route() else Reason.NETWORK_UNREACHABLE)


def _look_up(url: ServerUrl, answers: queue.Queue[tuple[Address, ...] | OSError]) -> None:
    try:
        found = socket.getaddrinfo(url.host, url.port, type=socket.SOCK_STREAM)
    except OSError as error:
        answers.put(error)
    except UnicodeError as error:  # a label too long for DNS
        answers.put(OSError(errno.EINVAL, str(error)))
    else:
        answers.put(tuple((family, address) for family, _, _, _, address in found))


def has_route() -> bool:
    """Whether this computer has any way to the internet. Sends no packet."""
    return any(_routes_to(family, host) for family, host in _ROUTE_QUESTIONS)


def _routes_to(family: socket.AddressFamily, host: str) -> bool:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as question:
            question.connect((host, 9))
    except OSError:
        return False
    return True
