"""A small server to measure against: for tests, a demo without internet, or the home network.

Speaks LibreSpeed's paths (also below ``/backend``), Cloudflare's, those of a speedtest mini
server, and one plain file (``/data``); answers STUN Binding requests on the same port by UDP.
Says nothing about any line unless another computer asks it.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self

from workspace_assistant.adapters.network.stun import binding_answer
from workspace_assistant.adapters.network.target_http import CONNECTION_LIMIT_BPS, TargetServer


class EmbeddedTarget:
    """The target as a context manager. Loopback unless told otherwise; port 0 takes a free one."""

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        connection_limit_bps: float = CONNECTION_LIMIT_BPS,
    ) -> None:
        self.host = host
        self._wanted_port = port
        self._connection_limit_bps = connection_limit_bps
        self._server: TargetServer | None = None
        self._udp: socket.socket | None = None
        self._threads: list[threading.Thread] = []
        self._stopped = threading.Event()

    @property
    def port(self) -> int:
        """The port it listens on. Raises RuntimeError unless started."""
        if self._server is None:
            raise RuntimeError("the target is not running")
        port: int = self._server.server_address[1]
        return port

    @property
    def base_url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    def start(self) -> None:
        """Listen and answer. Raises OSError when the address or port cannot be had."""
        self._stopped.clear()
        self._server = TargetServer((self.host, self._wanted_port), self._connection_limit_bps)
        try:
            self._udp = socket.socket(self._server.address_family, socket.SOCK_DGRAM)
            self._udp.bind((self.host, self.port))
            self._udp.settimeout(0.1)
        except OSError:
            self._close()
            raise
        self._threads = [
            threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True),
            threading.Thread(target=self._answer_stun, args=(self._udp,), daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Stop listening, break open connections, wait for all threads."""
        self._stopped.set()
        serving: list[threading.Thread] = []
        if self._server is not None and self._threads:
            self._server.shutdown()
            serving = self._server.end_connections(older_than_s=0.0)
        for thread in (*self._threads, *serving):
            thread.join()
        self._threads = []
        self._close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def _close(self) -> None:
        if self._server is not None:
            self._server.server_close()
            self._server = None
        if self._udp is not None:
            self._udp.close()
            self._udp = None

    def _answer_stun(self, udp: socket.socket) -> None:
        while not self._stopped.is_set():
            with contextlib.suppress(OSError):  # nothing came, or nobody is there any more
                request, address = udp.recvfrom(2048)
                answer = binding_answer(request, address[0], address[1])
                if answer is not None:
                    udp.sendto(answer, address)
