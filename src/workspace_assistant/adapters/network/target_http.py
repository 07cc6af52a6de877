"""The HTTP side of the embedded target: paths, data, and bounds for every connection."""

from __future__ import annotations

import os
import re
import socket
import socketserver
import threading
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit

from workspace_assistant.adapters.network.overriding import override

MEBIBYTE = 1 << 20
MOST_CONNECTIONS = 64
CONNECTION_IDLE_S = 10.0
CONNECTION_LIFE_S = 60.0
# Eight connections at this rate are 2 Gbit/s: far above any line, and the computer stays usable.
CONNECTION_LIMIT_BPS = 250_000_000
_MOST_MEBIBYTES = 1024
_MOST_POST_BYTES = 1 << 31
_BLOCK_BYTES = 131072
_PLAIN_FILE_BYTES = 32 * MEBIBYTE
_RANDOM_IMAGE = re.compile(r"/speedtest/random(\d{3,4})x(\d{3,4})\.jpg")
# speedtest mini's images hold about two bytes per pixel of side times side.
_IMAGE_BYTES_PER_PIXEL = 1.9766
_UPLOADS = {"/empty.php", "/__up", "/data", "/speedtest/upload.php"}
_MINI_PAGE = b'<script>upload_extension: "php"</script>'


# What the standard library calls a request: a connection, or for UDP a packet with its socket.
Request = socket.socket | tuple[bytes, socket.socket]


class _Handler(BaseHTTPRequestHandler):
    """One connection; may carry many requests."""

    protocol_version = "HTTP/1.1"
    server_version = "workspace-assistant-target"
    sys_version = ""
    timeout = CONNECTION_IDLE_S
    disable_nagle_algorithm = True
    wbufsize = _BLOCK_BYTES
    server: TargetServer

    def do_GET(self) -> None:
        path, query = self._path_and_query()
        if path == "/garbage.php":
            self._send_random(_number(query, "ckSize", 4, _MOST_MEBIBYTES) * MEBIBYTE)
        elif path == "/__down":
            self._send_random(_number(query, "bytes", 0, _MOST_MEBIBYTES * MEBIBYTE))
        elif path == "/data":
            self._send_random(_PLAIN_FILE_BYTES)
        elif image := _RANDOM_IMAGE.fullmatch(path):
            self._send_random(int(int(image[1]) * int(image[2]) * _IMAGE_BYTES_PER_PIXEL))
        else:
            self._send_small(path)

    def do_HEAD(self) -> None:
        path, _ = self._path_and_query()
        if path == "/data":
            self._send_head(HTTPStatus.OK, _PLAIN_FILE_BYTES)
        else:
            self._send_head(HTTPStatus.METHOD_NOT_ALLOWED, 0)

    def do_POST(self) -> None:
        path, _ = self._path_and_query()
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > _MOST_POST_BYTES or path not in _UPLOADS:
            self.close_connection = True
            self._send(HTTPStatus.BAD_REQUEST, b"")
        elif self._swallow(int(length)):
            self._send(HTTPStatus.OK, f"size={length}".encode())

    @override
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
        """Nothing: the target keeps no record of who asked."""

    def _path_and_query(self) -> tuple[str, dict[str, list[str]]]:
        parts = urlsplit(self.path)
        return parts.path.removeprefix("/backend"), parse_qs(parts.query)

    def _send_small(self, path: str) -> None:
        answers = {
            "/empty.php": b"",
            "/getIP.php": self.client_address[0].encode(),
            "/speedtest/latency.txt": b"test=test\n",
            "/speedtest/upload.php": b"size=0",
            "/": _MINI_PAGE,
            "": _MINI_PAGE,
            "/speedtest/": _MINI_PAGE,
        }
        answer = answers.get(path)
        if answer is None:
            self._send(HTTPStatus.NOT_FOUND, b"")
        else:
            self._send(HTTPStatus.OK, answer)

    def _send(self, status: HTTPStatus, body: bytes) -> None:
        self._send_head(status, len(body))
        self.wfile.write(body)
        self.wfile.flush()

    def _send_head(self, status: HTTPStatus, length_bytes: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(length_bytes))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()

    def _send_random(self, length_bytes: int) -> None:
        self._send_head(HTTPStatus.OK, length_bytes)
        self.wfile.flush()
        pace = _Pace(self.server.connection_limit_bps)
        block = self.server.block
        while length_bytes > 0:
            part = block[: min(length_bytes, len(block))]
            self.connection.sendall(part)
            length_bytes -= len(part)
            pace.moved(len(part))

    def _swallow(self, length_bytes: int) -> bool:
        """Read a body and forget it; False when it ended early."""
        pace = _Pace(self.server.connection_limit_bps)
        buffer = memoryview(bytearray(_BLOCK_BYTES))
        while length_bytes > 0:
            size = self.rfile.readinto1(buffer[: min(length_bytes, len(buffer))])
            if not size:
                self.close_connection = True
                return False
            length_bytes -= size
            pace.moved(size)
        return True


class _Pace:
    """Keeps one transfer below a rate."""

    def __init__(self, limit_bps: float) -> None:
        self._limit_bps = limit_bps
        self._free_at_s = time.monotonic()

    def moved(self, size: int) -> None:
        now_s = time.monotonic()
        self._free_at_s = max(self._free_at_s, now_s - 0.05) + size * 8 / self._limit_bps
        if self._free_at_s > now_s:
            time.sleep(self._free_at_s - now_s)


class TargetServer(socketserver.ThreadingTCPServer):
    """Accepts a bounded number of connections and ends those that live too long."""

    allow_reuse_address = True
    request_queue_size = MOST_CONNECTIONS

    def __init__(self, address: tuple[str, int], connection_limit_bps: float) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        self.connection_limit_bps = connection_limit_bps
        self.block = memoryview(os.urandom(_BLOCK_BYTES))
        self._open: dict[socket.socket, tuple[float, threading.Thread]] = {}
        self._lock = threading.Lock()
        super().__init__(address, _Handler)

    @override
    def verify_request(self, request: object, client_address: object) -> bool:
        with self._lock:
            return len(self._open) < MOST_CONNECTIONS

    @override
    def process_request(self, request: Request, client_address: object) -> None:
        thread = threading.Thread(
            target=self.process_request_thread, args=(request, client_address), daemon=True
        )
        if isinstance(request, socket.socket):
            with self._lock:
                self._open[request] = (time.monotonic(), thread)
        thread.start()

    @override
    def shutdown_request(self, request: Request) -> None:
        if isinstance(request, socket.socket):
            with self._lock:
                self._open.pop(request, None)
        super().shutdown_request(request)

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: a client that breaks its connection is how every measurement ends."""

    @override
    def service_actions(self) -> None:
        self.end_connections(older_than_s=CONNECTION_LIFE_S)

    def end_connections(self, older_than_s: float) -> list[threading.Thread]:
        """Break them; returns the threads that will end for it."""
        now_s = time.monotonic()
        with self._lock:
            old = [
                (request, thread)
                for request, (born_s, thread) in self._open.items()
                if now_s - born_s >= older_than_s
            ]
            for request, _ in old:
                _break(request)
        return [thread for _, thread in old]


def _break(request: socket.socket) -> None:
    try:
        request.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # the client was faster


def _number(query: dict[str, list[str]], name: str, otherwise: int, most: int) -> int:
    text = query.get(name, [""])[0]
    return min(int(text), most) if text.isdecimal() and len(text) < 16 else otherwise
