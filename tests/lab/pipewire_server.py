"""A private PipeWire, with its stand-in for PulseAudio, and the same virtual microphone.

It has a bus of its own and touches no hardware: WirePlumber is told to leave cards and radios
alone. The stand-in is configured here, so that its package, which would take over the sound of a
whole desktop, is not needed.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.lab.sound_server import FEED, SoundServer, private_environment, running, wait_until

TOOLS = ("pipewire", "wireplumber", "dbus-daemon", "pactl", "paplay")
_NO_HARDWARE = {
    # WirePlumber 0.4 reads Lua, 0.5 its own notation.
    "main.lua.d/51-no-hardware.lua": "alsa_monitor.enabled = false\n",
    "bluetooth.lua.d/51-no-hardware.lua": "bluez_monitor.enabled = false\n",
    "wireplumber.conf.d/no-hardware.conf": """wireplumber.profiles = {
        main = {
            hardware.audio = disabled
            hardware.bluetooth = disabled
            hardware.video-capture = disabled
        }
    }
    """,
}
_STAND_IN = """
    context.spa-libs = {
        audio.convert.* = audioconvert/libspa-audioconvert
        support.* = support/libspa-support
    }
    context.modules = [
        { name = libpipewire-module-protocol-native }
        { name = libpipewire-module-client-node }
        { name = libpipewire-module-adapter }
        { name = libpipewire-module-metadata }
        {
            name = libpipewire-module-protocol-pulse
            args = { server.address = [ "unix:native" ], pulse.min.quantum = 1024/48000 }
        }
    ]
    """


def missing_pipewire_tools() -> str:
    """Names of tools that are not installed, for a skip reason; empty when all are there."""
    return ", ".join(tool for tool in TOOLS if shutil.which(tool) is None)


@contextmanager
def pipewire_server(*, channels: int = 1, rate_hz: int = 48_000) -> Iterator[SoundServer]:
    """PipeWire with the feed and no microphone yet: call `plug`."""
    feed = f"module-null-sink sink_name={FEED} rate={rate_hz} channels={channels}"
    with tempfile.TemporaryDirectory(prefix="lab-pipewire-") as folder:
        for name, content in _NO_HARDWARE.items():
            path = Path(folder, "wireplumber", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        stand_in = Path(folder, "stand-in.conf")
        stand_in.write_text(_STAND_IN, encoding="utf-8")
        environment = private_environment(folder) | {
            "PULSE_SERVER": f"unix:{folder}/pulse/native",
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/none",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus",
        }
        with (
            _bus(environment, Path(folder, "bus")),
            running(
                environment, ["pipewire"], ["wireplumber"], ["pipewire", "-c", str(stand_in)]
            ) as server,
        ):
            server.pactl("load-module", *feed.split())
            wait_until(lambda: f"Default Sink: {FEED}" in server.pactl("info"), "the feed is there")
            yield server


@contextmanager
def _bus(environment: dict[str, str], socket: Path) -> Iterator[None]:
    command = ["dbus-daemon", "--session", "--nofork", f"--address=unix:path={socket}"]
    daemon = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_until(socket.exists, "the bus is there")
        yield
    finally:
        daemon.kill()
        daemon.wait()
