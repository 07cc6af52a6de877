"""The line as the bandwidth check sees it: finds and tries a server, hands it out, closes it."""

from __future__ import annotations

import math
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial

from workspace_assistant.adapters.network import preflight
from workspace_assistant.adapters.network.endpoint import ServerUrl, parse_url, resolve
from workspace_assistant.adapters.network.exchange_error import ExchangeError
from workspace_assistant.adapters.network.halt import Halt, HaltedError, run_watched
from workspace_assistant.adapters.network.http_channel import Target
from workspace_assistant.adapters.network.limits import EngineLimits
from workspace_assistant.adapters.network.load_server import HttpLoadServer
from workspace_assistant.adapters.network.pings import PingConnection
from workspace_assistant.adapters.network.routes import ROUTES, Routes
from workspace_assistant.adapters.network.server_memory import ServerMemory
from workspace_assistant.adapters.network.speedtest_discovery import (
    SERVICE,
    FoundServer,
    SpeedtestNet,
)
from workspace_assistant.adapters.network.system_tls import system_tls
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.readiness.bandwidth.model import (
    Direction,
    LineTroubleError,
    Reason,
    ServerChoice,
    ServerIdentity,
    Trouble,
)
from workspace_assistant.core.readiness.bandwidth.ports import SecondsLeft
from workspace_assistant.core.readiness.foreign_names import one_line

CLOUDFLARE_URL = "https://speed.cloudflare.com"


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpLine:
    """`BandwidthLine` over HTTP(S). Constructed without arguments in the product, once a start."""

    limits: EngineLimits = field(default_factory=EngineLimits)
    cloudflare_url: str = CLOUDFLARE_URL
    speedtest_net: SpeedtestNet = field(default_factory=SpeedtestNet)
    tls: Callable[[], ssl.SSLContext] = system_tls
    memory: ServerMemory = field(default_factory=ServerMemory)

    def prepare(self, choice: ServerChoice, ctx: JobContext) -> None:
        if choice.provider == SERVICE:
            with suppress(LineTroubleError):  # remembered, and told by connect
                self._discovered(math.inf, ctx)

    def countdown(self, seconds: float) -> SecondsLeft:
        until_s = time.monotonic() + seconds
        return lambda: until_s - time.monotonic()

    @contextmanager
    def connect(
        self, choice: ServerChoice, within_s: float, ctx: JobContext
    ) -> Iterator[HttpLoadServer]:
        until_s = time.monotonic() + within_s
        url, name = self._server_url(choice, until_s, ctx)
        try:
            server = self._try(choice, url, name or url.authority, until_s, ctx)
        except LineTroubleError:
            self.memory.forget()
            raise
        try:
            yield server
        finally:
            server.close()

    def _server_url(
        self, choice: ServerChoice, until_s: float, ctx: JobContext
    ) -> tuple[ServerUrl, str]:
        """The URL to measure against, and the name of the server if it has one."""
        text, name = choice.url, ""
        if choice.provider == SERVICE:
            found = self._discovered(until_s, ctx)
            text, name = found.url, found.name
        elif choice.provider == "cloudflare":
            text = choice.url or self.cloudflare_url
        if not text:
            raise LineTroubleError(Trouble(reason=Reason.NO_SERVER_NAMED, server=choice.provider))
        try:
            return parse_url(text), name
        except ExchangeError as error:
            raise LineTroubleError(error.trouble(one_line(text)[:100])) from error

    def _discovered(self, until_s: float, ctx: JobContext) -> FoundServer:
        within_s = until_s - time.monotonic()
        return self.memory.found(partial(self.speedtest_net.discover, ctx, within_s))

    def _try(
        self, choice: ServerChoice, url: ServerUrl, name: str, until_s: float, ctx: JobContext
    ) -> HttpLoadServer:
        halt = Halt()
        reach = partial(self._reach, choice.provider, url, name, halt)
        try:
            [server] = run_watched([reach], halt, ctx, until_s)
            try:
                self._try_paths(server, halt, until_s, ctx)
            except (ExchangeError, HaltedError, JobCancelledError):
                server.close()
                raise
        except ExchangeError as error:
            raise LineTroubleError(error.trouble(url.authority)) from error
        except HaltedError as error:
            late = Trouble(reason=Reason.SERVER_TOO_SLOW, server=url.authority)
            raise LineTroubleError(late) from error
        return server

    def _reach(self, provider: str, url: ServerUrl, name: str, halt: Halt) -> HttpLoadServer:
        target = Target(
            url=url,
            addresses=resolve(url, self.limits.resolve_s, halt),
            tls_context=self.tls() if url.is_secure else None,
            limits=self.limits,
        )
        routes = preflight.usable_routes(target, ROUTES[provider](url), halt)
        pings = [PingConnection(target, routes) for _ in range(self.limits.ping_connections)]
        return HttpLoadServer(
            identity=ServerIdentity(provider=provider, server=name),
            target=target,
            routes=routes,
            pings=pings,
            refusals={},
            cross_checker=partial(self.speedtest_net.cross_check, url),
        )

    def _try_paths(
        self, server: HttpLoadServer, halt: Halt, until_s: float, ctx: JobContext
    ) -> None:
        """Try both directions with small requests, and open the ping connections, all at once."""
        found: dict[Direction, str] = {}

        def look(direction: Direction, path: Callable[[Target, Routes, Halt], str]) -> None:
            try:
                found[direction] = path(server.target, server.routes, halt)
            except ExchangeError as error:
                server.refusals[direction] = error

        looks = [
            partial(look, Direction.DOWNLOAD, preflight.download_path),
            partial(look, Direction.UPLOAD, preflight.upload_path),
        ]
        primes = [partial(ping.prime, halt) for ping in server.pings]
        run_watched([*looks, *primes], halt, ctx, until_s)
        if len(server.refusals) == len(Direction):
            raise server.refusals[Direction.DOWNLOAD]
        is_this_computer = any(ping.stays_inside for ping in server.pings)
        server.identity = replace(server.identity, is_this_computer=is_this_computer)
        server.routes = replace(
            server.routes,
            download=found.get(Direction.DOWNLOAD, server.routes.download),
            upload=found.get(Direction.UPLOAD, server.routes.upload),
        )
