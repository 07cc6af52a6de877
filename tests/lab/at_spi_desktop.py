"""A screen and a bus of the test's own, with the registry that screen readers work through."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tests.lab import desktop
from tests.lab.desktop import PrivateBus, eventually, screen

_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_BUS = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
_END_S = 5.0
_TALL = ("-screen", "0", "1400x1000x24")
# Out of a namespace of its own nothing reaches a network; `lo` is there, as on any computer.
ALONE = ("unshare", "--net", "sh", "-c", 'ip link set lo up; exec "$@"', "alone")


def missing() -> str:
    """What is not installed, for a skip reason; empty when all is there."""
    lacking = desktop.missing_tools("Xvfb", "openbox", "gdbus", "unshare", "ip")
    if not _launcher():
        return f"{lacking}, at-spi2-core" if lacking else "not installed: at-spi2-core"
    if not lacking and os.geteuid() != 0:
        return "a network namespace needs root"
    return lacking


def _launcher() -> str:
    return next((one for one in _LAUNCHERS if Path(one).exists()), "")


@dataclass(frozen=True, slots=True)
class AccessibleDesktop:
    """`environment` is what programs find it by, `address` where assistive technology asks."""

    environment: dict[str, str]
    address: str

    @contextmanager
    def program(self, data_dir: Path) -> Iterator[subprocess.Popen[bytes]]:
        """Our window, the real one, in a network namespace of its own."""
        own = [sys.executable, "-m", "workspace_assistant", "--data-dir", str(data_dir)]
        process = subprocess.Popen([*ALONE, *own], env=self.environment)
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    def beside(
        self, process: subprocess.Popen[bytes], *words: str
    ) -> subprocess.CompletedProcess[str]:
        """A command in the namespace of *process*."""
        enter = ["nsenter", f"--net=/proc/{process.pid}/ns/net", *words]
        return subprocess.run(
            enter, env=self.environment, capture_output=True, text=True, check=False, timeout=60
        )


@contextmanager
def accessible_desktop(folder: Path) -> Iterator[AccessibleDesktop]:
    """*folder* is short: a socket's path may not be as long as pytest's are."""
    with ExitStack() as stack:
        here = stack.enter_context(screen(*_TALL))
        bus = PrivateBus(folder)
        bus.start()
        stack.callback(bus.stop)
        environment = _environment(here.display, bus.address, folder)
        for words in (["openbox"], [_launcher(), "--launch-immediately"]):
            stack.callback(_end, _started(words, environment))
        eventually(lambda: _address(bus.address), "the registry has a bus")
        yield AccessibleDesktop(environment, _address(bus.address))


def _environment(display: str, bus: str, folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "DISPLAY": display,
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "DBUS_SYSTEM_BUS_ADDRESS": bus,
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_SESSION_TYPE": "x11",
        "LANGUAGE": "en",
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "QT_ACCESSIBILITY": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }


def _started(words: Sequence[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    silent = subprocess.DEVNULL
    return subprocess.Popen(words, env=environment, stdout=silent, stderr=silent)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Asked first: the launcher ends the bus it has started only then."""
    process.terminate()
    try:
        process.wait(_END_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _address(session_bus: str) -> str:
    """Of the bus that is for accessibility alone; empty while it is not there yet."""
    connection = open_dbus_connection(session_bus)
    try:
        reply = connection.send_and_get_reply(new_method_call(_BUS, "GetAddress"), timeout=5)
    finally:
        connection.close()
    told = str(reply.body[0]) if reply.body else ""
    return told.split(",guid=")[0] if told.startswith("unix:") else ""
