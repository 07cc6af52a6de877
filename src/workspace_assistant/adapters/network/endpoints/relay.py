"""The STUN and TURN steps: a Binding, or an allocation that is given back at once (RFC 8656)."""

from __future__ import annotations

import secrets
import struct
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workspace_assistant.adapters.network.endpoints.datagrams import ask, udp_socket
from workspace_assistant.adapters.network.endpoints.faults import StepFailedError
from workspace_assistant.adapters.network.endpoints.stream import Stream
from workspace_assistant.adapters.network.endpoints.walk import Walk
from workspace_assistant.adapters.network.halt import HaltedError
from workspace_assistant.adapters.network.stun import (
    HEADER_BYTES,
    TRANSACTION_BYTES,
    answered_transaction,
    binding_request,
)
from workspace_assistant.core.readiness.endpoints.model import Fault, Step

if TYPE_CHECKING:
    from aioice.stun import Message

_UDP_RELAY = 0x11000000  # REQUESTED-TRANSPORT: protocol 17 in the first of four bytes
_LONGEST_ANSWER_BYTES = 4096
# Asked for, so that what is not given back after all blocks nobody's quota for long.
_LIFETIME_S = 60
_UNAUTHORIZED = 401
_STALE_NONCE = 438


def stun(walk: Walk) -> None:
    """Any answer to a Binding request proves that a STUN server listens."""
    walk.step = Step.STUN
    transaction = secrets.token_bytes(TRANSACTION_BYTES)
    with udp_socket(walk) as sock:
        _, began_s = ask(
            sock,
            walk,
            binding_request(transaction),
            lambda data: True if answered_transaction(data) == transaction else None,
        )
    walk.took(began_s)


def turn_over_udp(walk: Walk) -> None:
    walk.step = Step.STUN
    with udp_socket(walk) as sock:

        def exchange(request: Message) -> tuple[Message, float]:
            return ask(sock, walk, bytes(request), lambda data: _read(data, request))

        _allocate(walk, _Exchanges(exchange, sock.send))


def turn_over_stream(stream: Stream, walk: Walk) -> None:
    walk.step = Step.STUN

    def exchange(request: Message) -> tuple[Message, float]:
        began_s = time.perf_counter()
        stream.send(bytes(request))
        deadline_s = stream.deadline_s()
        head = stream.take(HEADER_BYTES, deadline_s)
        length = int.from_bytes(head[2:4], "big")
        if length > _LONGEST_ANSWER_BYTES:
            raise StepFailedError(Fault.MALFORMED_ANSWER)
        answer = _read(head + stream.take(length, deadline_s), request)
        if answer is None:
            raise StepFailedError(Fault.MALFORMED_ANSWER)
        return answer, began_s

    _allocate(walk, _Exchanges(exchange, stream.send))


@dataclass(frozen=True, slots=True)
class _Exchanges:
    """How messages go out: one that is answered, and one that is not awaited."""

    ask: Callable[[Message], tuple[Message, float]]
    tell: Callable[[bytes], object]


def _allocate(walk: Walk, exchanges: _Exchanges) -> None:
    """Ask for a relay without a name first: that gives realm and nonce (RFC 8489, section 9.2)."""
    from aioice.stun import Class

    answer, began_s = exchanges.ask(_allocation())
    walk.took(began_s)
    walk.step = Step.TURN
    if answer.message_class == Class.RESPONSE:  # a server that asks nobody for his name
        walk.took(began_s)
        _release_surely(exchanges, _release)
        return
    if answer.error_code != _UNAUTHORIZED or not {"REALM", "NONCE"} <= answer.attributes.keys():
        raise StepFailedError(Fault.BAD_STATUS, status=answer.error_code)
    if walk.task.login is None:
        raise StepFailedError(Fault.NO_PASSWORD)
    _allocate_as(walk.task.login, answer, walk, exchanges)


def _allocate_as(
    login: tuple[str, str], challenge: Message, walk: Walk, exchanges: _Exchanges
) -> None:
    from aioice.stun import Class

    realm = challenge.attributes["REALM"]
    key = _key(login, realm)

    def release() -> Message:
        return _signed(_release(), login[0], challenge, realm, key)

    try:
        answer, began_s = exchanges.ask(_signed(_allocation(), login[0], challenge, realm, key))
        if answer.error_code == _STALE_NONCE and "NONCE" in answer.attributes:
            challenge = answer
            answer, _ = exchanges.ask(_signed(_allocation(), login[0], challenge, realm, key))
    except (OSError, HaltedError, StepFailedError):  # it may have consented all the same
        with suppress(OSError, HaltedError):
            exchanges.tell(bytes(release()))
        raise
    if answer.error_code == _UNAUTHORIZED:
        raise StepFailedError(Fault.CREDENTIALS_REFUSED, status=_UNAUTHORIZED)
    if answer.message_class != Class.RESPONSE:
        raise StepFailedError(Fault.BAD_STATUS, status=answer.error_code)
    is_whole = "XOR-RELAYED-ADDRESS" in answer.attributes
    if not is_whole or not answer.check_message_integrity(key):  # it does not know the password
        exchanges.tell(bytes(release()))
        raise StepFailedError(Fault.MALFORMED_ANSWER)
    walk.took(began_s)
    _release_surely(exchanges, release)


def _release_surely(exchanges: _Exchanges, release: Callable[[], Message]) -> None:
    """Until the relay has said that it has it back, and as long as there is time."""
    with suppress(OSError, HaltedError, StepFailedError):
        exchanges.ask(release())


def _key(login: tuple[str, str], realm: str) -> bytes:
    from aioice.turn import make_integrity_key

    return make_integrity_key(login[0], realm, login[1])


def _allocation() -> Message:
    from aioice.stun import Class, Message, Method

    request = Message(message_method=Method.ALLOCATE, message_class=Class.REQUEST)
    request.attributes["REQUESTED-TRANSPORT"] = _UDP_RELAY
    request.attributes["LIFETIME"] = _LIFETIME_S
    return request


def _release() -> Message:
    """A lifetime of nothing gives the relay back (RFC 8656, section 8)."""
    from aioice.stun import Class, Message, Method

    request = Message(message_method=Method.REFRESH, message_class=Class.REQUEST)
    request.attributes["LIFETIME"] = 0
    return request


def _signed(request: Message, user: str, challenge: Message, realm: str, key: bytes) -> Message:
    request.attributes["USERNAME"] = user
    request.attributes["REALM"] = realm
    request.attributes["NONCE"] = challenge.attributes["NONCE"]
    request.add_message_integrity(key)
    return request


def _read(data: bytes, request: Message) -> Message | None:
    """The answer to *request*; None for anything else, malformed or forged."""
    from aioice.stun import Class, parse_message

    if len(data) > _LONGEST_ANSWER_BYTES + HEADER_BYTES:
        return None
    try:
        message = parse_message(data)
    except (ValueError, struct.error):
        return None
    is_answer = message.message_class in {Class.RESPONSE, Class.ERROR}
    is_ours = (
        message.transaction_id == request.transaction_id
        and message.message_method == request.message_method
    )
    return message if is_answer and is_ours else None
