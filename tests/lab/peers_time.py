"""A time server whose clock is wrong on purpose: ``python peers_time.py OFFSET_S``.

Answers SNTP (RFC 4330) on every address, IPv4 and IPv6. Says ``ready`` on standard output.
"""

from __future__ import annotations

import ctypes
import signal
import socket
import struct
import sys
import time

_DIE_WITH_PARENT = 1
_PORT = 123
_SECONDS_1900_TO_1970 = 2_208_988_800
_SERVER_OF_VERSION_4 = 0x24
_REQUEST_BYTES = 48


def stamp(unix_s: float) -> bytes:
    ntp_s = unix_s + _SECONDS_1900_TO_1970
    return struct.pack("!II", int(ntp_s), int((ntp_s % 1) * (1 << 32)))


def answer(request: bytes, received_s: float, offset_s: float) -> bytes:
    head = struct.pack("!BBBbII4s", _SERVER_OF_VERSION_4, 1, 0, -20, 0, 0, b"LAB\0")
    came = stamp(received_s + offset_s)
    return head + came + request[40:48] + came + stamp(time.time() + offset_s)


def main(arguments: list[str]) -> None:
    ctypes.CDLL("libc.so.6").prctl(_DIE_WITH_PARENT, signal.SIGTERM)
    offset_s = float(arguments[0])
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as server:
        server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        server.bind(("::", _PORT))
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            request, asker = server.recvfrom(512)
            if len(request) >= _REQUEST_BYTES:
                server.sendto(answer(request, time.time(), offset_s), asker)


if __name__ == "__main__":
    main(sys.argv[1:])
