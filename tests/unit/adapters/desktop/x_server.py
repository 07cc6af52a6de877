"""An X server that knows nothing but idle time, and misbehaves on demand."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = 0x123
OPCODE = 145

Replies = dict[int, bytes]


def greeting() -> bytes:
    vendor = b"Lab\0"
    head = struct.pack("<IIIIHHBB8x4x", 1, 2, 3, 4, 3, 0xFFFF, 1, 1)
    rest = head[:32] + vendor + bytes(8) + struct.pack("<I", ROOT) + bytes(36)
    return struct.pack("<BxHHH", 1, 11, 0, len(rest) // 4) + rest


def reply(idle_ms: int = 0, *, has_extension: int = 1) -> bytes:
    """For all three questions at once: presence and opcode at 8, milliseconds at 16."""
    return struct.pack("<BxHIBB6xI12x", 1, 0, 0, has_extension, OPCODE, idle_ms)


EVENT = bytes([34]) + bytes(31)  # MappingNotify, which nobody can refuse
GENERIC_EVENT = struct.pack("<BBHI24x", 35, 0, 0, 1) + bytes(4)
ERROR = bytes([0, 3]) + bytes(30)


@contextmanager
def x_server(folder: Path, *answers: bytes, hello: bytes | None = None) -> Iterator[list[bytes]]:
    """Gives its answers in turn and then hangs up; yields the requests it was sent."""
    heard: list[bytes] = []
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(folder / "X9"))
    listener.listen()

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            heard.append(connection.recv(4096))
            connection.sendall(greeting() if hello is None else hello)
            for answer in answers:
                request = connection.recv(4096)
                if not request:
                    return
                heard.append(request)
                connection.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield heard
    finally:
        thread.join()
        listener.close()
        (folder / "X9").unlink()
