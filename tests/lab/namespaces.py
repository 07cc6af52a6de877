"""Network namespaces for a laboratory: made, joined, filled with processes, and always removed.

Nothing inside can reach anything outside. Needs root, iproute2 and nftables; `missing()` says what
lacks. A watchman process removes everything as soon as this one is gone, whatever ended it.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, ClassVar, Self

ROOT = Path(__file__).parents[2]

_CONGESTION_CONTROL = Path("/proc/sys/net/ipv4/tcp_allowed_congestion_control")
_ALLOW_TRIES = 5
_END_WITHIN_S = 3
_numbers = itertools.count()
_WATCHMAN = """
cat > /dev/null
for name in "$@"; do
  for pid in $(ip netns pids "$name"); do kill -9 "$pid"; done
  ip netns del "$name"
  rm -rf "/etc/netns/$name"
done
rmdir /etc/netns
"""
_WAIT = """
import socket, sys, time
end_s = time.monotonic() + {within_s}
while True:
    try:
        sys.exit(socket.create_connection(({address!r}, {port}), 1).close())
    except OSError:
        if time.monotonic() > end_s:
            raise
        time.sleep(0.02)
"""


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


class NamespaceLab:
    """Namespaces of one lab, one per role; a context manager that leaves nothing behind."""

    roles: ClassVar[tuple[str, ...]] = ()
    server_address = ""

    def __init__(self) -> None:
        self._prefix = f"wab-{os.getpid()}-{next(_numbers)}-"
        self._children: list[subprocess.Popen[str]] = []
        self._watchman: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        names = [self.namespace(role) for role in self.roles]
        self._watchman = subprocess.Popen(
            ["sh", "-c", _WATCHMAN, "watchman", *names],
            stdin=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # the key that interrupts us must not end it
            text=True,
        )
        _cubic.allow()
        try:
            _feed(["ip", "-batch", "-"], *(f"netns add {name}" for name in names))
            for role in self.roles:
                self.ip(role, "link set lo up")
                _cubic.choose(self.inside(role))
            self.build()
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

    def build(self) -> None:
        """Join the namespaces. For subclasses."""
        raise NotImplementedError

    def namespace(self, role: str) -> str:
        return self._prefix + role

    def run(self, role: str, command: list[str], timeout_s: float = 60) -> str:
        """Run a command to its end, return its output. Raises CalledProcessError."""
        try:
            done = subprocess.run(
                [*self.inside(role), *command],
                check=True,
                capture_output=True,
                text=True,
                timeout=timeout_s,
                cwd=ROOT,
            )
        except subprocess.CalledProcessError as error:
            error.add_note(error.stderr)
            raise
        return done.stdout

    def start(
        self, role: str, command: list[str], stderr: int | IO[str] | None = None
    ) -> subprocess.Popen[str]:
        """Start a process that lives until the lab is closed, at the longest."""
        child = subprocess.Popen(
            [*self.inside(role), *command],
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
        code = _WAIT.format(address=self.server_address, port=port, within_s=within_s)
        self.run("server", [sys.executable, "-c", code])

    def ip(self, role: str, *lines: str) -> None:
        """Run lines of `ip` in a namespace. Raises CalledProcessError."""
        _feed(["ip", "-n", self.namespace(role), "-batch", "-"], *lines)

    def nft(self, role: str, *lines: str) -> None:
        _feed([*self.inside(role), "nft", "-f", "-"], *lines)

    def set_kernel(self, role: str, values: Mapping[str, object]) -> None:
        """Written as files, by paths below /proc/sys/net: a small system has no sysctl program."""
        lines = (f"echo {value} > /proc/sys/net/{name}" for name, value in values.items())
        _feed([*self.inside(role), "sh", "-e"], *lines)

    def connect(self, role: str, device: str, peer_role: str, peer: str) -> None:
        _feed(
            ["ip", "-batch", "-"],
            f"link add {device} netns {self.namespace(role)} type veth "
            f"peer name {peer} netns {self.namespace(peer_role)}",
        )
        self.ip(role, f"link set {device} up")
        self.ip(peer_role, f"link set {peer} up")

    def shape_device(self, role: str, device: str, rate_mbps: float, queue_ms: float) -> None:
        """Let a device send at a rate (0: unlimited) behind a queue that long in time to drain."""
        if rate_mbps:
            words = ["replace", "dev", device, "root", *_shaper(rate_mbps, queue_ms)]
            self.run(role, ["tc", "qdisc", *words])
        else:
            with contextlib.suppress(subprocess.CalledProcessError):  # nothing there to remove
                self.run(role, ["tc", "qdisc", "del", "dev", device, "root"])

    def close(self) -> None:
        for child in self._children:
            child.terminate()
        deadline_s = time.monotonic() + _END_WITHIN_S
        for child in self._children:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.communicate(timeout=max(0.0, deadline_s - time.monotonic()))
            if child.poll() is None:
                child.kill()
                child.communicate()
        self._children.clear()
        if self._watchman is not None:
            self._watchman.communicate()
            self._watchman = None
            _cubic.put_back()

    def inside(self, role: str) -> list[str]:
        return ["ip", "netns", "exec", self.namespace(role)]


class _Cubic:
    """What most computers and servers use; the kernel's default may be another.

    The list of permitted ones holds for the whole computer, so it is put back with the last lab. A
    system that has no such setting (a container) has its congestion control chosen from outside.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._labs = 0
        self._before = ""

    def allow(self) -> None:
        with self._lock:
            self._labs += 1
            if not _CONGESTION_CONTROL.exists():
                return
            allowed = _CONGESTION_CONTROL.read_text().split()
            if "cubic" not in allowed:
                self._before = " ".join(allowed)
                _CONGESTION_CONTROL.write_text(" ".join([*allowed, "cubic"]))

    def choose(self, inside: list[str]) -> None:
        """Tried again because another process may just have put the list back."""
        command = "echo cubic > /proc/sys/net/ipv4/tcp_congestion_control"
        for rest in reversed(range(_ALLOW_TRIES)):
            try:
                _feed([*inside, "sh", "-e"], command)
            except subprocess.CalledProcessError:
                if not rest:
                    raise
                self.allow()
                with self._lock:
                    self._labs -= 1
            else:
                return

    def put_back(self) -> None:
        with self._lock:
            self._labs -= 1
            if not self._labs and self._before:
                _CONGESTION_CONTROL.write_text(self._before)
                self._before = ""


_cubic = _Cubic()

_KERNEL_TICKS_PER_S = 250
_LARGEST_FRAME_BYTES = 1514


def _shaper(rate_mbps: float, queue_ms: float) -> list[str]:
    bytes_per_s = rate_mbps * 1e6 / 8
    burst = max(3200, int(1.2 * bytes_per_s / _KERNEL_TICKS_PER_S))
    limit = max(int(bytes_per_s * queue_ms / 1000), 10 * _LARGEST_FRAME_BYTES)
    return f"tbf rate {int(rate_mbps * 1e6)}bit burst {burst} limit {limit}".split()


def _feed(command: list[str], *lines: str) -> None:
    """Run a command that takes its work from standard input. Raises CalledProcessError."""
    done = subprocess.run(
        command, input="\n".join((*lines, "")), text=True, capture_output=True, check=False
    )
    if done.returncode:
        error = subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
        error.add_note(done.stderr)
        raise error
