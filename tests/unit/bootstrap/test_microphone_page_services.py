"""What the microphone page is given, as far as it needs no sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes import microphone_page as fakes
from tests.fakes.report_store import InMemoryReportStore
from tests.fakes.scripted_headset import ScriptedHeadset
from workspace_assistant.bootstrap import microphone_page, sound
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice

CTX = JobContext(lambda _: None)
STORE = InMemoryReportStore()
DESK, WEBCAM = (MicrophoneDevice(id=each, name=each) for each in ("desk", "webcam"))


def test_only_microphones_that_are_still_there_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[str] = []
    monkeypatch.setattr(microphone_page, "microphones", lambda: (DESK, WEBCAM))
    monkeypatch.setattr(
        sound,
        "compare",
        lambda _store, _profile, devices, _ctx, *, shows_spectrum: compared.extend(
            f"{device.id} {shows_spectrum}" for device in devices
        ),
    )
    microphone_page.compare(STORE, fakes.PROFILE, ("webcam", "gone", "desk"), CTX)
    assert compared == ["webcam True", "desk True"]


def test_without_a_recording_there_is_nothing_to_hear() -> None:
    with pytest.raises(UserInputError, match="no recording"):
        microphone_page.hear(STORE, fakes.unavailable(), None, CTX)


@pytest.mark.parametrize(("plays", "is_heard"), [(False, 0), (True, 1)])
def test_the_headset_sounds_only_when_asked(
    plays: bool, is_heard: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    headset = ScriptedHeadset()
    monkeypatch.setattr(
        "workspace_assistant.adapters.audio.headset_probe.SystemHeadset", lambda: headset
    )
    services = microphone_page.microphone_services(tmp_path, STORE)
    look = services.leak if plays else services.headset
    found = look(fakes.PROFILE, "mic", CTX)
    assert len(headset.played) == is_heard
    assert any(one.id == "headset.leak" for one in found.measurements) is plays
