"""A line with delay, jitter and loss, as a bridge between two network interfaces.

Run inside a namespace: ``python link_emulator.py IF_A IF_B ab.delay=20 both.loss=1``. ``ab`` is the
way from the first interface to the second. Delay and jitter (Gaussian sigma) are milliseconds, loss
is percent. Standard input takes further settings while it runs. Says ``ready`` on standard output.
"""

from __future__ import annotations

import contextlib
import ctypes
import heapq
import os
import random
import select
import signal
import socket
import struct
import sys
import time
from dataclasses import dataclass, field

_SOL_PACKET = 263
_PACKET_ADD_MEMBERSHIP = 1
_PACKET_VNET_HDR = 15
_PACKET_IGNORE_OUTGOING = 23
_PROMISCUOUS = 1
_EVERY_PROTOCOL = 3
_SO_SNDBUFFORCE = 32
_SO_RCVBUFFORCE = 33
_BUFFER_BYTES = 16 << 20
_DIE_WITH_PARENT = 1
_BURST = 128
_LARGEST_FRAME_BYTES = 70_000


@dataclass
class Way:
    """One direction of the line."""

    source: socket.socket
    goal: socket.socket
    delay_s: float = 0.0
    jitter_s: float = 0.0
    loss: float = 0.0
    last_due_s: float = 0.0

    def set(self, name: str, value: float) -> None:
        if name == "loss":
            self.loss = value / 100
        elif name == "delay":
            self.delay_s = value / 1000
        else:
            self.jitter_s = value / 1000


@dataclass
class Line:
    """Frames under way, by the time they are due."""

    ways: dict[str, Way]
    frames: list[tuple[float, int, socket.socket, bytes]] = field(default_factory=list)
    count: int = 0

    def configure(self, settings: str) -> None:
        for setting in settings.split():
            key, _, value = setting.partition("=")
            direction, _, name = key.partition(".")
            for way in ("ab", "ba") if direction == "both" else (direction,):
                self.ways[way].set(name, float(value))

    def take(self, way: Way) -> None:
        """Read what waits on the way's source and plan when it arrives; never reorders."""
        for _ in range(_BURST):
            try:
                frame = way.source.recv(_LARGEST_FRAME_BYTES)
            except BlockingIOError:
                return
            if way.loss and random.random() < way.loss:
                continue
            jitter_s = random.gauss(0, way.jitter_s) if way.jitter_s else 0.0
            way.last_due_s = max(way.last_due_s, time.monotonic() + way.delay_s + jitter_s)
            self.count += 1
            heapq.heappush(self.frames, (way.last_due_s, self.count, way.goal, frame))

    def deliver(self) -> None:
        now_s = time.monotonic()
        while self.frames and self.frames[0][0] <= now_s:
            _, count, goal, frame = heapq.heappop(self.frames)
            with contextlib.suppress(OSError):  # a full interface drops, as a real one does
                goal.send(frame)
            if count % 64 == 0:
                now_s = time.monotonic()

    def wait_s(self) -> float | None:
        return max(0.0, self.frames[0][0] - time.monotonic()) if self.frames else None


def open_interface(name: str) -> socket.socket:
    link = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_EVERY_PROTOCOL))
    link.setsockopt(_SOL_PACKET, _PACKET_IGNORE_OUTGOING, 1)
    # Frames come with their offload header and go on with it: large ones stay whole, and checksums
    # that were left to the card stay valid.
    link.setsockopt(_SOL_PACKET, _PACKET_VNET_HDR, 1)
    link.setsockopt(socket.SOL_SOCKET, _SO_RCVBUFFORCE, _BUFFER_BYTES)
    link.setsockopt(socket.SOL_SOCKET, _SO_SNDBUFFORCE, _BUFFER_BYTES)
    link.bind((name, _EVERY_PROTOCOL))
    membership = struct.pack("iHH8s", socket.if_nametoindex(name), _PROMISCUOUS, 0, b"")
    link.setsockopt(_SOL_PACKET, _PACKET_ADD_MEMBERSHIP, membership)
    link.setblocking(False)
    return link


def run(line: Line) -> None:
    by_source = {way.source.fileno(): way for way in line.ways.values()}
    poll = select.epoll()
    for source in (*by_source, 0):
        poll.register(source, select.EPOLLIN)
    os.set_blocking(0, False)
    while True:
        for source in _ready(poll, by_source, line.wait_s()):
            if source in by_source:
                line.take(by_source[source])
            elif text := os.read(0, 4096).decode():
                line.configure(text)
            else:
                return  # whoever started us is gone
        line.deliver()


def _ready(poll: select.epoll, sources: dict[int, Way], wait_s: float | None) -> list[int]:
    """epoll waits whole milliseconds; the last one is left to select, which is finer."""
    if wait_s is not None and 0 < wait_s <= 0.0015:
        select.select(list(sources), [], [], wait_s)
        wait_s = 0.0
    timeout_s = -1 if wait_s is None else max(0.0, wait_s - 0.001)
    return [source for source, _ in poll.poll(timeout_s)]


def main(arguments: list[str]) -> None:
    ctypes.CDLL("libc.so.6").prctl(_DIE_WITH_PARENT, signal.SIGTERM)
    first, second = open_interface(arguments[0]), open_interface(arguments[1])
    line = Line({"ab": Way(first, second), "ba": Way(second, first)})
    line.configure(" ".join(arguments[2:]))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    run(line)


if __name__ == "__main__":
    main(sys.argv[1:])
