"""UDP servers on loopback that behave as told."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from workspace_assistant.adapters.network.stun import binding_answer

LOOPBACK = "127.0.0.1"

Answer = Callable[[bytes, tuple[str, int]], Iterable[bytes]]


def good(request: bytes, sender: tuple[str, int]) -> list[bytes]:
    answer = binding_answer(request, *sender)
    return [] if answer is None else [answer]


def silent(_request: bytes, _sender: tuple[str, int]) -> list[bytes]:
    return []


@contextmanager
def udp_server(answer: Answer) -> Iterator[int]:
    """Serves until the context ends; gives the port."""
    udp = socket.socket(type=socket.SOCK_DGRAM)
    udp.bind((LOOPBACK, 0))
    udp.settimeout(0.02)
    is_over = threading.Event()

    def serve() -> None:
        while not is_over.is_set():
            try:
                request, sender = udp.recvfrom(65536)
            except OSError:
                continue
            for datagram in answer(request, sender):
                udp.sendto(datagram, sender)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield int(udp.getsockname()[1])
    finally:
        is_over.set()
        thread.join()
        udp.close()


def closed_port() -> int:
    with socket.socket(type=socket.SOCK_DGRAM) as udp:
        udp.bind((LOOPBACK, 0))
        return int(udp.getsockname()[1])
