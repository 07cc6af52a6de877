"""STUN as it is read and written: exact for good messages, deaf to all others."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.adapters.network.stun import (
    BINDING_ERROR,
    BINDING_REQUEST,
    BINDING_SUCCESS,
    HEADER_BYTES,
    StunFormatError,
    answered_transaction,
    binding_answer,
    binding_request,
    mapped_address,
    read_message,
)

TRANSACTION = bytes(range(12))
COOKIE = 0x2112A442

transactions = st.binary(min_size=12, max_size=12)
addresses = st.ip_addresses().map(str)
ports = st.integers(0, 65535)


def message(kind: int, body: bytes, transaction: bytes = TRANSACTION) -> bytes:
    return struct.pack("!HHI", kind, len(body), COOKIE) + transaction + body


def attribute(name: int, value: bytes) -> bytes:
    return struct.pack("!HH", name, len(value)) + value + bytes(-len(value) % 4)


@given(transaction=transactions, host=addresses, port=ports)
def test_the_address_seen_by_a_server_is_read_back(
    transaction: bytes, host: str, port: int
) -> None:
    answer = binding_answer(binding_request(transaction), host, port)
    assert answer is not None
    assert answered_transaction(answer) == transaction
    assert mapped_address(read_message(answer)) == (host, port)


@given(size=st.integers(0, 1500), filler=st.binary(max_size=200))
def test_a_request_has_the_size_asked_for(size: int, filler: bytes) -> None:
    request = binding_request(TRANSACTION, size, filler)
    assert len(request) == max(HEADER_BYTES, size // 4 * 4)
    found = read_message(request)
    assert (found.kind, found.transaction) == (BINDING_REQUEST, TRANSACTION)
    assert all(name >= 0x8000 for name in found.attributes)  # servers must not mind it
    assert binding_answer(request, "192.0.2.1", 1) is not None


@given(st.binary(max_size=300))
def test_no_bytes_whatever_upset_the_reader(data: bytes) -> None:
    try:
        found = read_message(data)
    except StunFormatError:
        return
    mapped_address(found)


@given(kind=st.integers(0, 0x3FFF), body=st.binary(max_size=200), transaction=transactions)
def test_nor_does_a_good_header_with_any_body(kind: int, body: bytes, transaction: bytes) -> None:
    data = message(kind, body, transaction)
    assert answered_transaction(data) == (
        transaction if kind in {BINDING_SUCCESS, BINDING_ERROR} else None
    )
    try:
        found = read_message(data)
    except StunFormatError:
        return
    mapped_address(found)
    assert sum(len(value) for value in found.attributes.values()) <= len(body)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        message(BINDING_SUCCESS, b"")[:-1],
        message(BINDING_SUCCESS, b"") + b"more",
        message(BINDING_SUCCESS, b"odd"),
        message(0x8101, b""),
        struct.pack("!HHI", BINDING_SUCCESS, 0, 1) + TRANSACTION,
        message(BINDING_SUCCESS, struct.pack("!HH", 0x20, 8) + bytes(4)),
        message(BINDING_SUCCESS, struct.pack("!HH", 0x20, 0xFFFF)),
        message(BINDING_SUCCESS, attribute(0x8000, b"") * 65),
    ],
)
def test_a_message_that_contradicts_itself_is_refused(data: bytes) -> None:
    with pytest.raises(StunFormatError):
        read_message(data)


def test_the_first_of_repeated_attributes_counts() -> None:
    body = attribute(0x8022, b"one") + attribute(0x8022, b"two")
    assert read_message(message(BINDING_SUCCESS, body)).attributes == {0x8022: b"one"}


def test_an_old_server_says_the_address_plainly() -> None:
    value = struct.pack("!BBH4s", 0, 1, 4711, bytes((192, 0, 2, 7)))
    found = read_message(message(BINDING_SUCCESS, attribute(0x0001, value)))
    assert mapped_address(found) == ("192.0.2.7", 4711)


@pytest.mark.parametrize("value", [b"", b"\0\1", bytes((0, 1, 0, 0)), bytes((0, 3)) + bytes(6)])
def test_an_address_of_no_known_kind_is_none(value: bytes) -> None:
    found = read_message(message(BINDING_SUCCESS, attribute(0x0020, value)))
    assert mapped_address(found) is None


def test_a_message_without_address_has_none() -> None:
    assert mapped_address(read_message(message(BINDING_SUCCESS, b""))) is None


@given(port=ports, size=st.integers(0, 200))
def test_an_answer_elsewhere_is_asked_for_by_port(port: int, size: int) -> None:
    request = binding_request(TRANSACTION, size, response_port=port)
    assert read_message(request).attributes[0x0027] == struct.pack("!HH", port, 0)
    assert len(request) == max(28, size // 4 * 4)
