"""Peers on loopback that say exactly what a test wants, and short ways to try them."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from workspace_assistant.adapters.network.endpoints.probe import NetworkEndpointProbe
from workspace_assistant.adapters.network.limits import EngineLimits
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.endpoints.address import parse_address
from workspace_assistant.core.readiness.endpoints.model import (
    EndpointOutcome,
    EndpointTask,
    FamilyOutcome,
    Step,
)

LIMITS = EngineLimits(
    resolve_s=0.5, connect_s=0.4, handshake_s=0.5, answer_s=0.4, poll_s=0.02, head_bytes=16384
)
Serve = Callable[[socket.socket], None]


def quiet() -> JobContext:
    return JobContext(lambda _: None)


def task(url: str, name: str = "x", login: tuple[str, str] | None = None) -> EndpointTask:
    address = parse_address(url)
    assert address is not None
    return EndpointTask(name=name, url=url, address=address, login=login)


def probe(
    *tasks: EndpointTask,
    tls: Callable[[], ssl.SSLContext] = ssl.create_default_context,
    limits: EngineLimits = LIMITS,
    within_s: float = 5.0,
    ctx: JobContext | None = None,
) -> tuple[EndpointOutcome, ...]:
    made = NetworkEndpointProbe(limits=limits, tls=tls)
    return made.probe(tasks, within_s, lambda _: None, ctx or quiet())


def only_way(url: str, **more: object) -> FamilyOutcome:
    """The one way to *url*, an address of one family."""
    login = more.pop("login", None)
    (outcome,) = probe(replace(task(url), login=login), **more)  # type: ignore[arg-type]  # test sugar
    (way,) = outcome.ways
    return way


def steps_of(way: FamilyOutcome) -> list[Step]:
    return [step.step for step in way.steps]


@contextmanager
def tcp_peer(
    serve: Serve, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1"
) -> Iterator[str]:
    """Yields ``host:port``; *serve* gets each connection and may do what it likes with it."""
    stopped = threading.Event()
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.create_server((host, 0), family=family, backlog=64)
    listener.settimeout(0.02)
    threads: list[threading.Thread] = []

    def handle(sock: socket.socket) -> None:
        sock.settimeout(3.0)
        with contextlib.ExitStack() as stack, contextlib.suppress(OSError):
            stack.enter_context(sock)
            if tls is not None:
                sock = stack.enter_context(tls.wrap_socket(sock, server_side=True))
            serve(sock)

    def accept() -> None:
        while not stopped.is_set():
            with contextlib.suppress(TimeoutError):
                sock, _ = listener.accept()
                threads.append(threading.Thread(target=handle, args=(sock,)))
                threads[-1].start()

    accepting = threading.Thread(target=accept)
    accepting.start()
    try:
        shown = f"[{host}]" if ":" in host else host
        yield f"{shown}:{listener.getsockname()[1]}"
    finally:
        stopped.set()
        accepting.join()
        listener.close()
        for thread in threads:
            thread.join()


@contextmanager
def udp_peer(answer: Callable[[bytes], Iterable[bytes]], host: str = "127.0.0.1") -> Iterator[str]:
    """Yields ``host:port``; every datagram that *answer* gives goes back to the sender."""
    stopped = threading.Event()
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as sock:
        sock.bind((host, 0))
        sock.settimeout(0.02)

        def run() -> None:
            while not stopped.is_set():
                with contextlib.suppress(OSError):
                    data, sender = sock.recvfrom(65535)
                    for one in answer(data):
                        sock.sendto(one, sender)

        thread = threading.Thread(target=run)
        thread.start()
        try:
            shown = f"[{host}]" if ":" in host else host
            yield f"{shown}:{sock.getsockname()[1]}"
        finally:
            stopped.set()
            thread.join()


def until_head_end(sock: socket.socket) -> bytes:
    data = b""
    while not data.endswith(b"\r\n\r\n"):
        more = sock.recv(4096)
        if not more:
            raise ConnectionAbortedError
        data += more
    return data


def until_closed(sock: socket.socket) -> bytes:
    data = b""
    while more := sock.recv(4096):
        data += more
    return data


def say(data: bytes) -> Serve:
    """Answer the first head with *data*, then wait for the client to go."""

    def serve(sock: socket.socket) -> None:
        until_head_end(sock)
        sock.sendall(data)
        until_closed(sock)

    return serve


def drip(data: bytes, pause_s: float = 0.05) -> Serve:
    def serve(sock: socket.socket) -> None:
        until_head_end(sock)
        for byte in data:
            sock.sendall(bytes([byte]))
            time.sleep(pause_s)

    return serve


def flood(start: bytes, block: bytes, total_bytes: int) -> Serve:
    """*start*, then *block* again and again, until the client goes."""

    def serve(sock: socket.socket) -> None:
        until_head_end(sock)
        sock.sendall(start)
        for _ in range(total_bytes // len(block)):
            sock.sendall(block)

    return serve


def accepted(head: bytes) -> bytes:
    key = next(
        line.split(b": ")[1]
        for line in head.split(b"\r\n")
        if line.startswith(b"Sec-WebSocket-Key")
    )
    digest = hashlib.sha1(key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest()
    return (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + base64.b64encode(digest) + b"\r\n\r\n"
    )


def upgraded(before: bytes = b"", *, pongs: bool = True, after: bytes = b"") -> Serve:
    """A WebSocket server that says *before*, answers the ping or not, and says *after*."""

    def serve(sock: socket.socket) -> None:
        sock.sendall(accepted(until_head_end(sock)) + before)
        frame = sock.recv(4096)
        mask, hidden = frame[2:6], frame[6:14]
        payload = bytes(byte ^ mask[index % 4] for index, byte in enumerate(hidden))
        if pongs:
            sock.sendall(b"\x8a" + bytes([len(payload)]) + payload)
        sock.sendall(after)
        until_closed(sock)

    return serve
