"""STUN Binding (RFC 8489): requests, answers, and a reader that trusts nothing it is given."""

from __future__ import annotations

import ipaddress
import struct
from dataclasses import dataclass

HEADER_BYTES = 20
TRANSACTION_BYTES = 12
BINDING_REQUEST = 0x0001
BINDING_SUCCESS = 0x0101
BINDING_ERROR = 0x0111
BINDING_ANSWERS = frozenset({BINDING_SUCCESS, BINDING_ERROR})
# Of the range that servers must ignore when they do not know it (section 14); used by nothing.
PADDING_ATTRIBUTE = 0xFF57

_MAGIC_COOKIE = 0x2112A442
_MAPPED_ADDRESS = 0x0001
_XOR_MAPPED_ADDRESS = 0x0020
_RESPONSE_PORT = 0x0027
_ATTRIBUTE_HEADER_BYTES = 4
_MOST_ATTRIBUTES = 64
_ADDRESS_BYTES = {1: 4, 2: 16}


class StunFormatError(Exception):
    """Not a STUN message, or one that contradicts itself."""


@dataclass(frozen=True, slots=True)
class StunMessage:
    """One message; of attributes that repeat, only the first counts (section 14)."""

    kind: int
    transaction: bytes
    attributes: dict[int, bytes]


def binding_request(
    transaction: bytes,
    size_bytes: int = HEADER_BYTES,
    filler: bytes = b"",
    *,
    response_port: int | None = None,
) -> bytes:
    """A Binding request, padded to *size_bytes* (rounded down to a multiple of four).

    *response_port* asks for the answer at that port of ours instead of the sending one (RFC 5780,
    section 7.5); a server that cannot do so answers with an error.
    """
    body = (
        b"" if response_port is None else struct.pack("!HHHH", _RESPONSE_PORT, 4, response_port, 0)
    )
    room = (size_bytes - HEADER_BYTES - len(body) - _ATTRIBUTE_HEADER_BYTES) // 4 * 4
    if room >= 0:
        body += struct.pack("!HH", PADDING_ATTRIBUTE, room) + filler[:room].ljust(room, b"\0")
    return struct.pack("!HHI", BINDING_REQUEST, len(body), _MAGIC_COOKIE) + transaction + body


def answered_transaction(datagram: bytes) -> bytes | None:
    """The transaction that a datagram answers; None when it is no answer to a Binding request."""
    if len(datagram) < HEADER_BYTES:
        return None
    kind, length, cookie = struct.unpack_from("!HHI", datagram)
    if cookie != _MAGIC_COOKIE or kind not in BINDING_ANSWERS:
        return None
    return datagram[8:HEADER_BYTES] if len(datagram) == HEADER_BYTES + length else None


def read_message(datagram: bytes) -> StunMessage:
    """Raises `StunFormatError` for anything that is not exactly one well-formed message."""
    if len(datagram) < HEADER_BYTES:
        raise StunFormatError("shorter than a header")
    kind, length, cookie = struct.unpack_from("!HHI", datagram)
    if cookie != _MAGIC_COOKIE or kind & 0xC000:
        raise StunFormatError("not STUN")
    if length % 4 or len(datagram) != HEADER_BYTES + length:
        raise StunFormatError("wrong length")
    return StunMessage(kind, datagram[8:HEADER_BYTES], _read_attributes(datagram[HEADER_BYTES:]))


def _read_attributes(body: bytes) -> dict[int, bytes]:
    attributes: dict[int, bytes] = {}
    position = 0
    for _ in range(_MOST_ATTRIBUTES):
        if position == len(body):
            return attributes
        # The body is a multiple of four, and so is every step: a header is always there.
        name, length = struct.unpack_from("!HH", body, position)
        position += _ATTRIBUTE_HEADER_BYTES
        if position + length > len(body):
            raise StunFormatError("an attribute ends behind the message")
        attributes.setdefault(name, body[position : position + length])
        position += length + -length % 4
    raise StunFormatError("too many attributes")


def mapped_address(message: StunMessage) -> tuple[str, int] | None:
    """Address and port that the server saw; None when it did not say so properly."""
    if (value := message.attributes.get(_XOR_MAPPED_ADDRESS)) is not None:
        return _read_address(value, struct.pack("!I", _MAGIC_COOKIE) + message.transaction)
    if (value := message.attributes.get(_MAPPED_ADDRESS)) is not None:
        return _read_address(value, bytes(16))
    return None


def _read_address(value: bytes, mask: bytes) -> tuple[str, int] | None:
    if len(value) < 4 or len(value) != 4 + _ADDRESS_BYTES.get(value[1], -1):
        return None
    plain = bytes(one ^ other for one, other in zip(value[4:], mask, strict=False))
    (port,) = struct.unpack("!H", bytes((value[2] ^ mask[0], value[3] ^ mask[1])))
    return str(ipaddress.ip_address(plain)), port


def binding_answer(request: bytes, host: str, port: int) -> bytes | None:
    """The answer to a Binding request from *host*:*port*; None for anything else."""
    if len(request) < HEADER_BYTES:
        return None
    kind, length, cookie = struct.unpack_from("!HHI", request)
    if (kind, cookie) != (BINDING_REQUEST, _MAGIC_COOKIE):
        return None
    if length % 4 or len(request) != HEADER_BYTES + length:
        return None
    transaction = request[8:HEADER_BYTES]
    attribute = _xor_mapped_address(transaction, host, port)
    return (
        struct.pack("!HHI", BINDING_SUCCESS, len(attribute), _MAGIC_COOKIE)
        + transaction
        + attribute
    )


def _xor_mapped_address(transaction: bytes, host: str, port: int) -> bytes:
    address = ipaddress.ip_address(host.partition("%")[0])
    family = 1 if address.version == 4 else 2  # RFC 8489, section 14.1
    mask = (struct.pack("!I", _MAGIC_COOKIE) + transaction)[: len(address.packed)]
    hidden = bytes(one ^ other for one, other in zip(address.packed, mask, strict=True))
    value = struct.pack("!BBH", 0, family, port ^ (_MAGIC_COOKIE >> 16)) + hidden
    return struct.pack("!HH", _XOR_MAPPED_ADDRESS, len(value)) + value
