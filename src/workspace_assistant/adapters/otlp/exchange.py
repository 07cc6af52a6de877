"""One request and its answer within a time given, whatever the other side does."""

from __future__ import annotations

import http.client
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from workspace_assistant.core.publishing.model import Trouble
from workspace_assistant.core.publishing.ports import ReceiverError

_LOOK_EVERY_S = 0.05
# The answer of a receiver is some bytes; a page of a proxy is of no use.
_MOST_ANSWER_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    url: str
    body: bytes
    headers: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    status: int
    retry_after: str
    content_type: str
    body: bytes


class Exchange:
    """Runs on a thread of its own, left behind when nothing comes back; tries nothing twice.

    No redirect is followed, and no proxy asked: the token is for the named host alone.
    """

    def __init__(self, request: Request, tls: Callable[[], ssl.SSLContext], io_s: float) -> None:
        self._request = request
        self._tls = tls
        self._io_s = io_s
        self._connection: http.client.HTTPConnection | None = None
        self._found: Answer | Trouble = Trouble.NO_ANSWER
        self._has_ended = threading.Event()
        threading.Thread(target=self._run, name="publish", daemon=True).start()

    def answer(self, within_s: float, checkpoint: Callable[[], None]) -> Answer:
        """Raises `ReceiverError`, or what *checkpoint* raises meanwhile."""
        deadline_s = time.monotonic() + within_s
        try:
            while not self._has_ended.wait(_LOOK_EVERY_S):
                checkpoint()
                if time.monotonic() > deadline_s:
                    raise ReceiverError(Trouble.NO_ANSWER)
        finally:
            self._abandon()
        if isinstance(self._found, Trouble):
            raise ReceiverError(self._found)
        return self._found

    def _abandon(self) -> None:
        """Ends what the thread may still wait for."""
        connection = self._connection
        sock = connection.sock if connection and not self._has_ended.is_set() else None
        if sock is not None:
            with suppress(OSError):
                sock.shutdown(2)

    def _run(self) -> None:
        try:
            self._found = self._asked()
        except (ssl.SSLCertVerificationError, ssl.CertificateError):
            self._found = Trouble.NOT_TRUSTED
        except TimeoutError:
            self._found = Trouble.NO_ANSWER
        except (http.client.BadStatusLine, http.client.LineTooLong) as error:
            closed = isinstance(error, http.client.RemoteDisconnected)
            self._found = Trouble.NO_ANSWER if closed else Trouble.NOT_UNDERSTOOD
        except http.client.IncompleteRead:
            self._found = Trouble.NO_ANSWER
        except http.client.HTTPException:
            self._found = Trouble.NOT_UNDERSTOOD
        except (OSError, ValueError, AttributeError):  # the last: shut while it was opened
            self._found = Trouble.UNREACHABLE
        finally:
            if self._connection is not None:
                self._connection.close()
            self._has_ended.set()

    def _asked(self) -> Answer:
        parts = urlsplit(self._request.url)
        connection = self._connect(parts.scheme, parts.hostname or "", parts.port)
        self._connection = connection
        connection.request("POST", parts.path, self._request.body, self._request.headers)
        with connection.getresponse() as response:
            body = response.read(_MOST_ANSWER_BYTES)
            if response.length and len(body) < _MOST_ANSWER_BYTES:
                raise http.client.IncompleteRead(body, response.length)
            return Answer(
                status=response.status,
                retry_after=response.getheader("Retry-After", ""),
                content_type=response.getheader("Content-Type", ""),
                body=body,
            )

    def _connect(self, scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
        if scheme == "http":  # on this computer alone: core.publishing.address
            return http.client.HTTPConnection(host, port, timeout=self._io_s)
        context = self._tls()
        return http.client.HTTPSConnection(host, port, timeout=self._io_s, context=context)
