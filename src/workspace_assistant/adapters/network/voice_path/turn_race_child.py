"""Tries a profile's relays, each with a head start on the next, until one carries packets."""

from __future__ import annotations

import asyncio
import errno
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from aioice import stun

from workspace_assistant.adapters.network.voice_path.addresses import ServerAddress
from workspace_assistant.adapters.network.voice_path.turn_allocation_child import (
    Allocation,
    Login,
    allocate,
    traffic_of,
)
from workspace_assistant.adapters.network.voice_path.turn_feeders_child import (
    Feeder,
    RelayedFeeder,
    SelfFeeder,
    direct_feeder,
    round_trip_s,
)
from workspace_assistant.adapters.network.voice_path.turn_servers import Relay
from workspace_assistant.adapters.network.voice_path.turn_traffic import Traffic
from workspace_assistant.core.readiness.voice_path.model import Reason, Transport

# aioice alone gives up on a silent relay only after 63.5 s.
ATTEMPT_S = 5.0
HEAD_START_S = 1.5
_ALL_ATTEMPTS_S = 9.0
_UNAUTHORIZED = frozenset({401, 441})  # RFC 8656, section 19
_UNREACHABLE = frozenset(
    {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL}
)


@dataclass(frozen=True, slots=True)
class Loop:
    """What carries packets around: they enter by `feeder` and come out of `allocation`."""

    allocation: Allocation
    feeder: Feeder
    round_trip_s: float
    good_until_s: float

    async def close(self) -> None:
        await asyncio.gather(self.feeder.close(), self.allocation.release())


class LoopFailedError(Exception):
    """The relay gave its consent, and yet nothing came around."""


@dataclass(slots=True, eq=False)
class Attempt:
    """One address of one relay.

    `reason` is why it failed: None before and while it runs, and when it worked.
    """

    relay: Relay
    address: ServerAddress
    traffic: list[Traffic] = field(default_factory=list)
    loop: Loop | None = None
    reason: Reason | None = None
    is_begun: bool = False

    @property
    def bytes_used(self) -> int:
        return sum(traffic.bytes_used for traffic in self.traffic)

    @property
    def is_answered(self) -> bool:
        return any(traffic.has_received for traffic in self.traffic)

    async def run(self, login: Login) -> None:
        self.is_begun = True
        try:
            async with asyncio.timeout(ATTEMPT_S):
                self.loop = await self._open(login)
        except (OSError, TimeoutError, LoopFailedError, stun.TransactionError) as error:
            self.reason = reason_of(error)

    async def _open(self, login: Login) -> Loop:
        allocation = await self._allocate(login)
        try:
            if self.relay.transport is Transport.TURN_UDP:
                feeder = await direct_feeder(allocation, self.address, self._counted())
                if feeder and (loop := await _closed_loop(allocation, feeder)):
                    return loop
            elif loop := await _closed_on_itself(allocation):
                return loop
            return await self._open_relayed(allocation, login)
        except BaseException:
            await allocation.release()
            raise

    async def _open_relayed(self, allocation: Allocation, login: Login) -> Loop:
        second = await self._allocate(login)
        try:
            await allocation.admit(second.relayed)
            await second.admit(allocation.relayed)
            loop = await _closed_loop(allocation, RelayedFeeder(second, allocation.relayed))
        except BaseException:
            await second.release()
            raise
        if loop is None:
            raise LoopFailedError
        return replace(loop, good_until_s=min(loop.good_until_s, second.good_until_s))

    async def _allocate(self, login: Login) -> Allocation:
        return await allocate(self.relay, self.address, login, self._counted())

    def _counted(self) -> Traffic:
        traffic = traffic_of(self.relay, self.address.address)
        self.traffic.append(traffic)
        return traffic


async def _closed_on_itself(allocation: Allocation) -> Loop | None:
    """None where the relay does not let an allocation be its own peer."""
    try:
        await allocation.admit(allocation.relayed)
    except stun.TransactionFailed:
        return None
    return await _closed_loop(allocation, SelfFeeder(allocation))


async def _closed_loop(allocation: Allocation, feeder: Feeder) -> Loop | None:
    """None, and the feeder closed, when nothing comes around."""
    took_s = None
    try:
        took_s = await round_trip_s(allocation, feeder)
    finally:
        if took_s is None:
            await feeder.close()
    return None if took_s is None else Loop(allocation, feeder, took_s, allocation.good_until_s)


def reason_of(error: Exception) -> Reason:
    if isinstance(error, stun.TransactionFailed):
        refused = error.response.error_code in _UNAUTHORIZED
        return Reason.TURN_REFUSED if refused else Reason.TURN_FAILED
    if isinstance(error, OSError) and error.errno in _UNREACHABLE:
        return Reason.NETWORK_UNREACHABLE
    return Reason.TURN_FAILED


async def race(attempts: Sequence[Attempt], login: Login) -> Attempt | None:
    """The first attempt, in their order, that works; the loops of all others are closed.

    Called off, it gives back all that was allocated.

    A later one wins only against earlier ones that failed or have heard nothing at all: a slow
    answer by UDP is still better than a fast one by TCP.
    """
    tasks: dict[Attempt, asyncio.Task[None]] = {}
    winner = None
    try:
        winner = await _first(list(attempts), tasks, login)
    finally:
        for task in tasks.values():
            task.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        await close_loops([each for each in tasks if each is not winner])
    return winner


async def close_loops(attempts: Sequence[Attempt]) -> None:
    """Bounded; harmless for a loop that is closed already."""
    await asyncio.gather(*(each.loop.close() for each in attempts if each.loop is not None))


async def _first(
    waiting: list[Attempt], tasks: dict[Attempt, asyncio.Task[None]], login: Login
) -> Attempt | None:
    ends_s = time.monotonic() + _ALL_ATTEMPTS_S
    while time.monotonic() < ends_s:
        if waiting:
            attempt = waiting.pop(0)
            tasks[attempt] = asyncio.create_task(attempt.run(login))
        running = [task for task in tasks.values() if not task.done()]
        if running:
            wait_s = HEAD_START_S if waiting else ends_s - time.monotonic()
            await asyncio.wait(running, timeout=wait_s, return_when=asyncio.FIRST_COMPLETED)
        if (winner := _winner(tasks)) is not None:
            return winner
        _drop_refused(waiting, tasks)
        if not waiting and all(task.done() for task in tasks.values()):
            return None
    return None


def _winner(tasks: dict[Attempt, asyncio.Task[None]]) -> Attempt | None:
    for attempt, task in tasks.items():
        if attempt.loop is not None:
            return attempt
        if not task.done() and attempt.is_answered:
            return None
    return None


def _drop_refused(waiting: list[Attempt], tasks: dict[Attempt, asyncio.Task[None]]) -> None:
    """A password that was refused once is not tried again: some servers lock the user out."""
    refused = {each.relay.server.host for each in tasks if each.reason is Reason.TURN_REFUSED}
    waiting[:] = [each for each in waiting if each.relay.server.host not in refused]
