"""HTTP servers on loopback that misbehave in one chosen way each."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

ASKED_BYTES = 100 * 1024 * 1024
BLOCK = bytes(65536)


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    fields: Mapping[str, str] = field(default_factory=dict)  # names in lower case

    @property
    def is_upload(self) -> bool:
        return self.method == "POST"

    @property
    def is_download(self) -> bool:
        return "garbage" in self.path


Behavior = Callable[["Connection", Request], None]


class Connection:
    """What a behavior may do to its client."""

    def __init__(self, sock: socket.socket, is_stopped: Callable[[], bool]) -> None:
        self.sock = sock
        self._is_stopped = is_stopped

    def send(self, data: bytes) -> None:
        self.sock.sendall(data)

    def head(self, status: int = 200, **fields: object) -> None:
        lines = [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
        self.send("\r\n".join([f"HTTP/1.1 {status} Whatever", *lines, "", ""]).encode())

    def drip(self, data: bytes) -> None:
        """One byte a second."""
        for byte in data:
            self.send(bytes([byte]))
            self.linger(1.0)

    def stream(self, size: int) -> None:
        while size > 0:
            self.send(BLOCK[: min(size, len(BLOCK))])
            time.sleep(0.0005)  # leave some of the computer to the client under test
            size -= len(BLOCK)

    def linger(self, seconds: float) -> None:
        """Do nothing until the server is stopped or the time is over."""
        deadline_s = time.monotonic() + seconds
        while time.monotonic() < deadline_s:
            if self._is_stopped():
                raise ConnectionAbortedError
            time.sleep(0.01)

    def swallow(self, size: int) -> None:
        while size > 0:
            data = self.sock.recv(min(size, 65536))
            if not data:
                raise ConnectionAbortedError
            size -= len(data)

    def reset(self) -> None:
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()


class HostileServer:
    """Accepts connections and lets *behavior* answer each request."""

    def __init__(self, behavior: Behavior, tls: ssl.SSLContext | None = None) -> None:
        self._behavior = behavior
        self._tls = tls
        self._stopped = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._listener.settimeout(0.05)
        self._threads: list[threading.Thread] = []
        self._accepting = threading.Thread(target=self._accept)

    @property
    def url(self) -> str:
        scheme = "http" if self._tls is None else "https"
        return f"{scheme}://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._accepting.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stopped.set()
        self._accepting.join()
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while not self._stopped.is_set():
            try:
                sock, _ = self._listener.accept()
            except TimeoutError:
                continue
            thread = threading.Thread(target=self._serve, args=(sock,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, sock: socket.socket) -> None:
        sock.settimeout(2.0)
        with contextlib.ExitStack() as stack, contextlib.suppress(OSError):
            stack.enter_context(sock)
            if self._tls is not None:
                sock = stack.enter_context(self._tls.wrap_socket(sock, server_side=True))
            connection = Connection(sock, self._stopped.is_set)
            while not self._stopped.is_set():
                request = _read_request(sock)
                if request is None:
                    return
                self._behavior(connection, request)


def _read_request(sock: socket.socket) -> Request | None:
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        byte = sock.recv(1)
        if not byte:
            return None
        head += byte
    method, path, _ = head.split(b"\r\n", 1)[0].decode().split(" ")
    length = next(
        (int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.startswith(b"Content-L")),
        0,
    )
    if length <= 4096:  # the small request that tries the path; larger ones are the behavior's
        while length > 0:
            length -= len(sock.recv(length)) or length
    else:
        path = f"{path}#{length}"
    return Request(method, path, _fields(head))


def _fields(head: bytes) -> dict[str, str]:
    lines = head.decode("latin-1").split("\r\n")[1:-2]
    return {
        name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
    }


def fine(connection: Connection, request: Request) -> None:
    """A server without fault."""
    if request.is_download:
        connection.head(Content_Length=ASKED_BYTES)
        connection.stream(ASKED_BYTES)
        return
    if "#" in request.path:
        connection.swallow(int(request.path.partition("#")[2]))
    connection.head(Content_Length=0)


def in_download(behavior: Callable[[Connection], None]) -> Behavior:
    """Misbehaves when data is fetched."""
    return lambda connection, request: (
        behavior(connection) if request.is_download else fine(connection, request)
    )


def in_load(behavior: Callable[[Connection], None]) -> Behavior:
    """Misbehaves when a large body is posted; small ones are taken."""
    return lambda connection, request: (
        behavior(connection) if "#" in request.path else fine(connection, request)
    )


def always(behavior: Callable[[Connection], None]) -> Behavior:
    return lambda connection, _: behavior(connection)
