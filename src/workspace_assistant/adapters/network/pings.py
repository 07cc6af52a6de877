"""Round trips on connections of their own, beside whatever the line is doing."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from workspace_assistant.adapters.network.exchange_error import ExchangeError
from workspace_assistant.adapters.network.halt import Halt, HaltedError
from workspace_assistant.adapters.network.http_channel import Channel, Target
from workspace_assistant.adapters.network.http_head import ResponseHead
from workspace_assistant.adapters.network.own_address import stays_inside
from workspace_assistant.adapters.network.routes import Routes
from workspace_assistant.core.readiness.bandwidth.model import LatencySample, Reason

_AFTER_FAILURE_S = 0.2
# "Method not allowed" and "not implemented" are answers too: one round trip each.
_ANSWERED_ANYWAY = {405, 501}


class PingConnection:
    """One connection kept open; opening it is never part of a round trip."""

    def __init__(self, target: Target, routes: Routes) -> None:
        self._target = target
        self._routes = routes
        self._channel: Channel | None = None
        self._stays_inside: bool | None = None

    @property
    def stays_inside(self) -> bool:
        """Whether the server has an address of this computer; false until that is known."""
        return self._stays_inside is True

    def prime(self, halt: Halt) -> None:
        """Open the path: the first packets wait for address look-ups, NAT and sleeping radios."""
        self.round_trip_s(halt)

    def round_trip_s(self, halt: Halt) -> float:
        """From request to first byte of the answer. Raises `ExchangeError`, `HaltedError`."""
        channel = self._open(halt)
        try:
            began_s = time.monotonic()
            channel.request(self._routes.ping_method, self._routes.ping)
            head = channel.read_head()
            took_s = time.monotonic() - began_s
            _check_ping_head(head)
            channel.skip_body(head, self._routes.ping_method)
        except (ExchangeError, HaltedError, OSError):
            self.close()
            raise
        if not head.keeps_open:
            self.close()
        return took_s

    def close(self) -> None:
        channel, self._channel = self._channel, None
        if channel is not None:
            channel.close()

    def _open(self, halt: Halt) -> Channel:
        if self._channel is None:
            self._channel = Channel(self._target, halt)
        if self._stays_inside is None:
            self._stays_inside = stays_inside(self._channel.wire.sock)
        self._channel.wire.halt = halt
        return self._channel


def _check_ping_head(head: ResponseHead) -> None:
    if head.is_redirect:
        raise ExchangeError(Reason.REDIRECTED_ELSEWHERE, head.status)
    if not head.is_success and head.status not in _ANSWERED_ANYWAY:
        raise ExchangeError(Reason.SERVER_REFUSED, head.status)


class Pinger:
    """A thread that times round trips on one connection, *spacing_s* apart or more."""

    def __init__(
        self, connection: PingConnection, spacing_s: float, began_s: float, halt: Halt
    ) -> None:
        self.samples: list[LatencySample] = []
        self._connection = connection
        self._spacing_s = spacing_s
        self._began_s = began_s
        self._halt = halt
        self._last_call = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def finish(self) -> None:
        """Begin no further round trip; the one under way may still end."""
        self._last_call.set()

    @property
    def is_done(self) -> bool:
        return not self._thread.is_alive()

    def join(self) -> None:
        self._thread.join()

    def _run(self) -> None:
        while not self._halt.is_set() and not self._last_call.is_set():
            started_s = time.monotonic()
            try:
                took_s = self._connection.round_trip_s(self._halt)
            except HaltedError:
                return
            except (ExchangeError, OSError):
                self._last_call.wait(_AFTER_FAILURE_S)
                continue
            self.samples.append(
                LatencySample(started_s=started_s - self._began_s, latency_ms=1000 * took_s)
            )
            self._last_call.wait(max(0.0, started_s + self._spacing_s - time.monotonic()))


def start_pingers(
    connections: list[PingConnection], spacing_s: float, began_s: float, halt: Halt
) -> list[Pinger]:
    pingers = [Pinger(connection, spacing_s, began_s, halt) for connection in connections]
    for pinger in pingers:
        pinger.start()
    return pingers


def drain(pingers: list[Pinger], timeout_s: float, wait: Callable[[float], None]) -> None:
    """Let round trips under way end, for *timeout_s* at most: the slow ones matter most."""
    for pinger in pingers:
        pinger.finish()
    deadline_s = time.monotonic() + timeout_s
    while time.monotonic() < deadline_s and not all(pinger.is_done for pinger in pingers):
        wait(0.01)


def collected(pingers: list[Pinger]) -> tuple[LatencySample, ...]:
    samples = [sample for pinger in pingers for sample in pinger.samples]
    return tuple(sorted(samples, key=lambda sample: sample.started_s))
