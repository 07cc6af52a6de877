"""The watch over breaks on a real screen: input and full screen are seen, and it costs little."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.lab.desktop import PrivateBus, eventually, missing_tools, screen
from tests.lab.watch_cost import Watched
from tests.quiet_computer import by_own_effort, timed
from workspace_assistant.adapters.desktop.full_screen import X11FullScreen
from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.core.breaks.model import ActivityKind

_REASON = missing_tools("Xvfb", "dbus-daemon", "gdbus", "xdotool", "xprop")
pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(_REASON), reason=_REASON or "complete")]

# 0.001 is what is promised; with room for a short time and a busy computer.
CPU_FRACTION = 0.003
_LIMIT_S = 90.0


@dataclass(frozen=True)
class Runner:
    watched: Watched
    data_dir: Path
    told: Path

    def lines(self) -> list[str]:
        return self.told.read_text().splitlines()

    def store(self) -> SqliteBreakStore:
        return SqliteBreakStore(Database(self.data_dir / DATABASE_NAME))


@contextmanager
def running(folder: Path) -> Iterator[Runner]:
    """On a screen and a bus of the test's own."""
    bus = PrivateBus(folder)
    bus.start()
    bus.screen_saver()
    bus.login()
    data_dir, told = folder / "data", folder / "told"
    with screen() as here, told.open("wb") as out:
        environment = {
            **os.environ,
            "PULSE_SERVER": f"unix:{folder}/none",
            "DISPLAY": here.display,
            "XDG_SESSION_TYPE": "x11",
            "DBUS_SESSION_BUS_ADDRESS": bus.address,
            "DBUS_SYSTEM_BUS_ADDRESS": bus.address,
        }
        command = [sys.executable, "-m", "tests.lab.break_runner", str(data_dir)]
        process = subprocess.Popen(command, env=environment, stdout=out)
        try:
            yield Runner(Watched(process, environment), data_dir, told)
        finally:
            process.kill()
            process.wait()
            bus.stop()


def test_keys_are_activity_and_survive_a_kill(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("breaks")
    with running(folder) as runner:
        eventually(lambda: "watching" in runner.told.read_text(), "it watches", _LIMIT_S)

        def has_activity() -> bool:
            press = ["xdotool", "key", "a"]
            subprocess.run(press, env=runner.watched.environment, check=True, timeout=_LIMIT_S)
            time.sleep(1)
            return runner.store().latest_activity_end() is not None

        eventually(has_activity, "activity is kept", _LIMIT_S)
    end = runner.store().latest_activity_end()
    assert end is not None
    with Database(folder / "data" / DATABASE_NAME).reading() as connection:
        kinds = connection.execute("SELECT DISTINCT kind FROM activity_stretch").fetchall()
    assert kinds == [(ActivityKind.ACTIVE.value,)]
    assert runner.store().beat() is not None  # killed: it could not say that it left


def test_a_window_that_fills_the_screen_is_seen() -> None:
    with screen() as here:
        environment = {**os.environ, "DISPLAY": here.display}
        front = X11FullScreen(environment)
        assert front.is_full_screen() is None  # no window manager has said anything
        _set("_NET_ACTIVE_WINDOW", "32x", "0", environment)
        assert front.is_full_screen() is False
        _set("_NET_ACTIVE_WINDOW", "32x", _root(environment), environment)
        assert front.is_full_screen() is False
        _set("_NET_WM_STATE", "32a", "_NET_WM_STATE_FULLSCREEN", environment)
        assert front.is_full_screen() is True
        front.close()


def _set(name: str, kind: str, value: str, environment: dict[str, str]) -> None:
    """On the root window, which stands for one in front: nothing else is on this screen."""
    command = ["xprop", "-root", "-f", name, kind, "-set", name, value]
    subprocess.run(command, env=environment, check=True, timeout=_LIMIT_S)


def _root(environment: dict[str, str]) -> str:
    told = subprocess.run(
        ["xdotool", "search", "--maxdepth", "0", ""],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=_LIMIT_S,
    )
    return told.stdout.split()[0]


@timed
def test_a_shift_with_breaks_watched_costs_next_to_nothing(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with running(tmp_path_factory.mktemp("cost")) as runner:
        cost = runner.watched.cost(30)
    with by_own_effort():
        assert cost.cpu_fraction < CPU_FRACTION
