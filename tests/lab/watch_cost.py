"""What a watcher costs: a `focus watch` of its own on a screen, a bus and a log of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.lab.desktop import PrivateBus, eventually, screen

_FOCUS = [sys.executable, "-m", "workspace_assistant", "focus"]
_TICKS_PER_S = os.sysconf("SC_CLK_TCK")
_SETTLED_AFTER_S = 12.0  # imports, the first beat, and the first search for who answers


@dataclass(frozen=True)
class Cost:
    """Attributes: `cpu_fraction` of one core, children too; `wake_ups_per_s` of all threads."""

    cpu_fraction: float
    wake_ups_per_s: float


@dataclass(frozen=True)
class Watched:
    """A background watcher, and what its clients need to reach what it reaches."""

    process: subprocess.Popen[bytes]
    environment: Mapping[str, str]

    def focus(self, *arguments: str) -> None:
        subprocess.run([*_FOCUS, *arguments], env=self.environment, check=True, capture_output=True)

    def cost(self, seconds: float) -> Cost:
        """Measured from when it has settled."""
        eventually(lambda: len(self._threads()) > 1, "the watcher watches")
        time.sleep(_SETTLED_AFTER_S)
        cpu_s, switches, begun_s = self._cpu_s(), self._switches(), time.monotonic()
        time.sleep(seconds)
        passed_s = time.monotonic() - begun_s
        return Cost(
            cpu_fraction=(self._cpu_s() - cpu_s) / passed_s,
            wake_ups_per_s=(self._switches() - switches) / passed_s,
        )

    def _threads(self) -> list[Path]:
        return list(Path(f"/proc/{self.process.pid}/task").iterdir())

    def _cpu_s(self) -> float:
        """Of all threads to the nanosecond, and of programs that it ran and that are over."""
        own_ns = sum(int((one / "schedstat").read_text().split()[0]) for one in self._threads())
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return own_ns / 1e9 + sum(map(int, fields[13:15])) / _TICKS_PER_S

    def _switches(self) -> int:
        return sum(_voluntary(one) for one in self._threads())


@contextmanager
def watched(folder: Path, sound: Mapping[str, str] | None = None) -> Iterator[Watched]:
    """A block that runs on a desktop of its own; *sound* is what reaches a sound server."""
    bus = PrivateBus(folder)
    bus.start()
    bus.screen_saver()
    bus.login()
    with screen() as here:
        environment = {
            **os.environ,
            "PULSE_SERVER": f"unix:{folder}/none",
            **(sound or {}),
            "DISPLAY": here.display,
            "XDG_SESSION_TYPE": "x11",
            "DBUS_SESSION_BUS_ADDRESS": bus.address,
            "DBUS_SYSTEM_BUS_ADDRESS": bus.address,
            "WORKSPACE_ASSISTANT_DATA_DIR": str(folder / "data"),
            "WORKSPACE_ASSISTANT_NO_KEEPER": "1",
        }
        start = [*_FOCUS, "start", "Refund queue"]
        subprocess.run(start, env=environment, check=True, capture_output=True)
        watch = [*_FOCUS, "watch"]
        process = subprocess.Popen(watch, env=environment, stderr=subprocess.DEVNULL)
        try:
            yield Watched(process, environment)
        finally:
            process.terminate()
            process.wait()
            bus.stop()


def _voluntary(thread: Path) -> int:
    lines = (thread / "status").read_text().splitlines()
    counts = (line.split()[1] for line in lines if line.startswith("voluntary_ctxt_switches"))
    return int(next(counts))
