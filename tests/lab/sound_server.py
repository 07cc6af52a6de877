"""A private sound server with a virtual microphone that hears what is played into it.

    with sound_server() as server:
        with server.environment_applied():   # or: subprocess.run(..., env=server.environment)
            with server.playing(path_of_wav):
                ...

Nothing outside is touched: the server has a home, a runtime directory and a socket of its own.
`pipewire_server` makes the same with PipeWire.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

FEED = "mic_feed"
MICROPHONE = "lab_microphone"
MICROPHONE_NAME = "Lab_Headset"
EARPIECE = "lab_earpiece"
TOOLS = ("pulseaudio", "pactl", "paplay")
_START_TIMEOUT_S = 30.0  # beside seven other shares of tests
_FULL_VOLUME = 65_536  # PulseAudio's 0 dB; its scale is cubic


def missing_tools(*more: str) -> str:
    """Names of tools that are not installed, for a skip reason; empty when all are there."""
    return ", ".join(tool for tool in (*TOOLS, *more) if shutil.which(tool) is None)


@dataclass(frozen=True)
class SoundServer:
    """A running server; `environment` is what its clients need (a whole environment)."""

    environment: dict[str, str]
    processes: tuple[subprocess.Popen[bytes], ...]

    def stop(self) -> None:
        """End the server now: what a crash looks like to its clients."""
        for process in self.processes:
            process.kill()

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
    def playing(self, wav: Path, device: str = FEED) -> Iterator[None]:
        """*wav* goes into the microphone's feed from now on, until it ends or the block does."""
        command = ["paplay", f"--device={device}", "--latency-msec=50", str(wav)]
        player = subprocess.Popen(command, env=self.environment)
        try:
            yield
        finally:
            player.kill()
            player.wait()

    def plug(
        self,
        name: str = MICROPHONE,
        description: str = MICROPHONE_NAME,
        *,
        master: str = FEED,
        properties: str = "",
    ) -> str:
        """Plug in a microphone that hears the feed; returns the module to unplug."""
        module = self.pactl(
            "load-module",
            "module-remap-source",
            f"master={master}.monitor",
            f"source_name={name}",
            f'source_properties="device.description={description} {properties}"',
        )
        wait_until(lambda: name in self.names("sources"), f"{name} is listed")
        return module

    def plug_earpiece(self, leak_db: float, name: str = EARPIECE) -> tuple[str, str]:
        """Plug in an output whose sound reaches the microphone, louder by `leak_db`."""
        sink = self.pactl("load-module", "module-null-sink", f"sink_name={name}", "channels=1")
        wait_until(lambda: name in self.names("sinks"), f"{name} is listed")
        before = self._sink_inputs()
        loop = self.pactl(
            "load-module",
            "module-loopback",
            f"source={name}.monitor",
            f"sink={FEED}",
            "channels=1",
            "latency_msec=60",
        )
        wait_until(lambda: bool(self._sink_inputs() - before), "the way back is there")
        (stream,) = self._sink_inputs() - before
        self.pactl("set-sink-input-volume", stream, str(round(_FULL_VOLUME * 10 ** (leak_db / 60))))
        return loop, sink

    def names(self, kind: str) -> set[str]:
        """Names of all ``sources`` or ``sinks``."""
        return {line.split("\t")[1] for line in self.pactl("list", "short", kind).splitlines()}

    def modules(self) -> set[str]:
        """Modules that are loaded: those that `plug` returned and the server's own."""
        lines = self.pactl("list", "short", "modules").splitlines()
        return {line.split("\t")[0] for line in lines}

    def unplug(self, *modules: str) -> None:
        for module in modules:
            self.pactl("unload-module", module)

    def _sink_inputs(self) -> set[str]:
        lines = self.pactl("list", "short", "sink-inputs").splitlines()
        return {line.split("\t")[0] for line in lines}


@contextmanager
def sound_server(*, channels: int = 1, rate_hz: int = 48_000) -> Iterator[SoundServer]:
    """PulseAudio with the feed and no microphone yet: call `plug`."""
    with tempfile.TemporaryDirectory(prefix="lab-sound-") as folder:
        environment = private_environment(folder) | {"PULSE_SERVER": f"unix:{folder}/native"}
        sink = f"module-null-sink sink_name={FEED} rate={rate_hz} channels={channels}"
        command = ["pulseaudio", "-n", "--exit-idle-time=-1", "--daemonize=no", "--system=false"]
        command += ["-L", f"module-native-protocol-unix socket={folder}/native", "-L", sink]
        with running(environment, command) as server:
            yield server


def private_environment(folder: str) -> dict[str, str]:
    """An environment whose clients reach nothing but what lives in *folder*."""
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("PULSE_")},
        "HOME": folder,
        "XDG_RUNTIME_DIR": folder,
        "XDG_CONFIG_HOME": folder,
        "XDG_STATE_HOME": folder,
        "PULSE_RUNTIME_PATH": f"{folder}/pulse",
    }
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    return environment


@contextmanager
def running(environment: dict[str, str], *commands: list[str]) -> Iterator[SoundServer]:
    """The programs that make a server, until the end of the block; it answers by then."""
    with (Path(environment["HOME"]) / "log").open("wb") as log:
        processes = tuple(
            subprocess.Popen(command, env=environment, stdout=log, stderr=log)
            for command in commands
        )
        try:
            wait_until(lambda: _answers(environment), "the lab's sound server answers")
            yield SoundServer(environment, processes)
        finally:
            for process in reversed(processes):
                process.terminate()
                process.wait(timeout=10)


def wait_until(is_so: Callable[[], bool], what: str) -> None:
    deadline_s = time.monotonic() + _START_TIMEOUT_S
    while not is_so():
        if time.monotonic() > deadline_s:
            raise RuntimeError(f"not within {_START_TIMEOUT_S:g} s: {what}")
        time.sleep(0.03)


def _answers(environment: dict[str, str]) -> bool:
    answer = subprocess.run(["pactl", "info"], env=environment, capture_output=True, check=False)
    return answer.returncode == 0
