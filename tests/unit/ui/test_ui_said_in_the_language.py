"""What comes from checks and profiles is said in the user's language, as every other word."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.fakes import voice_reports
from tests.fakes.pseudo import pseudo
from workspace_assistant.core.readiness.model import Measurement
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.ui.readiness.method_state import method_state
from workspace_assistant.ui.readiness.path_state import path_state
from workspace_assistant.ui.settings.limit_state import limit_rows

_NAMES = re.compile(r"\b(Wi-Fi|ms|dB|dBFS|dBov|Mbit/s|MB|GB|kHz|Hz|MOS|VPN|IPv4|min)\b")
_LATIN = re.compile("[A-Za-z]{2,}")


def english_of(text: str) -> list[str]:
    return _LATIN.findall(_NAMES.sub("", text))


def test_who_is_to_blame() -> None:
    state = path_state(voice_reports.lossy_wifi(), pseudo())
    assert state is not None
    assert english_of(f"{state.title} {state.headline} {state.evidence}") == []


def test_numbers_on_demand() -> None:
    check = voice_reports.lossy_wifi().checks[0]
    told = (
        Measurement(id="voice.longest_loss", value=5, unit="packets"),
        Measurement(id="computer.battery", value=False, unit=""),
        Measurement(id="path.weak_link", value="home", unit=""),
        Measurement(id="endpoint.5.tls", value=5.0, unit="ms"),
    )
    rows = method_state(replace(check, measurements=told, not_measured=()), pseudo()).rows
    assert english_of(" ".join(f"{row.label} {row.value}" for row in rows)) == []


def test_limits_of_the_profile() -> None:
    rows = limit_rows(WorkplaceProfile(name="lab"), pseudo())
    assert rows
    assert english_of(" ".join(row.shown for row in rows)) == []
