"""How packets get into the loop: straight to the relayed address, or through a second allocation.

The loop is: feeder - relay - allocation. Straight is what the far end of a call does; where only
the relay's own port is open, the second allocation goes through that as well.
"""

from __future__ import annotations

import asyncio
import ipaddress
import secrets
import time
from typing import Protocol

from aioice import stun

from workspace_assistant.adapters.network.overriding import override
from workspace_assistant.adapters.network.stun import (
    TRANSACTION_BYTES,
    StunFormatError,
    binding_request,
    mapped_address,
    read_message,
)
from workspace_assistant.adapters.network.voice_path.addresses import ServerAddress
from workspace_assistant.adapters.network.voice_path.source import PAYLOAD_BYTES
from workspace_assistant.adapters.network.voice_path.turn_allocation_child import (
    Allocation,
    PeerAddress,
)
from workspace_assistant.adapters.network.voice_path.turn_traffic import Traffic
from workspace_assistant.adapters.network.voice_path.udp_socket import (
    connected_socket,
    mark_expedited,
    send_once,
)

_LARGEST_DATAGRAM_BYTES = 2048
_ASK_AGAIN_AFTER_S = (0.4, 0.8)
_MOST_FOREIGN = 50
_PROBES = 20
_PROBE_SPACING_S = 0.05
_LAST_PROBE_WAIT_S = 0.5


class Feeder(Protocol):
    """Puts payloads into the loop. `send` may be called by another thread, and never waits."""

    def send(self, payload: bytes) -> float:
        """When it left, by `time.perf_counter`."""

    async def close(self) -> None: ...


class DirectFeeder:
    """A plain UDP socket. Use `reflexive` to be admitted, then `aim`."""

    def __init__(self, address: ServerAddress, traffic: Traffic) -> None:
        self._udp = connected_socket(address.address, address.server.port)
        mark_expedited(self._udp)
        self._traffic = traffic

    async def reflexive(self) -> PeerAddress | None:
        """This socket's address as the relay sees it; None when it does not answer STUN."""
        asked: set[bytes] = set()
        for wait_s in _ASK_AGAIN_AFTER_S:
            transaction = secrets.token_bytes(TRANSACTION_BYTES)
            asked.add(transaction)
            request = binding_request(transaction)
            send_once(self._udp, request)
            self._traffic.note_sent(len(request))
            try:
                return await asyncio.wait_for(self._answer(asked), wait_s)
            except (TimeoutError, OSError):
                continue
        return None

    async def _answer(self, asked: set[bytes]) -> PeerAddress | None:
        loop = asyncio.get_running_loop()
        for _ in range(_MOST_FOREIGN):
            datagram = await loop.sock_recv(self._udp, _LARGEST_DATAGRAM_BYTES)
            self._traffic.note_received(len(datagram))
            try:
                message = read_message(datagram)
            except StunFormatError:
                continue
            if message.transaction in asked:
                return mapped_address(message)
        return None

    def aim(self, relayed: PeerAddress) -> None:
        """Raises OSError when there is no way to it."""
        self._udp.connect(relayed)

    def send(self, payload: bytes) -> float:
        at_s = time.perf_counter()
        if send_once(self._udp, payload):
            self._traffic.note_sent(len(payload))
        return at_s

    async def close(self) -> None:
        self._udp.close()


class RelayedFeeder:
    """A second allocation on the same relay."""

    def __init__(self, allocation: Allocation, goal: PeerAddress) -> None:
        self._allocation = allocation
        self._goal = goal
        self._loop = asyncio.get_running_loop()

    def send(self, payload: bytes) -> float:
        at_s = time.perf_counter()
        self._loop.call_soon_threadsafe(self._allocation.send, payload, self._goal)
        return at_s

    async def close(self) -> None:
        await self._allocation.release()


class SelfFeeder(RelayedFeeder):
    """The allocation itself, whose relayed address is its own peer.

    Over one connection TCP's acknowledgements ride on the packets that go the other way. Over two,
    each would come on top: up to 50 more packets a second.
    """

    def __init__(self, allocation: Allocation) -> None:
        super().__init__(allocation, allocation.relayed)

    @override
    async def close(self) -> None:
        """Whoever opened the allocation gives it back."""


async def direct_feeder(
    allocation: Allocation, address: ServerAddress, traffic: Traffic
) -> DirectFeeder | None:
    """Admitted and aimed; None where the relay or the network does not allow it.

    Where the relay says that its packets come from another host than itself, they would have to
    be sent to a host that nobody named: never.
    """
    if not _is_same_host(allocation.relayed[0], address.address):
        return None
    feeder = DirectFeeder(address, traffic)
    try:
        if (reflexive := await feeder.reflexive()) is not None:
            await allocation.admit(reflexive)
            feeder.aim(allocation.relayed)
            return feeder
    except (OSError, stun.TransactionError):
        pass
    except BaseException:
        await feeder.close()
        raise
    await feeder.close()
    return None


def _is_same_host(claimed: str, named: str) -> bool:
    try:
        return ipaddress.ip_address(claimed) == ipaddress.ip_address(named.partition("%")[0])
    except ValueError:
        return False


async def round_trip_s(allocation: Allocation, feeder: Feeder) -> float | None:
    """The first packet around the loop; None when none of a second's worth came back."""
    sent_s: dict[bytes, float] = {}
    came: asyncio.Future[float] = asyncio.get_running_loop().create_future()

    def take(payload: bytes, at_s: float) -> None:
        left_s = sent_s.get(payload)
        if left_s is not None and not came.done():
            came.set_result(at_s - left_s)

    allocation.hear(take)
    for number in range(1, _PROBES + 1):
        payload = secrets.token_bytes(PAYLOAD_BYTES)
        sent_s[payload] = time.perf_counter()
        feeder.send(payload)
        wait_s = _PROBE_SPACING_S if number < _PROBES else _LAST_PROBE_WAIT_S
        await asyncio.wait({came}, timeout=wait_s)
        if came.done():
            return came.result()
    return None
