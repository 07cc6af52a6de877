"""Pieces of a desktop of the test's own: a screen, a bus, and stand-ins for what answers on it.

Nothing of the user's own is reached: display, bus address and files are the test's.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SYSTEM_PYTHON = "/usr/bin/python3"  # the stand-ins are a package of the system
LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"
_MOCK = "org.freedesktop.DBus.Mock"
_START_S = 15.0


def missing_tools(*names: str) -> str:
    """What is not installed, for a skip reason; empty when all is there."""
    lacking = [name for name in names if shutil.which(name) is None]
    command = [SYSTEM_PYTHON, "-c", "import dbusmock"]
    if not shutil.which(SYSTEM_PYTHON) or _fails(command):
        lacking.append("python3-dbusmock")
    return f"not installed: {', '.join(lacking)}" if lacking else ""


def _fails(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode != 0


def eventually(condition: Callable[[], object], what: str, limit_s: float = _START_S) -> None:
    deadline_s = time.monotonic() + limit_s
    while not condition():
        assert time.monotonic() < deadline_s, what
        time.sleep(0.05)


class Screen:
    """An X server without a screen; `display` is its name."""

    def __init__(self, *options: str, number: str = "") -> None:
        read_fd, write_fd = os.pipe()
        command = ["Xvfb", *([f":{number}"] if number else []), "-displayfd", str(write_fd)]
        command += ["-screen", "0", "640x480x24", "-nolisten", "tcp", *options]
        self.process = subprocess.Popen(
            command, pass_fds=(write_fd,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(write_fd)
        with os.fdopen(read_fd) as told:
            self.number = told.readline().strip()
        assert self.number, "Xvfb does not start"

    @property
    def display(self) -> str:
        return f":{self.number}"

    def type(self) -> None:
        """Somebody hits a key."""
        type_on(self.display)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        for left in (f"/tmp/.X11-unix/X{self.number}", f"/tmp/.X{self.number}-lock"):
            Path(left).unlink(missing_ok=True)


def type_on(display: str) -> None:
    environment = os.environ | {"DISPLAY": display}
    subprocess.run(["xdotool", "key", "a"], env=environment, check=True, timeout=10)


@contextmanager
def screen(*options: str, number: str = "") -> Iterator[Screen]:
    one = Screen(*options, number=number)
    try:
        yield one
    finally:
        one.kill()


# Everybody may do everything, and nothing is started that is not asked for: a program of this
# computer that answers to a name would take the place of the test's own.
_BUS_RULES = """
<busconfig>
  <type>session</type>
  <listen>{address}</listen>
  <servicedir>{services}</servicedir>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class PrivateBus:
    """A bus, which the test takes for the session's and the system's, and what answers on it."""

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:path={folder}/bus"
        self.services = folder / "services"  # what the bus may start, if a test puts it there
        self._socket = folder / "bus"
        self._daemon: subprocess.Popen[bytes] | None = None
        self._others: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        rules = self._socket.with_name("bus.conf")
        rules.write_text(_BUS_RULES.format(address=self.address, services=self.services))
        self._daemon = subprocess.Popen(["dbus-daemon", f"--config-file={rules}", "--nofork"])
        eventually(self._answers, "dbus-daemon answers")

    def stop(self) -> None:
        """The bus and all that is on it end: what a crash looks like."""
        for process in (*self._others, self._daemon):
            if process is not None:
                process.kill()
                process.wait()
        self._others, self._daemon = [], None
        self._socket.unlink(missing_ok=True)

    def stand_in(self, *arguments: str, name: str, path: str) -> subprocess.Popen[bytes]:
        """A stand-in for *name*: a template of python-dbusmock, or an empty object."""
        environment = os.environ | {
            "DBUS_SYSTEM_BUS_ADDRESS": self.address,
            "DBUS_SESSION_BUS_ADDRESS": self.address,
        }
        command = [SYSTEM_PYTHON, "-m", "dbusmock", *arguments]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        self._others.append(process)
        eventually(lambda: self._pings(name, path), f"{name} answers")
        return process

    def mutter(self, idle_ms: int) -> subprocess.Popen[bytes]:
        name, path = "org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core"
        process = self.stand_in("--session", name, path, name, name=name, path=path)
        self.mutter_says(idle_ms)
        return process

    def mutter_says(self, idle_ms: int) -> None:
        name, path = "org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core"
        script = f"ret = {idle_ms}"
        self.call(name, path, f"{_MOCK}.AddMethod", name, "GetIdletime", "", "t", script)

    def screen_saver(self) -> subprocess.Popen[bytes]:
        name, path = "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"
        return self.stand_in("--template", "gnome_screensaver", name=name, path=path)

    def lock(self, *, is_locked: bool) -> None:
        name, path = "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"
        self.call(name, path, f"{name}.SetActive", str(is_locked).lower())

    def login(self) -> subprocess.Popen[bytes]:
        return self.stand_in("--template", "logind", name=LOGIN, path=LOGIN_PATH)

    def add_session(self, session_id: str, user_id: int) -> str:
        """A session of the user on the screen; gives its object."""
        add = (session_id, "seat0", str(user_id), "somebody", "true")
        self.call(LOGIN, LOGIN_PATH, f"{_MOCK}.AddSession", *add)
        user, session = f"{LOGIN_PATH}/user/{user_id}", f"{LOGIN_PATH}/session/{session_id}"
        shown = (f"{LOGIN}.User", "Display", f"<('{session_id}', objectpath '{session}')>")
        self.call(LOGIN, user, "org.freedesktop.DBus.Properties.Set", *shown)
        # The template's own answer fails: it adds a number to a text.
        answer = (f"{LOGIN}.Manager", "GetUser", "u", "o", f"ret = '{user}'")
        self.call(LOGIN, LOGIN_PATH, f"{_MOCK}.AddMethod", *answer)
        return session

    def announce_sleep(self, *, is_asleep: bool) -> None:
        value = f"[<{str(is_asleep).lower()}>]"
        signal = (f"{LOGIN}.Manager", "PrepareForSleep", "b", value)
        self.call(LOGIN, LOGIN_PATH, f"{_MOCK}.EmitSignal", *signal)

    def call(self, name: str, path: str, method: str, *arguments: str) -> str:
        command = ["gdbus", "call", "--address", self.address, "--dest", name]
        command += ["--object-path", path, "--method", method, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    def _answers(self) -> bool:
        return self._socket.exists() and self._pings("org.freedesktop.DBus", "/")

    def _pings(self, name: str, path: str) -> bool:
        try:
            self.call(name, path, "org.freedesktop.DBus.Peer.Ping")
        except subprocess.CalledProcessError:
            return False
        return True
