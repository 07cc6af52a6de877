"""One request for a calendar and its answer, on a connection of its own."""

from __future__ import annotations

import base64
import http.client
import ssl
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field

from workspace_assistant.adapters.network.calendar_body import read_body
from workspace_assistant.adapters.network.calendar_errors import (
    connection_error,
    ended_early,
    odd_answer,
    timed_out,
)
from workspace_assistant.adapters.network.endpoint import ServerUrl, resolve
from workspace_assistant.adapters.network.exchange_error import ExchangeError
from workspace_assistant.adapters.network.halt import Halt
from workspace_assistant.adapters.network.limits import EngineLimits
from workspace_assistant.adapters.network.wire import Wire, open_wire
from workspace_assistant.adapters.network.wire_socket import WireSocket
from workspace_assistant.core.shifts.feed_address import FeedAddress

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WITH_CONTENT = frozenset({200, 207})  # 207: RFC 4918, 11.1
_LONGEST_TAG_CHARACTERS = 1024
# Patient: nobody waits for a calendar as for a measurement.
_WIRE_LIMITS = EngineLimits(resolve_s=8.0, connect_s=8.0, handshake_s=8.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLimits:
    """Bounds of one fetch.

    Attributes:
        total_s: for everything together, redirects and all.
        read_s: longest silence of the server.
        content_bytes: of the calendar, unpacked.
    """

    total_s: float = 30.0
    read_s: float = 10.0
    content_bytes: int = 20_000_000
    redirects: int = 5
    wire: EngineLimits = _WIRE_LIMITS


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FeedAnswer:
    """What a server said; `content` is empty unless `status` is 200 or 207.

    Attributes:
        challenge: how it wants one to sign in (RFC 9110, 11.6.1); empty where it does not say.
    """

    status: int
    content: bytes
    location: str
    retry_after: str
    challenge: str
    etag: str
    last_modified: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Question:
    """What is asked of a server at an address; `fields` are sent beside our own."""

    method: str = "GET"
    fields: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Getting:
    """How requests are made: bounds, whom to trust, and the switch that ends them."""

    limits: FeedLimits
    tls: Callable[[], ssl.SSLContext]
    halt: Halt

    def ask(self, address: FeedAddress, question: Question) -> FeedAnswer:
        """Raises `CalendarError`, `HaltedError`. No error of a library is let through.

        A library's error may repeat a name or an address, and so would its traceback.
        """
        try:
            with closing(self._connect(address)) as wire:
                return self._ask(wire, address, question)
        except ExchangeError as error:
            raise connection_error(error) from None
        except TimeoutError:
            self.halt.check()
            raise timed_out(self.limits.read_s) from None
        except (http.client.IncompleteRead, http.client.RemoteDisconnected, OSError):
            self.halt.check()
            raise ended_early() from None
        except (http.client.HTTPException, ValueError):
            raise odd_answer() from None

    def _connect(self, address: FeedAddress) -> Wire:
        limits = self.limits.wire
        url = ServerUrl(scheme=address.scheme, host=address.host, port=address.port, path="")
        addresses = resolve(url, limits.resolve_s, self.halt)
        tls = (self.tls(), address.host) if address.is_encrypted else None
        return open_wire(addresses, tls, limits, self.halt)

    def _ask(self, wire: Wire, address: FeedAddress, question: Question) -> FeedAnswer:
        connection = http.client.HTTPConnection(address.host)
        connection.sock = WireSocket(wire, self.limits.read_s)
        connection.putrequest(
            question.method, address.target, skip_host=True, skip_accept_encoding=True
        )
        for name, value in {**_own_fields(address), **_fields_of(question)}.items():
            connection.putheader(name, value)
        connection.endheaders(question.body or None)
        with closing(connection.getresponse()) as response:
            return _answer(response, self.limits.content_bytes)


def _own_fields(address: FeedAddress) -> dict[str, str]:
    fields = {
        "Host": address.authority,
        "User-Agent": "workspace-assistant",
        "Accept": "text/calendar, text/plain;q=0.5, */*;q=0.1",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    if address.user or address.password:
        login = base64.b64encode(f"{address.user}:{address.password}".encode()).decode("ascii")
        fields["Authorization"] = f"Basic {login}"  # RFC 7617
    return fields


def _fields_of(question: Question) -> dict[str, str]:
    length = {"Content-Length": f"{len(question.body)}"} if question.body else {}
    return {**length, **question.fields}


def _answer(response: http.client.HTTPResponse, limit_bytes: int) -> FeedAnswer:
    return FeedAnswer(
        status=response.status,
        content=read_body(response, limit_bytes) if response.status in _WITH_CONTENT else b"",
        location=response.getheader("Location", ""),
        retry_after=response.getheader("Retry-After", "").strip(),
        challenge=response.getheader("WWW-Authenticate", ""),
        etag=_kept_tag(response.getheader("ETag", "")),
        last_modified=_kept_tag(response.getheader("Last-Modified", "")),
    )


def _kept_tag(value: str) -> str:
    """What can be sent back as it came; empty for anything else."""
    tag = value.strip()
    is_plain = tag.isascii() and tag.isprintable() and len(tag) <= _LONGEST_TAG_CHARACTERS
    return tag if is_plain else ""
