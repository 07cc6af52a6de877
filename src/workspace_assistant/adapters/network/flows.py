"""One parallel transfer each: a thread that moves bytes and counts what was delivered."""

from __future__ import annotations

import threading
import time
from abc import ABC, abstractmethod

from workspace_assistant.adapters.network.exchange_error import ExchangeError, transferring
from workspace_assistant.adapters.network.halt import Halt, HaltedError
from workspace_assistant.adapters.network.http_channel import READ_BYTES, Channel, Target
from workspace_assistant.adapters.network.http_head import ResponseHead
from workspace_assistant.adapters.network.overriding import override
from workspace_assistant.adapters.network.routes import Routes
from workspace_assistant.adapters.network.send_queue import keep_queue_short, unsent_bytes
from workspace_assistant.core.readiness.bandwidth.model import Reason

_LOOK_FOR_ANSWER_EVERY_S = 0.05
# Waking up for every packet costs 18 % of a processor at 100 Mbit/s. A short rest after a read that
# found no more brings that to 2 %; a fast line fills whole reads and is never held up.
_SMALL_READ_BYTES = READ_BYTES
_LET_MORE_COME_S = 0.02


class Flow(ABC):
    """A transfer that goes on until halted or broken. `error` says why it broke."""

    def __init__(self, target: Target, routes: Routes, halt: Halt) -> None:
        self.error: ExchangeError | None = None
        self._target = target
        self._routes = routes
        self._halt = halt
        self._channel: Channel | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def join(self) -> None:
        self._thread.join()

    @abstractmethod
    def delivered_bytes(self) -> int:
        """Payload that has crossed the line so far; never falls. Called by another thread."""

    @abstractmethod
    def _transfer(self, channel: Channel) -> ResponseHead:
        """One request, whole; returns its answer."""

    def _run(self) -> None:
        try:
            while not self._halt.is_set():
                self._one_request()
        except HaltedError:
            return
        except ExchangeError as error:
            self.error = error
        except OSError as error:
            self.error = transferring(error)
        finally:
            self._drop_channel()

    def _one_request(self) -> None:
        if self._channel is None:
            self._channel = Channel(self._target, self._halt)
        head = self._transfer(self._channel)
        if not head.keeps_open:
            self._drop_channel()

    def _drop_channel(self) -> None:
        channel, self._channel = self._channel, None
        if channel is not None:
            channel.close()


class DownloadFlow(Flow):
    """Fetches the server's data again and again."""

    def __init__(self, target: Target, routes: Routes, halt: Halt) -> None:
        super().__init__(target, routes, halt)
        self._received_bytes = 0

    @override
    def delivered_bytes(self) -> int:
        return self._received_bytes

    @override
    def _transfer(self, channel: Channel) -> ResponseHead:
        channel.request("GET", self._routes.download)
        head = channel.read_head()
        check_download_head(head, self._routes)
        received = channel.read_body(head, "GET", self._count)
        if received < self._routes.least_answer_bytes:
            raise ExchangeError(Reason.ANSWER_TOO_SHORT)
        return head

    def _count(self, payload_bytes: int) -> None:
        self._received_bytes += payload_bytes
        if 0 < payload_bytes < _SMALL_READ_BYTES:
            time.sleep(_LET_MORE_COME_S)


class UploadFlow(Flow):
    """Posts data that cannot be compressed; counts what the other side has acknowledged."""

    def __init__(self, target: Target, routes: Routes, halt: Halt, payload: memoryview) -> None:
        super().__init__(target, routes, halt)
        self._payload = payload
        self._sent_bytes = 0
        self._delivered_bytes = 0

    @override
    def delivered_bytes(self) -> int:
        channel = self._channel
        if channel is not None:
            acknowledged = self._sent_bytes - unsent_bytes(channel.wire.sock)
            self._delivered_bytes = max(self._delivered_bytes, acknowledged)
        return self._delivered_bytes

    @override
    def _transfer(self, channel: Channel) -> ResponseHead:
        keep_queue_short(channel.wire.sock)
        channel.request("POST", self._routes.upload, self._routes.post_bytes)
        early = self._send_body(channel)
        head = early or channel.read_head(lambda: unsent_bytes(channel.wire.sock) > 0)
        check_upload_head(head)
        channel.skip_body(head, "POST")
        return head

    def _send_body(self, channel: Channel) -> ResponseHead | None:
        """Send it all; an answer that comes meanwhile ends it when it is a refusal."""
        left = self._routes.post_bytes
        offset = 0
        early: ResponseHead | None = None
        looked_at_s = time.monotonic()
        while left:
            size = min(left, READ_BYTES, len(self._payload) - offset)
            sent = self._send(channel, self._payload[offset : offset + size])
            self._sent_bytes += sent
            left -= sent
            offset = (offset + sent) % len(self._payload)
            now_s = time.monotonic()
            if early is None and now_s > looked_at_s + _LOOK_FOR_ANSWER_EVERY_S:
                looked_at_s = now_s
                early = _refusal_or_none(channel)
        return early

    def _send(self, channel: Channel, data: memoryview) -> int:
        try:
            return channel.wire.send(data)
        except OSError:
            _refusal_or_none(channel)  # a server that refuses often resets right after
            raise


def _refusal_or_none(channel: Channel) -> ResponseHead | None:
    head = channel.early_head()
    if head is not None:
        check_upload_head(head)
    return head


def check_download_head(head: ResponseHead, routes: Routes) -> None:
    """Raises `ExchangeError` unless the answer announces the data that was asked for."""
    if head.is_redirect:
        raise ExchangeError(Reason.REDIRECTED_ELSEWHERE, head.status)
    if not head.is_success:
        raise ExchangeError(Reason.SERVER_REFUSED, head.status)
    if head.length_bytes is not None and head.length_bytes < routes.least_answer_bytes:
        raise ExchangeError(Reason.ANSWER_TOO_SHORT)


def check_upload_head(head: ResponseHead) -> None:
    """Raises `ExchangeError` unless the server took the data."""
    if head.is_redirect:
        raise ExchangeError(Reason.REDIRECTED_ELSEWHERE, head.status)
    if not head.is_success:
        raise ExchangeError(Reason.SERVER_REFUSED, head.status)
