"""How the home router maps ports: what two servers see of one socket (RFC 4787, section 4.1)."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Sequence

from workspace_assistant.adapters.network.stun import (
    BINDING_ANSWERS,
    TRANSACTION_BYTES,
    StunFormatError,
    binding_request,
    mapped_address,
    read_message,
)
from workspace_assistant.adapters.network.voice_path.udp_socket import family_of, header_bytes
from workspace_assistant.core.readiness.voice_path.model import Nat, Reason, Trouble

Endpoint = tuple[str, int]

_TRIES = 3
_SPACING_S = 0.04
_SHORTEST_WAIT_S = 0.1
_LARGEST_DATAGRAM_BYTES = 2048


def nat_of(own: Endpoint, first: Endpoint | None, second: Endpoint | None) -> Nat | Trouble:
    """From our own address and what the servers saw.

    An own address that reappears is no mapping at all, whatever a second server says.
    """
    if first is None:
        return Trouble(reason=Reason.NO_ANSWER)
    if first == own:
        return Nat.NONE
    if second is None:
        return Trouble(reason=Reason.TOO_FEW_SERVERS)
    return Nat.ENDPOINT_INDEPENDENT if first == second else Nat.ADDRESS_DEPENDENT


def find_nat(
    local_address: str, server: Endpoint, others: Sequence[Endpoint], round_trip_s: float
) -> tuple[Nat | Trouble, int]:
    """The mapping, and the bytes used to find it. Asks two servers from one port."""
    family = family_of(server[0])
    second = next((other for other in others if family_of(other[0]) == family), None)
    wait_s = max(_SHORTEST_WAIT_S, 2 * round_trip_s)
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as udp:
            udp.bind((local_address, 0))
            own = (local_address, int(udp.getsockname()[1]))
            seen, used_bytes = _ask(udp, server, wait_s)
            seen_by_second, more_bytes = (
                (None, 0) if second is None or seen == own else _ask(udp, second, wait_s)
            )
    except OSError:
        return Trouble(reason=Reason.NETWORK_UNREACHABLE), 0
    return nat_of(own, seen, seen_by_second), used_bytes + more_bytes


def _ask(udp: socket.socket, server: Endpoint, wait_s: float) -> tuple[Endpoint | None, int]:
    transactions: set[bytes] = set()
    used_bytes = 0
    for attempt in range(_TRIES):
        transaction = os.urandom(TRANSACTION_BYTES)
        transactions.add(transaction)
        request = binding_request(transaction)
        udp.sendto(request, server)
        used_bytes += len(request) + header_bytes(server[0])
        is_last = attempt == _TRIES - 1
        seen, more_bytes = _answer(
            udp, transactions, wait_s if is_last else max(wait_s / 2, _SPACING_S)
        )
        used_bytes += more_bytes
        if seen is not None:
            return seen, used_bytes
    return None, used_bytes


def _answer(
    udp: socket.socket, transactions: set[bytes], wait_s: float
) -> tuple[Endpoint | None, int]:
    """Whoever answers must know a transaction of ours, and nobody can guess one."""
    deadline_s = time.perf_counter() + wait_s
    used_bytes = 0
    while (left_s := deadline_s - time.perf_counter()) > 0:
        udp.settimeout(left_s)
        try:
            datagram, sender = udp.recvfrom(_LARGEST_DATAGRAM_BYTES)
            message = read_message(datagram)
        except (OSError, StunFormatError):
            continue
        used_bytes += len(datagram) + header_bytes(str(sender[0]))
        if message.kind in BINDING_ANSWERS and message.transaction in transactions:
            return mapped_address(message), used_bytes
    return None, used_bytes
