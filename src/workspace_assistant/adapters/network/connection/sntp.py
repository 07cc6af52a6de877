"""Asks a time server for the time, by SNTP (RFC 4330)."""

from __future__ import annotations

import secrets
import socket
import struct
import time

from workspace_assistant.adapters.network.connection.inquiry import Inquiry
from workspace_assistant.core.readiness.connection.clock import TimeSample

PORT = 123
_SAMPLES = 4
_WAIT_S = 0.8
_MOST_SILENT = 2
_SPACING_S = 0.1
_PACKET_BYTES = 48
_VERSION_4_CLIENT = 0x23
_SERVER_MODE = 4
_NOT_SYNCHRONIZED = 3
_HIGHEST_STRATUM = 15
_EPOCH_S = 2_208_988_800  # from 1900 to 1970
_ERA_S = 2**32  # NTP's seconds begin anew in 2036


def ask_time(address: str, inquiry: Inquiry, port: int = PORT) -> tuple[TimeSample, ...]:
    """Up to four exchanges with the server at *address*; fewer when it is silent or refuses.

    Raises `HaltedError`, and OSError when there is no way to it.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    samples: list[TimeSample] = []
    silent = 0
    with socket.socket(family, socket.SOCK_DGRAM) as sock:
        sock.connect((address, port))
        while len(samples) < _SAMPLES and silent < _MOST_SILENT:
            sample = _ask_once(sock, inquiry)
            if sample is None:
                silent += 1
            else:
                samples.append(sample)
                inquiry.halt.wait(_SPACING_S)
    return tuple(samples)


def _ask_once(sock: socket.socket, inquiry: Inquiry) -> TimeSample | None:
    cookie = secrets.token_bytes(8)  # stands for our time, which is nobody's business
    question = bytes([_VERSION_4_CLIENT]) + bytes(39) + cookie
    asked_s, counter_s = time.time(), time.perf_counter()
    try:
        answer = inquiry.exchange(sock, question, _WAIT_S, lambda data: echoes(data, cookie))
    except OSError:
        return None
    # By the counter: a clock that is set meanwhile must not spoil the difference.
    answered_s = asked_s + time.perf_counter() - counter_s
    instants = parse_answer(answer, cookie)
    if instants is None:
        return None
    return TimeSample(
        asked_s=asked_s, received_s=instants[0], sent_s=instants[1], answered_s=answered_s
    )


def echoes(data: bytes, cookie: bytes) -> bool:
    """Whether *data* answers the question that carried *cookie*; nobody else can know it."""
    return len(data) >= _PACKET_BYTES and data[24:32] == cookie


def parse_answer(data: bytes, cookie: bytes) -> tuple[float, float] | None:
    """When the server received and sent, in seconds since 1970; None when it is no good answer.

    A server that is not synchronized, or asks to be left alone (a kiss of death, stratum 0), gives
    no time (RFC 4330, sections 5 and 8).
    """
    if not echoes(data, cookie):
        return None
    leap, mode, stratum = data[0] >> 6, data[0] & 7, data[1]
    if mode != _SERVER_MODE or leap == _NOT_SYNCHRONIZED or not 1 <= stratum <= _HIGHEST_STRATUM:
        return None
    received_s, sent_s = _seconds(data[32:40]), _seconds(data[40:48])
    return None if received_s is None or sent_s is None else (received_s, sent_s)


def _seconds(stamp: bytes) -> float | None:
    whole, part = struct.unpack("!II", stamp)
    if whole == 0 and part == 0:
        return None
    era_s = 0 if whole & 0x80000000 else _ERA_S  # RFC 4330, section 3
    return float(whole + era_s - _EPOCH_S + part / 2**32)
