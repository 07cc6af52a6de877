"""STUN Binding answers (RFC 8489): tells a caller which address its packets come from."""

from __future__ import annotations

import ipaddress
import struct

HEADER_BYTES = 20
_MAGIC_COOKIE = 0x2112A442
_BINDING_REQUEST = 0x0001
_BINDING_SUCCESS = 0x0101
_XOR_MAPPED_ADDRESS = 0x0020


def binding_answer(request: bytes, host: str, port: int) -> bytes | None:
    """The answer to a Binding request from *host*:*port*; None for anything else."""
    if len(request) < HEADER_BYTES:
        return None
    kind, length, cookie = struct.unpack_from("!HHI", request)
    if (kind, cookie) != (_BINDING_REQUEST, _MAGIC_COOKIE):
        return None
    if length % 4 or len(request) != HEADER_BYTES + length:
        return None
    transaction = request[8:HEADER_BYTES]
    attribute = _xor_mapped_address(transaction, host, port)
    return (
        struct.pack("!HHI", _BINDING_SUCCESS, len(attribute), _MAGIC_COOKIE)
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
