"""A private PulseAudio with a virtual microphone that hears what is played into it.

    with sound_server() as server:
        with server.environment_applied():   # or: subprocess.run(..., env=server.environment)
            with server.playing(path_of_wav):
                ...

Nothing outside is touched: the server has a home, a runtime directory and a socket of its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

FEED = "mic_feed"
MICROPHONE = "lab_microphone"
MICROPHONE_NAME = "Lab_Headset"
TOOLS = ("pulseaudio", "pactl", "paplay")
_START_TIMEOUT_S = 10.0


def missing_tools(*more: str) -> str:
    """Names of tools that are not installed, for a skip reason; empty when all are there."""
    return ", ".join(tool for tool in (*TOOLS, *more) if shutil.which(tool) is None)


@dataclass(frozen=True)
class SoundServer:
    """A running server; `environment` is what its clients need (a whole environment)."""

    environment: dict[str, str]
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        """End the server now: what a crash looks like to its clients."""
        self.process.kill()

    def pactl(self, *arguments: str) -> str:
        """Run pactl against this server and return what it prints."""
        command = ["pactl", *arguments]
        done = subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True, timeout=10
        )
        return done.stdout.strip()

    @contextmanager
    def environment_applied(self) -> Iterator[None]:
        """This process's own environment points at the server."""
        with mock.patch.dict(os.environ, self.environment, clear=True):
            yield

    @contextmanager
    def playing(self, wav: Path) -> Iterator[None]:
        """*wav* goes into the microphone's feed from now on, until it ends or the block does."""
        command = ["paplay", f"--device={FEED}", "--latency-msec=50", str(wav)]
        player = subprocess.Popen(command, env=self.environment)
        try:
            yield
        finally:
            player.kill()
            player.wait()

    def plug(self, name: str = MICROPHONE, description: str = MICROPHONE_NAME) -> str:
        """Plug in a microphone that hears the feed; returns the module to unplug."""
        return self.pactl(
            "load-module",
            "module-remap-source",
            f"master={FEED}.monitor",
            f"source_name={name}",
            f"source_properties=device.description={description}",
        )

    def modules(self) -> set[str]:
        """Modules that are loaded: those that `plug` returned and the server's own."""
        return {line.split("\t")[0] for line in self.pactl("list", "short", "modules").splitlines()}

    def unplug(self, module: str) -> None:
        self.pactl("unload-module", module)


@contextmanager
def sound_server(*, channels: int = 1, rate_hz: int = 48_000) -> Iterator[SoundServer]:
    """A server with the feed and no microphone yet: call `plug`."""
    with tempfile.TemporaryDirectory(prefix="lab-sound-") as folder:
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("PULSE_")},
            "HOME": folder,
            "XDG_RUNTIME_DIR": folder,
            "XDG_CONFIG_HOME": folder,
            "PULSE_RUNTIME_PATH": f"{folder}/pulse",
            "PULSE_SERVER": f"unix:{folder}/native",
        }
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        sink = f"module-null-sink sink_name={FEED} rate={rate_hz} channels={channels}"
        command = ["pulseaudio", "-n", "--exit-idle-time=-1", "--daemonize=no", "--system=false"]
        command += ["-L", f"module-native-protocol-unix socket={folder}/native", "-L", sink]
        with (Path(folder) / "log").open("wb") as log:
            server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
            try:
                _wait_until_it_answers(server, environment)
                yield SoundServer(environment, server)
            finally:
                server.terminate()
                server.wait(timeout=10)


def _wait_until_it_answers(server: subprocess.Popen[bytes], environment: dict[str, str]) -> None:
    deadline_s = time.monotonic() + _START_TIMEOUT_S
    while time.monotonic() < deadline_s and server.poll() is None:
        answer = subprocess.run(
            ["pactl", "info"], env=environment, capture_output=True, check=False
        )
        if answer.returncode == 0:
            return
        time.sleep(0.05)
    raise RuntimeError("the lab's sound server did not start")
