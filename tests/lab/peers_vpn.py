"""One end of a tunnel: IP packets of a TUN device, carried in UDP datagrams and delayed.

``python peers_vpn.py DEVICE DELAY_MS LOCAL_PORT [PEER PORT]``: without a peer it answers whoever
sends first. The kernel shows the device as a tunnel, as it does those of real VPN programs. Says
``ready`` on standard output.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import heapq
import os
import select
import signal
import socket
import struct
import sys
import time

_DIE_WITH_PARENT = 1
_TUNSETIFF = 0x400454CA
_TUN_WITHOUT_HEADER = 0x1001
_LARGEST_PACKET_BYTES = 65_535
_NAME_BYTES = 16


def open_tunnel(name: str) -> int:
    device = os.open("/dev/net/tun", os.O_RDWR)
    request = struct.pack(f"{_NAME_BYTES}sH22x", name.encode(), _TUN_WITHOUT_HEADER)
    fcntl.ioctl(device, _TUNSETIFF, request)
    return device


def run(device: int, outside: socket.socket, delay_s: float, peer: tuple[str, int] | None) -> None:
    """Packets leave for the peer after the delay; what the peer sends comes out at once."""
    waiting: list[tuple[float, int, bytes]] = []
    count = 0
    while True:
        timeout_s = max(0.0, waiting[0][0] - time.monotonic()) if waiting else None
        ready, _, _ = select.select([device, outside, sys.stdin], [], [], timeout_s)
        if sys.stdin in ready:
            return  # whoever started us is gone
        if outside in ready:
            packet, peer = outside.recvfrom(_LARGEST_PACKET_BYTES)
            with contextlib.suppress(OSError):  # not an IP packet
                os.write(device, packet)
        if device in ready:
            count += 1
            packet = os.read(device, _LARGEST_PACKET_BYTES)
            heapq.heappush(waiting, (time.monotonic() + delay_s, count, packet))
        while waiting and waiting[0][0] <= time.monotonic():
            packet = heapq.heappop(waiting)[2]
            if peer is not None:
                with contextlib.suppress(OSError):  # the network may be gone for a moment
                    outside.sendto(packet, peer)


def main(arguments: list[str]) -> None:
    ctypes.CDLL("libc.so.6").prctl(_DIE_WITH_PARENT, signal.SIGTERM)
    device = open_tunnel(arguments[0])
    outside = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    outside.bind(("0.0.0.0", int(arguments[2])))
    peer = (arguments[3], int(arguments[4])) if len(arguments) > 3 else None
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    run(device, outside, float(arguments[1]) / 1000, peer)


if __name__ == "__main__":
    main(sys.argv[1:])
