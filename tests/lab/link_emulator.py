"""A line with delay, jitter and loss, as a bridge between two network interfaces.

Run inside a namespace: ``python link_emulator.py IF_A IF_B ab.delay=20 both.loss=1``. ``ab`` is the
way from the first interface to the second. Standard input takes further settings while it runs:

delay, jitter   milliseconds; jitter is the sigma of a normal distribution
reorder         1: a frame with less jitter overtakes; 0 (default): frames stay in order
loss            percent of frames, each by itself
burst_enter,    percent: Gilbert's model of bursts; every frame may begin or end one, and all
burst_leave     frames of a burst are lost
note            size in bytes of the IP packets whose fate is noted; 0 notes none

The word ``report`` has what was noted written to standard output, as does ``ready`` at the start.
"""

from __future__ import annotations

import contextlib
import ctypes
import heapq
import json
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
_OFFLOAD_HEADER_BYTES = 10
_LINK_HEADER_BYTES = 14
# A frame handed over at its time arrives this much later: waking up takes time.
_WAKE_UP_S = 0.00012


@dataclass
class Way:
    """One direction of the line."""

    source: socket.socket
    goal: socket.socket
    values: dict[str, float] = field(
        default_factory=lambda: dict.fromkeys(
            ("delay", "jitter", "reorder", "loss", "burst_enter", "burst_leave", "note"), 0.0
        )
    )
    last_due_s: float = 0.0
    is_in_burst: bool = False
    frames: int = 0
    noted: list[str] = field(default_factory=list)

    def set(self, name: str, value: float) -> None:
        if name not in self.values:
            raise ValueError(name)
        self.values[name] = value
        if name == "note":
            self.noted.clear()
            self.frames = 0

    def loses(self, frame: bytes) -> bool:
        """Whether this frame is lost; notes it."""
        self.frames += 1
        values = self.values
        is_lost = bool(values["loss"]) and random.random() < values["loss"] / 100
        if values["burst_enter"]:
            change = values["burst_leave" if self.is_in_burst else "burst_enter"]
            self.is_in_burst ^= random.random() < change / 100
            is_lost |= self.is_in_burst
        if values["note"] == len(frame) - _OFFLOAD_HEADER_BYTES - _LINK_HEADER_BYTES:
            self.noted.append("1" if is_lost else "0")
        return is_lost

    def due_s(self) -> float:
        values = self.values
        jitter_ms = random.gauss(0, values["jitter"]) if values["jitter"] else 0.0
        due_s = time.monotonic() + (values["delay"] + jitter_ms) / 1000
        if not values["reorder"]:
            due_s = self.last_due_s = max(self.last_due_s, due_s)
        return due_s - _WAKE_UP_S


@dataclass
class Line:
    """Frames under way, by the time they are due."""

    ways: dict[str, Way]
    frames: list[tuple[float, int, socket.socket, bytes]] = field(default_factory=list)
    count: int = 0

    def configure(self, settings: str) -> None:
        for setting in settings.split():
            if setting == "report":
                self.report()
                continue
            key, _, value = setting.partition("=")
            direction, _, name = key.partition(".")
            for way in ("ab", "ba") if direction == "both" else (direction,):
                self.ways[way].set(name, float(value))

    def report(self) -> None:
        found = {
            name: {"frames": way.frames, "noted": "".join(way.noted)}
            for name, way in self.ways.items()
        }
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()

    def take(self, way: Way) -> None:
        """Read what waits on the way's source and plan when it arrives."""
        for _ in range(_BURST):
            try:
                frame = way.source.recv(_LARGEST_FRAME_BYTES)
            except BlockingIOError:
                return
            if way.loses(frame):
                continue
            self.count += 1
            heapq.heappush(self.frames, (way.due_s(), self.count, way.goal, frame))

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
    with contextlib.suppress(OSError):  # a busy computer must not lengthen the line
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(10))
    first, second = open_interface(arguments[0]), open_interface(arguments[1])
    line = Line({"ab": Way(first, second), "ba": Way(second, first)})
    line.configure(" ".join(arguments[2:]))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    run(line)


if __name__ == "__main__":
    main(sys.argv[1:])
