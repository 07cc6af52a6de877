"""Whether the network counts every byte, as a stand-in for NetworkManager says on a real bus."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lab.desktop import missing_tools
from tests.lab.test_connection_network_manager import bus, call, manager
from workspace_assistant.bootstrap.preshift_checks import SystemCircumstances

_REASON = missing_tools("dbus-daemon", "gdbus")
pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(_REASON), reason=_REASON or "complete")]

__all__ = ["bus", "manager"]  # fixtures

NAME, PATH = "org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager"
# NMMetered: unknown, yes, no, guessed yes, guessed no.
ANSWERS = {0: None, 1: True, 2: False, 3: True, 4: False}


@pytest.mark.usefixtures("manager")
def test_the_connection_that_everything_goes_over_is_asked_about(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    address: str = request.getfixturevalue("bus")
    around = SystemCircumstances(tmp_path)
    assert around.is_metered() is None
    mock = "org.freedesktop.DBus.Mock"
    call(address, PATH, f"{mock}.AddProperty", NAME, "Metered", "<uint32 0>")
    for told, expected in ANSWERS.items():
        call(address, PATH, f"{mock}.UpdateProperties", NAME, f"{{'Metered': <uint32 {told}>}}")
        assert around.is_metered() is expected
