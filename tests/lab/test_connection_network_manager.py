"""What NetworkManager tells, asked over a real bus of its own that a stand-in answers on."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator

import pytest

from workspace_assistant.adapters.network.connection.inquiry import Inquiry
from workspace_assistant.adapters.network.connection.network_manager import (
    SystemNetwork,
    ask_network_manager,
)
from workspace_assistant.core.readiness.connection.model import Wireless

SYSTEM_PYTHON = "/usr/bin/python3"  # the stand-in is a package of the system
_NAME = "org.freedesktop.NetworkManager"
_PATH = "/org/freedesktop/NetworkManager"
_MOCK = "org.freedesktop.DBus.Mock"


def _missing() -> str:
    if shutil.which("dbus-daemon") is None or shutil.which("gdbus") is None:
        return "not installed: dbus-daemon or gdbus"
    command = [SYSTEM_PYTHON, "-c", "import dbusmock"]
    found = (
        shutil.which(SYSTEM_PYTHON) is not None
        and not subprocess.run(command, capture_output=True, check=False).returncode
    )
    return "" if found else "not installed: python3-dbusmock"


_REASON = _missing()
pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(_REASON), reason=_REASON or "complete")]


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty bus that this process takes for the system's."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        try:
            yield address
        finally:
            daemon.terminate()


@pytest.fixture
def manager(bus: str) -> Iterator[None]:
    command = [SYSTEM_PYTHON, "-m", "dbusmock", "--template", "networkmanager"]
    environment = os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": bus}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as child:
        try:
            _wait_for(bus)
            yield
        finally:
            child.terminate()


def call(bus: str, path: str, method: str, *arguments: str) -> str:
    command = ["gdbus", "call", "--address", bus, "--dest", _NAME, "--object-path", path]
    done = subprocess.run(
        [*command, "--method", method, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout


def _wait_for(bus: str) -> None:
    deadline_s = time.monotonic() + 10
    while True:
        try:
            call(bus, _PATH, "org.freedesktop.DBus.Peer.Ping")
        except subprocess.CalledProcessError:
            assert time.monotonic() < deadline_s
            time.sleep(0.05)
        else:
            return


@pytest.mark.usefixtures("manager")
def test_the_radio_the_price_and_a_portal_are_told(bus: str) -> None:
    device = call(bus, _PATH, f"{_MOCK}.AddWiFiDevice", "mock0", "wlan0", "100").split("'")[1]
    point = call(
        *(bus, _PATH, f"{_MOCK}.AddAccessPoint", device, "ap0", "home", "00:00:00:00:00:01"),
        *("2", "5180", "300000", "62", "1"),
    ).split("'")[1]
    radio = f"{_NAME}.Device.Wireless"
    for path, kind, name, value in (
        (device, radio, "ActiveAccessPoint", f"<objectpath '{point}'>"),
        (_PATH, _NAME, "Metered", "<uint32 1>"),
    ):
        call(bus, path, f"{_MOCK}.AddProperty", kind, name, value)
    call(bus, _PATH, f"{_MOCK}.SetProperty", device, radio, "Bitrate", "<uint32 270000>")
    call(bus, _PATH, f"{_MOCK}.SetConnectivity", "2")
    assert ask_network_manager("wlan0", Inquiry()) == SystemNetwork(
        is_metered=True,
        meets_portal=True,
        wireless=Wireless(signal_fraction=0.62, rate_bps=270e6, frequency_hz=5.18e9),
    )
    found = ask_network_manager("eth7", Inquiry())
    assert found is not None
    assert found.wireless is None


@pytest.mark.usefixtures("bus")
def test_a_system_without_network_manager_says_nothing_soon() -> None:
    began_s = time.monotonic()
    found = ask_network_manager("wlan0", Inquiry())
    assert found in {None, SystemNetwork()}
    assert time.monotonic() - began_s < 2.5


def test_a_system_without_a_bus_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    for address in ("unix:path=/nonexistent/bus", "tcp:host=localhost,port=1", "junk"):
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        assert ask_network_manager("wlan0", Inquiry()) is None
