"""Collectors on this computer that take telemetry, or fail in one of many ways."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import (
    ExportMetricsServiceRequest,
)

PROTOBUF = "application/x-protobuf"


@dataclass
class Came:
    """One request."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def logs(self) -> ExportLogsServiceRequest:
        return ExportLogsServiceRequest.FromString(self.body)

    @property
    def metrics(self) -> ExportMetricsServiceRequest:
        return ExportMetricsServiceRequest.FromString(self.body)


@dataclass
class Answering:
    """How a collector answers: what is empty is left out."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": PROTOBUF})
    body: bytes = b""


@dataclass
class Collector:
    url: str
    came: list[Came] = field(default_factory=list)
    answering: Answering = field(default_factory=Answering)


@contextmanager
def collector(context: ssl.SSLContext | None = None, port: int = 0) -> Iterator[Collector]:
    """One that answers as its `answering` says."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            body = self.rfile.read(length)
            if len(body) < length:  # the sender was killed: no receiver takes half a message
                return
            running.came.append(Came(self.path, dict(self.headers), body))
            answer = running.answering
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *words: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *words: object) -> None:
            """A client that does not trust it hangs up."""

    server = Server(("127.0.0.1", port), Handler)
    scheme = "http" if context is None else "https"
    if context is not None:
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    running = Collector(f"{scheme}://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield running
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def raw_collector(behave: Callable[[socket.socket], None]) -> Iterator[str]:
    """One whose every connection is treated by *behave*; its address."""
    listener = socket.create_server(("127.0.0.1", 0))
    opened: list[socket.socket] = []

    def serve() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                opened.append(connection)
                threading.Thread(target=treat, args=(connection,), daemon=True).start()

    def treat(connection: socket.socket) -> None:
        with suppress(OSError):
            behave(connection)

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        for one in (listener, *opened):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
