"""The plain stream: every packet is a STUN Binding request, every answer tells a round trip."""

from __future__ import annotations

import os
import socket
import threading
import time

from workspace_assistant.adapters.network.kernel_stamps import ask_for_stamps, receive
from workspace_assistant.adapters.network.stun import (
    TRANSACTION_BYTES,
    answered_transaction,
    binding_request,
)
from workspace_assistant.adapters.network.voice_path.addresses import (
    has_route,
    look_up,
    named_servers,
)
from workspace_assistant.adapters.network.voice_path.reasons import (
    server_answers,
    why_none,
)
from workspace_assistant.adapters.network.voice_path.source import (
    PAYLOAD_BYTES,
    OnArrival,
    OpenedSource,
)
from workspace_assistant.adapters.network.voice_path.trials import Trial, try_all
from workspace_assistant.adapters.network.voice_path.udp_socket import (
    connected_socket,
    header_bytes,
    mark_expedited,
    send_once,
)
from workspace_assistant.core.readiness.voice_path.model import (
    Reason,
    ServerAnswer,
    Transport,
    Trouble,
    VoicePathTroubleError,
    VoiceTarget,
)

_LARGEST_DATAGRAM_BYTES = 2048
_LOOK_AROUND_S = 0.2
# The kernel notes when each came: waking up for every one would cost a hundredth of a processor.
_LET_MORE_COME_S = 0.08
# Our answers come 50 times a second. Whoever floods the socket is read no faster than this.
_MOST_READ_PER_S = 2000


class StunSource:
    """Binding requests to one address. Transaction ids are random: no answer can be forged blindly.

    `foreign_datagrams` counts what came and answered nothing that was asked.
    """

    def __init__(self, address: str, port: int, used_before_bytes: int = 0) -> None:
        self._udp = connected_socket(address, port)
        self.is_marked = mark_expedited(self._udp)
        self._is_stamped = ask_for_stamps(self._udp)
        self._header_bytes = header_bytes(address)
        self._filler = os.urandom(PAYLOAD_BYTES)  # nothing on the way can compress it
        self._numbers: dict[bytes, int] = {}
        self._sent_bytes = used_before_bytes
        self._received_bytes = 0
        self._is_closed = threading.Event()
        self._receiver: threading.Thread | None = None
        self.foreign_datagrams = 0

    def start(self, on_arrival: OnArrival) -> None:
        self._udp.settimeout(0 if self._is_stamped else _LOOK_AROUND_S)
        self._receiver = threading.Thread(target=self._receive, args=(on_arrival,), daemon=True)
        self._receiver.start()

    def send(self, number: int) -> float:
        transaction = os.urandom(TRANSACTION_BYTES)
        packet = binding_request(transaction, PAYLOAD_BYTES, self._filler)
        self._numbers[transaction] = number
        at_s = time.perf_counter()
        if send_once(self._udp, packet):
            self._sent_bytes += len(packet) + self._header_bytes
        return at_s

    @property
    def bytes_used(self) -> int:
        return self._sent_bytes + self._received_bytes

    def close(self) -> None:
        self._is_closed.set()
        if self._receiver is not None:
            self._receiver.join(2 * _LOOK_AROUND_S)
        self._udp.close()

    def _receive(self, on_arrival: OnArrival) -> None:
        read, since_s = 0, time.perf_counter()
        while not self._is_closed.is_set():
            try:
                datagram, at_s = receive(
                    self._udp, _LARGEST_DATAGRAM_BYTES, is_stamped=self._is_stamped
                )
            except BlockingIOError:
                self._is_closed.wait(_LET_MORE_COME_S)
                continue
            except TimeoutError:
                continue
            except OSError:  # an ICMP error for a packet of ours: that packet is lost, no more
                time.sleep(1 / _MOST_READ_PER_S)
                continue
            self._take(datagram, at_s, on_arrival)
            read += 1
            if at_s - since_s >= 1:
                read, since_s = 0, at_s
            elif read >= _MOST_READ_PER_S:
                self._is_closed.wait(since_s + 1 - at_s)

    def _take(self, datagram: bytes, at_s: float, on_arrival: OnArrival) -> None:
        self._received_bytes += len(datagram) + self._header_bytes
        number = self._numbers.get(answered_transaction(datagram) or b"")
        if number is None:
            self.foreign_datagrams += 1
        else:
            on_arrival(number, at_s)


def open_stun(target: VoiceTarget) -> OpenedSource:
    """The first server, in the order of the profile, that answers by UDP.

    Raises `VoicePathTroubleError`, within 5 s, when none does.
    """
    servers = named_servers(target)
    if not servers:
        raise VoicePathTroubleError(Trouble(reason=Reason.NO_SERVER_NAMED))
    addresses = look_up(servers)
    trials = try_all([one for server in servers for one in addresses[server]])
    routes = frozenset(family for family in (socket.AF_INET, socket.AF_INET6) if has_route(family))
    answers = server_answers(servers, trials, routes)
    best = next((trial for trial in trials if trial.round_trip_s is not None), None)
    if best is None:
        raise VoicePathTroubleError(why_none(answers, routes), answers)
    return _opened(best, trials, answers)


def _opened(best: Trial, trials: list[Trial], answers: tuple[ServerAnswer, ...]) -> OpenedSource:
    address, port = best.address.address, best.address.server.port
    source = StunSource(address, port, sum(trial.bytes_used for trial in trials))
    return OpenedSource(
        source=source,
        transport=Transport.STUN,
        server=best.address.server.uri,
        address=address,
        port=port,
        answers=answers,
        mapped_address=host_and_port(*best.mapped) if best.mapped else "",
        round_trip_s=best.round_trip_s or 0.0,
        is_marked=source.is_marked,
        others=tuple(
            (trial.address.address, trial.address.server.port)
            for trial in trials
            if trial.round_trip_s is not None and trial.address.address != address
        ),
    )


def host_and_port(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
