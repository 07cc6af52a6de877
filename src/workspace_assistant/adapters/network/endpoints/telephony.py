"""The SIP step: OPTIONS, answered in any way that is final."""

from __future__ import annotations

import time

from workspace_assistant.adapters.network.endpoints.datagrams import ask, udp_socket
from workspace_assistant.adapters.network.endpoints.faults import StepFailedError
from workspace_assistant.adapters.network.endpoints.sip_message import (
    options_request,
    read_status,
)
from workspace_assistant.adapters.network.endpoints.stream import Stream
from workspace_assistant.adapters.network.endpoints.walk import Walk
from workspace_assistant.core.readiness.endpoints.model import Fault, Step

_FIRST_FINAL = 200
_FIRST_ERROR_OF_SERVERS = 500
_MOST_INTERIM = 8


def sip_over_udp(walk: Walk) -> None:
    walk.step = Step.SIP
    with udp_socket(walk) as sock:
        request = options_request(walk.task.address, sock.getsockname()[:2])

        def read(data: bytes) -> int | None:
            status = read_status(data, request)
            return status if status is not None and status >= _FIRST_FINAL else None

        status, began_s = ask(sock, walk, request.data, read)
    walk.took(began_s)
    _judge(walk, status)


def sip_over_stream(stream: Stream, walk: Walk) -> None:
    walk.step = Step.SIP
    request = options_request(walk.task.address, stream.local_place())
    began_s = time.perf_counter()
    stream.send(request.data)
    deadline_s = stream.deadline_s()
    for _ in range(_MOST_INTERIM):
        stream.skip_line_ends(deadline_s)
        status = read_status(stream.take_head(deadline_s), request)
        if status is None:
            break
        if status >= _FIRST_FINAL:
            walk.took(began_s)
            _judge(walk, status)
            return
    raise StepFailedError(Fault.MALFORMED_ANSWER)


def _judge(walk: Walk, status: int) -> None:
    walk.status = status
    if status >= _FIRST_ERROR_OF_SERVERS:
        raise StepFailedError(Fault.BAD_STATUS, status=status)
