"""A collector that takes OTLP over HTTP (OTLP specification 1, “OTLP/HTTP”)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workspace_assistant.adapters.otlp.encoding import CONTENT_TYPE, encoded, rejected_count
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.publishing.address import path_of
from workspace_assistant.core.publishing.model import Message, Reply, Signal

if TYPE_CHECKING:  # what connects is imported when there is something to send
    import ssl

    from workspace_assistant.adapters.otlp.exchange import Answer

_WITHIN_S = 15.0
_IO_S = 10.0


class OtlpReceiver:
    """Implements the port `Receiver`. Every request has a connection of its own."""

    def __init__(
        self,
        app_version: str,
        *,
        tls: Callable[[], ssl.SSLContext] | None = None,
        within_s: float = _WITHIN_S,
    ) -> None:
        self._agent = f"workspace-assistant/{app_version}"
        self._tls = tls or _system_tls
        self._within_s = within_s

    def send(self, url: str, token: str, message: Message, ctx: JobContext, /) -> Reply:
        from workspace_assistant.adapters.otlp.exchange import Exchange, Request

        headers = {
            "Content-Type": CONTENT_TYPE,
            "User-Agent": self._agent,
            # The same for every try: a gateway may know by it what it has.
            "Idempotency-Key": f"{message.report_id}-{message.signal.value}",
        }
        if token:
            headers["Authorization"] = f"Bearer {token}"
        request = Request(
            url=f"{url}{path_of(message.signal)}", body=encoded(message), headers=headers
        )
        exchange = Exchange(request, self._tls, min(_IO_S, self._within_s))
        answer = exchange.answer(self._within_s, ctx.checkpoint)
        return Reply(
            status=answer.status,
            retry_after=answer.retry_after,
            rejected=_rejected(answer, message.signal),
        )


def _rejected(answer: Answer, signal: Signal) -> int | None:
    """An answer that says nothing is one without rejections, whatever it calls itself."""
    if not answer.body:
        return 0
    if CONTENT_TYPE not in answer.content_type:
        return None
    return rejected_count(answer.body, signal)


def _system_tls() -> ssl.SSLContext:
    """Servers and their names are verified by this computer's own trust store."""
    import ssl

    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
