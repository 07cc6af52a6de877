"""ICMP echoes to measure a lab with: ``python echoes.py HOST COUNT SPACING_MS BYTES TTL``.

Prints one JSON list: round trips in milliseconds by sequence number, null where nothing came; for a
router that said why not, its address and the ICMP type and code instead. BYTES is the size of the
IP packet, never fragmented; TTL 0 leaves the system's.
"""

from __future__ import annotations

import json
import select
import socket
import struct
import sys
import time

_ECHO_REQUEST = 8
_HEADERS_BYTES = 28
_RECEIVE_ERRORS = 11
_MTU_DISCOVER, _ALWAYS_WHOLE = 10, 3  # IP_MTU_DISCOVER, IP_PMTUDISC_PROBE
_WAIT_S = 0.7


def measure(
    host: str, count: int, spacing_s: float, size_bytes: int, ttl: int
) -> list[float | str | None]:
    found: list[float | str | None] = [None] * count
    sent_s: list[float] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM, socket.IPPROTO_ICMP) as link:
        link.setsockopt(socket.IPPROTO_IP, _RECEIVE_ERRORS, 1)
        link.setsockopt(socket.IPPROTO_IP, _MTU_DISCOVER, _ALWAYS_WHOLE)
        if ttl:
            link.setsockopt(socket.IPPROTO_IP, socket.IP_TTL, ttl)
        link.connect((host, 0))
        began_s = time.perf_counter()
        end_s = began_s + count * spacing_s + _WAIT_S
        while (now_s := time.perf_counter()) < end_s and (len(sent_s) < count or None in found):
            due_s = began_s + len(sent_s) * spacing_s if len(sent_s) < count else end_s
            if now_s >= due_s:
                sent_s.append(time.perf_counter())
                _send(link, len(sent_s) - 1, size_bytes)
            elif select.select([link], [], [], due_s - now_s)[0]:
                _receive(link, found, sent_s)
    return found


def _send(link: socket.socket, number: int, size_bytes: int) -> None:
    head = struct.pack("!BBHHH", _ECHO_REQUEST, 0, 0, 0, number)
    for _ in range(3):  # an error of an earlier packet is told on the next call, once
        try:
            link.send(head + bytes(size_bytes - _HEADERS_BYTES))
        except OSError:
            continue
        return


def _receive(link: socket.socket, found: list[float | str | None], sent_s: list[float]) -> None:
    try:
        answer = link.recv(65_535)
    except OSError:
        _receive_error(link, found)
        return
    number = struct.unpack("!H", answer[6:8])[0]
    found[number] = 1000 * (time.perf_counter() - sent_s[number])


def _receive_error(link: socket.socket, found: list[float | str | None]) -> None:
    try:
        echo, extra, _, _ = link.recvmsg(2048, 512, socket.MSG_ERRQUEUE)
    except BlockingIOError:
        return
    kind, code = extra[0][2][5:7]
    router = socket.inet_ntoa(extra[0][2][20:24])
    found[struct.unpack("!H", echo[6:8])[0]] = f"{router} {kind}/{code}"


def main(arguments: list[str]) -> None:
    host, count, spacing_ms, size_bytes, ttl = arguments
    found = measure(host, int(count), float(spacing_ms) / 1000, int(size_bytes), int(ttl))
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
