"""A home, a gateway and an internet in network namespaces, with a line of known rate and delay.

    client --LAN-- gateway (NAT) --line-- server
    10.77.1.2      10.77.1.1 / 10.77.2.1  10.77.2.2

The line's rate comes from TBF at both of its ends, its delay and loss from `link_emulator`. Nothing
inside can reach anything outside. Needs root, iproute2 and nftables; `missing()` says what lacks.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Self

SERVER_ADDRESS = "10.77.2.2"
# TBF counts the Ethernet header: 1448 payload bytes of every 1514 (TCP timestamps on).
GOODPUT_OF_RATE = 1448 / 1514
ROOT = Path(__file__).parents[2]

_ROLES = ("client", "gateway", "emulator", "server")
_KERNEL_TICKS_PER_S = 250
_LARGEST_FRAME_BYTES = 1514
_CONGESTION_CONTROL = Path("/proc/sys/net/ipv4/tcp_allowed_congestion_control")
_numbers = itertools.count()


@functools.cache
def missing() -> str:
    """Why there can be no lab here; empty when there can."""
    if sys.platform != "linux":
        return "network namespaces are a Linux thing"
    if os.geteuid() != 0:
        return "network namespaces need root"
    lacking = [tool for tool in ("ip", "tc", "nft") if shutil.which(tool) is None]
    if lacking:
        return f"not installed: {', '.join(lacking)}"
    if _CONGESTION_CONTROL.exists() and not os.access(_CONGESTION_CONTROL, os.W_OK):
        return "this system does not permit choosing TCP's congestion control"
    name = f"wab-try-{os.getpid()}"
    try:
        for words in (("add", name), ("exec", name, "true")):
            if subprocess.run(["ip", "netns", *words], capture_output=True, check=False).returncode:
                return "this system does not permit network namespaces"
    finally:
        subprocess.run(["ip", "netns", "del", name], capture_output=True, check=False)
    return ""


class NetworkLab:
    """One lab; a context manager that leaves nothing behind."""

    def __init__(
        self, *, down_mbps: float = 0, up_mbps: float = 0, rtt_ms: float = 0, queue_ms: float = 100
    ) -> None:
        self._prefix = f"wab-{os.getpid()}-{next(_numbers)}-"
        self._rtt_ms = rtt_ms
        self._rates = (down_mbps, up_mbps, queue_ms)
        self._children: list[subprocess.Popen[str]] = []
        self._emulator: subprocess.Popen[str] | None = None
        self._allowed_before = ""

    def __enter__(self) -> Self:
        try:
            self._build()
            self.shape(*self._rates)
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def namespace(self, role: str) -> str:
        return self._prefix + role

    def run(self, role: str, command: list[str], timeout_s: float = 60) -> str:
        """Run a command to its end, return its output. Raises CalledProcessError."""
        done = subprocess.run(
            self._inside(role, command),
            check=True,
            capture_output=True,
            text=True,
            timeout=timeout_s,
            cwd=ROOT,
        )
        return done.stdout

    def start(
        self, role: str, command: list[str], stderr: int | IO[str] | None = None
    ) -> subprocess.Popen[str]:
        """Start a process that lives until the lab is closed, at the longest."""
        child = subprocess.Popen(
            self._inside(role, command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            cwd=ROOT,
        )
        self._children.append(child)
        return child

    def wait_for_port(self, port: int, within_s: float = 5) -> None:
        """Return once a server listens; asked from the server's own namespace."""
        code = f"import socket; socket.create_connection(({SERVER_ADDRESS!r}, {port}), 1)"
        deadline_s = time.monotonic() + within_s
        while True:
            try:
                self.run("server", [sys.executable, "-c", code])
            except subprocess.CalledProcessError:
                if time.monotonic() > deadline_s:
                    raise
            else:
                return

    def shape(self, down_mbps: float, up_mbps: float, queue_ms: float = 100) -> None:
        """Set the line's rates (0: unlimited) and the depth of its queues in time to drain."""
        down_end = ("emulator", "w0") if self._rtt_ms else ("server", "s0")
        for (role, device), rate in ((down_end, down_mbps), (("gateway", "g1"), up_mbps)):
            self._tc(role, device, rate, queue_ms)

    def drop_everything(self) -> None:
        """Let the gateway drop all that the client sends to the internet, without a word."""
        self._nft("flush chain inet line forward")
        self._nft('add rule inet line forward iifname "g0" drop')

    def emulate(self, settings: str) -> None:
        """Change the emulator's settings while it runs. Only in a lab with a delay."""
        assert self._emulator is not None
        assert self._emulator.stdin is not None
        self._emulator.stdin.write(settings + "\n")
        self._emulator.stdin.flush()

    def close(self) -> None:
        for child in self._children:
            child.terminate()
        for child in self._children:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.communicate(timeout=3)
            if child.poll() is None:
                child.kill()
                child.communicate()
        self._children.clear()
        if self._allowed_before:
            _CONGESTION_CONTROL.write_text(self._allowed_before)
        for role in _ROLES:
            subprocess.run(
                ["ip", "netns", "del", self.namespace(role)], check=False, capture_output=True
            )

    def _set_kernel(self, role: str, name: str, value: str) -> None:
        """Written as a file: a small system has no sysctl program."""
        self.run(role, ["sh", "-c", f"echo {value} > /proc/sys/{name}"])

    def _inside(self, role: str, command: list[str]) -> list[str]:
        return ["ip", "netns", "exec", self.namespace(role), *command]

    def _build(self) -> None:
        self._allowed_before = _allow_cubic()
        for role in _ROLES:
            _tool("ip", "netns", "add", self.namespace(role))
            self.run(role, ["ip", "link", "set", "lo", "up"])
            # What most computers and servers use; the kernel's default may be another.
            self._set_kernel(role, "net/ipv4/tcp_congestion_control", "cubic")
        self._set_kernel("gateway", "net/ipv4/ip_forward", "1")
        self._connect("client", "c0", "gateway", "g0")
        if self._rtt_ms:
            self._connect("gateway", "g1", "emulator", "w0")
            self._connect("emulator", "w1", "server", "s0")
        else:
            self._connect("gateway", "g1", "server", "s0")
        self._address()
        if self._rtt_ms:
            self._start_emulator()

    def _connect(self, role: str, device: str, peer_role: str, peer: str) -> None:
        _tool(
            *("ip", "link", "add", device, "netns", self.namespace(role), "type", "veth"),
            *("peer", "name", peer, "netns", self.namespace(peer_role)),
        )
        for name, side in ((device, role), (peer, peer_role)):
            self.run(side, ["ip", "link", "set", name, "up"])

    def _address(self) -> None:
        for role, device, address in (
            ("client", "c0", "10.77.1.2/24"),
            ("gateway", "g0", "10.77.1.1/24"),
            ("gateway", "g1", "10.77.2.1/24"),
            ("server", "s0", f"{SERVER_ADDRESS}/24"),
        ):
            self.run(role, ["ip", "address", "add", address, "dev", device])
        self.run("client", ["ip", "route", "add", "default", "via", "10.77.1.1"])
        self._nft("add table inet line")
        self._nft("add chain inet line after { type nat hook postrouting priority 100 ; }")
        self._nft('add rule inet line after oifname "g1" masquerade')
        self._nft("add chain inet line forward { type filter hook forward priority 0 ; }")

    def _start_emulator(self) -> None:
        script = str(Path(__file__).with_name("link_emulator.py"))
        delay = f"both.delay={self._rtt_ms / 2}"
        self._emulator = self.start("emulator", [sys.executable, script, "w0", "w1", delay])
        assert self._emulator.stdout is not None
        assert self._emulator.stdout.readline() == "ready\n"

    def _nft(self, rule: str) -> None:
        self.run("gateway", ["nft", rule])

    def _tc(self, role: str, device: str, rate_mbps: float, queue_ms: float) -> None:
        subprocess.run(
            self._inside(role, ["tc", "qdisc", "del", "dev", device, "root"]),
            check=False,
            capture_output=True,
        )
        if not rate_mbps:
            return
        bytes_per_s = rate_mbps * 1e6 / 8
        burst = max(3200, int(1.2 * bytes_per_s / _KERNEL_TICKS_PER_S))
        limit = max(int(bytes_per_s * queue_ms / 1000), 10 * _LARGEST_FRAME_BYTES)
        shaper = f"tbf rate {int(rate_mbps * 1e6)}bit burst {burst} limit {limit}"
        self.run(role, ["tc", "qdisc", "add", "dev", device, "root", *shaper.split()])


def _allow_cubic() -> str:
    """Let namespaces choose it; returns the setting to put back, empty when nothing changed.

    A system that has no such setting (a container) has its congestion control chosen from outside.
    """
    if not _CONGESTION_CONTROL.exists():
        return ""
    allowed = _CONGESTION_CONTROL.read_text().split()
    if "cubic" in allowed:
        return ""
    _CONGESTION_CONTROL.write_text(" ".join([*allowed, "cubic"]))
    return " ".join(allowed)


def _tool(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)
