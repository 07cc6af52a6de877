"""Tries every server of a profile at once: a few Binding requests each, and TCP beside silence."""

from __future__ import annotations

import errno
import os
import selectors
import socket
import time
from dataclasses import dataclass, field

from workspace_assistant.adapters.network.stun import (
    BINDING_ANSWERS,
    TRANSACTION_BYTES,
    StunFormatError,
    binding_request,
    mapped_address,
    read_message,
)
from workspace_assistant.adapters.network.voice_path.addresses import ServerAddress
from workspace_assistant.adapters.network.voice_path.udp_socket import (
    connected_socket,
    header_bytes,
    send_once,
)
from workspace_assistant.core.readiness.voice_path.model import Reason

SILENCE_S = 1.5  # without any answer by then, UDP counts as blocked
_REQUESTS_AT_S = (0.0, 0.3, 0.7, 1.1)
_TCP_BEGINS_S = 0.6
_LARGEST_DATAGRAM_BYTES = 2048
_MOST_READ_AT_ONCE = 16
# What starting to connect says when it has not failed.
_UNDER_WAY = {0, errno.EINPROGRESS, errno.EWOULDBLOCK}


@dataclass(slots=True)
class Trial:
    """What became of one address of one server."""

    address: ServerAddress
    udp: socket.socket | None = None
    tcp: socket.socket | None = None
    sent_s: dict[bytes, float] = field(default_factory=dict)
    round_trip_s: float | None = None
    mapped: tuple[str, int] | None = None
    is_refused: bool = False
    spoke_otherwise: bool = False
    is_reached_by_tcp: bool = False
    bytes_used: int = 0

    @property
    def reason(self) -> Reason | None:
        """Why there was no answer; None when there was."""
        if self.round_trip_s is not None:
            return None
        if self.udp is None:
            return Reason.NETWORK_UNREACHABLE
        if self.spoke_otherwise:
            return Reason.NOT_STUN
        return Reason.UDP_BLOCKED if self.is_reached_by_tcp else Reason.NO_ANSWER


def try_all(addresses: list[ServerAddress], silence_s: float = SILENCE_S) -> list[Trial]:
    """One trial of each address, all side by side; ends when all have answered, or in silence."""
    trials = [_begin(address) for address in addresses]
    with selectors.DefaultSelector() as selector:
        for trial in trials:
            if trial.udp is not None:
                selector.register(trial.udp, selectors.EVENT_READ, trial)
        try:
            _exchange(trials, selector, silence_s)
        finally:
            for trial in trials:
                for sock in (trial.udp, trial.tcp):
                    if sock is not None:
                        sock.close()
    return trials


def _begin(address: ServerAddress) -> Trial:
    try:
        return Trial(address, connected_socket(address.address, address.server.port))
    except OSError:
        return Trial(address)


def _exchange(trials: list[Trial], selector: selectors.BaseSelector, silence_s: float) -> None:
    began_s = time.perf_counter()
    plan = [(at_s, _ask) for at_s in _REQUESTS_AT_S] + [(_TCP_BEGINS_S, _begin_tcp)]
    plan.sort(key=lambda entry: entry[0])
    waiting = [trial for trial in trials if trial.udp is not None]
    while waiting and (passed_s := time.perf_counter() - began_s) < silence_s:
        while plan and plan[0][0] <= passed_s:
            _, act = plan.pop(0)
            for trial in waiting:
                act(trial, selector)
        until_s = min(plan[0][0], silence_s) if plan else silence_s
        for key, _ in selector.select(max(0.0, until_s - (time.perf_counter() - began_s))):
            _look_at(key.data, key.fileobj, selector)
        waiting = [trial for trial in waiting if trial.round_trip_s is None]


def _ask(trial: Trial, _selector: selectors.BaseSelector) -> None:
    if trial.udp is None:
        return
    transaction = os.urandom(TRANSACTION_BYTES)
    request = binding_request(transaction)
    trial.sent_s[transaction] = time.perf_counter()
    if send_once(trial.udp, request):
        trial.bytes_used += len(request) + header_bytes(trial.address.address)


def _begin_tcp(trial: Trial, selector: selectors.BaseSelector) -> None:
    """Whether the host is there at all: asked only while it is silent by UDP."""
    trial.tcp = socket.socket(trial.address.family, socket.SOCK_STREAM)
    trial.tcp.settimeout(0)
    error = trial.tcp.connect_ex((trial.address.address, trial.address.server.port))
    if error in _UNDER_WAY:
        selector.register(trial.tcp, selectors.EVENT_WRITE, trial)
    else:  # nothing was sent: such a socket is writable and without an error, yet reaches nobody
        trial.is_reached_by_tcp = is_reached(error, is_refused_by_udp=trial.is_refused)


def _look_at(trial: Trial, sock: object, selector: selectors.BaseSelector) -> None:
    if sock is trial.tcp and trial.tcp is not None:
        selector.unregister(trial.tcp)
        error = trial.tcp.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        trial.is_reached_by_tcp = is_reached(error, is_refused_by_udp=trial.is_refused)
    elif trial.udp is not None:
        _read(trial, trial.udp)


def is_reached(error: int, *, is_refused_by_udp: bool) -> bool:
    """Whether a TCP connection proves that only UDP is closed.

    Open proves it. Refused proves that the host is there; but when it refuses UDP alike, nothing
    listens on that port, and nobody blocks anything.
    """
    return error == 0 or (error == errno.ECONNREFUSED and not is_refused_by_udp)


def _read(trial: Trial, udp: socket.socket) -> None:
    for _ in range(_MOST_READ_AT_ONCE):
        try:
            datagram = udp.recv(_LARGEST_DATAGRAM_BYTES)
        except BlockingIOError:
            return
        except OSError:  # an ICMP error: the port is closed, or somebody on the way says no
            trial.is_refused = True
            return
        at_s = time.perf_counter()
        trial.bytes_used += len(datagram) + header_bytes(trial.address.address)
        _take(trial, datagram, at_s)


def _take(trial: Trial, datagram: bytes, at_s: float) -> None:
    try:
        message = read_message(datagram)
    except StunFormatError:
        trial.spoke_otherwise = True
        return
    if message.kind not in BINDING_ANSWERS:  # our own request came back: no server of ours
        trial.spoke_otherwise = True
        return
    left_s = trial.sent_s.get(message.transaction)
    if left_s is not None and trial.round_trip_s is None:
        trial.round_trip_s = at_s - left_s
        trial.mapped = mapped_address(message)
