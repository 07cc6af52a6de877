"""How much of what was sent still waits in this computer: it has not crossed the line yet."""

from __future__ import annotations

import socket
import struct
import sys

# Where the system cannot tell (Windows), a small buffer keeps the error small.
SMALL_BUFFER_BYTES = 65536
_SO_NWRITE = 0x1024  # macOS, sys/socket.h


def unsent_bytes(sock: socket.socket) -> int:
    """Bytes the system holds for *sock*, not sent or not acknowledged; 0 when it cannot tell."""
    system: str = sys.platform
    try:
        if system == "linux":
            return _unsent_linux(sock)
        if system == "darwin":
            return sock.getsockopt(socket.SOL_SOCKET, _SO_NWRITE)
    except (OSError, ValueError):  # closed meanwhile
        return 0
    return 0


def _unsent_linux(sock: socket.socket) -> int:
    import fcntl
    import termios

    answer = fcntl.ioctl(sock.fileno(), termios.TIOCOUTQ, b"\0\0\0\0")
    count: int = struct.unpack("i", answer)[0]
    return count


def keep_queue_short(sock: socket.socket) -> None:
    """Called on an upload's socket before its first byte."""
    system: str = sys.platform
    if system not in ("linux", "darwin"):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SMALL_BUFFER_BYTES)
