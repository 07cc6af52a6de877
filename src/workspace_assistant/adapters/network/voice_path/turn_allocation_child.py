"""One allocation on a relay (RFC 8656): opened, given a peer to talk with, given back.

Used in the stream's process alone, on an event loop of its own.
"""

from __future__ import annotations

import asyncio
import contextlib
import struct
import time
from collections.abc import Callable, Coroutine
from typing import Any

from aioice import stun, turn

from workspace_assistant.adapters.network.overriding import override
from workspace_assistant.adapters.network.system_tls import system_tls
from workspace_assistant.adapters.network.voice_path.addresses import ServerAddress
from workspace_assistant.adapters.network.voice_path.turn_servers import Relay
from workspace_assistant.adapters.network.voice_path.turn_traffic import Traffic
from workspace_assistant.adapters.network.voice_path.udp_socket import (
    connected_socket,
    header_bytes,
    mark_expedited,
)
from workspace_assistant.core.readiness.voice_path.model import Transport

PeerAddress = tuple[str, int]
Login = tuple[str, str]
# What a peer sent, and when by `time.perf_counter`.
OnPayload = Callable[[bytes, float], None]

_LIFETIME_S = 600
_SHORTEST_LIFETIME_S = 60  # a short test, its opening and what can go wrong with both
# A permission lasts 300 s (RFC 8656, section 9), and none is ever renewed.
_LONGEST_USE_S = 280
_RELEASE_S = 0.4
# TCP's header with time stamps, as nearly every system sends it, in place of UDP's.
_TCP_HEADER_BYTES = 32
_UDP_HEADER_BYTES = 8
_TLS_RECORD_BYTES = 22  # header, type and tag of one record (RFC 8446, section 5)
_PIECE_BYTES = 4096


class _Receiver(asyncio.DatagramProtocol):
    """Hands on what peers send."""

    def __init__(self) -> None:
        self.on_payload: OnPayload | None = None

    @override
    def datagram_received(self, data: bytes, addr: object) -> None:
        if self.on_payload is not None:
            self.on_payload(data, time.perf_counter())


class _Counted(turn.TurnClientMixin):
    """Counts packets both ways, and drops those that no reader of STUN should trip over."""

    traffic: Traffic
    granted_s = 0.0

    @override
    def refresh(self, time_to_expiry: int) -> Coroutine[Any, Any, None]:
        """Nothing is ever renewed: a relay that grants no time at all would be asked without end.

        The time granted is told to nobody else, and noted here.
        """
        self.granted_s = float(time_to_expiry)
        return asyncio.sleep(0)

    @override
    def datagram_received(self, data: bytes | str, addr: tuple[str, int]) -> None:
        if pause_s := self.traffic.note_received(len(data)):
            self.bear_flood(pause_s)
        with contextlib.suppress(struct.error):  # an attribute shorter than its kind
            super().datagram_received(data, addr)

    def bear_flood(self, pause_s: float) -> None:
        """What comes meanwhile is dropped by the system: nothing else lives on this loop."""
        time.sleep(pause_s)

    @override
    def send_stun(self, message: stun.Message, addr: tuple[str, int]) -> None:
        self.traffic.note_sent(len(bytes(message)))
        super().send_stun(message, addr)

    def send_in_channel(self, payload: bytes, peer: PeerAddress) -> None:
        framed = struct.pack("!HH", self.peer_to_channel[peer], len(payload)) + payload
        self.traffic.note_sent(len(framed))
        self._send(framed)


class _ByUdp(_Counted, turn.TurnClientUdpProtocol):
    pass


class _ByStream(_Counted, turn.TurnClientTcpProtocol):
    @override
    def data_received(self, data: bytes) -> None:
        """In pieces: many tiny messages at once would cost the square of their number."""
        for start in range(0, len(data), _PIECE_BYTES):
            if not self.transport.is_closing():
                super().data_received(data[start : start + _PIECE_BYTES])

    @override
    def bear_flood(self, pause_s: float) -> None:
        """A stream keeps what nobody reads: hang up."""
        self.transport.close()


class Allocation:
    """An open allocation.

    `relayed` is its address on the relay, `mapped` ours as the relay sees it; `took_ms` is from the
    first packet (or the connection) to the relay's consent. Past `good_until_s`, by
    `time.perf_counter`, it may be gone.
    """

    def __init__(
        self, client: _Counted, relayed: PeerAddress, began_s: float, *, is_marked: bool
    ) -> None:
        now_s = time.perf_counter()
        self._client = client
        self._receiver = _Receiver()
        client.receiver = self._receiver
        self.relayed = relayed
        self.mapped = client.mapped_address
        self.took_ms = 1000 * (now_s - began_s)
        self.good_until_s = began_s + min(client.granted_s, _LONGEST_USE_S)
        self.is_marked = is_marked

    def hear(self, on_payload: OnPayload) -> None:
        self._receiver.on_payload = on_payload

    async def admit(self, peer: PeerAddress) -> None:
        """Permission and channel for *peer* (RFC 8656, section 12). Raises as `allocate` does."""
        await self._client.send_data(b"", peer)

    def send(self, payload: bytes, peer: PeerAddress) -> None:
        """To a peer that was admitted, without waiting; only on the loop's own thread."""
        self._client.send_in_channel(payload, peer)

    async def release(self) -> None:
        """Give it back. Bounded, and never fails: on the relay it runs out by itself."""
        await _give_back(self._client)


def traffic_of(relay: Relay, address: str) -> Traffic:
    """Counts what goes through the relay's connection; its own handshakes are not seen."""
    by_udp = header_bytes(address)
    by_tcp = by_udp - _UDP_HEADER_BYTES + _TCP_HEADER_BYTES
    overheads_bytes = {
        Transport.TURN_UDP: by_udp,
        Transport.TURN_TCP: by_tcp,
        Transport.TURN_TLS: by_tcp + _TLS_RECORD_BYTES,
    }
    return Traffic(overheads_bytes[relay.transport])


async def allocate(
    relay: Relay, address: ServerAddress, login: Login, traffic: Traffic
) -> Allocation:
    """Raises OSError or `stun.TransactionError`. Has no deadline of its own.

    Time too short for a test is a failure. What the relay may have granted is given back then, as
    when this is called off.
    """
    began_s = time.perf_counter()
    kind = _ByUdp if relay.transport is Transport.TURN_UDP else _ByStream
    client = kind(
        (address.address, relay.server.port),
        username=login[0],
        password=login[1],
        lifetime=_LIFETIME_S,
        channel_refresh_time=_LIFETIME_S,
    )
    client.traffic = traffic
    is_marked = await _connect(client, relay, address)
    try:
        relayed = await client.connect()
        _check_lifetime(client.granted_s)
    except stun.TransactionFailed:  # refused: another request in this name would count against it
        client.transport.close()
        raise
    except BaseException:
        await _give_back(client)
        raise
    return Allocation(client, relayed, began_s, is_marked=is_marked)


def _check_lifetime(granted_s: float) -> None:
    if granted_s < _SHORTEST_LIFETIME_S:
        raise ConnectionError(f"granted for {granted_s:.0f} s only")


async def _give_back(client: _Counted) -> None:
    if client.integrity_key is not None:  # else the relay has not even heard a name from us
        with contextlib.suppress(TimeoutError, OSError, stun.TransactionError):
            await asyncio.wait_for(client.delete(), _RELEASE_S)
    client.transport.close()


async def _connect(client: _ByUdp | _ByStream, relay: Relay, address: ServerAddress) -> bool:
    """Whether packets leave marked for expedited forwarding."""
    loop = asyncio.get_running_loop()
    if isinstance(client, _ByUdp):
        udp = connected_socket(address.address, relay.server.port)
        is_marked = mark_expedited(udp)
        await loop.create_datagram_endpoint(lambda: client, sock=udp)
        return is_marked
    is_secure = relay.transport is Transport.TURN_TLS
    await loop.create_connection(
        lambda: client,
        host=address.address,
        port=relay.server.port,
        ssl=system_tls(application="") if is_secure else None,
        server_hostname=relay.server.host if is_secure else None,
    )
    return False
